"""Reporting sick, recovery and resumption: only what an employer may ask, and everything that happened."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.catalogus import catalogus
from poortnormen.dossier import Feit as KernFeit
from poortnormen.feiten.verzuim import Hersteldmelding, Hervatting, Weekdag, Werk
from poortnormen.feiten.verzuim import Ziekmelding as KernZiekmelding
from poortnormen.omzetting import schrijf_waarde
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import GeenToegang, access_werknemer
from poortwijzer.dossiers.actions.feiten import controleer_vervanging
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.actions.waarneming import geef_dekking
from poortwijzer.dossiers.assessments import beoordeel
from poortwijzer.dossiers.beelden import Verzuimstand
from poortwijzer.dossiers.facts import NieuwFeit, met_feiten, schrijf_feiten
from poortwijzer.dossiers.keuzes import VerwachteDuur
from poortwijzer.dossiers.models import Betrokkene, Dossier, Feit, Werknemer, Ziekmelding
from poortwijzer.dossiers.partijen import gever_voor
from poortwijzer.dossiers.verloop import verloop
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.lib.zinnen import getal
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

UREN_IN_EEN_WEEK = 168
VERST_VOORUIT = timedelta(days=31)  # further ahead it is a plan, and not what happened
HELE_LOONWAARDE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Ziekmeldinggegevens:
    """What may be asked when somebody reports sick. Unknown is None; there is no field for nature or cause.

    `laatste_volledig_gewerkte_dag` and `werk_gestaakt_op` say how the first sick day was determined.
    `valt_onder_vangnet` says whether, never which.
    """

    eerste_ziektedag: date
    laatste_volledig_gewerkte_dag: date | None = None
    werk_gestaakt_op: date | None = None
    werkdagen: tuple[Weekdag, ...] = ()
    bereikbaar_op: str = ""
    verblijfadres: str = ""
    verwachte_duur: VerwachteDuur = VerwachteDuur.ONBEKEND
    lopend_werk: str = ""
    valt_onder_vangnet: bool | None = None
    is_arbeidsongeval: bool | None = None
    is_verkeersongeval_met_verhaal: bool | None = None


@handeling
def meld_ziek(
    *, werknemer_id: UUID, actor: Actor, gegevens: Ziekmeldinggegevens, gemeld_op: date | None = None
) -> Dossier:
    """Report an employee sick. The running case gets a new period when the core counts it with the former ones.

    Raises:
        NietGevonden: no such employee, or not for this actor.
        Feitfout: the day contradicts what is recorded, such as a period that still runs.
        Invoerfout: the days cannot be right.
    """
    _controleer_dagen(gegevens)
    werknemer = access_werknemer(actor, werknemer_id)
    gever = gever_voor(actor.rol, "ziekmeldingen")
    assert gever is not None  # noqa: S101  # who may report sick can give the fact; a test holds this
    dossier = _lopend_geval(werknemer, gegevens.eerste_ziektedag, gever) or _nieuw_dossier(werknemer, actor)
    melding, *_rest = schrijf_feiten(
        dossier, _feiten(gegevens, gever, gemeld_op or vandaag()), door=actor.gebruiker_id, op=nu()
    )
    Ziekmelding.objects.create(
        dossier=dossier,
        feit=melding,
        bereikbaar_op=gegevens.bereikbaar_op.strip(),
        verblijfadres=gegevens.verblijfadres.strip(),
        verwachte_duur=gegevens.verwachte_duur,
        lopend_werk=gegevens.lopend_werk.strip(),
        is_arbeidsongeval=gegevens.is_arbeidsongeval,
        is_verkeersongeval_met_verhaal=gegevens.is_verkeersongeval_met_verhaal,
    )
    rond_af(actor, dossier, deel=Deel.VERZUIM, handeling=Handeling.ZIEKMELDEN)
    return dossier


@handeling
def meld_herstel(
    *, dossier: Dossier, actor: Actor, hersteld_op: date, vervangt: UUID | None = None, motivering: str = ""
) -> Feit:
    """Record the first day on which somebody was fit for the own work again, for all hours.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Feitfout: no period of illness ran on that day.
        Conflict, Invoerfout: see `leg_feit_vast`; also for a day that is too far ahead.
    """
    _is_niet_te_ver_vooruit("hersteld_op", hersteld_op)
    waarde = Hersteldmelding(hersteld_op=hersteld_op)
    return _leg_vast(actor, dossier, Handeling.HERSTEL_MELDEN, "hersteldmeldingen", waarde, vervangt, motivering)


@handeling
def leg_hervatting_vast(  # noqa: PLR0913  # what a resumption is, all by name
    *,
    dossier: Dossier,
    actor: Actor,
    vanaf: date,
    uren_per_week: Fraction,
    loonwaarde_pct: Fraction | None = None,
    werk: Werk = Werk.EIGEN,
    is_therapeutisch: bool = False,
    vervangt: UUID | None = None,
    motivering: str = "",
) -> Feit:
    """Record that somebody works again from a day: hours a week, value in percent, which work, on trial or not.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Conflict, Invoerfout: see `leg_feit_vast`; also for a day, hours or a percentage that cannot be.
    """
    _is_niet_te_ver_vooruit("vanaf", vanaf)
    if not 0 <= uren_per_week <= UREN_IN_EEN_WEEK:
        raise Invoerfout("uren_per_week", _("Vul een aantal uren per week in tussen 0 en 168."))
    if loonwaarde_pct is not None and not 0 <= loonwaarde_pct <= HELE_LOONWAARDE:
        raise Invoerfout("loonwaarde_pct", _("Vul een percentage in tussen 0 en 100."))
    waarde = Hervatting(
        vanaf=vanaf,
        uren_per_week=uren_per_week,
        loonwaarde_pct=loonwaarde_pct,
        werk=werk,
        is_therapeutisch=is_therapeutisch,
    )
    return _leg_vast(actor, dossier, Handeling.HERVATTING_VASTLEGGEN, "hervattingen", waarde, vervangt, motivering)


def _leg_vast(  # noqa: PLR0913, PLR0917  # private: the shared middle of two acts
    actor: Actor,
    dossier: Dossier,
    handeling_: Handeling,
    naam: str,
    waarde: Hersteldmelding | Hervatting,
    vervangt: UUID | None,
    motivering: str,
) -> Feit:
    dossier = open_voor(actor, dossier, deel=Deel.VERZUIM, handeling=handeling_)
    if isinstance(waarde, Hervatting):
        _past_bij_dossier(dossier, waarde)
    gever = gever_voor(actor.rol, naam)
    if gever is None:
        raise GeenToegang(
            Weigering(
                actor=actor,
                deel=Deel.VERZUIM,
                handeling=handeling_,
                dossier_id=dossier.pk,
                reden="geen gever van dit feit",
            )
        )
    controleer_vervanging(dossier, naam, vervangt, ingediend=schrijf_waarde(waarde), motivering=motivering)
    (feit,) = schrijf_feiten(
        dossier,
        [NieuwFeit(naam=naam, waarde=waarde, gever=gever, vervangt=vervangt, motivering=motivering.strip())],
        door=actor.gebruiker_id,
        op=nu(),
    )
    rond_af(actor, dossier, deel=Deel.VERZUIM, handeling=handeling_)
    return feit


def _is_niet_te_ver_vooruit(veld: str, dag: date) -> None:
    if dag > vandaag() + VERST_VOORUIT:
        raise Invoerfout(veld, _("Deze dag ligt ver in de toekomst. Controleer de dag, of leg het later vast."))


def _past_bij_dossier(dossier: Dossier, hervatting: Hervatting) -> None:
    """Check a resumption against the illness and the hours of the contract."""
    if dossier.eerste_ziektedag is not None and hervatting.vanaf < dossier.eerste_ziektedag:
        raise Invoerfout("vanaf", _("Op deze dag was de werknemer nog niet ziek. Kies een dag na de eerste ziektedag."))
    uren = dossier.werknemer.uren_per_week
    if uren is not None and hervatting.uren_per_week > Fraction(uren):
        melding = _("De werknemer werkt volgens afspraak %(uren)s uur per week. Vul hoogstens dat aantal in.")
        raise Invoerfout("uren_per_week", melding % {"uren": getal(Fraction(uren))})


def _controleer_dagen(gegevens: Ziekmeldinggegevens) -> None:
    eerste = gegevens.eerste_ziektedag
    if eerste > vandaag():
        raise Invoerfout("eerste_ziektedag", _("De eerste ziektedag ligt in de toekomst. Controleer de dag."))
    laatste = gegevens.laatste_volledig_gewerkte_dag
    if laatste is not None and laatste >= eerste:
        raise Invoerfout(
            "laatste_volledig_gewerkte_dag",
            _("Op de laatste hele werkdag was de werknemer nog niet ziek: kies een dag vóór de eerste ziektedag."),
        )
    if gegevens.werk_gestaakt_op is not None and gegevens.werk_gestaakt_op != eerste:
        raise Invoerfout(
            "werk_gestaakt_op",
            _("Stopte de werknemer tijdens het werk, dan is die dag de eerste ziektedag. Maak de dagen gelijk."),
        )


def _lopend_geval(werknemer: Werknemer, eerste_ziektedag: date, gever: str) -> Dossier | None:
    """Give the open dossier that this period belongs to, locked; None when a new case begins.

    While a period runs, recording in its dossier says what is wrong. After a recovery the core decides, by
    counting with the new period: the same case keeps its first sick day.
    """
    dossier = (
        Dossier.objects.filter(werknemer=werknemer, gesloten_op__isnull=True)
        .select_related("werknemer")
        .prefetch_related(met_feiten())
        .select_for_update(of=("self",))
        .order_by("-created_at")
        .first()
    )
    if dossier is None:
        return None
    if verloop(catalogus(), beoordeel(dossier, vandaag()).kern).stand is not Verzuimstand.HERSTELD:
        return dossier
    nieuw = KernFeit(
        naam="ziekmeldingen",
        waarde=KernZiekmelding(eerste_ziektedag=eerste_ziektedag),
        vastgelegd_op=vandaag(),
        gever=gever,
        id="nieuw",
    )
    begin = verloop(catalogus(), beoordeel(dossier, vandaag(), extra_feiten=[nieuw]).kern).eerste_ziektedag
    return dossier if begin is None or begin < eerste_ziektedag else None


def _nieuw_dossier(werknemer: Werknemer, actor: Actor) -> Dossier:
    dossier = Dossier.objects.create(werknemer=werknemer, werkgever_id=werknemer.organisatie_id, created_at=nu())
    rollen = {Rol.LEIDINGGEVENDE: werknemer.leidinggevende_id}
    if actor.rol is Rol.CASEMANAGER:
        rollen[Rol.CASEMANAGER] = actor.gebruiker_id
    Betrokkene.objects.bulk_create(
        Betrokkene(
            dossier=dossier,
            gebruiker_id=gebruiker_id,
            organisatie_id=werknemer.organisatie_id,
            rol=rol,
            doel=_("verzuimbegeleiding"),
            vanaf=vandaag(),
        )
        for rol, gebruiker_id in rollen.items()
        if gebruiker_id is not None
    )
    geef_dekking(actor, Betrokkene.objects.filter(dossier=dossier))
    return dossier


def _feiten(gegevens: Ziekmeldinggegevens, gever: str, gemeld_op: date) -> list[NieuwFeit]:
    """Give the facts of a report, the report itself first; an earlier report is not corrected by a new one."""
    eerste = gegevens.eerste_ziektedag
    gegeven: list[tuple[str, object, date | None]] = [
        ("ziekmeldingen", KernZiekmelding(eerste_ziektedag=eerste), None),
        ("ziek_gemeld_bij_werkgever_op", gemeld_op, None),
        ("laatste_volledig_gewerkte_dag", gegevens.laatste_volledig_gewerkte_dag, None),
        ("werk_gestaakt_op", gegevens.werk_gestaakt_op, None),
        ("werkdagen", gegevens.werkdagen or None, eerste),
        ("is_vangnetter", gegevens.valt_onder_vangnet, eerste),
    ]
    return [
        NieuwFeit(naam=naam, waarde=waarde, gever=gever, op=op) for naam, waarde, op in gegeven if waarde is not None
    ]

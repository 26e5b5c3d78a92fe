"""Everything the dossier page shows, in a fixed number of queries, cut to what the role may read."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

from poortnormen.catalogus import Catalogus, catalogus
from poortnormen.feiten import FEITEN
from poortnormen.feiten.stukken import Afwijking
from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Stand
from poortwijzer.dossiers.assessments import beoordeel
from poortwijzer.dossiers.beelden import (
    Afwijkingbeeld,
    Betrokkenebeeld,
    Dossierbeeld,
    Feitbeeld,
    Knop,
    Knopsoort,
    Momentbeeld,
    Standpuntbeeld,
    Stukbeeld,
    Terugkoppelingbeeld,
    Verzuimstand,
)
from poortwijzer.dossiers.facts import lees_feitwaarde
from poortwijzer.dossiers.knoppen import (
    Concepten,
    afwijken,
    concepten_van,
    op_dossier,
    op_stuk,
    voor_feit,
    voor_moment,
    werkt_aan,
)
from poortwijzer.dossiers.models import Betrokkene, Dossier, Feit
from poortwijzer.dossiers.partijen import (
    delen_van_feiten,
    is_eigen_gegeven,
    is_leesbaar,
    is_namens_werkgever,
    taken_van,
    te_vragen,
)
from poortwijzer.dossiers.queries.werklijst import taken_van_dossier
from poortwijzer.dossiers.verloop import verloop
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.weergave import regels
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import leesbare_delen, mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

MATE = "mate_arbeidsongeschiktheid"
_AF = frozenset({Stand.OP_TIJD, Stand.TE_LAAT_GEDAAN, Stand.NIET_VAN_TOEPASSING})


def dossierbeeld(
    actor: Actor, dossier: Dossier, *, peildatum: date | None = None, bekend_op: date | None = None
) -> Dossierbeeld:
    """Give the dossier as this actor may see it, judged now; `dossier` comes from `access_dossier`.

    `bekend_op` shows it as it was known on that day.
    """
    dag = peildatum or vandaag()
    delen = leesbare_delen(actor.rol) - dossier.gesloten_delen
    feiten = _feiten(dossier)
    beoordeeld = beoordeel(dossier, dag, bekend_op=bekend_op)
    loop = verloop(catalogus(), beoordeeld.kern, dossier.werknemer.uren_per_week)
    stukken = _zichtbare_stukken(actor, dossier)
    concepten = concepten_van(stukken)
    taken = taken_van_dossier(actor, dossier.pk, concepten) if Deel.TAKEN in delen else ()
    is_persoon, is_verzuim = Deel.PERSOON in delen, Deel.VERZUIM in delen
    werknemer = dossier.werknemer
    return Dossierbeeld(
        id=dossier.pk,
        kenmerk=dossier.kenmerk,
        versie=dossier.versie,
        werknemer=werknemer.naam if is_persoon else "",
        functie=werknemer.functie if is_persoon else "",
        afdeling=werknemer.afdeling.naam if is_persoon and werknemer.afdeling else "",
        uren_per_week=werknemer.uren_per_week if is_persoon else None,
        werkgever=dossier.werkgever.naam,
        peildatum=dag,
        verzuimstand=loop.stand if is_verzuim else Verzuimstand.ONBEKEND,
        eerste_ziektedag=loop.eerste_ziektedag,
        laatste_dag_wachttijd=loop.laatste_dag_wachttijd,
        dag=loop.dag,
        aantal_dagen=loop.aantal_dagen,
        week=loop.week,
        huidig=loop.huidig if is_verzuim else None,
        perioden=loop.perioden if is_verzuim else (),
        momenten=_momenten(actor.rol, beoordeeld.momenten, concepten) if Deel.TIJDLIJN in delen else (),
        nu_te_doen=taken[0] if taken else None,
        taken=taken,
        stukken=tuple(_stuk(actor.rol, stuk) for stuk in stukken),
        terugkoppeling=_terugkoppeling(stukken) if Deel.TERUGKOPPELING in delen else None,
        afwijkingen=_afwijkingen(actor, feiten) if Deel.AFWIJKINGEN in delen else (),
        feiten=_feitbeelden(actor.rol, feiten, dossier),
        betrokkenen=_betrokkenen(dossier) if Deel.BETROKKENEN in delen else (),
        knoppen=op_dossier(actor, concepten),
        delen=frozenset(str(deel) for deel in delen),
        is_gesloten=dossier.gesloten_op is not None,
    )


def momentbeeld(rol: Rol, catalogus_: Catalogus, moment: Moment, concepten: Concepten) -> Momentbeeld:
    """Give a moment with its source, and what this role can do about it while it is not done."""
    norm = catalogus_.normen[moment.norm]
    knoppen: list[Knop | None] = []
    if moment.status not in _AF and not moment.is_informatief:
        if moment.status is not Stand.ONBEKEND or moment.vragen:
            knoppen = [voor_moment(rol, norm, concepten), afwijken(rol, moment.norm)]
        knoppen += [voor_feit(rol, naam) for naam in _te_beantwoorden(moment)]
    return Momentbeeld(
        moment=moment,
        bron=catalogus_.bronnen[norm.bron].naam,
        vindplaats=norm.vindplaats,
        hardheid=norm.hardheid,
        tekst=norm.tekst,
        knoppen=tuple(dict.fromkeys(knop for knop in knoppen if knop is not None)),
        is_van_mij=not taken_van(rol).isdisjoint(norm.actor),
    )


def _te_beantwoorden(moment: Moment) -> Iterator[str]:
    """Give the missing facts that can be told by now: a state at any time, an event when it should have happened."""
    for naam in filter(None, map(te_vragen, moment.ontbreekt)):
        if naam in moment.vragen or not FEITEN[naam].op_uit:
            yield naam


def _feiten(dossier: Dossier) -> Sequence[Feit]:
    """Read the facts once, with who recorded them, for the page and for the judgement."""
    rijen = Feit.objects.select_related("vastgelegd_door").order_by("volgnummer")
    prefetch_related_objects([dossier], Prefetch("feiten", rijen))
    return list(dossier.feiten.all())


def _momenten(rol: Rol, momenten: Iterable[Moment], concepten: Concepten) -> tuple[Momentbeeld, ...]:
    catalogus_ = catalogus()
    return tuple(momentbeeld(rol, catalogus_, moment, concepten) for moment in momenten)


def _zichtbare_stukken(actor: Actor, dossier: Dossier) -> list[Formulier]:
    """Give the documents this role may read; drafts only to who works on that kind."""
    rijen = (
        Formulier.objects.filter(dossier=dossier)
        .select_related("updated_by")
        .prefetch_related("standpunten__door")
        .order_by("-updated_at", "pk")
    )
    return [
        rij
        for rij in rijen
        if mag(actor.rol, Handeling.INZIEN, Deel(rij.soort))
        and rij.soort not in dossier.gesloten_delen
        and (rij.is_definitief or werkt_aan(actor.rol, Deel(rij.soort)))
    ]


def _stuk(rol: Rol, stuk: Formulier) -> Stukbeeld:
    return Stukbeeld(
        id=stuk.pk,
        soort=stuk.soort,
        titel=_(stuk.vorm.titel),
        is_definitief=stuk.is_definitief,
        opgesteld_op=stuk.opgesteld_op,
        versienummer=stuk.versienummer,
        door=stuk.updated_by.naam,
        bijgewerkt_op=stuk.updated_at,
        standpunten=tuple(
            Standpuntbeeld(
                partij=standpunt.partij,
                standpunt=standpunt.standpunt,
                eigen_woorden=standpunt.eigen_woorden,
                naam=standpunt.door.naam,
                op=standpunt.op,
            )
            for standpunt in stuk.standpunten.all()
        ),
        knoppen=op_stuk(rol, stuk),
    )


def _terugkoppeling(stukken: Iterable[Formulier]) -> Terugkoppelingbeeld:
    """Give what the bedrijfsarts last reported: only what is frozen, so a draft unlocks nothing."""
    gegeven = [stuk for stuk in stukken if stuk.soort == Deel.TERUGKOPPELING and stuk.is_definitief]
    laatste = max(gegeven, key=lambda stuk: (stuk.opgesteld_op, stuk.vastgesteld_op), default=None)
    if laatste is None:
        return Terugkoppelingbeeld()
    mate = "".join(regels(laatste.vorm.veld(MATE), laatste.inhoud.get(MATE)))
    return Terugkoppelingbeeld(stuk_id=laatste.pk, op=laatste.opgesteld_op, mate=mate)


def _feitbeelden(rol: Rol, feiten: Sequence[Feit], dossier: Dossier) -> tuple[Feitbeeld, ...]:
    """Give the facts of the readable parts, the newest first; what follows from a document shows there."""
    opvolgers = {feit.vervangt_id: feit for feit in feiten if feit.vervangt_id is not None}
    delen = delen_van_feiten((feit.pk, feit.naam, feit.waarde, feit.vervangt_id) for feit in feiten)
    return tuple(
        _feitbeeld(rol, feit, delen[feit.pk], opvolgers.get(feit.pk), dossier.werknemer.gebruiker_id)
        for feit in reversed(feiten)
        if delen[feit.pk] not in dossier.gesloten_delen
        and is_leesbaar(rol, feit.naam, delen[feit.pk], is_bevestigd=not dossier.gesloten_delen)
    )


def _feitbeeld(rol: Rol, feit: Feit, deel: Deel, opvolger: Feit | None, werknemer: UUID | None) -> Feitbeeld:
    door_werknemer = werknemer is not None and feit.vastgelegd_door_id == werknemer
    vastgelegd_op: datetime = feit.vastgelegd_op
    soort = FEITEN.get(feit.naam)
    return Feitbeeld(
        id=feit.pk,
        naam=feit.naam,
        deel=deel,
        vraag=_(soort.vraag) if soort else feit.naam,
        waarde=feit.waarde,
        op=feit.op,
        vastgelegd_op=vastgelegd_op,
        gever=feit.gever,
        vastgelegd_door=feit.vastgelegd_door.naam if feit.vastgelegd_door else "",
        motivering=feit.motivering,
        vervangt=feit.vervangt_id,
        vervangen_door=opvolger.pk if opvolger else None,
        is_ingetrokken=opvolger is not None and opvolger.waarde is None,
        is_eigen=is_eigen_gegeven(rol, feit.gever, door_werknemer=door_werknemer),
        weging=feit.weging,
    )


def _betrokkenen(dossier: Dossier) -> tuple[Betrokkenebeeld, ...]:
    rijen = Betrokkene.objects.filter(dossier=dossier).select_related("gebruiker", "organisatie")
    return tuple(
        Betrokkenebeeld(
            id=rij.pk,
            naam=_naam(rij),
            organisatie=rij.organisatie.naam,
            rol=rij.rol,
            rol_label=str(Rol(rij.rol).label),
            doel=rij.doel,
            vanaf=rij.vanaf,
            tot=rij.tot,
        )
        for rij in rijen.order_by("vanaf", "rol", "pk")
    )


def _naam(rij: Betrokkene) -> str:
    return rij.organisatie.naam if rij.gebruiker is None else rij.gebruiker.naam


def _afwijkingen(actor: Actor, feiten: Sequence[Feit]) -> tuple[Afwijkingbeeld, ...]:
    vervangen = {feit.vervangt_id for feit in feiten}
    geldend = [feit for feit in feiten if feit.naam == "afwijkingen" and feit.pk not in vervangen and feit.waarde]
    beelden = []
    for feit in geldend:
        afwijking = lees_feitwaarde("afwijkingen", feit.waarde)
        assert isinstance(afwijking, Afwijking)  # noqa: S101  # facts of this name hold nothing else
        norm = catalogus().normen.get(afwijking.norm)
        beelden.append(
            Afwijkingbeeld(
                feit_id=feit.pk,
                norm=afwijking.norm,
                naam=_(norm.moment.naam) if norm and norm.moment else afwijking.norm,
                nieuwe_dag=afwijking.nieuwe_dag,
                reden=afwijking.reden,
                akkoord_werkgever_op=afwijking.akkoord_werkgever_op,
                akkoord_werknemer_op=afwijking.akkoord_werknemer_op,
                knop=_antwoord(actor, feit.pk, afwijking),
            )
        )
    return tuple(beelden)


def _antwoord(actor: Actor, feit_id: UUID, afwijking: Afwijking) -> Knop | None:
    if not mag(actor.rol, Handeling.AFWIJKING_REAGEREN, Deel.AFWIJKINGEN):
        return None
    namens_werkgever = is_namens_werkgever(actor.rol)
    eigen = afwijking.akkoord_werkgever_op if namens_werkgever else afwijking.akkoord_werknemer_op
    if eigen is not None:
        return None
    return Knop(soort=Knopsoort.BEANTWOORD_AFWIJKING, label=_("Reageer"), onderdeel=afwijking.norm, doel_id=feit_id)

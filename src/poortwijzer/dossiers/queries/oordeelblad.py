"""The stand for the UWV, and what would move if the day or a fact were different. Nothing is stored."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from poortnormen.catalogus import catalogus
from poortnormen.dossier import Feit as KernFeit
from poortnormen.dossier import controleer_feiten
from poortnormen.feiten import FEITEN
from poortnormen.kortbeeld import kortbeeld
from poortnormen.oefendagen import oefendagen
from poortnormen.stand import stand
from poortnormen.tijdlijn import Moment
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import GeenToegang, recording_refusals
from poortwijzer.dossiers.assessments import Beoordeeld, beoordeel
from poortwijzer.dossiers.beelden import Bevinding, Oordeelbeeld, Watalsbeeld, Watalsregel
from poortwijzer.dossiers.facts import Feitfout, kern_dossier, met_feiten
from poortwijzer.dossiers.knoppen import Concepten, voor_feit, voor_moment
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.oordeel import weeg
from poortwijzer.dossiers.partijen import te_vragen
from poortwijzer.dossiers.queries.redenblad import Lezer
from poortwijzer.dossiers.queries.werklijst import concepten_per_dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


def oordeelbeeld(
    actor: Actor, dossier: Dossier, *, peildatum: date | None = None, bekend_op: date | None = None
) -> Oordeelbeeld:
    """Give how the UWV would look at the dossier; `dossier` comes from `access_dossier` for `Deel.OORDEEL`."""
    beoordeeld = beoordeel(met_gelezen_feiten(dossier), peildatum or vandaag(), bekend_op=bekend_op)
    concepten = concepten_per_dossier({dossier.pk}).get(dossier.pk, {})
    return _oordeel(actor.rol, dossier, beoordeeld, concepten)


def eerste_dagen(dossier: Dossier) -> tuple[date | None, date | None]:
    """Give the first sick day that is known, and the first day on which anything was recorded."""
    feiten = kern_dossier(met_gelezen_feiten(dossier)).feiten
    ziek = min((f.telt_vanaf for f in feiten if f.naam == "ziekmeldingen" and f.telt_vanaf is not None), default=None)
    return ziek, min((feit.vastgelegd_op for feit in feiten), default=None)


def stel_dat(
    dossier: Dossier,
    actor: Actor,
    *,
    peildatum: date | None = None,
    extra_feiten: Sequence[KernFeit] = (),
) -> Watalsbeeld:
    """Give what moves when the peildatum is another, or facts are supposed besides those recorded.

    A supposed fact may replace a recorded one (`vervangt`, see `kern_dossier` for the ids). The dossier comes from
    `access_dossier`.

    Raises:
        GeenToegang: this role may not suppose.
        Feitfout: the supposed facts contradict those that are recorded.
    """
    with recording_refusals():
        _controleer_recht(actor, dossier)
    dossier = met_gelezen_feiten(dossier)
    geval = kern_dossier(dossier).met(*extra_feiten)
    if extra_feiten and (fouten := controleer_feiten(geval.feiten)):
        raise Feitfout(fouten)
    nu_ = beoordeel(dossier, vandaag())
    dan = beoordeel(dossier, peildatum or vandaag(), extra_feiten=extra_feiten)
    concepten = concepten_per_dossier({dossier.pk}).get(dossier.pk, {})
    return Watalsbeeld(
        kenmerk=dossier.kenmerk,
        peildatum_voor=nu_.kern.peildatum,
        peildatum_na=dan.kern.peildatum,
        regels=_vergelijk(nu_.momenten, dan.momenten),
        oordeel_voor=_oordeel(actor.rol, dossier, nu_, concepten),
        oordeel_na=_oordeel(actor.rol, dossier, dan, concepten),
    )


def met_gelezen_feiten(dossier: Dossier) -> Dossier:
    """Read the facts once for all judgements of this page."""
    if "feiten" not in getattr(dossier, "_prefetched_objects_cache", {}):
        prefetch_related_objects([dossier], met_feiten())
    return dossier


def _controleer_recht(actor: Actor, dossier: Dossier) -> None:
    if not mag(actor.rol, Handeling.WAT_ALS, Deel.TIJDLIJN):
        raise GeenToegang(
            Weigering(
                actor=actor,
                deel=Deel.TIJDLIJN,
                handeling=Handeling.WAT_ALS,
                dossier_id=dossier.pk,
                reden="mag niet vooruitzien",
            )
        )


def _oordeel(rol: Rol, dossier: Dossier, beoordeeld: Beoordeeld, concepten: Concepten) -> Oordeelbeeld:
    uwv = stand(beoordeeld.kern, beoordeeld.momenten)
    weging = weeg(beoordeeld.momenten, uwv.oordeel)
    lezer = Lezer(
        rol=rol,
        beoordeeld=beoordeeld,
        dossier=dossier,
        concepten=concepten,
        is_bevestigd=not dossier.gesloten_delen,
        # What was not known then may be recorded by now: an act belongs to what is known today. And an account that
        # nobody confirmed says nothing in the name of the employee.
        mag_handelen=beoordeeld.kern.bekend_op is None and not dossier.gesloten_delen,
    )
    return Oordeelbeeld(
        kenmerk=dossier.kenmerk,
        peildatum=beoordeeld.kern.peildatum,
        stand=weging.stand,
        uwv=uwv,
        redenen=lezer.redenen(uwv.redenen),
        omslagen=lezer.omslagen(uwv.omslag),
        kort=kortbeeld(catalogus(), beoordeeld.kern, uwv),
        mag_loon=mag(rol, Handeling.INZIEN, Deel.DIENSTVERBAND),
        oefendagen=oefendagen(beoordeeld.kern),
        bekend_op=beoordeeld.kern.bekend_op,
        houdbaar_tot=uwv.houdbaar_tot,
        mist=_bevindingen(rol, weging.mist, concepten),
        onbekend=_bevindingen(rol, weging.onbekend, concepten),
        in_orde=_bevindingen(rol, weging.in_orde, concepten),
        vragen=_vragen([*uwv.ontbreekt, *(naam for moment in weging.onbekend for naam in moment.vragen)]),
    )


def _bevindingen(rol: Rol, momenten: Iterable[Moment], concepten: Concepten) -> tuple[Bevinding, ...]:
    return tuple(bevinding(rol, moment, concepten) for moment in momenten)


def bevinding(rol: Rol, moment: Moment, concepten: Concepten) -> Bevinding:
    """Give a moment as a point with its source, and what this role can do about it while it is not done."""
    catalogus_ = catalogus()
    norm = catalogus_.normen[moment.norm]
    herstel = None
    if moment.gedaan_op is None:
        vragen = (voor_feit(rol, naam) for naam in filter(None, map(te_vragen, moment.vragen)))
        herstel = voor_moment(rol, norm, concepten) or next((knop for knop in vragen if knop is not None), None)
    return Bevinding(
        norm=moment.norm,
        naam=_(moment.naam),
        bron=catalogus_.bronnen[norm.bron].naam,
        vindplaats=norm.vindplaats,
        hardheid=norm.hardheid,
        gevolg=moment.gevolg,
        status=moment.status,
        uitleg=moment.uitleg,
        uiterste_dag=moment.uiterste_dag,
        gedaan_op=moment.gedaan_op,
        ontbreekt=moment.ontbreekt,
        herstel=herstel,
    )


def _vragen(ontbreekt: Iterable[str]) -> tuple[tuple[str, str], ...]:
    namen = dict.fromkeys(filter(None, map(te_vragen, ontbreekt)))
    return tuple((naam, _(FEITEN[naam].vraag)) for naam in namen)


def _vergelijk(voor: Iterable[Moment], na: Iterable[Moment]) -> tuple[Watalsregel, ...]:
    links = {(moment.norm, moment.item): moment for moment in voor}
    rechts = {(moment.norm, moment.item): moment for moment in na}
    regels = []
    for sleutel in dict.fromkeys([*links, *rechts]):
        oud, nieuw = links.get(sleutel), rechts.get(sleutel)
        een = oud or nieuw
        assert een is not None  # noqa: S101  # the key comes from one of the two
        regels.append(
            Watalsregel(norm=een.norm, naam=_(een.naam), voor=oud, na=nieuw, is_veranderd=_kern(oud) != _kern(nieuw))
        )
    return tuple(regels)


def _kern(moment: Moment | None) -> tuple[object, ...]:
    if moment is None:
        return ()
    return moment.status, moment.vroegste_dag, moment.uiterste_dag, moment.streefdag, moment.gedaan_op, moment.ontbreekt

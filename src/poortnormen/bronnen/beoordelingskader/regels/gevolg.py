"""Paragraaf 1, 3 en 11: was er genoeg inzet, en wat UWV op de peildatum zou besluiten."""

from datetime import date

from poortnormen.bronnen.beoordelingskader.regels.toets import Toetsvraag
from poortnormen.driewaardig import alle, is_ja, is_nee, samen
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.norm import bepaalt
from poortnormen.standdelen import Oordeel
from poortnormen.uitkomst import Mist, Nvt, Onbekend, Tot, Uitkomst, Vastgesteld, mist


@bepaalt("BKP-3-17")
def was_inzet_voldoende(
    *,
    zijn_inspanningen_voldoende: bool | None,
    telt_geen_procesfout: Uitkomst,
    is_medische_kant_in_orde: Uitkomst,
    is_passend_werk_gezocht: Uitkomst,
    is_begeleiding_gevolgd: Uitkomst,
    bleef_hulp_niet_achter: Uitkomst,
    is_stilstand_aangepakt: Uitkomst,
    is_werknemer_aangesproken: Uitkomst,
    zijn_kansen_gemist_zonder_aanspreken: bool | None,
) -> bool | Mist:
    """Of de werkgever genoeg deed: het oordeel over het geheel, naast wat uit de onderdelen volgt.

    Dat de werkgever een werknemer die niet meewerkte niet aansprak, telt alleen als daardoor kansen zijn gemist.
    """
    kansen = zijn_kansen_gemist_zonder_aanspreken
    onderdelen = (
        telt_geen_procesfout,
        is_medische_kant_in_orde,
        is_passend_werk_gezocht,
        is_begeleiding_gevolgd,
        bleef_hulp_niet_achter,
        is_stilstand_aangepakt,
    )
    volgt = alle(*onderdelen, is_werknemer_aangesproken)
    if is_nee(is_werknemer_aangesproken) and not kansen:
        volgt = _zonder_aanspreken(alle(*onderdelen), kansen)
    return samen(
        "zijn_inspanningen_voldoende",
        geheel=zijn_inspanningen_voldoende,
        onderdelen=volgt,
        uitkomsten=(*onderdelen, is_werknemer_aangesproken),
    )


def _zonder_aanspreken(overig: bool | Mist | Nvt, kansen: bool | None) -> bool | Mist | Nvt:  # noqa: FBT001  # het antwoord
    """Wat volgt als niet aanspreken geen kansen kostte, of als dat nog de vraag is."""
    if kansen is False or overig is False:
        return overig
    return mist("zijn_kansen_gemist_zonder_aanspreken", *(overig.ontbreekt if isinstance(overig, Mist) else ()))


@bepaalt("BKP-11-11")
def is_sanctie_verhaal(
    *, peildatum: date, dienstverband: Dienstverband | None, laatste_dag_wachttijd: Uitkomst
) -> bool | Tot:
    """Of een sanctie verhaal van ziekengeld is in plaats van langer loon: het dienstverband eindigde in de wachttijd.

    Na de wachttijd is er geen ziekengeld meer om te verhalen; een sanctie blijft dan wat zij was.
    """
    einde = dienstverband.einde if dienstverband is not None else None
    if einde is None or _is_voorbij(laatste_dag_wachttijd, op=einde):
        return False
    if peildatum >= einde:
        return True
    return Tot(waarde=False, houdbaar_tot=einde)


def _is_voorbij(laatste_dag: Uitkomst, *, op: date) -> bool:
    dag = laatste_dag.waarde if isinstance(laatste_dag, Vastgesteld) else None
    return isinstance(dag, date) and op > dag


@bepaalt("BKP-1-01")
def oordeel_van_uwv(
    *,
    komt_er_een_toets: Uitkomst,
    zijn_inspanningen_vereist: Uitkomst,
    is_resultaat_goed_genoeg: Uitkomst,
    is_verslag_volledig: Uitkomst,
    is_aanvultijd_voorbij: bool | None,
    was_inzet_voldoende: Uitkomst,
    was_er_een_goede_grond: Uitkomst,
    is_sanctie_verhaal: bool,
) -> Oordeel | Mist:
    """Loop de vragen af in de volgorde van de bron; de eerste die open is en ertoe doet, houdt het antwoord tegen."""
    if isinstance(komt_er_een_toets, Onbekend):
        return mist(*komt_er_een_toets.ontbreekt)
    if isinstance(komt_er_een_toets, Vastgesteld) and komt_er_een_toets.waarde is not Toetsvraag.JA:
        return Oordeel.GEEN_TOETS
    if is_nee(zijn_inspanningen_vereist):
        return Oordeel.GEEN_INSPANNINGEN_VEREIST
    if is_ja(is_resultaat_goed_genoeg):
        return Oordeel.BEVREDIGEND
    if is_nee(is_verslag_volledig):
        te_laat = Oordeel.VERHAAL_ZIEKENGELD if is_sanctie_verhaal else Oordeel.LOONSANCTIE_ADMINISTRATIEF
        return te_laat if is_aanvultijd_voorbij else Oordeel.AANVULLEN
    sanctie = Oordeel.VERHAAL_ZIEKENGELD if is_sanctie_verhaal else Oordeel.LOONSANCTIE_INHOUDELIJK
    return _over_inzet(
        (zijn_inspanningen_vereist, is_resultaat_goed_genoeg), was_inzet_voldoende, was_er_een_goede_grond, sanctie
    )


def _over_inzet(eerst: tuple[Uitkomst, ...], inzet: Uitkomst, grond: Uitkomst, sanctie: Oordeel) -> Oordeel | Mist:
    """Het oordeel als het resultaat niet genoeg is; wat `eerst` komt, moet dan bekend zijn."""
    for vraag in (*eerst, inzet):
        if isinstance(vraag, Onbekend):
            return mist(*vraag.ontbreekt)
    if is_ja(inzet):
        return Oordeel.VOLDOENDE_INSPANNINGEN
    if isinstance(grond, Onbekend):
        return mist(*grond.ontbreekt)
    return Oordeel.DEUGDELIJKE_GROND if is_ja(grond) else sanctie

"""Paragraaf 1, 3 en 11: was er genoeg inzet, en wat UWV op de peildatum zou besluiten."""

from datetime import date

from poortnormen.bronnen.beoordelingskader.regels.toets import Toetsvraag
from poortnormen.driewaardig import alle, is_ja, is_nee, samen
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.norm import bepaalt
from poortnormen.standdelen import Oordeel
from poortnormen.uitkomst import Mist, Onbekend, Tot, Uitkomst, Vastgesteld, mist


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
) -> bool | Mist:
    """Of de werkgever genoeg deed: het oordeel over het geheel, naast wat uit de onderdelen volgt."""
    onderdelen = (
        telt_geen_procesfout,
        is_medische_kant_in_orde,
        is_passend_werk_gezocht,
        is_begeleiding_gevolgd,
        bleef_hulp_niet_achter,
        is_stilstand_aangepakt,
        is_werknemer_aangesproken,
    )
    return samen(
        "zijn_inspanningen_voldoende",
        geheel=zijn_inspanningen_voldoende,
        onderdelen=alle(*onderdelen),
        uitkomsten=onderdelen,
    )


@bepaalt("BKP-11-11")
def is_sanctie_verhaal(*, peildatum: date, dienstverband: Dienstverband | None) -> bool | Tot:
    """Of een sanctie verhaal van ziekengeld is in plaats van langer loon: het dienstverband is voorbij."""
    einde = dienstverband.einde if dienstverband is not None else None
    if einde is None or peildatum >= einde:
        return einde is not None
    return Tot(waarde=False, houdbaar_tot=einde)


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

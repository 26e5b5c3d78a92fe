"""Paragraaf 6, 9 en 10: wat werkgever en werknemer van elkaar en van hun hulp mogen verwachten."""

from poortnormen.driewaardig import is_nee
from poortnormen.feiten.loon import Loonmaatregel
from poortnormen.feiten.overleg import Aansporing
from poortnormen.feiten.reintegratie import Deskundigenoordeel, Oordeelvraag, Uitvoerder
from poortnormen.norm import bepaalt
from poortnormen.uitkomst import Mist, Nvt, Uitkomst, mist, nvt


@bepaalt("BKP-6-25")
def is_begeleiding_gevolgd(*, volgde_werkgever_de_begeleiding: bool) -> bool:
    """Of de werkgever de begeleiding volgde en bijstuurde."""
    return volgde_werkgever_de_begeleiding


@bepaalt("BKP-6-20")
def bleef_hulp_niet_achter(*, zijn_kansen_gemist_door_dienstverlener: bool | None) -> bool | Nvt:
    """Of er geen kansen zijn gemist door wie de werkgever inschakelde; zolang niemand dat zegt, is het geen vraag."""
    if zijn_kansen_gemist_door_dienstverlener is None:
        return nvt("niet_gebleken")
    return not zijn_kansen_gemist_door_dienstverlener


@bepaalt("BKP-10-05")
def is_stilstand_aangepakt(
    *,
    liep_reintegratie_vast: bool | None,
    deskundigenoordelen: tuple[Deskundigenoordeel, ...],
    is_stilstand_doorbroken: bool | None,
) -> bool | Mist | Nvt:
    """Of partijen op tijd iets deden toen het vastliep.

    Zegt niemand daar iets over, dan is een deskundigenoordeel genoeg, tenzij alleen de werknemer erom vroeg: de
    werkgever was als eerste aan zet.
    """
    if not liep_reintegratie_vast:
        return nvt("niet_vastgelopen")
    if is_stilstand_doorbroken is not None:
        return is_stilstand_doorbroken
    if any(oordeel.gevraagd_door is not Uitvoerder.WERKNEMER for oordeel in deskundigenoordelen):
        return True
    return mist("is_stilstand_doorbroken")


@bepaalt("BKP-9-60")
def is_werknemer_aangesproken(
    *,
    werkte_werknemer_genoeg_mee: bool | None,
    sprak_werkgever_werknemer_aan: bool | None,
    loonmaatregelen: tuple[Loonmaatregel, ...],
    aansporingen: tuple[Aansporing, ...],
    deskundigenoordelen: tuple[Deskundigenoordeel, ...],
) -> bool | Mist | Nvt:
    """Of de werkgever iets deed toen de werknemer te weinig meewerkte.

    Een loonmaatregel is genoeg, en ook een schriftelijke aansporing die voor het loon waarschuwt, of een
    deskundigenoordeel over wat de werknemer doet.
    """
    if werkte_werknemer_genoeg_mee is not False:
        return nvt("werkte_mee")
    if loonmaatregelen or _is_gewaarschuwd(aansporingen) or _is_oordeel_gevraagd(deskundigenoordelen):
        return True
    return (
        mist("sprak_werkgever_werknemer_aan")
        if sprak_werkgever_werknemer_aan is None
        else sprak_werkgever_werknemer_aan
    )


def _is_gewaarschuwd(aansporingen: tuple[Aansporing, ...]) -> bool:
    return any(a.door is Uitvoerder.WERKGEVER and a.waarschuwt_voor_loon for a in aansporingen)


def _is_oordeel_gevraagd(oordelen: tuple[Deskundigenoordeel, ...]) -> bool:
    return any(
        oordeel.gevraagd_door is Uitvoerder.WERKGEVER and oordeel.vraag is Oordeelvraag.INSPANNINGEN_WERKNEMER
        for oordeel in oordelen
    )


@bepaalt("BKP-3-25")
def krijgt_werknemer_maatregel(
    *,
    is_werknemer_verwijtbaar_in_gebreke: bool | None,
    werkte_werknemer_genoeg_mee: bool | None,
    is_werknemer_aangesproken: Uitkomst,
) -> bool | Mist:
    """Of UWV de uitkering van de werknemer verlaagt: te weinig meegewerkt, ook na aansporing, en te verwijten.

    Spreekt het oordeel daarover een ander oordeel tegen, dan moet het opnieuw worden gewogen.
    """
    if is_werknemer_verwijtbaar_in_gebreke is None:
        return False if werkte_werknemer_genoeg_mee else mist("is_werknemer_verwijtbaar_in_gebreke")
    is_tegengesproken = werkte_werknemer_genoeg_mee is True or is_nee(is_werknemer_aangesproken)
    if is_werknemer_verwijtbaar_in_gebreke and is_tegengesproken:
        return mist("is_werknemer_verwijtbaar_in_gebreke")
    return is_werknemer_verwijtbaar_in_gebreke

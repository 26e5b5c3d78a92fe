"""Paragraaf 4, onderdeel b, en paragraaf 6 en 7: de medische kant, zonder iets over ziekte of behandeling."""

from poortnormen.driewaardig import alle, is_nee
from poortnormen.norm import bepaalt
from poortnormen.uitkomst import Mist, Nvt, Uitkomst, mist


@bepaalt("BKP-4b-03")
def is_medische_begeleiding_goed(*, is_medische_begeleiding_voldoende: bool) -> bool:
    """Of behandeling, onderzoek naar meer mogelijkheden en begeleiding voldoen."""
    return is_medische_begeleiding_voldoende


@bepaalt("BKP-4b-04")
def is_oordeel_over_werk_aannemelijk(
    *, is_belastbaarheid_aannemelijk: bool | None, is_medisch_oordeel_bevoegd: Uitkomst
) -> bool | Mist:
    """Of aannemelijk is wat de werknemer volgens de bedrijfsarts kan; van een onbevoegde arts is dat het niet."""
    if is_nee(is_medisch_oordeel_bevoegd):
        return False
    return (
        mist("is_belastbaarheid_aannemelijk")
        if is_belastbaarheid_aannemelijk is None
        else is_belastbaarheid_aannemelijk
    )


@bepaalt("BKP-4b-05")
def is_naar_de_stand_van_het_vak(
    *, is_volgens_richtlijnen_gewerkt: bool, is_afwijken_richtlijn_onderbouwd: bool | None
) -> bool | Mist:
    """Of volgens de richtlijnen is gewerkt, of met een reden daarvan is afgeweken."""
    if is_volgens_richtlijnen_gewerkt:
        return True
    if is_afwijken_richtlijn_onderbouwd is None:
        return mist("is_afwijken_richtlijn_onderbouwd")
    return is_afwijken_richtlijn_onderbouwd


@bepaalt("BKP-7.1-01")
def is_medische_kant_in_orde(
    *,
    is_medische_begeleiding_goed: Uitkomst,
    is_oordeel_over_werk_aannemelijk: Uitkomst,
    is_naar_de_stand_van_het_vak: Uitkomst,
) -> bool | Mist | Nvt:
    """Of de medische kant van de re-integratie in orde is."""
    return alle(is_medische_begeleiding_goed, is_oordeel_over_werk_aannemelijk, is_naar_de_stand_van_het_vak)

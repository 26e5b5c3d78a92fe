"""Paragraaf 3, 6 en 7.4: of er inspanningen nodig zijn, en wanneer het ontbreken van mogelijkheden aannemelijk is."""

from poortnormen.driewaardig import is_nee
from poortnormen.norm import bepaalt
from poortnormen.uitkomst import Mist, Nvt, Onbekend, Uitkomst, mist, nvt


@bepaalt("BKP-6-05")
def is_medisch_oordeel_bevoegd(*, komt_oordeel_van_bevoegde_arts: bool | None) -> bool | Nvt:
    """Of het medisch oordeel van een bevoegde arts komt; zolang niemand dat betwijfelt, is het geen vraag."""
    return nvt("niet_betwijfeld") if komt_oordeel_van_bevoegde_arts is None else komt_oordeel_van_bevoegde_arts


@bepaalt("BKP-3-28")
def is_ontbreken_mogelijkheden_aannemelijk(
    *,
    heeft_mogelijkheden: bool | None,
    is_ontbreken_mogelijkheden_onderbouwd: bool | None,
    is_medisch_oordeel_bevoegd: Uitkomst,
    zijn_kansen_gemist_zonder_onderbouwing: bool | None,
) -> bool | Mist | Nvt:
    """Of partijen mochten aannemen dat er geen mogelijkheden zijn; een fout telt als er kansen door zijn gemist."""
    if heeft_mogelijkheden is None:
        return mist("heeft_mogelijkheden")
    if heeft_mogelijkheden:
        return nvt("er_zijn_mogelijkheden")
    is_onbevoegd = is_nee(is_medisch_oordeel_bevoegd)
    if is_ontbreken_mogelijkheden_onderbouwd and not is_onbevoegd:
        return True
    if is_ontbreken_mogelijkheden_onderbouwd is None and not is_onbevoegd:
        return mist("is_ontbreken_mogelijkheden_onderbouwd")
    if zijn_kansen_gemist_zonder_onderbouwing is None:
        return mist("zijn_kansen_gemist_zonder_onderbouwing")
    return not zijn_kansen_gemist_zonder_onderbouwing


@bepaalt("BKP-3-27")
def zijn_inspanningen_vereist(
    *, heeft_mogelijkheden: bool, is_ontbreken_mogelijkheden_aannemelijk: Uitkomst
) -> bool | Mist:
    """Of partijen zich moesten inspannen: ja, behalve als aannemelijk is dat er geen mogelijkheden zijn."""
    if heeft_mogelijkheden:
        return True
    if isinstance(is_ontbreken_mogelijkheden_aannemelijk, Onbekend):
        return mist(*is_ontbreken_mogelijkheden_aannemelijk.ontbreekt)
    return is_nee(is_ontbreken_mogelijkheden_aannemelijk)

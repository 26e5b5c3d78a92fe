"""Paragraaf 3, 9 en 11: of te weinig inzet een deugdelijke grond had."""

from poortnormen.driewaardig import een_van, samen
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.norm import bepaalt
from poortnormen.uitkomst import Mist, Nvt, Uitkomst, mist, nvt

NIET_AANGEVOERD = "niet_aangevoerd"


@bepaalt("BKP-9-51")
def is_productie_een_grond(*, kwam_productie_in_gevaar: bool | None) -> bool | Nvt:
    """Of de inzet het werk van het bedrijf in gevaar zou hebben gebracht."""
    return nvt(NIET_AANGEVOERD) if kwam_productie_in_gevaar is None else kwam_productie_in_gevaar


@bepaalt("BKP-9-52")
def is_geld_een_grond(*, waren_kosten_onevenredig: bool | None, dienstverband: Dienstverband | None) -> bool | Nvt:
    """Of de kosten onevenredig waren; bij een tijdelijk contract kan UWV bijspringen en is geld geen grond."""
    if waren_kosten_onevenredig is None:
        return nvt(NIET_AANGEVOERD)
    is_tijdelijk = dienstverband is not None and dienstverband.einde is not None
    return waren_kosten_onevenredig and not is_tijdelijk


@bepaalt("BKP-9-16")
def is_plaatsgebrek_een_grond(*, was_er_geen_plaats: bool | None, is_eigen_plaats_vervangen: bool | None) -> bool | Nvt:
    """Of er geen plaats was; dat een ander op de plek van de werknemer zit, is geen grond."""
    if was_er_geen_plaats is None:
        return nvt(NIET_AANGEVOERD)
    return was_er_geen_plaats and not is_eigen_plaats_vervangen


@bepaalt("BKP-9-31")
def is_mislukt_traject_een_grond(*, is_nieuw_traject_zinloos: bool | None) -> bool | Nvt:
    """Of na een mislukt traject blijkt dat een volgend geen zin heeft."""
    return nvt(NIET_AANGEVOERD) if is_nieuw_traject_zinloos is None else is_nieuw_traject_zinloos


@bepaalt("BKP-3-18")
def was_er_een_goede_grond(
    *,
    heeft_deugdelijke_grond: bool | None,
    is_productie_een_grond: Uitkomst,
    is_geld_een_grond: Uitkomst,
    is_plaatsgebrek_een_grond: Uitkomst,
    is_mislukt_traject_een_grond: Uitkomst,
) -> bool | Mist:
    """Of er een deugdelijke grond was; dat elke genoemde grond afvalt, sluit een andere niet uit.

    Geen plaats in het bedrijf en geen zin in een volgend traject gaan over één stap. Of zij ook goedmaken wat er verder
    bleef liggen, weegt een mens.
    """
    gronden = (is_productie_een_grond, is_geld_een_grond, is_plaatsgebrek_een_grond, is_mislukt_traject_een_grond)
    voor_alles = een_van(is_productie_een_grond, is_geld_een_grond)
    uitgewerkt: bool | Mist = True if voor_alles is True else mist("heeft_deugdelijke_grond")
    return samen("heeft_deugdelijke_grond", geheel=heeft_deugdelijke_grond, onderdelen=uitgewerkt, uitkomsten=gronden)

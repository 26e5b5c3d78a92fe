"""Paragraaf 4, onderdeel c, en paragraaf 8 en 9: het zoeken naar werk, eerst binnen en dan buiten het bedrijf."""

from datetime import date

from poortnormen.bronnen.beoordelingskader.regels.verslag import eerste_uiterste_dag
from poortnormen.driewaardig import alle
from poortnormen.feiten.reintegratie import Werkvoorstel
from poortnormen.norm import bepaalt
from poortnormen.tijd import EEN_DAG
from poortnormen.uitkomst import Mist, NietVanToepassing, Nvt, Onbekend, Uitkomst, mist, nvt


@bepaalt("BKP-4c-01")
def zijn_mogelijkheden_verkend(*, zijn_mogelijkheden_in_beeld: bool) -> bool:
    """Of de mogelijkheden om te hervatten genoeg zijn verkend."""
    return zijn_mogelijkheden_in_beeld


@bepaalt("BKP-4c-02")
def is_gelet_op_de_werknemer(*, is_op_bekwaamheden_gelet: bool) -> bool:
    """Of is gelet op wat de werknemer meebrengt."""
    return is_op_bekwaamheden_gelet


@bepaalt("BKP-4c-03")
def is_scholing_overwogen(*, is_scholing_bekeken: bool) -> bool:
    """Of scholing of training is bekeken."""
    return is_scholing_bekeken


@bepaalt("BKP-4c-04")
def is_terugkeer_onderzocht(*, is_eigen_functie_onderzocht: bool) -> bool:
    """Of terugkeer in de eigen functie is onderzocht."""
    return is_eigen_functie_onderzocht


@bepaalt("BKP-9-12")
def is_op_voorstellen_ingegaan(*, werkvoorstellen: tuple[Werkvoorstel, ...]) -> bool | Mist | Nvt:
    """Of de werkgever elk voorstel van de werknemer aannam, of met genoeg redenen afwees."""
    open_ = [voorstel for voorstel in werkvoorstellen if not voorstel.is_ingetrokken]
    if not open_:
        return nvt("geen_voorstel")
    if any(v.is_aanvaard is False and v.is_afwijzing_onderbouwd is False for v in open_):
        return False
    is_onbekend = any(not v.is_aanvaard and v.is_afwijzing_onderbouwd is not True for v in open_)
    return mist("werkvoorstellen") if is_onbekend else True


@bepaalt("BKP-4c-05")
def is_ander_werk_intern_verkend(*, is_intern_werk_gezocht: bool) -> bool:
    """Of de werkgever zelf naar ander werk in het bedrijf zocht en het concreet aanbood."""
    return is_intern_werk_gezocht


@bepaalt("BKP-4c-06")
def is_werk_elders_verkend(
    *, peildatum: date, uiterste_dag_spoor2: Uitkomst, is_werk_elders_gezocht: bool | None
) -> bool | Mist | Nvt:
    """Of bij andere werkgevers is gezocht; zolang spoor 2 niet hoeft of nog kan beginnen, is dat geen verwijt."""
    if is_werk_elders_gezocht:
        return True
    if isinstance(uiterste_dag_spoor2, NietVanToepassing):
        return nvt("niet_nodig")
    uiterlijk = eerste_uiterste_dag(uiterste_dag_spoor2)
    if uiterlijk is not None and peildatum <= uiterlijk:
        return nvt("kan_nog", houdbaar_tot=uiterlijk + EEN_DAG)
    if is_werk_elders_gezocht is None:
        return mist("is_werk_elders_gezocht")
    if uiterlijk is None and isinstance(uiterste_dag_spoor2, Onbekend):
        return mist(*uiterste_dag_spoor2.ontbreekt)
    return False


@bepaalt("BKP-8-16")
def is_passend_werk_gezocht(
    *,
    zijn_mogelijkheden_verkend: Uitkomst,
    is_gelet_op_de_werknemer: Uitkomst,
    is_scholing_overwogen: Uitkomst,
    is_terugkeer_onderzocht: Uitkomst,
    is_ander_werk_intern_verkend: Uitkomst,
    is_op_voorstellen_ingegaan: Uitkomst,
    is_werk_elders_verkend: Uitkomst,
) -> bool | Mist | Nvt:
    """Of serieus naar passend werk is gezocht."""
    return alle(
        zijn_mogelijkheden_verkend,
        is_gelet_op_de_werknemer,
        is_scholing_overwogen,
        is_terugkeer_onderzocht,
        is_ander_werk_intern_verkend,
        is_op_voorstellen_ingegaan,
        is_werk_elders_verkend,
    )

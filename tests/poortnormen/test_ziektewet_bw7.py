"""Normen van Ziektewet, BW en minimumloon die een geval in TOML niet kan laten zien."""

from datetime import date

import pytest

from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, Dossierfout, Feit, lees_dossier
from poortnormen.feiten import FEITEN
from poortnormen.feiten.soort import WERKGEVER
from poortnormen.feiten.verzuim import Verlof, Ziekmelding
from poortnormen.geld import Bedrag
from poortnormen.uitkomst import Onbekend, Vastgesteld

D0 = date(2024, 11, 5)


def _dossier(*feiten: tuple[str, object, date | None]) -> Dossier:
    alle = (("ziekmeldingen", Ziekmelding(eerste_ziektedag=D0), None), *feiten)
    return Dossier(
        kenmerk="geval",
        feiten=tuple(
            Feit(naam=naam, waarde=waarde, op=op, vastgelegd_op=op or D0, gever=FEITEN[naam].gevers[0], id=str(nummer))
            for nummer, (naam, waarde, op) in enumerate(alle)
        ),
    )


def test_verlof_zonder_bekende_laatste_dag_maakt_de_aangifte_onbekend() -> None:
    dossier = _dossier(("verloven", Verlof(vanaf=date(2025, 3, 10), tot_en_met=None), None))

    uitkomst = catalogus().beoordeel(dossier, date(2025, 4, 1)).uitkomst("ZW-38-1")

    assert isinstance(uitkomst, Onbekend)
    assert uitkomst.ontbreekt == ("verloven",)


@pytest.mark.norm("BW7-658a-1-2", waar="poortnormen.bronnen.bw7.regels.reintegratie.spoor_2_verplicht")
def test_de_plicht_tot_spoor_2_vraagt_niet_hoe_groot_de_werkgever_is() -> None:
    gevraagd = {argument.naam for argument in catalogus().uitwerkingen["BW7-658a-1"].argumenten}
    gevraagd |= {naam for naam, soort in FEITEN.items() if "werknemers" in naam or "bedrijfsgrootte" in soort.vraag}

    assert not {naam for naam in gevraagd if "aantal" in naam or "grootte" in naam or "klein" in naam}


@pytest.mark.norm("BW7-658a-1-2", waar="poortnormen.bronnen.bw7.regels.reintegratie.spoor_2_verplicht")
def test_spoor_1_kan_na_een_jaar_niet_worden_afgesloten() -> None:
    """Zolang er in het eigen bedrijf nog iets kan passen, is de uitkomst dat, ook na het eerste ziektejaar."""
    na_een_jaar = date(2025, 11, 4)
    dossier = _dossier(
        ("kan_eigen_werk_niet_meer", True, date(2025, 6, 2)), ("is_intern_geen_passend_werk", False, na_een_jaar)
    )

    assert getattr(catalogus().beoordeel(dossier, na_een_jaar).uitkomst("BW7-658a-1"), "reden", "") == "eigen_bedrijf"


@pytest.mark.norm("WML-8-1-2", waar="poortnormen.bronnen.minimumloon.regels.bodem.bodem_per_uur")
def test_het_referentiemaandloon_is_geen_bodem() -> None:
    """Het maandbedrag van na 2023 staat onder een eigen naam, en geen enkele uitwerking vraagt erom."""
    cat = catalogus()
    rij = cat.waarden["referentiemaandloon"].op(date(2026, 7, 1))

    assert rij is not None
    assert rij.waarde == Bedrag.van_euro("2337.00")
    assert cat.waarden["minimumloon_maand"].op(date(2024, 1, 1)) is None
    gevraagd = {argument.naam for uitwerking in cat.uitwerkingen.values() for argument in uitwerking.argumenten}
    assert "minimumloon_uur" in gevraagd
    assert "referentiemaandloon" not in gevraagd


def test_de_werkgever_geeft_nooit_de_grond_van_een_vangnet() -> None:
    gronden = ("is_ziekte_door_zwangerschap", "is_ziekte_door_bevalling", "mag_vangnetmelding_wachten", "no_riskgrond")

    assert WERKGEVER in FEITEN["is_vangnetter"].gevers
    assert not [naam for naam in gronden if WERKGEVER in FEITEN[naam].gevers]


def test_de_dagen_van_een_vangnetmelding_zeggen_niet_welk_vangnet_het_is() -> None:
    """De werkgever ziet de uitkomst met haar argumenten; daar staat alleen ja of nee bij."""
    for norm in ("ZW-38a-1", "ZW-38a-2", "ZW-38a-3", "ZW-38a-5", "ZW-38-3"):
        gevraagd = {argument.naam for argument in catalogus().uitwerkingen[norm].argumenten}
        assert not {naam for naam in gevraagd if "zwanger" in naam or "bevalling" in naam or "grond" in naam}


@pytest.mark.parametrize(
    ("feit", "waarde", "zin"),
    [
        (
            "loonafspraken",
            {"vanaf": "2024-01-01", "loon_centen": -1, "per": "maand", "uren_per_week": 36},
            "$.feiten[0]",
        ),
        (
            "loonafspraken",
            {
                "vanaf": "2024-01-01",
                "loon_centen": 1,
                "per": "maand",
                "uren_per_week": 36,
                "uren_volle_week": 0,
            },
            "volle werkweek",
        ),
        ("loontreden", {"vanaf_ziektedag": 0, "loon_pct": 100}, "nummer 1"),
        ("loonmaatregelen", {"soort": "stop", "vanaf": "2026-03-09", "tot_en_met": "2026-03-08"}, "eindigt"),
        ("wachtdagen", -1, "$.feiten[0]"),
    ],
)
def test_loon_dat_niet_kan_wordt_geweigerd_met_wat_te_doen(feit: str, waarde: object, zin: str) -> None:
    ruw = {"feit": feit, "waarde": waarde, "vastgelegd_op": "2026-03-10", "gever": "werkgever"}

    with pytest.raises(Dossierfout) as fout:
        lees_dossier({"versie": 1, "kenmerk": "x", "feiten": [ruw]})

    assert zin in str(fout.value)


def test_elke_waarde_van_deze_bronnen_heeft_een_norm_en_bestaat() -> None:
    cat = catalogus()
    for reeks in cat.waarden.values():
        if reeks.bron in {"ziektewet", "bw7"} and reeks.norm:
            assert reeks.norm in cat.normen, reeks.naam


def test_een_late_aangifte_zonder_meer_feiten_is_een_vastgesteld_gevolg() -> None:
    uitkomst = catalogus().beoordeel(_dossier(), date(2025, 9, 30)).uitkomst("ZW-38-1-3")

    assert isinstance(uitkomst, Vastgesteld)
    assert uitkomst.waarde is False

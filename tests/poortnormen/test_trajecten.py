"""De gouden gevallen over een traject werkaanpassing, en of elke regel en elke bevinding klopt met de catalogus."""

import ast
import inspect
from datetime import date
from pathlib import Path

import pytest
from trajectgeval import Trajectgeval, trajectgevallen

import poortnormen.bronnen.werkaanpassing
from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding, Gewicht, bevindingsoorten
from poortnormen.catalogus import catalogus
from poortnormen.norm import BEPALINGEN, REGELS, regelt
from poortnormen.stukregel import getal, voer_uit

GEVALLEN = trajectgevallen()
PAKKET = Path(poortnormen.bronnen.werkaanpassing.__path__[0])


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.id)
def test_geval(geval: Trajectgeval) -> None:
    assert geval.verschillen() == []


@pytest.mark.parametrize("norm_id", sorted(REGELS))
def test_elke_regel_heeft_gevallen_met_verschillende_uitkomsten(norm_id: str) -> None:
    verwacht = {repr(geval.verwacht) for geval in GEVALLEN if geval.norm == norm_id}

    assert len(verwacht) >= 2, "schrijf een geval aan beide kanten van de grens"


def test_elke_naam_van_een_geval_is_er_een_keer() -> None:
    namen = [geval.id for geval in GEVALLEN]

    assert sorted(namen) == sorted(set(namen))


@pytest.mark.parametrize("norm_id", sorted(REGELS))
def test_een_regel_bewaakt_een_norm_die_bestaat_en_niet_ook_als_uitwerking(norm_id: str) -> None:
    functie = REGELS[norm_id]

    assert norm_id in catalogus().normen
    assert norm_id not in BEPALINGEN
    assert {deel.kind for deel in inspect.signature(functie).parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
    assert (functie.__doc__ or "").strip().endswith(".")


def test_een_norm_heeft_een_regel() -> None:
    with pytest.raises(ValueError, match="heeft al een regel"):
        regelt("WAP-A-13")(lambda: None)


def _gebruikte_codes() -> set[str]:
    """Elke tekst in de regels die een code kan zijn: wie een code gebruikt, schrijft haar voluit."""
    return {
        knoop.value
        for pad in PAKKET.rglob("*.py")
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str)
    }


def test_elke_bevinding_wordt_gebruikt_en_hoort_bij_een_norm_met_een_regel() -> None:
    assert set(bevindingsoorten()) - _gebruikte_codes() == set()
    assert {deel.norm for deel in bevindingsoorten().values()} <= set(REGELS)


def test_elke_bevinding_staat_in_een_geval() -> None:
    genoemd = " ".join(repr(geval.verwacht) for geval in GEVALLEN)

    assert [code for code in bevindingsoorten() if f": {code}" not in genoemd] == []


@pytest.mark.parametrize("code", sorted(bevindingsoorten()))
def test_wat_tegenhoudt_zegt_wat_eraan_te_doen_is(code: str) -> None:
    soort = bevindingsoorten()[code]

    assert soort.zin.endswith(".")
    assert soort.doe or soort.gewicht is Gewicht.LET_OP
    assert soort.voor


def test_een_bevinding_heeft_een_zin_met_gegevens() -> None:
    bevinding = Bevinding("gat_tussen_b2_en_b3", "B3", {"dagen": 6})

    assert bevinding.uitleg.sjabloon.startswith("Tussen B2 en B3 liggen {dagen} dagen. Doe B3")
    assert bevinding.uitleg.gegevens == {"plek": "B3", "dagen": 6}


def test_een_regel_die_er_niet_is_geeft_een_fout() -> None:
    with pytest.raises(KeyError):
        voer_uit("WAP-bestaat-niet", date(2026, 3, 2), {})


def test_een_getal_dat_op_een_dag_niet_bekend_is_geeft_een_fout() -> None:
    assert getal("termijn_b1", date(2026, 3, 2)).dagen == 7
    with pytest.raises(LookupError, match="niet bekend"):
        getal("minimumloon_uur", date(1990, 1, 1))

"""Explanations become sentences: every type of argument, and what is not there."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from poortnormen.catalogus import catalogus
from poortnormen.feiten import FEITEN
from poortnormen.feiten.verzuim import Hervatting, Werk
from poortnormen.geld import Bedrag
from poortnormen.tijd import Dagen, Feestdag, Jaren, Maanden, Periode, Verschuiving, Weken
from poortnormen.uitkomst import Uitleg
from poortwijzer.lib.woorden import WOORDEN
from poortwijzer.lib.zinnen import met_hoofdletter, opsomming, waarde, woord, zin

DAG = date(2025, 2, 10)


def test_een_uitleg_wordt_een_zin():
    uitleg = Uitleg(
        "Oordeel op {oordeel_op}; {termijn} later is {uitkomst}.",
        {"oordeel_op": DAG, "termijn": Weken(2), "uitkomst": date(2025, 2, 24)},
    )

    assert zin(uitleg) == "Oordeel op ma 10 februari 2025; twee weken later is ma 24 februari 2025."


def test_wat_ontbreekt_heet_niet_bekend_en_valt_niet_weg():
    assert zin(Uitleg("Hersteld op {dag}.", {})) == "Hersteld op niet bekend."
    assert zin(Uitleg("Hersteld op {dag}.", {"dag": None})) == "Hersteld op niet bekend."
    assert zin(Uitleg("Vanaf {periode.begin}.", {"periode": Periode(DAG)})) == "Vanaf niet bekend."


def test_een_veld_van_een_gegeven_kan_in_de_zin():
    assert zin(Uitleg("Vanaf {p.vanaf}.", {"p": Periode(DAG)})) == "Vanaf ma 10 februari 2025."


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (True, "ja"),
        (False, "nee"),
        (3, "3"),
        (Decimal("2.50"), "2,5"),
        (Dagen(1), "een dag"),
        (Maanden(13), "13 maanden"),
        (Jaren(2), "twee jaar"),
        (Bedrag(150780), "€ 1.507,80"),
        (Bedrag(-5), "-€ 0,05"),
        (Fraction(79, 200), "39,5%"),
        (Werk.AANGEPAST_EIGEN, "eigen werk, aangepast"),
        ((Werk.EIGEN, Werk.ELDERS), "eigen werk en werk bij een andere werkgever"),
        ((), "geen"),
        (Periode(DAG), "vanaf ma 10 februari 2025"),
        (Verschuiving(DAG, date(2025, 2, 11), ()), "di 11 februari 2025"),
        (Feestdag(DAG, "tweede Paasdag", "V"), "tweede Paasdag (ma 10 februari 2025)"),
        ("vrije tekst", "vrije tekst"),
    ],
    ids=str,
)
def test_elk_soort_gegeven_leest_als_nederlands(inhoud, woorden):
    assert waarde(inhoud) == woorden


def test_een_breuk_is_uren_of_een_deel_naar_de_naam():
    assert waarde(Fraction(37, 2), "uren_per_week") == "18,5 uur"
    assert waarde(Fraction(50), "loonwaarde_pct") == "50%"


def test_een_aantal_centen_is_een_bedrag():
    assert waarde(252000, "loon_in_centen") == "€ 2.520,00"
    assert woord("loon_in_centen") == "loon"


def test_een_samengesteld_feit_noemt_alleen_wat_bekend_is():
    hervatting = Hervatting(vanaf=DAG, uren_per_week=Fraction(20))

    woorden = waarde(hervatting)

    assert woorden.startswith("vanaf: ma 10 februari 2025, uren per week: 20 uur")
    assert "loonwaarde" not in woorden


def test_namen_van_de_kern_worden_woorden():
    assert woord("plan_van_aanpak") == "plan van aanpak"
    assert woord("is_eigenrisicodrager") == "eigenrisicodrager"
    assert woord("wia_aanvraag_op") == "WIA-aanvraag"


def test_elk_feit_dat_iemand_vastlegt_heeft_woorden_van_een_mens():
    """A button that says `toetsbesluit` or `spoor2_gestart_op` is written by a program."""
    momenten = [norm.moment for norm in catalogus().normen.values() if norm.moment is not None]
    op_knoppen = {naam for moment in momenten for naam in (moment.gedaan, moment.gedaan_door) if naam in FEITEN}
    samengesteld = {naam for naam in op_knoppen if not FEITEN[naam].is_afgeleid and "_" in naam}

    assert samengesteld
    assert samengesteld <= set(WOORDEN)
    assert woord("toetsbesluit") == "besluit van UWV na de toets"


def test_een_opsomming_leest_als_spraak():
    assert opsomming(["a", "b", "c"]) == "a, b en c"


def test_een_hoofdletter_vooraan_laat_de_rest_staan():
    assert met_hoofdletter("besluit van UWV na de toets") == "Besluit van UWV na de toets"
    assert met_hoofdletter("") == ""

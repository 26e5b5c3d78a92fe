"""Dates and durations in words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from poortnormen.tijd import Periode
from poortwijzer.lib.datums import (
    dagen_te_laat,
    datum,
    datum_zonder_weekdag,
    duur,
    met_dagen_in_woorden,
    over_dagen,
    periode,
    telwoord,
    tijdstip,
)

VANDAAG = date(2026, 3, 24)


def test_een_dag_staat_er_met_weekdag_en_maand():
    assert datum(VANDAAG) == "di 24 maart 2026"
    assert datum_zonder_weekdag(VANDAAG) == "24 maart 2026"


def test_een_moment_is_de_dag_die_het_in_nederland_is():
    vlak_na_middernacht = datetime(2026, 3, 23, 23, 30, tzinfo=UTC)

    assert datum(vlak_na_middernacht) == "di 24 maart 2026"
    assert tijdstip(vlak_na_middernacht) == "di 24 maart 2026, 00:30"


@pytest.mark.parametrize(
    ("tot_en_met", "woorden"),
    [
        (None, "vanaf di 24 maart 2026"),
        (VANDAAG, "di 24 maart 2026"),
        (date(2026, 4, 1), "van di 24 maart 2026 tot en met wo 1 april 2026"),
    ],
)
def test_een_periode_leest_als_een_zin(tot_en_met, woorden):
    assert periode(Periode(VANDAAG, tot_en_met)) == woorden


@pytest.mark.parametrize(
    ("aantal", "eenheid", "woorden"),
    [
        (1, "week", "een week"),
        (6, "week", "zes weken"),
        (12, "maand", "twaalf maanden"),
        (27, "dag", "27 dagen"),
        (2, "jaar", "twee jaar"),
    ],
)
def test_een_duur_staat_er_in_woorden_tot_en_met_twaalf(aantal, eenheid, woorden):
    assert duur(aantal, eenheid) == woorden


def test_een_negatief_aantal_blijft_een_getal():
    assert telwoord(-1) == "-1"


@pytest.mark.parametrize(
    ("dagen", "woorden"),
    [
        (-9, "9 dagen geleden"), (-1, "gisteren"), (0, "vandaag"),
        (1, "morgen"), (2, "over 2 dagen"), (9, "over 9 dagen"),
    ],
)  # fmt: skip
def test_hoe_ver_een_dag_weg_is(dagen, woorden):
    assert over_dagen(VANDAAG + timedelta(days=dagen), VANDAAG) == woorden


def test_te_laat_telt_vanaf_de_uiterste_dag():
    assert dagen_te_laat(VANDAAG, VANDAAG + timedelta(days=1)) == "1 dag te laat"
    assert dagen_te_laat(VANDAAG, VANDAAG + timedelta(days=9)) == "9 dagen te laat"


def test_een_dag_in_een_melding_van_de_kern_staat_er_zoals_mensen_hem_lezen():
    assert met_dagen_in_woorden("Op 2026-02-01 liep er niets.") == "Op zo 1 februari 2026 liep er niets."
    assert met_dagen_in_woorden("Nummer 2026-99-99 is geen dag.") == "Nummer 2026-99-99 is geen dag."

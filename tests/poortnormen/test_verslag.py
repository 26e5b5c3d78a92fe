"""Which documents go into the re-integratieverslag, and where."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortnormen.feiten.stukken import Onderdeel, Stuksoort
from poortnormen.verslag import GROEPEN, LEVEREN, Verslagstuk, groep_van, stukken_in_verslag

DAG = date(2026, 3, 2)


def stuk(soort: Stuksoort, dagen: int, sleutel: object = None) -> Verslagstuk:
    return Verslagstuk(sleutel or f"{soort}{dagen}", soort, DAG + timedelta(days=dagen))


def sleutels(stukken: list[Verslagstuk], letter: Onderdeel) -> list[object]:
    return [gekozen.sleutel for gekozen in stukken_in_verslag(stukken).get(letter, ())]


@pytest.mark.norm("BKP-n5-f", waar="poortnormen.verslag.stukken_in_verslag")
def test_elk_oordeel_van_de_bedrijfsarts_gaat_mee_op_volgorde_van_de_dag():
    rij = [stuk(Stuksoort.PROBLEEMANALYSE, 90, "bijgesteld"), stuk(Stuksoort.PROBLEEMANALYSE, 40, "eerste")]
    assert sleutels(rij, Onderdeel.F) == ["eerste", "bijgesteld"]


@pytest.mark.norm("BKP-n5-g", waar="poortnormen.verslag.stukken_in_verslag")
def test_het_plan_gaat_mee_met_al_zijn_bijstellingen():
    rij = [stuk(Stuksoort.BIJSTELLING, 120), stuk(Stuksoort.PLAN_VAN_AANPAK, 50), stuk(Stuksoort.BIJSTELLING, 200)]
    assert sleutels(rij, Onderdeel.G) == ["plan_van_aanpak50", "bijstelling120", "bijstelling200"]


@pytest.mark.norm("BKP-n5-h", waar="poortnormen.verslag.stukken_in_verslag")
@pytest.mark.norm("PRG-6-1h", waar="poortnormen.verslag.stukken_in_verslag")
def test_van_de_evaluaties_die_van_het_eerste_jaar_en_de_laatste():
    rij = [
        stuk(Stuksoort.EVALUATIE, 100),
        stuk(Stuksoort.EERSTEJAARSEVALUATIE, 360),
        stuk(Stuksoort.EVALUATIE, 500),
        stuk(Stuksoort.EINDEVALUATIE, 600),
    ]
    assert sleutels(rij, Onderdeel.H) == ["eerstejaarsevaluatie360", "eindevaluatie600"]
    assert sleutels(rij[:3], Onderdeel.H) == ["eerstejaarsevaluatie360", "evaluatie500"]


@pytest.mark.parametrize(
    ("soort", "letter"),
    [
        (Stuksoort.REINTEGRATIEVERSLAG, Onderdeel.A),
        (Stuksoort.ACTUEEL_OORDEEL, Onderdeel.I),
        (Stuksoort.OORDEEL_WERKNEMER, Onderdeel.L),
    ],
)
def test_van_de_rest_gaat_alleen_het_laatste_mee(soort, letter):
    rij = [stuk(soort, 10), stuk(soort, 30, "laatste"), stuk(soort, 20)]
    assert sleutels(rij, letter) == ["laatste"]
    assert groep_van(soort) is letter


def test_een_terugkoppeling_tussendoor_gaat_niet_mee():
    assert groep_van(Stuksoort.TERUGKOPPELING) is None
    assert stukken_in_verslag([stuk(Stuksoort.TERUGKOPPELING, 10)]) == {}


def test_bij_dezelfde_dag_telt_wat_later_in_de_rij_staat():
    rij = [stuk(Stuksoort.ACTUEEL_OORDEEL, 10, "eerder"), stuk(Stuksoort.ACTUEEL_OORDEEL, 10, "later")]
    assert sleutels(rij, Onderdeel.I) == ["later"]


def test_elke_letter_staat_in_een_groep_en_komt_van_iemand():
    assert [letter for groep in GROEPEN for letter in groep] == list(Onderdeel)
    assert set(LEVEREN) == set(Onderdeel)
    assert all(LEVEREN.values())


@given(st.lists(st.builds(stuk, st.sampled_from(Stuksoort), st.integers(0, 700), st.uuids())))
def test_geen_stuk_gaat_twee_keer_mee_en_elk_staat_in_de_groep_van_zijn_soort(rij):
    gekozen = stukken_in_verslag(rij)
    mee = [wat for groep in gekozen.values() for wat in groep]
    assert len(mee) == len({wat.sleutel for wat in mee})
    assert all(groep_van(wat.soort) is letter for letter, groep in gekozen.items() for wat in groep)
    assert all(list(groep) == sorted(groep, key=lambda wat: wat.opgesteld_op) for groep in gekozen.values())

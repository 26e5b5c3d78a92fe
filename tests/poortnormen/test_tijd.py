"""Het rekenen met dagen: de grenzen van elke functie, en pasen naast een ander rekenprogramma."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from poortnormen.tijd import (
    Dagen,
    Jaren,
    Maanden,
    Periode,
    Termijnkalender,
    Weken,
    dagen_van,
    eerste_dag_na,
    jaren_later,
    laatste_dag_binnen,
    laatste_dag_van,
    maanden_later,
    pasen,
    terug_vanaf,
)

DAG = date(2024, 3, 1)
DAGEN = st.dates(date(1990, 1, 1), date(2120, 12, 31))


def test_een_tijdvak_telt_de_eerste_dag_mee_en_een_termijn_begint_de_dag_erna() -> None:
    assert laatste_dag_van(vanaf=DAG, duur=Weken(104)) == date(2026, 2, 26)
    assert eerste_dag_na(vanaf=DAG, duur=Weken(104)) == date(2026, 2, 27)
    assert laatste_dag_binnen(na=DAG, termijn=Weken(2)) == date(2024, 3, 15)
    assert terug_vanaf(dag=date(2026, 2, 26), termijn=Weken(13)) == date(2025, 11, 27)


@pytest.mark.parametrize(
    ("dag", "jaren", "later"),
    [
        (date(2024, 2, 28), 2, date(2026, 2, 28)),
        (date(2024, 2, 29), 2, date(2026, 3, 1)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 11, 5), 2, date(2026, 11, 5)),
    ],
)
def test_jaren_later(dag: date, jaren: int, later: date) -> None:
    assert jaren_later(dag, Jaren(jaren)) == later


@pytest.mark.parametrize(
    ("dag", "maanden", "later"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2024, 11, 30), 1, date(2024, 12, 30)),
        (date(2024, 12, 31), 12, date(2025, 12, 31)),
        (date(2024, 3, 15), 0, date(2024, 3, 15)),
    ],
)
def test_maanden_later(dag: date, maanden: int, later: date) -> None:
    assert maanden_later(dag, Maanden(maanden)) == later


@given(dag=DAGEN, maanden=st.integers(0, 60))
def test_maanden_later_is_nooit_een_andere_maand_dan_gevraagd(dag: date, maanden: int) -> None:
    later = maanden_later(dag, Maanden(maanden))

    assert (later.year * 12 + later.month) - (dag.year * 12 + dag.month) == maanden
    assert later.day == dag.day or (later.day < dag.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.parametrize("jaar", range(1950, 2151))
def test_pasen_is_wat_een_ander_rekenprogramma_geeft(jaar: int) -> None:
    assert pasen(jaar) == easter(jaar)


def test_een_periode_eindigt_niet_voor_zij_begint() -> None:
    with pytest.raises(ValueError, match="voordat zij begint"):
        Periode(DAG, DAG - timedelta(days=1))


def test_een_lopende_periode_heeft_geen_aantal_dagen_en_wel_dagen() -> None:
    lopend = Periode(DAG)

    assert DAG in lopend
    assert date(2100, 1, 1) in lopend
    assert DAG - timedelta(days=1) not in lopend
    with pytest.raises(ValueError, match="nog geen aantal dagen"):
        lopend.aantal_dagen()


@given(vanaf=DAGEN, dagen=st.integers(0, 400))
def test_een_periode_heeft_zoveel_dagen_als_zij_noemt(vanaf: date, dagen: int) -> None:
    periode = Periode(vanaf, vanaf + timedelta(days=dagen))

    rij = list(dagen_van(periode))

    assert len(rij) == periode.aantal_dagen() == dagen + 1
    assert all(dag in periode for dag in rij)


def test_werkdagen_van_een_periode() -> None:
    kaal = Termijnkalender(vaste_dagen=((5, 5, "Bevrijdingsdag"),), paasdagen=(), koningsdag=(4, 27, 26, "Koningsdag"))

    assert kaal.werkdagen(Periode(date(2026, 5, 4), date(2026, 5, 10))) == 4
    assert kaal.werkdag_op_of_voor(date(2026, 5, 10)) == date(2026, 5, 8)


def test_duren_zijn_te_vergelijken_binnen_hun_eenheid() -> None:
    assert Dagen(6) < Dagen(7)
    assert Weken(1).dagen == Dagen(7).dagen

"""De telling van ziektedagen: wat meetelt, welke perioden bij elkaar horen, en dat knippen niets verandert."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from poortnormen.tijd import Periode, Weken, dagen_van
from poortnormen.uitkomst import FeitOntbreekt
from poortnormen.ziektetijd import (
    Onderbreking,
    Onderbrekingsgrond,
    Ziekteperiode,
    Ziektetijd,
    laatste_verzuim,
    ligt_verlof_ertussen,
    splits_om_verlof,
    voeg_samen,
    ziekteperioden,
)

BEGIN = date(2024, 11, 5)
VIER_WEKEN = Weken(4)
eerste_dagen = st.dates(date(2022, 1, 1), date(2027, 12, 31))


def dag(nummer: int) -> date:
    return BEGIN + timedelta(days=nummer)


def hersteld(vanaf: date, dagen: int) -> Onderbreking:
    return Onderbreking(Periode(vanaf, vanaf + timedelta(days=dagen - 1)), Onderbrekingsgrond.HERSTELD)


@st.composite
def onderbrekingen(draw: st.DrawFn, eerste: date) -> tuple[Onderbreking, ...]:
    """Een paar tijden die niet meetellen, ook op de eerste dag, aansluitend of over elkaar heen."""
    delen = draw(st.lists(st.tuples(st.integers(0, 700), st.integers(1, 130)), max_size=5))
    gronden = st.sampled_from(Onderbrekingsgrond)
    return voeg_samen(
        Onderbreking(hersteld(eerste + timedelta(days=na), lengte).periode, draw(gronden)) for na, lengte in delen
    )


@st.composite
def tellingen(draw: st.DrawFn) -> Ziektetijd:
    eerste = draw(eerste_dagen)
    return Ziektetijd(eerste, draw(onderbrekingen(eerste)))


@st.composite
def verzuim(draw: st.DrawFn) -> tuple[list[date], list[date]]:
    """Dagen van ziekmelding en herstel die elkaar afwisselen."""
    ziek, herstel, na = [draw(eerste_dagen)], list[date](), 0
    for _ in range(draw(st.integers(0, 4))):
        na += draw(st.integers(1, 200))
        herstel.append(ziek[0] + timedelta(days=na))
        na += draw(st.sampled_from([0, 1, 26, 27, 28, 29, 90]))
        ziek.append(ziek[0] + timedelta(days=na))
    return ziek, herstel


def tel(ziek: list[date], herstel: list[date], *verloven: Periode, samen: bool = True) -> Ziektetijd:
    return laatste_verzuim(ziekteperioden(ziek, herstel), verloven, grens=VIER_WEKEN, hoort_om_verlof_samen=samen)


# --- dag en dagnummer -----------------------------------------------------------------------------------------


@given(telling=tellingen(), nummer=st.integers(0, 1100))
def test_dagnummer_en_dag_zijn_elkaars_omgekeerde(telling: Ziektetijd, nummer: int) -> None:
    assert telling.dagnummer(telling.dag(nummer)) == nummer + 1


@given(telling=tellingen(), na=st.integers(0, 1100))
def test_van_een_dag_die_meetelt_geeft_zijn_nummer_de_dag_terug(telling: Ziektetijd, na: int) -> None:
    datum = telling.eerste_ziektedag + timedelta(days=na)
    assume(not any(datum in onderbreking.periode for onderbreking in telling.onderbrekingen))

    assert telling.dag(telling.dagnummer(datum) - 1) == datum


@given(telling=tellingen(), nummer=st.integers(0, 1100))
def test_een_dag_die_meetelt_ligt_in_geen_onderbreking(telling: Ziektetijd, nummer: int) -> None:
    datum = telling.dag(nummer)

    assert not any(datum in onderbreking.periode for onderbreking in telling.onderbrekingen)
    assert datum < telling.dag(nummer + 1)


@given(telling=tellingen(), na=st.integers(0, 1100))
def test_op_een_dag_die_niet_meetelt_blijft_het_nummer_staan(telling: Ziektetijd, na: int) -> None:
    datum = telling.eerste_ziektedag + timedelta(days=na)
    telt_mee = not any(datum in onderbreking.periode for onderbreking in telling.onderbrekingen)

    assert telling.dagnummer(datum) - telling.dagnummer(datum - timedelta(days=1)) == int(telt_mee)


@given(eerste=eerste_dagen, later=st.integers(0, 400), nummer=st.integers(0, 1100), data=st.data())
def test_een_latere_eerste_ziektedag_geeft_nooit_een_eerdere_dag(
    eerste: date, later: int, nummer: int, data: st.DataObject
) -> None:
    tussen = data.draw(onderbrekingen(eerste + timedelta(days=later)))

    vroeg, laat = Ziektetijd(eerste, tussen), Ziektetijd(eerste + timedelta(days=later), tussen)

    assert vroeg.dag(nummer) <= laat.dag(nummer)


def test_weken_tellen_vanaf_de_eerste_ziektedag() -> None:
    telling = Ziektetijd(BEGIN)

    assert telling.na(Weken(42)) == dag(294)
    assert telling.laatste_dag_van(Weken(104)) == dag(727)


def test_een_onderbreking_op_de_eerste_dag_schuift_ook_die() -> None:
    assert Ziektetijd(BEGIN, (hersteld(BEGIN, 10),)).dag(0) == dag(10)


def test_na_een_onderbreking_zonder_einde_is_geen_dag_bekend_en_ervoor_wel() -> None:
    telling = Ziektetijd(BEGIN, (Onderbreking(Periode(dag(100)), Onderbrekingsgrond.VERLOF),))

    assert telling.dag(99) == dag(99)
    with pytest.raises(FeitOntbreekt):
        telling.dag(100)
    assert telling.dagnummer(dag(150)) == 100
    assert telling.niet_meetellende_dagen == 0


def test_een_gebeurtenis_van_voor_de_eerste_ziektedag_hoort_niet_bij_het_verzuim() -> None:
    telling = Ziektetijd(BEGIN)

    assert telling.in_dit_verzuim(dag(-1)) is None
    assert telling.in_dit_verzuim(BEGIN) == BEGIN
    assert telling.in_dit_verzuim(None) is None


# --- samenvoegen ----------------------------------------------------------------------------------------------


def _dagen(delen: tuple[Onderbreking, ...]) -> Iterator[date]:
    for onderbreking in delen:
        yield from dagen_van(onderbreking.periode)


@given(delen=st.lists(st.tuples(st.integers(0, 300), st.integers(1, 100)), max_size=6))
def test_samenvoegen_telt_elke_dag_een_keer_en_laat_geen_dag_vallen(delen: list[tuple[int, int]]) -> None:
    ruw = tuple(hersteld(dag(na), lengte) for na, lengte in delen)

    dagen = list(_dagen(voeg_samen(ruw)))

    assert len(dagen) == len(set(dagen))
    assert set(dagen) == set(_dagen(ruw))
    assert dagen == sorted(dagen)


# --- welke perioden bij elkaar horen --------------------------------------------------------------------------


@given(meldingen=verzuim(), knip=st.integers(1, 900))
def test_een_periode_in_twee_aansluitende_knippen_verandert_niets(
    meldingen: tuple[list[date], list[date]], knip: int
) -> None:
    ziek, herstel = meldingen
    knipdag = ziek[0] + timedelta(days=knip)
    assume(knipdag not in ziek and knipdag not in herstel)
    assume(any(p.vanaf < knipdag and (p.hersteld_op is None or knipdag < p.hersteld_op) for p in _perioden(meldingen)))

    assert tel([*ziek, knipdag], [*herstel, knipdag]) == tel(ziek, herstel)


def _perioden(meldingen: tuple[list[date], list[date]]) -> tuple[Ziekteperiode, ...]:
    return ziekteperioden(*meldingen)


@given(meldingen=verzuim(), dagen=st.integers(0, 400))
def test_alles_later_geeft_dezelfde_telling_evenveel_later(
    meldingen: tuple[list[date], list[date]], dagen: int
) -> None:
    ziek, herstel = meldingen
    schuif = timedelta(days=dagen)

    eerst, daarna = tel(ziek, herstel), tel([d + schuif for d in ziek], [d + schuif for d in herstel])

    assert daarna.eerste_ziektedag == eerst.eerste_ziektedag + schuif
    assert daarna.niet_meetellende_dagen == eerst.niet_meetellende_dagen
    assert daarna.dag(727) == eerst.dag(727) + schuif


@pytest.mark.parametrize(("dagen_hersteld", "eerste"), [(27, BEGIN), (28, dag(128))])
def test_minder_dan_vier_weken_hersteld_hoort_bij_elkaar(dagen_hersteld: int, eerste: date) -> None:
    assert tel([BEGIN, dag(100 + dagen_hersteld)], [dag(100)]).eerste_ziektedag == eerste


def test_opnieuw_ziek_zonder_herstel_is_dezelfde_periode() -> None:
    assert ziekteperioden([BEGIN, dag(40)], []) == (Ziekteperiode(BEGIN),)
    assert ziekteperioden([BEGIN, dag(40)], [dag(60)]) == (Ziekteperiode(BEGIN, dag(60)),)


# --- verlof ---------------------------------------------------------------------------------------------------

VERLOF = Periode(dag(100), dag(211))


def test_ziek_direct_voor_en_na_het_verlof_hangt_van_het_oordeel_af() -> None:
    meldingen = [BEGIN, dag(212)], [dag(100)]

    assert tel(*meldingen, VERLOF, samen=True) == Ziektetijd(
        BEGIN, (Onderbreking(VERLOF, Onderbrekingsgrond.VERLOF),), None
    )
    assert tel(*meldingen, VERLOF, samen=False) == Ziektetijd(dag(212))


@pytest.mark.parametrize(
    ("hersteld_op", "weer_ziek", "ertussen"),
    [
        (100, 212, True),
        (150, 212, True),  # ziek tot in het verlof
        (100, 200, True),  # ziek nog in het verlof
        (99, 212, False),  # een dag voor het verlof hersteld
        (100, 213, False),  # een dag na het verlof nog niet ziek
        (213, 300, False),  # pas na het verlof hersteld
    ],
)
def test_alleen_direct_ervoor_en_erna_is_om_het_verlof_heen(
    hersteld_op: int, weer_ziek: int, *, ertussen: bool
) -> None:
    eerste, tweede = Ziekteperiode(BEGIN, dag(hersteld_op)), Ziekteperiode(dag(weer_ziek))

    assert ligt_verlof_ertussen(eerste, tweede, [VERLOF]) is ertussen


def test_ligt_het_einde_van_het_verlof_open_dan_is_niet_bekend_of_de_ziekte_aansluit() -> None:
    with pytest.raises(FeitOntbreekt):
        ligt_verlof_ertussen(Ziekteperiode(BEGIN, dag(100)), Ziekteperiode(dag(212)), [Periode(dag(100))])


@pytest.mark.parametrize(
    ("hersteld_op", "perioden"),
    [
        (None, (Ziekteperiode(BEGIN, dag(100)), Ziekteperiode(dag(212)))),
        (300, (Ziekteperiode(BEGIN, dag(100)), Ziekteperiode(dag(212), dag(300)))),
        (150, (Ziekteperiode(BEGIN, dag(100)),)),
        (212, (Ziekteperiode(BEGIN, dag(100)),)),
        (100, (Ziekteperiode(BEGIN, dag(100)),)),
        (90, (Ziekteperiode(BEGIN, dag(90)),)),
    ],
)
def test_een_andere_oorzaak_knipt_de_ziekte_om_het_verlof(
    hersteld_op: int | None, perioden: tuple[Ziekteperiode, ...]
) -> None:
    heel = Ziekteperiode(BEGIN, None if hersteld_op is None else dag(hersteld_op))

    assert splits_om_verlof([heel], [VERLOF]) == perioden


def test_knippen_om_een_verlof_zonder_einde_kan_niet() -> None:
    with pytest.raises(FeitOntbreekt):
        splits_om_verlof([Ziekteperiode(BEGIN)], [Periode(dag(100))])


def test_ziek_geworden_in_het_verlof_telt_pas_na_het_verlof() -> None:
    telling = tel([dag(150)], [], VERLOF)

    assert telling.dag(0) == dag(212)
    assert telling.dagnummer(dag(150)) == 0


@given(lengte=st.integers(1, 180), na=st.integers(0, 700))
def test_verlof_schuift_het_einde_precies_zijn_lengte_op(lengte: int, na: int) -> None:
    verlof = Periode(dag(na), dag(na + lengte - 1))

    assert tel([BEGIN], [], verlof).dag(727) == dag(727 + lengte)

"""Wie in een te kleine groep zit, is uit geen enkel cijfer te halen, ook niet door cijfers van elkaar af te trekken."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortnormen.bronnen.werkaanpassing.regels.cijfers import (
    Trajectcijfer,
    aandeel_werkorganisatie,
    aanpassingen,
    gebruik,
    te_late_stappen,
    terugkeer,
    waardering,
)
from poortnormen.bronnen.werkaanpassing.soorten import Antwoord, Categorie

CIJFERS = (gebruik, aanpassingen, terugkeer, te_late_stappen, waardering, aandeel_werkorganisatie)
TRAJECT = st.builds(
    Trajectcijfer,
    afdeling=st.sampled_from("ABCD"),
    afgerond_op=st.sampled_from([None, date(2026, 4, 1)]),
    categorieen=st.lists(st.sampled_from(Categorie), max_size=3).map(tuple),
    bedacht_werkorganisatie=st.integers(0, 5),
    gekozen_werkorganisatie=st.integers(0, 5),
    vroegtijdig=st.sampled_from([None, *Antwoord]),
    duurzaam=st.sampled_from([None, *Antwoord]),
    definitie=st.sampled_from(["eigen functie", "onderzoek"]),
    stappen_te_laat=st.lists(st.sampled_from(["B1", "B2", "B3"]), max_size=2).map(tuple),
    cijfer=st.one_of(st.none(), st.integers(1, 10)),
)


def _alles(trajecten: tuple[Trajectcijfer, ...], kleinste_groep: int, *, per_afdeling: bool) -> list[object]:
    return [cijfer(trajecten=trajecten, per_afdeling=per_afdeling, kleinste_groep=kleinste_groep) for cijfer in CIJFERS]


@given(st.lists(TRAJECT, max_size=25).map(tuple), st.integers(2, 5), st.data())
@pytest.mark.norm("WAP-C-06", waar="poortnormen.bronnen.werkaanpassing.regels.cijfers.gebruik")
def test_een_te_kleine_afdeling_maakt_nergens_verschil(
    trajecten: tuple[Trajectcijfer, ...], kleinste_groep: int, data: st.DataObject
) -> None:
    """Wat er ook in een te kleine afdeling gebeurde, of zij helemaal niet bestond: elk cijfer blijft gelijk."""
    groot = gebruik(trajecten=trajecten, per_afdeling=True, kleinste_groep=kleinste_groep)
    anders = tuple(
        deel
        if deel.afdeling in groot
        else replace(
            deel,
            cijfer=data.draw(st.one_of(st.none(), st.integers(1, 10))),
            categorieen=data.draw(st.sampled_from([(), (Categorie.OVERIGE,)])),
            vroegtijdig=data.draw(st.sampled_from([None, *Antwoord])),
            duurzaam=data.draw(st.sampled_from([None, *Antwoord])),
            stappen_te_laat=("B1",),
        )
        for deel in trajecten
    )
    zonder = tuple(deel for deel in trajecten if deel.afdeling in groot)

    cijfers = _alles(trajecten, kleinste_groep, per_afdeling=True)

    assert cijfers == _alles(anders, kleinste_groep, per_afdeling=True)
    assert cijfers == _alles(zonder, kleinste_groep, per_afdeling=True)
    assert all(aantal >= kleinste_groep for aantal in groot.values())


@given(st.lists(TRAJECT, max_size=25).map(tuple), st.integers(2, 5))
def test_een_te_kleine_organisatie_heeft_geen_cijfers(
    trajecten: tuple[Trajectcijfer, ...], kleinste_groep: int
) -> None:
    klaar = sum(deel.afgerond_op is not None for deel in trajecten)

    cijfers = _alles(trajecten, kleinste_groep, per_afdeling=False)

    assert (cijfers == [{}, {}, {}, {}, None, (0, 0)]) is (klaar < kleinste_groep)


@given(st.lists(TRAJECT, max_size=12).map(tuple))
def test_wat_nog_loopt_telt_niet(trajecten: tuple[Trajectcijfer, ...]) -> None:
    klaar = tuple(deel for deel in trajecten if deel.afgerond_op is not None)

    assert _alles(trajecten, 2, per_afdeling=True) == _alles(klaar, 2, per_afdeling=True)
    assert _alles(trajecten, 2, per_afdeling=False) == _alles(klaar, 2, per_afdeling=False)

"""What the database keeps of an outcome comes back as the same values."""

import json
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortnormen.feiten.verzuim import Hervatting, Werk
from poortnormen.geld import Bedrag
from poortnormen.tijd import Dagen, Periode, Weken
from poortnormen.uitkomst import Stand, Uitleg
from poortwijzer.dossiers.codec import decode, decode_uitleg, encode, encode_uitleg
from poortwijzer.lib.zinnen import zin

KAAL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(),
    st.dates(),
    st.fractions(),
    st.sampled_from([*Stand, *Werk]),
    st.builds(Weken, st.integers()),
    st.builds(Bedrag, st.integers()),
)


@given(st.recursive(KAAL, lambda deel: st.lists(deel).map(tuple), max_leaves=10))
def test_heen_en_weer_door_json_is_hetzelfde(waarde):
    assert decode(json.loads(json.dumps(encode(waarde)))) == waarde


@pytest.mark.parametrize(
    "waarde",
    [
        Periode(date(2026, 1, 1), None),
        Hervatting(vanaf=date(2026, 1, 1), uren_per_week=Fraction(27, 2), werk=Werk.ELDERS),
        (Dagen(3), Periode(date(2026, 1, 1), date(2026, 1, 2))),
    ],
)
def test_waarden_van_de_kern_houden_hun_soort(waarde):
    assert decode(json.loads(json.dumps(encode(waarde)))) == waarde


@pytest.mark.parametrize(
    "bewaard",
    [
        ["c", "poortnormen.tijd:BestaatNietMeer", {"a": 1}],
        ["c", "os:system", {"command": "true"}],
        ["c", "poortnormen.tijd:pasen", {"jaar": 2026}],
        ["c", "poortnormen.tijd:Weken", {"anders": 1}],
        ["e", "poortnormen.uitkomst:Stand", "weg"],
        ["d", "geen dag"],
        ["?", "iets"],
    ],
)
def test_wat_niet_meer_te_lezen_is_wordt_tekst_en_roept_niets_aan(bewaard):
    assert decode(bewaard) == str(bewaard[-1])


def test_een_uitleg_bewaart_alleen_wat_zij_toont():
    uitleg = Uitleg(
        "Van {periode.vanaf} tot en met {periode.tot_en_met}, {duur} later is {uitkomst}; {weg}.",
        {
            "periode": Periode(date(2026, 1, 5), date(2026, 1, 9)),
            "duur": Weken(6),
            "uitkomst": date(2026, 2, 20),
            "niet_getoond": object(),
        },
    )

    bewaard = json.loads(json.dumps(encode_uitleg(uitleg)))

    assert set(bewaard["gegevens"]) == {"periode.vanaf", "periode.tot_en_met", "duur", "uitkomst"}
    assert zin(decode_uitleg(bewaard)) == zin(uitleg)

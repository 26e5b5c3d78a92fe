"""A sealed value opens at its own place with its own key, and nowhere else."""

import secrets
from itertools import product

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from poortwijzer.kluis.envelop import Beschadigd, Plaats, Verzegeld, nieuwe_sleutel, ontzegel, verzegel

SLEUTEL_ID = secrets.token_bytes(16)
HIER = Plaats("tabel", "kolom", "rij", "dossier")
DELEN = st.text(max_size=5)


@pytest.fixture(scope="module")
def sleutel() -> AESGCM:
    return AESGCM(nieuwe_sleutel())


def zet(inhoud: bytes, sleutel: AESGCM, plaats: Plaats = HIER) -> Verzegeld:
    return verzegel(inhoud, met=sleutel, sleutel_id=SLEUTEL_ID, plaats=plaats)


@given(inhoud=st.binary(max_size=300))
def test_wat_verzegeld_is_komt_heel_terug(sleutel, inhoud):
    assert ontzegel(zet(inhoud, sleutel), met=sleutel, plaats=HIER) == inhoud


def test_dezelfde_inhoud_ziet_er_elke_keer_anders_uit(sleutel):
    assert len({zet(b"dezelfde", sleutel) for _ in range(1_000)}) == 1_000


@pytest.mark.parametrize("nummer", range(len(Plaats.__slots__)))
def test_op_een_andere_plaats_gaat_het_niet_open(sleutel, nummer):
    delen = ["tabel", "kolom", "rij", "dossier"]
    delen[nummer] = "elders"

    with pytest.raises(Beschadigd):
        ontzegel(zet(b"geheim", sleutel), met=sleutel, plaats=Plaats(*delen))


@given(een=st.tuples(*[DELEN] * 4), ander=st.tuples(*[DELEN] * 4))
def test_twee_plaatsen_lijken_nooit_op_elkaar(een, ander):
    assert (Plaats(*een).als_bytes() == Plaats(*ander).als_bytes()) == (een == ander)


def test_elke_veranderde_bit_wordt_geweigerd(sleutel):
    heel = zet(b"geheim", sleutel)
    for plek, bit in product(range(len(heel)), range(8)):
        stuk = bytearray(heel)
        stuk[plek] ^= 1 << bit
        with pytest.raises(Beschadigd):
            ontzegel(Verzegeld(stuk), met=sleutel, plaats=HIER)


def test_een_afgekapte_of_vreemde_waarde_is_geen_verzegelde(sleutel):
    heel = zet(b"geheim", sleutel)
    for lengte in range(len(heel)):
        with pytest.raises(Beschadigd):
            ontzegel(Verzegeld(heel[:lengte]), met=sleutel, plaats=HIER)
    with pytest.raises(Beschadigd):
        _ = Verzegeld(b"\x02" + heel[1:]).sleutel_id


def test_met_een_andere_sleutel_gaat_het_niet_open(sleutel):
    with pytest.raises(Beschadigd):
        ontzegel(zet(b"geheim", sleutel), met=AESGCM(nieuwe_sleutel()), plaats=HIER)


def test_in_een_foutmelding_staat_niets_van_de_inhoud(sleutel):
    verzegeld = zet(b"diagnose", sleutel)

    assert repr(verzegeld) == f"<sealed, {len(verzegeld)} bytes>"
    with pytest.raises(Beschadigd) as fout:
        ontzegel(verzegeld, met=AESGCM(nieuwe_sleutel()), plaats=HIER)
    assert str(fout.value) == "A value in tabel.kolom does not open in row rij."

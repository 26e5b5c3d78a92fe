"""The key of the installation: read strictly, made once, and missed in so many words."""

import base64
import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from poortwijzer.kluis.installatiesleutel import KluisDicht, lees_of_maak, lees_sleutels, nieuwe_regel, sleutels


def test_de_eerste_regel_is_de_sleutel_van_nu():
    nieuw, oud = nieuwe_regel(), nieuwe_regel()

    assert list(lees_sleutels(f"\n{nieuw}\n\n  {oud}\n")) == [nieuw.split(":")[0], oud.split(":")[0]]


@pytest.mark.parametrize("tekst", ["", "  \n", "geen", " geen \n"])
def test_zonder_sleutel_is_de_kluis_dicht(settings, tekst):
    settings.KLUIS_SLEUTELS = tekst

    with pytest.raises(KluisDicht):
        sleutels()


@pytest.mark.parametrize(
    "tekst",
    [
        "zonder-dubbele-punt",
        "naam:geen base64!",
        "naam:" + base64.b64encode(b"te kort").decode(),
        ":" + base64.b64encode(b"k" * 32).decode(),
        "a:" + base64.b64encode(b"k" * 32).decode() + "\na:" + base64.b64encode(b"l" * 32).decode(),
        "a:" + base64.b64encode(b"k" * 32).decode() + "\nb:" + base64.b64encode(b"k" * 32).decode(),
    ],
)
def test_wat_geen_sleutel_is_wordt_geweigerd_zonder_het_te_noemen(tekst):
    with pytest.raises(ImproperlyConfigured, match="KLUIS_SLEUTELS") as fout:
        lees_sleutels(tekst)
    assert "a2tra2tr" not in str(fout.value)


def test_een_nieuwe_regel_is_een_nieuwe_sleutel():
    assert len({nieuwe_regel() for _ in range(100)}) == 100


def test_de_eigen_sleutel_blijft_en_is_alleen_voor_de_eigenaar(tmp_path):
    bestand = tmp_path / "var" / "kluis-sleutels"

    eerste = lees_of_maak(bestand)

    assert lees_of_maak(bestand) == eerste
    assert len(lees_sleutels(eerste)) == 1
    assert stat.S_IMODE(bestand.stat().st_mode) == 0o600
    assert [pad.name for pad in bestand.parent.iterdir()] == ["kluis-sleutels"], "nothing half-made stays"

"""Which passwords are refused for their words."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from poortwijzer.config.wachtwoorden import is_hashlijst


def wordt_geweigerd(wachtwoord: str) -> bool:
    try:
        validate_password(wachtwoord)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(
    ("wachtwoord", "geweigerd"),
    [
        ("Poortwijzer2026!", True),
        ("verzuim-verzuim-1", True),
        ("WelkomBijDeArbodienst", True),
        ("Oosterhoek-2026!!", True),
        ("een stevige zin van vijf woorden", False),
        ("mijn verzuim begon op een natte dinsdag", False),
    ],
)
def test_een_wachtwoord_van_woorden_van_hier_wordt_geweigerd(settings, wachtwoord, geweigerd):
    settings.WACHTWOORD_WOORDEN = [*settings.WACHTWOORD_WOORDEN, "Oosterhoek"]
    assert wordt_geweigerd(wachtwoord) is geweigerd


def test_een_eigen_woord_telt_pas_als_het_is_ingesteld():
    assert not wordt_geweigerd("Oosterhoek-2026!!")


def schrijf(lijst: Path, wachtwoorden: Iterable[str], achter: str = ":7", einde: str = "\r\n") -> Path:
    hashes = sorted(hashlib.sha1(woord.encode(), usedforsecurity=False).hexdigest().upper() for woord in wachtwoorden)
    lijst.write_bytes("".join(f"{deel}{achter}{einde}" for deel in hashes).encode())
    return lijst


@pytest.mark.parametrize(("achter", "einde"), [(":7", "\r\n"), (":123456", "\n"), ("", "\n")])
def test_wat_op_de_lijst_staat_wordt_geweigerd(settings, tmp_path, achter, einde):
    """The first, the last and each between; and nothing else, however close its hash is."""
    gelekt = [f"een lange zin met nummer {nummer}" for nummer in range(500)]
    settings.GELEKTE_WACHTWOORDEN = str(schrijf(tmp_path / "lijst.txt", gelekt, achter, einde))
    assert all(map(wordt_geweigerd, gelekt))
    assert not any(wordt_geweigerd(f"een lange zin met cijfer {nummer}") for nummer in range(500))


@pytest.mark.parametrize("aantal", [1, 2, 3])
def test_een_korte_lijst_is_ook_een_lijst(settings, tmp_path, aantal):
    gelekt = [f"een lange zin met nummer {nummer}" for nummer in range(aantal)]
    lijst = schrijf(tmp_path / "lijst.txt", gelekt)
    settings.GELEKTE_WACHTWOORDEN = str(lijst)
    assert is_hashlijst(lijst)
    assert all(map(wordt_geweigerd, gelekt))
    assert not wordt_geweigerd("een lange zin zonder nummer")


def test_een_lijst_die_weg_is_laat_niets_door(settings, tmp_path):
    settings.GELEKTE_WACHTWOORDEN = str(tmp_path / "weg.txt")
    with pytest.raises(ValidationError, match="niet nagaan"):
        validate_password("een stevige zin van vijf woorden")


@pytest.mark.parametrize("inhoud", ["", "wachtwoord\nwelkom\n", f"{'F' * 40}:1\n{'A' * 40}:1\n{'0' * 40}:1\n"])
def test_wat_geen_lijst_is_wordt_niet_gebruikt(tmp_path, inhoud):
    lijst = tmp_path / "lijst.txt"
    lijst.write_text(inhoud, encoding="utf-8")
    assert not is_hashlijst(lijst)


def test_zonder_lijst_wordt_er_niets_gezocht(settings):
    assert settings.GELEKTE_WACHTWOORDEN == ""
    assert not wordt_geweigerd("een stevige zin van vijf woorden")

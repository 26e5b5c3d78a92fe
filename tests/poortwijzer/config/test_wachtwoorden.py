"""Which passwords are refused for their words."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError


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

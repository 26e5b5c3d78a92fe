"""Names that look the same are stored the same."""

import pytest

from poortwijzer.lib.namen import nette_naam


@pytest.mark.parametrize(
    "getypt",
    ["José Bakker", " José  Bakker ", "José\u00a0Bakker", "Jose\u0301 Bakker", "José\u200b Bakker", "José\tBakker"],
)
def test_wat_hetzelfde_lijkt_is_hetzelfde(getypt: str):
    assert nette_naam(getypt) == "José Bakker"


def test_een_andere_naam_blijft_een_andere_naam():
    assert nette_naam("Jose Bakker") != nette_naam("José Bakker")
    assert nette_naam("van 't Hof-de Wit") == "van 't Hof-de Wit"
    assert not nette_naam(" \u200b ")

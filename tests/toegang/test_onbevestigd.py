"""What an account can do that nobody of the medical side confirmed: each address, against a reviewed table."""

import zlib
from dataclasses import replace

import pytest
from doorloop import meld
from mutanten import jaag, meet
from mutanten_bevestiging import mutanten_van_bevestiging
from onbevestigd import gevallen_onbevestigd, lees_onbevestigd, verschillen
from proefwereld import Proefwereld

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.een_database("postgresql")]

STEEKPROEF = 12  # one case in so many
_GELUKT = ("200", ">")


def _vergelijk(wereld: Proefwereld, keuze: list) -> None:
    verwacht, gezien = lees_onbevestigd(), verschillen(wereld, keuze)
    gevraagd = {(geval.route, geval.variant, geval.methode) for geval in keuze}
    assert gezien == {sleutel: wat for sleutel, wat in verwacht.items() if sleutel in gevraagd}


def test_een_vaste_steekproef_klopt(wereld: Proefwereld):
    keuze = [geval for geval in gevallen_onbevestigd() if zlib.crc32(repr(geval).encode()) % STEEKPROEF == 0]
    assert keuze
    _vergelijk(wereld, keuze)


@pytest.mark.traag
def test_elk_adres_klopt(wereld: Proefwereld):
    _vergelijk(wereld, gevallen_onbevestigd())


def test_wat_wacht_wordt_geweigerd_en_staat_als_weigering_in_het_logboek():
    """A line of the table is a refusal that says so in the log, or a page that offers less."""
    for sleutel, (antwoord, logboek, _niet_meer, _erbij) in lees_onbevestigd().items():
        if antwoord == "403":
            assert "!" in logboek, sleutel
        else:
            assert antwoord.startswith(_GELUKT) or sleutel == ("web:intrekken", "vertrouwelijk", sleutel[2]), sleutel
            assert "!" not in logboek, sleutel


def test_geen_regel_gaat_over_een_adres_dat_er_niet_meer_is():
    bekend = {(geval.route, geval.variant, geval.methode) for geval in gevallen_onbevestigd()}
    assert set(lees_onbevestigd()) <= bekend


def test_wat_te_vroeg_opent_of_te_laat_wordt_gezien(wereld: Proefwereld):
    """Some of them; `scripts/beleidsmutanten.py` tries each."""
    namen = {"leeslog open", "uwv closed", "herstel_melden", "no insturen"}
    routes = {"web:herstel", "web:feit", "web:inzage", "web:aan_bedrijfsarts"}
    mutanten = [mutant for mutant in mutanten_van_bevestiging() if mutant.naam.partition(": ")[2] in namen]
    assert len(mutanten) == len(namen)
    proeven = tuple(proef for proef in mutanten[0].proeven if proef[0].route in routes)
    telling = jaag(wereld, [replace(mutant, proeven=proeven) for mutant in mutanten], meet(wereld, proeven))
    meld(telling.slotregel())
    assert telling.gezien == len(namen), telling.overlevers

"""Nothing of the medical record reaches the employer's side, by no page, count, order, mail, log or column.

What the employer does, in any order, is in `test_reeksen`.
"""

import logging

import pytest
from django.core import mail
from django.urls import reverse
from werkgeverskant import WERKGEVERSKANT, antwoord_van, bladen, kolommen

from poortwijzer.dossiers.models import Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.actions import leg_medisch_vast, stuur_in
from poortwijzer.medisch.regel import Regel, Regelsoort, Wijze
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.een_database("postgresql")

KANARIE = "kwikstaartkoorts"
BREED = "zilverplevierziekte"


def beschrijf(dossier: Dossier, arts) -> None:
    """Write the canary in every kind of row, and in a note of the doctor's own."""
    for soort in Regelsoort:
        regel = Regel(soort=soort, op=vandaag(), tekst=KANARIE, van_wie=BREED, cas=KANARIE[:20], wijze=Wijze.VIDEO)
        leg_medisch_vast(dossier=dossier, actor=arts, regel=regel)
    leg_medisch_vast(
        dossier=dossier,
        actor=arts,
        regel=Regel(soort=Regelsoort.PROGNOSE, op=vandaag(), tekst=KANARIE),
        is_werkaantekening=True,
    )
    stuur_in(dossier=dossier, actor=arts, tekst=KANARIE)


def test_elk_blad_van_de_werkgever_is_hetzelfde_met_en_zonder_medisch_dossier(als, actor, dossier, arts):
    """Not only the words: also counts, order and what is there to press are no different."""
    browsers = {rol: als(rol) for rol in WERKGEVERSKANT}
    adressen = bladen(dossier, KANARIE)
    voor = {(rol, adres): antwoord_van(browser, adres) for rol, browser in browsers.items() for adres in adressen}

    beschrijf(dossier, arts)

    for (rol, adres), was in voor.items():
        assert antwoord_van(browsers[rol], adres) == was, f"{rol} {adres}"
    gelezen = als(Rol.BEDRIJFSARTS).get(reverse("web:medisch", args=[dossier.kenmerk])).content.decode()
    assert KANARIE in gelezen, "else finding nothing would mean nothing"


def test_in_geen_kolom_logregel_of_bericht_staat_wat_de_bedrijfsarts_schreef(als, dossier, arts, caplog):
    caplog.set_level(logging.DEBUG)
    beschrijf(dossier, arts)
    for rol in WERKGEVERSKANT:
        als(rol).get(reverse("web:dossier", args=[dossier.kenmerk]))

    gelezen = list(kolommen())
    assert len(gelezen) > 50
    for tabel, rij in gelezen:
        assert KANARIE.encode() not in rij, tabel
        assert BREED.encode() not in rij, tabel
    assert KANARIE not in caplog.text
    assert not [bericht for bericht in mail.outbox if KANARIE in f"{bericht.subject}{bericht.body}"]

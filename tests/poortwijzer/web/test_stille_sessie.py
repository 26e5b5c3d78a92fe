"""A session that lay still too long ends, and what was typed in it is kept, as when it ran out in another way."""

from datetime import timedelta

import time_machine
from django.urls import reverse

from poortwijzer.dossiers.models import Feit
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.rollen import Rol


def test_wie_een_uur_typt_zonder_te_bewaren_is_zijn_tekst_niet_kwijt(dossier, als, actor):
    client = als(Rol.CASEMANAGER)
    adres = reverse("web:hervatting", args=[dossier.kenmerk])
    blad = client.get(adres)
    merkteken = blad.content.decode().split('name="blad_van" value="')[1].split('"')[0]
    velden = {"blad_van": merkteken, "vanaf": vandaag().isoformat(), "uren_per_week": "12,5"}

    with time_machine.travel(nu() + timedelta(minutes=61), tick=True):
        naar_aanmelden = client.post(adres, velden)
        assert naar_aanmelden["Location"].startswith(reverse("account_login"))
        assert not Feit.objects.filter(naam="hervattingen").exists()
        client.post(reverse("account_demo", args=[actor(Rol.CASEMANAGER).gebruiker_id]))
        assert 'value="12,5"' in client.get(adres).content.decode()

"""What somebody typed survives a session that ran out, for that person only and once."""

import base64
import re
from datetime import timedelta

import time_machine
from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory
from django.urls import reverse

from poortwijzer.dossiers.models import Feit
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.onthouden import KOEKJE, _open


def merkteken(client: Client, adres: str) -> str:
    """The field by which a form says for whom it was made."""
    gevonden = re.search(r'name="blad_van" value="([^"]+)"', client.get(adres).content.decode())
    assert gevonden
    return gevonden[1]


def verlopen(client: Client) -> None:
    client.cookies.pop("poortwijzer_sessie")


def meld_opnieuw_aan(client: Client, gebruiker_id) -> None:
    client.post(reverse("account_demo", args=[gebruiker_id]))


def test_de_tekst_komt_na_opnieuw_aanmelden_een_keer_terug(dossier, als, actor):
    client = als(Rol.CASEMANAGER)
    adres = reverse("web:hervatting", args=[dossier.kenmerk])
    velden = {"blad_van": merkteken(client, adres), "vanaf": vandaag().isoformat(), "uren_per_week": "12,5"}
    verlopen(client)

    naar_aanmelden = client.post(adres, velden)
    assert naar_aanmelden.status_code == 302
    assert "Wat u typte is bewaard" in client.get(naar_aanmelden.url).content.decode()
    assert not Feit.objects.filter(naam="hervattingen").exists()

    meld_opnieuw_aan(client, actor(Rol.CASEMANAGER).gebruiker_id)
    terug = client.get(adres).content.decode()
    assert 'value="12,5"' in terug
    assert "staat er weer" in terug
    assert 'value="12,5"' not in client.get(adres).content.decode()


def test_een_ander_krijgt_de_tekst_niet(dossier, als, actor):
    client = als(Rol.CASEMANAGER)
    adres = reverse("web:hervatting", args=[dossier.kenmerk])
    velden = {"blad_van": merkteken(client, adres), "uren_per_week": "12,5"}
    verlopen(client)
    client.post(adres, velden)

    meld_opnieuw_aan(client, actor(Rol.LEIDINGGEVENDE).gebruiker_id)

    assert "12,5" not in client.get(adres).content.decode()


def test_na_een_half_uur_is_de_tekst_weg(dossier, als, actor):
    client = als(Rol.CASEMANAGER)
    adres = reverse("web:hervatting", args=[dossier.kenmerk])
    velden = {"blad_van": merkteken(client, adres), "uren_per_week": "12,5"}
    verlopen(client)
    client.post(adres, velden)

    with time_machine.travel(nu() + timedelta(minutes=31), tick=False):
        meld_opnieuw_aan(client, actor(Rol.CASEMANAGER).gebruiker_id)
        assert "12,5" not in client.get(adres).content.decode()


def test_zonder_geldig_merkteken_wordt_niets_bewaard(dossier, als, actor):
    client = als(Rol.CASEMANAGER)
    adres = reverse("web:hervatting", args=[dossier.kenmerk])
    verlopen(client)

    client.post(adres, {"blad_van": "zelf:bedacht", "uren_per_week": "12,5"})

    meld_opnieuw_aan(client, actor(Rol.CASEMANAGER).gebruiker_id)
    assert "12,5" not in client.get(adres).content.decode()


def test_het_wachtwoord_en_het_teken_worden_nooit_bewaard(dossier, als):
    client = als(Rol.CASEMANAGER)
    adres = reverse("web:hervatting", args=[dossier.kenmerk])
    velden = {
        "blad_van": merkteken(client, adres),
        "password": "geheim",
        "csrfmiddlewaretoken": "x",
        "vanaf": "1-1-2026",
    }
    verlopen(client)

    client.post(adres, velden)

    bewaard = _geopend(client, adres)
    assert "geheim" not in bewaard
    assert "csrfmiddlewaretoken" not in bewaard
    assert "vanaf=1-1-2026" in bewaard


def test_in_de_database_is_de_tekst_dicht_en_alleen_deze_browser_heeft_de_sleutel(dossier, als, actor):
    client = als(Rol.CASEMANAGER)
    adres = reverse("web:hervatting", args=[dossier.kenmerk])
    velden = {"blad_van": merkteken(client, adres), "uren_per_week": "kanarie-12,5"}
    verlopen(client)

    antwoord = client.post(adres, velden)

    koekje = antwoord.cookies[KOEKJE]
    assert (koekje["httponly"], koekje["samesite"], koekje["max-age"]) == (True, "Lax", 30 * 60)
    for sessie in Session.objects.all():
        assert "kanarie" not in str(sessie.get_decoded())
    for ander in ("", "geen base64!", base64.b64encode(bytes(32)).decode()):
        client.cookies[KOEKJE] = ander
        meld_opnieuw_aan(client, actor(Rol.CASEMANAGER).gebruiker_id)
        assert "kanarie" not in client.get(adres).content.decode()


def _geopend(client: Client, adres: str) -> str:
    verzoek = RequestFactory().get(adres)
    verzoek.COOKIES[KOEKJE] = client.cookies[KOEKJE].value
    return _open(verzoek, client.session["onthouden_invoer"]["inhoud"])


def test_htmx_krijgt_geen_aanmeldbladzijde_in_de_pagina_maar_gaat_erheen(dossier, als):
    client = als(Rol.BEDRIJFSARTS)
    client.post(reverse("web:stuk_nieuw", args=[dossier.kenmerk, "probleemanalyse"]))
    stuk_id = dossier.formulieren.get().pk
    verlopen(client)

    antwoord = client.post(
        reverse("web:stuk_bewaren", args=[dossier.kenmerk, stuk_id]), {}, headers={"HX-Request": "true"}
    )

    assert antwoord.status_code == 204
    assert antwoord["HX-Redirect"].startswith(reverse("account_login"))

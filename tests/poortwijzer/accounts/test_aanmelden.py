"""Signing in: with a password, never by making one's own account, and not after too many wrong ones."""

import re
from collections.abc import Callable

import pytest
from allauth.account.adapter import get_adapter
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client

from poortwijzer import audit
from poortwijzer.accounts.models import Gebruiker, Organisatie
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
WACHTWOORD = "een stevige zin van vijf woorden"
AANMELDEN = "/account/login/"


@pytest.fixture
def noor(maak_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return maak_gebruiker("Noor", Rol.CASEMANAGER)


def meld_aan(client: Client, email: str, wachtwoord: str = WACHTWOORD):
    return client.post(AANMELDEN, {"login": email, "password": wachtwoord})


def test_met_het_wachtwoord_komt_men_binnen_en_dat_staat_in_het_logboek(
    client: Client, noor: Gebruiker, werkgever: Organisatie
):
    assert meld_aan(client, noor.email.upper()).status_code == 302
    assert get_user(client) == noor
    (regel,) = audit.laatste(werkgever.pk)
    assert (regel.handeling, regel.actor_id, regel.rol) == ("aanmelden", noor.pk, "casemanager")


def test_met_een_ander_wachtwoord_niet(client: Client, noor: Gebruiker, werkgever: Organisatie):
    antwoord = meld_aan(client, noor.email, "een andere zin van vijf woorden")
    assert antwoord.status_code == 200
    assert not get_user(client).is_authenticated
    assert audit.laatste(werkgever.pk) == ()


def test_een_onbekend_adres_krijgt_hetzelfde_antwoord(client: Client, noor: Gebruiker):
    fouten = {
        str(meld_aan(client, adres, "een andere zin van vijf woorden").context["form"].errors)
        for adres in (noor.email, "niemand@houtwerf.example")
    }
    assert len(fouten) == 1


def test_wie_gesloten_is_komt_niet_binnen(client: Client, noor: Gebruiker):
    Gebruiker.objects.filter(pk=noor.pk).update(is_active=False)
    meld_aan(client, noor.email)
    assert not get_user(client).is_authenticated


def test_na_vijf_foute_pogingen_helpt_ook_het_goede_wachtwoord_even_niet(client: Client, maak_gebruiker):
    noor, piet = maak_gebruiker("Noor", Rol.CASEMANAGER), maak_gebruiker("Piet", Rol.CASEMANAGER)
    for _ in range(5):
        meld_aan(client, noor.email, "fout")
    antwoord = meld_aan(client, noor.email)
    assert antwoord.status_code == 429
    assert "over een kwartier" in antwoord.content.decode()
    assert not get_user(client).is_authenticated
    meld_aan(client, piet.email)
    assert get_user(client) == piet, "somebody else on the same network still can"


@pytest.mark.parametrize(
    "adres", ["signup/", "email/", "password/set/", "confirm-email/", "login/code/", "eenmalig/aansluiten/"]
)
def test_wat_wij_niet_aanbieden_bestaat_niet(client: Client, noor: Gebruiker, adres: str, meld_in):
    meld_in(client, noor)
    client.raise_request_exception = False
    for methode in (client.get, client.post):
        assert methode(f"/account/{adres}").status_code == 404
    assert Gebruiker.objects.count() == 1


def test_niemand_maakt_voor_zichzelf_een_account(client: Client, db):
    """Also where a page of allauth would ask for it."""
    antwoord = client.get(AANMELDEN)
    assert not get_adapter().is_open_for_signup(antwoord.wsgi_request)
    assert "/account/signup/" not in antwoord.content.decode()


def test_afmelden_gaat_met_een_knop(client: Client, noor: Gebruiker, meld_in):
    meld_in(client, noor)
    client.get("/account/logout/")
    assert get_user(client).is_authenticated
    client.post("/account/logout/")
    assert not get_user(client).is_authenticated


def test_een_nieuw_wachtwoord_vragen_verraadt_geen_account(client: Client, noor: Gebruiker, werk_af):
    antwoorden = [
        client.post("/account/password/reset/", {"email": adres}) for adres in (noor.email, "niemand@houtwerf.example")
    ]
    assert {(antwoord.status_code, antwoord["Location"]) for antwoord in antwoorden} == {
        (302, "/account/password/reset/done/")
    }
    assert mail.outbox == [], "the page does as much for every address"
    werk_af()
    assert [bericht.to for bericht in mail.outbox] == [[noor.email]], "a stranger gets no mail from us"


def test_een_nieuw_wachtwoord_kiezen(client: Client, noor: Gebruiker, werk_af):
    client.post("/account/password/reset/", {"email": noor.email.upper()})
    werk_af()
    link = re.search(r"http://testserver(\S+)", str(mail.outbox[-1].body))
    assert link
    pagina = client.get(link[1], follow=True)
    adres = pagina.redirect_chain[-1][0]
    nieuw = "een heel andere zin van woorden"
    zwak = client.post(adres, {"password1": "kort", "password2": "kort"})
    assert "password1" in zwak.context["form"].errors
    klaar = client.post(adres, {"password1": nieuw, "password2": nieuw}, follow=True)
    assert "Uw wachtwoord is gewijzigd" in klaar.content.decode()
    noor.refresh_from_db()
    assert noor.check_password(nieuw)
    assert "Deze link werkt niet" in client.get(link[1], follow=True).content.decode()


@pytest.mark.parametrize("pagina", ["login/", "password/reset/", "password/reset/done/", "inactive/"])
def test_wie_niet_is_aangemeld_ziet_onze_pagina(client: Client, db, pagina: str):
    antwoord = client.get(f"/account/{pagina}")
    assert antwoord.status_code == 200
    assert "web/basis.html" in {sjabloon.name for sjabloon in antwoord.templates}


@pytest.mark.parametrize("pagina", ["logout/", "password/change/"])
def test_wie_is_aangemeld_ziet_onze_pagina(client: Client, noor: Gebruiker, pagina: str, meld_in):
    assert client.get(f"/account/{pagina}").status_code == 302
    meld_in(client, noor)
    antwoord = client.get(f"/account/{pagina}")
    assert antwoord.status_code == 200
    assert "web/basis.html" in {sjabloon.name for sjabloon in antwoord.templates}

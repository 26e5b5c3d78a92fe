"""The pages of invitations, without JavaScript: from the form of the employer to the first sign-in."""

import re
from collections.abc import Callable
from smtplib import SMTPException

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client

from poortwijzer.accounts.models import Gebruiker, Uitnodiging
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db(transaction=True)
ADRES = "nieuw@houtwerf.example"
WACHTWOORD = "een stevige zin van vijf woorden"
GEGEVENS = {"naam": "Nieuwe Collega", "email": ADRES, "rol": Rol.LEIDINGGEVENDE.value}


@pytest.fixture
def werkgever_client(client: Client, maak_gebruiker: Callable[..., Gebruiker], meld_in) -> Client:
    meld_in(client, maak_gebruiker("Ingrid", Rol.WERKGEVER))
    return client


@pytest.fixture
def link(werkgever_client: Client) -> str:
    werkgever_client.post("/account/uitnodigen/", GEGEVENS)
    gevonden = re.search(r"http://testserver(/account/uitnodiging/\S+)", str(mail.outbox[-1].body))
    assert gevonden
    return gevonden[1]


def test_van_uitnodiging_tot_eerste_aanmelding(link: str):
    nieuw = Client()
    pagina = nieuw.get(link)
    assert pagina.status_code == 200
    assert "no-store" in pagina["Cache-Control"]
    antwoord = nieuw.post(link, {"naam": "Nieuwe Collega", "wachtwoord": WACHTWOORD})
    assert antwoord.status_code == 302
    gebruiker = get_user(nieuw)
    assert gebruiker.email == ADRES
    assert gebruiker.rolvervullingen.lopend(vandaag()).filter(rol=Rol.LEIDINGGEVENDE).exists()
    assert Client().get(link).status_code == 410


def test_een_zwak_wachtwoord_houdt_wat_verder_is_ingevuld(link: str):
    nieuw = Client()
    pagina = nieuw.post(link, {"naam": "Anders Gespeld", "wachtwoord": "kort"})
    assert pagina.status_code == 200
    assert "wachtwoord" in pagina.context["form"].errors
    assert "Anders Gespeld" in pagina.content.decode()
    assert not Gebruiker.objects.filter(email=ADRES).exists()


def test_een_bestaand_account_aanvaardt_na_aanmelden(werkgever_client: Client, maak_gebruiker, meld_in):
    piet, jan = maak_gebruiker("Piet", Rol.WERKNEMER), maak_gebruiker("Jan", Rol.WERKNEMER)
    werkgever_client.post("/account/uitnodigen/", {**GEGEVENS, "email": piet.email})
    link = re.search(r"/account/uitnodiging/\S+", str(mail.outbox[-1].body))[0]

    bezoeker = Client()
    assert f"/account/login/?next={link}" in bezoeker.get(link).content.decode()
    bezoeker.post(link, {"naam": "Piet", "wachtwoord": WACHTWOORD})
    meld_in(bezoeker, jan)
    assert bezoeker.post(link).status_code == 410
    assert not jan.rolvervullingen.lopend(vandaag()).filter(rol=Rol.LEIDINGGEVENDE).exists()

    meld_in(bezoeker, piet)
    assert bezoeker.get(link).context["is_voor_mij"]
    assert bezoeker.post(link).status_code == 302
    assert piet.rolvervullingen.lopend(vandaag()).filter(rol=Rol.LEIDINGGEVENDE).exists()


def test_een_verzonnen_link(client: Client, db):
    assert client.get("/account/uitnodiging/verzonnen/").status_code == 410


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in {Rol.WERKGEVER, Rol.BEHEERDER}])
def test_wie_niet_mag_uitnodigen_ziet_de_pagina_niet(client: Client, maak_gebruiker, rol: Rol, meld_in):
    meld_in(client, maak_gebruiker("Iemand", rol))
    assert client.get("/account/uitnodigen/").status_code == 403
    assert client.post("/account/uitnodigen/", GEGEVENS).status_code == 403
    assert mail.outbox == []


def test_een_bezoeker_gaat_eerst_naar_aanmelden(client: Client, db):
    assert client.get("/account/uitnodigen/")["Location"] == "/account/login/?next=/account/uitnodigen/"


def test_een_rol_die_men_niet_mag_geven(werkgever_client: Client):
    pagina = werkgever_client.post("/account/uitnodigen/", {**GEGEVENS, "rol": Rol.BEDRIJFSARTS.value})
    assert "rol" in pagina.context["form"].errors
    assert mail.outbox == []
    werkgever_client.post("/account/uitnodigen/", GEGEVENS)
    assert len(mail.outbox) == 1


def test_een_mail_die_niet_weg_kan_wordt_gezegd(werkgever_client: Client, monkeypatch: pytest.MonkeyPatch):
    def weiger(*_args: object, **_kwargs: object) -> int:
        raise SMTPException("vol")

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", weiger)
    pagina = werkgever_client.post("/account/uitnodigen/", GEGEVENS)
    assert "kon niet worden verstuurd" in pagina.content.decode()
    assert "Nieuwe Collega" in pagina.content.decode()


def test_intrekken(werkgever_client: Client, link: str):
    assert Client().get(link).status_code == 200
    adres = f"/account/uitnodigen/{Uitnodiging.objects.get().pk}/intrekken/"
    assert werkgever_client.get(adres).status_code == 405
    assert werkgever_client.post(adres).status_code == 302
    assert Client().get(link).status_code == 410


def test_het_eigen_adres_wordt_uitgelegd(werkgever_client: Client):
    eigen = Gebruiker.objects.get().email
    pagina = werkgever_client.post("/account/uitnodigen/", {**GEGEVENS, "email": eigen})
    assert "Dit is uw eigen adres" in pagina.content.decode()
    assert mail.outbox == []

"""A new installation: the first organisation, its beheerder, and everybody after that."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from poortwijzer import audit
from poortwijzer.accounts.models import Gebruiker, Organisatie

BEGIN = (
    *("organisatie", "begin", "--naam", "De Linde", "--soort", "arbodienst"),
    *("--beheerder", "Bo Vermeer", "--email", "Bo@linde.example"),
)
HIER = ("--adres", "http://localhost:8000")
WACHTWOORD = "een stevige zin van vijf woorden"

pytestmark = pytest.mark.django_db


def pad(link: str) -> str:
    return urlsplit(link).path


def test_met_de_link_maakt_de_beheerder_een_account_en_een_tweede_keer_niet(opdracht):
    antwoord = opdracht(*BEGIN, *HIER, "--json")
    assert antwoord.code == 0
    link = antwoord.json["link"]
    assert link.startswith("http://localhost:8000/account/")

    velden = {"naam": "Bo Vermeer", "wachtwoord": WACHTWOORD}
    assert Client().post(pad(link), velden).status_code == 302

    bo = Gebruiker.objects.get()
    (rol,) = bo.rolvervullingen.all()
    assert (bo.email, rol.rol, rol.organisatie.naam) == ("bo@linde.example", "beheerder", "De Linde")
    assert Client().get(pad(link)).status_code == 410


def test_opnieuw_geeft_een_nieuwe_link_en_de_oude_werkt_niet_meer(opdracht):
    eerste = opdracht(*BEGIN, *HIER, "--json").json
    tweede = opdracht(*BEGIN, *HIER, "--json").json

    assert Organisatie.objects.count() == 1
    assert tweede["organisatie"] == eerste["organisatie"]
    assert Client().get(pad(eerste["link"])).status_code == 410
    assert Client().get(pad(tweede["link"])).status_code == 200


def test_een_organisatie_met_mensen_gaat_niet_langs_deze_weg(opdracht, maak_beheerder):
    maak_beheerder("De Linde")

    antwoord = opdracht(*BEGIN, *HIER, "--json")

    assert antwoord.code == 2
    assert [melding["pad"] for melding in antwoord.json["meldingen"]] == ["--naam"]


@pytest.fixture
def maak_beheerder(opdracht):
    """Give a function that begins an organisation and accepts the invitation."""

    def maak(naam: str) -> None:
        link = opdracht(*BEGIN[:3], naam, *BEGIN[4:], *HIER, "--json").json["link"]
        velden = {"naam": "Bo Vermeer", "wachtwoord": WACHTWOORD}
        Client().post(pad(link), velden)

    return maak


@pytest.mark.parametrize(
    ("optie", "waarde"),
    [("--naam", " "), ("--soort", "bakkerij"), ("--email", "bo"), ("--beheerder", ""), ("--adres", "http://linde.nl")],
)
def test_foute_invoer_noemt_de_optie_en_maakt_niets(opdracht, optie: str, waarde: str):
    antwoord = opdracht(*BEGIN, *HIER, "--json", optie, waarde)

    assert antwoord.code == 2
    assert [melding["pad"] for melding in antwoord.json["meldingen"]] == [optie]
    assert not Organisatie.objects.exists()


def test_buiten_productie_moet_het_adres_erbij(opdracht):
    assert opdracht(*BEGIN, "--json").json["meldingen"][0]["pad"] == "--adres"


def test_het_staat_in_het_logboek_zonder_naam_en_zonder_adres(opdracht):
    nummer = opdracht(*BEGIN, *HIER, "--json").json["organisatie"]

    regel = audit.laatste(audit.ZONDER_ORGANISATIE)[0]
    assert (regel.handeling, regel.actor_id) == ("uitnodigen", None)
    assert regel.doel == f"organisatie:{nummer} rol:beheerder"

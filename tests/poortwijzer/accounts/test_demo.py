"""The demo signs in with one click; anywhere else that does not exist."""

import io
from uuid import uuid4

import pytest
from django.contrib.auth import get_user
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.test import Client

from poortwijzer import audit
from poortwijzer.accounts import demo
from poortwijzer.accounts.actor import GEKOZEN_ROL
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.een_database("sqlite")]


@pytest.fixture
def zonder_demo(settings) -> None:
    settings.POORTWIJZER_DEMO = False


def test_voor_elke_rol_is_er_een_persoon_die_haar_heeft():
    demo.laad()
    assert sorted(persoon.rol for persoon in demo.demopersonen()) == sorted(Rol)
    for rol in Rol:
        assert Rolvervulling.objects.lopend(vandaag()).filter(gebruiker=demo.demo_gebruiker_id(rol), rol=rol).exists()


def test_opnieuw_laden_houdt_wat_er_is():
    demo.laad()
    noor = Gebruiker.objects.get(pk=demo.demo_gebruiker_id(Rol.CASEMANAGER))
    Gebruiker.objects.filter(pk=noor.pk).update(naam="Een andere naam")
    Gebruiker.objects.filter(pk=demo.demo_gebruiker_id(Rol.BEDRIJFSARTS)).delete()
    eerst = (Gebruiker.objects.count(), Rolvervulling.objects.count(), Organisatie.objects.count())

    demo.laad()

    daarna = (Gebruiker.objects.count(), Rolvervulling.objects.count(), Organisatie.objects.count())
    assert daarna == (eerst[0] + 1, eerst[1] + 1, eerst[2])
    assert Gebruiker.objects.get(pk=noor.pk).naam == "Een andere naam"


def test_een_klik_meldt_aan_en_dat_staat_in_het_logboek(client: Client):
    demo.laad()
    gebruiker_id = demo.demo_gebruiker_id(Rol.CASEMANAGER)
    antwoord = client.post(f"/account/demo/{gebruiker_id}/", {"next": "/werk/"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/werk/")
    assert get_user(client).pk == gebruiker_id
    (regel,) = audit.laatste(demo.WERKGEVER.id)
    assert (regel.handeling, regel.actor_id, regel.rol) == ("aanmelden", gebruiker_id, "casemanager")


@pytest.mark.parametrize("persoon", demo.PERSONEN, ids=lambda persoon: persoon.rol)
def test_een_klik_begint_in_de_rol_die_erbij_staat(client: Client, persoon: demo.Demopersoon):
    """Also for who is an employee as well."""
    demo.laad()
    client.post(f"/account/demo/{persoon.id}/")
    assert Rolvervulling.objects.get(pk=client.session[GEKOZEN_ROL]).rol == persoon.rol
    assert audit.laatste(persoon.organisatie.id)[0].rol == persoon.rol


@pytest.mark.usefixtures("zonder_demo")
def test_buiten_de_demo_bestaat_de_klik_niet(client: Client, settings):
    settings.POORTWIJZER_DEMO = True
    demo.laad()
    settings.POORTWIJZER_DEMO = False
    client.raise_request_exception = False
    client.post(f"/account/demo/{demo.demo_gebruiker_id(Rol.BEHEERDER)}/")
    assert not get_user(client).is_authenticated
    assert demo.demopersoon(demo.demo_gebruiker_id(Rol.BEHEERDER)) is None
    assert demo.demopersonen() == ()


def test_alleen_een_demopersoon_komt_zo_binnen(client: Client, maak_gebruiker):
    demo.laad()
    echt = maak_gebruiker("Echt Persoon", Rol.BEHEERDER)
    assert demo.demopersoon(echt.pk) is None
    assert demo.demopersoon(uuid4()) is None
    assert demo.demopersoon(demo.demo_gebruiker_id(Rol.BEHEERDER)) is not None


def test_een_gesloten_demopersoon_komt_niet_binnen():
    demo.laad()
    gebruiker_id = demo.demo_gebruiker_id(Rol.BEHEERDER)
    assert demo.demopersoon(gebruiker_id) is not None
    Gebruiker.objects.filter(pk=gebruiker_id).update(is_active=False)
    assert demo.demopersoon(gebruiker_id) is None


@pytest.mark.parametrize("elders", ["https://elders.example/", "//elders.example/", "javascript:alert(1)", ""])
def test_aanmelden_stuurt_niemand_naar_een_andere_site(client: Client, elders: str):
    demo.laad()
    adres = f"/account/demo/{demo.demo_gebruiker_id(Rol.CASEMANAGER)}/"
    assert client.post(adres, {"next": elders})["Location"] == "/"


def test_aanmelden_gaat_niet_met_een_link_of_vanaf_een_andere_site(client: Client):
    demo.laad()
    adres = f"/account/demo/{demo.demo_gebruiker_id(Rol.BEHEERDER)}/"
    assert client.get(adres).status_code == 405
    streng = Client(enforce_csrf_checks=True, raise_request_exception=False)
    streng.post(adres)
    assert not get_user(streng).is_authenticated


def test_demopersonen_hebben_geen_wachtwoord():
    demo.laad()
    assert not any(gebruiker.has_usable_password() for gebruiker in Gebruiker.objects.all())


@pytest.mark.usefixtures("zonder_demo")
def test_buiten_de_demo_wordt_niets_geladen():
    with pytest.raises(ImproperlyConfigured):
        demo.laad()
    with pytest.raises(CommandError, match="no demo installation"):
        call_command("laad_demo")
    assert not Gebruiker.objects.exists()


def test_de_opdracht_toont_wie_zich_kan_aanmelden_en_kan_opnieuw():
    for _ in range(2):
        uitvoer = io.StringIO()
        call_command("laad_demo", stdout=uitvoer)
        for persoon in demo.PERSONEN:
            assert persoon.naam in uitvoer.getvalue()
            assert str(persoon.rol.label) in uitvoer.getvalue()

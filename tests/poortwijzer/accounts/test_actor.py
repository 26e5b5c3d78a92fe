"""Who acts in a request, and how a person changes roles."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from poortwijzer.accounts.actor import GEKOZEN_ROL, ActorMiddleware, actor_van, kies_rol, rolkeuzes
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.accounts.sessieopslag import SessionStore
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
GISTEREN = timedelta(days=-1)
WISSEL = "/account/rol/"


def verzoek(gebruiker: Gebruiker | AnonymousUser, *, methode: str = "get", keuze: object = None) -> HttpRequest:
    """Give a request as the view would see it."""
    request = getattr(RequestFactory(), methode)("/")
    request.user = gebruiker
    request.session = SessionStore()
    if keuze is not None:
        request.session[GEKOZEN_ROL] = str(keuze)
    ActorMiddleware(lambda _: HttpResponse())(request)
    return request


def vervulling(gebruiker: Gebruiker, rol: Rol) -> Rolvervulling:
    return gebruiker.rolvervullingen.get(rol=rol)


def beeindig(gebruiker: Gebruiker, rol: Rol, *, per: date) -> None:
    gebruiker.rolvervullingen.filter(rol=rol).update(tot=per)


def test_wie_is_aangemeld_handelt_in_een_rol(maak_gebruiker, werkgever: Organisatie):
    noor = maak_gebruiker("Noor Bakker", Rol.CASEMANAGER)
    actor = actor_van(verzoek(noor))
    assert (actor.gebruiker_id, actor.rol, actor.organisatie_id, actor.naam) == (
        noor.pk, Rol.CASEMANAGER, werkgever.pk, "Noor Bakker",
    )  # fmt: skip


def test_een_bezoeker_is_geen_actor():
    request = verzoek(AnonymousUser())
    assert request.actor is None
    with pytest.raises(PermissionDenied):
        actor_van(request)


def test_zonder_middleware_is_er_geen_actor():
    with pytest.raises(PermissionDenied):
        actor_van(RequestFactory().get("/"))


def test_zonder_rol_is_er_geen_actor(maak_gebruiker):
    with pytest.raises(PermissionDenied):
        actor_van(verzoek(maak_gebruiker("Noor")))


@pytest.mark.parametrize(("dagen", "heeft_rol"), [(1, True), (0, False), (-1, False)])
def test_een_rol_telt_tot_de_dag_waarop_zij_eindigt(maak_gebruiker, dagen: int, heeft_rol: bool):  # noqa: FBT001  # expected
    noor = maak_gebruiker("Noor", Rol.CASEMANAGER)
    assert verzoek(noor).actor is not None
    beeindig(noor, Rol.CASEMANAGER, per=vandaag() + timedelta(days=dagen))
    assert (verzoek(noor).actor is not None) is heeft_rol


def test_een_rol_die_morgen_begint_telt_nog_niet(maak_gebruiker):
    noor = maak_gebruiker("Noor", Rol.CASEMANAGER)
    noor.rolvervullingen.update(vanaf=vandaag() - GISTEREN)
    assert verzoek(noor).actor is None


def test_zonder_keuze_begint_men_in_de_eerste_rol(maak_gebruiker):
    noor = maak_gebruiker("Noor", Rol.CASEMANAGER, Rol.WERKNEMER)
    request = verzoek(noor)
    assert [keuze.rol for keuze in request.rolkeuzes] == [Rol.WERKNEMER, Rol.CASEMANAGER]
    assert actor_van(request).rol is Rol.WERKNEMER


def test_de_keuze_geldt(maak_gebruiker):
    noor = maak_gebruiker("Noor", Rol.CASEMANAGER, Rol.WERKNEMER)
    keuze = vervulling(noor, Rol.CASEMANAGER).pk
    assert actor_van(verzoek(noor, keuze=keuze)).rol is Rol.CASEMANAGER


def test_na_het_einde_van_de_gekozen_rol_leest_men_verder_maar_wijzigt_men_niets(maak_gebruiker):
    """Else an act would be done, and recorded, in a role that nobody chose."""
    noor = maak_gebruiker("Noor", Rol.CASEMANAGER, Rol.WERKNEMER)
    keuze = vervulling(noor, Rol.CASEMANAGER).pk
    assert actor_van(verzoek(noor, methode="post", keuze=keuze)).rol is Rol.CASEMANAGER
    beeindig(noor, Rol.CASEMANAGER, per=vandaag())
    assert actor_van(verzoek(noor, keuze=keuze)).rol is Rol.WERKNEMER
    assert verzoek(noor, methode="post", keuze=keuze).actor is None


def test_een_ander_zijn_rol_kan_men_niet_kiezen(maak_gebruiker):
    noor = maak_gebruiker("Noor", Rol.WERKNEMER, Rol.CASEMANAGER)
    arts = maak_gebruiker("Arts", Rol.BEDRIJFSARTS)
    request = verzoek(noor)
    assert kies_rol(request, vervulling(noor, Rol.CASEMANAGER).pk).rol is Rol.CASEMANAGER
    for vreemd in (vervulling(arts, Rol.BEDRIJFSARTS).pk, uuid4()):
        with pytest.raises(PermissionDenied):
            kies_rol(request, vreemd)
    assert request.session[GEKOZEN_ROL] == str(vervulling(noor, Rol.CASEMANAGER).pk)


def test_een_beeindigde_rol_kan_men_niet_kiezen(maak_gebruiker):
    noor = maak_gebruiker("Noor", Rol.WERKNEMER, Rol.CASEMANAGER)
    keuze = vervulling(noor, Rol.CASEMANAGER).pk
    kies_rol(verzoek(noor), keuze)
    beeindig(noor, Rol.CASEMANAGER, per=vandaag() + GISTEREN)
    with pytest.raises(PermissionDenied):
        kies_rol(verzoek(noor), keuze)


def test_een_bezoeker_kiest_niets(maak_gebruiker):
    noor = maak_gebruiker("Noor", Rol.WERKNEMER)
    with pytest.raises(PermissionDenied):
        kies_rol(verzoek(AnonymousUser()), vervulling(noor, Rol.WERKNEMER).pk)


def test_de_actor_kost_een_zoekvraag(maak_gebruiker, django_assert_num_queries):
    noor = maak_gebruiker("Noor", Rol.WERKNEMER, Rol.CASEMANAGER)
    with django_assert_num_queries(1):
        assert len(rolkeuzes(noor)) == 2


# --- the page that changes the role ---------------------------------------------------------------------


@pytest.fixture
def noor(maak_gebruiker: Callable[..., Gebruiker], client: Client, meld_in) -> Gebruiker:
    noor = maak_gebruiker("Noor", Rol.WERKNEMER, Rol.CASEMANAGER)
    meld_in(client, noor)
    return noor


def test_van_rol_wisselen(client: Client, noor: Gebruiker):
    keuze = vervulling(noor, Rol.CASEMANAGER)
    antwoord = client.post(WISSEL, {"rolvervulling": keuze.pk, "next": "/dossiers/"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/dossiers/")
    assert client.session[GEKOZEN_ROL] == str(keuze.pk)


@pytest.mark.parametrize("keuze", ["", "onzin", "9f2f9ca9-f8eb-4666-8266-fe6f7ed4bee3"])
def test_wisselen_naar_een_rol_die_men_niet_heeft(client: Client, noor: Gebruiker, keuze: str):
    antwoord = client.post(WISSEL, {"rolvervulling": keuze})
    assert antwoord.status_code == 403
    assert GEKOZEN_ROL not in client.session


def test_wisselen_gaat_niet_met_een_link(client: Client, noor: Gebruiker):
    assert client.get(WISSEL).status_code == 405


def test_een_bezoeker_moet_zich_eerst_aanmelden(client: Client, db):
    antwoord = client.post(WISSEL, {"rolvervulling": str(uuid4())})
    assert antwoord["Location"] == f"/account/login/?next={WISSEL}"

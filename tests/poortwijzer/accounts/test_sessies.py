"""Sessions: they end by themselves, one sees and ends them, and they end with what they rest on."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from poortwijzer import audit
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling, Sessie
from poortwijzer.accounts.sessieopslag import SessionStore, hash_van_sleutel
from poortwijzer.accounts.sessies import ruim_sessies_op
from poortwijzer.accounts.tasks import ruim_aanmelden_op
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
WACHTWOORD = "een stevige zin van vijf woorden"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"


@pytest.fixture
def noor(maak_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return maak_gebruiker("Noor", Rol.CASEMANAGER)


@pytest.fixture
def binnen(noor: Gebruiker, meld_in) -> Callable[..., Client]:
    """Give a function that gives a browser in which Noor is signed in."""

    def maak(gebruiker: Gebruiker = noor) -> Client:
        client = Client()
        meld_in(client, gebruiker)
        return client

    return maak


def is_binnen(client: Client) -> bool:
    return client.get("/mijn-account/").status_code == 200


def test_een_sessie_die_stil_ligt_eindigt_en_een_die_gebruikt_wordt_niet(binnen, settings):
    settings.SESSIE_STIL, settings.SESSIE_LANGST = timedelta(minutes=60), timedelta(hours=8)
    stil, bezig = binnen(), binnen()
    with time_machine.travel(nu(), tick=False) as klok:
        klok.shift(timedelta(minutes=40))
        assert is_binnen(bezig)
        klok.shift(timedelta(minutes=40))
        assert is_binnen(bezig)
        assert not is_binnen(stil)


def test_een_sessie_eindigt_na_een_werkdag_ook_als_zij_gebruikt_wordt(binnen):
    client = binnen()
    with time_machine.travel(nu(), tick=False) as klok:
        for _ in range(15):
            klok.shift(timedelta(minutes=30))
            assert is_binnen(client)
        klok.shift(timedelta(minutes=30))
        assert not is_binnen(client)


def test_een_sessie_zonder_begin_is_geen_sessie(binnen):
    client = binnen()
    sessie = client.session
    del sessie["begonnen_op"]
    sessie.save()
    assert not is_binnen(client)


def bewijs_opnieuw(client: Client, *, voor: str = "/") -> None:
    """Give the password once more, and go on with what asked for it."""
    client.post(f"/account/reauthenticate/?next={voor}", {"password": WACHTWOORD})


def test_aanmelden_geeft_een_nieuw_sessienummer(client: Client, noor: Gebruiker):
    client.get("/account/login/?next=/")
    client.session.save()
    voor = client.cookies.get("poortwijzer_sessie")
    client.post("/account/login/", {"login": noor.email, "password": WACHTWOORD})
    assert client.cookies["poortwijzer_sessie"].value != (voor.value if voor else "")
    assert Sessie.objects.get().sleutel == hash_van_sleutel(client.cookies["poortwijzer_sessie"].value)


def test_men_ziet_waar_men_is_aangemeld_en_meldt_zich_daar_af(noor: Gebruiker, binnen, werkgever: Organisatie):
    hier, daar = binnen(), binnen()
    Sessie.objects.filter(sleutel=hash_van_sleutel(daar.session.session_key)).update(apparaat="Safari op iPhone")

    lijst = hier.get("/account/sessies/").context["sessies"]
    assert [(regel.apparaat, regel.is_deze) for regel in lijst if not regel.is_deze] == [("Safari op iPhone", False)]
    assert len(lijst) == 2
    ander = next(regel for regel in lijst if not regel.is_deze)
    gevraagd = hier.post(reverse("account_sessie_beeindigen", args=[ander.id]))
    assert gevraagd["Location"].startswith("/account/reauthenticate/"), "first who one is"
    assert is_binnen(daar)
    bewijs_opnieuw(hier, voor=reverse("account_sessie_beeindigen", args=[ander.id]))

    assert not is_binnen(daar)
    assert is_binnen(hier)
    assert audit.laatste(werkgever.pk)[0].handeling == "sessie_beeindigen"


@pytest.mark.parametrize(
    ("kop", "woorden"), [(FIREFOX, "Firefox op Windows"), (IPHONE, "Safari op iPhone"), ("", "onbekend")]
)
def test_het_apparaat_staat_er_in_woorden(noor: Gebruiker, kop: str, woorden: str):
    client = Client(headers={"User-Agent": kop})
    client.post("/account/login/", {"login": noor.email, "password": WACHTWOORD})
    assert Sessie.objects.get().apparaat.startswith(woorden)


def test_de_sessie_van_een_ander_gaat_niet_dicht(binnen, maak_gebruiker):
    van_noor, piet = binnen(), binnen(maak_gebruiker("Piet", Rol.CASEMANAGER))
    bewijs_opnieuw(piet)
    sessie = Sessie.objects.get(sleutel=hash_van_sleutel(van_noor.session.session_key))

    antwoord = piet.post(reverse("account_sessie_beeindigen", args=[sessie.pk]))

    assert antwoord.status_code == 302
    assert is_binnen(van_noor)


def test_overal_afmelden_behalve_hier(binnen):
    hier, daar, ginds = binnen(), binnen(), binnen()
    hier.post("/account/sessies/overal/")
    assert [is_binnen(client) for client in (hier, daar, ginds)] == [True, True, True], "first who one is"
    bewijs_opnieuw(hier, voor="/account/sessies/overal/")
    assert [is_binnen(client) for client in (hier, daar, ginds)] == [True, False, False]


def test_een_ander_wachtwoord_beeindigt_alle_andere_sessies(binnen):
    hier, daar = binnen(), binnen()
    nieuw = "een heel andere zin van woorden"

    hier.post("/account/password/change/", {"oldpassword": WACHTWOORD, "password1": nieuw, "password2": nieuw})

    assert is_binnen(hier)
    assert not is_binnen(daar)
    assert [rij.is_deze for rij in hier.get("/account/sessies/").context["sessies"]] == [True]


def test_wie_gesloten_is_valt_meteen_uit(noor: Gebruiker, binnen):
    client = binnen()
    Gebruiker.objects.filter(pk=noor.pk).update(is_active=False)
    assert not is_binnen(client)


def test_een_rol_die_eindigt_beeindigt_de_sessies(noor: Gebruiker, binnen, maak_gebruiker, meld_in, werkgever):
    client, hr = binnen(), Client()
    meld_in(hr, maak_gebruiker("Ingrid", Rol.WERKGEVER))
    rol = noor.rolvervullingen.get()

    assert hr.post(reverse("account_rol_beeindigen", args=[rol.pk])).status_code == 302

    assert not get_user(client).is_authenticated
    rol.refresh_from_db()
    assert rol.tot == vandaag()
    assert audit.laatste(werkgever.pk)[0].handeling == "rol_beeindigen"


def test_een_rol_van_vandaag_is_meteen_weg(noor: Gebruiker, maak_gebruiker, meld_in, werkgever):
    hr = Client()
    meld_in(hr, maak_gebruiker("Ingrid", Rol.WERKGEVER))
    rol = Rolvervulling.objects.create(gebruiker=noor, rol=Rol.LEIDINGGEVENDE, organisatie=werkgever, vanaf=vandaag())
    hr.post(reverse("account_rol_beeindigen", args=[rol.pk]))
    assert not Rolvervulling.objects.filter(pk=rol.pk).exists()


def test_wie_een_rol_niet_beheert_beeindigt_haar_niet(noor: Gebruiker, maak_gebruiker, meld_in, arbodienst):
    hr, ingrid = Client(), maak_gebruiker("Ingrid", Rol.WERKGEVER)
    meld_in(hr, ingrid)
    arts = maak_gebruiker("Arts", Rol.BEDRIJFSARTS).rolvervullingen.get()
    elders = Rolvervulling.objects.create(
        gebruiker=noor, rol=Rol.CASEMANAGER, organisatie=arbodienst, vanaf="2020-01-01"
    )
    for rol in (arts, elders, ingrid.rolvervullingen.get()):
        assert hr.post(reverse("account_rol_beeindigen", args=[rol.pk])).status_code == 403


def test_wat_vanzelf_eindigde_wordt_opgeruimd_en_wat_leeft_blijft(binnen):
    oud = binnen()
    with time_machine.travel(nu() + timedelta(hours=9), tick=False):
        levend = binnen()
        ruim_aanmelden_op.func()
        assert Sessie.objects.get().sleutel == hash_van_sleutel(levend.session.session_key)
        assert not Session.objects.filter(pk=hash_van_sleutel(oud.session.session_key)).exists()
        assert ruim_sessies_op() == 0
        assert is_binnen(levend)


def test_afmelden_haalt_de_sessie_uit_de_lijst(binnen):
    client = binnen()
    client.post("/account/logout/")
    assert not Sessie.objects.exists()


def test_het_laatste_gebruik_wordt_per_minuut_geschreven_en_niet_vaker(binnen, django_assert_num_queries):
    client = binnen()
    with time_machine.travel(nu() + timedelta(minutes=2), tick=False):
        is_binnen(client)
        na = Sessie.objects.get().gebruikt_op
        assert na == nu()
        is_binnen(client)
        assert Sessie.objects.get().gebruikt_op == na


def test_in_de_database_staat_niet_waarmee_een_sessie_is_over_te_nemen(client, maak_gebruiker, meld_in):
    """Who reads the table or a backup has nothing that a browser could send."""
    meld_in(client, maak_gebruiker("Noor", Rol.CASEMANAGER))
    sleutel = client.session.session_key
    assert client.get("/account/sessies/").status_code == 200
    (rij,) = Session.objects.all()
    assert sleutel not in f"{list(Session.objects.values())} {list(Sessie.objects.values())}"
    client.cookies[settings.SESSION_COOKIE_NAME] = rij.session_key
    assert client.get("/account/sessies/").status_code == 302
    client.cookies[settings.SESSION_COOKIE_NAME] = sleutel
    assert client.get("/account/sessies/").status_code == 200


def test_de_opslag_doet_wat_die_van_django_doet(db):
    sessie = SessionStore()
    sessie["a"] = 1
    sessie.save()
    assert SessionStore(sessie.session_key)["a"] == 1
    assert sessie.exists(sessie.session_key)
    assert not sessie.exists(hash_van_sleutel(sessie.session_key))
    oud = sessie.session_key
    sessie.cycle_key()
    assert (SessionStore(oud).get("a"), SessionStore(sessie.session_key)["a"]) == (None, 1)
    ander = SessionStore()
    ander.create()
    ander.delete(sessie.session_key)
    assert SessionStore(sessie.session_key).get("a") is None
    ander.delete()
    assert not Session.objects.exists()
    SessionStore().delete()


def test_bij_het_afmelden_leegt_de_browser_wat_hij_nog_heeft(binnen):
    client = binnen()
    assert "Clear-Site-Data" not in client.get("/account/sessies/").headers
    assert client.post("/account/logout/")["Clear-Site-Data"] == '"cache", "storage"'


def test_ook_wie_vanzelf_wordt_afgemeld_houdt_niets_in_de_browser(binnen, settings):
    client = binnen()
    with time_machine.travel(nu() + settings.SESSIE_STIL + timedelta(minutes=1), tick=False):
        assert client.get("/account/sessies/")["Clear-Site-Data"] == '"cache", "storage"'

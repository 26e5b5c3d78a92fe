"""Single sign-on with a real provider on this machine: who is invited comes in, who is not does not."""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
import time_machine
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client, TestCase

from poortwijzer import audit
from poortwijzer.accounts.actions.herstel_tweede_stap import herstel_tweede_stap
from poortwijzer.accounts.actions.nodig_uit import nodig_uit
from poortwijzer.accounts.koppelen import WACHT
from poortwijzer.accounts.models import Gebruiker, Rolvervulling
from poortwijzer.accounts.nonce import NONCE
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
HIER = Path(__file__).parent
TERUG = "/account/eenmalig/organisatie/terug/"
INLOGGEN = "/account/eenmalig/organisatie/login/"
APP, CODE = "/account/tweede-stap/app/", "/account/tweede-stap/code/"
WACHTWOORD = "het wachtwoord bij de organisatie"


@pytest.fixture(scope="module")
def aanbieder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the provider, and give its address."""
    opdracht = [sys.executable, str(HIER / "aanbieder.py"), str(tmp_path_factory.mktemp("oidc"))]
    omgeving = {"PATH": "/usr/bin:/bin"}
    with subprocess.Popen(
        [*opdracht, f"http://testserver{TERUG}"], stdout=subprocess.PIPE, text=True, env=omgeving
    ) as proces:
        assert proces.stdout
        adres = proces.stdout.readline().strip()
        assert adres.startswith("http"), "the provider did not start"
        yield adres
        proces.kill()


@pytest.fixture(autouse=True)
def _ingesteld(aanbieder: str, settings) -> None:
    app = {
        "provider_id": "organisatie",
        "name": "Houtwerf",
        "client_id": "poortwijzer",
        "secret": "geheim-van-de-toets",
        "settings": {"server_url": aanbieder, "oauth_pkce_enabled": True},
    }
    settings.OIDC_APPS = [app]
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}


def via_de_organisatie(client: Client, email: str, pad: str = INLOGGEN, *, onderweg: Callable[[], None] = int):
    """Go to the provider, sign in there, and come back with what it says; `onderweg` is done before coming back."""
    naar = client.post(pad)
    assert naar.status_code == 302
    browser = requests.Session()
    inlogblad = browser.get(naar["Location"], timeout=10)
    teken = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', inlogblad.text)
    assert teken, inlogblad.text
    velden = {"csrfmiddlewaretoken": teken[1], "login": email, "password": WACHTWOORD}
    antwoord = browser.post(inlogblad.url, velden, timeout=10, allow_redirects=False)
    while not antwoord.headers["Location"].startswith("http://testserver"):
        adres = requests.compat.urljoin(antwoord.url, antwoord.headers["Location"])
        antwoord = browser.get(adres, timeout=10, allow_redirects=False)
    terug = urlsplit(antwoord.headers["Location"])
    onderweg()
    return client.get(f"{terug.path}?{terug.query}")


@pytest.fixture
def noor(maak_gebruiker: Callable[..., Gebruiker]) -> Gebruiker:
    return maak_gebruiker("Noor", Rol.CASEMANAGER, wachtwoord=None)


def test_wie_een_account_heeft_komt_binnen_en_stelt_de_tweede_stap_in(client: Client, noor: Gebruiker):
    assert via_de_organisatie(client, noor.email)["Location"] == "/"
    assert get_user(client) == noor
    assert client.get("/")["Location"] == "/account/tweede-stap/"
    assert client.get("/account/tweede-stap/app/").status_code == 200
    again = Client()
    via_de_organisatie(again, noor.email)
    assert get_user(again) == noor
    assert not SocialAccount.objects.exists(), "an address alone links nothing"


def stel_tweede_stap_in(client: Client, code_van: Callable[[str], str]) -> str:
    """Set an app up in this session, and give its secret."""
    geheim = re.search(r'class="sleutel">(\w+)<', client.get(APP).content.decode())
    assert geheim
    with TestCase.captureOnCommitCallbacks(execute=True):  # allauth tells it when it is in the database
        assert client.post(APP, {"code": code_van(geheim[1])}).status_code == 302
    return geheim[1]


def test_de_koppeling_komt_na_de_tweede_stap_en_wordt_gemeld(client: Client, noor: Gebruiker, code_van, werk_af):
    via_de_organisatie(client, noor.email)
    assert not SocialAccount.objects.exists()

    stel_tweede_stap_in(client, code_van)

    koppeling = SocialAccount.objects.get()
    assert (koppeling.user, koppeling.provider) == (noor, "organisatie")
    organisatie_id = Rolvervulling.objects.get(gebruiker=noor).organisatie_id
    assert "aanbieder_koppelen" in {regel.handeling for regel in audit.laatste(organisatie_id)}
    werk_af()
    assert any("via uw organisatie aanmelden" in bericht.body for bericht in mail.outbox)


def test_wie_al_een_tweede_stap_heeft_wordt_pas_daarna_gekoppeld(client: Client, noor: Gebruiker, code_van):
    via_de_organisatie(client, noor.email)
    geheim = stel_tweede_stap_in(client, code_van)
    SocialAccount.objects.all().delete()

    again = Client()
    assert via_de_organisatie(again, noor.email)["Location"] == CODE
    assert not get_user(again).is_authenticated
    assert again.post(CODE, {"code": "000000"}).status_code == 200
    assert not SocialAccount.objects.exists()
    with time_machine.travel(time.time() + 60, tick=True):  # a code works once
        assert again.post(CODE, {"code": code_van(geheim)})["Location"] == "/"

    assert get_user(again) == noor
    assert SocialAccount.objects.get().user == noor
    assert WACHT not in again.session


def test_een_tweede_account_met_hetzelfde_adres_komt_niet_binnen(client: Client, noor: Gebruiker, code_van, als):
    """The provider gave the address of somebody who left to somebody who came."""
    via_de_organisatie(client, noor.email)
    stel_tweede_stap_in(client, code_van)

    opvolger = Client()
    antwoord = via_de_organisatie(opvolger, "opvolger@houtwerf.example")

    assert antwoord.status_code == 403
    assert "Uw account is al gekoppeld" in antwoord.content.decode()
    assert not get_user(opvolger).is_authenticated
    assert SocialAccount.objects.count() == 1
    assert audit.laatste(audit.ZONDER_ORGANISATIE)[0].reden == "al gekoppeld"

    herstel_tweede_stap(actor=als(Rol.WERKGEVER), gebruiker_id=noor.pk)
    assert not SocialAccount.objects.exists()
    via_de_organisatie(opvolger, "opvolger@houtwerf.example")
    stel_tweede_stap_in(opvolger, code_van)
    assert SocialAccount.objects.get().user == noor


def test_wie_tegelijk_begon_wordt_niet_ook_nog_gekoppeld(client: Client, noor: Gebruiker, code_van):
    opvolger = Client()
    via_de_organisatie(client, noor.email)
    via_de_organisatie(opvolger, "opvolger@houtwerf.example")
    stel_tweede_stap_in(client, code_van)
    eerste = SocialAccount.objects.get().uid
    assert opvolger.get(APP).status_code == 302, "setting up a second step ended the other session"
    assert SocialAccount.objects.get().uid == eerste


def test_wat_er_over_een_ander_wordt_gezegd_is_geen_aanmelding(client: Client, noor: Gebruiker):
    """The signed answer is about one person, and what is asked after it about another."""
    antwoord = via_de_organisatie(client, "wissel@houtwerf.example")
    assert antwoord.status_code == 403
    assert "Aanmelden is niet gelukt" in antwoord.content.decode()
    assert not get_user(client).is_authenticated


@pytest.mark.parametrize("is_gekoppeld", [False, True])
def test_een_aanbieder_spreekt_alleen_voor_de_adressen_van_zijn_domeinen(
    client: Client, noor: Gebruiker, code_van, settings, is_gekoppeld
):
    if is_gekoppeld:
        via_de_organisatie(client, noor.email)
        stel_tweede_stap_in(client, code_van)
    settings.OIDC_DOMEINEN = frozenset({"linde.example"})
    again = Client()
    antwoord = via_de_organisatie(again, noor.email)
    assert antwoord.status_code == 403
    assert "Zo kunt u zich hier niet aanmelden" in antwoord.content.decode()
    assert not get_user(again).is_authenticated
    settings.OIDC_DOMEINEN = frozenset({"linde.example", "houtwerf.example"})
    assert via_de_organisatie(Client(), noor.email).status_code == 302


def test_na_de_eerste_keer_telt_het_nummer_bij_de_organisatie_en_niet_het_adres(
    client: Client, noor: Gebruiker, code_van
):
    via_de_organisatie(client, noor.email)
    stel_tweede_stap_in(client, code_van)
    Authenticator.objects.all().delete()  # so that one step is enough to see who it is
    Gebruiker.objects.filter(pk=noor.pk).update(email="andere.naam@houtwerf.example")
    again = Client()
    via_de_organisatie(again, "noor@houtwerf.example")
    assert get_user(again) == noor


def test_een_uitnodiging_wordt_een_account_zonder_wachtwoord(client: Client, als):
    for rol in (Rol.LEIDINGGEVENDE, Rol.CASEMANAGER):
        nodig_uit(
            actor=als(Rol.BEHEERDER) if rol is Rol.LEIDINGGEVENDE else als(Rol.WERKGEVER),
            email="nieuw@houtwerf.example",
            naam="Nieuwe Collega",
            rol=rol,
            maak_link=lambda token: token,
        )

    via_de_organisatie(client, "nieuw@houtwerf.example")

    gebruiker = get_user(client)
    assert (gebruiker.email, gebruiker.naam) == ("nieuw@houtwerf.example", "Nieuwe Collega")
    assert not gebruiker.has_usable_password()
    lopend = Rolvervulling.objects.lopend(vandaag()).filter(gebruiker=gebruiker)
    assert all(lopend.filter(rol=rol).exists() for rol in (Rol.LEIDINGGEVENDE, Rol.CASEMANAGER))


@pytest.mark.parametrize(
    ("email", "zin", "reden"),
    [
        ("vreemd@elders.example", "U bent nog niet uitgenodigd", "niet uitgenodigd"),
        ("onbewezen@houtwerf.example", "Uw e-mailadres is niet bevestigd", "adres niet bewezen"),
    ],
)
def test_wie_niet_is_uitgenodigd_komt_niet_binnen(client: Client, maak_gebruiker, email, zin, reden):
    maak_gebruiker("Onbewezen", Rol.CASEMANAGER)

    antwoord = via_de_organisatie(client, email)

    assert antwoord.status_code == 403
    assert zin in antwoord.content.decode()
    assert not get_user(client).is_authenticated
    assert not Gebruiker.objects.filter(email="vreemd@elders.example").exists()
    regel = audit.laatste(audit.ZONDER_ORGANISATIE)[0]
    assert (regel.uitkomst, regel.reden) == ("geweigerd", reden)


@pytest.mark.parametrize(
    ("email", "bewezen"),
    [
        ("tekst.true@houtwerf.example", True),
        ("tekst.false@houtwerf.example", False),
        ("tekst.nul@houtwerf.example", False),
        ("tekst.ja@houtwerf.example", False),
        ("getal.een@houtwerf.example", False),
        ("lijst@houtwerf.example", False),
    ],
)
def test_alleen_waar_en_het_woord_true_bewijzen_een_adres(client: Client, maak_gebruiker, email, bewezen):
    """Some providers send text: every text but that one is no proof, whatever Python thinks of it."""
    gebruiker = maak_gebruiker(email.partition("@")[0], Rol.CASEMANAGER, wachtwoord=None)
    assert gebruiker.email == email

    antwoord = via_de_organisatie(client, email)

    assert antwoord.status_code == (302 if bewezen else 403)
    assert get_user(client).is_authenticated is bewezen
    assert (WACHT in client.session) is bewezen


def test_een_installatie_mag_de_adressen_van_haar_aanbieder_geloven(client: Client, maak_gebruiker, settings):
    settings.OIDC_ADRES_GEVERIFIEERD = True
    piet = maak_gebruiker("Onbewezen", Rol.CASEMANAGER)
    via_de_organisatie(client, piet.email)
    assert get_user(client) == piet


def test_een_gesloten_account_blijft_dicht(client: Client, noor: Gebruiker):
    Gebruiker.objects.filter(pk=noor.pk).update(is_active=False)
    assert via_de_organisatie(client, noor.email)["Location"] == "/account/inactive/"
    assert not get_user(client).is_authenticated
    assert not SocialAccount.objects.exists(), "nothing waits for the account to be opened again"


def test_niemand_hangt_een_aanbieder_aan_een_bestaande_sessie(client: Client, noor: Gebruiker, maak_gebruiker, meld_in):
    piet = maak_gebruiker("Piet", Rol.CASEMANAGER)
    meld_in(client, piet)
    antwoord = via_de_organisatie(client, noor.email, f"{INLOGGEN}?process=connect")
    assert antwoord.status_code == 403
    assert not SocialAccount.objects.exists()


def test_een_antwoord_dat_niet_bij_een_vraag_hoort_is_geen_aanmelding(client: Client, noor: Gebruiker):
    antwoord = client.get(TERUG, {"code": "verzonnen", "state": "verzonnen"})
    assert antwoord.status_code == 403
    assert "Aanmelden is niet gelukt" in antwoord.content.decode()
    assert client.get("/account/eenmalig/gestopt/").status_code == 200


def test_de_knop_staat_er_alleen_waar_een_aanbieder_is(client: Client, settings):
    assert "Aanmelden via Houtwerf" in client.get("/account/login/").content.decode()
    assert client.get(INLOGGEN).status_code == 200, "a page with a button: a link alone signs nobody in"
    settings.OIDC_APPS = []
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "Aanmelden via" not in client.get("/account/login/").content.decode()
    assert client.get(INLOGGEN).status_code == 404


def test_een_aanbieder_die_niet_antwoordt_is_geen_fout_van_ons(client: Client, settings):
    settings.OIDC_APPS[0]["settings"]["server_url"] = "http://localhost:9"
    antwoord = client.post(INLOGGEN)
    assert antwoord.status_code == 503
    assert "meld u aan met uw wachtwoord" in antwoord.content.decode()


@pytest.mark.parametrize("anders", ["van-een-ander", ""])
def test_een_antwoord_op_de_vraag_van_een_ander_is_geen_aanmelding(client: Client, noor: Gebruiker, anders: str):
    """State and PKCE fit; the number inside the signed answer does not."""

    def verwissel() -> None:
        sessie = client.session
        assert len(sessie[NONCE]) > 40
        sessie[NONCE] = anders
        sessie.save()

    antwoord = via_de_organisatie(client, noor.email, onderweg=verwissel)

    assert antwoord.status_code == 403
    assert "Aanmelden is niet gelukt" in antwoord.content.decode()
    assert not get_user(client).is_authenticated


def test_de_vraag_draagt_een_nummer_en_niets_uit_het_adres(client: Client):
    naar = client.post(f"{INLOGGEN}?auth_params=prompt%3Dnone")["Location"]
    gevraagd = parse_qs(urlsplit(naar).query)
    assert gevraagd["nonce"] == [client.session[NONCE]]
    assert "prompt" not in gevraagd

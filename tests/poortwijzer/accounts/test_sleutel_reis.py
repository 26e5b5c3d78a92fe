"""In the browser: a passkey as the second step, and to sign in without a password. Chromium plays the authenticator."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.staticfiles import finders
from playwright.sync_api import Page, expect

from poortwijzer.accounts.models import Gebruiker
from poortwijzer.toegang.rollen import Rol

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WACHTWOORD = "een stevige zin van vijf woorden"


@pytest.fixture
def met_sleutel(page: Page) -> Page:
    """A browser with an authenticator that always says yes, as a finger would."""
    lijn = page.context.new_cdp_session(page)
    lijn.send("WebAuthn.enable")
    lijn.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return page


def meld_af(page: Page) -> None:
    page.context.clear_cookies()


def geef_wachtwoord(page: Page, adres: str, email: str) -> None:
    page.goto(f"{adres}/account/login/?next=/mijn-account/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_role("textbox", name="Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Aanmelden", exact=True).click()


def test_een_toegangssleutel_instellen_en_gebruiken(
    met_sleutel: Page, live_server, geen_axe_fouten: Callable[[Page], None], maak_gebruiker: Callable[..., Gebruiker]
):
    page, noor = met_sleutel, maak_gebruiker("Noor", Rol.CASEMANAGER)
    adres = live_server.url.replace("127.0.0.1", "localhost")  # a passkey belongs to a name, not to a number
    geef_wachtwoord(page, adres, noor.email)
    page.get_by_role("link", name="Toegangssleutel toevoegen").click()
    geen_axe_fouten(page)
    page.get_by_label("Naam").fill("telefoon van het werk")
    page.get_by_label("Met deze sleutel wil ik mij ook zonder wachtwoord aanmelden").check()
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    assert Authenticator.objects.get(user=noor, type="webauthn").wrap().is_passwordless

    meld_af(page)
    geef_wachtwoord(page, adres, noor.email)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tweede stap")
    geen_axe_fouten(page)
    page.get_by_role("button", name="Toegangssleutel gebruiken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn account")

    meld_af(page)
    page.goto(f"{adres}/account/login/")
    geen_axe_fouten(page)
    page.get_by_role("button", name="Aanmelden met een toegangssleutel").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn werk")


def test_een_toegangssleutel_weghalen_leidt_naar_een_nieuwe(
    met_sleutel: Page, live_server, geen_axe_fouten: Callable[[Page], None], maak_gebruiker: Callable[..., Gebruiker]
):
    page, noor = met_sleutel, maak_gebruiker("Noor", Rol.CASEMANAGER)
    adres = live_server.url.replace("127.0.0.1", "localhost")
    geef_wachtwoord(page, adres, noor.email)
    page.get_by_role("link", name="Toegangssleutel toevoegen").click()
    page.get_by_role("button", name="Toevoegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    page.goto(f"{adres}/account/sessies/")
    geen_axe_fouten(page)

    page.goto(f"{adres}/account/tweede-stap/")
    page.get_by_role("link", name="Weghalen").click()
    if page.get_by_role("heading", level=1).inner_text() == "Bent u het?":
        geen_axe_fouten(page)
        page.get_by_role("textbox", name="Wachtwoord").fill(WACHTWOORD)
        page.get_by_role("button", name="Verder").click()
    geen_axe_fouten(page)
    page.get_by_role("button", name="Toegangssleutel weghalen").click()

    expect(page.get_by_text("Dit dossier gaat over ziekte.")).to_be_visible()
    page.goto(f"{adres}/mijn-account/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tweede stap bij het aanmelden")


def test_de_scripts_zijn_van_ons_en_staan_in_bestanden():
    for naam in ("mfa/js/webauthn-json.js", "mfa/js/webauthn.js", "account/js/onload.js"):
        assert finders.find(naam)

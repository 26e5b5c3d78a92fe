"""In the browser, on a phone: the employer invites, the new colleague makes an account and comes in."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from poortwijzer.accounts.models import Gebruiker
from poortwijzer.toegang.rollen import Rol

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WACHTWOORD = "een stevige zin van vijf woorden"


def past_op_het_scherm(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def stel_app_in(page: Page, geen_axe_fouten: Callable[[Page], None], code_van: Callable[[str], str]) -> None:
    """What everybody does the first time, before anything else opens."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Tweede stap bij het aanmelden")
    geen_axe_fouten(page)
    page.get_by_role("link", name="App instellen").click()
    expect(page.get_by_role("img", name="QR-code voor de app")).to_be_visible()
    geen_axe_fouten(page)
    assert past_op_het_scherm(page)
    page.get_by_role("textbox", name="Code").fill(code_van(page.locator("code.sleutel").inner_text()))
    page.get_by_role("button", name="App instellen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    geen_axe_fouten(page)
    page.get_by_role("link", name="Ik heb ze bewaard, verder").click()


def test_uitnodigen_en_aanvaarden(
    page: Page,
    live_server,
    geen_axe_fouten: Callable[[Page], None],
    maak_gebruiker: Callable[..., Gebruiker],
    code_van: Callable[[str], str],
):
    ingrid = maak_gebruiker("Ingrid", Rol.WERKGEVER)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{live_server.url}/account/login/?next=/account/uitnodigen/")
    page.get_by_label("E-mail").fill(ingrid.email)
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Aanmelden", exact=True).click()
    stel_app_in(page, geen_axe_fouten, code_van)

    expect(page.get_by_role("heading", level=1)).to_have_text("Mensen uitnodigen")
    page.get_by_role("button", name="Uitnodiging versturen").click()
    expect(page.get_by_role("alert")).to_contain_text("Naam")
    geen_axe_fouten(page)
    page.get_by_label("Naam", exact=True).fill("Nieuwe Collega")
    page.get_by_label("E-mailadres").fill("nieuw@houtwerf.example")
    page.get_by_label("Rol", exact=True).select_option("leidinggevende")
    page.get_by_role("button", name="Uitnodiging versturen").click()
    expect(page.get_by_text("De uitnodiging is verstuurd.")).to_be_visible()
    expect(page.get_by_role("button", name="Uitnodiging van Nieuwe Collega intrekken")).to_be_visible()
    geen_axe_fouten(page)
    assert past_op_het_scherm(page)

    link = re.search(r"http\S+", str(mail.outbox[-1].body))
    assert link
    page.context.clear_cookies()
    page.goto(link[0])
    expect(page.get_by_role("heading", level=1)).to_have_text("Account maken")
    geen_axe_fouten(page)
    assert past_op_het_scherm(page)
    page.get_by_label("Kies een wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Account maken").click()
    stel_app_in(page, geen_axe_fouten, code_van)
    expect(page.get_by_text("Nieuwe Collega")).to_be_visible()
    page.goto(link[0])
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze link werkt niet")
    geen_axe_fouten(page)

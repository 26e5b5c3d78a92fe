"""A running demo with people in it, and hands to use it with."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from poortwijzer.accounts import demo
from poortwijzer.dossiers.models import Werknemer
from poortwijzer.toegang.rollen import Rol

BREED, SMAL = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


class Bezoek:
    """One browser in which people sign in after each other; each page they see is looked at, wide and narrow."""

    def __init__(self, page: Page, adres: str, geen_axe_fouten: Callable[[Page], None]) -> None:
        self.page = page
        self.adres = adres
        self._geen_axe_fouten = geen_axe_fouten

    def als(self, rol: Rol) -> None:
        """Sign in with one click, as the person of this role."""
        self.page.context.clear_cookies()
        self.ga("account_login")
        naam = re.compile(f"^{re.escape(str(rol.label))} ", re.IGNORECASE)
        self.page.get_by_role("button", name=naam).click()
        expect(self.page.locator(".top-inner .menu > summary")).to_contain_text(str(rol.label))

    def ga(self, naam: str, *args: object) -> None:
        """Open a page by its name."""
        antwoord = self.page.goto(f"{self.adres}{reverse(naam, args=args)}")
        assert antwoord is not None
        assert antwoord.ok, f"{naam} {args}: {antwoord.status}"

    def knop(self, naam: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=naam, exact=True).click()

    def klaar(self) -> None:
        """Wait until the page is there."""
        expect(self.page.locator("h1")).to_be_visible()

    def bekijk(self) -> None:
        """Fail when this page has a fault of accessibility or is wider than the screen, at 1280 and at 360 pixels."""
        self.page.wait_for_load_state()  # before its stylesheet is there, every page is wide
        for maat in (SMAL, BREED):
            self.page.set_viewport_size(maat)
            breedte = self.page.evaluate("document.documentElement.scrollWidth")
            assert breedte <= maat["width"], f"{self.page.url} is {breedte} wide on a screen of {maat['width']}"
            self._geen_axe_fouten(self.page)


@pytest.fixture
def mensen(transactional_db: None) -> Werknemer:
    """The people of the demo, and somebody who is not ill yet."""
    demo.laad()
    personen = {persoon.rol: persoon for persoon in demo.PERSONEN}
    return Werknemer.objects.create(
        organisatie_id=demo.WERKGEVER.id,
        gebruiker_id=personen[Rol.WERKNEMER].id,
        leidinggevende_id=personen[Rol.LEIDINGGEVENDE].id,
        naam="Katja de Wit",
        functie="Medewerker klantenservice en coördinator van de retouren",
        personeelsnummer="7",
        uren_per_week=36,
    )


@pytest.fixture
def voorbeelden(transactional_db: None) -> None:
    """The whole demo, with its example dossiers."""
    call_command("laad_demo", verbosity=0)


@pytest.fixture
def bezoek(live_server: LiveServer, page: Page, geen_axe_fouten: Callable[[Page], None]) -> Iterator[Bezoek]:
    """A visit to the running demo; a page that ends in an error fails it."""
    fouten: list[str] = []
    page.on("response", lambda a: fouten.append(f"{a.status} {a.url}") if a.status >= 500 else None)
    yield Bezoek(page, live_server.url, geen_axe_fouten)
    assert not fouten

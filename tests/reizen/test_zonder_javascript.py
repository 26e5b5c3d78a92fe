"""The whole work without JavaScript: plain forms and links do everything."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from poortwijzer.dossiers.models import Dossier
from poortwijzer.formulieren.models import Formulier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = browser.new_context(locale="nl-NL", java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_ziek_melden_en_een_stuk_maken_zonder_javascript(bezoek, mensen):
    page = bezoek.page
    bezoek.als(Rol.LEIDINGGEVENDE)
    bezoek.ga("web:ziekmelden_wie", mensen.pk)
    page.get_by_label("Eerste ziektedag").fill((vandaag() - timedelta(weeks=9)).isoformat())
    bezoek.knop("Ziek melden")
    expect(page.get_by_role("heading", name="De 104 weken")).to_be_visible()
    dossier = Dossier.objects.get()

    page.get_by_role("link", name="Documenten", exact=True).click()
    page.get_by_role("link", name="Evaluatie").first.click()
    bezoek.knop("Begin")
    vorm = Formulier.objects.get().vorm
    page.locator(f"#id_{vorm.dag}").fill(vandaag().isoformat())
    bezoek.knop("Bewaar als concept")
    expect(page.get_by_text("Bewaard als concept.")).to_be_visible()
    assert Formulier.objects.get().inhoud[vorm.dag] == vandaag().isoformat()

    rijen = page.get_by_role("button", name="Regel toevoegen")
    if rijen.count():
        voor = page.locator(".row-card").count()
        rijen.first.click()
        assert page.locator(".row-card").count() >= voor
    page.get_by_role("button", name="Nakijken en vaststellen").click()
    for reden in page.locator("textarea").all():
        reden.fill("Nog niet besproken.")
    bezoek.knop("Stel vast")
    expect(page.get_by_text("vastgesteld").first).to_be_visible()

    bezoek.ga("web:dossier", dossier.kenmerk)
    page.locator("details.why > summary").first.click()
    expect(page.locator("details.why .why-body").first).to_be_visible()

"""Every page of the demo, for every role that has it: no fault of accessibility and no wider than the screen."""

import brotli
import pytest
from django.urls import reverse
from playwright.sync_api import Response, expect

from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.browser

# What each role sees that another does not; the pages of documents are in the journey of one case.
BLADEN = {
    Rol.CASEMANAGER: ("dossier", "documenten", "gegevens", "stand", "eerstejaar", "watals", "betrokkenen", "herstel"),
    Rol.WERKNEMER: ("dossier", "documenten", "stand", "nasanctie", "overleg", "kosten", "inzage", "eigen_gegevens"),
    Rol.BEDRIJFSARTS: ("dossier", "gegevens", "eerstejaar", "medisch", "delegaties"),
}
LOSSE = {
    Rol.CASEMANAGER: ("web:werk", "web:dossiers", "web:portefeuille", "web:ziekmelden", "web:mijn_account"),
    Rol.WERKNEMER: ("web:werk",),
    Rol.WERKGEVER: ("account_uitnodigen", "web:verwerkingen"),
    Rol.PRIVACY_OFFICER: ("web:dossiers",),
    Rol.BEHEERDER: ("web:begin",),
}


def test_elk_blad_is_voor_iedereen_te_gebruiken(bezoek, voorbeelden):
    for naam in ("account_login", "web:normen", "account_reset_password"):
        bezoek.ga(naam)
        bezoek.bekijk()
    bezoek.ga("web:norm", "PRG-4-1")
    bezoek.bekijk()
    for rol, namen in LOSSE.items():
        bezoek.als(rol)
        for naam in namen:
            bezoek.ga(naam)
            bezoek.bekijk()


@pytest.mark.parametrize("rol", list(BLADEN), ids=str)
def test_elk_blad_van_een_dossier_is_voor_iedereen_te_gebruiken(rol, bezoek, voorbeelden):
    bezoek.als(rol)

    for naam in BLADEN[rol]:
        bezoek.ga(f"web:{naam}", "katja-nu")
        bezoek.bekijk()


def test_de_bladen_van_een_dossier_met_een_loonsanctie_zijn_voor_iedereen_te_gebruiken(bezoek, voorbeelden):
    bezoek.als(Rol.CASEMANAGER)

    for naam in ("nasanctie", "overleg", "kosten"):
        bezoek.ga(f"web:{naam}", "na-loonsanctie")
        bezoek.bekijk()
    bezoek.page.goto(f"{bezoek.adres}{reverse('web:feit', args=['na-loonsanctie', 'herstelstappen'])}?bij=1")
    bezoek.bekijk()


def test_een_blad_dat_niet_bestaat_of_niet_mag_zegt_wat_te_doen(bezoek, voorbeelden):
    bezoek.als(Rol.LEIDINGGEVENDE)
    bezoek.page.goto(f"{bezoek.adres}{reverse('web:inzage', args=['katja-nu'])}")
    expect(bezoek.page.get_by_role("heading", name="Dit mag niet in uw rol")).to_be_visible()
    bezoek.bekijk()

    bezoek.page.goto(f"{bezoek.adres}{reverse('web:dossier', args=['ZZZZ-ZZZZ'])}")
    expect(bezoek.page.get_by_role("heading", name="Niet gevonden")).to_be_visible()
    bezoek.bekijk()


def test_de_eerste_lading_is_klein(bezoek, voorbeelden):
    """At most 150 KiB and 10 requests, files compressed as an installation serves them."""
    bezoek.als(Rol.CASEMANAGER)
    bezoek.page.wait_for_load_state("networkidle")  # what that page still asks for is not of the page that is measured
    antwoorden: list[Response] = []
    bezoek.page.on("response", lambda antwoord: antwoorden.append(antwoord))  # noqa: PLW0108  # it marks its handlers, and a built-in takes no mark
    client = bezoek.page.context.new_cdp_session(bezoek.page)
    client.send("Network.setCacheDisabled", {"cacheDisabled": True})

    bezoek.ga("web:dossier", "katja-nu")
    bezoek.page.wait_for_load_state("networkidle")

    groottes = {antwoord.url: verstuurd(antwoord) for antwoord in antwoorden}
    assert 4 <= len(groottes) <= 10
    assert sum(groottes.values()) <= 150 * 1024, groottes


def verstuurd(antwoord: Response) -> int:
    """How many bytes this takes in an installation: files with brotli, pages as they are."""
    is_bestand = antwoord.url.endswith((".css", ".js", ".svg"))
    return len(brotli.compress(antwoord.body()) if is_bestand else antwoord.body())

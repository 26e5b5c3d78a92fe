"""Everything with the keyboard alone: sign in, skip, open, fill in, and be led to what is wrong."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.browser


def tab_naar(page: Page, rol: str, naam: str | re.Pattern[str]) -> None:
    """Press Tab until this has the focus; fail when one comes round without meeting it."""
    doel = page.get_by_role(rol, name=naam).first  # type: ignore[arg-type]  # the words of ARIA
    for _ in range(80):
        page.keyboard.press("Tab")
        if doel.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {rol} {naam}")


def test_van_aanmelden_tot_fout_en_herstel_zonder_muis(bezoek, mensen):
    page = bezoek.page
    bezoek.ga("account_login")
    tab_naar(page, "button", re.compile("^Leidinggevende"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Mijn werk")).to_be_visible()

    # The first Tab offers to skip the frame of the page, and does so.
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()

    tab_naar(page, "link", "Ziek melden")
    page.keyboard.press("Enter")
    tab_naar(page, "link", re.compile("^Ziek melden ?: Katja"))
    page.keyboard.press("Enter")
    tab_naar(page, "button", "Ziek melden")
    page.keyboard.press("Enter")

    # The summary of faults has the focus, and its link leads to the field.
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Eerste ziektedag")).to_be_focused()


def test_waarom_gaat_open_met_enter_en_de_focus_is_te_zien(bezoek, voorbeelden):
    page = bezoek.page
    bezoek.als(Rol.CASEMANAGER)
    bezoek.ga("web:dossier", "katja-nu")
    samenvatting = page.locator("#termijnen details.why > summary").first
    samenvatting.focus()
    page.keyboard.press("Enter")

    expect(page.locator("#termijnen details.why").first).to_have_attribute("open", "")
    assert samenvatting.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    expect(page.locator("#termijnen details.why .why-body").first).to_contain_text("Bron")


def aantal_regels(bladen: Locator) -> int:
    """How many rows the tabs that can be seen take."""
    in_beeld = [blad for blad in bladen.locator("a, summary").all() if blad.is_visible()]
    assert len(in_beeld) == 5
    return len({round((blad.bounding_box() or {})["y"]) for blad in in_beeld})


def test_de_bladen_van_een_dossier_passen_op_een_telefoon_en_meer_gaat_open_met_enter(bezoek, voorbeelden):
    page = bezoek.page
    page.set_viewport_size({"width": 360, "height": 740})
    bezoek.als(Rol.WERKNEMER)
    bezoek.ga("web:dossier", "katja-nu")
    bladen = page.get_by_role("navigation", name="Delen van het dossier")
    page.wait_for_load_state()
    assert aantal_regels(bladen) <= 2

    meer = bladen.locator("summary")
    expect(bladen.get_by_role("link", name="Wie las mee")).to_be_hidden()
    meer.focus()
    page.keyboard.press("Enter")
    expect(bladen.get_by_role("link", name="Wie las mee")).to_be_visible()
    bezoek.bekijk()
    tab_naar(page, "link", "Wie las mee")
    page.keyboard.press("Enter")

    expect(meer).to_have_text("Meer: Wie las mee")
    expect(bladen.get_by_role("link", name="Overzicht")).not_to_have_attribute("aria-current", "page")
    bezoek.bekijk()
    assert aantal_regels(bladen) <= 2

"""The browser fixtures look, and fail when there is something to see."""

import pytest
from playwright.sync_api import BrowserContext, Page

GOED = """<!doctype html><html lang="nl"><head><title>Proef</title></head>
<body><main><h1>Proef</h1><p>Tekst</p></main></body></html>"""


@pytest.mark.browser
def test_axe_vindt_niets_op_een_goede_bladzijde(page: Page, geen_axe_fouten):
    page.set_content(GOED)
    geen_axe_fouten(page)


@pytest.mark.browser
def test_axe_vindt_een_knop_zonder_naam(page: Page, geen_axe_fouten):
    page.set_content(GOED.replace("<p>", "<button></button><p>"))
    with pytest.raises(AssertionError, match="button-name"):
        geen_axe_fouten(page)


@pytest.mark.browser
def test_elke_test_heeft_een_eigen_bezoeker(context: BrowserContext):
    assert context.cookies() == []
    assert context.pages == []

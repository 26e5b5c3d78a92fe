"""A failing dossier is repaired by doing what the screen proposes, and nothing else; then the verdict has turned."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from poortwijzer.accounts import demo
from poortwijzer.dossiers.actions import Ziekmeldinggegevens, leg_feit_vast, meld_ziek, voeg_betrokkene_toe
from poortwijzer.dossiers.models import Accountbevestiging, Dossier
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.browser
# Who reads the verdict; the words on the screen lead to one of them.
KIJKERS = (Rol.CASEMANAGER, Rol.WERKGEVER, Rol.WERKNEMER)


def actor(rol: Rol) -> Actor:
    persoon = next(persoon for persoon in demo.PERSONEN if persoon.rol is rol)
    return Actor(gebruiker_id=persoon.id, rol=rol, organisatie_id=persoon.organisatie.id, naam=persoon.naam)


@pytest.fixture
def tekortgeschoten(mensen) -> Dossier:
    """Somebody in week 80 for whom too little was done, as casemanager, employer and employee each wrote down."""
    Accountbevestiging.objects.create(
        werknemer=mensen,
        gebruiker=mensen.gebruiker,
        organisatie_id=demo.ARBODIENST.id,
        expires_at=nu(),
        bevestigd_op=nu(),
    )
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(weeks=80))
    dossier = meld_ziek(werknemer_id=mensen.pk, actor=actor(Rol.CASEMANAGER), gegevens=gegevens)
    arts = actor(Rol.BEDRIJFSARTS)
    voeg_betrokkene_toe(
        dossier=dossier,
        actor=actor(Rol.CASEMANAGER),
        gebruiker_id=arts.gebruiker_id,
        rol=Rol.BEDRIJFSARTS,
        doel="begeleiding",
    )
    leg_feit_vast(dossier=dossier, actor=arts, naam="heeft_mogelijkheden", waarde=True)
    gezegd = (
        (Rol.CASEMANAGER, "is_resultaat_bevredigend", False),
        (Rol.CASEMANAGER, "is_intern_werk_gezocht", False),
        (Rol.WERKGEVER, "is_eigen_functie_onderzocht", False),
        (Rol.WERKNEMER, "is_scholing_bekeken", False),
        (Rol.CASEMANAGER, "heeft_deugdelijke_grond", False),
        (Rol.CASEMANAGER, "zijn_mogelijkheden_in_beeld", True),
        (Rol.CASEMANAGER, "is_op_bekwaamheden_gelet", True),
    )
    for rol, naam, waarde in gezegd:
        leg_feit_vast(dossier=dossier, actor=actor(rol), naam=naam, waarde=waarde, motivering="Dit is samen besproken.")
    return dossier


def wegen(bezoek) -> Locator:
    return bezoek.page.locator("section[aria-labelledby=omslag-kop] > ul > li")


def eerste_stap(bezoek, beloofd: str) -> Locator:
    """The first step of the lightest way to the verdict that the screen promised, as it stands there now."""
    weg = wegen(bezoek).filter(has=bezoek.page.get_by_role("heading", name=beloofd, exact=True)).first
    return weg.locator(".steps > li").first


def zet_stap(bezoek, dossier: Dossier, beloofd: str) -> None:
    """Do the first step that the screen proposes, as whoever of the readers has the button for it."""
    bezoek.als(Rol.CASEMANAGER)
    bezoek.ga("web:stand", dossier.kenmerk)
    zin = eerste_stap(bezoek, beloofd).inner_text().splitlines()[0]
    for rol in KIJKERS:
        bezoek.als(rol)
        bezoek.ga("web:stand", dossier.kenmerk)
        stap = wegen(bezoek).locator(".steps > li").filter(has_text=zin).first
        knop = stap.locator("a.btn")
        if knop.count():
            antwoord = re.search(r"(?:Antwoord|Leg daarna vast): (ja|nee)\.", stap.inner_text())
            assert antwoord is not None, stap.inner_text()
            knop.click()
            bezoek.page.get_by_label(antwoord[1].capitalize(), exact=True).check()
            bezoek.page.get_by_label("Waarom vindt u dat?").fill("Dit is gedaan en met iedereen besproken.")
            bezoek.knop("Leg vast")
            expect(bezoek.page.get_by_text("Vastgelegd. De termijnen zijn opnieuw berekend.")).to_be_visible()
            expect(bezoek.page.get_by_role("heading", name="De vragen van de toets")).to_be_visible()
            return
    raise AssertionError(f"nobody has a button for: {zin}")


@pytest.mark.parametrize("weg", [0, 1], ids=["in een keer", "stap voor stap"])
def test_wie_doet_wat_het_scherm_voorstelt_ziet_het_oordeel_omslaan(bezoek, tekortgeschoten, weg):
    bezoek.als(Rol.CASEMANAGER)
    bezoek.ga("web:stand", tekortgeschoten.kenmerk)
    oordeel = bezoek.page.locator("[data-oordeel]")
    expect(oordeel).to_have_attribute("data-oordeel", "loonsanctie_inhoudelijk")
    bezoek.bekijk()

    beloofd = wegen(bezoek).nth(weg).locator("h3").inner_text()
    aantal = wegen(bezoek).nth(weg).locator(".steps > li").count()
    assert (aantal == 1) is (weg == 0)
    for _ in range(aantal):
        zet_stap(bezoek, tekortgeschoten, beloofd)
        bezoek.als(Rol.CASEMANAGER)
        bezoek.ga("web:stand", tekortgeschoten.kenmerk)
        if beloofd in oordeel.inner_text():
            break

    expect(oordeel).not_to_have_attribute("data-oordeel", "loonsanctie_inhoudelijk")
    expect(oordeel).to_contain_text(beloofd)
    bezoek.bekijk()

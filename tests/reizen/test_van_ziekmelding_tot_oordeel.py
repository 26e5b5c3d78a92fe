"""One case through all its documents to the verdict, by five people, each in an own role."""

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from poortwijzer.dossiers.models import Dossier
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.register import soort_van
from poortwijzer.lib.datums import datum_zonder_weekdag
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.browser
BEKEKEN = frozenset({"probleemanalyse", "plan_van_aanpak", "oordeel_werknemer"})
EERSTE_DAG = vandaag() - timedelta(weeks=95)


def na(weken: int) -> date:
    return EERSTE_DAG + timedelta(weeks=weken)


def maak_stuk(bezoek, dossier: Dossier, soort: str, op: date, **teksten: str) -> Formulier:
    """Begin a document, fill in its day and these texts, give a reason for what is missing, and freeze it."""
    page, vorm = bezoek.page, soort_van(soort)
    # The forms are made from data by one template: looking at three of them is looking at all.
    kijk = bezoek.bekijk if soort in BEKEKEN else bezoek.klaar
    bezoek.ga("web:stuk_nieuw", dossier.kenmerk, soort)
    kijk()
    bezoek.knop("Begin")
    page.locator(f"#id_{vorm.dag}").fill(op.isoformat())
    for veld, tekst in teksten.items():
        page.locator(f"#id_{veld}").fill(tekst)
    expect(page.locator("#bewaard")).to_contain_text("Bewaard op", timeout=10_000)
    kijk()
    page.get_by_role("button", name="Nakijken en vaststellen").click()
    kijk()
    for reden in page.locator("textarea").all():
        reden.fill("Dit wordt in het volgende gesprek besproken.")
    bezoek.knop("Stel vast")
    expect(page.get_by_text("Vastgesteld. Dit document kan niet meer veranderen.")).to_be_visible()
    kijk()
    return Formulier.objects.get(dossier=dossier, soort=soort)


def meld_ziek(bezoek) -> Dossier:
    """The manager reports sick, and sees what the law asks next."""
    page = bezoek.page
    bezoek.als(Rol.LEIDINGGEVENDE)
    bezoek.ga("web:ziekmelden")
    bezoek.bekijk()
    page.get_by_role("link", name=re.compile("^Ziek melden ?: Katja")).click()
    bezoek.bekijk()
    bezoek.knop("Ziek melden")
    expect(page.get_by_role("alert")).to_be_focused()
    bezoek.bekijk()
    page.get_by_label("Eerste ziektedag").fill(EERSTE_DAG.isoformat())
    bezoek.knop("Ziek melden")
    expect(page.get_by_role("heading", name="De 104 weken")).to_be_visible()
    bezoek.bekijk()
    return Dossier.objects.get()


def breng_in(bezoek, dossier: Dossier) -> None:
    """HR brings in the casemanager and the doctor; the casemanager says that somebody works again."""
    page = bezoek.page
    bezoek.als(Rol.WERKGEVER)
    for wie in (
        "Youssef Amrani (casemanager, Oosterhoek Wonen)",
        "Marjolein Prins (bedrijfsarts, Arbodienst De Linde)",
    ):
        bezoek.ga("web:betrokkene_toevoegen", dossier.kenmerk)
        bezoek.bekijk()
        page.get_by_label("Wie?").select_option(label=wie)
        page.get_by_label("Waarvoor?").fill("begeleiding bij terugkeer")
        bezoek.knop("Voeg toe")
        bezoek.bekijk()
    bezoek.als(Rol.CASEMANAGER)
    bezoek.ga("web:hervatting", dossier.kenmerk)
    bezoek.bekijk()
    page.get_by_label("Vanaf welke dag?").fill(na(30).isoformat())
    page.get_by_label("Hoeveel uur per week?").fill("18,5")
    bezoek.knop("Leg vast")
    expect(page.get_by_text("gedeeltelijk aan het werk")).to_be_visible()


def bevestig_account(bezoek, dossier: Dossier) -> None:
    """The doctor gives a code to the person who is there, and with that the employee opens the rest of the dossier."""
    page = bezoek.page
    bezoek.als(Rol.BEDRIJFSARTS)
    bezoek.ga("web:dossier_account", dossier.kenmerk)
    bezoek.bekijk()
    bezoek.knop("Maak een code")
    code = page.locator("main strong").inner_text()
    bezoek.bekijk()
    bezoek.als(Rol.WERKNEMER)
    bezoek.ga("web:dossier_account", dossier.kenmerk)
    bezoek.bekijk()
    page.get_by_label("Code van uw bedrijfsarts").fill(code)
    bezoek.knop("Bevestig")
    expect(page.get_by_text("Alle delen van uw dossier zijn nu open")).to_be_visible()


def maak_alle_stukken(bezoek, dossier: Dossier) -> Formulier:
    """The doctor, the employer's side and the employee each make their documents; gives the plan."""
    bezoek.als(Rol.BEDRIJFSARTS)
    maak_stuk(bezoek, dossier, "probleemanalyse", na(6), advies="Bouw de uren op in zes weken.")
    bezoek.als(Rol.CASEMANAGER)
    plan = maak_stuk(bezoek, dossier, "plan_van_aanpak", na(8))
    maak_stuk(bezoek, dossier, "bijstelling", na(20))
    bezoek.als(Rol.LEIDINGGEVENDE)
    maak_stuk(bezoek, dossier, "evaluatie", na(14))
    bezoek.als(Rol.CASEMANAGER)
    maak_stuk(bezoek, dossier, "eerstejaarsevaluatie", na(52))
    bezoek.als(Rol.BEDRIJFSARTS)
    maak_stuk(bezoek, dossier, "actueel_oordeel", na(90))
    bezoek.als(Rol.CASEMANAGER)
    maak_stuk(bezoek, dossier, "eindevaluatie", na(91))
    bezoek.als(Rol.WERKNEMER)
    maak_stuk(bezoek, dossier, "oordeel_werknemer", na(91))
    return plan


def spreek_tegen(bezoek, dossier: Dossier, plan: Formulier) -> None:
    """The employee does not agree with the plan, in own words that everybody reads, and sees who read."""
    page = bezoek.page
    bezoek.ga("web:reageren", dossier.kenmerk, plan.pk)
    bezoek.bekijk()
    page.get_by_label("Ik ben het er niet mee eens").check()
    bezoek.knop("Verstuur")
    expect(page.get_by_text("Schrijf op waar u het niet mee eens bent.").first).to_be_visible()
    page.get_by_label(re.compile("^In uw eigen woorden")).fill("De afspraak over thuiswerken staat er niet in.")
    bezoek.knop("Verstuur")
    expect(page.get_by_text("De afspraak over thuiswerken staat er niet in.")).to_be_visible()
    expect(page.get_by_text("kunnen ieder een deskundigenoordeel vragen")).to_be_visible()
    bezoek.bekijk()
    bezoek.ga("web:documenten", dossier.kenmerk)
    bezoek.bekijk()
    bezoek.ga("web:inzage", dossier.kenmerk)
    expect(page.get_by_role("rowheader", name=re.compile("Marjolein Prins")).first).to_be_visible()
    bezoek.bekijk()


def lees_het_oordeel(bezoek, dossier: Dossier) -> None:
    """HR reads the verdict: what is decided, what is open, and what turns it."""
    page = bezoek.page
    bezoek.als(Rol.WERKGEVER)
    bezoek.ga("web:stand", dossier.kenmerk)
    expect(page.get_by_role("heading", name="De vragen van de toets")).to_be_visible()
    bezoek.bekijk()
    bezoek.ga("web:dossier", dossier.kenmerk)
    expect(page.locator("#termijnen")).to_contain_text(f"gedaan op {datum_zonder_weekdag(na(8))}")
    for waarom in page.locator("details.why > summary").all():
        waarom.click()
    bezoek.bekijk()


def test_van_ziekmelding_tot_oordeel(bezoek, mensen):
    dossier = meld_ziek(bezoek)
    breng_in(bezoek, dossier)
    bevestig_account(bezoek, dossier)
    plan = maak_alle_stukken(bezoek, dossier)
    spreek_tegen(bezoek, dossier, plan)
    lees_het_oordeel(bezoek, dossier)

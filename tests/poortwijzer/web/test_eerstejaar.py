"""The first-year evaluation: signals from facts, questions to who knows, and a course that both choose."""

from datetime import timedelta

import pytest
from django.urls import reverse
from lxml import html

from poortwijzer.dossiers.actions import leg_feit_vast
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

WAAR = "poortwijzer.dossiers.queries.opschudblad.opschudbeeld"
WEKEN = timedelta(weeks=1)
BESLUITEN = ("koers_volgens_werkgever", "koers_volgens_werknemer")


def blad(client, dossier):
    antwoord = client.get(reverse("web:eerstejaar", args=[dossier.kenmerk]))
    assert antwoord.status_code == 200
    return html.document_fromstring(antwoord.content)


def tekst(element) -> str:
    return " ".join(element.text_content().split())


def knoop(pagina, norm):
    (gevonden,) = pagina.xpath(f"//li[@data-norm='{norm}']")
    return gevonden


@pytest.mark.norm("BKP-5-33", waar=WAAR)
def test_werk_dat_achterblijft_bij_het_doel_is_een_signaal(dossier, als, actor):
    casemanager = actor(Rol.CASEMANAGER)
    doel = {
        "gesteld_op": (vandaag() - 6 * WEKEN).isoformat(),
        "uiterlijk_op": (vandaag() - WEKEN).isoformat(),
        "uren_per_week": "24",
    }
    leg_feit_vast(dossier=dossier, actor=casemanager, naam="hervattingsdoelen", waarde=doel)
    werk = {"vanaf": (vandaag() - 2 * WEKEN).isoformat(), "uren_per_week": "16"}
    leg_feit_vast(dossier=dossier, actor=casemanager, naam="hervattingen", waarde=werk)

    pagina = blad(als(Rol.CASEMANAGER), dossier)

    assert knoop(pagina, "BKP-5-33").get("data-uitkomst") == "ja"
    assert knoop(pagina, "BKP-5-33").xpath("./details/@open") == [""]
    assert knoop(pagina, "BKP-5-38").get("data-uitkomst") == "nee"
    assert not knoop(pagina, "BKP-5-38").xpath("./details/@open")
    assert "1 signaal dat de koers anders moet." in tekst(pagina)
    assert "te halen op" in tekst(knoop(pagina, "BKP-5-33"))


@pytest.mark.norm("BKP-5-36", waar=WAAR)
def test_of_de_behandeling_vastliep_vraagt_het_blad_aan_de_bedrijfsarts_en_de_werkgever_leest_het_antwoord_niet(
    dossier, als
):
    arts = als(Rol.BEDRIJFSARTS)
    (adres,) = knoop(blad(arts, dossier), "BKP-5-36").xpath(".//a[contains(@class,'btn')]/@href")

    antwoord = arts.post(adres, {"waarde": "ja"})

    assert antwoord.url == reverse("web:eerstejaar", args=[dossier.kenmerk])
    for rol in (Rol.BEDRIJFSARTS, Rol.WERKNEMER):
        assert knoop(blad(als(rol), dossier), "BKP-5-36").get("data-uitkomst") == "ja"
    for rol in (Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE, Rol.ARBEIDSDESKUNDIGE):
        pagina = blad(als(rol), dossier)
        verborgen = knoop(pagina, "BKP-5-36")
        assert verborgen.get("data-uitkomst") == "verborgen"
        assert not verborgen.xpath(".//a[contains(@class,'btn')]")
        assert "signaal dat de koers anders moet" not in tekst(pagina)
        gegevens = als(rol).get(reverse("web:gegevens", args=[dossier.kenmerk])).content.decode()
        assert "Is de behandeling vastgelopen" not in gegevens


def test_een_medisch_woord_hoort_niet_bij_het_antwoord_er_is_alleen_ja_of_nee(dossier, als):
    pagina = als(Rol.BEDRIJFSARTS).get(reverse("web:feit", args=[dossier.kenmerk, "is_behandeling_vastgelopen"]))
    formulier = html.document_fromstring(pagina.content).xpath("//main//form")[0]

    assert not formulier.xpath(".//textarea")
    assert {veld.get("type") for veld in formulier.xpath(".//input[@name]")} <= {"hidden", "radio", "date"}


@pytest.mark.norm("BKP-5-30", waar=WAAR)
def test_elke_partij_legt_de_eigen_koers_vast_en_niet_die_van_de_ander(dossier, als):
    adressen = {naam: reverse("web:feit", args=[dossier.kenmerk, naam]) for naam in BESLUITEN}
    besluit = {
        "genomen_op": vandaag().isoformat(),
        "is_koers_juist": "nee",
        "koers": "allebei",
        "waarom": "Het eigen werk lukt nog niet helemaal.",
    }
    werknemer, werkgever = als(Rol.WERKNEMER), als(Rol.WERKGEVER)

    assert werknemer.post(adressen["koers_volgens_werkgever"], besluit).status_code == 404
    assert werkgever.post(adressen["koers_volgens_werknemer"], besluit).status_code == 404
    assert werknemer.post(adressen["koers_volgens_werknemer"], besluit).status_code == 302
    assert werkgever.post(adressen["koers_volgens_werkgever"], besluit).status_code == 302

    assert sorted(dossier.feiten.filter(naam__in=BESLUITEN).values_list("naam", "gever")) == [
        ("koers_volgens_werkgever", "werkgever"),
        ("koers_volgens_werknemer", "werknemer"),
    ]
    gelezen = tekst(blad(werknemer, dossier))
    assert gelezen.count("de koers moet anders, omdat: Het eigen werk lukt nog niet helemaal.") >= 2


def test_een_leeg_besluit_zegt_wat_ontbreekt_en_houdt_vast_wat_is_getypt(dossier, als):
    adres = reverse("web:feit", args=[dossier.kenmerk, "koers_volgens_werknemer"])
    antwoord = als(Rol.WERKNEMER).post(adres, {"waarom": "Ik wil ook elders kijken."})

    assert antwoord.status_code == 422
    assert "Ik wil ook elders kijken." in antwoord.content.decode()


def test_een_doel_zonder_uren_en_loonwaarde_wordt_niet_vastgelegd(dossier, als):
    adres = reverse("web:feit", args=[dossier.kenmerk, "hervattingsdoelen"])
    dagen = {"gesteld_op": vandaag().isoformat(), "uiterlijk_op": (vandaag() + WEKEN).isoformat()}

    antwoord = als(Rol.WERKNEMER).post(adres, dagen)

    assert antwoord.status_code == 422
    assert "Vul er minstens een in." in antwoord.content.decode()
    assert als(Rol.WERKNEMER).post(adres, {**dagen, "loonwaarde_pct": "65"}).status_code == 302


def test_alle_acht_signalen_staan_er_op_volgorde(dossier, als):
    pagina = blad(als(Rol.WERKGEVER), dossier)
    normen = pagina.xpath("//section[@aria-labelledby='signaal-kop']/ol/li/@data-norm")
    assert normen == [f"BKP-5-{nummer}" for nummer in range(33, 41)]


def test_de_uitzonderingen_op_spoor_2_staan_er_met_wie_ze_vastlegt(dossier, als):
    (lijst,) = blad(als(Rol.CASEMANAGER), dossier).xpath("//section[@aria-labelledby='spoor-kop']")

    assert "Er is geen grond vastgelegd om spoor 2 achterwege te laten." in tekst(lijst)
    assert "Zijn de mogelijkheden om te werken volgens de bedrijfsarts heel klein?" in tekst(lijst)
    assert len(lijst.xpath(".//a[contains(@class,'btn')]")) == 2  # the view on return, and the employer's own consent


@pytest.mark.parametrize("rol", [Rol.PROCESBEGELEIDER, Rol.ARBODIENST, Rol.PRIVACY_OFFICER])
def test_wie_de_evaluatie_niet_leest_ziet_het_blad_niet(rol, dossier, als):
    assert als(rol).get(reverse("web:eerstejaar", args=[dossier.kenmerk])).status_code in {403, 404}

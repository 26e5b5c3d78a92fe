"""After a loonsanctie: the page shows the plan, the terms and the cost, cut to the role, and leads to each act."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from lxml import html

from poortwijzer.dossiers.actions import leg_feit_vast
from poortwijzer.lib.datums import datum
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

GRONDEN = ["te laat begonnen met spoor 2", "geen plan van aanpak"]


def bladzijde(client, dossier):
    antwoord = client.get(reverse("web:nasanctie", args=[dossier.kenmerk]))
    assert antwoord.status_code == 200
    return html.document_fromstring(antwoord.content)


def tekst(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def met_sanctie(nieuw_dossier, actor):
    """A dossier ten weeks after the waiting time, in a loonsanctie."""
    dossier = nieuw_dossier(114)
    besluit = vandaag() - timedelta(weeks=17)
    feiten = {
        "wia_aanvraag_op": (vandaag() - timedelta(weeks=23)).isoformat(),
        "toetsbesluit": {
            "besluit_op": besluit.isoformat(),
            "is_loonsanctie": True,
            "gronden": GRONDEN,
            "herstelwijzen": ["schakel een bureau in", "maak een plan"],
            "noemt_beoordelingskader": False,
        },
    }
    for naam, waarde in feiten.items():
        leg_feit_vast(dossier=dossier, actor=actor(Rol.CASEMANAGER), naam=naam, waarde=waarde, gever="uwv")
    return dossier


def test_zonder_besluit_zegt_het_blad_dat_er_geen_sanctie_is_en_laat_het_vastleggen(dossier, als):
    blad = bladzijde(als(Rol.CASEMANAGER), dossier)

    assert "Geen loonsanctie" in tekst(blad)
    assert blad.xpath("//a[contains(@href, '/toetsbesluit/')]")


def test_het_herstel_is_een_plan_met_een_stap_per_tekortkoming(met_sanctie, als):
    client = als(Rol.CASEMANAGER)
    blad = bladzijde(client, met_sanctie)
    rijen = blad.xpath("//li[@data-stand]")
    assert [(tekst(rij.xpath(".//h3")[0]), rij.get("data-stand")) for rij in rijen] == [
        (grond, "nog_niets_gedaan") for grond in GRONDEN
    ]
    assert "Dit vraagt UWV: schakel een bureau in" in tekst(rijen[0])

    # The form is about the second shortcoming, and offers the words of the decision instead of asking to type them.
    adres = rijen[1].xpath(".//a[contains(@href, 'herstelstappen')]/@href")[0]
    formulier = html.document_fromstring(client.get(adres).content)
    (keuze,) = formulier.xpath("//select[@name='grond']")
    assert [optie.get("value") for optie in keuze.xpath("./option")] == ["", *GRONDEN]
    assert keuze.xpath("./option[@selected]/@value") == [GRONDEN[1]]

    velden = {
        "gedaan_op": vandaag().isoformat(),
        "grond": GRONDEN[1],
        "wat": "plan gemaakt met de werknemer",
        "bewijs": "",
        "is_hiermee_hersteld": "ja",
    }
    antwoord = client.post(adres, velden)
    assert (antwoord.status_code, antwoord["Location"]) == (302, reverse("web:nasanctie", args=[met_sanctie.kenmerk]))
    rijen = bladzijde(client, met_sanctie).xpath("//li[@data-stand]")
    assert rijen[1].get("data-stand") == "hersteld_volgens_werkgever"
    assert "nog geen bewijs" in tekst(rijen[1])


def test_een_grond_die_niet_in_het_besluit_staat_wordt_geweigerd_en_blijft_staan(met_sanctie, als):
    adres = reverse("web:feit", args=[met_sanctie.kenmerk, "herstelstappen"])
    velden = {"gedaan_op": vandaag().isoformat(), "grond": "iets anders", "wat": "een gesprek gevoerd"}

    antwoord = als(Rol.CASEMANAGER).post(adres, velden)

    assert antwoord.status_code == 422
    assert "een gesprek gevoerd" in antwoord.content.decode()
    assert html.document_fromstring(antwoord.content).xpath("//*[contains(@class, 'error-summary')]")


@pytest.mark.norm("BKP-3-21", waar="poortwijzer.dossiers.queries.nasanctieblad.nasanctiebeeld")
@pytest.mark.norm("BKP-3-26", waar="poortwijzer.dossiers.queries.nasanctieblad.nasanctiebeeld")
def test_wat_het_besluit_mist_staat_erbij(met_sanctie, als):
    woorden = tekst(bladzijde(als(Rol.CASEMANAGER), met_sanctie))

    assert "Het besluit noemt elke tekortkoming en zegt hoe de werkgever die herstelt." in woorden
    assert "UWV verwijst in het besluit niet naar het beoordelingskader." in woorden


def test_de_meter_telt_het_loon_en_wie_het_loon_niet_leest_ziet_haar_niet(met_sanctie, als, actor):
    loon = {
        "vanaf": "2020-01-01",
        "loon_centen": 70_000,
        "per": "week",
        "uren_per_week": 36,
    }
    leg_feit_vast(dossier=met_sanctie, actor=actor(Rol.CASEMANAGER), naam="loonafspraken", waarde=loon)
    met_kosten = tekst(bladzijde(als(Rol.CASEMANAGER), met_sanctie))
    # 70% of 700 is 490 per week, over 71 days.
    gevonden = re.search(r"Loon tot en met vandaag\s*€\s*([\d.,]+\d)", met_kosten)
    assert gevonden is not None
    assert gevonden[1] == "4.970,00"
    assert "Loon dat nog komt" in met_kosten
    assert "Wat het kost" in tekst(bladzijde(als(Rol.WERKNEMER), met_sanctie))


def test_uwv_te_laat_loopt_op_tot_er_een_besluit_is(met_sanctie, als, actor):
    melding = vandaag() - timedelta(weeks=6)
    leg_feit_vast(
        dossier=met_sanctie,
        actor=actor(Rol.CASEMANAGER),
        naam="bekortingsverzoeken",
        waarde={"ontvangen_op": melding.isoformat(), "gronden_met_bewijs": GRONDEN[:1]},
    )
    woorden = tekst(bladzijde(als(Rol.WERKNEMER), met_sanctie))

    assert f"Over de melding van {datum(melding)}" in woorden
    assert f"Zonder bewijs voor: {GRONDEN[1]}" in woorden
    assert "nog geen besluit" in woorden
    assert "dagen te laat" in woorden
    assert "UWV beslist nu" in woorden


@pytest.mark.norm("BKP-4-03", waar="poortwijzer.dossiers.queries.nasanctieblad.nasanctiebeeld")
def test_een_vraag_van_uwv_staat_erbij_met_haar_laatste_dag_en_het_antwoord_wijst_haar_aan(dossier, als, actor):
    client = als(Rol.CASEMANAGER)
    dag = vandaag() + timedelta(days=5)
    vraag = {
        "gevraagd_op": vandaag().isoformat(),
        "aan": "werkgever",
        "wat": "welke functies zijn bekeken",
        "uiterlijk_op": dag.isoformat(),
    }
    leg_feit_vast(dossier=dossier, actor=actor(Rol.CASEMANAGER), naam="informatieverzoeken", waarde=vraag)
    assert f"Het antwoord kan tot en met {datum(dag)}." in tekst(bladzijde(client, dossier))

    adres = reverse("web:feit", args=[dossier.kenmerk, "informatieantwoorden"])
    velden = {
        "gegeven_op": vandaag().isoformat(),
        "door": "werkgever",
        "vraag_van": vandaag().isoformat(),
        "van_wie_komt_het": "casemanager",
    }
    assert client.post(adres, velden).status_code == 302
    assert f"gedaan op {datum(vandaag()).split(maxsplit=1)[1]}" in tekst(bladzijde(client, dossier))


@pytest.mark.parametrize("rol", [Rol.LEIDINGGEVENDE, Rol.PRIVACY_OFFICER])
def test_wie_niets_met_uwv_te_maken_heeft_komt_er_niet_bij(met_sanctie, als, rol):
    assert als(rol).get(reverse("web:nasanctie", args=[met_sanctie.kenmerk])).status_code in {403, 404}


def test_de_stand_zegt_dat_de_loonsanctie_er_is_en_leidt_naar_het_herstelplan(met_sanctie, als):
    client = als(Rol.CASEMANAGER)
    blad = html.document_fromstring(client.get(reverse("web:stand", args=[met_sanctie.kenmerk])).content)
    met_sanctie.refresh_from_db()
    (melding,) = blad.xpath("//section[@aria-labelledby='stand-kop']//div[@class='message']")
    assert f"tot en met {datum(met_sanctie.loonsanctie_tot)}" in tekst(melding)
    assert melding.xpath(".//a/@href") == [reverse("web:nasanctie", args=[met_sanctie.kenmerk])]
    assert "Wat een sanctie kan kosten" not in tekst(blad)


def test_zonder_loonsanctie_leidt_de_stand_naar_het_besluit_van_uwv(dossier, als):
    zonder = html.document_fromstring(als(Rol.WERKNEMER).get(reverse("web:stand", args=[dossier.kenmerk])).content)
    assert "UWV legde een loonsanctie op" not in tekst(zonder)
    links = zonder.xpath("//section[@aria-labelledby='stand-kop']//a/@href")
    assert reverse("web:nasanctie", args=[dossier.kenmerk]) in links

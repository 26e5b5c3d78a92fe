"""Medical words on the employer's side, without JavaScript: named, kept on the page, and stored only with a ground."""

import re

import pytest
from django.urls import reverse

from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.models import Taak, Taakaantekening, Ziekmelding
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.models import Medischeregel
from poortwijzer.tekstwacht.wacht import Bewaargrond, gronden_voor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

TEKST = "belt om de week voor fysiotherapie na hernia"
BEVESTIGD = Handeling.MEDISCHE_WOORDEN_BEVESTIGEN
pytestmark = [
    pytest.mark.norm("AVG-AP-2", waar="poortwijzer.tekstwacht.wacht.verantwoord"),
    pytest.mark.een_database("sqlite"),
]


@pytest.fixture
def taak(dossier):
    return reverse("web:taak", args=[Taak.objects.filter(dossier=dossier).first().pk])


def bevestigd() -> list[Auditregel]:
    return list(Auditregel.objects.filter(handeling=BEVESTIGD))


def test_voor_het_bewaren_staan_de_woorden_en_de_tekst_op_de_bladzijde(als, taak):
    antwoord = als(Rol.CASEMANAGER).post(taak, {"reden": TEKST})

    bladzijde = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert TEKST in bladzijde
    assert "<strong>hernia</strong>" in bladzijde
    assert not Taakaantekening.objects.exists()
    assert not bevestigd()


def test_herschreven_wordt_het_bewaard_zonder_vermelding(als, taak):
    antwoord = als(Rol.CASEMANAGER).post(taak, {"reden": "kan 4 uur per dag zittend werken"})

    assert antwoord.status_code == 302
    assert Taakaantekening.objects.get().tekst == "kan 4 uur per dag zittend werken"
    assert not bevestigd()


def test_met_een_reden_wordt_het_bewaard_en_ziet_de_functionaris_dat_zonder_de_tekst(als, taak, dossier):
    als(Rol.CASEMANAGER).post(taak, {"reden": TEKST, "bewaargrond": Bewaargrond.NAAM})

    assert Taakaantekening.objects.get().tekst == TEKST
    (regel,) = bevestigd()
    assert (regel.dossier_id, regel.reden, regel.doel) == (dossier.pk, Bewaargrond.NAAM, "behandeling diagnose")
    toezicht = als(Rol.PRIVACY_OFFICER).get(reverse("web:toezicht")).content.decode()
    assert str(Bewaargrond.NAAM.label) in toezicht
    assert dossier.kenmerk in toezicht
    assert "hernia" not in toezicht


@pytest.mark.norm("AVG-AP-2", waar="poortwijzer.tekstwacht.wacht.gronden_voor")
@pytest.mark.parametrize(
    "grond",
    ["", "verzonnen", Bewaargrond.EIGEN_WOORDEN, Bewaargrond.ANDERS_ONJUIST, Bewaargrond.WET_VRAAGT_DIT],
)
def test_zonder_geldige_reden_wordt_niets_bewaard(grond, als, taak):
    """That a file is not right without a diagnosis is no ground: an employer may not keep one (AVG-AP-2)."""
    antwoord = als(Rol.CASEMANAGER).post(taak, {"reden": TEKST, "bewaargrond": grond})

    bladzijde = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert not Taakaantekening.objects.exists()
    for weg in (Bewaargrond.ANDERS_ONJUIST, Bewaargrond.WET_VRAAGT_DIT):
        assert f'value="{weg}"' not in bladzijde
        assert str(weg.label) not in bladzijde


@pytest.mark.norm("AVG-AP-2", waar="poortwijzer.tekstwacht.wacht.gronden_voor")
def test_elke_rol_buiten_werknemer_en_arts_heeft_de_vier_gronden_die_de_wet_overlaat():
    anderen = set(Rol) - {Rol.WERKNEMER, Rol.BEDRIJFSARTS}
    vier = (Bewaargrond.ANDERE_BETEKENIS, Bewaargrond.NAAM, Bewaargrond.NOODGEVAL, Bewaargrond.ANDERS)
    assert {gronden_voor(rol, Deel.TAKEN) for rol in anderen} == {vier}
    assert gronden_voor(Rol.WERKNEMER, Deel.TAKEN) == (Bewaargrond.EIGEN_WOORDEN,)
    assert gronden_voor(Rol.BEDRIJFSARTS, Deel.PROBLEEMANALYSE) == vier[:2]


def test_een_noodgeval_waarom_de_werknemer_vroeg_is_een_reden(als, taak):
    antwoord = als(Rol.CASEMANAGER).post(taak, {"reden": TEKST, "bewaargrond": Bewaargrond.NOODGEVAL})

    assert antwoord.status_code == 302
    assert [regel.reden for regel in bevestigd()] == [Bewaargrond.NOODGEVAL]


@pytest.mark.parametrize(
    ("uitleg", "melding"),
    [
        ("", "Leg uit waarom"),
        ("te kort ", "Leg uit waarom"),
        ("x" * 151, "Leg uit waarom"),
        ("een teken \x00 dat niet kan", "een teken dat niet kan"),
        ("dit gaat over de hernia van de buurman", "Leg het uit zonder die woorden"),
    ],
)
def test_een_andere_reden_zonder_goede_uitleg_bewaart_niets_en_houdt_de_uitleg(uitleg, melding, als, taak):
    velden = {"reden": TEKST, "bewaargrond": Bewaargrond.ANDERS, "bewaartoelichting": uitleg}
    antwoord = als(Rol.CASEMANAGER).post(taak, velden)

    bladzijde = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert melding in bladzijde
    assert f">{uitleg.strip()}</textarea>" in bladzijde
    assert TEKST in bladzijde
    assert not Taakaantekening.objects.exists()
    assert not bevestigd()


@pytest.mark.parametrize("uitleg", ["tien tekens", "x" * 150])
def test_een_andere_reden_met_uitleg_leest_de_functionaris(uitleg, als, taak, dossier):
    velden = {"reden": TEKST, "bewaargrond": Bewaargrond.ANDERS, "bewaartoelichting": f" {uitleg}\n"}
    assert als(Rol.CASEMANAGER).post(taak, velden).status_code == 302

    assert Taakaantekening.objects.get().tekst == TEKST
    assert [regel.reden for regel in bevestigd()] == [f"anders: {uitleg}"]
    toezicht = als(Rol.PRIVACY_OFFICER).get(reverse("web:toezicht")).content.decode()
    assert f"{Bewaargrond.ANDERS.label}: {uitleg}" in toezicht
    assert "hernia" not in toezicht
    eigen = als(Rol.WERKNEMER).get(reverse("web:inzage", args=[dossier.kenmerk])).content.decode()
    assert uitleg in eigen, "the employee reads it too"


@pytest.mark.norm("AVG-AP-7", waar="poortwijzer.medisch.actions.insturen.stuur_in")
def test_aan_de_bedrijfsarts_gestuurd_staat_het_bij_de_werkgever_nergens(als, taak, dossier):
    casemanager = als(Rol.CASEMANAGER)
    bladzijde = casemanager.post(taak, {"reden": TEKST}).content.decode()
    (adres,) = re.findall(r'formaction="([^"]+)"', bladzijde)

    antwoord = casemanager.post(adres, {"reden": TEKST, "tot": ""})

    assert antwoord.status_code == 302
    assert Medischeregel.objects.get().inhoud["tekst"] == TEKST
    assert not Taakaantekening.objects.exists()
    assert "hernia" not in casemanager.get(reverse("web:dossier", args=[dossier.kenmerk])).content.decode()
    gelezen = als(Rol.BEDRIJFSARTS).get(reverse("web:medisch", args=[dossier.kenmerk])).content.decode()
    assert TEKST in gelezen


def test_een_ziekmelding_blijft_op_de_bladzijde_ook_als_er_nog_geen_dossier_is(als, werknemer):
    """There is no dossier yet whose medical part could take the text, so it is written anew or kept on a ground."""
    adres = reverse("web:ziekmelden_wie", args=[werknemer.pk])
    velden = {"eerste_ziektedag": f"{vandaag():%Y-%m-%d}", "lopend_werk": TEKST}
    hr = als(Rol.WERKGEVER)

    antwoord = hr.post(adres, velden)
    assert antwoord.status_code == 422
    bladzijde = antwoord.content.decode()
    assert "<strong>hernia</strong>" in bladzijde
    assert TEKST in bladzijde
    assert "aan-bedrijfsarts" not in bladzijde
    assert not Ziekmelding.objects.exists()

    assert hr.post(adres, {**velden, "lopend_werk": "De roosters van maart"}).status_code == 302
    assert Ziekmelding.objects.get().lopend_werk == "De roosters van maart"


def test_de_werknemer_wordt_gewaarschuwd_en_beslist_zelf(als, dossier):
    adres = reverse("web:afwijking", args=[dossier.kenmerk, "PRG-4-1"])
    velden = {"nieuwe_dag": "2027-03-01", "reden": TEKST}
    werknemer = als(Rol.WERKNEMER)

    antwoord = werknemer.post(adres, velden)
    assert antwoord.status_code == 422
    assert "Uw werkgever kan deze tekst lezen" in antwoord.content.decode()
    assert werknemer.post(adres, {**velden, "bewaargrond": "eigen_woorden"}).status_code == 302
    assert not bevestigd(), "own words are nobody's to list"


def test_wat_er_verder_is_ingevuld_gaat_mee(als, werknemer, dossier):
    adres = reverse("web:betrokkene_toevoegen", args=[dossier.kenmerk])
    bladzijde = als(Rol.CASEMANAGER).post(adres, {"wie": "x:1", "doel": "hernia", "tot": "2027-03-01"})

    # What the form itself refuses comes first; it keeps all that was typed.
    assert "hernia" in bladzijde.content.decode()
    assert "2027-03-01" in bladzijde.content.decode()


def test_een_concept_wordt_bewaard_met_een_waarschuwing_en_vaststellen_vraagt_ernaar(als, dossier):
    arts = als(Rol.BEDRIJFSARTS)
    begonnen = arts.post(reverse("web:stuk_nieuw", args=[dossier.kenmerk, "probleemanalyse"]))
    stuk_id = begonnen["Location"].split("/")[-3]
    bewaren = reverse("web:stuk_bewaren", args=[dossier.kenmerk, stuk_id])
    velden = {"versie": "0", "oordeel_op": "2026-01-05", "advies": TEKST}

    antwoord = arts.post(bewaren, velden)
    assert "medische woorden" in antwoord.content.decode()
    assert not dossier.formulieren.get().inhoud, "for who types alone"

    bewerken = reverse("web:stuk_bewerken", args=[dossier.kenmerk, stuk_id])
    assert "<strong>hernia</strong>" in arts.get(bewerken).content.decode()
    gevraagd = arts.post(bewerken, velden)
    assert gevraagd.status_code == 422
    assert not dossier.formulieren.get().inhoud, "nobody else reads it before there is a ground"
    assert arts.post(bewerken, {**velden, "bewaargrond": Bewaargrond.NAAM}).status_code == 302
    concept = dossier.formulieren.get()
    assert concept.inhoud["advies"] == TEKST
    ongewijzigd = {**velden, "versie": concept.versie, "oordeel_op": "2026-01-06"}
    assert arts.post(bewerken, ongewijzigd).status_code == 302, "what was confirmed is not asked again"
    concept.refresh_from_db()
    redenen = dict.fromkeys(re.findall(r'name="(reden-[^"]+)"', _vaststellen(arts, dossier, stuk_id)), "weet ik niet")
    adres = reverse("web:stuk_vaststellen", args=[dossier.kenmerk, stuk_id])
    geweigerd = arts.post(adres, {"versie": concept.versie, **redenen})
    assert geweigerd.status_code == 422
    assert not dossier.formulieren.get().is_definitief
    # A doctor tells the employer of no illness, whatever the document; a name or another meaning is no illness.
    for grond in (Bewaargrond.ANDERS_ONJUIST, Bewaargrond.WET_VRAAGT_DIT):
        assert arts.post(adres, {"versie": concept.versie, **redenen, "bewaargrond": grond}).status_code == 422
    gelukt = arts.post(adres, {"versie": concept.versie, **redenen, "bewaargrond": Bewaargrond.NAAM})
    assert gelukt.status_code == 302
    assert dossier.formulieren.get().is_definitief
    assert len(bevestigd()) == 2, "once to save it, once to freeze it"


def _vaststellen(browser, dossier, stuk_id) -> str:
    return browser.get(reverse("web:stuk_vaststellen", args=[dossier.kenmerk, stuk_id])).content.decode()

"""Reporting sick, resumption and recovery through the pages: what arrives, and what happens to faults."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from poortwijzer.dossiers.models import Dossier, Feit
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.forms.verzuim import ZiekmeldingForm


def test_ziek_melden_maakt_een_dossier(werknemer, als):
    client = als(Rol.LEIDINGGEVENDE)
    gevonden = client.get(reverse("web:ziekmelden"), {"zoek": "katja"})
    adres = reverse("web:ziekmelden_wie", args=[werknemer.pk])
    assert adres in gevonden.content.decode()

    antwoord = client.post(adres, {"eerste_ziektedag": vandaag().isoformat(), "verwachte_duur": "weken"}, follow=True)

    assert antwoord.status_code == 200
    assert Dossier.objects.get().werknemer == werknemer
    assert "De ziekmelding is vastgelegd" in antwoord.content.decode()


def test_ziek_melden_vraagt_niet_naar_aard_of_oorzaak(werknemer, als):
    blad = als(Rol.LEIDINGGEVENDE).get(reverse("web:ziekmelden_wie", args=[werknemer.pk]))

    velden = set(blad.context["form"].fields)

    assert not {veld for veld in velden if any(woord in veld for woord in ("aard", "oorzaak", "klacht", "diagnose"))}


def test_een_ander_bedrijf_kan_deze_werknemer_niet_ziek_melden(werknemer, als):
    adres = reverse("web:ziekmelden_wie", args=[werknemer.pk])

    assert als(Rol.CASEMANAGER).get(adres).status_code == 200
    assert als(Rol.BEDRIJFSARTS).get(adres).status_code == 404


def test_een_dag_in_de_toekomst_komt_terug_met_alles_wat_is_getypt(werknemer, als):
    morgen = (vandaag() + timedelta(days=1)).isoformat()

    antwoord = als(Rol.CASEMANAGER).post(
        reverse("web:ziekmelden_wie", args=[werknemer.pk]),
        {"eerste_ziektedag": morgen, "lopend_werk": "Levering van vrijdag overnemen"},
    )

    blad = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "ligt in de toekomst" in blad
    assert morgen in blad
    assert "Levering van vrijdag overnemen" in blad
    assert 'aria-invalid="true"' in blad
    assert 'class="error-summary" role="alert" tabindex="-1" autofocus' in blad
    assert not Dossier.objects.exists()


def test_een_onleesbare_dag_zegt_hoe_het_wel_moet(werknemer, als):
    antwoord = als(Rol.CASEMANAGER).post(
        reverse("web:ziekmelden_wie", args=[werknemer.pk]), {"eerste_ziektedag": "31 februari"}
    )

    assert antwoord.status_code == 422
    assert "Schrijf bijvoorbeeld 24-3-2026" in antwoord.content.decode()
    assert "31 februari" in antwoord.content.decode()


def test_een_nederlandse_datum_zonder_kiezer_wordt_gelezen(werknemer, als):
    dag = vandaag() - timedelta(days=2)

    als(Rol.CASEMANAGER).post(
        reverse("web:ziekmelden_wie", args=[werknemer.pk]), {"eerste_ziektedag": f"{dag.day}-{dag.month}-{dag.year}"}
    )

    assert Dossier.objects.get().eerste_ziektedag == dag


def test_hervatten_met_een_komma_en_daarna_herstellen(dossier, als):
    client = als(Rol.CASEMANAGER)
    vanaf = (vandaag() - timedelta(days=7)).isoformat()

    hervat = client.post(
        reverse("web:hervatting", args=[dossier.kenmerk]),
        {"vanaf": vanaf, "uren_per_week": "18,5", "loonwaarde_pct": "", "werk": "eigen"},
        follow=True,
    )
    assert "gedeeltelijk aan het werk" in hervat.content.decode()

    hersteld = client.post(
        reverse("web:herstel", args=[dossier.kenmerk]), {"hersteld_op": vandaag().isoformat()}, follow=True
    )
    assert "hersteld" in hersteld.content.decode()


def test_te_veel_uren_worden_geweigerd_en_blijven_staan(dossier, als):
    antwoord = als(Rol.CASEMANAGER).post(
        reverse("web:hervatting", args=[dossier.kenmerk]),
        {"vanaf": vandaag().isoformat(), "uren_per_week": "200", "werk": "eigen"},
    )

    assert antwoord.status_code == 422
    assert 'value="200"' in antwoord.content.decode()
    assert "hoogstens 168" in antwoord.content.decode()


# What the AP lets an employer ask, and the days and hours without which no term can be counted.
MAG_WORDEN_GEVRAAGD = {
    "bereikbaar_op",
    "verblijfadres",
    "verwachte_duur",
    "lopend_werk",
    "valt_onder_vangnet",
    "is_arbeidsongeval",
    "is_verkeersongeval_met_verhaal",
}
VOOR_DE_TELLING = {"eerste_ziektedag", "laatste_volledig_gewerkte_dag", "werk_gestaakt_op", "werkdagen"}


@pytest.mark.norm("AVG-AP-1", waar="poortwijzer.web.forms.verzuim.ZiekmeldingForm")
@pytest.mark.parametrize("rol", [Rol.LEIDINGGEVENDE, Rol.CASEMANAGER, Rol.WERKGEVER])
def test_bij_het_ziek_melden_staan_precies_de_vragen_die_mogen(werknemer, als, rol):
    bladzij = als(rol).get(reverse("web:ziekmelden_wie", args=[werknemer.pk])).content.decode()
    gevraagd = set(re.findall(r'<(?:input|select|textarea)\b[^>]*\bname="([^"]+)"', bladzij.partition("<main")[2]))
    assert gevraagd - {"csrfmiddlewaretoken", "blad_van"} == MAG_WORDEN_GEVRAAGD | VOOR_DE_TELLING


@pytest.mark.norm("AVG-AP-1", waar="poortwijzer.web.forms.verzuim.ZiekmeldingForm")
def test_dat_een_vangnet_geldt_is_ja_nee_of_niet_bekend_en_niet_welk(werknemer, als):
    form = ZiekmeldingForm()
    assert [waarde for waarde, _naam in form.fields["valt_onder_vangnet"].choices] == ["ja", "nee", ""]
    gestuurd = {"eerste_ziektedag": "2026-06-01", "valt_onder_vangnet": "ja", "welk_vangnet": "zwangerschap"}
    als(Rol.LEIDINGGEVENDE).post(reverse("web:ziekmelden_wie", args=[werknemer.pk]), gestuurd)
    vangnet = [feit for feit in Feit.objects.all() if feit.waarde == "zwangerschap" or feit.naam == "is_vangnetter"]
    assert [(feit.naam, feit.waarde) for feit in vangnet] == [("is_vangnetter", True)]

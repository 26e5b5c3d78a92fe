"""The portfolio as a file for a spreadsheet: the rows of the page, all of them, and no cell that is worked out."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from lxml import html

from poortwijzer.dossiers.actions import Ziekmeldinggegevens, leg_feit_vast, meld_ziek
from poortwijzer.dossiers.models import Werknemer
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.views import portefeuille as blad

FORMULE = '=HYPERLINK("http://elders.example";"Jansen")'


def rijen(antwoord) -> list[dict[str, str]]:
    assert antwoord.status_code == 200
    return list(csv.DictReader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))


@pytest.fixture
def tekort(dossier, actor):
    """A second dossier near the end, in which too little was done, of somebody whose name is a formula."""
    werkgever = dossier.werknemer.organisatie_id
    werknemer = Werknemer.objects.create(organisatie_id=werkgever, naam=FORMULE, uren_per_week=36)
    begin = Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(days=650))
    tweede = meld_ziek(werknemer_id=werknemer.pk, actor=actor(Rol.CASEMANAGER), gegevens=begin)
    afspraak = {"vanaf": "2020-01-01", "loon_centen": 300_000, "per": "maand", "uren_per_week": "36"}
    oordelen = ("is_resultaat_bevredigend", "zijn_inspanningen_voldoende", "heeft_deugdelijke_grond")
    for naam, waarde in (("loonafspraken", afspraak), *((naam, False) for naam in oordelen)):
        tweede.refresh_from_db()
        leg_feit_vast(
            dossier=tweede, actor=actor(Rol.CASEMANAGER), naam=naam, waarde=waarde, motivering="Dit is besproken."
        )
    tweede.refresh_from_db()
    return tweede


def test_het_bestand_heeft_de_rijen_van_het_blad_met_dagen_en_bedragen_om_mee_te_rekenen(tekort, dossier, als):
    eerste, tweede = rijen(als(Rol.CASEMANAGER).get(reverse("web:portefeuille_bestand")))
    assert (eerste["kenmerk"], tweede["kenmerk"]) == (tekort.kenmerk, dossier.kenmerk)  # the worst first
    assert (eerste["vanaf"], eerste["kantelt op"]) == (tekort.risico_vanaf.isoformat(), tekort.kantelpunt.isoformat())
    assert (eerste["weken hoogstens"], eerste["bedrag hoogstens"]) == ("52", "25200,24")  # 52 times 484.62
    assert (tweede["bedrag hoogstens"], tweede["loonsanctie tot en met"]) == ("", "")  # no wage is known


def test_een_naam_die_een_formule_is_wordt_niet_uitgerekend(tekort, als):
    eerste = rijen(als(Rol.CASEMANAGER).get(reverse("web:portefeuille_bestand")))[0]
    assert eerste["werknemer"] == f"'{FORMULE}"


def test_de_knop_op_het_blad_geeft_dezelfde_selectie(tekort, dossier, als):
    client = als(Rol.WERKGEVER)
    antwoord = client.get(reverse("web:portefeuille"), {"oordeel": "onbekend", "volgorde": "naam", "pagina": "9"})
    (knop,) = html.document_fromstring(antwoord.content).xpath("//a[contains(@href, '.csv')]/@href")
    assert "pagina" not in knop
    assert [rij["kenmerk"] for rij in rijen(client.get(knop))] == [dossier.kenmerk]


def test_het_bestand_heeft_alle_bladen(tekort, dossier, als, monkeypatch):
    monkeypatch.setattr(blad, "MEESTE_PER_PAGINA", 1)
    gevonden = [rij["kenmerk"] for rij in rijen(als(Rol.CASEMANAGER).get(reverse("web:portefeuille_bestand")))]
    assert gevonden == [tekort.kenmerk, dossier.kenmerk]


@pytest.mark.parametrize("rol", [Rol.LEIDINGGEVENDE, Rol.BEDRIJFSARTS, Rol.ARBEIDSDESKUNDIGE])
def test_wie_geen_oordeel_ziet_krijgt_geen_bestand(dossier, als, rol):
    assert als(rol).get(reverse("web:portefeuille_bestand")).status_code == 403

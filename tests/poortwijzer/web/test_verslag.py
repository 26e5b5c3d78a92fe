"""The re-integratieverslag: put together from the dossier, a draft until both were asked, the medical part apart."""

import io
import json
import zipfile
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
import time_machine
from django.urls import reverse
from verslagproef import adres, vast

from poortwijzer.audit.models import Auditregel
from poortwijzer.documenten.docx import MEDIATYPE
from poortwijzer.dossiers.actions import leg_feit_vast, reageer_op_stuk
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.medisch.actions import leg_medisch_vast
from poortwijzer.medisch.regel import Regel, Regelsoort
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.een_database("sqlite")

DIAGNOSE = "KANARIE-depressie-in-remissie"
VAN_DE_PARTIJEN = (Rol.WERKNEMER, Rol.WERKGEVER, Rol.CASEMANAGER)


def tekst_van(inhoud: bytes) -> str:
    """Give title and bookmarks of a PDF: enough to know which parts are in it."""
    with pikepdf.open(BytesIO(inhoud)) as pdf, pdf.open_outline() as overzicht:
        return "\n".join(str(item.title) for item in overzicht.root)


@pytest.mark.parametrize("rol", VAN_DE_PARTIJEN)
def test_de_twaalf_onderdelen_staan_er_met_hun_stand_en_van_wie_zij_komen(dossier, als, rol):
    blad = als(rol).get(adres("verslag", dossier)).content.decode()

    for titel in ("a–d. Gegevens", "e. Eerste ziektedag", "f. Oordeel", "g. Plan", "h. Evaluatie", "l. Oordeel van de"):
        assert titel in blad
    assert "Dit moet komen van:" in blad
    assert "Het verslag moet klaar zijn op" in blad
    assert "Het voorblad met de onderdelen a tot en met d is nog niet vastgesteld." in blad


@pytest.mark.parametrize("rol", sorted(set(Rol) - set(VAN_DE_PARTIJEN)))
def test_een_ander_dan_de_partijen_leest_het_verslag_niet(dossier, als, rol):
    for naam in ("verslag", "verslag_pdf", "verslag_zip"):
        assert als(rol).get(adres(naam, dossier)).status_code in {403, 404}


def test_het_oordeel_van_de_werknemer_leest_alleen_de_werknemer(dossier, actor, als):
    vast(dossier, actor(Rol.WERKNEMER), "oordeel_werknemer", algemeen="KANARIE-eigen-verhaal")

    eigen, van_hr = (als(rol).get(adres("verslag", dossier)).content.decode() for rol in (Rol.WERKNEMER, Rol.WERKGEVER))
    assert "Dit onderdeel levert de werknemer zelf aan" in van_hr
    assert "Dit onderdeel levert de werknemer zelf aan" not in eigen
    assert len(pdf_van(als(Rol.WERKNEMER), dossier)) > len(pdf_van(als(Rol.WERKGEVER), dossier))


def pdf_van(browser, dossier) -> bytes:
    antwoord = browser.get(adres("verslag_pdf", dossier))
    assert antwoord.status_code == 200
    assert "no-store" in antwoord["Cache-Control"]
    naam = f"re-integratieverslag-{dossier.kenmerk}-{vandaag().isoformat()}.pdf"
    assert antwoord["Content-Disposition"] == f'attachment; filename="{naam}"'
    return antwoord.content


def test_zonder_een_enkel_document_is_het_verslag_een_reeks_gemerkte_bladen(dossier, als, keur):
    pdf = pdf_van(als(Rol.CASEMANAGER), dossier)

    keur(pdf)
    assert tekst_van(pdf).splitlines()[0].startswith("a–d. ")
    with pikepdf.open(BytesIO(pdf)) as geopend:
        assert len(geopend.pages) >= 5  # a-d, f, g, h, i-k


def test_het_is_een_concept_tot_beide_partijen_zijn_gevraagd(dossier, actor, als, voorblad):
    casemanager = als(Rol.CASEMANAGER)

    def stand() -> tuple[bool, bool]:
        blad = casemanager.get(adres("verslag", dossier)).content.decode()
        map_ = zipfile.ZipFile(BytesIO(b"".join(casemanager.get(adres("verslag_zip", dossier)).streaming_content)))
        return "klaar om te sturen" in blad, json.loads(map_.read("manifest.json"))["is_concept"]

    assert stand() == (False, True)
    reageer_op_stuk(dossier=dossier, actor=actor(Rol.WERKGEVER), stuk_id=voorblad.pk, standpunt="eens")
    assert stand() == (False, True)
    reageer_op_stuk(
        dossier=dossier,
        actor=actor(Rol.CASEMANAGER),
        stuk_id=voorblad.pk,
        standpunt="niet_bereikbaar",
        eigen_woorden="Drie keer gebeld, twee brieven.",
        partij=Rol.WERKNEMER,
    )
    assert stand() == (True, False)


def test_een_nieuw_voorblad_vraagt_opnieuw(dossier, actor, als, voorblad, gevraagd):
    casemanager = als(Rol.CASEMANAGER)
    assert "klaar om te sturen" in casemanager.get(adres("verslag", dossier)).content.decode()

    vast(dossier, actor(Rol.CASEMANAGER), "reintegratieverslag", functie="Verkoper.")

    assert "klaar om te sturen" not in casemanager.get(adres("verslag", dossier)).content.decode()


def test_met_het_voorblad_zijn_de_onderdelen_a_tot_en_met_d_er_voor_zover_ingevuld(dossier, als, voorblad):
    blad = als(Rol.CASEMANAGER).get(adres("verslag", dossier)).content.decode()
    gegevens = blad[blad.index("a–d.") : blad.index("e. Eerste")]
    assert gegevens.count("is er</span>") + gegevens.count("is er\n") == 1  # what kind of business it is
    assert gegevens.count("is er nog niet") == 3
    assert "ontbreekt" not in gegevens, "in the tenth week nothing is missing yet"
    assert dossier.feiten.filter(naam="verslaggegevens", stuk_id=voorblad.pk).exists()


def test_de_map_heeft_alles_op_volgorde_en_elk_document_ook_als_docx(dossier, actor, als, voorblad):
    vast(dossier, actor(Rol.CASEMANAGER), "plan_van_aanpak", einddoel="Weer aan het werk.")
    inhoud = b"".join(als(Rol.CASEMANAGER).get(adres("verslag_zip", dossier)).streaming_content)
    namen = zipfile.ZipFile(BytesIO(inhoud)).namelist()

    assert namen == [
        "00-re-integratieverslag.pdf",
        "01-onderdeel-a-reintegratieverslag-versie-1.pdf",
        "01-onderdeel-a-reintegratieverslag-versie-1.docx",
        "02-onderdeel-g-plan-van-aanpak-versie-1.pdf",
        "02-onderdeel-g-plan-van-aanpak-versie-1.docx",
        "manifest.json",
    ]


@pytest.mark.norm("BKP-7.2-10", waar="poortwijzer.medisch.uitvoer.medisch_deel")
def test_het_medisch_deel_staat_apart_en_begint_met_de_verantwoording(dossier, actor, als, keur):
    arts = actor(Rol.BEDRIJFSARTS)
    leg_medisch_vast(dossier=dossier, actor=arts, regel=Regel(soort=Regelsoort.KLACHTEN, op=vandaag(), tekst=DIAGNOSE))
    zonder = als(Rol.BEDRIJFSARTS).get(adres("medisch_verslag", dossier))
    keur(zonder.content)

    leg_medisch_vast(
        dossier=dossier, actor=arts, regel=Regel(soort=Regelsoort.VERANTWOORDING, op=vandaag(), tekst="Zo deed ik het.")
    )

    met = als(Rol.WERKNEMER).get(adres("medisch_verslag", dossier))
    assert met.status_code == 200
    assert bladwijzers(zonder.content)[-2:] == ["Wat ontbreekt", "Vastgelegd"]  # nobody wrote why
    assert "verantwoording" in bladwijzers(met.content)[1]
    assert "Wat ontbreekt" not in bladwijzers(met.content)
    for rol in (Rol.BEDRIJFSARTS, Rol.WERKNEMER):
        assert adres("medisch_verslag", dossier) in als(rol).get(adres("medisch", dossier)).content.decode()
    for rol in (Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE, Rol.ARBEIDSDESKUNDIGE):
        assert als(rol).get(adres("medisch_verslag", dossier)).status_code == 403


def test_wat_niet_nodig_is_krijgt_geen_knop_om_het_te_maken(dossier, actor, als):
    def knop() -> bool:
        return reverse("web:stuk_nieuw", args=[dossier.kenmerk, "plan_van_aanpak"]) in blad()

    def blad() -> str:
        return als(Rol.CASEMANAGER).get(adres("verslag", dossier)).content.decode()

    assert knop()
    leg_feit_vast(dossier=dossier, actor=actor(Rol.BEDRIJFSARTS), naam="heeft_mogelijkheden", waarde=False)
    assert "is niet nodig" in blad()
    assert not knop()


def bladwijzers(inhoud: bytes) -> list[str]:
    def lees(items) -> list[str]:
        return [regel for item in items for regel in (str(item.title), *lees(item.children))]

    with pikepdf.open(BytesIO(inhoud)) as pdf, pdf.open_outline() as overzicht:
        return lees(overzicht.root)


def test_de_diagnose_staat_in_geen_bestand_van_het_verslag(dossier, actor, als, voorblad, gevraagd):
    regel = Regel(soort=Regelsoort.VERANTWOORDING, op=vandaag(), tekst=DIAGNOSE)
    leg_medisch_vast(dossier=dossier, actor=actor(Rol.BEDRIJFSARTS), regel=regel)
    for rol in VAN_DE_PARTIJEN:
        map_ = zipfile.ZipFile(BytesIO(b"".join(als(rol).get(adres("verslag_zip", dossier)).streaming_content)))
        for naam in map_.namelist():
            assert "KANARIE" not in naam
            assert DIAGNOSE.encode() not in map_.read(naam)
            if naam.endswith(".docx"):
                document = zipfile.ZipFile(io.BytesIO(map_.read(naam)))
                assert all(DIAGNOSE.encode() not in document.read(deel) for deel in document.namelist())


def test_een_document_is_als_docx_te_krijgen(dossier, als, voorblad):
    antwoord = als(Rol.WERKNEMER).get(reverse("web:docx", args=[dossier.kenmerk, voorblad.pk]))
    assert antwoord["Content-Type"] == MEDIATYPE
    inhoud = zipfile.ZipFile(BytesIO(antwoord.content)).read("word/document.xml").decode()
    assert "Een meubelzaak." in inhoud
    assert als(Rol.BEDRIJFSARTS).get(reverse("web:docx", args=[dossier.kenmerk, voorblad.pk])).status_code == 403


def test_ophalen_staat_in_het_logboek(dossier, als):
    als(Rol.CASEMANAGER).get(adres("verslag_pdf", dossier))
    regel = Auditregel.objects.order_by("volgnummer").last()
    assert (regel.handeling, regel.onderdeel) == ("inzien", "reintegratieverslag")


def test_zonder_mogelijkheden_is_het_plan_niet_nodig(dossier, actor, als):
    leg_feit_vast(
        dossier=dossier,
        actor=actor(Rol.BEDRIJFSARTS),
        naam="heeft_mogelijkheden",
        waarde=False,
        motivering="Er is nu geen werk mogelijk.",
    )
    blad = als(Rol.CASEMANAGER).get(adres("verslag", dossier)).content.decode()
    plan = blad[blad.index("g. Plan") : blad.index("h. Evaluatie")]
    assert "is niet nodig" in plan
    assert "Dit moet komen van" not in plan


def test_na_de_laatste_dag_ontbreekt_wat_er_niet_is(dossier, als):
    with time_machine.travel(nu() + timedelta(weeks=110), tick=True):
        blad = als(Rol.CASEMANAGER).get(adres("verslag", dossier)).content.decode()
    assert "ontbreekt" in blad
    assert "is er nog niet" not in blad

"""A report that is frozen consists of the same documents for ever, and says so when something newer is there."""

import hashlib
import json
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from pdftekst import bladteksten
from verslagproef import adres, uitgepakt, vast, voeg_bestand_toe, vraag_beide, zip_bytes

from poortwijzer.dossiers.access import GeenToegang, access_dossier
from poortwijzer.dossiers.actions import Invoerfout, leg_feit_vast, reageer_op_stuk, trek_bijlage_in, trek_feit_in
from poortwijzer.dossiers.models import Bijlage, Feit
from poortwijzer.dossiers.queries.dossierblad import dossierbeeld
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.een_database("sqlite")

NIEUWER = "Er is iets nieuwers"


def regels(dossier) -> list[dict]:
    return [feit.waarde for feit in Feit.objects.filter(dossier=dossier, naam="verslagstukken").order_by("volgnummer")]


def blad_van(browser, dossier) -> str:
    return browser.get(adres("verslag", dossier)).content.decode()


@pytest.fixture
def plan(dossier, actor):
    return vast(dossier, actor(Rol.CASEMANAGER), "plan_van_aanpak", einddoel="Weer aan het werk.")


@pytest.fixture
def compleet(dossier, actor, als, plan):
    """A frozen report with a front page, a plan, the employee's own opinion and a file from outside."""
    vast(dossier, actor(Rol.WERKNEMER), "oordeel_werknemer", algemeen="Eigen verhaal.")
    voeg_bestand_toe(als(Rol.CASEMANAGER), dossier)
    voorblad = vast(dossier, actor(Rol.CASEMANAGER), "reintegratieverslag", aard_bedrijf="Een meubelzaak.")
    vraag_beide(dossier, actor, voorblad)
    return voorblad


# --- what is recorded ---------------------------------------------------------------------------------------


def test_pas_bij_de_laatste_partij_ligt_vast_waaruit_het_verslag_bestaat(dossier, actor, plan, voorblad):
    reageer_op_stuk(dossier=dossier, actor=actor(Rol.WERKGEVER), stuk_id=voorblad.pk, standpunt="eens")
    assert regels(dossier) == []

    reageer_op_stuk(dossier=dossier, actor=actor(Rol.WERKNEMER), stuk_id=voorblad.pk, standpunt="gezien")

    assert {(regel["soort"], regel["versie"], regel["vingerafdruk"]) for regel in regels(dossier)} == {
        (stuk.soort, stuk.versienummer, stuk.inhoud_hash) for stuk in (plan, voorblad)
    }
    assert {regel["verslag"] for regel in regels(dossier)} == {voorblad.inhoud_hash}


def test_een_bestand_van_buiten_ligt_vast_met_zijn_vingerafdruk(dossier, compleet):
    (bestand,) = (regel for regel in regels(dossier) if "versie" not in regel or regel["versie"] is None)
    assert (bestand["soort"], bestand["vingerafdruk"]) == ("probleemanalyse", Bijlage.objects.get().vingerafdruk)


def test_nog_een_reactie_legt_niet_nog_eens_vast(dossier, actor, compleet):
    eerst = regels(dossier)
    for rol in (Rol.WERKNEMER, Rol.WERKGEVER):
        reageer_op_stuk(dossier=dossier, actor=actor(rol), stuk_id=compleet.pk, standpunt="gezien")
    assert regels(dossier) == eerst


def test_een_reactie_op_een_ouder_voorblad_legt_niets_vast(dossier, actor, voorblad):
    with time_machine.travel(nu() + timedelta(days=1)):
        vast(dossier, actor(Rol.CASEMANAGER), "reintegratieverslag", functie="Verkoper.")
        vraag_beide(dossier, actor, voorblad)
    assert regels(dossier) == []


@pytest.mark.parametrize("rol", [Rol.CASEMANAGER, Rol.WERKNEMER])
def test_niemand_legt_het_met_de_hand_vast_of_trekt_het_in(dossier, actor, compleet, rol):
    feit = Feit.objects.filter(dossier=dossier, naam="verslagstukken").first()
    with pytest.raises(GeenToegang):
        leg_feit_vast(dossier=dossier, actor=actor(rol), naam="verslagstukken", waarde=feit.waarde)
    with pytest.raises((GeenToegang, Invoerfout)):
        trek_feit_in(dossier=dossier, actor=actor(rol), feit_id=feit.pk, motivering="Toch niet.")
    assert not Feit.objects.filter(vervangt=feit).exists()


def test_de_werkgever_leest_nergens_dat_het_oordeel_van_de_werknemer_erin_zit(dossier, actor, als, compleet):
    assert "oordeel_werknemer" in {regel["soort"] for regel in regels(dossier)}

    def gelezen(rol) -> set[str]:
        wie = actor(rol)
        beeld = dossierbeeld(wie, access_dossier(wie, dossier.kenmerk, deel=Deel.VERZUIM))
        in_map = json.loads(uitgepakt(zip_bytes(als(rol), dossier))["manifest.json"])["documenten"]
        feiten = [feit.waarde for feit in beeld.feiten if feit.naam == "verslagstukken"]
        return {regel["soort"] for regel in (*in_map, *feiten)}

    assert gelezen(Rol.WERKNEMER) - gelezen(Rol.CASEMANAGER) == {"oordeel_werknemer"}


# --- always the same ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", [Rol.CASEMANAGER, Rol.WERKNEMER])
def test_de_map_is_na_een_jaar_op_de_byte_dezelfde(dossier, als, compleet, rol):
    eerst = zip_bytes(als(rol), dossier)
    with time_machine.travel(nu() + timedelta(days=400)):
        assert zip_bytes(als(rol), dossier) == eerst


def test_wat_later_komt_verandert_geen_document_en_geeft_een_merk(dossier, actor, als, plan, compleet):
    eerst, blad = uitgepakt(zip_bytes(als(Rol.CASEMANAGER), dossier)), blad_van(als(Rol.CASEMANAGER), dossier)
    assert NIEUWER not in blad
    assert "klaar om te sturen" in blad

    with time_machine.travel(nu() + timedelta(days=20)):
        vast(dossier, actor(Rol.CASEMANAGER), "bijstelling", einddoel="Een andere baan.")
        reageer_op_stuk(dossier=dossier, actor=actor(Rol.WERKNEMER), stuk_id=plan.pk, standpunt="oneens",
                        eigen_woorden="LATER-gezegd")  # fmt: skip
        casemanager = als(Rol.CASEMANAGER)
        later, blad = uitgepakt(zip_bytes(casemanager, dossier)), blad_van(casemanager, dossier)

    assert later.keys() == eerst.keys()
    assert {naam for naam in eerst if later[naam] != eerst[naam]} == {"00-re-integratieverslag.pdf", "manifest.json"}
    oud, nieuw = (json.loads(map_["manifest.json"]) for map_ in (eerst, later))
    assert (oud["nieuwer"], oud["documenten"]) == ([], nieuw["documenten"])
    assert nieuw["nieuwer"][0].startswith("Bijstelling van ")
    assert nieuw["nieuwer"][1].startswith("Plan van aanpak: reactie van de werknemer op")
    assert "klaar om te sturen" in blad
    assert NIEUWER in blad
    for zin in nieuw["nieuwer"]:
        assert zin in blad
    op_papier = bladteksten(later["00-re-integratieverslag.pdf"])
    assert NIEUWER in op_papier[0]
    assert all("er is iets nieuwers" in tekst for tekst in op_papier)
    assert not any("LATER-gezegd" in tekst or "Een andere baan" in tekst for tekst in op_papier)


def test_elk_blad_van_de_lijst_klopt_met_het_document(dossier, als, compleet):
    map_ = uitgepakt(zip_bytes(als(Rol.WERKNEMER), dossier))
    manifest = json.loads(map_["manifest.json"])
    assert [regel["onderdeel"] for regel in manifest["documenten"]] == ["a", "f", "g", "l"]
    for regel in manifest["documenten"]:
        if regel["versie"] is None:
            (naam,) = (pad for pad in map_ if pad.startswith("bijlagen/"))
            assert hashlib.sha256(map_[naam]).hexdigest() == regel["vingerafdruk"]
        else:
            (naam,) = (
                pad
                for pad in map_
                if regel["soort"].replace("_", "-") in pad and pad.endswith(".pdf") and pad[:2] != "00"
            )
            tekst = "".join(bladteksten(map_[naam])).replace(" ", "").replace("\n", "").replace("\u200b", "")
            assert regel["vingerafdruk"] in tekst


def test_een_nieuw_voorblad_is_een_nieuw_verslag_en_het_oude_blijft_op_te_halen(dossier, actor, als, compleet):
    eerst = uitgepakt(zip_bytes(als(Rol.CASEMANAGER), dossier))
    with time_machine.travel(nu() + timedelta(days=20)):
        casemanager = als(Rol.CASEMANAGER)
        nieuw = vast(dossier, actor(Rol.CASEMANAGER), "reintegratieverslag", functie="Verkoper.")
        blad = blad_van(casemanager, dossier)
        assert "klaar om te sturen" not in blad
        assert f"?voorblad={compleet.pk}" in blad
        oud = uitgepakt(zip_bytes(casemanager, dossier, compleet))
        assert {naam for naam in eerst if oud.get(naam) != eerst[naam]} == {
            "00-re-integratieverslag.pdf",
            "manifest.json",
        }
        vraag_beide(dossier, actor, nieuw)

        manifest = json.loads(uitgepakt(zip_bytes(casemanager, dossier))["manifest.json"])
        assert not manifest["is_concept"]
        assert {regel["verslag"] for regel in regels(dossier)} == {compleet.inhoud_hash, nieuw.inhoud_hash}


@pytest.mark.parametrize("voorblad", ["792fa90c-845f-45d8-a0c9-ab94a03a0e07", "geen-nummer", "%00"])
def test_een_verslag_dat_er_niet_is_wordt_niet_gevonden(dossier, als, compleet, voorblad):
    for naam in ("verslag_pdf", "verslag_zip"):
        assert als(Rol.CASEMANAGER).get(adres(naam, dossier), {"voorblad": voorblad}).status_code == 404


def test_een_voorblad_dat_nog_niet_vastligt_is_geen_eerder_verslag(dossier, als, voorblad):
    antwoord = als(Rol.CASEMANAGER).get(adres("verslag_pdf", dossier), {"voorblad": voorblad.pk})
    assert antwoord.status_code == 404


def test_wat_er_na_de_eerste_reactie_bij_kwam_staat_bij_die_partij(dossier, actor, als, voorblad):
    reageer_op_stuk(dossier=dossier, actor=actor(Rol.WERKGEVER), stuk_id=voorblad.pk, standpunt="eens")
    with time_machine.travel(nu() + timedelta(days=2)):
        vast(dossier, actor(Rol.CASEMANAGER), "plan_van_aanpak", einddoel="Weer aan het werk.")
        reageer_op_stuk(dossier=dossier, actor=actor(Rol.WERKNEMER), stuk_id=voorblad.pk, standpunt="eens")
    blad = blad_van(als(Rol.CASEMANAGER), dossier)
    assert blad.count("Na deze reactie kwam erbij: Plan van aanpak") == 1


# --- what is lost -------------------------------------------------------------------------------------------


def test_een_bestand_dat_is_weggehaald_is_een_gemerkt_blad_en_een_bevinding(dossier, actor, als, compleet, keur):
    casemanager = als(Rol.CASEMANAGER)
    eerst = uitgepakt(zip_bytes(casemanager, dossier))
    trek_bijlage_in(dossier=dossier, actor=actor(Rol.CASEMANAGER), bijlage_id=Bijlage.objects.get().pk,
                    motivering="Verkeerd bestand.")  # fmt: skip

    blad, later = blad_van(casemanager, dossier), uitgepakt(zip_bytes(casemanager, dossier))

    assert "is er niet meer zoals het was" in blad
    assert "Probleemanalyse" in blad[blad.index("is er niet meer zoals het was") :][:400]
    assert set(eerst) - set(later) == {naam for naam in eerst if naam.startswith("bijlagen/")}
    keur(later["00-re-integratieverslag.pdf"])
    assert any("is er niet meer zoals het was" in tekst for tekst in bladteksten(later["00-re-integratieverslag.pdf"]))
    assert [r["soort"] for r in json.loads(later["manifest.json"])["documenten"] if r["is_kwijt"]] == [
        "probleemanalyse"
    ]


@pytest.mark.parametrize("soort", ["plan_van_aanpak", "reintegratieverslag"])
@pytest.mark.django_db(transaction=True)  # who changes it is another connection
@pytest.mark.usefixtures("compleet")
def test_een_document_dat_niet_meer_is_wat_het_was_telt_als_kwijt(dossier, als, keur, triggers_opzij, soort):
    """Somebody with the database in hand changed the number of the version; the fingerprint tells."""
    with triggers_opzij(), connection.cursor() as cursor:
        cursor.execute("UPDATE formulieren_formulier SET versienummer = 7 WHERE soort = %s", [soort])

    casemanager = als(Rol.CASEMANAGER)
    blad, later = blad_van(casemanager, dossier), uitgepakt(zip_bytes(casemanager, dossier))

    assert "is er niet meer zoals het was" in blad
    assert not any(soort in naam for naam in later if naam[:2] != "00")
    keur(later["00-re-integratieverslag.pdf"])
    assert any("niet meer zoals het was" in tekst for tekst in bladteksten(later["00-re-integratieverslag.pdf"]))


def test_het_blad_zegt_dat_een_verslag_dat_vastligt_niet_compleet_is_en_wie_het_er_niet_mee_eens_is(
    dossier, actor, als, compleet
):
    blad = blad_van(als(Rol.CASEMANAGER), dossier)
    assert "niet compleet" in blad
    assert "Er ontbreekt nog iets" in blad
    merk = blad.partition("niet eens</")[0].rpartition("<li>")[2]
    assert "is-warn" in merk
    assert "is-good" not in merk

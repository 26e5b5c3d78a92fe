"""The other commands over a dossier file, and how the command line starts."""

import subprocess
import sys
from pathlib import Path

import pytest

from poortnormen.catalogus import catalogus
from poortwijzer.cli.hoofd import OPDRACHTEN

KERN = ["tijdlijn", "toets", "loon", "normen", "uitleg", "schema"]


# --- normen and uitleg --------------------------------------------------------------------------------------


def test_normen_geeft_elke_norm_met_bron_hardheid_tekst_en_dekking(opdracht):
    antwoord = opdracht("normen", "--json")
    assert antwoord.code == 0
    normen = antwoord.json["normen"]
    assert [norm["id"] for norm in normen] == list(catalogus().normen)
    assert antwoord.json["aantal"] == len(normen) > 1000
    assert all(norm["bron"] and norm["hardheid"] and norm["tekst"] for norm in normen)
    assert antwoord.json["aantal_gedekt"] == sum(norm["dekking"]["gedekt"] for norm in normen)


def test_dekking_noemt_waar_een_norm_wordt_gevolgd_en_wat_dat_bewijst(opdracht):
    normen = {norm["id"]: norm["dekking"] for norm in opdracht("normen", "--json").json["normen"]}
    gedekt = normen["PRG-4-1"]
    assert gedekt["gedekt"]
    assert gedekt["waar"] == ["poortnormen.bronnen.procesgang.regels.plan.uiterste_dag_plan_van_aanpak"]
    assert any(toets.startswith("tests/poortnormen/gevallen/procesgang/") for toets in gedekt["toetsen"])
    for norm_id, dekking in normen.items():
        assert dekking["gedekt"] is bool(dekking["waar"] and dekking["toetsen"]), norm_id


def test_normen_van_een_bron(opdracht):
    antwoord = opdracht("normen", "--bron", "procesgang", "--json")
    assert {norm["bron"] for norm in antwoord.json["normen"]} == {"procesgang"}
    tabel = opdracht("normen", "--bron", "procesgang").uit
    assert "PRG-4-1" in tabel
    assert "WIA-23-1" not in tabel
    assert max(len(regel) for regel in tabel.splitlines()) <= 80


@pytest.mark.parametrize("schrijfwijze", ["PRG-4-1", "prg-4-1", " PRG-4-1 "])
def test_uitleg_van_een_norm_noemt_tekst_bron_plaats_en_hardheid(opdracht, schrijfwijze):
    antwoord = opdracht("uitleg", schrijfwijze)
    assert antwoord.code == 0
    for deel in ("PRG-4-1", "Regeling procesgang", "artikel 4", "wettelijk"):
        assert deel in antwoord.uit


def test_uitleg_bij_een_dossier_noemt_de_uitkomst_de_feiten_en_hoe_lang_zij_geldt(opdracht, voorbeelden):
    antwoord = opdracht("uitleg", "PRG-4-1", voorbeelden / "lerares.json", "--peildatum", "2026-10-15", "--json")
    (uitkomst,) = antwoord.json["uitkomsten"]
    assert (uitkomst["soort"], uitkomst["uitkomst"]) == ("vastgesteld", "2026-10-22")
    assert uitkomst["uitleg"] == "Het oordeel is van do 8 oktober 2026. Twee weken later is do 22 oktober 2026."
    assert {(feit["feit"], feit["gever"]) for feit in uitkomst["feiten"]} >= {
        ("stukken", "bedrijfsarts"),
        ("heeft_mogelijkheden", "bedrijfsarts"),
    }
    mens = opdracht("uitleg", "PRG-4-1", voorbeelden / "lerares.json", "--peildatum", "2026-10-15").uit
    assert "do 22 oktober 2026" in mens


def test_uitleg_bij_betwist_herstel_toont_beide_uitkomsten_en_kiest_niet(opdracht, dossierbestand):
    hersteld = {"hersteld_op": "2025-02-03", "is_betwist": True, "hersteld_op_volgens_ander": "2025-02-04"}
    feiten = [
        ("ziekmeldingen", {"eerste_ziektedag": "2024-11-05"}),
        ("hersteldmeldingen", hersteld),
        ("ziekmeldingen", {"eerste_ziektedag": "2025-03-03"}),
    ]
    pad = dossierbestand(
        {
            "versie": 1,
            "kenmerk": "betwist",
            "feiten": [
                {"feit": naam, "waarde": waarde, "vastgelegd_op": "2025-03-03", "gever": "werkgever"}
                for naam, waarde in feiten
            ],
        }
    )
    (uitkomst,) = opdracht("uitleg", "WIA-23-1", pad, "--peildatum", "2025-04-01", "--json").json["uitkomsten"]
    assert uitkomst["uitkomst"] is None
    assert uitkomst["mogelijk"] == [
        {"antwoord": "zoals gemeld", "uitkomst": "2027-02-28"},
        {"antwoord": "volgens de ander", "uitkomst": "2026-11-29"},
    ]
    assert uitkomst["uitleg"].endswith(
        "Bij ‘zoals gemeld’: zo 28 februari 2027. Bij ‘volgens de ander’: zo 29 november 2026."
    )
    momenten = opdracht("tijdlijn", pad, "--peildatum", "2025-04-01", "--json").json["momenten"]
    (moment,) = [moment for moment in momenten if moment["norm"] == "WIA-23-1"]
    assert (moment["uiterste_dag"], moment["status"]) == (None, "onbekend")
    assert moment["mogelijk"] == uitkomst["mogelijk"]


def test_uitleg_zonder_uitkomst_zegt_wat_ontbreekt(opdracht, voorbeelden):
    dossier = voorbeelden / "alleen-ziekmelding.json"
    antwoord = opdracht("uitleg", "PRG-4-1", dossier, "--peildatum", "2026-11-24", "--json")
    (uitkomst,) = antwoord.json["uitkomsten"]
    assert (uitkomst["soort"], uitkomst["uitkomst"], uitkomst["ontbreekt"]) == ("onbekend", None, ["oordeel_op"])


# --- toets --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dossier", "oordeel", "code"),
    [
        ("alleen-ziekmelding", "onbekend", 0),
        ("receptioniste", "onbekend", 0),
        ("geen-mogelijkheden", "geen_inspanningen_vereist", 0),
        ("aow-binnen-een-jaar", "bevredigend", 0),
        ("marginale-mogelijkheden", "aanvullen", 1),
        ("te-weinig-gedaan", "loonsanctie_inhoudelijk", 1),
    ],
)
def test_toets_van_de_voorbeelden(opdracht, voorbeelden, dossier, oordeel, code):
    antwoord = opdracht("toets", voorbeelden / f"{dossier}.json", "--peildatum", "2026-11-24", "--json")
    assert (antwoord.json["oordeel"], antwoord.code) == (oordeel, code)
    assert opdracht("toets", voorbeelden / f"{dossier}.json", "--peildatum", "2026-11-24").code == code


def test_toets_op_een_eerdere_dag_kent_de_latere_oordelen_niet(opdracht, voorbeelden):
    antwoord = opdracht("toets", voorbeelden / "te-weinig-gedaan.json", "--peildatum", "2026-07-27", "--json")
    assert (antwoord.json["oordeel"], antwoord.json["maatregel_werknemer"], antwoord.code) == ("onbekend", None, 0)


def test_toets_van_alleen_een_ziekmelding_vraagt_en_beschuldigt_niet(opdracht, voorbeelden):
    antwoord = opdracht("toets", voorbeelden / "alleen-ziekmelding.json", "--peildatum", "2026-11-24", "--json")
    assert antwoord.json["vragen"]
    assert "nee" not in [reden["uitkomst"] for reden in alle_redenen(antwoord.json["redenen"])]


def test_toets_toont_eerst_het_oordeel_en_dan_waarom_en_wat_het_verandert(opdracht, voorbeelden):
    uit = opdracht("toets", voorbeelden / "marginale-mogelijkheden.json", "--peildatum", "2026-11-24").uit
    assert uit.index("moet worden aangevuld") < uit.index("Waarom:") < uit.index("Wat dit verandert:")
    assert "oordeel van de werknemer" in uit[uit.index("Wat dit verandert:") :]


def test_toets_noemt_wie_het_zei_en_waarom(opdracht, voorbeelden):
    uit = opdracht("toets", voorbeelden / "spoor-2-vergeten.json", "--peildatum", "2026-11-24").uit
    assert "Arbeidsdeskundige zei op di 22 september 2026 nee: In het tweede jaar" in " ".join(uit.split())


def test_toets_laat_weg_wat_er_niet_toe_doet(opdracht, voorbeelden):
    """The whole was judged: the parts about which nobody said anything do not matter, and stay in --json."""
    pad = voorbeelden / "te-weinig-gedaan.json"
    assert "BKP-4c-01" not in opdracht("toets", pad, "--peildatum", "2026-11-24").uit
    normen = {
        r["norm"] for r in alle_redenen(opdracht("toets", pad, "--peildatum", "2026-11-24", "--json").json["redenen"])
    }
    assert "BKP-4c-01" in normen


def test_toets_geeft_het_kort_en_wat_het_kan_kosten(opdracht, voorbeelden):
    pad = voorbeelden / "spoor-2-vergeten.json"
    kort = opdracht("toets", pad, "--peildatum", "2026-11-24", "--json").json["kort"]
    assert (kort["zwakste"], kort["kantelpunt"]) == ("BKP-9-12", "2027-01-10")
    assert (kort["loonrisico"]["weken_minstens"], kort["loonrisico"]["weken_hoogstens"]) == (3, 52)
    assert "Wat een sanctie kan kosten" in opdracht("toets", pad, "--peildatum", "2026-11-24").uit


def test_toets_zoals_het_eerder_bekend_was(opdracht, voorbeelden):
    """On 21 September nobody had judged anything yet; what was recorded later does not count."""
    pad = voorbeelden / "spoor-2-vergeten.json"
    antwoord = opdracht("toets", pad, "--peildatum", "2026-11-24", "--bekend-op", "2026-09-21", "--json").json
    assert antwoord["oordeel"] != "loonsanctie_inhoudelijk"
    assert antwoord["bekend_op"] == "2026-09-21"


def alle_redenen(redenen):
    for reden in redenen:
        yield reden
        yield from alle_redenen(reden["onderliggend"])


# --- loon ---------------------------------------------------------------------------------------------------


def test_loon_van_katja_tot_op_de_cent(opdracht, voorbeelden):
    """The amounts of the source: 1,400, 1,700, 1,850 and 2,000 euros per four weeks."""
    antwoord = opdracht("loon", voorbeelden / "katja.json", "--peildatum", "2023-05-01", "--json")
    assert antwoord.code == 0
    perioden = antwoord.json["perioden"]
    assert [(p["van"], p["tot_en_met"], p["loonwaarde_pct"], p["bedrag_in_centen"]) for p in perioden[-4:]] == [
        ("2023-01-02", "2023-01-29", 0, 140_000),
        ("2023-01-30", "2023-02-26", 50, 170_000),
        ("2023-02-27", "2023-03-26", 75, 185_000),
        ("2023-03-27", "2023-04-23", 100, 200_000),
    ]
    assert perioden[0]["van"] == "2021-11-01"
    assert {p["per"] for p in perioden} == {"vier_weken"}
    assert "BW7-629-1" in perioden[-2]["normen"]


def test_minimumloon_is_de_ondergrens_in_het_eerste_jaar_van_nu(opdracht, voorbeelden):
    """40 hours at 14.71 euros (first half of 2026) for four weeks is 2,353.60 euros; 70% of the wage is less."""
    antwoord = opdracht("loon", voorbeelden / "katja-nu.json", "--peildatum", "2026-11-24", "--json")
    eerste = antwoord.json["perioden"][0]
    assert (eerste["van"], eerste["bedrag_in_centen"]) == ("2026-03-02", 235_360)


def test_loonwaarde_die_niemand_vaststelde_is_null_en_een_vraag(opdracht, voorbeelden):
    antwoord = opdracht("loon", voorbeelden / "roostermaker.json", "--peildatum", "2026-11-24", "--json")
    laatste = antwoord.json["perioden"][-1]
    assert (laatste["loonwaarde_pct"], laatste["bedrag_in_centen"]) == (None, None)
    assert laatste["ontbreekt"]
    assert antwoord.json["vragen"]


def test_verlof_is_een_periode_apart(opdracht, voorbeelden):
    antwoord = opdracht("loon", voorbeelden / "zwangerschap-ertussen.json", "--peildatum", "2026-11-24", "--json")
    assert ("2025-09-01", "2025-12-21") in [(p["van"], p["tot_en_met"]) for p in antwoord.json["perioden"]]


def test_loon_is_een_tabel_van_hoogstens_tachtig_tekens(opdracht, voorbeelden):
    antwoord = opdracht("loon", voorbeelden / "katja.json", "--peildatum", "2023-05-01")
    assert "€ 1.850,00" in antwoord.uit
    assert max(len(regel) for regel in antwoord.uit.splitlines()) <= 80


# --- help and start -----------------------------------------------------------------------------------------


def test_zonder_opdracht_komt_de_uitleg(opdracht):
    antwoord = opdracht()
    assert antwoord.code == 0
    assert all(naam in antwoord.uit for naam in OPDRACHTEN)


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_de_uitleg_van_elke_opdracht_is_helemaal_nederlands(opdracht, naam):
    antwoord = opdracht(naam, "--help")
    assert antwoord.code == 0
    assert antwoord.uit.startswith("Gebruik: poortwijzer")
    for engels in ("Usage", "Options", "Show this", "Commands", "OPTIONS", "[default"):
        assert engels not in antwoord.uit


@pytest.mark.parametrize("naam", KERN)
def test_wat_op_een_bestand_werkt_start_django_niet(naam, voorbeelden: Path):
    """Neither its settings nor its database: that would cost most of a second."""
    woorden = {"normen": [], "schema": ["toets"], "uitleg": ["PRG-4-1", str(voorbeelden / "henk.json")]}
    argumenten = [naam, *woorden.get(naam, [str(voorbeelden / "henk.json")])]
    code = (
        "import sys; from poortwijzer.cli.hoofd import draai\n"
        f"draai({argumenten!r})\n"
        "from django.apps import apps; from django.conf import settings\n"
        "print([m for m in ('django.db', 'django.template', 'pydantic') if m in sys.modules], "
        "apps.ready, settings.configured, file=sys.stderr)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert klaar.stderr.strip() == "[] False False"

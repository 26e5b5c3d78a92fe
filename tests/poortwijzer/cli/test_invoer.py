"""Bad input: exit code 2, a sentence in Dutch that says where and what to do, and the same as JSON."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DAG = "2026-03-02"


def feit(naam="ziekmeldingen", waarde=None, **anders):
    waarde = {"eerste_ziektedag": DAG} if waarde is None else waarde
    return {"feit": naam, "waarde": waarde, "vastgelegd_op": DAG, "gever": "werkgever", **anders}


def dossier(*feiten, **anders):
    return {"versie": 1, "kenmerk": "proef", "feiten": list(feiten or [feit()]), **anders}


def verlof(vanaf, tot_en_met):
    return feit("verloven", {"vanaf": vanaf, "tot_en_met": tot_en_met})


FOUTE_BESTANDEN = {
    "leeg": (b"", "$", "geen geldige JSON"),
    "geen JSON": (b"ziek sinds maandag", "$", "geen geldige JSON"),
    "afgekapte JSON": (b'{"versie": 1, "kenmerk": "x"', "$", "geen geldige JSON"),
    "dubbel veld": (b'{"versie": 1, "versie": 1}', "$", "twee keer"),
    "te diep": (b"[" * 100_000, "$", "geen geldige JSON"),
    "lijst in plaats van object": ([1, 2], "$", "een object"),
    "onbekend veld": (dossier(kleur="blauw"), "$.kleur", "kennen wij niet"),
    "onbekend veld in een feit": (dossier(feit(kleur="blauw")), "$.feiten[0].kleur", "kennen wij niet"),
    "onbekend feit": (dossier(feit("diagnose", "geheim")), "$.feiten[0].feit", "kennen wij niet"),
    "andere versie": (dossier(versie=2), "$.versie", "Zet hier 1"),
    "zonder kenmerk": ({"versie": 1, "feiten": []}, "$.kenmerk", "ontbreekt"),
    "onmogelijke dag": (
        dossier(feit(waarde={"eerste_ziektedag": "2026-02-30"})),
        "$.feiten[0].waarde.eerste_ziektedag",
        "bestaat niet",
    ),
    "dag in een andere schrijfwijze": (
        dossier(feit(waarde={"eerste_ziektedag": "2-3-2026"})),
        "$.feiten[0].waarde.eerste_ziektedag",
        "jaar-maand-dag",
    ),
    "jaar 1949": (
        dossier(feit(waarde={"eerste_ziektedag": "1949-12-31"})),
        "$.feiten[0].waarde.eerste_ziektedag",
        "Controleer het jaar",
    ),
    "jaar 2151": (
        dossier(feit(waarde={"eerste_ziektedag": "2151-01-01"})),
        "$.feiten[0].waarde.eerste_ziektedag",
        "Controleer het jaar",
    ),
    "verkeerd type": (dossier(feit("heeft_mogelijkheden", "ja", gever="bedrijfsarts")), "$.feiten[0].waarde", "true"),
    "onbekende gever": (dossier(feit(gever="buurman")), "$.feiten[0].gever", "Kies uit"),
    "ziek terwijl er al een ziekte loopt": (
        dossier(feit(), feit(waarde={"eerste_ziektedag": "2026-03-09"})),
        "$.feiten[1].waarde",
        "al een ziekteperiode",
    ),
    "verlof dat overlapt": (
        dossier(feit(), verlof("2026-04-01", "2026-05-01"), verlof("2026-05-01", "2026-06-01")),
        "$.feiten[2].waarde",
        "overlapt",
    ),
    "verlof dat eindigt voor het begint": (
        dossier(feit(), verlof("2026-04-01", "2026-03-01")),
        "$.feiten[1].waarde",
        "voordat het begint",
    ),
    "herstel zonder ziekte": (
        dossier(feit("hersteldmeldingen", {"hersteld_op": DAG})),
        "$.feiten[0].waarde",
        "liep er geen ziekteperiode",
    ),
}


@pytest.mark.parametrize("geval", FOUTE_BESTANDEN.values(), ids=FOUTE_BESTANDEN.keys())
@pytest.mark.parametrize("naam", ["tijdlijn", "toets", "loon"])
def test_fout_dossierbestand_wordt_geweigerd_met_plaats_en_raad(opdracht, dossierbestand, naam, geval):
    inhoud, pad, zin = geval
    antwoord = opdracht(naam, dossierbestand(inhoud), "--peildatum", "2026-11-24", "--json")
    assert antwoord.code == 2
    assert (pad, True) in [(m["pad"], zin in m["melding"]) for m in antwoord.json["meldingen"]]
    assert pad in antwoord.fout
    assert zin in antwoord.fout


def test_zonder_json_staat_er_niets_op_de_gewone_uitvoer(opdracht, dossierbestand):
    antwoord = opdracht("tijdlijn", dossierbestand(b"geen json"))
    assert (antwoord.code, antwoord.uit) == (2, "")
    assert antwoord.fout.startswith("Het bestand ")


def test_alle_fouten_van_een_bestand_komen_tegelijk(opdracht, dossierbestand):
    fout = dossier(feit(gever="buurman"), feit("diagnose", 1), kleur="blauw")
    antwoord = opdracht("tijdlijn", dossierbestand(fout), "--json")
    assert {m["pad"] for m in antwoord.json["meldingen"]} == {"$.kleur", "$.feiten[0].gever", "$.feiten[1].feit"}


@pytest.mark.parametrize("codering", ["latin-1", "utf-16", "cp1252"])
def test_andere_codering_dan_utf_8_wordt_herkend(opdracht, dossierbestand, codering):
    tekst = json.dumps(dossier(omschrijving="naar huis gegaan na één uur"), ensure_ascii=False)
    antwoord = opdracht("tijdlijn", dossierbestand(tekst.encode(codering)))
    assert antwoord.code == 2
    assert "Sla het bestand op als UTF-8" in antwoord.fout


def test_utf_8_met_een_merk_vooraan_mag(opdracht, dossierbestand):
    assert (
        opdracht("tijdlijn", dossierbestand(b"\xef\xbb\xbf" + json.dumps(dossier()).encode()), "--peildatum", DAG).code
        == 0
    )


def test_te_groot_bestand_wordt_niet_helemaal_gelezen(opdracht, tmp_path: Path):
    pad = tmp_path / "groot.json"
    with pad.open("wb") as bestand:
        bestand.truncate(20_000_000_000)  # a sparse file: 20 GB that takes no room
    antwoord = opdracht("tijdlijn", pad)
    assert antwoord.code == 2
    assert "te groot" in antwoord.fout


def test_bestand_zonder_einde_houdt_het_programma_niet_op(opdracht):
    assert opdracht("tijdlijn", "/dev/zero").code == 2


@pytest.mark.parametrize(
    ("pad", "zin"),
    [
        ("bestaat-niet.json", "geen bestand met deze naam"),
        (".", "Dit is een map"),
        ("een\0nul.json", "Lezen lukte niet"),
        ("x" * 5000, "Lezen lukte niet"),
    ],
)
def test_bestand_dat_niet_te_lezen_is(opdracht, pad, zin):
    antwoord = opdracht("toets", pad, "--json")
    assert antwoord.code == 2
    assert zin in antwoord.fout
    assert zin in antwoord.json["meldingen"][0]["melding"]


@pytest.mark.parametrize("naam", ["tijdlijn", "toets", "loon"])
def test_peildatum_voor_de_eerste_ziektedag_is_geen_vraag_die_wij_kunnen_beantwoorden(opdracht, dossierbestand, naam):
    bestand = dossierbestand(dossier())
    antwoord = opdracht(naam, bestand, "--peildatum", "2026-03-01", "--json")
    assert antwoord.code == 2
    assert DAG in antwoord.json["meldingen"][0]["melding"]
    assert opdracht(naam, bestand, "--peildatum", DAG).code == 0


@pytest.mark.parametrize("optie", ["--peildatum", "--bekend-op", "--eerste-ziektedag"])
@pytest.mark.parametrize(
    "waarde", ["morgen", "", "2026-13-01", "2025-02-29", "1949-12-31", "2151-01-01", "2026-3-2", "٢٠٢٦-٠٣-٠٢"]
)
def test_onzin_als_dag_wordt_geweigerd(opdracht, optie, waarde):
    antwoord = opdracht("tijdlijn", optie, waarde, "--json")
    assert antwoord.code == 2
    assert antwoord.json["meldingen"][0]["pad"] == optie


@pytest.mark.parametrize("dag", ["1950-01-01", "2150-12-31"])
def test_de_grenzen_van_wat_een_dag_mag_zijn_werken(opdracht, dag):
    assert opdracht("tijdlijn", "--eerste-ziektedag", dag, "--peildatum", dag, "--json").code in {0, 1}


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["bestaatniet"], "Kies uit: tijdlijn, toets"),
        (["tijdlijn", "--kleur"], "De optie '--kleur' bestaat niet"),
        (["tijdlijn", "--peildatum"], "--peildatum"),
        (["toets"], "DOSSIER.json ontbreekt"),
        (["loon", "a", "b"], "begrijpen wij niet"),
        (["uitleg"], "NORM ontbreekt"),
        (["uitleg", "PRG-44-1"], "PRG-4-1"),
        (["normen", "--bron", "wetboek"], "procesgang"),
        (["schema", "gedicht"], "dossier, tijdlijn"),
        (["audit", "wissen"], "controleer"),
    ],
)
def test_verkeerde_aanroep_zegt_wat_wel_kan(opdracht, woorden, zin):
    antwoord = opdracht(*woorden, "--json")
    assert antwoord.code == 2
    assert zin in antwoord.fout
    assert antwoord.json["fout"]


def test_tekens_die_een_terminal_sturen_komen_niet_op_het_scherm(opdracht, dossierbestand):
    bestand = dossierbestand(dossier(kenmerk="rood\x1b[31m\x07"))
    for naam in ("tijdlijn", "toets", "loon"):
        antwoord = opdracht(naam, bestand, "--peildatum", "2026-11-24")
        assert "\x1b" not in antwoord.uit + antwoord.fout
        assert "\x07" not in antwoord.uit + antwoord.fout
    assert "\x1b" not in opdracht("tijdlijn", "een\x1b[31m.json").fout


def test_half_teken_in_een_tekst_breekt_de_uitvoer_niet(tmp_path: Path):
    pad = tmp_path / "dossier.json"
    pad.write_text(json.dumps(dossier(kenmerk="half \ud800 teken")), encoding="ascii")
    klaar = draai_los("tijdlijn", pad, "--peildatum", DAG, "--json")
    assert klaar.returncode in {0, 2}
    assert b"Traceback" not in klaar.stderr


def test_lezen_van_de_standaardinvoer(tmp_path: Path):
    klaar = draai_los("tijdlijn", "-", "--peildatum", DAG, "--json", invoer=json.dumps(dossier()).encode())
    assert klaar.returncode == 0
    assert json.loads(klaar.stdout)["kenmerk"] == "proef"
    assert draai_los("toets", "-", invoer=b"\xff\xfe").returncode == 2


def test_wie_ophoudt_met_lezen_krijgt_geen_foutmelding():
    with subprocess.Popen(
        [sys.executable, "-c", "from poortwijzer.cli.hoofd import main; main()", "normen", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as proces:
        assert proces.stdout is not None
        assert proces.stderr is not None
        proces.stdout.read(10)
        proces.stdout.close()
        assert proces.stderr.read() == b""
        assert proces.wait() == 0


def draai_los(*woorden, invoer=b"") -> "subprocess.CompletedProcess[bytes]":
    code = "from poortwijzer.cli.hoofd import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, woorden)],
        input=invoer, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip

"""The published schemas: what the commands print answers to them, and they are what the code says."""

import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from poortwijzer.cli.schema import DOSSIER, VORMEN, schema_van

DOCS = Path(__file__).resolve().parents[3] / "docs" / "schema"
VOORBEELDEN = sorted((Path(__file__).resolve().parents[3] / "voorbeelden").glob("*.json"))


def gepubliceerd(naam):
    return json.loads((DOCS / f"{naam}.schema.json").read_text(encoding="utf-8"))


@cache
def keurder(naam):
    schema = gepubliceerd(naam)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def voldoet(antwoord, naam):
    fouten = [f"{fout.json_path}: {fout.message}" for fout in keurder(naam).iter_errors(antwoord)]
    assert not fouten, fouten[:5]


@pytest.mark.parametrize("naam", [DOSSIER, *VORMEN])
def test_gepubliceerd_schema_is_wat_het_programma_zegt(opdracht, naam):
    antwoord = opdracht("schema", naam)
    assert antwoord.code == 0
    assert antwoord.json == gepubliceerd(naam) == schema_van(naam), (
        f"docs/schema/{naam}.schema.json is out of date: poortwijzer schema {naam} > docs/schema/{naam}.schema.json"
    )


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_elk_voorbeeld_voldoet_aan_het_schema_van_een_dossier(voorbeeld):
    voldoet(json.loads(voorbeeld.read_text(encoding="utf-8")), DOSSIER)


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=lambda pad: pad.stem)
@pytest.mark.parametrize("naam", ["tijdlijn", "toets", "loon"])
def test_antwoord_over_een_dossier_voldoet_aan_het_schema(opdracht, naam, voorbeeld):
    voldoet(opdracht(naam, voorbeeld, "--peildatum", "2026-11-24", "--json").json, naam)


def test_antwoord_van_normen_voldoet_aan_het_schema(opdracht):
    voldoet(opdracht("normen", "--json").json, "normen")


@pytest.mark.parametrize("norm", ["PRG-4-1", "WIA-23-3", "PRG-5-1", "BKP-3-03", "ATW-3-1"])
def test_antwoord_van_uitleg_voldoet_aan_het_schema(opdracht, norm):
    voldoet(opdracht("uitleg", norm, "--json").json, "uitleg")
    voldoet(opdracht("uitleg", norm, VOORBEELDEN[0], "--peildatum", "2026-11-24", "--json").json, "uitleg")


@pytest.mark.parametrize(
    "woorden", [["tijdlijn"], ["toets", "weg.json"], ["gedicht"], ["tijdlijn", "--peildatum", "x"]]
)
def test_foutmelding_voldoet_aan_het_schema(opdracht, woorden):
    antwoord = opdracht(*woorden, "--json")
    assert antwoord.code == 2
    voldoet(antwoord.json, "fout")


def test_schema_weigert_wat_het_niet_kent(opdracht):
    antwoord = opdracht("tijdlijn", "--eerste-ziektedag", "2024-03-01", "--peildatum", "2024-03-01", "--json").json
    antwoord["momenten"][0]["status"] = "misschien"
    with pytest.raises(AssertionError):
        voldoet(antwoord, "tijdlijn")


def test_elk_schema_hoort_bij_een_opdracht():
    assert {pad.name for pad in DOCS.glob("*.json")} == {f"{naam}.schema.json" for naam in (DOSSIER, *VORMEN)}

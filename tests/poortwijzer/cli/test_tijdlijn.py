"""`poortwijzer tijdlijn`."""

from datetime import UTC, datetime

import pytest
import time_machine

VELDEN = {"norm", "naam", "uiterste_dag", "streefdag", "status", "schuift", "uitleg", "ontbreekt", "houdbaar_tot"}


def moment(antwoord, norm):
    (gevonden,) = [m for m in antwoord.json["momenten"] if m["norm"] == norm]
    return gevonden


def test_eerste_ziektedag_alleen_geeft_de_dagen_die_daaruit_volgen(opdracht):
    antwoord = opdracht("tijdlijn", "--eerste-ziektedag", "2024-03-01", "--peildatum", "2024-03-15", "--json")
    assert antwoord.code == 0
    assert antwoord.json["peildatum"] == "2024-03-15"
    assert all(set(m) >= VELDEN for m in antwoord.json["momenten"])
    einde = moment(antwoord, "WIA-23-1")
    assert (einde["uiterste_dag"], einde["status"], einde["schuift"]) == ("2026-02-26", "open", False)
    aangifte = moment(antwoord, "ZW-38-1")
    assert (aangifte["uiterste_dag"], aangifte["status"], aangifte["ontbreekt"]) == ("2024-12-20", "open", [])


def test_wat_onbekend_is_is_null_en_zegt_welk_feit_ontbreekt(opdracht):
    antwoord = opdracht("tijdlijn", "--eerste-ziektedag", "2024-03-01", "--peildatum", "2024-03-15", "--json")
    plan = moment(antwoord, "PRG-4-1")
    assert plan["status"] == "onbekend"
    assert plan["uiterste_dag"] is None
    assert plan["streefdag"] is None
    assert plan["ontbreekt"] == ["oordeel_op"]
    assert "oordeel_op" in [vraag["feit"] for vraag in antwoord.json["vragen"]]


def test_is_alleen_onbekend_of_de_norm_geldt_dan_staat_de_dag_er_wel(opdracht):
    antwoord = opdracht("tijdlijn", "--eerste-ziektedag", "2024-03-01", "--peildatum", "2024-03-15", "--json")
    oordeel = moment(antwoord, "PRG-2-2")
    assert (oordeel["status"], oordeel["ontbreekt"]) == ("onbekend", ["dreigt_langdurig_verzuim"])
    assert (oordeel["uiterste_dag"], oordeel["streefdag"]) == ("2024-04-12", "2024-04-11")


@pytest.mark.parametrize(("peildatum", "code"), [("2024-12-20", 0), ("2024-12-21", 1)])
def test_iets_te_laat_geeft_uitkomst_een(opdracht, peildatum, code):
    """The 42 weeks are full on 20 December 2024."""
    antwoord = opdracht("tijdlijn", "--eerste-ziektedag", "2024-03-01", "--peildatum", peildatum, "--json")
    assert moment(antwoord, "ZW-38-1")["status"] == ("te_laat" if code else "nadert")
    assert antwoord.code == code


def test_te_laat_gedaan_is_niet_meer_te_laat(opdracht, voorbeelden):
    antwoord = opdracht("tijdlijn", voorbeelden / "lerares.json", "--peildatum", "2026-11-24", "--json")
    assert moment(antwoord, "PRG-4-1")["status"] == "te_laat_gedaan"
    assert antwoord.code == 0


def test_dossier_en_eerste_ziektedag_samen_kan_niet(opdracht, voorbeelden):
    antwoord = opdracht("tijdlijn", voorbeelden / "henk.json", "--eerste-ziektedag", "2024-03-01")
    assert antwoord.code == 2
    assert "niet allebei" in antwoord.fout


def test_zonder_peildatum_is_het_vandaag_in_nederland(opdracht):
    with time_machine.travel(datetime(2026, 3, 24, 23, 30, tzinfo=UTC), tick=False):
        antwoord = opdracht("tijdlijn", "--eerste-ziektedag", "2026-03-02", "--json")
    assert antwoord.json["peildatum"] == "2026-03-25"


def test_bekend_op_rekent_met_wat_toen_was_vastgelegd(opdracht, voorbeelden):
    """The first sick day was corrected on 10 July."""
    dossier = voorbeelden / "salarisadministratie.json"
    toen = opdracht("tijdlijn", dossier, "--peildatum", "2026-07-12", "--bekend-op", "2026-07-09", "--json")
    nu = opdracht("tijdlijn", dossier, "--peildatum", "2026-07-12", "--json")
    assert moment(toen, "WIA-23-1")["uiterste_dag"] == "2028-07-03"
    assert moment(nu, "WIA-23-1")["uiterste_dag"] == "2028-07-02"
    assert toen.json["bekend_op"] == "2026-07-09"


def test_tabel_past_op_tachtig_tekens_en_heeft_geen_kleur(opdracht, voorbeelden):
    antwoord = opdracht("tijdlijn", voorbeelden / "receptioniste.json", "--peildatum", "2026-11-24")
    assert antwoord.code == 0
    assert max(len(regel) for regel in antwoord.uit.splitlines()) <= 80
    assert "\x1b" not in antwoord.uit
    assert "ma 14 juli 2025" in antwoord.uit
    assert "op tijd" in antwoord.uit

"""The commands that need the database."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from structlog.testing import capture_logs

from poortwijzer import audit
from poortwijzer.accounts.actor import eerste_actor
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.dossiers.models import Beoordeling, Dossier
from poortwijzer.dossiers.proefdata import Proefopzet, maak_proefdossiers
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.organisaties import Organisatiesoort
from poortwijzer.toegang.rollen import Rol

DAG = date(2026, 11, 24)


@pytest.fixture
def werkgever(db) -> Organisatie:
    return Organisatie.objects.create(naam="Oosterhoek Wonen", soort=Organisatiesoort.WERKGEVER)


@pytest.fixture
def dossiers(werkgever) -> list[Dossier]:
    ids = maak_proefdossiers(3, zaad=1, opzet=Proefopzet(werkgever_id=werkgever.pk, betrokkenen={}), vandaag=DAG)
    return list(Dossier.objects.filter(pk__in=ids))


def test_bijwerken_beoordeelt_wat_nog_nooit_is_beoordeeld_en_daarna_niets_meer(opdracht, dossiers):
    eerste = opdracht("bijwerken", "--peildatum", DAG, "--json")
    assert (eerste.code, eerste.json) == (0, {"peildatum": "2026-11-24", "totaal": 3, "gedaan": 3, "mislukt": {}})
    assert Beoordeling.objects.filter(dossier__in=dossiers).count() == 3
    tweede = opdracht("bijwerken", "--peildatum", DAG, "--json")
    assert tweede.json["totaal"] == 0
    assert Beoordeling.objects.filter(dossier__in=dossiers).count() == 3


def test_bijwerken_beoordeelt_later_alleen_wat_verlopen_is(opdracht, dossiers):
    opdracht("bijwerken", "--peildatum", DAG)
    houdbaar = [dossier.houdbaar_tot for dossier in Dossier.objects.filter(houdbaar_tot__isnull=False)]
    later = min(houdbaar)
    assert opdracht("bijwerken", "--peildatum", later - timedelta(days=1), "--json").json["totaal"] == 0
    assert opdracht("bijwerken", "--peildatum", later, "--json").json["totaal"] == houdbaar.count(later)
    assert len(dossiers) == 3


def test_bijwerken_toont_voortgang_en_een_verslag(opdracht, dossiers):
    antwoord = opdracht("bijwerken", "--peildatum", DAG)
    assert antwoord.code == 0
    assert antwoord.uit == "Bijgewerkt naar di 24 november 2026: 3 van 3 dossiers.\n"
    assert antwoord.fout == "3 van 3 dossiers\n"
    assert len(dossiers) == 3


def test_een_dossier_dat_niet_lukt_houdt_de_andere_niet_op(opdracht, dossiers):
    """A fact that this version does not know, as after going back to an older one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO dossiers_feit (id, dossier_id, volgnummer, naam, waarde, vastgelegd_op, gever, motivering) "
            "SELECT %s, dossier_id, 99, 'van_later', waarde, vastgelegd_op, gever, NULL FROM dossiers_feit "
            "WHERE dossier_id = %s AND volgnummer = 1",
            [_kaal(dossiers[1].pk), _kaal(dossiers[0].pk)],
        )
    with capture_logs() as logregels:
        antwoord = opdracht("bijwerken", "--peildatum", DAG, "--json")
        assert "lukte niet" in opdracht("bijwerken", "--peildatum", DAG).uit
    assert antwoord.code == 1
    assert antwoord.json["gedaan"] == 2
    assert list(antwoord.json["mislukt"]) == [str(dossiers[0].pk)]
    assert {regel["dossier"] for regel in logregels} == {str(dossiers[0].pk)}


def _kaal(id_) -> str:
    return str(id_) if connection.vendor == "postgresql" else id_.hex


@pytest.mark.django_db(transaction=True)  # a log is anchored when it is committed
def test_audit_controleer_zegt_dat_het_logboek_heel_is_of_waar_niet(opdracht, werkgever):
    gebruiker = Gebruiker.objects.maak(email="hr@demo.example", naam="Ingrid")
    Rolvervulling.objects.create(gebruiker=gebruiker, rol=Rol.WERKGEVER, organisatie=werkgever, vanaf=date(2020, 1, 1))
    actor = eerste_actor(gebruiker)
    for _ in range(2):
        audit.record(handeling="inzien", actor=actor, dossier_id=None)
    heel = opdracht("audit", "controleer", "--json")
    assert (heel.code, heel.json) == (0, {"heel": True, "aantal_ketens": 1, "fouten": []})
    assert "heel" in opdracht("audit", "controleer").uit


@pytest.mark.django_db(transaction=True)  # as above
def test_audit_snoei_verwijdert_wat_oud_is_en_de_controle_herkent_het(opdracht):
    for _ in range(3):
        audit.record(handeling="inzien", actor=None, dossier_id=None)
    assert opdracht("audit", "snoei", "--voor", "2001-01-01").uit.startswith("0 regels")
    morgen = (vandaag() + timedelta(days=1)).isoformat()
    assert opdracht("audit", "snoei", "--voor", morgen).uit.startswith("2 regels")
    assert opdracht("audit", "controleer", "--json").json["heel"]


def test_database_die_er_niet_is_geeft_een_duidelijke_fout(tmp_path: Path):
    klaar = los("bijwerken", "--json", POORTWIJZER_VAR=str(tmp_path), DATABASE_URL=f"sqlite:///{tmp_path / 'leeg.db'}")
    assert klaar.returncode == 2
    assert "De database is niet te gebruiken" in klaar.stderr
    assert json.loads(klaar.stdout)["meldingen"][0]["pad"] == "DATABASE_URL"
    assert "Traceback" not in klaar.stderr


def test_instellingen_die_er_niet_zijn_geven_een_duidelijke_fout():
    klaar = los("audit", "controleer", DJANGO_SETTINGS_MODULE="bestaat.niet")
    assert klaar.returncode == 2
    assert "De instellingen zijn niet te gebruiken" in klaar.stderr
    assert "Traceback" not in klaar.stderr


def los(*woorden: str, **omgeving: str) -> "subprocess.CompletedProcess[str]":
    weg = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    schoon = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg}
    return subprocess.run(
        [sys.executable, "-c", "from poortwijzer.cli.hoofd import main; main()", *woorden],
        env={**schoon, **omgeving}, capture_output=True, text=True, check=False,
    )  # fmt: skip

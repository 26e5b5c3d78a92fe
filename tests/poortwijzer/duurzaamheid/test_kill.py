"""Processes that are killed while they write lose nothing that they confirmed, and leave nothing half done."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from poortwijzer import audit
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.models import Dossier, Feit
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db(transaction=True)
SCHRIJVER = Path(__file__).parent / "schrijver.py"


def schrijf_en_dood(keren: int, adressen: dict[str, str]) -> None:
    werkgever = Organisatie.objects.create(naam="Oosterhoek Wonen", soort="werkgever")
    hr = Gebruiker.objects.maak(email="hr@oosterhoek.example", naam="Ingrid")
    Rolvervulling.objects.create(gebruiker=hr, rol=Rol.WERKGEVER, organisatie=werkgever, vanaf=date(2020, 1, 1))
    klaar = subprocess.run(
        [sys.executable, SCHRIJVER, str(keren), "0.5", hr.pk.hex, werkgever.pk.hex],
        env={**os.environ, **adressen, "DJANGO_SETTINGS_MODULE": "poortwijzer.config.settings.toets"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr
    bevestigd = {UUID(tekst) for tekst in json.loads(klaar.stdout)}
    assert len(bevestigd) >= keren // 2, "hardly anything was written: this proves nothing"
    dossiers = set(Dossier.objects.values_list("pk", flat=True))
    assert bevestigd - dossiers == set(), "confirmed and lost"
    in_het_log = set(Auditregel.objects.filter(handeling="ziekmelden").values_list("dossier_id", flat=True))
    assert dossiers == in_het_log, "a dossier without its row in the log, or the other way round"
    assert dossiers == set(Feit.objects.values_list("dossier_id", flat=True)), "a dossier without its facts"
    assert audit.controleer(werkgever.pk) is None


def test_twintig_keer_gedood_en_niets_bevestigds_kwijt(adressen_van_databases):
    schrijf_en_dood(20, adressen_van_databases)


@pytest.mark.traag
def test_tweehonderd_keer_gedood_en_niets_bevestigds_kwijt(adressen_van_databases):
    schrijf_en_dood(200, adressen_van_databases)

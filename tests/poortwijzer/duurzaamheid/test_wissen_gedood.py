"""Who is killed while erasing has erased nothing yet, or leaves what the next run finishes; at every statement."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.actions import Ziekmeldinggegevens, meld_ziek
from poortwijzer.dossiers.models import Dossier, Feit, Werknemer, Wissing
from poortwijzer.dossiers.wissen import maak_alles_af
from poortwijzer.kluis.models import Sleutel
from poortwijzer.kluis.sleutelring import eigen_ring
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db(transaction=True)
WISSER = Path(__file__).parent / "wisser.py"


@pytest.mark.parametrize(("stap", "aantal"), [(7, 12), pytest.param(1, 84, marks=pytest.mark.traag)])
def test_wie_gedood_wordt_terwijl_hij_wist_laat_niets_half_achter(adressen_van_databases, stap, aantal):
    werkgever = Organisatie.objects.create(naam="Oosterhoek Wonen", soort="werkgever")
    hr = Gebruiker.objects.maak(email="hr@oosterhoek.example", naam="Ingrid")
    Rolvervulling.objects.create(gebruiker=hr, rol=Rol.WERKGEVER, organisatie=werkgever, vanaf=date(2020, 1, 1))
    actor = Actor(gebruiker_id=hr.pk, rol=Rol.WERKGEVER, organisatie_id=werkgever.pk, naam="")
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(days=3))
    dossiers = []
    for nummer in range(aantal):
        werknemer = Werknemer.objects.create(organisatie=werkgever, naam=f"Proef {nummer}", uren_per_week=36)
        dossiers.append(meld_ziek(werknemer_id=werknemer.pk, actor=actor, gegevens=gegevens).pk)

    klaar = subprocess.run(
        [sys.executable, WISSER, str(werkgever.pk), str(stap), *map(str, dossiers)],
        env={**os.environ, **adressen_van_databases, "DJANGO_SETTINGS_MODULE": "poortwijzer.config.settings.toets"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr
    gestorven = json.loads(klaar.stdout)
    assert gestorven[0] == 1, "the first died at once"
    assert 0 in gestorven, "and the last came to the end, so every statement was tried in between"

    begonnen = set(Wissing.objects.values_list("dossier_id", flat=True))
    for dossier_id in dossiers:
        heeft_sleutel = Sleutel.objects.get(dossier_id=dossier_id).ingepakt is not None
        if dossier_id in begonnen:
            assert not Feit.objects.filter(dossier=dossier_id).exists(), "begun, so its rows are gone"
            continue
        assert heeft_sleutel, "not begun, so it can be read"
        with eigen_ring():
            assert Feit.objects.filter(dossier=dossier_id).first().waarde is not None
    in_het_log = set(Auditregel.objects.filter(handeling="wissen").values_list("dossier_id", flat=True))
    assert in_het_log == begonnen, "no row of the log, no act"

    assert maak_alles_af() >= 1
    assert not Wissing.objects.filter(afgerond_op__isnull=True).exists()
    assert not Sleutel.objects.filter(dossier_id__in=begonnen, ingepakt__isnull=False).exists()
    assert not Dossier.objects.filter(pk__in=begonnen).exists()

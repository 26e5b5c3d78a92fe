"""Under production settings nobody signs in with one click, also when the demo people are in the database."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from poortwijzer.accounts import demo
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.een_database("sqlite")

CODE = """
import sys
import django; django.setup()
from django.contrib.auth import get_user
from django.core.management import call_command
from django.test import Client
call_command("collectstatic", verbosity=0, interactive=False)
client = Client(raise_request_exception=False, headers={"host": sys.argv[2]})
antwoord = client.post(sys.argv[1], secure=True)
print(antwoord.status_code, get_user(client).is_authenticated)
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("omgeving", "host", "uitkomst"),
    [("productie", "dossier.example.nl", "404 False"), ("toets", "localhost", "302 True")],
)
def test_een_klik_meldt_alleen_in_de_demo_aan(
    omgeving: str, host: str, uitkomst: str, adres_van_database: str, tmp_path: Path
):
    demo.laad()
    assert connection.in_atomic_block is False
    pad = f"/account/demo/{demo.demo_gebruiker_id(Rol.CASEMANAGER)}/"
    klaar = subprocess.run(
        [sys.executable, "-c", CODE, pad, host],
        env={
            **{naam: os.environ[naam] for naam in ("PATH", "LANG", "HOME") if naam in os.environ},
            "DJANGO_SETTINGS_MODULE": f"poortwijzer.config.settings.{omgeving}",
            "POORTWIJZER_VAR": str(tmp_path),
            "DATABASE_URL": adres_van_database,
            "SECRET_KEY": "een-lange-willekeurige-tekst-die-alleen-deze-toets-kent-0123456789",
            "ALLOWED_HOSTS": "dossier.example.nl",
            "KLUIS_SLEUTELS": "geen",
            "EMAIL_HOST": "localhost",
            "DEFAULT_FROM_EMAIL": "poortwijzer@example.nl",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stdout.split("\n")[-2] == uitkomst

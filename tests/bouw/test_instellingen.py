"""An installation with wrong settings says so and does not start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from poortwijzer.cli import platform
from poortwijzer.cli.fouten import Opdrachtfout
from poortwijzer.config.controles import controleer_demo, controleer_duurzaamheid
from poortwijzer.config.settings.basis import database
from poortwijzer.config.sleutel import eigen_sleutel
from poortwijzer.kluis.installatiesleutel import nieuwe_regel

SLEUTEL = "een-lange-willekeurige-tekst-die-alleen-deze-toets-kent-0123456789"
KLUISSLEUTEL = nieuwe_regel()
GOED = {
    "SECRET_KEY": SLEUTEL,
    "ALLOWED_HOSTS": "dossier.example.nl, www.example.nl",
    "KLUIS_SLEUTELS": KLUISSLEUTEL,
    "EMAIL_HOST": "localhost",
    "DEFAULT_FROM_EMAIL": "poortwijzer@example.nl",
    "POORTWIJZER_VAR": "/nergens",
}


def start(code: str, **omgeving: str) -> "subprocess.CompletedProcess[str]":
    kaal = {naam: os.environ[naam] for naam in ("PATH", "LANG") if naam in os.environ}
    return subprocess.run(
        [sys.executable, "-c", code], env={**kaal, **omgeving}, capture_output=True, text=True, check=False
    )


def start_productie(code: str = "", **omgeving: str) -> "subprocess.CompletedProcess[str]":
    module = "poortwijzer.config.settings.productie"
    return start(f"import django; django.setup(); {code}", DJANGO_SETTINGS_MODULE=module, **omgeving)


def test_productie_start_met_wat_nodig_is():
    code = "from django.conf import settings as s; print(s.ALLOWED_HOSTS, s.POORTWIJZER_DEMO, s.DEBUG)"
    klaar = start_productie(code, **GOED)
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stdout.strip() == "['dossier.example.nl', 'www.example.nl'] False False"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"SECRET_KEY": ""}, "The environment variable SECRET_KEY is missing"),
        ({"SECRET_KEY": "kort"}, "SECRET_KEY is shorter than 50 characters"),
        ({"ALLOWED_HOSTS": ""}, "The environment variable ALLOWED_HOSTS is missing"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS may not be '*'"),
        ({"KLUIS_SLEUTELS": ""}, "The environment variable KLUIS_SLEUTELS is missing"),
        ({"KLUIS_SLEUTELS": "a:a2V5"}, "KLUIS_SLEUTELS needs different names"),
        ({"KLUIS_SLEUTELS_BESTAND": os.devnull}, "KLUIS_SLEUTELS_BESTAND has no key"),
        ({"EMAIL_HOST": ""}, "The environment variable EMAIL_HOST is missing"),
        ({"DEFAULT_FROM_EMAIL": " "}, "The environment variable DEFAULT_FROM_EMAIL is missing"),
        ({"POORTWIJZER_VAR": ""}, "POORTWIJZER_VAR is missing"),
        ({"POORTWIJZER_DEMO": "1"}, "POORTWIJZER_DEMO is set; production has no demo mode"),
    ],
)
def test_productie_weigert(anders: dict[str, str], zin: str):
    klaar = start_productie(**{**GOED, **anders})
    assert klaar.returncode != 0
    assert zin in klaar.stderr


def test_productie_start_zonder_map_als_elk_adres_apart_is_gezegd(tmp_path: Path):
    adressen = {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'data' / 'a.sqlite3'}",
        "SLEUTELS_URL": f"sqlite:///{tmp_path / 'sleutels' / 'b.sqlite3'}",
        "AUDIT_ANKERS": str(tmp_path / "ankers"),
    }
    klaar = start_productie(**{**GOED, "POORTWIJZER_VAR": "", **adressen})
    assert klaar.returncode == 0, klaar.stderr


def test_een_pakket_zonder_gekozen_instellingen_zegt_dat_en_werkt_niet_op_een_lege_demo(monkeypatch):
    monkeypatch.setattr(platform, "IS_CHECKOUT", False)
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
    with pytest.raises(Opdrachtfout) as fout:
        platform.met_platform()
    assert [melding.pad for melding in fout.value.meldingen] == ["DJANGO_SETTINGS_MODULE"]


def test_productie_leest_de_sleutels_van_de_kluis_uit_een_bestand(tmp_path: Path):
    bestand = tmp_path / "sleutels"
    bestand.write_text(f"{KLUISSLEUTEL}\n", encoding="ascii")
    bestand.chmod(0o600)
    code = "from poortwijzer.kluis.installatiesleutel import sleutels; print(list(sleutels()))"

    klaar = start_productie(code, **{**GOED, "KLUIS_SLEUTELS": "", "KLUIS_SLEUTELS_BESTAND": str(bestand)})

    assert klaar.stdout.strip() == f"['{KLUISSLEUTEL.split(':')[0]}']", klaar.stderr


def test_productie_start_zonder_sleutel_van_de_kluis_alleen_als_dat_gezegd_is():
    code = "from django.conf import settings as s; print(s.KLUIS_SLEUTELS)"

    klaar = start_productie(code, **{**GOED, "KLUIS_SLEUTELS": "geen"})

    assert klaar.stdout.strip() == "geen", klaar.stderr


def test_demo_bovenop_productie_weigert_ook_zonder_systeemcontroles(tmp_path: Path):
    """Someone who stacks own settings on production and switches the demo on, behind a WSGI server."""
    (tmp_path / "eigen.py").write_text(
        "from poortwijzer.config.settings.productie import *\nPOORTWIJZER_DEMO = True\n", encoding="utf-8"
    )
    code = "import poortwijzer.config.wsgi"
    klaar = start(code, DJANGO_SETTINGS_MODULE="eigen", PYTHONPATH=str(tmp_path), **GOED)
    assert klaar.returncode != 0
    assert "POORTWIJZER_DEMO is on in the environment 'productie'" in klaar.stderr


def test_controle_op_demo(settings):
    settings.POORTWIJZER_DEMO = True
    settings.POORTWIJZER_OMGEVING = "productie"
    assert [fout.id for fout in controleer_demo()] == ["poortwijzer.E001"]
    settings.POORTWIJZER_OMGEVING = "demo"
    assert controleer_demo() == []
    settings.POORTWIJZER_DEMO = False
    settings.POORTWIJZER_OMGEVING = "productie"
    assert controleer_demo() == []


def test_demo_luistert_alleen_naar_deze_machine():
    from poortwijzer.config.settings import demo  # noqa: PLC0415  # only here: it makes a key in var/

    assert demo.ALLOWED_HOSTS == ["localhost", "127.0.0.1"]


def test_sleutel_blijft_en_is_alleen_voor_de_eigenaar(tmp_path: Path):
    bestand = tmp_path / "nieuw" / "sleutel"
    eerste = eigen_sleutel(bestand)
    assert len(eerste) > 50
    assert eigen_sleutel(bestand) == eerste
    assert bestand.stat().st_mode & 0o077 == 0


def test_beleid_voor_inhoud_is_streng():
    regels = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    bronnen = {bron for lijst in regels.values() for bron in lijst}
    assert bronnen == {"'none'", "'self'"}
    assert regels["default-src"] == regels["frame-ancestors"] == ["'none'"]


def test_database_adres_kiest_de_soort():
    lite = database("sqlite:////srv/x.sqlite3")
    assert lite["NAME"] == "/srv/x.sqlite3"
    assert lite["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    post = database("postgres://piet:geheim@db.example.nl:5433/poortwijzer")
    assert (post["ENGINE"], post["HOST"], post["PORT"]) == (
        "poortwijzer.slot.postgresql",
        "db.example.nl",
        5433,
    )


@pytest.mark.parametrize(("stand", "mag"), [("OFF", False), ("NORMAL", False), ("FULL", True), ("EXTRA", True)])
def test_sqlite_start_alleen_als_bevestigd_ook_bewaard_is(tmp_path: Path, stand: str, mag: bool):  # noqa: FBT001  # given by the table
    (tmp_path / "eigen.py").write_text(
        "from poortwijzer.config.settings.productie import *\n"
        f"DATABASES['default']['OPTIONS']['init_command'] = 'PRAGMA journal_mode=WAL; PRAGMA synchronous={stand};'\n",
        encoding="utf-8",
    )
    klaar = start("import poortwijzer.config.wsgi", DJANGO_SETTINGS_MODULE="eigen", PYTHONPATH=str(tmp_path), **GOED)
    assert (klaar.returncode == 0) is mag
    assert ("synchronous below FULL" in klaar.stderr) is not mag


def test_de_testdatabases_zelf_ook():
    assert controleer_duurzaamheid() == []

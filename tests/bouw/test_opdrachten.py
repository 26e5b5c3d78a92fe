"""The commands say clearly what is wrong."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

WORTEL = Path(__file__).resolve().parents[2]
SCRIPTS = WORTEL / "scripts"
TMP = Path("/tmp")  # noqa: S108  # where met_postgres.py makes its folder: the path of a socket must be short


def draai(script: str, *woorden: str, **omgeving: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, SCRIPTS / script, *woorden],
        cwd=WORTEL, env={**os.environ, **omgeving}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_bezette_poort():
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        nummer = str(bezet.getsockname()[1])
        klaar = draai("start.py", PORT=nummer)
    assert klaar.returncode == 1
    assert f"Port {nummer} is in use" in klaar.stderr
    assert "make run PORT=" in klaar.stderr


@pytest.mark.parametrize("poort", ["0", "65536", "acht", "-1", "80 ", "٨٠٨٠"])
def test_onmogelijke_poort(poort: str):
    klaar = draai("start.py", PORT=poort)
    assert klaar.returncode == 1
    assert "is not a port" in klaar.stderr


@pytest.mark.parametrize("naam", ["CHROMIUM", "INITDB", "MSGFMT"])
def test_aangewezen_programma_dat_er_niet_is(naam: str):
    klaar = draai("programmas.py", naam.lower(), **{naam: "/bestaat/niet"})
    assert klaar.returncode == 1
    assert klaar.stderr.strip() == f"{naam}=/bestaat/niet is not a program that can be run."


def test_ontbrekend_programma_zonder_recht_om_te_installeren(tmp_path: Path):
    """As an ordinary user: the message names the package and the variable."""
    code = (
        "import os, sys; sys.path.insert(0, sys.argv[1]); os.geteuid = lambda: 1000\n"
        "import programmas\n"
        "try: programmas.krijg('chromium')\n"
        "except programmas.OntbreektError as fout: print(fout)"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", code, SCRIPTS],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "sudo apt-get install chromium" in klaar.stdout
    assert "CHROMIUM=/path/to/chromium" in klaar.stdout


def test_cluster_is_van_ons_alleen_en_verdwijnt():
    """Also when the command in it fails."""
    code = "import os, psycopg; url = os.environ['DATABASE_URL']\npsycopg.connect(url).close(); print(url); exit(7)"
    klaar = draai("met_postgres.py", sys.executable, "-c", code)
    assert klaar.returncode == 7, klaar.stderr
    gevonden = re.search(r"%2F(pw-pg-[^/]+)/", klaar.stdout)
    assert gevonden
    assert not (TMP / gevonden[1]).exists()


def test_cluster_verdwijnt_ook_na_sigterm():
    code = "import os, time; print(os.environ['DATABASE_URL'], flush=True); time.sleep(60)"
    with subprocess.Popen(
        [sys.executable, SCRIPTS / "met_postgres.py", sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        text=True,
    ) as proces:
        assert proces.stdout is not None
        gevonden = re.search(r"%2F(pw-pg-[^/]+)/", proces.stdout.readline())
        assert gevonden
        assert (TMP / gevonden[1]).exists()
        begin = time.monotonic()
        proces.send_signal(signal.SIGTERM)
        assert proces.wait(timeout=20) == 128 + signal.SIGTERM
    assert time.monotonic() - begin < 20
    assert not (TMP / gevonden[1]).exists()


def test_telling_telt_wat_mislukte(tmp_path: Path):
    """A report with failures, and a run that ended without one, both count."""
    rapport = tmp_path / "rapport.xml"
    suite = ET.Element("testsuite", tests="9", failures="2", errors="1", skipped="1")
    rapport.write_bytes(ET.tostring(suite))
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from toets import Telling\n"
        "t = Telling(); t.tel_op('een', Path(sys.argv[2]), 1); t.tel_op('twee', Path('/bestaat/niet'), 2)\n"
        "t.tel_op('drie', Path('/bestaat/niet'), 0)\n"
        "print(t.slotregel(1.5)); print(t.namen)"
    )
    klaar = subprocess.run([sys.executable, "-c", code, SCRIPTS, rapport], capture_output=True, text=True, check=True)
    regel, namen = klaar.stdout.splitlines()
    assert regel.strip("= ") == "2 failed, 5 passed, 1 skipped, 3 errors in 1.50s"
    assert namen == "['een', 'twee', 'drie']"


def test_onbekende_soort_controle():
    klaar = draai("toets.py", "vlug")
    assert klaar.returncode == 2
    assert "choose snel, alles or lang" in klaar.stderr

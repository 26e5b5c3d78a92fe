"""R1: a PostgreSQL server that is killed while people write loses nothing that it confirmed, and halves nothing."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(WORTEL / "scripts"))

from met_postgres import EIGENAAR, ROL, Cluster  # noqa: E402  # of the folder that was just added

OVERLEVER = Path(__file__).parent / "overlever.py"
KEREN = 20
MINSTENS, HOOGSTENS = 3, 12  # dossiers that are confirmed between two kills
# As an installation has it: unlike the other tests, this one is about what is on the disk.
ZOALS_ECHT = {"listen_addresses": "", "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


@pytest.fixture
def server() -> Iterator[Cluster]:
    zelf = Cluster(ZOALS_ECHT)
    try:
        zelf.maak()
        zelf.doe("CREATE DATABASE sleutels OWNER poortwijzer_eigenaar")
        yield zelf
    finally:
        zelf.ruim_op()


def omgeving(server: Cluster, ankers: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DATABASE_URL": server.adres(ROL),
        "DATABASE_OWNER_URL": server.adres(EIGENAAR),
        "SLEUTELS_URL": server.adres(ROL, "sleutels"),
        "SLEUTELS_OWNER_URL": server.adres(EIGENAAR, "sleutels"),
        "AUDIT_ANKERS": str(ankers),
        "DJANGO_SETTINGS_MODULE": "poortwijzer.config.settings.toets",
    }


def vraag(omgeving_: dict[str, str], *woorden: str) -> str:
    klaar = subprocess.run([sys.executable, *woorden], env=omgeving_, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stderr
    return klaar.stdout


@pytest.mark.traag
def test_een_gedode_server_verliest_niets_wat_is_bevestigd(server: Cluster, tmp_path: Path):
    hier = omgeving(server, tmp_path)
    for database in ((), ("kluis", "--database", "sleutels")):
        vraag(hier, "-m", "django", "migrate", "--verbosity", "0", *database)
    wie = json.loads(vraag(hier, str(OVERLEVER), "begin"))
    toeval, bevestigd = random.Random(7), []  # noqa: S311  # chance for a test
    opdracht = [sys.executable, str(OVERLEVER), "schrijf", *wie]
    with subprocess.Popen(opdracht, env=hier, stdout=subprocess.PIPE, text=True) as schrijver:
        try:
            assert schrijver.stdout is not None
            for _ in range(KEREN):
                aantal = toeval.randint(MINSTENS, HOOGSTENS)
                bevestigd += [json.loads(schrijver.stdout.readline()) for _ in range(aantal)]
                server.dood()
                server.start()
        finally:
            schrijver.kill()
        bevestigd += [json.loads(regel) for regel in schrijver.stdout if regel.endswith("\n")]

    geteld = json.loads(vraag(hier, str(OVERLEVER), "tel", wie[1]))
    assert len(bevestigd) >= KEREN * MINSTENS
    assert set(bevestigd) - set(geteld["dossiers"]) == set(), "confirmed and lost"
    assert sorted(geteld["dossiers"]) == sorted(geteld["log"]), "a dossier without its row in the log, or the reverse"
    assert set(geteld["dossiers"]) == set(geteld["feiten"]), "a dossier without its facts"
    assert geteld["keten"] is None

"""Jobs get done: by another worker when one is killed, again when they fail, and once when all goes well."""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from traceback import format_exception

import proeftaken
import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from poortwijzer.jobs.models import Hartslag
from poortwijzer.jobs.werker import POGINGEN, Werker, zonder_waarden
from poortwijzer.lib.klok import nu

HIER = Path(__file__).parent


@pytest.fixture
def uitvoer(tmp_path: Path) -> Path:
    return tmp_path / "uitvoer"


@pytest.fixture
def start(adres_van_database: str) -> Iterator[Callable[[], "subprocess.Popen[bytes]"]]:
    """Give a function that starts a worker in a process of its own, on the test database."""
    with ExitStack() as einde:

        def doe() -> "subprocess.Popen[bytes]":
            opdracht = [sys.executable, "-m", "django", "werker"]
            opties = ["--interval", "0.1", "--hartslag", "0.3", "--dood-na", "1.5"]
            omgeving = {**os.environ, "DATABASE_URL": adres_van_database, "PYTHONPATH": str(HIER)}
            proces = subprocess.Popen([*opdracht, *opties], env=omgeving)
            einde.callback(proces.wait, timeout=30)
            einde.callback(proces.kill)
            return proces

        yield doe


def wacht_op(voorwaarde: Callable[[], bool], wat: str) -> None:
    tot = time.monotonic() + 45
    while not voorwaarde():
        assert time.monotonic() < tot, f"this did not happen: {wat}"
        time.sleep(0.05)


def regels(uitvoer: Path) -> list[str]:
    return uitvoer.read_text(encoding="utf-8").splitlines() if uitvoer.exists() else []


def werk_af() -> None:
    """Do what is ready, in this process."""
    Werker(interval=0, batch=True).run()


# --- with processes of their own --------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_het_werk_van_een_gedode_werker_wordt_door_een_ander_afgemaakt(start, uitvoer: Path):
    taak = proeftaken.blijf_eerst_hangen.enqueue(str(uitvoer))
    eerste = start()
    wacht_op(lambda: regels(uitvoer) == [f"begin {eerste.pid}"], "the first worker begins")
    eerste.kill()
    eerste.wait(timeout=10)
    tweede = start()
    wacht_op(lambda: f"klaar {tweede.pid}" in regels(uitvoer), "the second worker finishes")
    wacht_op(lambda: DBTaskResult.objects.get(pk=taak.id).status == "SUCCESSFUL", "the job is done")
    assert len(DBTaskResult.objects.get(pk=taak.id).worker_ids) == 2
    tweede.terminate()
    assert tweede.wait(timeout=15) == 0
    assert Hartslag.objects.count() == 1, "the killed one leaves its heartbeat; who stops takes it away"


@pytest.mark.django_db(transaction=True)
def test_lang_werk_van_een_levende_werker_wordt_niet_overgenomen(start, uitvoer: Path):
    """The job takes longer than a dead worker gets."""
    eerste = start()
    wacht_op(lambda: Hartslag.objects.count() == 1, "the first worker lives")
    taak = proeftaken.slaap.enqueue(str(uitvoer), 3.5)
    wacht_op(lambda: bool(regels(uitvoer)), "the first worker begins")
    start()
    wacht_op(lambda: DBTaskResult.objects.get(pk=taak.id).status == "SUCCESSFUL", "the job is done")
    assert regels(uitvoer) == [f"begin {eerste.pid}", f"klaar {eerste.pid}"]


@pytest.mark.django_db(transaction=True)
def test_twee_werkers_doen_elk_werk_een_keer(start, uitvoer: Path):
    for nummer in range(30):
        proeftaken.slaap.enqueue(f"{uitvoer}-{nummer}", 0)
    for _ in range(2):
        start()
    wacht_op(lambda: DBTaskResult.objects.successful().count() >= 30, "all jobs are done")
    gedaan = Counter(len(regels(Path(f"{uitvoer}-{nummer}"))) for nummer in range(30))
    assert gedaan == {2: 30}


@pytest.mark.django_db(transaction=True)
def test_wie_moet_stoppen_maakt_eerst_het_werk_af(start, uitvoer: Path):
    taak = proeftaken.slaap.enqueue(str(uitvoer), 1.5)
    werker = start()
    wacht_op(lambda: bool(regels(uitvoer)), "the worker begins")
    werker.terminate()
    assert werker.wait(timeout=15) == 0
    assert DBTaskResult.objects.get(pk=taak.id).status == "SUCCESSFUL"


# --- in this process --------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_werk_van_een_teruggedraaide_handeling_bestaat_niet(uitvoer: Path):
    with transaction.atomic():
        proeftaken.slaap.enqueue(str(uitvoer), 0)
        transaction.set_rollback(True)
    assert not DBTaskResult.objects.exists()
    with transaction.atomic():
        proeftaken.slaap.enqueue(str(uitvoer), 0)
    werk_af()
    assert len(regels(uitvoer)) == 2


@pytest.mark.django_db(transaction=True)
def test_wat_mislukt_wordt_na_een_pauze_opnieuw_geprobeerd(uitvoer: Path):
    taak = proeftaken.mislukt.enqueue(str(uitvoer), 1)
    werk_af()
    wachtend = DBTaskResult.objects.get(pk=taak.id)
    assert (wachtend.status, wachtend.finished_at) == ("READY", None)
    assert timedelta(seconds=1) < wachtend.run_after - nu() <= timedelta(seconds=2)
    werk_af()
    assert len(regels(uitvoer)) == 1, "not before the pause is over"
    DBTaskResult.objects.filter(pk=taak.id).update(run_after=nu())
    werk_af()
    assert DBTaskResult.objects.get(pk=taak.id).status == "SUCCESSFUL"


@pytest.mark.django_db(transaction=True)
def test_wat_blijft_mislukken_houdt_op_en_zegt_waarom(uitvoer: Path):
    taak = proeftaken.mislukt.enqueue(str(uitvoer), 99)
    for _ in range(POGINGEN + 2):
        DBTaskResult.objects.filter(pk=taak.id).update(run_after=nu())
        werk_af()
    uitkomst = DBTaskResult.objects.get(pk=taak.id)
    assert (uitkomst.status, len(regels(uitvoer))) == ("FAILED", POGINGEN)
    assert uitkomst.exception_class_path == "builtins.RuntimeError"


@pytest.mark.django_db(transaction=True)
def test_van_wat_mislukte_blijft_de_plek_en_geen_woord():
    geheim = "KANARIE-depressie 111222333"
    taak = proeftaken.mislukt_met_woorden.enqueue(geheim)
    werk_af()
    uitkomst = DBTaskResult.objects.get(pk=taak.id)
    assert "proeftaken.py" in uitkomst.traceback
    assert "mislukt_met_woorden" in uitkomst.traceback
    assert "KANARIE" not in uitkomst.traceback
    assert "111222333" not in uitkomst.traceback


@pytest.mark.parametrize(
    "fout", [ValueError("KANARIE"), OSError(2, "KANARIE"), UnicodeDecodeError("utf-8", b"K", 0, 1, "KANARIE")]
)
def test_een_fout_zonder_waarden_is_van_dezelfde_soort(fout: Exception):
    kaal = zonder_waarden(fout)
    assert type(kaal) in {type(fout), RuntimeError}
    assert "KANARIE" not in "".join(format_exception(kaal))


@pytest.mark.django_db
@pytest.mark.parametrize(("pogingen", "status"), [(1, "READY"), (2, "READY"), (3, "FAILED")])
def test_werk_van_een_dode_werker_komt_hoogstens_drie_keer_terug(uitvoer: Path, pogingen: int, status: str):
    taak = proeftaken.slaap.enqueue(str(uitvoer), 0)
    lang_geleden = nu() - timedelta(hours=1)
    DBTaskResult.objects.filter(pk=taak.id).update(
        status="RUNNING", started_at=lang_geleden, worker_ids=[f"dood-{nummer}" for nummer in range(pogingen)]
    )
    Hartslag.objects.create(worker_id=f"dood-{pogingen - 1}", host="elders", last_at=lang_geleden)
    assert Werker().red() == 1
    assert DBTaskResult.objects.get(pk=taak.id).status == status
    assert Werker().red() == 0


@pytest.mark.django_db
def test_werk_van_een_levende_of_net_begonnen_werker_blijft_van_die_werker(uitvoer: Path):
    lang_geleden = nu() - timedelta(hours=1)
    for werker, begonnen in (("leeft", lang_geleden), ("onbekend", nu())):
        taak = proeftaken.slaap.enqueue(str(uitvoer), 0)
        DBTaskResult.objects.filter(pk=taak.id).update(status="RUNNING", started_at=begonnen, worker_ids=[werker])
    Hartslag.objects.create(worker_id="leeft", host="elders", last_at=nu())
    assert Werker().red() == 0
    assert DBTaskResult.objects.running().count() == 2

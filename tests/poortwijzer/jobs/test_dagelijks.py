"""Daily work is queued once a day, on however many machines, and the schedule cleans up after itself."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from poortwijzer.jobs.dagelijks import plan_dagelijks
from poortwijzer.jobs.models import DagelijkseBeurt, Hartslag
from poortwijzer.jobs.tasks import ruim_op
from poortwijzer.jobs.werker import Werker
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.lib.rooster import dagelijkse_taken

DAG = date(2026, 3, 24)
NAMEN = tuple(taak.module_path for taak in dagelijkse_taken())


def in_de_rij() -> list[str]:
    return list(DBTaskResult.objects.order_by("task_path").values_list("task_path", flat=True))


def test_het_rooster_kent_het_eigen_opruimen():
    assert ruim_op.module_path in NAMEN


@pytest.mark.django_db
def test_een_keer_per_dag():
    assert plan_dagelijks(DAG) == NAMEN
    assert plan_dagelijks(DAG) == ()
    assert in_de_rij() == list(NAMEN)
    assert plan_dagelijks(DAG + timedelta(days=1)) == NAMEN
    assert len(in_de_rij()) == 2 * len(NAMEN)


@pytest.mark.django_db(transaction=True)
def test_vier_machines_tegelijk_zetten_het_een_keer_in_de_rij():
    gepland: list[str] = []
    fouten: list[BaseException] = []
    begin = threading.Barrier(4)

    def plan() -> None:
        try:
            begin.wait(timeout=10)
            gepland.extend(plan_dagelijks(DAG))
        except BaseException as fout:  # noqa: BLE001  # what goes wrong in a thread is told below
            fouten.append(fout)
        finally:
            connection.close()

    draden = [threading.Thread(target=plan) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=60)
    assert fouten == []
    assert sorted(gepland) == in_de_rij() == list(NAMEN)


@pytest.mark.django_db
def test_een_werker_plant_de_dag_van_vandaag():
    Werker().sla()
    assert set(DagelijkseBeurt.objects.values_list("dag", flat=True)) == {vandaag()}
    assert Hartslag.objects.count() == 1


@pytest.mark.django_db
def test_opruimen_neemt_weg_wat_oud_is_en_laat_staan_wat_telt():
    oud = nu() - timedelta(days=31)
    plan_dagelijks(vandaag() - timedelta(days=31))
    plan_dagelijks(vandaag())
    uitkomsten = list(DBTaskResult.objects.order_by("enqueued_at"))
    DBTaskResult.objects.filter(pk=uitkomsten[0].pk).update(status="SUCCESSFUL", finished_at=oud)
    DBTaskResult.objects.exclude(pk=uitkomsten[0].pk).update(enqueued_at=oud)
    Hartslag.objects.create(worker_id="oud", host="elders", last_at=oud)
    Hartslag.objects.create(worker_id="nieuw", host="elders", last_at=nu())
    ruim_op.call()
    assert not DBTaskResult.objects.filter(pk=uitkomsten[0].pk).exists()
    assert DBTaskResult.objects.count() == len(uitkomsten) - 1, "work that waits stays, however old"
    assert set(DagelijkseBeurt.objects.values_list("dag", flat=True)) == {vandaag()}
    assert list(Hartslag.objects.values_list("worker_id", flat=True)) == ["nieuw"]

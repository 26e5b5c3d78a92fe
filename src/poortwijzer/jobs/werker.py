"""The worker: the one of django-tasks-db, with a heartbeat, rescue of lost jobs, retries and the daily schedule.

The stock worker leaves a job of a killed worker RUNNING for ever and never tries a failed one again. A job can
therefore run more than once: a task must do no harm when it does.
"""

import logging
import socket
import threading
from datetime import timedelta
from typing import Any

from django.db import connection
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

from poortwijzer.jobs.dagelijks import plan_dagelijks
from poortwijzer.jobs.models import Hartslag
from poortwijzer.kluis.sleutelring import eigen_ring
from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.slot.eigenaar import vergeet_wie
from poortwijzer.slot.wie import werk

logger = logging.getLogger(__name__)

POGINGEN = 3
HARTSLAG = 10.0  # seconds between two beats
DOOD_NA = 60.0  # seconds without a beat; longer than a write on SQLite may wait for its turn


class Werker(Worker):
    """A worker on all queues.

    `interval`: seconds between looking for work. `batch`: stop when there is none. `hartslag` and `dood_na`:
    see HARTSLAG and DOOD_NA. All workers on one database must agree on the last two.
    """

    def __init__(
        self, *, interval: float = 1.0, batch: bool = False, hartslag: float = HARTSLAG, dood_na: float = DOOD_NA
    ) -> None:
        super().__init__(
            queue_names=["*"],
            interval=interval,
            batch=batch,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=str(nieuw_id()),
            excluded_queue_names=[],
        )
        self.hartslag = hartslag
        self.dood_na = timedelta(seconds=dood_na)
        self._klaar = threading.Event()

    def run(self) -> None:
        """Work until told to stop, with the heart beating beside it."""
        self.sla()
        hart = threading.Thread(target=self._klop, daemon=True)
        hart.start()
        try:
            super().run()
        finally:
            self._klaar.set()
            hart.join(timeout=2)
            Hartslag.objects.filter(worker_id=self.worker_id).delete()

    def run_task(self, db_task_result: DBTaskResult[..., Any]) -> None:
        """Run one job; one that failed waits 2, then 4 seconds and is tried again, three times in all."""
        bewaar = db_task_result.set_failed
        # What went wrong is kept in the queue: where and of which kind, and not the values that an error quotes.
        db_task_result.set_failed = lambda exc: bewaar(zonder_waarden(exc))
        with eigen_ring(), werk(db_task_result.task_path):
            super().run_task(db_task_result)
        vergeet_wie()
        pogingen = len(db_task_result.worker_ids)
        if db_task_result.status == "FAILED" and pogingen < POGINGEN:
            DBTaskResult.objects.filter(pk=db_task_result.pk, status="FAILED").update(
                status="READY", run_after=nu() + timedelta(seconds=2**pogingen), finished_at=None
            )

    def sla(self) -> None:
        """One beat: say that this worker lives, take over from those that do not, and queue what is due today."""
        Hartslag.objects.update_or_create(
            worker_id=self.worker_id, defaults={"host": socket.gethostname()[:80], "last_at": nu()}
        )
        self.red()
        plan_dagelijks(vandaag())

    def red(self) -> int:
        """Put back the jobs of workers that are dead, and give how many; after three tries a job has failed."""
        grens = nu() - self.dood_na
        levend = set(Hartslag.objects.filter(last_at__gte=grens).values_list("worker_id", flat=True))
        lopend = DBTaskResult.objects.running().filter(started_at__lt=grens).values_list("pk", "worker_ids")
        return sum(
            self._zet_terug(DBTaskResult.objects.filter(pk=pk, status="RUNNING", worker_ids=werkers), len(werkers))
            for pk, werkers in lopend
            if not werkers or werkers[-1] not in levend
        )

    def _zet_terug(self, taak: DBTaskResultQuerySet, pogingen: int) -> int:
        """Change the job only while it is as it was read: of several rescuers one wins."""
        if pogingen >= POGINGEN:
            return taak.update(status="FAILED", finished_at=nu(), exception_class_path=f"{__name__}.WerkerverliesError")
        return taak.update(status="READY")

    def _klop(self) -> None:
        while not self._klaar.wait(self.hartslag):
            try:
                self.sla()
            except Exception:
                # A database that is away for a moment comes back; a heart that stopped would not.
                logger.exception("no heartbeat this time")
        connection.close()


def zonder_waarden(fout: BaseException) -> BaseException:
    """Give an error of the same kind from the same place, without its words and without what caused it."""
    soort = type(fout)
    try:
        kaal = soort.__new__(soort)
    except TypeError:  # a kind that cannot be without words, such as a group of errors
        kaal = RuntimeError()
    kaal.__suppress_context__ = True
    return kaal.with_traceback(fout.__traceback__)


class WerkerverliesError(Exception):
    """The worker of this job was lost, three times."""

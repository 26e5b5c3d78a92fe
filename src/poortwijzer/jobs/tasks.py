"""The housekeeping of the schedule itself."""

from datetime import timedelta

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from poortwijzer.jobs.models import DagelijkseBeurt, Hartslag
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.lib.rooster import dagelijks

BEWAAR_UITKOMSTEN = timedelta(days=30)
BEWAAR_HARTSLAGEN = timedelta(days=1)


@dagelijks
@task()
def ruim_op() -> None:
    """Remove what only says that work was done: old results, days that are past, workers that were killed."""
    DBTaskResult.objects.finished().filter(finished_at__lt=nu() - BEWAAR_UITKOMSTEN).delete()
    DagelijkseBeurt.objects.filter(dag__lt=vandaag() - BEWAAR_UITKOMSTEN).delete()
    Hartslag.objects.filter(last_at__lt=nu() - BEWAAR_HARTSLAGEN).delete()

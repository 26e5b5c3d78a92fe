"""Queueing what is due once a day."""

from datetime import date
from typing import Any

from django.db import transaction
from django_tasks.base import Task

from poortwijzer.jobs.models import DagelijkseBeurt
from poortwijzer.lib.rooster import dagelijkse_taken


def plan_dagelijks(dag: date) -> tuple[str, ...]:
    """Queue every daily task that was not queued for `dag` yet, and give the names of those.

    Any number of machines may call it at any time: for each task and day, the one that makes the row queues.
    """
    return tuple(taak.module_path for taak in dagelijkse_taken() if _plan(taak, dag))


def _plan(taak: Task[..., Any], dag: date) -> bool:
    with transaction.atomic():
        _, is_nieuw = DagelijkseBeurt.objects.get_or_create(taak=taak.module_path, dag=dag)
        if is_nieuw:
            taak.enqueue()
    return is_nieuw

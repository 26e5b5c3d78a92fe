"""What the workers tell each other through the database."""

from typing import ClassVar

from django.db import models


class Hartslag(models.Model):
    """A worker that lives: it writes the time here every few seconds."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    host = models.CharField(max_length=80)
    last_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.worker_id} op {self.host}"


class DagelijkseBeurt(models.Model):
    """A daily task was queued for this day. Only one machine can make the row, so only one queues it."""

    taak = models.CharField(max_length=200)
    dag = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["taak", "dag"], name="dagelijksebeurt_een_per_dag"),
        ]

    def __str__(self) -> str:
        return f"{self.taak} {self.dag}"

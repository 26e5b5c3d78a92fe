"""Counting in the log: it knows what was opened, by whom, over all processes and through every restart."""

from datetime import datetime
from uuid import UUID

from poortwijzer.audit.tabel import auditregels


def aantal_dossiers(actor_id: UUID, *, sinds: datetime, behalve: UUID) -> int:
    """Give how many dossiers but `behalve` this person opened or changed after `sinds`; a refusal does not count."""
    regels = auditregels().objects.filter(actor_id=actor_id, tijdstip__gt=sinds, uitkomst="gelukt")
    return regels.exclude(dossier_id=None).exclude(dossier_id=behalve).values("dossier_id").distinct().count()


def aantal_keer(actor_id: UUID, handeling: str, *, sinds: datetime) -> int:
    """Give how often this person did this after `sinds`; a refusal does not count."""
    regels = auditregels().objects.filter(actor_id=actor_id, tijdstip__gt=sinds, handeling=handeling)
    return regels.filter(uitkomst="gelukt").count()

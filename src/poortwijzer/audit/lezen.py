"""Reading the log, for the page that tells an employee who looked, and for who keeps watch."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from poortwijzer.audit.tabel import auditregels

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from poortwijzer.audit.models import Auditregel

HOOGSTENS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Logregel:
    """One row of the log, without what belongs to the chain."""

    tijdstip: datetime
    actor_id: UUID | None
    rol: str
    organisatie_id: UUID
    handeling: str
    dossier_id: UUID | None
    onderdeel: str
    uitkomst: str
    reden: str
    doel: str
    is_nood: bool
    toestemming_id: UUID | None


def lees(dossier_id: UUID, *, vanaf: int = 0, hoogstens: int = HOOGSTENS) -> tuple[Logregel, ...]:
    """Give what was done with one dossier, the newest first: `hoogstens` rows after skipping `vanaf`."""
    return _rijen(_regels().filter(dossier_id=dossier_id), vanaf, hoogstens)


def laatste(
    organisatie_id: UUID, *, vanaf: int = 0, hoogstens: int = HOOGSTENS, uitkomst: str = "", handeling: str = ""
) -> tuple[Logregel, ...]:
    """Give what the people of one organisation did, the newest first; with `uitkomst` only what ended so.

    With `handeling` only that act.
    """
    regels = _regels().filter(organisatie_id=organisatie_id)
    if handeling:
        regels = regels.filter(handeling=handeling)
    return _rijen(regels.filter(uitkomst=uitkomst) if uitkomst else regels, vanaf, hoogstens)


def _regels() -> "QuerySet[Auditregel]":
    return auditregels().objects.order_by("-tijdstip", "-volgnummer")


def _rijen(regels: "QuerySet[Auditregel]", vanaf: int, hoogstens: int) -> tuple[Logregel, ...]:
    velden = Logregel.__dataclass_fields__
    return tuple(Logregel(**rij) for rij in regels.values(*velden)[vanaf : vanaf + hoogstens])

"""Reading the log, for the page that tells an employee who looked, and for who keeps watch."""

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Logvraag:
    """Which rows to give; what is left out leaves no row out.

    `rollen` are names of roles, and `rol_begint` is how the names of others begin. `vanaf` is inclusive, `tot`
    exclusive. `actoren` and `dossiers` may be queries that give identifiers.
    """

    uitkomst: str = ""
    handelingen: Iterable[str] | None = None
    behalve_handelingen: Iterable[str] = ()
    rollen: Iterable[str] | None = None
    rol_begint: str = ""
    actoren: Iterable[UUID] | None = None
    dossiers: Iterable[UUID] | None = None
    is_nood: bool | None = None
    vanaf: datetime | None = None
    tot: datetime | None = None


ALLES = Logvraag()


def lees(dossier_id: UUID, *, vanaf: int = 0, hoogstens: int = HOOGSTENS) -> tuple[Logregel, ...]:
    """Give what was done with one dossier, the newest first: `hoogstens` rows after skipping `vanaf`."""
    return _rijen(_regels().filter(dossier_id=dossier_id), vanaf, hoogstens)


def laatste(
    organisatie_id: UUID, vraag: Logvraag = ALLES, *, vanaf: int = 0, hoogstens: int = HOOGSTENS
) -> tuple[Logregel, ...]:
    """Give what the people of one organisation did, the newest first: `hoogstens` rows after skipping `vanaf`."""
    gevraagd = {
        "uitkomst": vraag.uitkomst or None,
        "handeling__in": vraag.handelingen,
        "rol__in": vraag.rollen,
        "rol__startswith": vraag.rol_begint or None,
        "actor_id__in": vraag.actoren,
        "dossier_id__in": vraag.dossiers,
        "is_nood": vraag.is_nood,
        "tijdstip__gte": vraag.vanaf,
        "tijdstip__lt": vraag.tot,
    }
    regels = _regels().filter(organisatie_id=organisatie_id)
    regels = regels.filter(**{veld: waarde for veld, waarde in gevraagd.items() if waarde is not None})
    if vraag.behalve_handelingen:
        regels = regels.exclude(handeling__in=vraag.behalve_handelingen)
    return _rijen(regels, vanaf, hoogstens)


def _regels() -> "QuerySet[Auditregel]":
    return auditregels().objects.order_by("-tijdstip", "-volgnummer")


def _rijen(regels: "QuerySet[Auditregel]", vanaf: int, hoogstens: int) -> tuple[Logregel, ...]:
    velden = Logregel.__dataclass_fields__
    return tuple(Logregel(**rij) for rij in regels.values(*velden)[vanaf : vanaf + hoogstens])

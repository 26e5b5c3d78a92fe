"""Who acts."""

from dataclasses import dataclass
from uuid import UUID

from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person in one role, for one organisation. Every act and every query is asked by an actor.

    `organisatie_id` is None for a person who belongs to none: an employee acts for himself. `naam` is for
    screens only; it goes into no log.
    """

    gebruiker_id: UUID
    rol: Rol
    organisatie_id: UUID | None
    naam: str

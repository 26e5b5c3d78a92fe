"""What a key opens: one part of one dossier, owned by one organisation."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Vaksoort(StrEnum):
    """The parts of a dossier that have a key and an owner of their own (see `docs/uitleg/gegevens.md`)."""

    RE_INTEGRATIE = "re_integratie"  # the employer's
    MEDISCH = "medisch"  # the arbodienst's, or of an independent bedrijfsarts


@dataclass(frozen=True, slots=True)
class Vak:
    """One part of one dossier. Everything that is sealed belongs to one."""

    dossier_id: UUID
    deel: Vaksoort = Vaksoort.RE_INTEGRATIE

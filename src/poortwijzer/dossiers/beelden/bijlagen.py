"""What a list of files shows."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlagebeeld:
    """One file: `naam` is empty when it was taken away, `reden` why. `aantal_bytes` is its size."""

    id: UUID
    naam: str
    deel: str
    deel_label: str
    van_op: date
    ontvangen_op: date
    ontvangen_van: str
    toelichting: str
    toegevoegd_door: str
    rol_label: str
    toegevoegd_op: datetime
    bestandstype: str
    aantal_bytes: int
    telt_mee: bool
    bevestigd_op: datetime | None
    bevestigd_door: str
    ingetrokken_op: datetime | None
    reden: str
    mag_intrekken: bool
    mag_bevestigen: bool

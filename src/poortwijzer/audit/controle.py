"""Checking that the log is as it was written."""

from collections.abc import Iterator
from dataclasses import dataclass
from hmac import compare_digest
from uuid import UUID

from poortwijzer.audit.keten import BEGIN, hash_van
from poortwijzer.audit.tabel import auditregels


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketenfout:
    """The first row of a chain that is not as it was written. `volgnummer` is where it should stand.

    `soort`: `ontbreekt` (a row is gone or its number was changed), `aansluiting` (it does not hold on to the
    row before it) or `inhoud` (a column was changed, or the row was made without the key).
    """

    organisatie_id: UUID
    volgnummer: int
    soort: str


def controleer(organisatie_id: UUID) -> Ketenfout | None:
    """Give the first bad row in the chain of this organisation, or None when the chain is whole.

    A chain whose last rows are gone looks whole: that takes a count kept outside the database.
    """
    vorige_hash = BEGIN
    regels = auditregels().objects.filter(organisatie_id=organisatie_id).order_by("volgnummer")
    for verwacht, regel in enumerate(regels.iterator(chunk_size=1000), start=1):
        if regel.volgnummer != verwacht:
            soort = "ontbreekt"
        elif regel.vorige_hash != vorige_hash:
            soort = "aansluiting"
        elif not compare_digest(regel.hash, hash_van(regel)):
            soort = "inhoud"
        else:
            vorige_hash = regel.hash
            continue
        return Ketenfout(organisatie_id=organisatie_id, volgnummer=verwacht, soort=soort)
    return None


def ketens() -> Iterator[UUID]:
    """Give every organisation that has a chain, to check them all."""
    yield from auditregels().objects.values_list("organisatie_id", flat=True).order_by("organisatie_id").distinct()

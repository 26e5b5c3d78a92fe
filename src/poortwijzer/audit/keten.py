"""How rows hold on to each other: the hash of a row, under a key that is not in the database."""

import hmac
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

if TYPE_CHECKING:
    from poortwijzer.audit.models import Auditregel

BEGIN = "0" * 64  # what the first row of a chain holds on to
# Every column but `hash`, in the order in which they are hashed.
VELDEN = (
    "id",
    "organisatie_id",
    "volgnummer",
    "tijdstip",
    "actor_id",
    "verantwoordelijke_id",
    "rol",
    "handeling",
    "dossier_id",
    "onderdeel",
    "uitkomst",
    "reden",
    "doel",
    "is_nood",
    "toestemming_id",
    "profiel",
    "vorige_hash",
)
# No text in a row may hold it (`record` refuses it), so that joined texts can be read in one way only.
SCHEIDING = "\0"


def hash_van(regel: "Auditregel") -> str:
    """Give the HMAC-SHA-256, as 64 hexadecimal signs, over all columns of `regel` but the hash itself.

    The key is the setting AUDIT_SLEUTEL: who can write in the database but does not know it cannot make a row
    that passes, nor recompute the chain.
    """
    return hash_van_teksten([_tekst(getattr(regel, veld)) for veld in VELDEN], sleutel())


def hash_van_teksten(teksten: list[str], sleutel_: bytes) -> str:
    """Give the hash of a row whose columns, in the order of VELDEN, are written as `_tekst` and `lezer` do."""
    return hmac.digest(sleutel_, SCHEIDING.join(teksten).encode(), "sha256").hex()


def sleutel() -> bytes:
    """Give the key of the log."""
    return str(settings.AUDIT_SLEUTEL).encode()


def onderteken(soort: str, *delen: object) -> str:
    """Give a signature, as 64 hexadecimal signs, over some identifiers, numbers and hashes; `soort` says of what."""
    # A key of its own: what signs a point can never pass for the hash of a row.
    eigen = hmac.digest(sleutel(), b"poortwijzer:audit:punt", "sha256")
    return hmac.digest(eigen, SCHEIDING.join([soort, *map(str, delen)]).encode(), "sha256").hex()


def _tekst(waarde: object) -> str:
    match waarde:
        case None:
            return "-"
        case bool():
            return str(int(waarde))
        case UUID():
            return waarde.hex
        case datetime():
            return waarde.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    return str(waarde)

"""How rows hold on to each other: the hash of a row, under a key that is not in the database."""

import hashlib
import hmac
import json
from datetime import UTC
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from poortwijzer.audit.models import Auditregel

BEGIN = "0" * 64  # what the first row of a chain holds on to
VELDEN = (
    "id",
    "organisatie_id",
    "volgnummer",
    "actor_id",
    "rol",
    "handeling",
    "dossier_id",
    "onderdeel",
    "uitkomst",
    "reden",
    "doel",
    "vorige_hash",
)


def hash_van(regel: "Auditregel") -> str:
    """Give the HMAC-SHA-256, as 64 hexadecimal signs, over all columns of `regel` but the hash itself.

    The key is the setting AUDIT_SLEUTEL: who can write in the database but does not know it cannot make a row
    that passes, nor recompute the chain.
    """
    inhoud = {
        **{veld: _tekst(getattr(regel, veld)) for veld in VELDEN},
        "tijdstip": regel.tijdstip.astimezone(UTC).isoformat(timespec="microseconds"),
    }
    bytes_ = json.dumps(inhoud, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    return hmac.new(settings.AUDIT_SLEUTEL.encode(), bytes_, hashlib.sha256).hexdigest()


def _tekst(waarde: object) -> str | None:
    return None if waarde is None else str(waarde)

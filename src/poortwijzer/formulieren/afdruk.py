"""The fingerprint of a document: the same content gives the same one, and nothing else does."""

import hashlib
import json
from collections.abc import Mapping


def canoniek(waarde: object) -> bytes:
    """Give the one JSON form of a value: keys sorted, no spaces, UTF-8."""
    return json.dumps(waarde, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def afdruk(gegevens: Mapping[str, object]) -> str:
    """Give the SHA-256 of the canonical form, in 64 hexadecimal signs."""
    return hashlib.sha256(canoniek(gegevens)).hexdigest()


def spoor_van(waarde: object) -> str:
    """Give a short mark by which a draft recognises a value it had before."""
    return hashlib.sha256(canoniek(waarde)).hexdigest()[:16]

"""Secret keys: the one of a demo, made once and kept beside its database, and keys derived from a secret."""

import hashlib
import hmac
import secrets
from pathlib import Path


def eigen_sleutel(bestand: Path) -> str:
    """Give the key in `bestand`, and make it first (readable by its owner only) when it is not there.

    The key survives a restart, so that a demo session does too. Raises OSError when the folder cannot be
    written.
    """
    bestand.parent.mkdir(parents=True, exist_ok=True)
    try:
        with bestand.open("x", encoding="ascii") as nieuw:
            bestand.chmod(0o600)
            nieuw.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return bestand.read_text(encoding="ascii")


def afgeleide_sleutel(geheim: str, doel: str) -> str:
    """Give a key for one purpose, as 64 hexadecimal signs, that does not tell the secret it is made from."""
    return hmac.new(geheim.encode(), f"poortwijzer:{doel}".encode(), hashlib.sha256).hexdigest()

"""The secret key of a demo: made once, kept beside its database."""

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

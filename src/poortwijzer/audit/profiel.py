"""Which version of the rules of access was in force; each row of the log says it.

The log stands below the rules, so whoever puts the platform together tells it, once, at the start.
"""

_versie = ""


def gebruik_profiel(versie: str) -> None:
    """Write this version in every row from now on."""
    global _versie  # noqa: PLW0603  # one per process, set at the start
    _versie = versie


def profiel() -> str:
    """Give the version in force; empty when none was told."""
    return _versie

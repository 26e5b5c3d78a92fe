"""The owner of the tables: who migrates, and who makes the lock. The program itself runs as another role."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper


@contextmanager
def als_eigenaar(alias: str) -> Iterator[BaseDatabaseWrapper]:
    """Let `connections[alias]` be one of the owner; where no other owner is named it stays what it is.

    It is a connection beside the program's own, outside its transaction.
    """
    gewoon = connections[alias]
    eigenaar = settings.DATABASE_EIGENAREN.get(alias)
    if eigenaar is None or gewoon.vendor != "postgresql" or getattr(gewoon, "is_eigenaar", False):
        yield gewoon
        return
    verbinding = gewoon.copy()
    verbinding.settings_dict.update(eigenaar)
    verbinding.is_eigenaar = True  # type: ignore[attr-defined]  # of our own backend
    connections[alias] = verbinding
    try:
        yield verbinding
    finally:
        connections[alias] = gewoon
        verbinding.close()


def vergeet_wie() -> None:
    """Let no connection of this thread know any more for whom it last asked."""
    for verbinding in connections.all(initialized_only=True):
        zeg_het = getattr(verbinding, "zeg_wie", None)
        if zeg_het is None or verbinding.connection is None:
            continue
        try:
            zeg_het("")
        except Exception:  # noqa: BLE001  # a connection that is broken knows nothing, and is opened anew
            verbinding.close()

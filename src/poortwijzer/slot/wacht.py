"""Watches every query: on a table with a lock somebody must have said who asks, and PostgreSQL is told who that is."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver

from poortwijzer.slot.tabellen import OP_SLOT
from poortwijzer.slot.wie import huidig

_OP_SLOT = re.compile(rf"\b(?:{'|'.join(sorted(OP_SLOT, key=len, reverse=True))})\b")


class ZonderWieError(RuntimeError):
    """A query on a table with a lock, and nobody said for whom or for what work it is."""


@lru_cache(maxsize=4096)
def raakt_slot(vraag: str) -> bool:
    """Tell whether a query names a table with a lock; the same few hundred queries come back all day."""
    return _OP_SLOT.search(vraag) is not None


def bewaak(voer_uit: Callable[..., Any], vraag: str, params: Any, is_meervoudig: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001  # Django's signature
    """Run a query when it is known who asks, and for nobody when it touches no lock.

    Raises ZonderWieError when it does and nobody said so.
    """
    aanspraak = huidig()
    if aanspraak is None and raakt_slot(vraag):
        raise ZonderWieError("a query on a table with a lock, and nobody said who asks: see poortwijzer.slot.wie")
    zeg_het = getattr(context["connection"], "zeg_wie", None)  # SQLite has nothing to tell
    if zeg_het is not None:
        zeg_het(aanspraak.tekst if aanspraak else "")
    return voer_uit(vraag, params, is_meervoudig, context)


@receiver(connection_created)
def zet_wacht(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Watch this connection from now on; one that was opened again has its watch already."""
    if bewaak not in connection.execute_wrappers:
        connection.execute_wrappers.append(bewaak)

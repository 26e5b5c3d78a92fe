"""Keeping dossiers out of the technical log: tracebacks without values, and no numbers that may be a person's.

An exception's message often quotes the value that it stumbled over, and a database's message the row. What an
operator needs is where it went wrong and of which kind; that stays.
"""

import sys
import traceback
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from structlog.typing import EventDict

from poortwijzer.lib.bsn import CIJFERS, lijkt_bsn

# The messages of these tell about the installation and not about a person.
VEILIG = (ImproperlyConfigured, ImportError, OperationalError)
VERVANGING = "[nummer]"


def zonder_waarden(_logger: object, _naam: str, gebeurtenis: EventDict) -> EventDict:
    """Replace an exception in an event by where it happened and its kinds, as text."""
    exc_info = gebeurtenis.pop("exc_info", None)
    if isinstance(exc_info, BaseException):
        exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
    elif exc_info and not isinstance(exc_info, tuple):
        exc_info = sys.exc_info()
    if exc_info and exc_info[1] is not None:
        gebeurtenis["exception"] = "\n".join(_regels(exc_info[1]))
    return gebeurtenis


def zonder_nummers(_logger: object, _naam: str, regel: str) -> str:
    """Replace every number in a finished line that could be a burgerservicenummer."""
    return CIJFERS.sub(lambda gevonden: VERVANGING if lijkt_bsn(gevonden[0]) else gevonden[0], regel)


def _regels(fout: BaseException) -> Iterator[str]:
    """Give the lines of a traceback, the cause first; an exception group is told by its kind only."""
    oorzaak = fout.__cause__ or (None if fout.__suppress_context__ else fout.__context__)
    if oorzaak is not None:
        yield from _regels(oorzaak)
    for plek in traceback.extract_tb(fout.__traceback__):
        yield f"  {plek.filename}:{plek.lineno} {plek.name}"
    yield f"{type(fout).__module__}.{type(fout).__qualname__}{_melding(fout)}"


def _melding(fout: BaseException) -> str:
    if isinstance(fout, VEILIG):
        return f": {fout}"
    if isinstance(fout, OSError) and fout.strerror:
        return f": {fout.strerror}"
    kenmerk: Any = getattr(fout.__cause__, "sqlstate", None) or getattr(fout.__cause__, "sqlite_errorname", None)
    return f" ({kenmerk})" if kenmerk else ""

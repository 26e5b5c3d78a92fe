"""SQLite compares names as PostgreSQL does: its own UPPER, LOWER and LIKE know no letter outside ASCII.

Without this "émilie" does not find Émilie on SQLite, and who is called ÖZTÜRK counts as somebody else than Öztürk. What
PostgreSQL does is the measure: one letter becomes one letter, so ß stays ß, and an accent is never left out.

No index may use these functions: rows that were indexed before, or by a program without them, are then not found.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from sqlite3 import Connection

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver

Waarde = str | bytes | int | float | None
"""What SQLite gives to a function."""


@receiver(connection_created)
def leer_letters(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Give a new connection to SQLite functions that know all letters; another database knows them itself."""
    if connection.vendor != "sqlite":
        return
    sqlite = connection.connection
    assert isinstance(sqlite, Connection)  # noqa: S101  # Django says so of this vendor
    sqlite.create_function("UPPER", 1, hoofdletters, deterministic=True)
    sqlite.create_function("LOWER", 1, kleine_letters, deterministic=True)
    sqlite.create_function("LIKE", 2, lijkt, deterministic=True)
    sqlite.create_function("LIKE", 3, lijkt, deterministic=True)


def hoofdletters(waarde: Waarde) -> str | None:
    """Give the text in capitals, None for NULL."""
    return None if waarde is None else _per_letter(_tekst(waarde), str.upper)


def kleine_letters(waarde: Waarde) -> str | None:
    """Give the text in small letters, None for NULL."""
    return None if waarde is None else _per_letter(_tekst(waarde), str.lower)


def lijkt(patroon: Waarde, waarde: Waarde, ontsnapping: str = "") -> bool | None:
    """Tell whether the value is like the pattern, capitals or not; None when one of them is NULL.

    In the pattern % stands for any text and _ for one letter, unless `ontsnapping` stands before it.
    """
    if patroon is None or waarde is None:
        return None
    return _uitdrukking(_tekst(patroon), ontsnapping).fullmatch(_per_letter(_tekst(waarde), str.upper)) is not None


@lru_cache(maxsize=256)
def _uitdrukking(patroon: str, ontsnapping: str) -> re.Pattern[str]:
    delen, letters = [], iter(patroon)
    for letter in letters:
        if letter == ontsnapping:
            delen.append(re.escape(_per_letter(next(letters, ""), str.upper)))
        else:
            delen.append({"%": ".*", "_": "."}.get(letter) or re.escape(_per_letter(letter, str.upper)))
    return re.compile("".join(delen), re.DOTALL)


def _tekst(waarde: str | bytes | float) -> str:
    return waarde.decode(errors="replace") if isinstance(waarde, bytes) else str(waarde)


def _per_letter(tekst: str, om: Callable[[str], str]) -> str:
    klaar = om(tekst)
    if len(klaar) == len(tekst):
        return klaar
    return "".join(anders if len(anders := om(letter)) == 1 else letter for letter in tekst)

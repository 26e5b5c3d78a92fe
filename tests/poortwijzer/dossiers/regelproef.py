"""No row in the log, no act: what the tests of this share. An act is tried with a log that refuses, then for real."""

import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

import pytest
from django.db import DatabaseError, connection

from poortwijzer.audit.models import Auditregel
from poortwijzer.slot.eigenaar import als_eigenaar

R = TypeVar("R")
WEIGERT = "geen log|permission denied for table audit_auditregel"  # what log_weigert lets the database say


@contextmanager
def log_weigert() -> Iterator[None]:
    """The log takes no row: the database says so, by a trigger, or because the owner took the right away."""
    weiger, herstel = {
        "sqlite": (
            "CREATE TRIGGER proef_weigert BEFORE INSERT ON audit_auditregel BEGIN SELECT RAISE(ABORT, 'geen log'); END",
            "DROP TRIGGER proef_weigert",
        ),
        "postgresql": (
            f"REVOKE INSERT ON audit_auditregel FROM {connection.settings_dict['USER']}",
            f"GRANT INSERT ON audit_auditregel TO {connection.settings_dict['USER']}",
        ),
    }[connection.vendor]
    _als_eigenaar(weiger)
    try:
        yield
    finally:
        _als_eigenaar(herstel)


def _als_eigenaar(opdracht: str) -> None:
    with als_eigenaar("default") as verbinding, verbinding.cursor() as cursor:
        cursor.execute(opdracht)


def alles() -> dict[str, list[tuple[object, ...]]]:
    """Give every row of every table of the data, whoever made the table, as the database has it.

    The keys lie in a database of their own: a key of an act that was undone stays there, and opens nothing.
    """
    inhoud = {}
    with connection.cursor() as cursor:
        for tabel in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(tabel)}")  # noqa: S608  # names of our own tables
            inhoud[tabel] = sorted(cursor.fetchall(), key=repr)
    return inhoud


def handelingen(namen: Iterable[str], waar: object, *, geen: Mapping[str, str]) -> set[str]:
    """Give which of the names are functions of `waar`, without those that are no act; `geen` says why not."""
    functies = {naam for naam in namen if isinstance(getattr(waar, naam), types.FunctionType)}
    assert geen.keys() <= functies
    return functies - geen.keys()


class Proef:
    """Does acts, each first with a log that refuses and then for real, and remembers which."""

    def __init__(self) -> None:
        self.gedaan: set[str] = set()

    def __call__(self, act: Callable[..., R], **gegevens: object) -> R:
        """Do it twice. No transaction around the refusal but that of the act itself: that is what undoes it."""
        ervoor, na_afloop = alles(), len(connection.run_on_commit)
        assert {"dossiers_dossier", "dossiers_bijlageinhoud", "medisch_medischeregel", "accounts_gastlink"} <= set(
            ervoor
        )
        with log_weigert(), pytest.raises(DatabaseError, match=WEIGERT):
            act(**gegevens)
        assert alles() == ervoor, f"{act.__name__} left something behind"
        assert len(connection.run_on_commit) == na_afloop, f"{act.__name__} still does something after the commit"
        regels = Auditregel.objects.count()
        uitkomst = act(**gegevens)
        assert Auditregel.objects.count() > regels, f"{act.__name__} leaves no row"
        self.gedaan.add(act.__name__)
        return uitkomst

"""Whether the second lock is on: looked at when the program starts, and by `poortwijzer controleer-instellingen`."""

from collections.abc import Iterable, Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import ERROR, CheckMessage, Error
from django.core.checks import Warning as Waarschuwing
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connections

from poortwijzer.slot.eigenaar import vergeet_wie
from poortwijzer.slot.regels import zonder_slot
from poortwijzer.slot.rollen import moet_gescheiden


def controleer_slot(
    app_configs: Sequence[AppConfig] | None = None, databases: Iterable[str] | None = None, **_: object
) -> list[CheckMessage]:
    """Look at the role of the program and at every table of these databases; a database that is away says nothing."""
    del app_configs
    return [fout for alias in databases or () for fout in _bevindingen(alias)]


def weiger_zonder_slot() -> None:
    """Do not start with a database that would give everything to everybody.

    Raises ImproperlyConfigured. A database that is away does not stop the start: every connection is looked at again.
    """
    fouten = [fout for fout in controleer_slot(databases=settings.DATABASES) if fout.level >= ERROR]
    for verbinding in connections.all(initialized_only=True):
        verbinding.close()
    if fouten:
        raise ImproperlyConfigured(" ".join(f"{fout.msg} {fout.hint}" for fout in fouten))


def _bevindingen(alias: str) -> list[CheckMessage]:
    verbinding = connections[alias]
    if verbinding.vendor != "postgresql" or getattr(verbinding, "is_eigenaar", False):
        return []
    if not moet_gescheiden(alias):
        wat = f"The database '{alias}' is used by the owner of its tables: row level security is off."
        return [Waarschuwing(wat, hint="Fine for a demo. Name the owner apart for real use.", id="poortwijzer.W301")]
    try:
        verbinding.ensure_connection()
        open_ = zonder_slot(alias)
    except ImproperlyConfigured as fout:
        hint = "See docs/handleiding/installeren.md, on two roles."
        return [Error(str(fout), hint=hint, id="poortwijzer.E301")]
    except OperationalError:
        return []
    finally:
        vergeet_wie()
    wat = f"No lock on: {', '.join(open_)}."
    return [Error(wat, hint="Run `python -m django migrate`.", id="poortwijzer.E302")] if open_ else []

"""Whether the second lock is on: looked at when the program starts, and by `poortwijzer controleer-instellingen`."""

from collections.abc import Iterable, Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import ERROR, CheckMessage, Error
from django.core.checks import Warning as Waarschuwing
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connections

from poortwijzer.slot.eigenaar import vergeet_wie
from poortwijzer.slot.omwegen import omwegen
from poortwijzer.slot.regels import zonder_slot
from poortwijzer.slot.rollen import moet_gescheiden
from poortwijzer.slot.tabellen import OP_SLOT


def controleer_slot(
    app_configs: Sequence[AppConfig] | None = None, databases: Iterable[str] | None = None, **_: object
) -> list[CheckMessage]:
    """Look at the role of the program, at every table of these databases, and at what leads past their locks.

    A database that is away says nothing.
    """
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
        with verbinding.cursor() as cursor:
            langs = omwegen(cursor, OP_SLOT)
    except ImproperlyConfigured as fout:
        hint = "See docs/handleiding/installeren.md, on two roles."
        return [Error(str(fout), hint=hint, id="poortwijzer.E301")]
    except OperationalError:
        return []
    finally:
        vergeet_wie()
    fouten: list[CheckMessage] = []
    if open_:
        wat = f"No lock on: {', '.join(open_)}."
        fouten.append(Error(wat, hint="Run `python -m django migrate`.", id="poortwijzer.E302"))
    if langs:
        wat = f"The program passes the locks through: {', '.join(langs)}."
        hint = "Take it away, take the grant away, or make a view WITH (security_invoker = true)."
        fouten.append(Error(wat, hint=hint, id="poortwijzer.E303"))
    return fouten

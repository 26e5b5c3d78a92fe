"""What PostgreSQL is given, by the owner and after every migration: the questions, the lock on each table, the grants.

It is made anew from `tabellen` each time, so that what holds in the database is what stands in the code.
"""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from poortwijzer.slot.eigenaar import als_eigenaar
from poortwijzer.slot.tabellen import OP_SLOT, TABELLEN, Regel
from poortwijzer.slot.wie import werk

VRAGEN = Path(__file__).with_name("vragen.sql")


def richt_in(alias: str) -> None:
    """Give this database its lock, and the role of the program what it needs; nothing on SQLite."""
    gewoon = connections[alias]
    if gewoon.vendor != "postgresql":
        return
    with als_eigenaar(alias) as verbinding, werk("slot"), transaction.atomic(using=alias):
        cursor = verbinding.cursor()
        aanwezig = set(verbinding.introspection.table_names(cursor))
        schema = _schema(cursor)
        cursor.execute(f"SET LOCAL search_path = {schema}, pg_temp")  # the functions keep it
        cursor.execute(VRAGEN.read_text(encoding="utf-8"))
        for opdracht in _sloten(verbinding, aanwezig):
            cursor.execute(opdracht)
        if alias in settings.DATABASE_EIGENAREN:
            for opdracht in _rechten(verbinding, schema, gewoon.settings_dict["USER"], aanwezig):
                cursor.execute(opdracht)


def zonder_slot(alias: str) -> list[str]:
    """Give the tables that should have a lock and have none, or one that does not hold their owner."""
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = current_schema() AND c.relname = ANY (%s) AND NOT (c.relrowsecurity"
            " AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid))"
            " ORDER BY c.relname",
            [list(OP_SLOT)],
        )
        return [naam for (naam,) in cursor.fetchall()]


def _schema(cursor: CursorWrapper) -> str:
    cursor.execute("SELECT quote_ident(current_schema())")
    (schema,) = cursor.fetchone()
    return str(schema)


def _sloten(verbinding: BaseDatabaseWrapper, aanwezig: set[str]) -> Iterator[str]:
    naam_van = verbinding.ops.quote_name
    for tabel, regel in TABELLEN.items():
        if tabel not in aanwezig:
            continue
        for bestaand in ("slot", "slot_zien", "slot_maken", "slot_wijzigen", "slot_weghalen", "slot_eigenaar"):
            yield f"DROP POLICY IF EXISTS {bestaand} ON {naam_van(tabel)}"
        if regel.vrij:
            yield f"ALTER TABLE {naam_van(tabel)} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY"
            continue
        yield f"ALTER TABLE {naam_van(tabel)} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY"
        yield f"CREATE POLICY slot_eigenaar ON {naam_van(tabel)} TO CURRENT_USER USING (TRUE)"
        yield from (f"CREATE POLICY {wat.format(naam_van(tabel))}" for wat in _regels(regel))


def _regels(regel: Regel) -> Iterator[str]:
    zien = f"(SELECT slot.werk()) OR ({regel.zien})"
    if not regel.wijzigen:
        yield f"slot ON {{}} USING ({zien})"
        return
    wijzigen = f"(SELECT slot.werk()) OR ({regel.wijzigen})"
    yield f"slot_zien ON {{}} FOR SELECT USING ({zien})"
    yield f"slot_maken ON {{}} FOR INSERT WITH CHECK ({wijzigen})"
    yield f"slot_wijzigen ON {{}} FOR UPDATE USING ({wijzigen})"
    yield f"slot_weghalen ON {{}} FOR DELETE USING ({wijzigen})"


def _rechten(verbinding: BaseDatabaseWrapper, schema: str, rol: str, aanwezig: set[str]) -> Iterator[str]:
    """Reading and writing rows, and nothing of the tables themselves; of the migrations only that they were done."""
    wie = verbinding.ops.quote_name(rol)
    yield f"GRANT USAGE ON SCHEMA {schema}, slot TO {wie}"
    for tabel in sorted(aanwezig):
        naam = verbinding.ops.quote_name(tabel)
        yield f"REVOKE ALL ON {naam} FROM {wie}"
        wat = "SELECT" if tabel == "django_migrations" else "SELECT, INSERT, UPDATE, DELETE"
        yield f"GRANT {wat} ON {naam} TO {wie}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {wie}"

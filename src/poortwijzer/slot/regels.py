"""What PostgreSQL is given, by the owner and after every migration: the questions, the lock on each table, the grants.

It is made anew from `tabellen` each time, so that what holds in the database is what stands in the code.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connections, router, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from poortwijzer.slot.eigenaar import als_eigenaar
from poortwijzer.slot.merken import afwijkingen, onthoud
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
        vragen = VRAGEN.read_text(encoding="utf-8")
        cursor.execute(vragen)
        for opdracht in _zonder_regels(cursor, verbinding, aanwezig):
            cursor.execute(opdracht)
        sloten = {tabel: list(_slot(verbinding, tabel, TABELLEN[tabel])) for tabel in TABELLEN if tabel in aanwezig}
        for opdracht in chain.from_iterable(sloten.values()):
            cursor.execute(opdracht)
        onthoud(cursor, {tabel: "\n".join(slot) for tabel, slot in sloten.items() if tabel in OP_SLOT}, vragen)
        if alias in settings.DATABASE_EIGENAREN:
            for opdracht in _rechten(verbinding, schema, gewoon.settings_dict["USER"], aanwezig):
                cursor.execute(opdracht)


def zonder_slot(alias: str) -> list[str]:
    """Give the tables of this database of which the lock is not exactly what stands here, with what is the matter.

    A table that a query does not find counts too: nobody can say that it has a lock.
    """
    verbinding = connections[alias]
    sloten = {tabel: "\n".join(_slot(verbinding, tabel, OP_SLOT[tabel])) for tabel in _hier(alias)}
    if not sloten:
        return []
    with verbinding.cursor() as cursor:
        return afwijkingen(cursor, sloten, VRAGEN.read_text(encoding="utf-8"))


def _hier(alias: str) -> list[str]:
    """Give the tables with a lock that belong in this database."""
    modellen = apps.get_models(include_auto_created=True)
    hier = {model._meta.db_table for model in modellen if router.allow_migrate_model(alias, model)}  # noqa: SLF001  # documented
    return sorted(hier & set(OP_SLOT))


def _schema(cursor: CursorWrapper) -> str:
    """Give the schema in which the tables are, whatever comes before it in the search path."""
    cursor.execute(
        "SELECT quote_ident(n.nspname) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n"
        " ON n.oid = c.relnamespace WHERE c.oid = to_regclass('django_migrations')"
    )
    (schema,) = cursor.fetchone()
    return str(schema)


def _zonder_regels(cursor: CursorWrapper, verbinding: BaseDatabaseWrapper, aanwezig: set[str]) -> Iterator[str]:
    """Take away every policy on our tables, also one that somebody else thought of."""
    naam_van = verbinding.ops.quote_name
    cursor.execute(
        "SELECT p.polname, c.relname FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid"
        " WHERE c.oid IN (SELECT to_regclass(quote_ident(naam)) FROM unnest(%s::text[]) AS naam)",
        [sorted(aanwezig & set(TABELLEN))],
    )
    yield from (f"DROP POLICY {naam_van(regel)} ON {naam_van(tabel)}" for regel, tabel in cursor.fetchall())


def _slot(verbinding: BaseDatabaseWrapper, tabel: str, regel: Regel) -> Iterator[str]:
    naam = verbinding.ops.quote_name(tabel)
    if regel.vrij:
        yield f"ALTER TABLE {naam} DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY"
        return
    yield f"ALTER TABLE {naam} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY"
    yield f"CREATE POLICY slot_eigenaar ON {naam} TO CURRENT_USER USING (TRUE)"
    yield from (f"CREATE POLICY {wat.format(naam)}" for wat in _regels(regel))


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
    yield f"REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC"  # a database of before PostgreSQL 15 has it
    # A temporary table is found before the real one of that name. Nothing here makes one.
    yield f"REVOKE TEMPORARY ON DATABASE {verbinding.ops.quote_name(verbinding.settings_dict['NAME'])} FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA {schema}, slot TO {wie}"
    for tabel in sorted(aanwezig):
        naam = verbinding.ops.quote_name(tabel)
        yield f"REVOKE ALL ON {naam} FROM {wie}"
        wat = "SELECT" if tabel == "django_migrations" else "SELECT, INSERT, UPDATE, DELETE"
        yield f"GRANT {wat} ON {naam} TO {wie}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {wie}"

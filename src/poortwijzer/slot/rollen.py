"""Which role of PostgreSQL the program may run as: one that row level security holds."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from poortwijzer.slot.tabellen import TABELLEN

if TYPE_CHECKING:
    from django.db.backends.postgresql.base import DatabaseWrapper

# What somebody can become counts as what he is: SET ROLE is one word. Also where the server signs in as another role
# and then sets this one, as RESET ROLE undoes that. The tables are looked for by name in every schema: a search path
# leads past one of them. Of several reasons the first is told.
_VRAAG = """
    WITH zelf AS (
        SELECT r.* FROM pg_catalog.pg_roles r
        WHERE pg_catalog.pg_has_role(current_user, r.oid, 'MEMBER')
           OR pg_catalog.pg_has_role(session_user, r.oid, 'MEMBER')
    ), ruimtes AS (
        SELECT DISTINCT n.oid, n.nspname, n.nspowner, c.relowner
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND c.relname = ANY (%(tabellen)s) AND c.relpersistence = 'p'
          AND NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
    )
    SELECT current_user, z.rolname, reden.tekst FROM zelf z CROSS JOIN LATERAL (VALUES
        (1, z.rolsuper, 'is a superuser'),
        (2, z.rolbypassrls, 'has BYPASSRLS'),
        (3, EXISTS (SELECT FROM ruimtes r WHERE r.relowner = z.oid), 'owns tables'),
        (4, EXISTS (SELECT FROM ruimtes r WHERE r.nspowner = z.oid)
            OR EXISTS (SELECT FROM pg_catalog.pg_namespace n WHERE n.nspname = 'slot' AND n.nspowner = z.oid)
            OR EXISTS (SELECT FROM pg_catalog.pg_database d
                       WHERE d.datname = pg_catalog.current_database() AND d.datdba = z.oid),
            'owns the schema or the database of the tables'),
        (5, z.rolcreaterole, 'has CREATEROLE'),
        (6, z.rolreplication, 'has REPLICATION'),
        (7, z.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'),
            'reaches the files and programs of the server'),
        (8, pg_catalog.has_parameter_privilege(z.oid, 'session_replication_role', 'SET'),
            'may put triggers aside with session_replication_role'),
        (9, EXISTS (SELECT FROM ruimtes r WHERE pg_catalog.has_schema_privilege(z.oid, r.oid, 'CREATE')),
            'may make something in the schema of the tables')
    ) AS reden (rang, is_zo, tekst)
    WHERE reden.is_zo ORDER BY reden.rang, z.rolname <> current_user, z.rolname LIMIT 1
"""


def moet_gescheiden(alias: str) -> bool:
    """Tell whether this database must be used by a role that owns nothing: in production, or when an owner is named.

    The demo, and a test on one address, run without the lock of the database; the watch on queries works there too.
    """
    return settings.POORTWIJZER_OMGEVING == "productie" or alias in settings.DATABASE_EIGENAREN


def controleer_rol(verbinding: "DatabaseWrapper") -> None:
    """Look at who this connection signed in as, and at every role that it can become.

    Raises ImproperlyConfigured for one that is a superuser, has BYPASSRLS, CREATEROLE or REPLICATION, owns the tables
    or what they lie in, reaches files of the server, puts triggers aside, or makes something beside the tables: what
    the functions of the lock then find there first, they do as the owner.
    """
    if not moet_gescheiden(verbinding.alias):
        return
    with verbinding.connection.cursor() as cursor:  # not through Django: nobody asks anything of a table yet
        cursor.execute(_VRAAG, {"tabellen": list(TABELLEN)})
        gevonden = cursor.fetchone()
    if gevonden is None:
        return
    rol, eigenlijk, waarom = gevonden
    als = "" if eigenlijk == rol else f"can become '{eigenlijk}', which "
    raise ImproperlyConfigured(
        f"The role '{rol}' of the database '{verbinding.alias}' {als}{waarom}, so row level security does not hold it. "
        "Let the address of the program name a role that owns nothing and is no member of another, and the one of the "
        "owner migrate: see docs/handleiding/installeren.md."
    )

"""Which role of PostgreSQL the program may run as: one that row level security holds."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

if TYPE_CHECKING:
    from django.db.backends.postgresql.base import DatabaseWrapper

# A member of the owner can become the owner, so that counts too.
_VRAAG = """
    SELECT current_user, r.rolsuper, r.rolbypassrls, EXISTS (
        SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname = current_schema()
          AND pg_catalog.pg_has_role(current_user, c.relowner, 'MEMBER'))
    FROM pg_catalog.pg_roles r WHERE r.rolname = current_user
"""


def moet_gescheiden(alias: str) -> bool:
    """Tell whether this database must be used by a role that owns nothing: in production, or when an owner is named.

    The demo, and a test on one address, run without the lock of the database; the watch on queries works there too.
    """
    return settings.POORTWIJZER_OMGEVING == "productie" or alias in settings.DATABASE_EIGENAREN


def controleer_rol(verbinding: "DatabaseWrapper") -> None:
    """Look at who this connection signed in as.

    Raises ImproperlyConfigured for a superuser, a role with BYPASSRLS, or one that owns tables or can become who does.
    """
    if not moet_gescheiden(verbinding.alias):
        return
    with verbinding.connection.cursor() as cursor:  # not through Django: nobody asks anything of a table yet
        cursor.execute(_VRAAG)
        rol, is_super, gaat_voorbij, is_eigenaar = cursor.fetchone()
    waarom = "is a superuser" if is_super else "has BYPASSRLS" if gaat_voorbij else "owns tables" if is_eigenaar else ""
    if waarom:
        raise ImproperlyConfigured(
            f"The role '{rol}' of the database '{verbinding.alias}' {waarom}, so row level security does not hold it. "
            "Let the address of the program name a role that owns nothing, and the one of the owner migrate: "
            "see docs/handleiding/installeren.md."
        )

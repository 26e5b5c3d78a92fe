"""Marks that show whether the policies in the database are still those that this program made, no more and no less.

PostgreSQL writes an expression down in its own way, so it cannot be laid beside ours. Right after `regels` made them,
the mark of our text and of what the server made of it goes with them, as a comment; later both are looked at again.
It finds what somebody added, changed or took away by hand, and a lock of another version of the program. Whoever is
the owner and means harm can write the comment too; against that this does nothing.
"""

from collections.abc import Mapping
from hashlib import sha256

from django.db.backends.utils import CursorWrapper

# Where a query of this connection finds the tables: one that lies elsewhere, or under a temporary one, is not held.
_TABELLEN = """
    SELECT naam, c.oid IS NOT NULL, COALESCE(c.relrowsecurity AND c.relforcerowsecurity, FALSE),
        (SELECT string_agg(concat_ws(' | ', p.polname, p.polcmd, p.polpermissive, p.polroles::regrole[]::text,
                    pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)), ' ; '
                ORDER BY p.polname)
            FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid),
        (SELECT obj_description(p.oid, 'pg_policy')
            FROM pg_catalog.pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'slot_eigenaar')
    FROM unnest(%s::text[]) AS naam LEFT JOIN pg_catalog.pg_class c ON c.oid = to_regclass(quote_ident(naam))
    ORDER BY naam
"""
_FUNCTIES = """
    SELECT string_agg(pg_get_functiondef(f.oid) || f.proowner::regrole::text, ' ; ' ORDER BY f.oid::regprocedure::text),
        obj_description(n.oid, 'pg_namespace')
    FROM pg_catalog.pg_namespace n LEFT JOIN pg_catalog.pg_proc f ON f.pronamespace = n.oid
    WHERE n.nspname = 'slot' GROUP BY n.oid
"""


def onthoud(cursor: CursorWrapper, tabellen: Mapping[str, str], vragen: str) -> None:
    """Mark what was just made: `tabellen` gives our text by table with a lock, `vragen` that of the functions."""
    cursor.execute(_TABELLEN, [list(tabellen)])
    for naam, _is_er, _staat_aan, gemaakt, _merk in cursor.fetchall():
        merk = _merk_van(tabellen[naam], gemaakt)
        cursor.execute(f"COMMENT ON POLICY slot_eigenaar ON {cursor.db.ops.quote_name(naam)} IS '{merk}'")
    cursor.execute(_FUNCTIES)
    cursor.execute(f"COMMENT ON SCHEMA slot IS '{_merk_van(vragen, cursor.fetchone()[0])}'")


def afwijkingen(cursor: CursorWrapper, tabellen: Mapping[str, str], vragen: str) -> list[str]:
    """Give what is not as `onthoud` marked it, by the name of the table and with what is the matter."""
    cursor.execute(_TABELLEN, [list(tabellen)])
    fout = []
    for naam, is_er, staat_aan, gemaakt, merk in cursor.fetchall():
        if not is_er:
            fout.append(f"{naam} (not found)")
        elif not staat_aan:
            fout.append(naam)
        elif merk != _merk_van(tabellen[naam], gemaakt):
            fout.append(f"{naam} (other policies)")
    cursor.execute(_FUNCTIES)
    gemaakt, merk = cursor.fetchone() or ("", None)
    return fout if merk == _merk_van(vragen, gemaakt) else [*fout, "slot (other functions)"]


def _merk_van(van_ons: str, gemaakt: str | None) -> str:
    return sha256(f"{van_ons}\n{gemaakt}".encode()).hexdigest()

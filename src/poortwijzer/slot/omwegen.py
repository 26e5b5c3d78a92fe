"""Ways past a lock that look like no table: a view reads as who owns it, and so does a function that says so.

The owner of the tables sees every row. What he owns and the program may use would give everything to everybody.
"""

from collections.abc import Collection

from django.db.backends.utils import CursorWrapper

# From the locked tables up to every view on them, also a view on a view: which of those asks as its owner. A view that
# itself asks as who uses it is passed over, and what stands on it is looked at. A materialized view keeps rows of its
# own, so no lock holds it. Of functions the body says nothing to the server; those of `slot` are compared elsewhere.
_VRAAG = """
    WITH RECURSIVE tabellen AS (
        SELECT c.oid, c.relowner FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND c.relname = ANY (%(tabellen)s) AND c.relpersistence = 'p'
          AND NOT pg_catalog.starts_with(n.nspname, 'pg_') AND n.nspname <> 'information_schema'
    ), erop (oid) AS (
        SELECT oid FROM tabellen
        UNION
        SELECT r.ev_class FROM erop e
        JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid = e.oid
            AND d.classid = 'pg_catalog.pg_rewrite'::regclass
        JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid
    )
    SELECT v.oid::regclass::text FROM erop e JOIN pg_catalog.pg_class v USING (oid)
    WHERE v.relkind IN ('v', 'm')
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_options_to_table(v.reloptions) o
                      WHERE o.option_name = 'security_invoker' AND o.option_value::boolean)
      AND (pg_catalog.has_table_privilege(v.oid, 'SELECT, INSERT, UPDATE, DELETE')
           OR pg_catalog.has_any_column_privilege(v.oid, 'SELECT, INSERT, UPDATE'))
    UNION ALL
    SELECT f.oid::regprocedure::text FROM pg_catalog.pg_proc f JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace
    WHERE f.prosecdef AND n.nspname <> 'slot' AND f.proowner IN (SELECT relowner FROM tabellen)
      AND pg_catalog.has_function_privilege(f.oid, 'EXECUTE')
    ORDER BY 1
"""


def omwegen(cursor: CursorWrapper, tabellen: Collection[str]) -> list[str]:
    """Give the views on these tables, and the functions, through which the role of this connection passes the locks."""
    cursor.execute(_VRAAG, {"tabellen": sorted(tabellen)})
    return [naam for (naam,) in cursor.fetchall()]

"""Reading a chain as texts, straight from the database: the check walks over millions of rows."""

from collections.abc import Iterator
from uuid import UUID

from django.db import connection

from poortwijzer.audit.keten import VELDEN

PER_KEER = 2000
_UUIDS = frozenset(veld for veld in VELDEN if veld == "id" or veld.endswith("_id"))


def ketenrijen(organisatie_id: UUID) -> Iterator[tuple[str, ...]]:
    """Give the rows of a chain in their order: each the columns of VELDEN as texts, and then its hash."""
    tabel = connection.ops.quote_name("audit_auditregel")
    kolommen = ", ".join(_als_tekst(veld) for veld in (*VELDEN, "hash"))
    vraag = f"SELECT {kolommen} FROM {tabel} WHERE organisatie_id = %s ORDER BY volgnummer, id"  # noqa: S608  # own names
    with connection.chunked_cursor() as cursor:
        cursor.execute(vraag, [organisatie_id if connection.vendor == "postgresql" else organisatie_id.hex])
        while stuk := cursor.fetchmany(PER_KEER):
            yield from stuk


def _als_tekst(veld: str) -> str:
    """Give the SQL that writes a column as `keten` does."""
    postgres = connection.vendor == "postgresql"
    if veld in _UUIDS:
        tekst = f"replace({veld}::text, '-', '')" if postgres else veld
    elif veld == "tijdstip":
        tekst = (
            "to_char(tijdstip AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"
            if postgres
            else "CASE length(tijdstip) WHEN 19 THEN tijdstip || '.000000' ELSE tijdstip END"
        )
    elif veld == "is_nood" and postgres:
        tekst = "is_nood::int::text"
    else:
        tekst = f"CAST({veld} AS text)"
    return f"coalesce({tekst}, '-')"

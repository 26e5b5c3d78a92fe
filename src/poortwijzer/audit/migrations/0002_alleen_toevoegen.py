"""The log can only grow: both databases refuse to change or remove a row, but for rows before a signed point."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

REGEL = "audit_auditregel"
PUNT = "audit_snoeipunt"
MELDING = "append only"
# The database cannot check a signature. The check does: rows removed behind a forged point are found.
GESNOEID = f"EXISTS (SELECT 1 FROM {PUNT} p WHERE p.organisatie_id = OLD.organisatie_id AND p.aantal >= OLD.volgnummer)"


def _sqlite(tabel: str, op: str, wanneer: str = "") -> str:
    return (
        f"CREATE TRIGGER {tabel}_{op.lower()} BEFORE {op} ON {tabel} {wanneer} "
        f"BEGIN SELECT RAISE(ABORT, '{tabel}: {MELDING}'); END"
    )


def _postgres(tabel: str, behalve: str = "") -> list[str]:
    laat_los = f"IF TG_LEVEL = 'ROW' AND TG_OP = 'DELETE' THEN IF {behalve} THEN RETURN OLD; END IF; END IF;"
    return [
        f"CREATE FUNCTION {tabel}_vast() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {laat_los if behalve else ''} RAISE EXCEPTION '{tabel}: {MELDING}'; END $$",
        f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE OR DELETE ON {tabel} "
        f"FOR EACH ROW EXECUTE FUNCTION {tabel}_vast()",
        # A row trigger does not see TRUNCATE.
        f"CREATE TRIGGER {tabel}_leeg BEFORE TRUNCATE ON {tabel} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {tabel}_vast()",
    ]


HEEN = {
    "sqlite": [
        _sqlite(REGEL, "UPDATE"),
        _sqlite(REGEL, "DELETE", f"WHEN NOT {GESNOEID}"),
        _sqlite(PUNT, "UPDATE"),
        _sqlite(PUNT, "DELETE"),
    ],
    "postgresql": [*_postgres(REGEL, GESNOEID), *_postgres(PUNT)],
}
TERUG = {
    "sqlite": [f"DROP TRIGGER {tabel}_{op}" for tabel in (REGEL, PUNT) for op in ("update", "delete")],
    "postgresql": [
        opdracht
        for tabel in (REGEL, PUNT)
        for opdracht in (
            f"DROP TRIGGER {tabel}_vast ON {tabel}",
            f"DROP TRIGGER {tabel}_leeg ON {tabel}",
            f"DROP FUNCTION {tabel}_vast()",
        )
    ],
}


def heen(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for opdracht in HEEN[schema_editor.connection.vendor]:
        schema_editor.execute(opdracht)


def terug(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for opdracht in TERUG[schema_editor.connection.vendor]:
        schema_editor.execute(opdracht)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("audit", "0001_initial")]

    operations: ClassVar = [migrations.RunPython(heen, terug)]

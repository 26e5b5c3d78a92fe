"""The log can only grow: both databases refuse to change or remove a row."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABEL = "audit_auditregel"
MELDING = "audit_auditregel: append only"

HEEN = {
    "sqlite": [
        f"CREATE TRIGGER {TABEL}_{op.lower()} BEFORE {op} ON {TABEL} BEGIN SELECT RAISE(ABORT, '{MELDING}'); END"
        for op in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE FUNCTION {TABEL}_vast() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MELDING}'; END $$",
        f"CREATE TRIGGER {TABEL}_vast BEFORE UPDATE OR DELETE ON {TABEL} "
        f"FOR EACH ROW EXECUTE FUNCTION {TABEL}_vast()",
        # A row trigger does not see TRUNCATE.
        f"CREATE TRIGGER {TABEL}_leeg BEFORE TRUNCATE ON {TABEL} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {TABEL}_vast()",
    ],
}
TERUG = {
    "sqlite": [f"DROP TRIGGER {TABEL}_{op}" for op in ("update", "delete")],
    "postgresql": [
        f"DROP TRIGGER {TABEL}_vast ON {TABEL}",
        f"DROP TRIGGER {TABEL}_leeg ON {TABEL}",
        f"DROP FUNCTION {TABEL}_vast()",
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

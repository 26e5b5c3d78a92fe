"""What was written in the medical record stays: both databases refuse to change or remove its rows."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABEL = "medisch_medischeregel"
FUNCTIE = "medisch_alleen_toevoegen"


def heen(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        opdrachten = [
            f"CREATE TRIGGER {TABEL}_{op.lower()} BEFORE {op} ON {TABEL} "
            f"BEGIN SELECT RAISE(ABORT, '{TABEL}: append only'); END"
            for op in ("UPDATE", "DELETE")
        ]
    else:
        opdrachten = [
            f"CREATE FUNCTION {FUNCTIE}() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '%: append only', TG_TABLE_NAME; END $$",
            f"CREATE TRIGGER {TABEL}_vast BEFORE UPDATE OR DELETE ON {TABEL} "
            f"FOR EACH ROW EXECUTE FUNCTION {FUNCTIE}()",
            # A row trigger does not see TRUNCATE.
            f"CREATE TRIGGER {TABEL}_leeg BEFORE TRUNCATE ON {TABEL} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTIE}()",
        ]
    for opdracht in opdrachten:
        schema_editor.execute(opdracht, params=None)


def terug(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        opdrachten = [f"DROP TRIGGER {TABEL}_update", f"DROP TRIGGER {TABEL}_delete"]
    else:
        opdrachten = [
            f"DROP TRIGGER {TABEL}_vast ON {TABEL}",
            f"DROP TRIGGER {TABEL}_leeg ON {TABEL}",
            f"DROP FUNCTION {FUNCTIE}()",
        ]
    for opdracht in opdrachten:
        schema_editor.execute(opdracht, params=None)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("medisch", "0001_initial")]

    operations: ClassVar = [migrations.RunPython(heen, terug)]

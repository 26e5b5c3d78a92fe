"""What was recorded stays as it was: both databases refuse to change or remove these rows."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABELLEN = ("dossiers_feit", "dossiers_ziekmelding", "dossiers_beoordeling", "dossiers_taakaantekening")
FUNCTIE = "dossiers_alleen_toevoegen"


def heen(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE FUNCTION {FUNCTIE}() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION '%: append only', TG_TABLE_NAME; END $$",
            params=None,
        )
    for tabel in TABELLEN:
        for opdracht in _maak(tabel, schema_editor.connection.vendor):
            schema_editor.execute(opdracht, params=None)


def terug(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for tabel in TABELLEN:
        for naam in ("vast", "leeg") if is_postgresql else ("update", "delete"):
            op = f" ON {tabel}" if is_postgresql else ""
            schema_editor.execute(f"DROP TRIGGER {tabel}_{naam}{op}")
    if is_postgresql:
        schema_editor.execute(f"DROP FUNCTION {FUNCTIE}()")


def _maak(tabel: str, vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {tabel}_{op.lower()} BEFORE {op} ON {tabel} "
            f"BEGIN SELECT RAISE(ABORT, '{tabel}: append only'); END"
            for op in ("UPDATE", "DELETE")
        ]
    return [
        f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE OR DELETE ON {tabel} "
        f"FOR EACH ROW EXECUTE FUNCTION {FUNCTIE}()",
        # A row trigger does not see TRUNCATE.
        f"CREATE TRIGGER {tabel}_leeg BEFORE TRUNCATE ON {tabel} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTIE}()",
    ]


class Migration(migrations.Migration):
    dependencies: ClassVar = [("dossiers", "0001_initial")]

    operations: ClassVar = [migrations.RunPython(heen, terug)]

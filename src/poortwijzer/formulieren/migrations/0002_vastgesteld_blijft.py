"""What is frozen stays as it was, and statements are only added: both databases refuse anything else."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FORMULIER, STANDPUNT = "formulieren_formulier", "formulieren_standpunt"
FUNCTIE = "formulieren_staat_vast"
VAST = "OLD.status = 'definitief'"

HEEN = {
    "sqlite": [
        f"CREATE TRIGGER {tabel}_{op.lower()} BEFORE {op} ON {tabel} WHEN {als} "
        f"BEGIN SELECT RAISE(ABORT, '{tabel}: frozen'); END"
        for tabel, als in ((FORMULIER, VAST), (STANDPUNT, "1"))
        for op in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE FUNCTION {FUNCTIE}() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '%: frozen', TG_TABLE_NAME; END $$",
        *(
            f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE OR DELETE ON {tabel} "
            f"FOR EACH ROW WHEN ({als}) EXECUTE FUNCTION {FUNCTIE}()"
            for tabel, als in ((FORMULIER, VAST), (STANDPUNT, "true"))
        ),
        # A row trigger does not see TRUNCATE.
        *(
            f"CREATE TRIGGER {tabel}_leeg BEFORE TRUNCATE ON {tabel} FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTIE}()"
            for tabel in (FORMULIER, STANDPUNT)
        ),
    ],
}
TERUG = {
    "sqlite": [f"DROP TRIGGER {tabel}_{op}" for tabel in (FORMULIER, STANDPUNT) for op in ("update", "delete")],
    "postgresql": [
        *(f"DROP TRIGGER {tabel}_{naam} ON {tabel}" for tabel in (FORMULIER, STANDPUNT) for naam in ("vast", "leeg")),
        f"DROP FUNCTION {FUNCTIE}()",
    ],
}


def heen(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for opdracht in HEEN[schema_editor.connection.vendor]:
        schema_editor.execute(opdracht, params=None)


def terug(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for opdracht in TERUG[schema_editor.connection.vendor]:
        schema_editor.execute(opdracht, params=None)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("formulieren", "0001_initial")]

    operations: ClassVar = [migrations.RunPython(heen, terug)]

"""That a record was handed over stays as it was written, until the medical part is erased; see `0003` for the records."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABEL = "medisch_overdracht"
FUNCTIE = f"{TABEL}_of_gewist"
GEWIST = "EXISTS (SELECT 1 FROM dossiers_wissing w WHERE w.dossier_id = OLD.dossier_id AND w.deel = 'medisch')"
HEEN = {
    "sqlite": [
        f"CREATE TRIGGER {TABEL}_{op.lower()} BEFORE {op} ON {TABEL} {wanneer} "
        f"BEGIN SELECT RAISE(ABORT, '{TABEL}: append only'); END"
        for op, wanneer in (("UPDATE", ""), ("DELETE", f"WHEN NOT {GEWIST}"))
    ],
    "postgresql": [
        f"CREATE FUNCTION {FUNCTIE}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN "
        f"IF {GEWIST} THEN RETURN OLD; END IF; END IF; RAISE EXCEPTION '{TABEL}: append only'; END $$",
        f"CREATE TRIGGER {TABEL}_vast BEFORE UPDATE OR DELETE ON {TABEL} FOR EACH ROW EXECUTE FUNCTION {FUNCTIE}()",
        # A row trigger does not see TRUNCATE; the function of the records refuses whatever it is called for.
        f"CREATE TRIGGER {TABEL}_leeg BEFORE TRUNCATE ON {TABEL} "
        "FOR EACH STATEMENT EXECUTE FUNCTION medisch_alleen_toevoegen()",
    ],
}
TERUG = {
    "sqlite": [f"DROP TRIGGER {TABEL}_update", f"DROP TRIGGER {TABEL}_delete"],
    "postgresql": [
        f"DROP TRIGGER {TABEL}_vast ON {TABEL}",
        f"DROP TRIGGER {TABEL}_leeg ON {TABEL}",
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
    dependencies: ClassVar = [("medisch", "0004_overdracht")]

    operations: ClassVar = [migrations.RunPython(heen, terug)]

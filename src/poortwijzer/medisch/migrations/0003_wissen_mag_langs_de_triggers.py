"""The medical record lets go of a dossier whose medical part is being erased, and of nothing else.

See `dossiers/migrations/0008`. Changing a row remains impossible, also then.
"""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABEL = "medisch_medischeregel"
FUNCTIE = f"{TABEL}_of_gewist"
GEWIST = "EXISTS (SELECT 1 FROM dossiers_wissing w WHERE w.dossier_id = OLD.dossier_id AND w.deel = 'medisch')"


def _sqlite(wanneer: str) -> list[str]:
    return [
        f"DROP TRIGGER {TABEL}_delete",
        f"CREATE TRIGGER {TABEL}_delete BEFORE DELETE ON {TABEL} {wanneer} "
        f"BEGIN SELECT RAISE(ABORT, '{TABEL}: append only'); END",
    ]


HEEN = {
    "sqlite": _sqlite(f"WHEN NOT {GEWIST}"),
    "postgresql": [
        f"CREATE FUNCTION {FUNCTIE}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN "
        f"IF {GEWIST} THEN RETURN OLD; END IF; END IF; RAISE EXCEPTION '{TABEL}: append only'; END $$",
        f"DROP TRIGGER {TABEL}_vast ON {TABEL}",
        f"CREATE TRIGGER {TABEL}_vast BEFORE UPDATE OR DELETE ON {TABEL} FOR EACH ROW EXECUTE FUNCTION {FUNCTIE}()",
    ],
}


def heen(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for opdracht in HEEN[schema_editor.connection.vendor]:
        schema_editor.execute(opdracht, params=None)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("medisch", "0002_alleen_toevoegen"), ("dossiers", "0007_bewaren_en_wissen")]

    operations: ClassVar = [migrations.RunPython(heen, migrations.RunPython.noop)]

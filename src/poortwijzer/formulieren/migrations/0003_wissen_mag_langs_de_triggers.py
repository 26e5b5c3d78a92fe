"""Frozen documents and statements let go of a dossier whose re-integration part is being erased, and of nothing else.

See `dossiers/migrations/0008`. Changing them remains impossible, also then.
"""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FORMULIER, STANDPUNT = "formulieren_formulier", "formulieren_standpunt"
FUNCTIE = "formulieren_staat_vast"
VAST = "OLD.status = 'definitief'"
_WISSING = "SELECT 1 FROM dossiers_wissing w"
_DEEL = "w.deel = 're_integratie'"
GEWIST = {
    FORMULIER: f"EXISTS ({_WISSING} WHERE w.dossier_id = OLD.dossier_id AND {_DEEL})",
    STANDPUNT: f"EXISTS ({_WISSING} JOIN {FORMULIER} f ON f.dossier_id = w.dossier_id "
    f"WHERE f.id = OLD.formulier_id AND {_DEEL})",
}


def _sqlite(tabel: str, als: str) -> list[str]:
    return [
        f"DROP TRIGGER {tabel}_delete",
        f"CREATE TRIGGER {tabel}_delete BEFORE DELETE ON {tabel} WHEN {als} "
        f"BEGIN SELECT RAISE(ABORT, '{tabel}: frozen'); END",
    ]


def _postgres(laat_los: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {FUNCTIE}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {laat_los} RAISE EXCEPTION '%: frozen', TG_TABLE_NAME; END $$"
    )


# One by one: a column that a table does not have may not even be looked at.
_LAAT_LOS = " ".join(
    f"IF TG_TABLE_NAME = '{tabel}' THEN IF {GEWIST[tabel]} THEN RETURN OLD; END IF; END IF;"
    for tabel in (FORMULIER, STANDPUNT)
)
HEEN = {
    "sqlite": [
        *_sqlite(FORMULIER, f"{VAST} AND NOT {GEWIST[FORMULIER]}"),
        *_sqlite(STANDPUNT, f"NOT {GEWIST[STANDPUNT]}"),
    ],
    "postgresql": [_postgres(f"IF TG_LEVEL = 'ROW' AND TG_OP = 'DELETE' THEN {_LAAT_LOS} END IF;")],
}
TERUG = {"sqlite": [*_sqlite(FORMULIER, VAST), *_sqlite(STANDPUNT, "1")], "postgresql": [_postgres("")]}


def heen(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for opdracht in HEEN[schema_editor.connection.vendor]:
        schema_editor.execute(opdracht, params=None)


def terug(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for opdracht in TERUG[schema_editor.connection.vendor]:
        schema_editor.execute(opdracht, params=None)


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("formulieren", "0002_vastgesteld_blijft"),
        ("dossiers", "0007_bewaren_en_wissen"),
    ]

    operations: ClassVar = [migrations.RunPython(heen, terug)]

"""What both parties confirmed stays: the databases refuse to change or remove rows of a form that is final.

Only erasing the dossier lets go of them, as in `dossiers/migrations/0008`.
"""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABEL = "werkaanpassing_knelpuntregel"
FUNCTIE = f"{TABEL}_vast"
VAST = "EXISTS (SELECT 1 FROM werkaanpassing_lijst l WHERE l.id = {rij}.lijst_id AND l.vastgesteld_op IS NOT NULL)"
GEWIST = (
    "EXISTS (SELECT 1 FROM dossiers_wissing w WHERE w.dossier_id = OLD.dossier_id AND w.deel = 're_integratie')"
)
MELDING = f"{TABEL}: this form is final"


def heen(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    oud, nieuw = VAST.format(rij="OLD"), VAST.format(rij="NEW")
    if schema_editor.connection.vendor == "sqlite":
        voorwaarden = {"INSERT": nieuw, "UPDATE": f"{oud} OR {nieuw}", "DELETE": f"{oud} AND NOT {GEWIST}"}
        opdrachten = [
            f"CREATE TRIGGER {FUNCTIE}_{op.lower()} BEFORE {op} ON {TABEL} WHEN {voorwaarde} "
            f"BEGIN SELECT RAISE(ABORT, '{MELDING}'); END"
            for op, voorwaarde in voorwaarden.items()
        ]
    else:
        opdrachten = [
            f"CREATE FUNCTION {FUNCTIE}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF TG_OP = 'DELETE' THEN IF {oud} AND NOT {GEWIST} THEN RAISE EXCEPTION '{MELDING}'; END IF; "
            f"RETURN OLD; END IF; "
            f"IF {nieuw} THEN RAISE EXCEPTION '{MELDING}'; END IF; "
            f"IF TG_OP = 'UPDATE' THEN IF {oud} THEN RAISE EXCEPTION '{MELDING}'; END IF; END IF; "
            f"RETURN NEW; END $$",
            f"CREATE TRIGGER {FUNCTIE} BEFORE INSERT OR UPDATE OR DELETE ON {TABEL} "
            f"FOR EACH ROW EXECUTE FUNCTION {FUNCTIE}()",
        ]
    for opdracht in opdrachten:
        schema_editor.execute(opdracht, params=None)


def terug(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "sqlite":
        opdrachten = [f"DROP TRIGGER {FUNCTIE}_{op}" for op in ("insert", "update", "delete")]
    else:
        opdrachten = [f"DROP TRIGGER {FUNCTIE} ON {TABEL}", f"DROP FUNCTION {FUNCTIE}()"]
    for opdracht in opdrachten:
        schema_editor.execute(opdracht, params=None)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("werkaanpassing", "0001_initial"), ("dossiers", "0007_bewaren_en_wissen")]

    operations: ClassVar = [migrations.RunPython(heen, terug)]

"""Rows that only grow let go of a dossier whose part they belong to is being erased, and of nothing else.

What opens the way is a row in `dossiers_wissing`: it is made in the transaction that deletes, by the act that also
writes the row in the log, and it stays. Changing a row remains impossible, also then.
"""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABELLEN = ("dossiers_feit", "dossiers_ziekmelding", "dossiers_beoordeling", "dossiers_taakaantekening")
FUNCTIE = "dossiers_alleen_toevoegen"
WISSING = "dossiers_wissing"
GEWIST = f"EXISTS (SELECT 1 FROM {WISSING} w WHERE w.dossier_id = OLD.dossier_id AND w.deel = 're_integratie')"
# What was asked about the treating sector belongs to the medical part, and so does its answer.
TOESTEMMING, KEUZE = "dossiers_toestemming", "dossiers_toestemmingskeuze"
_DEEL = "w.deel = CASE {doel} WHEN 'behandelaar_vragen' THEN 'medisch' ELSE 're_integratie' END"
MET_DEEL = {
    TOESTEMMING: f"EXISTS (SELECT 1 FROM {WISSING} w WHERE w.dossier_id = OLD.dossier_id "
    f"AND {_DEEL.format(doel='OLD.doel')})",
    KEUZE: f"EXISTS (SELECT 1 FROM {WISSING} w JOIN {TOESTEMMING} t ON t.dossier_id = w.dossier_id "
    f"WHERE t.id = OLD.toestemming_id AND {_DEEL.format(doel='t.doel')})",
}
# An erasure is closed once, and is about one part of one dossier for ever.
VAST = "OLD.afgerond_op IS NOT NULL OR NEW.dossier_id <> OLD.dossier_id OR NEW.deel <> OLD.deel"


def _functie(laat_los: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {FUNCTIE}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {laat_los} RAISE EXCEPTION '%: append only', TG_TABLE_NAME; END $$"
    )


def _sqlite(tabel: str, op: str, wanneer: str = "") -> str:
    return (
        f"CREATE TRIGGER {tabel}_{op.lower()} BEFORE {op} ON {tabel} {wanneer} "
        f"BEGIN SELECT RAISE(ABORT, '{tabel}: append only'); END"
    )


HEEN = {
    "sqlite": [
        *(
            opdracht
            for tabel in TABELLEN
            for opdracht in (f"DROP TRIGGER {tabel}_delete", _sqlite(tabel, "DELETE", f"WHEN NOT {GEWIST}"))
        ),
        *(
            opdracht
            for tabel, gewist in MET_DEEL.items()
            for opdracht in (f"DROP TRIGGER {tabel}_delete", _sqlite(tabel, "DELETE", f"WHEN NOT {gewist}"))
        ),
        _sqlite(WISSING, "UPDATE", f"WHEN {VAST}"),
        _sqlite(WISSING, "DELETE"),
    ],
    "postgresql": [
        _functie(f"IF TG_LEVEL = 'ROW' AND TG_OP = 'DELETE' THEN IF {GEWIST} THEN RETURN OLD; END IF; END IF;"),
        *(
            opdracht
            for tabel, gewist in MET_DEEL.items()
            for opdracht in (
                f"CREATE FUNCTION {tabel}_vast() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN "
                f"IF {gewist} THEN RETURN OLD; END IF; END IF; RAISE EXCEPTION '{tabel}: append only'; END $$",
                f"DROP TRIGGER {tabel}_vast ON {tabel}",
                f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE OR DELETE ON {tabel} "
                f"FOR EACH ROW EXECUTE FUNCTION {tabel}_vast()",
            )
        ),
        f"CREATE FUNCTION {WISSING}_vast() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{WISSING}: append only'; END $$",
        f"CREATE TRIGGER {WISSING}_vast BEFORE UPDATE ON {WISSING} "
        f"FOR EACH ROW WHEN ({VAST}) EXECUTE FUNCTION {WISSING}_vast()",
        f"CREATE TRIGGER {WISSING}_blijft BEFORE DELETE ON {WISSING} FOR EACH ROW EXECUTE FUNCTION {WISSING}_vast()",
        # A row trigger does not see TRUNCATE.
        f"CREATE TRIGGER {WISSING}_leeg BEFORE TRUNCATE ON {WISSING} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {WISSING}_vast()",
    ],
}
TERUG = {
    "sqlite": [
        *(
            opdracht
            for tabel in (*TABELLEN, *MET_DEEL)
            for opdracht in (f"DROP TRIGGER {tabel}_delete", _sqlite(tabel, "DELETE"))
        ),
        f"DROP TRIGGER {WISSING}_update",
        f"DROP TRIGGER {WISSING}_delete",
    ],
    "postgresql": [
        *(
            opdracht
            for tabel in MET_DEEL
            for opdracht in (
                f"DROP TRIGGER {tabel}_vast ON {tabel}",
                f"DROP FUNCTION {tabel}_vast()",
                f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE OR DELETE ON {tabel} "
                f"FOR EACH ROW EXECUTE FUNCTION {FUNCTIE}()",
            )
        ),
        _functie(""),
        *(f"DROP TRIGGER {WISSING}_{naam} ON {WISSING}" for naam in ("vast", "blijft", "leeg")),
        f"DROP FUNCTION {WISSING}_vast()",
    ],
}


def heen(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for opdracht in HEEN[schema_editor.connection.vendor]:
        schema_editor.execute(opdracht, params=None)


def terug(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for opdracht in TERUG[schema_editor.connection.vendor]:
        schema_editor.execute(opdracht, params=None)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("dossiers", "0007_bewaren_en_wissen")]

    operations: ClassVar = [migrations.RunPython(heen, terug)]

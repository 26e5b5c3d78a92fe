"""An organisation can get a new key: one of its keys is the current one, and no part is made under a destroyed key."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Q

TABEL = "kluis_sleutel"
NAAM = f"{TABEL}_onder_een_levende"
HEEN = {
    "sqlite": [
        f"CREATE TRIGGER {NAAM} BEFORE INSERT ON {TABEL} WHEN NEW.ouder_id IS NOT NULL AND NOT EXISTS "
        f"(SELECT 1 FROM {TABEL} o WHERE o.id = NEW.ouder_id AND o.ingepakt IS NOT NULL) "
        f"BEGIN SELECT RAISE(ABORT, '{TABEL}: the key above was destroyed'); END",
    ],
    "postgresql": [
        f"CREATE FUNCTION {NAAM}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        # Waits for who is emptying it, and then looks again.
        f"PERFORM 1 FROM {TABEL} WHERE id = NEW.ouder_id AND ingepakt IS NOT NULL FOR SHARE; "
        f"IF NOT FOUND THEN RAISE EXCEPTION '{TABEL}: the key above was destroyed'; END IF; RETURN NEW; END $$",
        f"CREATE TRIGGER {NAAM} BEFORE INSERT ON {TABEL} FOR EACH ROW "
        f"WHEN (NEW.ouder_id IS NOT NULL) EXECUTE FUNCTION {NAAM}()",
    ],
}
TERUG = {
    "sqlite": [f"DROP TRIGGER {NAAM}"],
    "postgresql": [f"DROP TRIGGER {NAAM} ON {TABEL}", f"DROP FUNCTION {NAAM}()"],
}


def heen(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.alias == "sleutels":
        for opdracht in HEEN[schema_editor.connection.vendor]:
            schema_editor.execute(opdracht, params=None)


def terug(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.alias == "sleutels":
        for opdracht in TERUG[schema_editor.connection.vendor]:
            schema_editor.execute(opdracht, params=None)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("kluis", "0001_initial")]

    operations: ClassVar = [
        migrations.AddField("sleutel", "is_huidig", models.BooleanField(default=True)),
        migrations.RemoveConstraint("sleutel", "sleutel_organisatie_eenmaal"),
        migrations.AddConstraint(
            "sleutel",
            models.UniqueConstraint(
                fields=["organisatie_id"],
                condition=Q(soort="organisatie", is_huidig=True),
                name="sleutel_organisatie_een_huidige",
            ),
        ),
        migrations.RunPython(heen, terug),
    ]

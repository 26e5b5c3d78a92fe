"""PostgreSQL keeps a sample of the values of each column; of wrapped keys it keeps none, so that none outlives its row."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABEL = "kluis_sleutel"


def _stel_in(schema_editor: BaseDatabaseSchemaEditor, doel: int) -> None:
    if schema_editor.connection.alias == "sleutels" and schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABEL} ALTER COLUMN ingepakt SET STATISTICS {doel}")
        # What was sampled before goes with writing the column anew.
        schema_editor.execute(f"ALTER TABLE {TABEL} ALTER COLUMN ingepakt TYPE bytea USING ingepakt || ''::bytea")


def heen(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _stel_in(schema_editor, 0)


def terug(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _stel_in(schema_editor, -1)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("kluis", "0002_sleutel_van_organisatie_vernieuwen")]

    operations: ClassVar = [migrations.RunPython(heen, terug)]

"""A contract opens dossiers once the other organisation confirmed it; those that are there count as confirmed."""

from typing import Any, ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q
from django.db.models.functions import TruncDate


def heen(apps: Any, _schema_editor: Any) -> None:
    """Let what opens dossiers today go on doing so; by whom it was confirmed stays empty, and that is shown."""
    contract = apps.get_model("accounts", "Contract")
    contract.objects.filter(bevestigd_op=None).update(bevestigd_op=TruncDate("created_at"))


class Migration(migrations.Migration):
    """Two columns, and their rules."""

    dependencies: ClassVar = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("accounts", "0007_contracten"),
    ]
    operations: ClassVar = [
        migrations.AddField(
            model_name="contract", name="bevestigd_op", field=models.DateField(blank=True, null=True)
        ),
        migrations.AddField(
            model_name="contract",
            name="bevestigd_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bevestigde_contracten",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=Q(bevestigd_door=None) | Q(bevestigd_op__isnull=False), name="contract_bevestigd_geheel"
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=Q(bevestigd_door=None) | Q(created_by=None) | ~Q(bevestigd_door=F("created_by")),
                name="contract_door_een_ander_bevestigd",
            ),
        ),
        migrations.RunPython(heen, migrations.RunPython.noop),
    ]

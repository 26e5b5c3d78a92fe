"""A role on a dossier is always for an organisation. Apart from filling it in: PostgreSQL does not do both at once."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """The column, the rules and the indexes of the door."""

    dependencies: ClassVar = [("accounts", "0007_contracten"), ("dossiers", "0012_betrokken_namens")]
    operations: ClassVar = [
        migrations.AlterField(
            model_name="betrokkene",
            name="organisatie",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="betrokken_bij", to="accounts.organisatie"
            ),
        ),
        migrations.AddConstraint(
            model_name="betrokkene",
            constraint=models.UniqueConstraint(
                condition=Q(tot__isnull=True, gebruiker__isnull=False),
                fields=("dossier", "rol", "gebruiker", "organisatie"),
                name="betrokkene_persoon_loopt_eenmaal",
            ),
        ),
        migrations.AddConstraint(
            model_name="betrokkene",
            constraint=models.UniqueConstraint(
                condition=Q(tot__isnull=True, gebruiker__isnull=True),
                fields=("dossier", "rol", "organisatie"),
                name="betrokkene_organisatie_loopt_eenmaal",
            ),
        ),
        migrations.AddIndex(
            model_name="betrokkene",
            index=models.Index(
                fields=["gebruiker", "rol", "organisatie", "dossier", "vanaf", "tot"], name="betrokkene_van_gebruiker"
            ),
        ),
        migrations.AddIndex(
            model_name="betrokkene",
            index=models.Index(
                fields=["organisatie", "rol", "gebruiker", "dossier", "vanaf", "tot"],
                name="betrokkene_van_organisatie",
            ),
        ),
    ]

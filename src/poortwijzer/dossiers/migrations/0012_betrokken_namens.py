"""A role on a dossier says for which organisation the person acts; for the roles that are there it is looked up."""

from datetime import date
from typing import Any, ClassVar

from django.db import migrations
from django.db.models import Q


def heen(apps: Any, _schema_editor: Any) -> None:
    """Fill in the organisation, once for everybody with the same role on dossiers of the same employer."""
    betrokkene = apps.get_model("dossiers", "Betrokkene")
    open_ = betrokkene.objects.filter(organisatie=None)
    for gebruiker, rol, werkgever in list(open_.values_list("gebruiker", "rol", "dossier__werkgever").distinct()):
        van = open_.filter(gebruiker=gebruiker, rol=rol, dossier__werkgever=werkgever)
        namens = _namens(apps, gebruiker, rol, werkgever)
        betrokkene.objects.filter(pk__in=list(van.values_list("pk", flat=True))).update(organisatie=namens)


def _namens(apps: Any, gebruiker: Any, rol: str, werkgever: Any) -> Any:
    """Give where the person has the role: running first, at the employer first, then under a contract with it.

    Who has it nowhere gets the employer: a role that the person does not have opens nothing.
    """
    vervullingen = list(apps.get_model("accounts", "Rolvervulling").objects.filter(gebruiker=gebruiker, rol=rol))
    contracten = apps.get_model("accounts", "Contract").objects.filter(opdrachtgever=werkgever)
    onder_contract = set(contracten.values_list("opdrachtnemer", flat=True))
    loopt_contract = set(contracten.filter(Q(tot=None) | Q(tot__gt=date.today())).values_list("opdrachtnemer", flat=True))

    def volgorde(rij: Any) -> tuple[bool, ...]:
        waar = rij.organisatie_id
        loopt = rij.tot is None or rij.tot > date.today()
        return (not loopt, waar != werkgever, waar not in loopt_contract, waar not in onder_contract)

    bekend = [rij for rij in vervullingen if rij.organisatie_id is not None]
    return min(bekend, key=volgorde).organisatie_id if bekend else werkgever


class Migration(migrations.Migration):
    """The old rules first: they say that a person and an organisation exclude each other."""

    dependencies: ClassVar = [("accounts", "0007_contracten"), ("dossiers", "0011_rol_eindigt_dezelfde_dag")]
    operations: ClassVar = [
        migrations.RemoveConstraint(model_name="betrokkene", name="betrokkene_persoon_of_organisatie"),
        migrations.RemoveConstraint(model_name="betrokkene", name="betrokkene_persoon_loopt_eenmaal"),
        migrations.RemoveConstraint(model_name="betrokkene", name="betrokkene_organisatie_loopt_eenmaal"),
        migrations.RemoveIndex(model_name="betrokkene", name="betrokkene_van_gebruiker"),
        migrations.RemoveIndex(model_name="betrokkene", name="betrokkene_van_organisatie"),
        migrations.RunPython(heen, migrations.RunPython.noop),
    ]

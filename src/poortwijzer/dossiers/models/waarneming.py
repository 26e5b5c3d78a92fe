"""Somebody does the work of a colleague for a time."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.rollen import Rol


class Waarneming(models.Model):
    """`waarnemer` has the roles of `afwezige` on dossiers, in one role at one organisation, from a day until a day.

    What it opens stands in the table of roles on dossiers, like every other role: a row per dossier.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    afwezige = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="wordt_waargenomen")
    waarnemer = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="neemt_waar")
    organisatie = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="waarnemingen")
    rol = models.CharField(max_length=30)
    vanaf = models.DateField()
    tot = models.DateField()
    created_by = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=nu, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(rol__in=sorted(rol.value for rol in Rol)), name="waarneming_rol_bestaat"
            ),
            models.CheckConstraint(condition=Q(tot__gt=F("vanaf")), name="waarneming_tot_na_vanaf"),
            models.CheckConstraint(condition=~Q(afwezige=F("waarnemer")), name="waarneming_door_een_ander"),
        ]
        indexes: ClassVar = [models.Index(fields=["afwezige", "rol", "tot"], name="waarneming_van_afwezige")]

    def __str__(self) -> str:
        return f"{self.rol} ({self.vanaf} - {self.tot})"

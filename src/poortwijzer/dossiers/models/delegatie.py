"""Who does tasks of the bedrijfsarts, under whose responsibility. It decides who gets in: it lies beside the roles."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from poortwijzer.dossiers.models.dossier import Dossier
from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu


class Delegatie(models.Model):
    """A bedrijfsarts leaves tasks on one dossier to a named person of the own organisation, from a day until a day.

    It always ends. Plain: it names people, days and tasks of a list, and nothing of the illness.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="delegaties")
    organisatie = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="delegaties")
    bedrijfsarts = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="gaf_delegaties")
    gedelegeerde = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="kreeg_delegaties")
    taken = models.JSONField(default=list)
    vanaf = models.DateField()
    tot = models.DateField()
    created_at = models.DateTimeField(default=nu, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(tot__gte=F("vanaf")), name="delegatie_tot_niet_voor_vanaf"),
            models.CheckConstraint(condition=~Q(bedrijfsarts=F("gedelegeerde")), name="delegatie_aan_een_ander"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["gedelegeerde", "dossier", "vanaf", "tot"], name="delegatie_van_gedelegeerde"),
        ]

    def __str__(self) -> str:
        return f"{self.vanaf} - {self.tot}"

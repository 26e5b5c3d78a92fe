"""Requests of the employee to correct what somebody else supplied."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from poortwijzer.dossiers.keuzes import Correctieantwoord
from poortwijzer.dossiers.models.dossier import Dossier, VanDossier
from poortwijzer.dossiers.models.feit import Feit
from poortwijzer.kluis.velden import VerzegeldeTekst
from poortwijzer.lib.ids import nieuw_id


class Correctieverzoek(VanDossier):
    """What the employee finds wrong in a fact or a document, and what who supplied it (`gericht_aan`) answered, once.

    `wat` names the fact or the document in words. The request changes nothing by itself: a correction is a new version,
    made by whose it is.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="correctieverzoeken")
    feit = models.ForeignKey(Feit, models.PROTECT, null=True, blank=True, related_name="+")
    stuk_id = models.UUIDField(null=True, blank=True)
    gericht_aan = models.CharField(max_length=40)
    wat = VerzegeldeTekst()
    verzoek = VerzegeldeTekst()
    gevraagd_door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField()
    antwoord = models.CharField(max_length=20, blank=True, choices=Correctieantwoord.choices)
    toelichting = VerzegeldeTekst()
    beantwoord_door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    beantwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "correctieverzoeken"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(feit__isnull=False, stuk_id__isnull=True) | Q(feit__isnull=True, stuk_id__isnull=False),
                name="correctieverzoek_over_een_ding",
            ),
            models.CheckConstraint(
                condition=Q(antwoord="", beantwoord_op__isnull=True, beantwoord_door__isnull=True)
                | Q(~Q(antwoord=""), beantwoord_op__isnull=False, beantwoord_door__isnull=False),
                name="correctieverzoek_geheel_beantwoord",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier", "-gevraagd_op"], name="correctie_van_dossier")]

    def __str__(self) -> str:
        return f"{self.gericht_aan} ({self.gevraagd_op:%Y-%m-%d})"

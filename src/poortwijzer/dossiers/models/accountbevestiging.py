"""Who said that an account is of this very employee. It decides who gets in: it lies beside the roles."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu

MEESTE_POGINGEN = 5


class Accountbevestiging(models.Model):
    """The medical side (`organisatie`) gave a code to the employee in person, and it was filled in from `gebruiker`.

    The employer links accounts, so a link alone proves nothing. `bevestigd_op` is empty until the code came back. Of
    the code only a hash is kept; a new one takes its place. Another account of the same employee starts anew.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    werknemer = models.ForeignKey("dossiers.Werknemer", models.CASCADE, related_name="accountbevestigingen")
    gebruiker = models.ForeignKey("accounts.Gebruiker", models.CASCADE, related_name="accountbevestigingen")
    organisatie = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="+")
    code_hash = models.CharField(max_length=64)
    pogingen = models.PositiveSmallIntegerField(default=0)
    created_by = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=nu)
    expires_at = models.DateTimeField()
    bevestigd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "accountbevestigingen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["werknemer", "gebruiker", "organisatie"], name="accountbevestiging_een_per_organisatie"
            ),
            models.CheckConstraint(
                condition=Q(pogingen__lte=MEESTE_POGINGEN), name="accountbevestiging_niet_eindeloos_raden"
            ),
            # Nobody says of himself who he is.
            models.CheckConstraint(
                condition=Q(created_by=None) | ~Q(created_by=F("gebruiker")), name="accountbevestiging_door_een_ander"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisatie_id} ({self.bevestigd_op or '…'})"

"""Wrapped keys. This table lives in a database of its own (alias `sleutels`), with its own short backup cycle."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from poortwijzer.lib.ids import nieuw_id


class Sleutelsoort(models.TextChoices):
    """What a key opens: all parts that an organisation owns, or one part of one dossier."""

    ORGANISATIE = "organisatie"
    DEEL = "deel"


class Sleutel(models.Model):
    """A key, wrapped by the key above it. Destroying it is emptying `ingepakt`; the row stays as proof.

    An organisation's key is wrapped by the installation's key `kek`; the key of a part by the organisation's. An
    organisation that got a new key has older ones, which are not `is_huidig`. A trigger refuses the key of a part under
    a key that was destroyed.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    soort = models.CharField(max_length=20, choices=Sleutelsoort.choices)
    organisatie_id = models.UUIDField()
    dossier_id = models.UUIDField(null=True, blank=True)
    deel = models.CharField(max_length=40, blank=True)
    ouder = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="kinderen")
    kek = models.CharField(max_length=40, blank=True)
    ingepakt = models.BinaryField(null=True)
    created_at = models.DateTimeField()
    vernietigd_op = models.DateTimeField(null=True, blank=True)
    is_huidig = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "sleutels"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisatie_id"],
                condition=Q(soort="organisatie", is_huidig=True),
                name="sleutel_organisatie_een_huidige",
            ),
            models.UniqueConstraint(
                fields=["dossier_id", "deel"], condition=Q(soort="deel"), name="sleutel_deel_eenmaal"
            ),
            models.CheckConstraint(
                condition=Q(soort="organisatie", ouder__isnull=True, dossier_id__isnull=True) & ~Q(kek="")
                | Q(soort="deel", ouder__isnull=False, dossier_id__isnull=False) & ~Q(deel=""),
                name="sleutel_heeft_wat_erboven_hoort",
            ),
            models.CheckConstraint(
                condition=Q(ingepakt__isnull=False, vernietigd_op__isnull=True)
                | Q(ingepakt__isnull=True, vernietigd_op__isnull=False),
                name="sleutel_heel_of_vernietigd",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.id}"

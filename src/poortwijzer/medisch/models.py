"""The tables of the medical record. Rows only come: a correction names the row that it replaces.

Triggers in the database refuse UPDATE and DELETE (see `migrations/0002`). What a row says, its kind and its day
included, is sealed under the key of the medical part; plain is only who wrote it and when.
"""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from poortwijzer.kluis.vak import Vak, Vaksoort
from poortwijzer.kluis.velden import Kluishouder, VerzegeldeJson
from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu
from poortwijzer.medisch.regel import Overdrachtsgrond
from poortwijzer.toegang.rollen import Rol


class Medischeregel(Kluishouder, models.Model):
    """Something in the medical record of one dossier; `inhoud` is a `medisch.regel.Regel` as JSON.

    `eigenaar` owns the record: the arbodienst, or the organisation of an independent bedrijfsarts. `rol` is as who
    `created_by` wrote; `verantwoordelijke` the bedrijfsarts on whose behalf, where tasks were left to somebody.
    `is_werkaantekening`: the doctor's own memory, which is no part of the record that the employee may read.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    eigenaar = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="+")
    is_werkaantekening = models.BooleanField(default=False)
    inhoud = VerzegeldeJson()
    vervangt = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="vervangen_door")
    rol = models.CharField(max_length=30, choices=[(rol.value, rol.value) for rol in Rol])
    created_by = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=nu, editable=False)
    verantwoordelijke = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(inhoud__isnull=False), name="medischeregel_zegt_iets"),
            models.CheckConstraint(
                condition=Q(vervangt__isnull=True) | ~Q(vervangt=F("id")), name="medischeregel_vervangt_een_ander"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier", "-created_at"], name="medischeregel_van_dossier")]

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d}"

    def kluisvak(self) -> Vak:
        """The medical part of the dossier."""
        return Vak(self.dossier_id, Vaksoort.MEDISCH)

    def kluiseigenaar(self) -> UUID:
        """The organisation of the bedrijfsarts."""
        return self.eigenaar_id


class Overdracht(models.Model):
    """The record of one dossier went from one organisation to another, with its key.

    Whose a row is now follows from these (`eigendom`); `verteld_op` is the day on which the employee was told.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    van = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="+")
    naar = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="+")
    grond = models.CharField(max_length=30, choices=[(grond.value, grond.value) for grond in Overdrachtsgrond])
    verteld_op = models.DateField()
    created_by = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=nu, editable=False)

    class Meta:
        verbose_name_plural = "overdrachten"
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(van=F("naar")), name="overdracht_naar_een_ander"),
        ]

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d}"

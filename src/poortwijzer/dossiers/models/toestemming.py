"""Consent: what was asked of the employee, and every answer. Rows never change (triggers); the newest answer counts."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from poortwijzer.dossiers.models.dossier import Dossier
from poortwijzer.kluis.vak import Vak, Vaksoort
from poortwijzer.kluis.velden import Kluishouder, VerzegeldeTekst
from poortwijzer.lib.ids import nieuw_id
from poortwijzer.toegang.toestemmingen import Keuze, Toestemmingsdoel, Wijze


class Toestemming(Kluishouder, models.Model):
    """One thing that somebody asked the employee to agree to: for whom (`aan`), what exactly, and in which words.

    `onderwerp_id` is the document or the item that it is about, if it has one, and `deel` its kind. What is asked of
    the treating sector belongs to the medical part of `eigenaar`; the rest to its employer. `organisatie` is for whom
    `rol` asked.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="toestemmingen")
    eigenaar = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="+")
    doel = models.CharField(max_length=30, choices=[(doel.value, doel.value) for doel in Toestemmingsdoel])
    deel = models.CharField(max_length=30, blank=True)
    onderwerp_id = models.UUIDField(null=True, blank=True)
    aan = VerzegeldeTekst()
    onderwerp = VerzegeldeTekst()
    tekst = VerzegeldeTekst()
    tekstversie = models.PositiveSmallIntegerField()
    rol = models.CharField(max_length=30)
    organisatie = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="+")
    gevraagd_door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField()

    class Meta:
        verbose_name_plural = "toestemmingen"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(aan__isnull=False, onderwerp__isnull=False, tekst__isnull=False),
                name="toestemming_zegt_waarvoor",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["dossier", "doel", "onderwerp_id"], name="toestemming_van_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.doel} ({self.gevraagd_op:%Y-%m-%d})"

    def kluisvak(self) -> Vak:
        """Give the part of the dossier that the texts belong to."""
        is_medisch = self.doel == Toestemmingsdoel.BEHANDELAAR_VRAGEN
        return Vak(self.dossier_id, Vaksoort.MEDISCH if is_medisch else Vaksoort.RE_INTEGRATIE)

    def kluiseigenaar(self) -> UUID:
        """Give the organisation that owns that part."""
        return self.eigenaar_id


class Toestemmingskeuze(models.Model):
    """What the employee said. `door` is the employee, or who noted it for an employee without an account.

    Of what was noted: `gezegd_op`, the day on which it was said or signed, and `vindplaats`, where the paper is.
    """

    id = models.BigAutoField(primary_key=True)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+")
    toestemming = models.ForeignKey(Toestemming, models.PROTECT, related_name="keuzes")
    keuze = models.CharField(max_length=20, choices=[(keuze.value, keuze.value) for keuze in Keuze])
    wijze = models.CharField(max_length=20, choices=[(wijze.value, wijze.value) for wijze in Wijze])
    door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    op = models.DateTimeField()
    gezegd_op = models.DateField(null=True, blank=True)
    # NULL and not empty: SQLite would make the table anew, without the triggers that let no row change.
    vindplaats = models.CharField(max_length=80, null=True, blank=True)  # noqa: DJ001  # as above

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(keuze__in=sorted(keuze.value for keuze in Keuze)), name="toestemmingskeuze_bestaat"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.keuze} ({self.op:%Y-%m-%d})"

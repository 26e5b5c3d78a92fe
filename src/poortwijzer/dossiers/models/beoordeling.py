"""Receipts of judgements, and the log of the upkeep that keeps them current."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from poortwijzer.dossiers.models.dossier import Dossier, VanDossier
from poortwijzer.kluis.velden import VerzegeldeJson
from poortwijzer.lib.ids import nieuw_id


class Beoordeling(VanDossier):
    """A receipt: with which catalogue and facts a dossier was judged, and only what changed since the last one.

    `uitkomsten` holds per norm id the new outcomes (empty: the norm has none any more); the rest is replayed
    from the facts. Rows never change (triggers).
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="beoordelingen")
    vorige = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="volgende")
    peildatum = models.DateField()
    gemaakt_op = models.DateTimeField()
    catalogusversie = models.CharField(max_length=64)
    houdbaar_tot = models.DateField(null=True, blank=True)
    feiten = models.JSONField()
    uitkomsten = VerzegeldeJson()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(houdbaar_tot__isnull=True) | Q(houdbaar_tot__gt=F("peildatum")),
                name="beoordeling_houdbaar_na_peildatum",
            ),
            models.CheckConstraint(condition=~Q(catalogusversie=""), name="beoordeling_heeft_catalogusversie"),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(vorige__isnull=True), name="beoordeling_eerste_eenmaal"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier", "-gemaakt_op"], name="beoordeling_van_dossier")]

    def __str__(self) -> str:
        return f"{self.peildatum}"


class Uitkomstsporen(VanDossier):
    """The fingerprint of every outcome of the last receipt, so that the next one stores only what changed.

    A projection: replaying the receipts gives it again.
    """

    dossier = models.OneToOneField(Dossier, models.PROTECT, primary_key=True, related_name="sporen")
    laatste = models.OneToOneField(Beoordeling, models.PROTECT, related_name="+")
    sporen = VerzegeldeJson()

    class Meta:
        verbose_name_plural = "uitkomstsporen"

    def __str__(self) -> str:
        return f"{self.dossier_id}"


class Onderhoud(models.Model):
    """One run of the upkeep; without `finished_at` it still runs, or was killed and the next one goes on."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    peildatum = models.DateField()
    catalogusversie = models.CharField(max_length=64)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    aantal_gedaan = models.PositiveIntegerField(default=0)
    aantal_mislukt = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "onderhoud"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("started_at")),
                name="onderhoud_eindigt_na_begin",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["finished_at", "peildatum"], name="onderhoud_laatste")]

    def __str__(self) -> str:
        return f"{self.peildatum}"

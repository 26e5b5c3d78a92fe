"""The tables of the log: its rows, and where its oldest part was pruned."""

from typing import ClassVar

from django.db import models

from poortwijzer.lib.ids import nieuw_id


class Auditregel(models.Model):
    """One thing that somebody did, read or was refused. Identifiers only: no name and no content of a dossier.

    Rows are made by `audit.record` and never changed or removed: triggers on both databases refuse it. The
    rows of one organisation form a chain: `volgnummer` counts from 1, and `hash` covers the row and the hash
    of the row before it. What each column means in the words of NEN 7513 stands in `docs/uitleg/logboek.md`.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie_id = models.UUIDField()
    volgnummer = models.PositiveBigIntegerField()
    tijdstip = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    verantwoordelijke_id = models.UUIDField(null=True)
    rol = models.CharField(max_length=30, blank=True)
    handeling = models.CharField(max_length=60)
    dossier_id = models.UUIDField(null=True)
    onderdeel = models.CharField(max_length=120, blank=True)
    uitkomst = models.CharField(max_length=10)
    reden = models.CharField(max_length=200, blank=True)
    doel = models.CharField(max_length=120, blank=True)
    is_nood = models.BooleanField(default=False)
    toestemming_id = models.UUIDField(null=True)
    profiel = models.CharField(max_length=16, blank=True)
    vorige_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisatie_id", "volgnummer"], name="auditregel_volgnummer_uniek"),
            models.CheckConstraint(
                condition=models.Q(uitkomst__in=["gelukt", "geweigerd"]), name="auditregel_uitkomst_bestaat"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["dossier_id", "-tijdstip"], name="auditregel_dossier"),
            models.Index(fields=["actor_id", "-tijdstip"], name="auditregel_actor"),
            models.Index(fields=["organisatie_id", "-tijdstip"], name="auditregel_organisatie"),
        ]

    def __str__(self) -> str:
        return f"{self.organisatie_id} #{self.volgnummer} {self.handeling}"


class Snoeipunt(models.Model):
    """The rows of one chain up to `aantal` were past their term and were removed; the last had the hash `hash`.

    It is signed under the key of the log, so that nobody without it can pass a deletion off as pruning. The
    triggers on the rows let go of what stands before a point, and of nothing else. Made by `audit.snoei`.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie_id = models.UUIDField()
    aantal = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)
    tijdstip = models.DateTimeField()
    handtekening = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisatie_id", "aantal"], name="snoeipunt_aantal_uniek"),
        ]

    def __str__(self) -> str:
        return f"{self.organisatie_id} tot en met #{self.aantal}"

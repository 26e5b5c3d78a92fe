"""Files that came in from outside: what they are, and their content, each sealed under the key of the dossier."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from poortwijzer.bijlagen.typen import Bestandstype
from poortwijzer.dossiers.keuzes import Afzender
from poortwijzer.dossiers.models.dossier import Dossier, VanDossier
from poortwijzer.dossiers.models.feit import Feit
from poortwijzer.kluis.velden import VerzegeldeBytes, VerzegeldeTekst
from poortwijzer.lib.ids import nieuw_id


class Bijlage(VanDossier):
    """A file about one part of a dossier (`deel`), added in a role, with the day of what is in it (`van_op`).

    `feit` is what the timeline counts because of it: that there is such a document of that day. It points at the newest
    version of that fact. What was taken away keeps its row, and loses its content.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="bijlagen")
    deel = models.CharField(max_length=40)
    van_op = models.DateField()
    ontvangen_op = models.DateField()
    ontvangen_van = models.CharField(max_length=20, choices=Afzender.choices)
    rol = models.CharField(max_length=30)
    toegevoegd_door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    toegevoegd_op = models.DateTimeField()
    naam = VerzegeldeTekst()
    toelichting = VerzegeldeTekst()
    bestandstype = models.CharField(max_length=10, choices=[(soort.value, soort.value) for soort in Bestandstype])
    aantal_bytes = models.PositiveIntegerField()
    vingerafdruk = VerzegeldeTekst()
    feit = models.OneToOneField(Feit, models.PROTECT, null=True, blank=True, related_name="bijlage")
    bevestigd_door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    intrekreden = VerzegeldeTekst()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(deel="") & ~Q(rol=""), name="bijlage_heeft_deel_en_rol"),
            models.CheckConstraint(
                condition=Q(naam__isnull=False, vingerafdruk__isnull=False, aantal_bytes__gt=0),
                name="bijlage_heeft_naam_en_inhoud",
            ),
            models.CheckConstraint(
                condition=Q(bevestigd_op__isnull=True, bevestigd_door__isnull=True)
                | Q(bevestigd_op__isnull=False, bevestigd_door__isnull=False),
                name="bijlage_bevestigd_door_iemand",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_door__isnull=True)
                | Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False, intrekreden__isnull=False),
                name="bijlage_ingetrokken_met_reden",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier", "toegevoegd_op"], name="bijlage_van_dossier")]

    def __str__(self) -> str:
        return f"{self.deel} ({self.van_op})"


class Bijlageinhoud(VanDossier):
    """The bytes of a file; in a table of their own, so that a list never reads them."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+")
    bijlage = models.OneToOneField(Bijlage, models.PROTECT, related_name="inhoud")
    inhoud = VerzegeldeBytes()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(inhoud__isnull=False), name="bijlageinhoud_heeft_inhoud"),
        ]

    def __str__(self) -> str:
        return str(self.bijlage_id)

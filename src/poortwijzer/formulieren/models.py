"""The documents of a dossier and what the parties say about them. What people wrote is sealed (see `kluis`)."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from poortwijzer.formulieren.register import soort_van
from poortwijzer.formulieren.soort import Soort
from poortwijzer.kluis.vak import Vak
from poortwijzer.kluis.velden import Kluishouder, VerzegeldeJson, VerzegeldeTekst
from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu


class Formulier(Kluishouder, models.Model):
    """One document: a draft, or a version that is frozen for ever (the database refuses to change it).

    `inhoud` holds the answers per field, also those that cannot be read; `invullers` the role that gave each;
    `dictaten` who wrote down somebody else's words and whether that person confirmed them; `redenen` why a part is
    missing. `versie` goes up with every save
    of the draft and `sporen` remembers per field the marks of its values, so that two people who save at the
    same time lose nothing. `vorige` is the frozen version that this one follows.
    """

    class Fase(models.TextChoices):
        """A draft can change, a frozen document cannot."""

        CONCEPT = "concept", _("concept")
        DEFINITIEF = "definitief", _("definitief")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="formulieren")
    soort = models.CharField(max_length=40)
    vormversie = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=Fase.choices, default=Fase.CONCEPT)
    versienummer = models.PositiveIntegerField(default=1)
    vorige = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="opvolger")
    inhoud = VerzegeldeJson(default=dict)
    invullers = models.JSONField(default=dict, blank=True)
    dictaten = VerzegeldeJson(default=dict, blank=True)
    redenen = VerzegeldeJson(default=list, blank=True)
    opgesteld_op = models.DateField(null=True, blank=True)
    inhoud_hash = VerzegeldeTekst()
    versie = models.PositiveIntegerField(default=0)
    sporen = VerzegeldeJson(default=dict, blank=True)
    created_by = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=nu, editable=False)
    updated_by = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    updated_at = models.DateTimeField(default=nu)
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    vastgesteld_door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    vastgesteld_als = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(status="concept", inhoud_hash__isnull=True, vastgesteld_op__isnull=True)
                | Q(
                    ~Q(vastgesteld_als=""),
                    status="definitief",
                    inhoud_hash__isnull=False,
                    opgesteld_op__isnull=False,
                    vastgesteld_op__isnull=False,
                    vastgesteld_door__isnull=False,
                ),
                name="formulier_concept_of_vastgesteld",
            ),
            models.CheckConstraint(
                condition=Q(vorige__isnull=True) | ~Q(vorige=F("id")), name="formulier_volgt_niet_zichzelf"
            ),
            models.UniqueConstraint(
                fields=["dossier", "soort"], condition=Q(status="concept"), name="formulier_een_concept_per_soort"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["dossier", "soort", "-opgesteld_op"], name="formulier_van_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.versienummer} ({self.status})"

    def kluisvak(self) -> Vak:
        """The re-integration part of the dossier, also for what the bedrijfsarts makes for it."""
        return Vak(self.dossier_id)

    def kluiseigenaar(self) -> UUID:
        """The employer."""
        return self.dossier.werkgever_id

    @property
    def vorm(self) -> Soort:
        """The kind, in the version of the form that this document was made with."""
        return soort_van(self.soort, self.vormversie)

    @property
    def is_definitief(self) -> bool:
        """Whether this version is frozen."""
        return self.status == self.Fase.DEFINITIEF


class Standpunt(Kluishouder, models.Model):
    """What a party says about a frozen document. A later statement stands beside the earlier one, never over it.

    With `niet_bereikbaar` somebody else says it, and `eigen_woorden` holds why and how it was tried.
    """

    class Keuze(models.TextChoices):
        """Agree, disagree, seen, an own view that says neither, or not reached."""

        EENS = "eens", _("eens")
        ONEENS = "oneens", _("niet eens")
        GEZIEN = "gezien", _("gezien")
        ZIENSWIJZE = "zienswijze", _("eigen zienswijze")
        NIET_BEREIKBAAR = "niet_bereikbaar", _("niet bereikt")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    formulier = models.ForeignKey(Formulier, models.PROTECT, related_name="standpunten")
    partij = models.CharField(max_length=30)
    standpunt = VerzegeldeTekst(choices=Keuze.choices)
    eigen_woorden = VerzegeldeTekst()
    door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    op = models.DateTimeField(default=nu, editable=False)

    class Meta:
        ordering: ClassVar = ["op", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(standpunt__isnull=False), name="standpunt_zegt_iets"),
        ]
        indexes: ClassVar = [models.Index(fields=["formulier", "partij", "-op"], name="standpunt_van_partij")]

    def __str__(self) -> str:
        return f"{self.partij} ({self.op})"

    def kluisvak(self) -> Vak:
        """That of the document."""
        return self.formulier.kluisvak()

    def kluiseigenaar(self) -> UUID:
        """That of the document."""
        return self.formulier.kluiseigenaar()


class Klad(Kluishouder, models.Model):
    """What one person typed in a draft and did not save: the form as it was sent, for that person alone.

    Saved by itself while somebody types, so that nothing is lost; others see a text once its writer saved it and was
    asked about medical words. `namens` is for whom it was written down, if for another.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    formulier = models.ForeignKey(Formulier, models.CASCADE, related_name="kladden")
    gebruiker = models.ForeignKey("accounts.Gebruiker", models.CASCADE, related_name="+")
    namens = models.CharField(max_length=30, blank=True)
    velden = VerzegeldeTekst()
    updated_at = models.DateTimeField(default=nu)

    class Meta:
        verbose_name_plural = "kladden"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["formulier", "gebruiker", "namens"], name="klad_een_per_persoon"),
        ]

    def __str__(self) -> str:
        return f"{self.formulier_id} ({self.updated_at})"

    def kluisvak(self) -> Vak:
        """That of the document."""
        return self.formulier.kluisvak()

    def kluiseigenaar(self) -> UUID:
        """That of the document."""
        return self.formulier.kluiseigenaar()

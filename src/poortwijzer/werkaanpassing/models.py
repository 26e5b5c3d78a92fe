"""The tables of a trajectory werkaanpassing. What people wrote is sealed under the key of the employer's part.

Who reads a form is decided by its variant: see `zicht` in the rule core, and the second lock in `slot.tabellen`.
Rows of a form that is final never change (triggers, `migrations/0002`). Ids are random: one made from a clock or a
counter would tell that something lies between two rows.
"""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from poortnormen.bronnen.werkaanpassing.soorten import PARTIJEN, STAPPEN_B, Variant
from poortwijzer.kluis.vak import Vak
from poortwijzer.kluis.velden import Kluishouder, VerzegeldeJson
from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.rollen import Rol


class _VanDossier(Kluishouder, models.Model):
    """A row in the re-integration part of a dossier."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def kluisvak(self) -> Vak:
        """The re-integration part of the dossier."""
        return Vak(self.dossier_id)

    def kluiseigenaar(self) -> UUID:
        """The employer."""
        return self.dossier.werkgever_id


class Traject(_VanDossier):
    """One trajectory. `aanvraag` is an `Aanvraag` of the rule core; `begeleider` the guide, once somebody took it on.

    `begeleider_verklaarde_op` is when that person said not to treat the employee; `behandelaars` are the accounts of
    whom the employee said that they do.
    """

    class Stand(models.TextChoices):
        """Where it is; only a trajectory that runs changes."""

        LOOPT = "loopt"
        AFGEROND = "afgerond"
        GESTOPT = "gestopt"

    stand = models.CharField(max_length=10, choices=Stand.choices, default=Stand.LOOPT)
    aanvraag = VerzegeldeJson()
    aangevraagd_op = models.DateField()
    aangevraagd_als = models.CharField(max_length=30, choices=[(rol.value, rol.value) for rol in Rol])
    begeleider = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    begeleider_verklaarde_op = models.DateTimeField(null=True, blank=True)
    behandelaars = VerzegeldeJson(null=True, blank=True)
    versie = models.PositiveIntegerField(default=0)
    created_by = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=nu, editable=False)

    class Meta:
        verbose_name_plural = "trajecten"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(aanvraag__isnull=False), name="traject_heeft_aanvraag"),
            models.CheckConstraint(
                condition=Q(begeleider__isnull=True) | Q(begeleider_verklaarde_op__isnull=False),
                name="traject_begeleider_verklaarde",
            ),
            models.UniqueConstraint(fields=["dossier"], condition=Q(stand="loopt"), name="traject_loopt_eenmaal"),
        ]

    def __str__(self) -> str:
        return f"{self.stand} ({self.aangevraagd_op})"


class Ronde(_VanDossier):
    """One time through the steps. Closed (`gesloten_op`), it is only read; a next round is a new row.

    `voorbereiding` is what B1 gave and `afronding` what B5 decides, both as in the rule core. `verloop` says of every
    step that was taken who took it, when, and why something was left open. `samen_op`: the joint form was opened, and
    from then on the employee reads what the manager prepared. `klaar_*`: that party's list of ideas is complete.
    """

    traject = models.ForeignKey(Traject, models.PROTECT, related_name="rondes")
    nummer = models.PositiveSmallIntegerField()
    stap = models.CharField(max_length=2, choices=[(stap.value, stap.value) for stap in STAPPEN_B])
    voorbereiding = VerzegeldeJson(null=True, blank=True)
    afronding = VerzegeldeJson(null=True, blank=True)
    verloop = VerzegeldeJson(null=True, blank=True)
    begonnen_op = models.DateField()
    samen_op = models.DateTimeField(null=True, blank=True)
    klaar_werknemer_op = models.DateTimeField(null=True, blank=True)
    klaar_leidinggevende_op = models.DateTimeField(null=True, blank=True)
    gesloten_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["traject", "nummer"], name="ronde_nummer_eenmaal"),
            models.UniqueConstraint(
                fields=["traject"], condition=Q(gesloten_op__isnull=True), name="ronde_loopt_eenmaal"
            ),
            models.CheckConstraint(condition=Q(nummer__gte=1), name="ronde_nummer_vanaf_een"),
        ]

    def __str__(self) -> str:
        return f"{self.nummer} {self.stap}"


class Lijst(_VanDossier):
    """One of the three bottleneck forms of a round. `inhoud` is what stands beside the bottlenecks: tasks, answers.

    `bevestigd_*` is the party's own yes to this very content; `vastgesteld_op` follows when all who must, said so.
    `inbreng` (of the employee's form only) says which row of the joint form came from which row here.
    """

    ronde = models.ForeignKey(Ronde, models.PROTECT, related_name="lijsten")
    variant = models.CharField(max_length=20, choices=[(variant.value, variant.value) for variant in Variant])
    inhoud = VerzegeldeJson(null=True, blank=True)
    inbreng = VerzegeldeJson(null=True, blank=True)
    bevestigd_werknemer_op = models.DateTimeField(null=True, blank=True)
    bevestigd_leidinggevende_op = models.DateTimeField(null=True, blank=True)
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "lijsten"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ronde", "variant"], name="lijst_variant_eenmaal"),
            models.CheckConstraint(
                condition=Q(inbreng__isnull=True) | Q(variant=Variant.WERKNEMER.value),
                name="lijst_inbreng_van_werknemer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.variant} ({self.ronde_id})"


class Knelpuntregel(_VanDossier):
    """One bottleneck on one form; `inhoud` is a `lezen.Regelinhoud` as JSON. `versie` guards against overwriting."""

    lijst = models.ForeignKey(Lijst, models.PROTECT, related_name="regels")
    inhoud = VerzegeldeJson()
    versie = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(inhoud__isnull=False), name="knelpuntregel_zegt_iets"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Oplossingregel(_VanDossier):
    """One idea for a bottleneck of the joint form, with its marks; `inhoud` is a `lezen.Ideeinhoud` as JSON.

    `aangedragen_door` decides who reads it as long as the parties are still thinking apart.
    """

    ronde = models.ForeignKey(Ronde, models.PROTECT, related_name="oplossingen")
    knelpunt = models.ForeignKey(Knelpuntregel, models.PROTECT, related_name="oplossingen")
    aangedragen_door = models.CharField(
        max_length=30, choices=[(rol.value, rol.value) for rol in (*PARTIJEN, Rol.PROCESBEGELEIDER)]
    )
    inhoud = VerzegeldeJson()
    versie = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(inhoud__isnull=False), name="oplossingregel_zegt_iets"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

"""The fact store: what was said about a case, when it held and when it was recorded. Rows never change.

Triggers in the database refuse UPDATE and DELETE on both tables (see `migrations/0002`).
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from poortwijzer.dossiers.keuzes import VerwachteDuur
from poortwijzer.dossiers.models.dossier import Dossier, VanDossier
from poortwijzer.kluis.velden import VerzegeldeJson, VerzegeldeTekst
from poortwijzer.lib.ids import nieuw_id


class Feit(VanDossier):
    """One fact in the exchange format of the core. A correction is a new row that names what it replaces.

    `op` is the day from which the fact holds (none: it follows from the value, or has no day); `vastgelegd_op`
    is when it was recorded. `waarde` null withdraws the fact in `vervangt`. `volgnummer` orders the facts of a
    dossier. `stuk_id` is the document that the fact follows from, if any.
    `weging` is, at a judgement, which points of the source its giver let weigh.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="feiten")
    volgnummer = models.PositiveIntegerField()
    naam = models.CharField(max_length=80)
    waarde = VerzegeldeJson(null=True)
    op = models.DateField(null=True, blank=True)
    vastgelegd_op = models.DateTimeField()
    gever = models.CharField(max_length=40)
    vastgelegd_door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    vervangt = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="vervangen_door")
    motivering = VerzegeldeTekst()
    weging = VerzegeldeJson(null=True)
    stuk_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(naam="") & ~Q(gever=""), name="feit_heeft_naam_en_gever"),
            models.CheckConstraint(
                condition=Q(vervangt__isnull=True) | ~Q(vervangt=F("id")), name="feit_vervangt_een_ander"
            ),
            models.UniqueConstraint(fields=["dossier", "volgnummer"], name="feit_volgnummer_eenmaal"),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier", "naam"], name="feit_van_dossier")]

    def __str__(self) -> str:
        return f"{self.naam} ({self.volgnummer})"


class Ziekmelding(VanDossier):
    """What else an employer may ask when somebody reports sick. There is no column for the nature or the cause.

    Facts that the rules need (first sick day, working days, whether a vangnet applies) are in `Feit`; `feit` is
    the report itself among them.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="ziekmeldingen")
    feit = models.OneToOneField(Feit, models.PROTECT, related_name="ziekmelding")
    bereikbaar_op = VerzegeldeTekst()
    verblijfadres = VerzegeldeTekst()
    verwachte_duur = VerzegeldeTekst(choices=VerwachteDuur.choices, default=VerwachteDuur.ONBEKEND)
    lopend_werk = VerzegeldeTekst()
    is_arbeidsongeval = VerzegeldeJson(null=True)
    is_verkeersongeval_met_verhaal = VerzegeldeJson(null=True)

    def __str__(self) -> str:
        return f"{self.feit_id}"

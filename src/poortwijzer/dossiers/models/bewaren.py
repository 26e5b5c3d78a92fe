"""Keeping and erasing: own terms, holds, rounds of erasure that people approve, and what was erased.

Nothing here tells what is in a dossier: whoever runs the installation reads it. What outlives a dossier names it by
its reference and its number only.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from poortwijzer.dossiers.keuzes import Blokkadegrond, Wisgrond
from poortwijzer.dossiers.models.dossier import VanDossier
from poortwijzer.kluis.vak import Vak, Vaksoort
from poortwijzer.kluis.velden import VerzegeldeTekst
from poortwijzer.lib.ids import nieuw_id

_DELEN = [(deel.value, deel.value) for deel in Vaksoort]


class Bewaartermijn(models.Model):
    """An organisation keeps a part shorter or longer than usual, and says why. Of a part the newest counts."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="bewaartermijnen")
    deel = models.CharField(max_length=40)
    jaren = models.PositiveSmallIntegerField()
    motivering = models.CharField(max_length=500)
    created_by = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(motivering=""), name="bewaartermijn_is_gemotiveerd"),
        ]
        indexes: ClassVar = [models.Index(fields=["organisatie", "deel", "-created_at"], name="bewaartermijn_laatste")]

    def __str__(self) -> str:
        return f"{self.deel}: {self.jaren}"


class Bewaarblokkade(VanDossier):
    """A conflict or procedure for which (a part of) a dossier stays; `deel` empty means all of it.

    From `vanaf` (inclusive) until `tot` (exclusive); `toelichting` is for who may read the dossier. `bekeken_op` is the
    last day on which somebody said that it is still needed.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="bewaarblokkades")
    deel = models.CharField(max_length=40, choices=_DELEN, blank=True)
    grond = models.CharField(max_length=30, choices=Blokkadegrond.choices)
    toelichting = VerzegeldeTekst()
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    bekeken_op = models.DateField(null=True, blank=True)
    bekeken_door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    created_by = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gt=F("vanaf")), name="bewaarblokkade_tot_na_vanaf"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grond} ({self.vanaf})"

    def kluisvak(self) -> Vak:
        """The part that it holds; for all of the dossier that of the employer."""
        return Vak(self.dossier_id, Vaksoort(self.deel) if self.deel else Vaksoort.RE_INTEGRATIE)


class VanVerzoek(models.Model):
    """What was weighed of a request to erase: its day, which exception of the law, and whether that one holds.

    Empty for what goes because its term is over, and for requests from before this was asked.
    """

    verzocht_op = models.DateField(null=True, blank=True)
    # Nothing and not "": the triggers name the table of `Wissing`, so SQLite must add the column without a new table.
    uitzondering = models.CharField(max_length=30, null=True, blank=True)  # noqa: DJ001  # see above
    uitzondering_geldt = models.BooleanField(null=True, blank=True)

    class Meta:
        abstract = True


_VERZOEK_IS_HEEL = Q(verzocht_op__isnull=True, uitzondering__isnull=True, uitzondering_geldt__isnull=True) | (
    Q(verzocht_op__isnull=False, uitzondering__isnull=False, uitzondering_geldt__isnull=False, grond="verzoek")
    & ~Q(uitzondering="")
)


class Wisronde(VanVerzoek):
    """A list of what has to go, for one organisation that owns it: made, approved by another, and carried out.

    A request that an exception of the law stops is a list that nobody approves: `AFGEWEZEN`.
    """

    class Stand(models.TextChoices):
        """How far it is."""

        VOORSTEL = "voorstel", _("wacht op goedkeuring")
        GOEDGEKEURD = "goedgekeurd", _("goedgekeurd")
        KLAAR = "klaar", _("uitgevoerd")
        INGETROKKEN = "ingetrokken", _("ingetrokken")
        AFGEWEZEN = "afgewezen", _("niet gewist: een uitzondering geldt")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="wisrondes")
    grond = models.CharField(max_length=20, choices=Wisgrond.choices)
    peildatum = models.DateField()
    stand = models.CharField(max_length=20, choices=Stand.choices, default=Stand.VOORSTEL)
    aantal_onbekend = models.PositiveIntegerField(default=0)
    created_by = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()
    goedgekeurd_door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    goedgekeurd_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(goedgekeurd_door__isnull=True, goedgekeurd_op__isnull=True)
                | Q(goedgekeurd_door__isnull=False, goedgekeurd_op__isnull=False),
                name="wisronde_goedgekeurd_door_iemand",
            ),
            # Four eyes: nobody approves the own list, also not by a way around the act.
            models.CheckConstraint(
                condition=Q(goedgekeurd_door__isnull=True)
                | Q(created_by__isnull=True)
                | ~Q(goedgekeurd_door=F("created_by")),
                name="wisronde_vier_ogen",
            ),
            models.CheckConstraint(
                condition=Q(stand__in=["voorstel", "ingetrokken", "afgewezen"]) | Q(goedgekeurd_door__isnull=False),
                name="wisronde_niet_zonder_goedkeuring",
            ),
            models.CheckConstraint(condition=_VERZOEK_IS_HEEL, name="wisronde_verzoek_is_heel"),
            # What an exception of the law keeps is not approved either.
            models.CheckConstraint(
                condition=Q(uitzondering_geldt__isnull=True)
                | Q(uitzondering_geldt=False)
                | Q(uitzondering_geldt=True, stand="afgewezen"),
                name="wisronde_uitzondering_wist_niets",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisatie", "-created_at"], name="wisronde_van_organisatie")]

    def __str__(self) -> str:
        return f"{self.grond} {self.peildatum} ({self.stand})"


class Wisregel(models.Model):
    """One part of one dossier on such a list: that it would go and since when, or what holds it."""

    class Uitkomst(models.TextChoices):
        """What happens with it, or happened."""

        WEG = "weg", _("gaat weg")
        BLIJFT = "blijft", _("blijft voorlopig")
        GEWIST = "gewist", _("gewist")
        MISLUKT = "mislukt", _("niet gelukt")

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    ronde = models.ForeignKey(Wisronde, models.CASCADE, related_name="regels")
    dossier_id = models.UUIDField(db_index=True)
    kenmerk = models.CharField(max_length=40)
    deel = models.CharField(max_length=40, choices=_DELEN)
    norm = models.CharField(max_length=40, blank=True)
    weg_vanaf = models.DateField(null=True, blank=True)
    na_te_gaan = models.JSONField(default=list)
    uitkomst = models.CharField(max_length=10, choices=Uitkomst.choices)
    blokkade = models.CharField(max_length=30, blank=True)
    fout = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ronde", "dossier_id", "deel"], name="wisregel_eenmaal"),
        ]

    def __str__(self) -> str:
        return f"{self.kenmerk} {self.deel}"


class Wissing(VanVerzoek):
    """A part of a dossier that was erased, for ever. The triggers of append-only tables let go of its rows only.

    It begins in the transaction that deletes the rows; then the key is destroyed, and then it is closed. Without
    `afgerond_op` it stopped half-way, and the next run finishes it. `kopie_weg_op` is the day on which the last backup
    of the key store from before is gone.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier_id = models.UUIDField()
    kenmerk = models.CharField(max_length=40)
    deel = models.CharField(max_length=40, choices=_DELEN)
    organisatie = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="wissingen")
    grond = models.CharField(max_length=20, choices=Wisgrond.choices)
    norm = models.CharField(max_length=40, blank=True)
    weg_vanaf = models.DateField(null=True, blank=True)
    aantal_rijen = models.PositiveIntegerField(default=0)
    begonnen_op = models.DateTimeField()
    goedgekeurd_door = models.ForeignKey("accounts.Gebruiker", models.SET_NULL, null=True, related_name="+")
    sleutel_vernietigd_op = models.DateTimeField(null=True, blank=True)
    kopie_weg_op = models.DateField(null=True, blank=True)
    afgerond_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "wissingen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier_id", "deel"], name="wissing_eenmaal"),
            models.CheckConstraint(
                condition=Q(afgerond_op__isnull=True)
                | Q(sleutel_vernietigd_op__isnull=False, kopie_weg_op__isnull=False),
                name="wissing_af_na_de_sleutel",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisatie", "-begonnen_op"], name="wissing_van_organisatie"),
            models.Index(fields=["afgerond_op"], name="wissing_onaf"),
        ]

    def __str__(self) -> str:
        return f"{self.kenmerk} {self.deel}"

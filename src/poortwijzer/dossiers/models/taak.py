"""Tasks: a projection of outcomes for lists, and what people add to them, which is the only stored truth."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from poortnormen.norm import Gevolg
from poortnormen.uitkomst import Stand
from poortwijzer.dossiers.keuzes import Aantekeningsoort, Taaksoort
from poortwijzer.dossiers.models.dossier import Dossier, VanDossier
from poortwijzer.kluis.velden import VerzegeldeJson, VerzegeldeTekst
from poortwijzer.lib.ids import nieuw_id

# The order of every list, and what decides whether a task is in it.
OP_VOLGORDE = ("gevolg_rang", "sorteerdag", "id")
OM_TE_KIEZEN = ("partijen", "uitgesteld_tot", "status")


class Taak(VanDossier):
    """Someone must do something by some day, because an outcome says so. Rebuilt with every judgement.

    `norm` and `item` name the outcome; a question has the name of the fact as `item`. `gevolg_rang` is 0 for
    the heaviest consequence and `sorteerdag` is the last day, or the end of time where there is none (the two
    databases sort empty values differently). `partijen` has a bit per party that must act (`partijen.masker`).
    `uitleg` holds template and typed arguments (`codec`). The last three repeat the newest `Taakaantekening`s.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    # The indexes below begin with these.
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="taken", db_index=False)
    werkgever = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="+", db_index=False)
    soort = models.CharField(max_length=10, choices=Taaksoort.choices)
    norm = models.CharField(max_length=40)
    item = models.CharField(max_length=120, blank=True)
    partijen = models.PositiveIntegerField()
    status = models.CharField(max_length=20, choices=[(stand.value, stand.value) for stand in Stand])
    gevolg_rang = models.PositiveSmallIntegerField()
    uiterste_dag = models.DateField(null=True, blank=True)
    streefdag = models.DateField(null=True, blank=True)
    sorteerdag = models.DateField(default=date.max)
    uitleg = VerzegeldeJson()
    ontbreekt = models.JSONField(default=list)

    genomen_door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="+")
    uitgesteld_tot = models.DateField(null=True, blank=True)
    notitie = VerzegeldeTekst()

    class Meta:
        verbose_name_plural = "taken"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "soort", "norm", "item"], name="taak_eenmaal"),
            models.CheckConstraint(condition=Q(gevolg_rang__lt=len(Gevolg)), name="taak_gevolg_bestaat"),
        ]
        indexes: ClassVar = [
            # With all that choosing and counting ask for, so that they read no rows.
            models.Index(fields=["dossier", *OP_VOLGORDE, *OM_TE_KIEZEN], name="taak_van_dossier"),
            models.Index(fields=["werkgever", *OP_VOLGORDE, *OM_TE_KIEZEN, "dossier"], name="taak_van_werkgever"),
        ]

    def __str__(self) -> str:
        return f"{self.norm} {self.uiterste_dag or ''}".strip()


class Taakaantekening(VanDossier):
    """What a person added to a task. Rows never change (triggers); of each kind the newest counts."""

    kluisrij: ClassVar[str] = "zegel"  # the database gives the id, and what is sealed needs its row before that

    id = models.BigAutoField(primary_key=True)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="taakaantekeningen")
    taaksoort = models.CharField(max_length=10, choices=Taaksoort.choices)
    norm = models.CharField(max_length=40)
    item = models.CharField(max_length=120, blank=True)
    soort = models.CharField(max_length=20, choices=Aantekeningsoort.choices)
    door = models.ForeignKey("accounts.Gebruiker", models.PROTECT, related_name="+")
    op = models.DateTimeField()
    tot = models.DateField(null=True, blank=True)
    tekst = VerzegeldeTekst()
    zegel = models.UUIDField(default=nieuw_id, editable=False)

    class Meta:
        verbose_name_plural = "taakaantekeningen"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(soort=Aantekeningsoort.UITGESTELD) | Q(tot__isnull=False, tekst__isnull=False),
                name="uitstel_heeft_dag_en_reden",
            ),
            models.CheckConstraint(
                condition=~Q(soort=Aantekeningsoort.NOTITIE) | Q(tekst__isnull=False), name="notitie_heeft_tekst"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dossier", "id"], name="aantekening_van_dossier")]

    def __str__(self) -> str:
        return f"{self.soort} {self.norm}"

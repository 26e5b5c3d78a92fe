"""Who it is about, the dossier itself, and who has a role on it."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from poortnormen.standdelen import Oordeel
from poortwijzer.dossiers.beelden import Verzuimstand
from poortwijzer.kluis.vak import Vak
from poortwijzer.kluis.velden import Kluishouder, VerzegeldeTekst
from poortwijzer.lib.ids import nieuw_id, nieuw_kenmerk
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol

UREN_IN_EEN_WEEK = 168


class Werknemer(models.Model):
    """Somebody who works for an organisation; `gebruiker` is the account of that person, if there is one.

    `gewist_op`: the employer may not know this person any more, and only a medical file still needs the name.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="werknemers")
    afdeling = models.ForeignKey("accounts.Afdeling", models.SET_NULL, null=True, blank=True, related_name="werknemers")
    gebruiker = models.ForeignKey(
        "accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="dienstverbanden"
    )
    leidinggevende = models.ForeignKey(
        "accounts.Gebruiker", models.SET_NULL, null=True, blank=True, related_name="geeft_leiding_aan"
    )
    naam = models.CharField(max_length=200)
    geboortedatum = models.DateField(null=True, blank=True)
    personeelsnummer = models.CharField(max_length=40, blank=True)
    functie = models.CharField(max_length=200, blank=True)
    uren_per_week = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    gewist_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(naam=""), name="werknemer_heeft_naam"),
            models.CheckConstraint(
                condition=Q(uren_per_week__isnull=True) | Q(uren_per_week__gt=0, uren_per_week__lte=UREN_IN_EEN_WEEK),
                name="werknemer_uren_in_een_week",
            ),
            models.UniqueConstraint(
                fields=["organisatie", "personeelsnummer"],
                condition=~Q(personeelsnummer=""),
                name="werknemer_personeelsnummer_eenmaal",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisatie", "naam"], name="werknemer_op_naam"),
            # For who is kept out of a dossier that may be the own one: see `dossiers.zelf`. Not on the name in
            # capitals: SQLite would need `config.letters` in every program that opens the file.
            models.Index(fields=["organisatie", "naam"], condition=Q(gebruiker=None), name="werknemer_te_koppelen"),
        ]

    def __str__(self) -> str:
        return self.naam


class Dossier(models.Model):
    """One case of illness. The fields below `versie` are a projection of the last judgement, for lists only.

    `versie` goes up with every act that records something, so that two people who change the same dossier do
    not lose each other's work. `houdbaar_tot` without a value means for ever; an empty `catalogusversie` means
    never judged. `oordeel` is what the UWV would say, `kantelpunt` when that can turn, and `risico_weken` the most
    weeks of wage (or ziekengeld to recover) at risk from `risico_vanaf` on; `loonsanctie_tot` is the last day of a
    loonsanctie that is already there. `gewist_op`: the re-integration part was erased, and a medical part is what is
    left.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    kenmerk = models.CharField(max_length=40, unique=True, default=nieuw_kenmerk)
    werknemer = models.ForeignKey(Werknemer, models.PROTECT, related_name="dossiers")
    werkgever = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="dossiers")
    created_at = models.DateTimeField()
    gesloten_op = models.DateField(null=True, blank=True)
    gewist_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=0)

    verzuimstand = models.CharField(
        max_length=20,
        default=Verzuimstand.ONBEKEND,
        choices=[(stand.value, stand.value) for stand in Verzuimstand],
    )
    eerste_ziektedag = models.DateField(null=True, blank=True)
    eerstvolgende_norm = models.CharField(max_length=40, blank=True)
    eerstvolgende_dag = models.DateField(null=True, blank=True)
    eerstvolgende_status = models.CharField(max_length=20, blank=True)
    aantal_te_laat = models.PositiveIntegerField(default=0)
    niet_meetellende_dagen = models.PositiveIntegerField(default=0)
    oordeel = models.CharField(max_length=40, blank=True, choices=[(deel.value, deel.value) for deel in Oordeel])
    zwakste_norm = models.CharField(max_length=40, blank=True)
    kantelpunt = models.DateField(null=True, blank=True)
    risico_vanaf = models.DateField(null=True, blank=True)
    risico_weken = models.PositiveIntegerField(default=0)
    loonsanctie_tot = models.DateField(null=True, blank=True)
    beoordeeld_op = models.DateField(null=True, blank=True)
    houdbaar_tot = models.DateField(null=True, blank=True)
    catalogusversie = models.CharField(max_length=64, blank=True)

    # No column: `access` says so of the dossier it gives, and the log needs it of every act.
    is_in_nood = False
    # Set at the door, for the log: under whose responsibility this actor came in; None when under his own.
    verantwoordelijke_id: UUID | None = None
    # Set at the door, of the employee: who said that the account is his own, and what is closed as long as nobody did.
    bevestigd_door: frozenset[UUID] = frozenset()
    gesloten_delen: frozenset[Deel] = frozenset()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(kenmerk=""), name="dossier_heeft_kenmerk"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["werkgever", "gesloten_op", "-aantal_te_laat"], name="dossier_van_werkgever"),
            models.Index(fields=["houdbaar_tot"], name="dossier_houdbaar_tot"),
            models.Index(fields=["catalogusversie"], name="dossier_catalogusversie"),
        ]

    def __str__(self) -> str:
        return self.kenmerk


class VanDossier(Kluishouder, models.Model):
    """A row with sealed values, in the re-integration part of a dossier; the table names its own way back."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def kluisvak(self) -> Vak:
        """The re-integration part of the dossier."""
        return Vak(self.dossier_id)

    def kluiseigenaar(self) -> UUID:
        """The employer."""
        return self.dossier.werkgever_id


class Betrokkene(VanDossier):
    """A role on a dossier, for a purpose and a time, of a person who acts for `organisatie`.

    Without a person it is of the whole organisation (an arbodienst). Who works for two organisations has a role for
    one of them: it opens nothing for the other, and ends with the contract of that one alone.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="betrokkenen")
    gebruiker = models.ForeignKey(
        "accounts.Gebruiker", models.PROTECT, null=True, blank=True, related_name="betrokken_bij"
    )
    organisatie = models.ForeignKey("accounts.Organisatie", models.PROTECT, related_name="betrokken_bij")
    rol = models.CharField(max_length=30, choices=[(rol.value, rol.value) for rol in Rol])
    doel = VerzegeldeTekst()
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    waarneming = models.ForeignKey(
        "dossiers.Waarneming", models.PROTECT, null=True, blank=True, related_name="betrokkenen"
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")), name="betrokkene_tot_niet_voor_vanaf"
            ),
            models.CheckConstraint(condition=Q(doel__isnull=False), name="betrokkene_heeft_doel"),
            models.UniqueConstraint(
                fields=["dossier", "rol", "gebruiker", "organisatie"],
                condition=Q(tot__isnull=True, gebruiker__isnull=False),
                name="betrokkene_persoon_loopt_eenmaal",
            ),
            models.UniqueConstraint(
                fields=["dossier", "rol", "organisatie"],
                condition=Q(tot__isnull=True, gebruiker__isnull=True),
                name="betrokkene_organisatie_loopt_eenmaal",
            ),
        ]
        # With all that the question "who reaches what today" asks for, so that it reads no rows.
        indexes: ClassVar = [
            models.Index(
                fields=["gebruiker", "rol", "organisatie", "dossier", "vanaf", "tot"], name="betrokkene_van_gebruiker"
            ),
            models.Index(
                fields=["organisatie", "rol", "gebruiker", "dossier", "vanaf", "tot"],
                name="betrokkene_van_organisatie",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rol} ({self.vanaf})"

"""Who comes in a dossier without a role on it: a visitor with a link, and somebody in an emergency.

These rows are read before it is known who asks, so they lie with sign-in and not with the dossier they name.
"""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from poortwijzer.accounts.models.mensen import Gebruiker, Organisatie
from poortwijzer.kluis.vak import Vak, Vaksoort
from poortwijzer.kluis.velden import Kluishouder, VerzegeldeTekst
from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.gasten import Gastdoel
from poortwijzer.toegang.nood import Noodgrond, Noodoordeel
from poortwijzer.toegang.rollen import Rol

_ROLLEN = sorted(rol.value for rol in Rol)


class Gastlink(Kluishouder, models.Model):
    """A link for somebody without an account: one purpose, one part of one dossier, until a moment.

    Only a hash of its secret is kept. `gast` says for whom it is and `vraag` what is asked; `antwoord` is what came
    back. A question and its answer belong to the medical part of `eigenaar`, a document to read to its employer.
    `organisatie` is for whom `rol` acted who gave the link: none for an employee. `toestemming_id` is the consent
    without which the link opens nothing; an employee needs none for what he shares himself.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    dossier_id = models.UUIDField(db_index=True)
    eigenaar = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="gastlinks")
    doel = models.CharField(max_length=30, choices=[(doel.value, doel.value) for doel in Gastdoel])
    deel = models.CharField(max_length=30)  # a `Deel`; without a list here, a new part needs no migration
    stuk_id = models.UUIDField(null=True, blank=True)
    gast = VerzegeldeTekst()
    vraag = VerzegeldeTekst()
    toestemming_id = models.UUIDField(null=True, blank=True, db_index=True)
    rol = models.CharField(max_length=30)
    organisatie = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="gastlinks_van_mensen"
    )
    created_by = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="gastlinks")
    created_at = models.DateTimeField(default=nu, editable=False)
    expires_at = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    antwoord = VerzegeldeTekst()
    antwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(rol__in=_ROLLEN), name="gastlink_rol_bestaat"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="gastlink_verloopt_na_maken"),
            models.CheckConstraint(
                condition=Q(doel=Gastdoel.STUK_INZIEN.value, stuk_id__isnull=False)
                | Q(doel=Gastdoel.INFORMATIE_AANLEVEREN.value, stuk_id__isnull=True),
                name="gastlink_stuk_bij_doel",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.doel} ({self.expires_at:%Y-%m-%d})"

    def kluisvak(self) -> Vak:
        """Give the part of the dossier that a question, or a document to read, belongs to."""
        is_medisch = self.doel == Gastdoel.INFORMATIE_AANLEVEREN
        return Vak(self.dossier_id, Vaksoort.MEDISCH if is_medisch else Vaksoort.RE_INTEGRATIE)

    def kluiseigenaar(self) -> UUID:
        """Give the organisation that owns that part."""
        return self.eigenaar_id


class Noodtoegang(models.Model):
    """Somebody without a role on this dossier opened it in his own role, on a ground, for a short time.

    `organisatie` is for whom the person acts, `werkgever` whose dossier it is: the privacy officers of both see it.
    The ground is one of a list and never free text: this row is read by people who may know nothing of the illness.
    `beoordeling` is what who keeps watch found of it afterwards, once.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    dossier_id = models.UUIDField(db_index=True)
    werkgever = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="noodtoegangen")
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.PROTECT, related_name="noodtoegangen")
    rol = models.CharField(max_length=30)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="noodtoegangen_van_mensen")
    grond = models.CharField(max_length=30, choices=[(grond.value, grond.value) for grond in Noodgrond])
    vanaf = models.DateTimeField()
    tot = models.DateTimeField()
    beoordeling = models.CharField(
        max_length=20, blank=True, choices=[(oordeel.value, oordeel.value) for oordeel in Noodoordeel]
    )
    beoordeeld_op = models.DateTimeField(null=True, blank=True)
    beoordeeld_door = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="beoordeelde_noodtoegangen"
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(rol__in=_ROLLEN), name="noodtoegang_rol_bestaat"),
            models.CheckConstraint(
                condition=Q(beoordeling="", beoordeeld_op__isnull=True, beoordeeld_door__isnull=True)
                | Q(
                    beoordeling__in=sorted(oordeel.value for oordeel in Noodoordeel),
                    beoordeeld_op__isnull=False,
                    beoordeeld_door__isnull=False,
                ),
                name="noodtoegang_geheel_beoordeeld",
            ),
            # Nobody judges himself.
            models.CheckConstraint(
                condition=Q(beoordeeld_door__isnull=True) | ~Q(beoordeeld_door=F("gebruiker")),
                name="noodtoegang_door_een_ander_beoordeeld",
            ),
            models.CheckConstraint(
                condition=Q(grond__in=sorted(grond.value for grond in Noodgrond)), name="noodtoegang_grond_bestaat"
            ),
            models.CheckConstraint(condition=Q(tot__gt=F("vanaf")), name="noodtoegang_tot_na_vanaf"),
        ]
        indexes: ClassVar = [models.Index(fields=["gebruiker", "rol", "tot"], name="noodtoegang_lopend")]

    def __str__(self) -> str:
        return f"{self.rol} ({self.vanaf:%Y-%m-%d})"

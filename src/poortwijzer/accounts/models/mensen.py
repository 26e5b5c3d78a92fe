"""Organisations, the people who sign in, and which roles they have when."""

from datetime import date, datetime
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu
from poortwijzer.lib.namen import nette_naam
from poortwijzer.toegang.beleid import UITNODIGEN_ALS, uit_te_nodigen
from poortwijzer.toegang.diensten import Geheimhoudingsgrond
from poortwijzer.toegang.organisaties import ROLLEN_BIJ, Organisatiesoort
from poortwijzer.toegang.rollen import Rol


class Organisatie(models.Model):
    """A tenant: it owns the parts of dossiers that its people make. The address is for the register of processing."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=30, choices=[(soort.value, soort.label) for soort in Organisatiesoort])
    adres = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    telefoon = models.CharField(max_length=30, blank=True)
    created_at = models.DateTimeField(default=nu, editable=False)

    def __str__(self) -> str:
        return self.naam


class Afdeling(models.Model):
    """A department of an employer."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="afdelingen")
    naam = models.CharField(max_length=120)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisatie", "naam"], name="afdeling_naam_uniek"),
        ]

    def __str__(self) -> str:
        return self.naam


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Makes and finds people by e-mail address, whatever the capitals."""

    def maak(self, *, email: str, naam: str, wachtwoord: str | None = None, **velden: Any) -> "Gebruiker":
        """Create a person; without `wachtwoord` nobody can sign in with one.

        Raises IntegrityError when the address is taken.
        """
        gebruiker = self.model(email=email.strip().lower(), naam=nette_naam(naam), **velden)
        gebruiker.set_password(wachtwoord)
        gebruiker.save(using=self._db)
        return gebruiker

    def get_by_natural_key(self, username: str | None) -> "Gebruiker":
        """Find a person by the address as it was typed; raises Gebruiker.DoesNotExist."""
        return self.get(email=(username or "").strip().lower())


class Gebruiker(AbstractBaseUser):
    """A person, known by an e-mail address. What a person may do comes from roles, and from nothing else.

    There is no superuser, no staff flag and no permission table: one person above the policy would be a hole in it.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    email = models.EmailField(unique=True)
    naam = models.CharField(max_length=120)
    taal = models.CharField(max_length=5, default="nl")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=nu, editable=False)

    objects = GebruikerManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="gebruiker_email_in_kleine_letters"),
        ]

    def __str__(self) -> str:
        return self.naam


def _past() -> models.Q:
    """Give the condition that the organisation is of a kind that has the role."""
    passend = models.Q()
    for soort, rollen in ROLLEN_BIJ.items():
        passend |= models.Q(organisatie__soort=soort, rol__in=rollen)
    return passend


class RolvervullingQuerySet(models.QuerySet["Rolvervulling"]):
    """Roles by when they run."""

    def lopend(self, op: date) -> "RolvervullingQuerySet":
        """Keep the roles that run on the day `op`, of people who may still sign in, where such a role can be."""
        return self.te_beeindigen(op).filter(_past() | models.Q(organisatie=None))

    def te_beeindigen(self, op: date) -> "RolvervullingQuerySet":
        """Keep the same ones, and those that open nothing because no organisation of that kind has them."""
        loopt = models.Q(tot=None) | models.Q(tot__gt=op)
        return self.filter(loopt, vanaf__lte=op, gebruiker__is_active=True)


class Rolvervulling(models.Model):
    """A person has a role at an organisation, from a day (inclusive) until a day (exclusive) or without end.

    `geheimhouding` is what binds this person to secrecy at the own employer, recorded on `geheimhouding_op`.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="rolvervullingen")
    rol = models.CharField(max_length=30)
    organisatie = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="rolvervullingen"
    )
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    geheimhouding = models.CharField(
        max_length=20, choices=[(grond.value, grond.value) for grond in Geheimhoudingsgrond], blank=True
    )
    geheimhouding_op = models.DateField(null=True, blank=True)

    objects = RolvervullingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(rol__in=sorted(rol.value for rol in Rol)), name="rolvervulling_rol_bestaat"
            ),
            models.CheckConstraint(
                condition=models.Q(tot=None) | models.Q(tot__gt=models.F("vanaf")),
                name="rolvervulling_tot_na_vanaf",
            ),
            models.CheckConstraint(
                condition=models.Q(geheimhouding="", geheimhouding_op=None)
                | (~models.Q(geheimhouding="") & models.Q(geheimhouding_op__isnull=False)),
                name="rolvervulling_geheimhouding_heel",
            ),
            # Only an employee can be without organisation: everybody else acts for one.
            models.CheckConstraint(
                condition=models.Q(organisatie__isnull=False) | models.Q(rol=Rol.WERKNEMER.value),
                name="rolvervulling_heeft_organisatie",
            ),
            models.UniqueConstraint(
                fields=["gebruiker", "rol", "organisatie"],
                condition=models.Q(tot=None),
                name="rolvervulling_een_zonder_einde",
            ),
            models.UniqueConstraint(
                fields=["gebruiker", "rol"],
                condition=models.Q(tot=None, organisatie=None),
                name="rolvervulling_een_zonder_einde_en_organisatie",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rol} ({self.vanaf} - {self.tot or '…'})"


class UitnodigingQuerySet(models.QuerySet["Uitnodiging"]):
    """Invitations by whether they work."""

    def werkend(self, op: datetime) -> "UitnodigingQuerySet":
        """Keep what can be accepted at `op`: not used, not over, a role that can be there, of who could still give it.

        Who is only an employee by now, or whose account is closed, left no way in behind.
        """
        gevers = Rolvervulling.objects.lopend(op.date()).filter(
            gebruiker=models.OuterRef("created_by"), organisatie=models.OuterRef("organisatie")
        )
        maker = models.Q(created_by=None)
        for rol in UITNODIGEN_ALS:
            maker |= models.Q(models.Exists(gevers.filter(rol=rol)), rol__in=uit_te_nodigen(rol))
        return self.filter(_past(), maker, used_at=None, expires_at__gt=op)


class Uitnodiging(models.Model):
    """A link that makes an account, or gives an existing one a role. Only a hash of its secret is kept.

    `created_by` is empty for the first one of an organisation: whoever runs the installation made it.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    token_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField()
    naam = models.CharField(max_length=120)
    rol = models.CharField(max_length=30)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="uitnodigingen")
    created_by = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.PROTECT, related_name="verstuurde_uitnodigingen"
    )
    created_at = models.DateTimeField(default=nu, editable=False)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    gebruiker = models.ForeignKey(
        Gebruiker, null=True, blank=True, on_delete=models.SET_NULL, related_name="aanvaarde_uitnodigingen"
    )

    objects = UitnodigingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(rol__in=sorted(rol.value for rol in Rol)), name="uitnodiging_rol_bestaat"
            ),
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="uitnodiging_email_in_kleine_letters"
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="uitnodiging_verloopt_na_maken",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rol} ({self.expires_at:%Y-%m-%d})"

"""What sign-in remembers between requests and between server processes."""

from typing import ClassVar

from django.db import models

from poortwijzer.accounts.models.mensen import Gebruiker, Organisatie
from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.rollen import Rol


class Geheugenplek(models.Model):
    """One place of the memory that all server processes share, and that a restart does not empty.

    Django's own cache in a database keeps Python objects, which run code when they are read; this keeps JSON.
    """

    sleutel = models.CharField(max_length=250, primary_key=True)
    waarde = models.JSONField()
    verloopt_op = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.sleutel


class Sessie(models.Model):
    """A session of a person, for the list in which one sees and ends them. It is gone when the session is.

    `sleutel` is that of the row in Django's own table, a hash of what the browser has; `apparaat` is browser and system
    in words.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="sessies")
    sleutel = models.CharField(max_length=40, unique=True)
    apparaat = models.CharField(max_length=80)
    begonnen_op = models.DateTimeField(default=nu)
    gebruikt_op = models.DateTimeField(default=nu)

    def __str__(self) -> str:
        return f"{self.apparaat} ({self.begonnen_op:%Y-%m-%d})"


class Leessignaal(models.Model):
    """Somebody opened more dossiers in a short time than work needs; the privacy officer is told.

    The sessions of this person were ended with it: signing in again is the step that goes on.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gebruiker = models.ForeignKey(Gebruiker, on_delete=models.CASCADE, related_name="leessignalen")
    rol = models.CharField(max_length=30)
    organisatie = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.CASCADE, related_name="leessignalen"
    )
    aantal_dossiers = models.PositiveIntegerField()
    op = models.DateTimeField(default=nu)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(rol__in=sorted(rol.value for rol in Rol)), name="leessignaal_rol_bestaat"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisatie", "-op"], name="leessignaal_van_organisatie")]

    def __str__(self) -> str:
        return f"{self.rol} ({self.aantal_dossiers}, {self.op:%Y-%m-%d})"

"""What organisations agreed: who works for whom, in which service, and what binds them to secrecy."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from poortwijzer.accounts.models.mensen import Gebruiker, Organisatie
from poortwijzer.lib.ids import nieuw_id
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond

_DIENSTEN = sorted(dienst.value for dienst in Dienst)
_GRONDEN = sorted(grond.value for grond in Geheimhoudingsgrond)


class ContractQuerySet(models.QuerySet["Contract"]):
    """Contracts by what they open."""

    def opent(self, op: date) -> "ContractQuerySet":
        """Keep the contracts that open dossiers on the day `op`: they run, with secrecy, and both sides said so."""
        loopt = self.filter(Q(tot=None) | Q(tot__gt=op), vanaf__lte=op)
        return loopt.filter(geheimhouding_op__lte=op, bevestigd_op__lte=op)


class Contract(models.Model):
    """`opdrachtnemer` works for `opdrachtgever` (an employer) in one service, from a day until a day or without end.

    `geheimhouding` is the ground that binds its people to secrecy, and `geheimhouding_op` the day on which that was
    settled: before it the contract opens nothing. `kenmerk` is where the agreement itself can be found.
    `verwerkersovereenkomst_op` is empty where none is needed: an arbodienst decides for itself what it does with the
    medical file. `bevestigd_op` is the day on which somebody of the other organisation said that it is so: what one
    side writes down alone opens nothing. `bevestigd_door` is empty for what was there before that was asked.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    opdrachtgever = models.ForeignKey(Organisatie, models.PROTECT, related_name="contracten_als_opdrachtgever")
    opdrachtnemer = models.ForeignKey(Organisatie, models.PROTECT, related_name="contracten_als_opdrachtnemer")
    dienst = models.CharField(max_length=30, choices=[(dienst.value, dienst.value) for dienst in Dienst])
    kenmerk = models.CharField(max_length=80)
    vanaf = models.DateField()
    tot = models.DateField(null=True, blank=True)
    geheimhouding = models.CharField(
        max_length=20, blank=True, choices=[(grond.value, grond.value) for grond in Geheimhoudingsgrond]
    )
    geheimhouding_op = models.DateField(null=True, blank=True)
    verwerkersovereenkomst_op = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(default=nu, editable=False)
    created_by = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="vastgelegde_contracten"
    )

    bevestigd_op = models.DateField(null=True, blank=True)
    bevestigd_door = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="bevestigde_contracten"
    )

    objects = ContractQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(dienst__in=_DIENSTEN), name="contract_dienst_bestaat"),
            models.CheckConstraint(
                condition=Q(geheimhouding="", geheimhouding_op__isnull=True)
                | Q(geheimhouding__in=_GRONDEN, geheimhouding_op__isnull=False),
                name="contract_geheimhouding_geheel",
            ),
            models.CheckConstraint(condition=Q(tot=None) | Q(tot__gt=F("vanaf")), name="contract_tot_na_vanaf"),
            models.CheckConstraint(condition=~Q(opdrachtgever=F("opdrachtnemer")), name="contract_met_een_ander"),
            models.CheckConstraint(
                condition=Q(bevestigd_door=None) | Q(bevestigd_op__isnull=False), name="contract_bevestigd_geheel"
            ),
            # Somebody who works for both is one side.
            models.CheckConstraint(
                condition=Q(bevestigd_door=None) | Q(created_by=None) | ~Q(bevestigd_door=F("created_by")),
                name="contract_door_een_ander_bevestigd",
            ),
            models.UniqueConstraint(
                fields=["opdrachtgever", "opdrachtnemer", "dienst"],
                condition=Q(tot=None),
                name="contract_loopt_eenmaal",
            ),
        ]
        # With all that the door asks for.
        indexes: ClassVar = [
            models.Index(
                fields=["opdrachtnemer", "dienst", "opdrachtgever", "vanaf", "tot"], name="contract_van_opdrachtnemer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.dienst} ({self.vanaf} - {self.tot or '…'})"

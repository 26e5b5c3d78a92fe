"""Emergency access: which runs, giving it, and telling who keeps watch. Whether it may be given is for `dossiers`."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from poortwijzer.accounts.models import Noodtoegang
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.nood import DUUR, Noodgrond, Noodoordeel
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Noodregel:
    """An emergency access, for who keeps watch and for the employee; `beoordeling` is None until somebody judged it."""

    id: UUID
    dossier_id: UUID
    gebruiker_id: UUID
    rol: Rol
    grond: Noodgrond
    vanaf: datetime
    tot: datetime
    beoordeling: Noodoordeel | None = None
    beoordeeld_op: datetime | None = None

    @property
    def beoordelen_voor(self) -> datetime:
        """The moment before which somebody should have judged it; the number of days is a setting."""
        return self.vanaf + settings.NOODTOEGANG_BEOORDELEN_BINNEN

    @property
    def is_te_laat(self) -> bool:
        """Whether that moment passed without a judgement."""
        return self.beoordeling is None and nu() >= self.beoordelen_voor


def dossiers_in_nood(actor: Actor) -> QuerySet[Noodtoegang, UUID]:
    """Give the dossiers that this actor may open now by emergency access, as a query to put in another."""
    nu_ = nu()
    lopend = Noodtoegang.objects.filter(
        gebruiker=actor.gebruiker_id,
        rol=actor.rol,
        organisatie=actor.organisatie_id,
        vanaf__lte=nu_,
        tot__gt=nu_,
    )
    return lopend.values_list("dossier_id", flat=True)


def geef_noodtoegang(
    *, actor: Actor, organisatie_id: UUID, dossier_id: UUID, werkgever_id: UUID, grond: Noodgrond
) -> datetime:
    """Let the actor open the dossier in the own role from now on, and give the moment on which that ends.

    `organisatie_id` is for whom the actor acts. The caller has checked that this may be, and records it.
    """
    vanaf = nu()
    toegang = Noodtoegang.objects.create(
        dossier_id=dossier_id,
        werkgever_id=werkgever_id,
        gebruiker_id=actor.gebruiker_id,
        rol=actor.rol,
        organisatie_id=organisatie_id,
        grond=grond,
        vanaf=vanaf,
        tot=vanaf + DUUR,
    )
    return toegang.tot


def noodtoegangen(organisatie_id: UUID, *, hoogstens: int = 200) -> tuple[Noodregel, ...]:
    """Give the emergency accesses to dossiers of this employer, or by who acted for this organisation, newest first."""
    return _regels(_van_organisatie(organisatie_id), hoogstens)


def noodtoegangen_bij(dossier_id: UUID, *, hoogstens: int = 200) -> tuple[Noodregel, ...]:
    """Give the emergency accesses to one dossier, newest first."""
    return _regels(Noodtoegang.objects.filter(dossier_id=dossier_id), hoogstens)


def te_beoordelen(organisatie_id: UUID, noodtoegang_id: UUID) -> Noodregel | None:
    """Give an emergency access that concerns this organisation, locked until the end of the transaction; None if none.

    Ask it in a transaction, before `leg_beoordeling_vast`.
    """
    rijen = _van_organisatie(organisatie_id).filter(pk=noodtoegang_id).select_for_update(of=("self",))
    return next(iter(_regels(rijen, 1)), None)


def leg_beoordeling_vast(*, noodtoegang_id: UUID, oordeel: Noodoordeel, door: UUID) -> None:
    """Keep what somebody found of an emergency access. The caller has checked that this may be, and records it."""
    open_ = Noodtoegang.objects.filter(pk=noodtoegang_id, beoordeling="")
    open_.update(beoordeling=oordeel, beoordeeld_door=door, beoordeeld_op=nu())


def _van_organisatie(organisatie_id: UUID) -> QuerySet[Noodtoegang]:
    return Noodtoegang.objects.filter(Q(werkgever=organisatie_id) | Q(organisatie=organisatie_id))


def _regels(rijen: QuerySet[Noodtoegang], hoogstens: int) -> tuple[Noodregel, ...]:
    return tuple(
        Noodregel(
            id=rij.pk,
            dossier_id=rij.dossier_id,
            gebruiker_id=rij.gebruiker_id,
            rol=Rol(rij.rol),
            grond=Noodgrond(rij.grond),
            vanaf=rij.vanaf,
            tot=rij.tot,
            beoordeling=Noodoordeel(rij.beoordeling) if rij.beoordeling else None,
            beoordeeld_op=rij.beoordeeld_op,
        )
        for rij in rijen.order_by("-vanaf")[:hoogstens]
    )

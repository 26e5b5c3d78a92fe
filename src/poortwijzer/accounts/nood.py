"""Emergency access: which runs, giving it, and telling who keeps watch. Whether it may be given is for `dossiers`."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from poortwijzer.accounts.models import Noodtoegang
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.nood import DUUR, Noodgrond
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Noodregel:
    """An emergency access, for who keeps watch."""

    dossier_id: UUID
    gebruiker_id: UUID
    rol: Rol
    grond: Noodgrond
    vanaf: datetime
    tot: datetime


def dossiers_in_nood(actor: Actor) -> QuerySet[Noodtoegang, UUID]:
    """Give the dossiers that this actor may open now by emergency access, as a query to put in another."""
    nu_ = nu()
    lopend = Noodtoegang.objects.filter(gebruiker=actor.gebruiker_id, rol=actor.rol, vanaf__lte=nu_, tot__gt=nu_)
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
    rijen = Noodtoegang.objects.filter(Q(werkgever=organisatie_id) | Q(organisatie=organisatie_id))
    return tuple(
        Noodregel(
            dossier_id=rij.dossier_id,
            gebruiker_id=rij.gebruiker_id,
            rol=Rol(rij.rol),
            grond=Noodgrond(rij.grond),
            vanaf=rij.vanaf,
            tot=rij.tot,
        )
        for rij in rijen.order_by("-vanaf")[:hoogstens]
    )

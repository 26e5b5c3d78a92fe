"""Who of the employer's own people is bound to secrecy, and who is not yet (UAVG 30, fourth paragraph: AVG-30-4).

Of another organisation the contract says it, and opens nothing without. Of the own people nobody is kept out for it:
who works for the employer is bound by more than a form, and a dossier that nobody can open harms the employee.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from poortwijzer.accounts.models import Rolvervulling
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import leesbare_delen, uit_te_nodigen
from poortwijzer.toegang.delen import DOSSIERINHOUD
from poortwijzer.toegang.organisaties import Organisatiesoort
from poortwijzer.toegang.rollen import Rol

# Who reads something of a sick employee, and is not that employee.
MOET_ZWIJGEN = frozenset(rol for rol in Rol if rol is not Rol.WERKNEMER and leesbare_delen(rol) & DOSSIERINHOUD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zwijgplicht:
    """A role for which secrecy is, or still has to be, recorded; `grond` and `op` are empty when it is not."""

    rolvervulling_id: UUID
    naam: str
    rol: Rol
    sinds: date
    grond: str
    op: date | None


def zonder_geheimhouding(organisatie_id: UUID) -> tuple[Zwijgplicht, ...]:
    """Give who reads of dossiers at this employer without recorded secrecy, longest first; the caller looked who asks.

    Nobody for another kind of organisation: there the contract with the employer says it.
    """
    rijen = _lopend().filter(organisatie=organisatie_id, geheimhouding_op=None)
    return tuple(map(_beeld, rijen.order_by("vanaf", "gebruiker__naam", "pk")))


def zwijgplicht_voor(actor: Actor, rolvervulling_id: UUID) -> Zwijgplicht | None:
    """Give one role of which this actor may record it: at the own employer, managed by the actor, and not the own."""
    rij = te_verplichten(actor).filter(pk=rolvervulling_id).first()
    return None if rij is None else _beeld(rij)


def te_verplichten(actor: Actor) -> QuerySet[Rolvervulling]:
    """Give the roles of which this actor may record secrecy."""
    beheerd = _lopend().filter(organisatie=actor.organisatie_id, rol__in=uit_te_nodigen(actor.rol))
    return beheerd.exclude(gebruiker=actor.gebruiker_id)


def _lopend() -> QuerySet[Rolvervulling]:
    rijen = Rolvervulling.objects.lopend(vandaag()).select_related("gebruiker")
    return rijen.filter(rol__in=MOET_ZWIJGEN, organisatie__soort=Organisatiesoort.WERKGEVER)


def _beeld(rij: Rolvervulling) -> Zwijgplicht:
    return Zwijgplicht(
        rolvervulling_id=rij.pk,
        naam=rij.gebruiker.naam,
        rol=Rol(rij.rol),
        sinds=rij.vanaf,
        grond=rij.geheimhouding,
        op=rij.geheimhouding_op,
    )

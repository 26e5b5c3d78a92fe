"""Nobody is at both sides of the medical wall of one dossier, whichever role came first.

Nor does a guide, who hears what the employee keeps from the manager, speak for the employer.

`access` asks it at every opening. The acts that give a role ask it too, so that nobody gets one that opens nothing.
"""

from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet

from poortwijzer.accounts.queries import waar_in_rol
from poortwijzer.dossiers.models import Betrokkene, Delegatie, Dossier
from poortwijzer.dossiers.partijen import is_namens_werkgever
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde

_WERKGEVERSROLLEN = tuple(rol for rol in Rol if is_namens_werkgever(rol))
NIET_VOOR_WERKGEVER = tuple(rol for rol in Rol if Voorwaarde.NIET_VOOR_WERKGEVER in VOORWAARDEN[rol])


def voor_werkgever(gebruiker_id: UUID, *, veld: str, op: date, van: OuterRef | None = None) -> Q:
    """Give, as `access.bereik`, that this person speaks for the employer on `op`: on the dossier or at the employer."""
    op_dossier = Betrokkene.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=op), gebruiker=gebruiker_id, rol__in=_WERKGEVERSROLLEN, vanaf__lte=op
    )
    if van is not None:
        op_dossier = op_dossier.filter(dossier=van)
    bij_werkgever = Q(werkgever__in=waar_in_rol(gebruiker_id, _WERKGEVERSROLLEN, op))
    return Q(**{f"{veld}__in": op_dossier.values("dossier")}) | bij_werkgever


def aan_andere_kant(gebruiker_id: UUID, rol: Rol) -> QuerySet[Dossier]:
    """Give the dossiers on which this person is at the other side of the wall than `rol`, now or later.

    None for a role that is at neither side.
    """
    loopt = Q(tot__isnull=True) | Q(tot__gt=vandaag())
    rollen = Betrokkene.objects.filter(loopt, gebruiker=gebruiker_id)
    if rol in NIET_VOOR_WERKGEVER:
        bij_werkgever = Q(werkgever__in=waar_in_rol(gebruiker_id, _WERKGEVERSROLLEN, vandaag()))
        op_dossier = rollen.filter(rol__in=_WERKGEVERSROLLEN)
        return Dossier.objects.filter(Q(pk__in=op_dossier.values("dossier")) | bij_werkgever)
    if is_namens_werkgever(rol):
        taken = Delegatie.objects.filter(gedelegeerde=gebruiker_id, tot__gt=vandaag())
        anders = rollen.filter(rol__in=NIET_VOOR_WERKGEVER)
        return Dossier.objects.filter(Q(pk__in=anders.values("dossier")) | Q(pk__in=taken.values("dossier")))
    return Dossier.objects.none()


def staat_aan_andere_kant(dossier: Dossier, gebruiker_id: UUID, rol: Rol) -> bool:
    """Tell whether what this person is on this dossier keeps `rol` from him, and the tasks of who has it."""
    return aan_andere_kant(gebruiker_id, rol).filter(pk=dossier.pk).exists()

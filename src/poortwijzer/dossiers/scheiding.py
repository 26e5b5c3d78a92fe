"""Nobody is at both sides of the medical wall of one dossier, whichever role came first."""

from uuid import UUID

from django.db.models import Q, QuerySet

from poortwijzer.accounts.queries import heeft_rol_bij
from poortwijzer.dossiers.models import Betrokkene, Delegatie, Dossier
from poortwijzer.dossiers.partijen import is_namens_werkgever
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

_WERKGEVERSROLLEN = tuple(rol for rol in Rol if is_namens_werkgever(rol))


def werkt_voor_werkgever(dossier: Dossier, gebruiker_id: UUID) -> bool:
    """Tell whether this person speaks for the employer: on this dossier, or at the employer itself."""
    op_dossier = _op_dossier(dossier, gebruiker_id).filter(rol__in=_WERKGEVERSROLLEN)
    return op_dossier.exists() or any(
        heeft_rol_bij({dossier.werkgever_id}, gebruiker_id=gebruiker_id, rol=rol) for rol in _WERKGEVERSROLLEN
    )


def werkt_voor_bedrijfsarts(dossier: Dossier, gebruiker_id: UUID) -> bool:
    """Tell whether this person is bedrijfsarts of this dossier, or does tasks for who is, now or later."""
    taken = Delegatie.objects.filter(dossier=dossier, gedelegeerde=gebruiker_id, tot__gt=vandaag())
    return _op_dossier(dossier, gebruiker_id).filter(rol=Rol.BEDRIJFSARTS).exists() or taken.exists()


def _op_dossier(dossier: Dossier, gebruiker_id: UUID) -> QuerySet[Betrokkene]:
    loopt = Q(tot__isnull=True) | Q(tot__gt=vandaag())
    return Betrokkene.objects.filter(loopt, dossier=dossier, gebruiker=gebruiker_id)

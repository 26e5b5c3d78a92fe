"""Give a person a role."""

from datetime import date
from uuid import UUID

from django.db import transaction

from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.toegang.organisaties import past_bij
from poortwijzer.toegang.rollen import Rol


@transaction.atomic
def geef_rol(*, gebruiker: Gebruiker, rol: Rol, organisatie_id: UUID, vanaf: date) -> Rolvervulling:
    """Let `gebruiker` have `rol` at the organisation from `vanaf` (inclusive) on, without end.

    A role that runs already is given back as it is, so that giving it twice changes nothing. The act that
    leads to it (an invitation, a set-up) checks and records. Raises ValueError when an organisation of this kind has no
    such role.
    """
    soort = Organisatie.objects.values_list("soort", flat=True).get(pk=organisatie_id)
    if not past_bij(rol, soort):
        raise ValueError(f"{rol} is no role of a {soort}")
    Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    bestaand = gebruiker.rolvervullingen.lopend(vanaf).filter(rol=rol, organisatie_id=organisatie_id, tot=None)
    return bestaand.first() or Rolvervulling.objects.create(
        gebruiker=gebruiker, rol=rol, organisatie_id=organisatie_id, vanaf=vanaf
    )

"""Give a person a role."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.dispatch import Signal

from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.toegang.organisaties import past_bij
from poortwijzer.toegang.rollen import Rol

# Sent before somebody who has an account gets a role, for apps above: with `gebruiker_id`, `rol` and `organisatie_id`.
rol_wordt_gegeven = Signal()


class RolKanNiet(ValidationError):  # an answer, and Django's own name has no better one
    """What this person is elsewhere does not go together with this role."""


@transaction.atomic
def geef_rol(*, gebruiker: Gebruiker, rol: Rol, organisatie_id: UUID, vanaf: date) -> Rolvervulling:
    """Let `gebruiker` have `rol` at the organisation from `vanaf` (inclusive) on, without end.

    A role that runs already is given back as it is, so that giving it twice changes nothing. The act that
    leads to it (an invitation, a set-up) checks and records.

    Raises:
        ValueError: an organisation of this kind has no such role.
        RolKanNiet: an app above refuses it.
    """
    soort = Organisatie.objects.values_list("soort", flat=True).get(pk=organisatie_id)
    if not past_bij(rol, soort):
        raise ValueError(f"{rol} is no role of a {soort}")
    Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    bestaand = gebruiker.rolvervullingen.lopend(vanaf).filter(rol=rol, organisatie_id=organisatie_id, tot=None)
    rol_wordt_gegeven.send(sender=None, gebruiker_id=gebruiker.pk, rol=rol, organisatie_id=organisatie_id)
    return bestaand.first() or Rolvervulling.objects.create(
        gebruiker=gebruiker, rol=rol, organisatie_id=organisatie_id, vanaf=vanaf
    )

"""How to reach an organisation: the register of processing of article 30 of the AVG asks it."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied

from poortwijzer.accounts.models import Organisatie
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where to write, mail and call; all empty as long as nobody said it."""

    adres: str = ""
    email: str = ""
    telefoon: str = ""

    def __iter__(self) -> Iterator[str]:
        """Give what there is, in the order of reading."""
        return iter([deel for deel in (self.adres, self.email, self.telefoon) if deel])


def contactgegevens(organisatie_id: UUID) -> Contact:
    """Give the contact details of an organisation; the caller looked who asks."""
    velden = Organisatie.objects.values("adres", "email", "telefoon").get(pk=organisatie_id)
    return Contact(**velden)


def organisatie_voor_contact(actor: Actor) -> UUID:
    """Give of which organisation this actor may record the contact details; raises PermissionDenied for none."""
    if actor.organisatie_id is None or not mag(actor.rol, Handeling.CONTACT_VASTLEGGEN, Deel.VERWERKINGEN):
        raise PermissionDenied
    return actor.organisatie_id

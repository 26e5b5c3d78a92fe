"""Taking a role away again with what still leads to it: parts of an act, which checks and records."""

from uuid import UUID

from django.db import transaction

from poortwijzer.accounts.models import Gebruiker, Rolvervulling, Uitnodiging
from poortwijzer.accounts.sessies import beeindig_sessies
from poortwijzer.accounts.tasks import verstuur_melding
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.rollen import Rol


def eindig_vervulling(vervulling: Rolvervulling) -> None:
    """Let a role not run from today on."""
    if vervulling.vanaf == vandaag():
        vervulling.delete()  # it never ran for a whole day; the log keeps that it was there
    else:
        vervulling.tot = vandaag()
        vervulling.save(update_fields=["tot"])


@transaction.atomic
def neem_rol_af(*, gebruiker_id: UUID, rol: Rol, organisatie_id: UUID) -> None:
    """End this role of this person at this organisation, and the open invitations that would give it back.

    The act that leads to it checks and records.
    """
    vervullingen = Rolvervulling.objects.te_beeindigen(vandaag()).select_for_update(of=("self",))
    for vervulling in vervullingen.filter(gebruiker=gebruiker_id, rol=rol, organisatie=organisatie_id):
        eindig_vervulling(vervulling)
    nu_ = nu()
    adres = Gebruiker.objects.filter(pk=gebruiker_id).values("email")[:1]
    open_ = Uitnodiging.objects.filter(organisatie=organisatie_id, email=adres, rol=rol, used_at=None)
    open_.filter(expires_at__gt=nu_).update(expires_at=nu_)


def meld_af(gebruiker_id: UUID) -> None:
    """Sign this person off everywhere, and tell the own mailbox that the organisation changed something.

    The mail names no role and no reason: nobody knows who reads it.
    """
    beeindig_sessies(gebruiker_id=gebruiker_id)
    verstuur_melding.enqueue(gebruiker_id=str(gebruiker_id), soort="losgekoppeld")

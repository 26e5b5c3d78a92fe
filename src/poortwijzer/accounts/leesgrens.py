"""A brake on reading in bulk: who opens very many dossiers signs in again, and the privacy officer is told.

What is counted is the log itself, so every way to open a dossier counts, over all server processes and through a
restart. After signing in again the count begins anew.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.models import Gebruiker, Leessignaal
from poortwijzer.accounts.sessies import beeindig_sessies
from poortwijzer.accounts.weigeringen import Weigering, leg_weigering_vast
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

MASSAAL_LEZEN = "massaal_lezen"  # the act, in the log


class LeesgrensBereikt(PermissionDenied):  # an answer, and Django's own name has no Error either
    """This person opened more dossiers in a short time than work needs, and signs in again first."""

    def __init__(self, weigering: Weigering, aantal: int) -> None:
        super().__init__(_("U opende veel dossiers in korte tijd. Meld u opnieuw aan om verder te gaan."))
        self.weigering = weigering
        self.aantal = aantal


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaal:
    """A signal, for who keeps watch."""

    op: datetime
    gebruiker_id: UUID
    rol: Rol
    aantal_dossiers: int


def bewaak_leestempo(actor: Actor, *, dossier_id: UUID, deel: Deel, handeling: Handeling) -> None:
    """Do nothing for who reads at the speed of people; the limits are the settings LEESGRENS_DOSSIERS and _DUUR.

    Ask it before this dossier is recorded as opened: the log of the organisation is locked from then on.
    Raises LeesgrensBereikt when with this dossier it would be more different ones than that since the last sign-in.
    """
    begin = nu() - settings.LEESGRENS_DUUR
    andere = audit.aantal_dossiers(actor.gebruiker_id, sinds=begin, behalve=dossier_id)
    if andere < settings.LEESGRENS_DOSSIERS:
        return
    aangemeld = Gebruiker.objects.values_list("last_login", flat=True).get(pk=actor.gebruiker_id)
    andere = audit.aantal_dossiers(actor.gebruiker_id, sinds=max(begin, aangemeld or begin), behalve=dossier_id)
    if andere >= settings.LEESGRENS_DOSSIERS:
        weigering = Weigering(actor=actor, deel=deel, handeling=handeling, dossier_id=dossier_id, reden=MASSAAL_LEZEN)
        raise LeesgrensBereikt(weigering, andere + 1)


@transaction.atomic
def leg_signaal_vast(fout: LeesgrensBereikt) -> None:
    """Tell the privacy officer, record it and end the sessions of this person: the step that goes on is signing in.

    The dossier that did not open has a row of its own: who is turned away there is seen there.
    """
    actor = fout.weigering.actor
    Leessignaal.objects.create(
        gebruiker_id=actor.gebruiker_id,
        rol=actor.rol,
        organisatie_id=actor.organisatie_id,
        aantal_dossiers=fout.aantal,
    )
    beeindig_sessies(gebruiker_id=actor.gebruiker_id)
    audit.record(
        handeling=MASSAAL_LEZEN,
        actor=actor,
        dossier_id=None,
        onderdeel=Deel.TOEZICHT,
        uitkomst="geweigerd",
        doel=str(fout.aantal),
    )
    leg_weigering_vast(fout.weigering)


def signalen(organisatie_id: UUID, *, hoogstens: int = 50) -> tuple[Signaal, ...]:
    """Give the signals about people who acted for this organisation, the newest first."""
    rijen = Leessignaal.objects.filter(organisatie=organisatie_id).order_by("-op")[:hoogstens]
    return tuple(
        Signaal(op=rij.op, gebruiker_id=rij.gebruiker_id, rol=Rol(rij.rol), aantal_dossiers=rij.aantal_dossiers)
        for rij in rijen
    )

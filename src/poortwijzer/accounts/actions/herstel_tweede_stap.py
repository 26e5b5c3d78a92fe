"""Help who lost phone, key and codes."""

from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.dispatch import Signal

from poortwijzer import audit
from poortwijzer.accounts.models import Rolvervulling
from poortwijzer.accounts.sessies import beeindig_sessies
from poortwijzer.accounts.tasks import verstuur_melding
from poortwijzer.accounts.weigeringen import Geweigerd, Weigering, handeling
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import uit_te_nodigen
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

# Sent within the act, with `gebruiker_id`: whoever signs in from now on need not be the person of before.
tweede_stap_hersteld = Signal()


@handeling
def herstel_tweede_stap(*, actor: Actor, gebruiker_id: UUID) -> None:
    """Take away all second steps of a person, so that the password leads to setting up a new one; tell that person.

    The account at a provider of single sign-on goes too: whoever signs in there next is linked after a new second step.

    The actor has seen who asks. Raises Geweigerd when that is the actor, or when the person has a role that
    the actor does not manage or at another organisation: what opens there is not the actor's to weaken.
    """
    vervullingen = Rolvervulling.objects.lopend(vandaag()).filter(gebruiker=gebruiker_id)
    rollen = {(rij.organisatie_id, Rol(rij.rol)) for rij in vervullingen}
    beheerd = {(actor.organisatie_id, rol) for rol in uit_te_nodigen(actor.rol)}
    if not rollen or not rollen <= beheerd or gebruiker_id == actor.gebruiker_id:
        handeling_ = Handeling.TWEEDE_STAP_HERSTELLEN
        raise Geweigerd(
            Weigering(actor=actor, deel=Deel.MEDEWERKERS, handeling=handeling_, reden="persoon niet beheerd")
        )
    Authenticator.objects.filter(user=gebruiker_id).delete()
    SocialAccount.objects.filter(user=gebruiker_id).delete()
    beeindig_sessies(gebruiker_id=gebruiker_id)
    tweede_stap_hersteld.send(sender=Authenticator, gebruiker_id=gebruiker_id)
    verstuur_melding.enqueue(gebruiker_id=str(gebruiker_id), soort="tweede_stap_hersteld")
    audit.record(
        handeling=Handeling.TWEEDE_STAP_HERSTELLEN,
        actor=actor,
        dossier_id=None,
        onderdeel=Deel.MEDEWERKERS,
        doel=str(gebruiker_id),
    )

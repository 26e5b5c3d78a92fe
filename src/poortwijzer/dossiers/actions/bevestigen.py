"""The medical side hands the employee a code; filled in from the linked account, it proves whose account that is."""

from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.bevestiging import GELDIG, hash_van_code, klopt, nieuwe_code
from poortwijzer.dossiers.models import Accountbevestiging, Dossier
from poortwijzer.dossiers.models.accountbevestiging import MEESTE_POGINGEN
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling


@handeling
def geef_code(*, dossier: Dossier, actor: Actor) -> str:
    """Give a code for the employee whom the actor has in front of him; it is shown once, and an earlier one is void.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: no account is linked, or the own organisation confirmed it already.
    """
    dossier = open_voor(actor, dossier, deel=Deel.ACCOUNT, handeling=Handeling.CODE_GEVEN)
    gebruiker_id = dossier.werknemer.gebruiker_id
    if gebruiker_id is None or actor.organisatie_id is None:
        raise Invoerfout("code", _("Er is nog geen account aan deze werknemer gekoppeld. De werkgever doet dat."))
    wie = {"werknemer": dossier.werknemer, "gebruiker_id": gebruiker_id, "organisatie_id": actor.organisatie_id}
    bevestiging = Accountbevestiging.objects.select_for_update().filter(**wie).first() or Accountbevestiging(**wie)
    if bevestiging.bevestigd_op is not None:
        raise Invoerfout("code", _("Dit account is al bevestigd."))
    code = nieuwe_code()
    bevestiging.code_hash = hash_van_code(bevestiging.pk, code)
    bevestiging.pogingen = 0
    bevestiging.created_by_id, bevestiging.created_at = actor.gebruiker_id, nu()
    bevestiging.expires_at = bevestiging.created_at + GELDIG
    bevestiging.save()
    _sluit(actor, dossier, Handeling.CODE_GEVEN, str(gebruiker_id))
    return code


@handeling
def vul_code_in(*, dossier: Dossier, actor: Actor, code: str) -> bool:
    """Try a code from the account of the actor, and tell whether it was one; a wrong try counts and is recorded.

    Raises NietGevonden, GeenToegang: see `access`.
    """
    dossier = open_voor(actor, dossier, deel=Deel.ACCOUNT, handeling=Handeling.CODE_INVULLEN)
    open_ = Accountbevestiging.objects.select_for_update().filter(
        werknemer=dossier.werknemer,
        gebruiker=actor.gebruiker_id,
        bevestigd_op=None,
        expires_at__gt=nu(),
        pogingen__lt=MEESTE_POGINGEN,
    )
    rijen = list(open_)
    goed = next((rij for rij in rijen if klopt(rij, code)), None)
    if goed is None:
        for rij in rijen:
            rij.pogingen += 1
            rij.save(update_fields=["pogingen"])
        audit.record(
            handeling=Handeling.CODE_INVULLEN,
            actor=actor,
            dossier_id=dossier.pk,
            onderdeel=Deel.ACCOUNT,
            uitkomst="geweigerd",
            reden="code klopt niet",
            rol=actor.rol,
        )
        return False
    goed.bevestigd_op = nu()
    goed.save(update_fields=["bevestigd_op"])
    _sluit(actor, dossier, Handeling.CODE_INVULLEN, str(goed.organisatie_id))
    return True


def _sluit(actor: Actor, dossier: Dossier, handeling_: Handeling, doel: str) -> None:
    rond_af(actor, dossier, deel=Deel.ACCOUNT, handeling=handeling_, doel=doel, beoordeel=False)

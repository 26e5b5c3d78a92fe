"""Invite somebody, and withdraw an invitation."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.core.validators import validate_email
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.models import Gebruiker, Uitnodiging
from poortwijzer.accounts.queries import te_geven_rollen
from poortwijzer.accounts.weigeringen import Geweigerd, Weigering, handeling
from poortwijzer.lib.klok import nu
from poortwijzer.tekstwacht.wacht import hoor_ook
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import uit_te_nodigen
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

GELDIG = timedelta(days=7)


def hash_van_token(token: str) -> str:
    """Give what is stored of a token. It is random and long: a plain hash cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


@handeling
def nodig_uit(*, actor: Actor, email: str, naam: str, rol: Rol, maak_link: Callable[[str], str]) -> Uitnodiging:
    """Invite the person at `email` to act in `rol` for the actor's organisation.

    The mail leaves after the commit and holds only the link that `maak_link` makes of the token. An earlier
    invitation of the same person for the same role stops working.

    Raises:
        Geweigerd: the actor may not invite anybody in this role, or an organisation of this kind has no such role.
        ValidationError: the address or the name is not usable, or it is the actor's own address.
        MedischeWoorden: the name holds medical words, and nobody said that it is a name.
    """
    if actor.organisatie_id is None or rol not in te_geven_rollen(actor):
        raise Geweigerd(_weigering(actor, f"rol {rol}"))
    email, naam = _gecontroleerd(actor, email, naam)
    hoor_ook([naam])
    nu_ = nu()
    open_ = Uitnodiging.objects.filter(organisatie=actor.organisatie_id, email=email, rol=rol, used_at=None)
    open_.filter(expires_at__gt=nu_).update(expires_at=nu_)
    token = secrets.token_urlsafe(32)
    uitnodiging = Uitnodiging.objects.create(
        token_hash=hash_van_token(token),
        email=email,
        naam=naam,
        rol=rol,
        organisatie_id=actor.organisatie_id,
        created_by_id=actor.gebruiker_id,
        created_at=nu_,
        expires_at=nu_ + GELDIG,
    )
    audit.record(
        handeling=Handeling.UITNODIGEN, actor=actor, dossier_id=None, onderdeel=Deel.MEDEWERKERS, doel=f"rol:{rol}"
    )
    transaction.on_commit(partial(_verstuur, email=email, link=maak_link(token)))
    return uitnodiging


@handeling
def trek_in(*, actor: Actor, uitnodiging_id: UUID) -> None:
    """Let an open invitation of the actor's organisation stop working; one that is no longer open stays as it is.

    Raises Geweigerd when it is not of the actor's organisation, or the actor may not invite in that role.
    """
    uitnodiging = Uitnodiging.objects.filter(pk=uitnodiging_id, organisatie=actor.organisatie_id).first()
    if uitnodiging is None or Rol(uitnodiging.rol) not in uit_te_nodigen(actor.rol):
        raise Geweigerd(_weigering(actor, "geen eigen uitnodiging"))
    nu_ = nu()
    if Uitnodiging.objects.filter(pk=uitnodiging.pk, used_at=None, expires_at__gt=nu_).update(expires_at=nu_):
        audit.record(handeling="uitnodiging_intrekken", actor=actor, dossier_id=None, onderdeel=Deel.MEDEWERKERS)


def _weigering(actor: Actor, reden: str) -> Weigering:
    return Weigering(actor=actor, deel=Deel.MEDEWERKERS, handeling=Handeling.UITNODIGEN, reden=reden)


def _gecontroleerd(actor: Actor, email: str, naam: str) -> tuple[str, str]:
    email, naam = email.strip().lower(), naam.strip()
    validate_email(email)
    if not naam:
        raise ValidationError({"naam": _("Vul de naam in.")})
    if Gebruiker.objects.filter(pk=actor.gebruiker_id, email=email).exists():
        raise ValidationError({"email": _("Dit is uw eigen adres. Iemand anders moet u een rol geven.")})
    return email, naam


def _verstuur(*, email: str, link: str) -> None:
    gegevens = {"link": link, "dagen": GELDIG.days}
    tekst = render_to_string("account/email/uitnodiging.txt", gegevens)
    send_mail(_("Uitnodiging voor Poortwijzer"), tekst, None, [email])

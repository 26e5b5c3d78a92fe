"""Accept an invitation: a new person gets an account, a known person gets a role."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.actions.geef_rol import geef_rol
from poortwijzer.accounts.actions.nodig_uit import hash_van_token
from poortwijzer.accounts.models import Gebruiker, Uitnodiging
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.lib.namen import nette_naam
from poortwijzer.slot import wie
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol


class UitnodigingOngeldigError(Exception):
    """The link is unknown, used, withdrawn or too old; which of these is not told."""


def open_uitnodiging(token: str) -> Uitnodiging:
    """Give the invitation of this link; raises UitnodigingOngeldigError when it does not work (any more)."""
    token_hash = hash_van_token(token)
    with wie.houder(token_hash):
        werkend = Uitnodiging.objects.werkend(nu()).filter(token_hash=token_hash)
        uitnodiging = werkend.select_related("organisatie").first()
    if uitnodiging is None:
        raise UitnodigingOngeldigError
    return uitnodiging


@transaction.atomic
def aanvaard_met_nieuw_account(*, token: str, naam: str, wachtwoord: str) -> Gebruiker:
    """Make the account that this link promises, with its role from today on, and give the person.

    Raises:
        UitnodigingOngeldigError: the link does not work (any more).
        ValidationError: the name or password is not usable, or the address has an account by now.
    """
    uitnodiging = open_uitnodiging(token)
    if not nette_naam(naam):
        raise ValidationError({"naam": _("Vul uw naam in.")})
    validate_password(wachtwoord, Gebruiker(email=uitnodiging.email, naam=naam))
    try:
        with transaction.atomic():
            gebruiker = Gebruiker.objects.maak(email=uitnodiging.email, naam=naam, wachtwoord=wachtwoord)
    except IntegrityError as fout:
        raise ValidationError(_("Voor dit adres bestaat al een account. Meld u daarmee aan.")) from fout
    _verzilver(uitnodiging, gebruiker)
    return gebruiker


@transaction.atomic
def aanvaard_met_bestaand_account(*, token: str, gebruiker: Gebruiker) -> None:
    """Give the role of this link to the person it was meant for.

    Raises:
        UitnodigingOngeldigError: the link does not work (any more) or was meant for another address.
        RolKanNiet: the person cannot have this role; the link stays open.
    """
    uitnodiging = open_uitnodiging(token)
    if uitnodiging.email != gebruiker.email:
        raise UitnodigingOngeldigError
    _verzilver(uitnodiging, gebruiker)


@transaction.atomic
def aanvaard_met_bewezen_adres(*, email: str) -> Gebruiker | None:
    """Make the account that is promised to this address, with its roles, and give the person; None without invitation.

    The caller knows that the address is proved: a provider that we trust for it said so. There is no password.
    """
    with wie.houder(email):
        uitnodigingen = list(Uitnodiging.objects.werkend(nu()).filter(email=email).order_by("-created_at"))
    if not uitnodigingen:
        return None
    gebruiker = Gebruiker.objects.maak(email=email, naam=uitnodigingen[0].naam)
    # In one order for everybody: each takes the log of its organisation, and keeps it until the end.
    for uitnodiging in sorted(uitnodigingen, key=lambda rij: rij.organisatie_id):
        _verzilver(uitnodiging, gebruiker)
    return gebruiker


def _verzilver(uitnodiging: Uitnodiging, gebruiker: Gebruiker) -> None:
    """Use the invitation once: of two who try at the same time one wins, and the other is undone."""
    with wie.houder(uitnodiging.token_hash):
        gelukt = Uitnodiging.objects.filter(pk=uitnodiging.pk, used_at=None, expires_at__gt=nu()).update(
            used_at=nu(), gebruiker=gebruiker
        )
    if not gelukt:
        raise UitnodigingOngeldigError
    rol = Rol(uitnodiging.rol)
    geef_rol(gebruiker=gebruiker, rol=rol, organisatie_id=uitnodiging.organisatie_id, vanaf=vandaag())
    actor = Actor(gebruiker_id=gebruiker.pk, rol=rol, organisatie_id=uitnodiging.organisatie_id, naam=gebruiker.naam)
    audit.record(handeling="uitnodiging_aanvaarden", actor=actor, dossier_id=None, onderdeel=Deel.MEDEWERKERS)

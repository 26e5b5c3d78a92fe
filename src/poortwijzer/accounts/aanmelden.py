"""What sign-in may do here: nobody makes an account for himself; an organisation invites its people."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from poortwijzer import audit
from poortwijzer.accounts.actor import als_actor, eerste_actor, kies_rol, rolkeuzes
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.toegang.rollen import Rol

AANMELDEN = "aanmelden"  # the act, in the log
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Closes the sign-up pages of allauth, and records who signs in."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer no, for every request: accounts come from invitations."""
        del request
        return False

    def post_login(self, request: HttpRequest, user: Gebruiker, **opties: Any) -> HttpResponse:
        """Record the sign-in; without that row there is none."""
        audit.record(handeling=AANMELDEN, actor=eerste_actor(user), dossier_id=None)
        antwoord: HttpResponse = super().post_login(request, user, **opties)
        return antwoord


@transaction.atomic
def meld_aan(request: HttpRequest, gebruiker: Gebruiker, *, rol: Rol) -> None:
    """Sign this person in, in `rol`, without a password; whoever calls it knows on what ground.

    Raises PermissionDenied when the role does not run today.
    """
    keuze = next((keuze for keuze in rolkeuzes(gebruiker) if keuze.rol is rol), None)
    if keuze is None:
        raise PermissionDenied
    audit.record(handeling=AANMELDEN, actor=als_actor(gebruiker, keuze), dossier_id=None)
    login(request, gebruiker, backend=BACKEND)
    kies_rol(request, keuze.id)


def adres_van_poging(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Give the address that somebody tries to sign in with, in small letters; axes counts wrong tries by it."""
    gegevens = credentials or {}
    adres = gegevens.get("email") or gegevens.get("username") or request.POST.get("login") or ""
    return str(adres).strip().lower()

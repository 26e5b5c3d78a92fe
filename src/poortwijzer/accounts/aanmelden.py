"""What sign-in may do here: nobody makes an account for himself; an organisation invites its people."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from poortwijzer import audit
from poortwijzer.accounts.actor import eerste_actor
from poortwijzer.accounts.models import Gebruiker

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Closes the sign-up pages of allauth, and records who signs in."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer no, for every request: accounts come from invitations."""
        del request
        return False

    def post_login(self, request: HttpRequest, user: Gebruiker, **opties: Any) -> HttpResponse:
        """Record the sign-in; without that row there is none."""
        record_aanmelding(user)
        antwoord: HttpResponse = super().post_login(request, user, **opties)
        return antwoord


@transaction.atomic
def meld_aan(request: HttpRequest, gebruiker: Gebruiker) -> None:
    """Sign this person in without a password; whoever calls it knows on what ground, and that is recorded."""
    record_aanmelding(gebruiker)
    login(request, gebruiker, backend=BACKEND)


def record_aanmelding(gebruiker: Gebruiker) -> None:
    """Record that this person signed in, in the role that the session begins with."""
    audit.record(handeling="aanmelden", actor=eerste_actor(gebruiker), dossier_id=None)


def adres_van_poging(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """Give the address that somebody tries to sign in with, in small letters; axes counts wrong tries by it."""
    gegevens = credentials or {}
    adres = gegevens.get("email") or gegevens.get("username") or request.POST.get("login") or ""
    return str(adres).strip().lower()

"""What sign-in may do here: nobody makes an account for himself; an organisation invites its people."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.auth import login
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from poortwijzer.accounts.actor import als_actor, eerste_actor, kies_rol, rolkeuzes
from poortwijzer.accounts.koppelen import koppel, onthoud_koppeling
from poortwijzer.accounts.logregel import record_aanmelding
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.accounts.tasks import verstuur_melding
from poortwijzer.accounts.tweede_stap import DEMO, heeft_tweede_stap, onthoud_wachtwoord
from poortwijzer.toegang.rollen import Rol

AANMELDEN = "aanmelden"  # the act, in the log
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@dataclass(frozen=True, slots=True)
class _Poging:
    """Whose account somebody tried; who tried is not known, so for no organisation and in no role."""

    gebruiker_id: UUID
    rol: str = ""
    organisatie_id: UUID | None = None


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Closes the sign-up pages of allauth, brakes guessing, and records who signs in and who is refused."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer no, for every request: accounts come from invitations."""
        del request
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try before the password is looked at; too many get a page of their own, known account or not."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as fout:
            self._record_weigering(credentials, reden="te veel pogingen")
            raise ImmediateHttpResponse(render(request, "429.html", status=429)) from fout

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Record a wrong password, in as many queries for an address that nobody has."""
        super().authentication_failed(request, **credentials)
        self._record_weigering(credentials, reden="wachtwoord")

    def post_login(self, request: HttpRequest, user: Gebruiker, **opties: Any) -> HttpResponse:
        """Record the sign-in; without that row there is none."""
        record_aanmelding(handeling=AANMELDEN, actor=eerste_actor(user))
        if sociallogin := (opties.get("signal_kwargs") or {}).get("sociallogin"):
            onthoud_koppeling(request, sociallogin)
            koppel(request, user)
        if not heeft_tweede_stap(user):
            onthoud_wachtwoord(request, user)
        antwoord: HttpResponse = super().post_login(request, user, **opties)
        return antwoord

    def reauthenticate(self, user: Gebruiker, password: str) -> bool:
        """Tell whether this is the password of `user`; allauth would look for the address in a table that we leave."""
        return bool(self.authenticate(self.request, email=user.email, password=password) == user)

    def send_notification_mail(self, template_prefix: str, user: Gebruiker, *_: Any, **__: Any) -> None:
        """Tell somebody by mail that something of the own sign-in changed."""
        verstuur_melding.enqueue(gebruiker_id=str(user.pk), soort=template_prefix.rpartition("/")[2])

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Name the account that is tried, and nothing else: allauth adds the Host header, which a sender chooses."""
        del request
        return str(credentials.get("email") or credentials.get("username") or "").strip().lower()

    @staticmethod
    def _record_weigering(credentials: dict[str, Any], *, reden: str) -> None:
        adres = str(credentials.get("email") or "").strip().lower()
        wie = Gebruiker.objects.filter(email=adres).values_list("pk", flat=True).first()
        actor = None if wie is None else _Poging(wie)
        record_aanmelding(handeling=AANMELDEN, actor=actor, uitkomst="geweigerd", reden=reden)


@transaction.atomic
def meld_aan(request: HttpRequest, gebruiker: Gebruiker, *, rol: Rol, is_demo: bool = False) -> None:
    """Sign this person in, in `rol`, without asking for a password; whoever calls it knows on what ground.

    In the demo (`is_demo`) that is all; elsewhere the password was just chosen and the second step comes next.
    Raises PermissionDenied when the role does not run today.
    """
    keuze = next((keuze for keuze in rolkeuzes(gebruiker) if keuze.rol is rol), None)
    if keuze is None:
        raise PermissionDenied
    record_aanmelding(handeling=AANMELDEN, actor=als_actor(gebruiker, keuze))
    login(request, gebruiker, backend=BACKEND)
    kies_rol(request, keuze.id)
    if is_demo:
        request.session[DEMO] = True
    else:
        onthoud_wachtwoord(request, gebruiker)

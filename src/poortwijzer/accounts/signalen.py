"""What happens around signing in that allauth and Django tell us about: sessions begin and end, and it is recorded."""

from typing import Any

from allauth.account.signals import password_changed, password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest

from poortwijzer.accounts.actor import eerste_actor
from poortwijzer.accounts.koppelen import koppel
from poortwijzer.accounts.logregel import record_aanmelding
from poortwijzer.accounts.models import Gebruiker, Sessie
from poortwijzer.accounts.sessieopslag import hash_van_sleutel
from poortwijzer.accounts.sessies import beeindig_sessies, begin_sessie
from poortwijzer.accounts.tweede_stap import heeft_tweede_stap, onthoud_stap, vergeet_stappen

WACHTWOORD_WIJZIGEN = "wachtwoord_wijzigen"
TWEEDE_STAP_TOEVOEGEN = "tweede_stap_toevoegen"
TWEEDE_STAP_WEGHALEN = "tweede_stap_weghalen"
HERSTELCODES_MAKEN = "herstelcodes_maken"
TWEEDE_STAP = "tweede_stap"


@receiver(user_logged_in)
def _begin(request: HttpRequest, user: Gebruiker, **_: Any) -> None:
    begin_sessie(request, user)


@receiver(user_logged_out)
def _einde(request: HttpRequest, **_: Any) -> None:
    request.is_afgemeld = True  # type: ignore[attr-defined]  # for the headers of the answer
    Sessie.objects.filter(sleutel=hash_van_sleutel(request.session.session_key)).delete()


@receiver(password_changed)
def _wachtwoord_gewijzigd(request: HttpRequest, user: Gebruiker, **_: Any) -> None:
    """The session of who changes it goes on, under a new key; all others end."""
    beeindig_sessies(gebruiker_id=user.pk, behalve=request.session.session_key)
    begin_sessie(request, user)
    record_aanmelding(handeling=WACHTWOORD_WIJZIGEN, actor=eerste_actor(user))


@receiver(password_reset)
def _wachtwoord_vernieuwd(user: Gebruiker, **_: Any) -> None:
    beeindig_sessies(gebruiker_id=user.pk)
    record_aanmelding(handeling=WACHTWOORD_WIJZIGEN, actor=eerste_actor(user), reden="link per e-mail")


@receiver(authenticator_added)
def _stap_erbij(request: HttpRequest, user: Gebruiker, authenticator: Any, **_: Any) -> None:
    onthoud_stap(request, user, authenticator)
    koppel(request, user)
    codes = authenticator.type == Authenticator.Type.RECOVERY_CODES  # they come by themselves with the first step
    _na_wijziging(request, user, HERSTELCODES_MAKEN if codes else TWEEDE_STAP_TOEVOEGEN, authenticator)


@receiver(authenticator_removed)
def _stap_weg(request: HttpRequest, user: Gebruiker, authenticator: Any, **_: Any) -> None:
    """Who has no second step left sets one up first; the next request asks for it."""
    if not heeft_tweede_stap(user):
        vergeet_stappen(request)
    _na_wijziging(request, user, TWEEDE_STAP_WEGHALEN, authenticator)


@receiver(authenticator_reset)
def _codes_nieuw(request: HttpRequest, user: Gebruiker, authenticator: Any, **_: Any) -> None:
    _na_wijziging(request, user, HERSTELCODES_MAKEN, authenticator)


@receiver(authentication_failed)
def _stap_mislukt(user: Gebruiker, authenticator: Any, **_: Any) -> None:
    record_aanmelding(handeling=TWEEDE_STAP, actor=eerste_actor(user), uitkomst="geweigerd", doel=authenticator.type)


def _na_wijziging(request: HttpRequest, gebruiker: Gebruiker, handeling: str, authenticator: Any) -> None:
    beeindig_sessies(gebruiker_id=gebruiker.pk, behalve=request.session.session_key)
    record_aanmelding(handeling=handeling, actor=eerste_actor(gebruiker), doel=authenticator.type)

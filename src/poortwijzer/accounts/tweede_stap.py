"""The second step of signing in: a code of an app or a passkey, for everybody. allauth does it, in our way."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from poortwijzer.accounts.models import Gebruiker
from poortwijzer.accounts.zegel import is_met_huidige_sleutel, open_geheim, verzegel_geheim

# In the session of who signed in to the demo with one click.
DEMO = "demo"
METHODE = "mfa"
EERSTE_STAPPEN = frozenset({Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN})


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Seals what allauth would keep in the clear, and gives a QR code that needs no inline style or data address."""

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return verzegel_geheim(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret."""
        return open_geheim(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """Give the picture as an element of the page, without the declaration that a whole file begins with."""
        svg: str = super().build_totp_svg(url)
        return svg[svg.index("<svg") :]

    def _get_site_name(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)


def heeft_tweede_stap_gezet(request: HttpRequest) -> bool:
    """Tell whether the person of this session took the second step in it; in the demo one click is enough."""
    if settings.POORTWIJZER_DEMO and request.session.get(DEMO):
        return True
    stappen = get_authentication_records(request, request.user)
    return any(stap["method"] == METHODE for stap in stappen)


def heeft_tweede_stap(gebruiker: Gebruiker) -> bool:
    """Tell whether this person has a second step to take."""
    return gebruiker.pk in wie_een_tweede_stap_heeft([gebruiker.pk])


def wie_een_tweede_stap_heeft(gebruiker_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Give who of these people has a second step to take, in one query."""
    stappen = Authenticator.objects.filter(user__in=set(gebruiker_ids), type__in=EERSTE_STAPPEN)
    return frozenset(stappen.values_list("user_id", flat=True))


def onthoud_stap(request: HttpRequest, gebruiker: Gebruiker, authenticator: Authenticator) -> None:
    """Count setting up a second step as having taken it: a code or a key was just given."""
    record_authentication(request, gebruiker, METHODE, id=authenticator.pk, type=authenticator.type)


def onthoud_wachtwoord(request: HttpRequest, gebruiker: Gebruiker) -> None:
    """Count a password that was just given as given for setting up the second step, so that it is not asked twice."""
    record_authentication(request, gebruiker, "password", reauthenticated=True)


def vergeet_stappen(request: HttpRequest) -> None:
    """Forget in this session that a second step was taken; the first step stays."""
    stappen = get_authentication_records(request, request.user)
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [stap for stap in stappen if stap["method"] != METHODE]


@transaction.atomic
def herverzegel() -> int:
    """Seal every secret with the current key of the installation, and give how many were not yet."""
    aantal = 0
    for authenticator in Authenticator.objects.select_for_update().exclude(type=Authenticator.Type.WEBAUTHN):
        oud = {naam: waarde for naam, waarde in _geheimen(authenticator) if not is_met_huidige_sleutel(waarde)}
        if oud:
            authenticator.data |= {naam: verzegel_geheim(open_geheim(waarde)) for naam, waarde in oud.items()}
            authenticator.save(update_fields=["data"])
            aantal += 1
    return aantal


def _geheimen(authenticator: Authenticator) -> list[tuple[str, Any]]:
    return [(naam, authenticator.data[naam]) for naam in ("secret", "seed") if naam in authenticator.data]

"""Single sign-on: the organisation's own provider says who somebody is; who is not invited still does not come in."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from poortwijzer.accounts.aanmelden import AANMELDEN
from poortwijzer.accounts.actions.aanvaard import aanvaard_met_bewezen_adres
from poortwijzer.accounts.logregel import record_aanmelding
from poortwijzer.accounts.models import Gebruiker


class EenmaligAanmelden(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Lets in who has an account or an invitation with the address that the provider proved."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Answer no, for everybody: an account comes from an invitation."""
        del request, sociallogin
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the person that the provider names, the first time by the address; after that by its own number.

        Raises:
            PermissionDenied: somebody tries to add the provider to the account of this session.
            ImmediateHttpResponse: with the page for who is not invited.
        """
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            raise PermissionDenied
        if sociallogin.is_existing:
            return
        adres = _bewezen_adres(sociallogin)
        gebruiker = _persoon(adres) if adres else None
        if gebruiker is None:
            reden = "niet uitgenodigd" if adres else "adres niet bewezen"
            record_aanmelding(handeling=AANMELDEN, actor=None, uitkomst="geweigerd", reden=reden)
            raise ImmediateHttpResponse(_niet_binnen(request, is_bewezen=bool(adres)))
        sociallogin.connect(request, gebruiker)

    def on_authentication_error(self, request: HttpRequest, *_: Any, **__: Any) -> None:
        """Show our own page when the provider said no or could not be reached."""
        raise ImmediateHttpResponse(render(request, "account/eenmalig_mislukt.html", status=403))


def _bewezen_adres(sociallogin: SocialLogin) -> str:
    is_geloofd = settings.OIDC_ADRES_GEVERIFIEERD
    adressen = (adres.email for adres in sociallogin.email_addresses if is_geloofd or _is_waar(adres.verified))
    return next(adressen, "").strip().lower()


def _is_waar(bewering: object) -> bool:
    """Tell whether the provider said yes: allauth passes the claim on as it came, and some providers send text."""
    return bewering is True or (isinstance(bewering, str) and bewering.lower() == "true")


def _persoon(adres: str) -> Gebruiker | None:
    gevonden = Gebruiker.objects.filter(email=adres).first()
    return gevonden or aanvaard_met_bewezen_adres(email=adres)


def _niet_binnen(request: HttpRequest, *, is_bewezen: bool) -> HttpResponse:
    return render(request, "account/niet_uitgenodigd.html", {"is_bewezen": is_bewezen}, status=403)

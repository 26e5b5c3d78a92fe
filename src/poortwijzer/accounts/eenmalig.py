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
from poortwijzer.accounts.koppelen import is_gekoppeld
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

        The first time that number is only remembered: `koppelen` links it after the second step. A disabled account
        is found, and allauth shows its page; nothing is linked.

        Raises:
            PermissionDenied: somebody tries to add the provider to the account of this session.
            ImmediateHttpResponse: with the page for who is not invited, who comes from a domain that this provider
                does not speak for, or whose address belongs here to another account of that provider.
        """
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            raise PermissionDenied
        is_bekend = sociallogin.is_existing
        adres = sociallogin.user.email if is_bekend else _bewezen_adres(sociallogin)
        if not adres:
            reden = "adres niet bewezen"
        elif not _is_van_deze_aanbieder(adres):
            reden = "adres niet van deze aanbieder"
        elif is_bekend:
            return
        elif (gebruiker := _persoon(adres)) is None:
            reden = "niet uitgenodigd"
        elif is_gekoppeld(gebruiker, sociallogin.account.provider):
            reden = "al gekoppeld"
        else:
            sociallogin.user = gebruiker
            return
        record_aanmelding(handeling=AANMELDEN, actor=None, uitkomst="geweigerd", reden=reden)
        raise ImmediateHttpResponse(_niet_binnen(request, reden))

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


def _is_van_deze_aanbieder(adres: str) -> bool:
    """Tell whether the provider may say who has this address: one organisation does not speak for another."""
    return not settings.OIDC_DOMEINEN or adres.rpartition("@")[2].lower() in settings.OIDC_DOMEINEN


def _niet_binnen(request: HttpRequest, reden: str) -> HttpResponse:
    return render(request, "account/niet_uitgenodigd.html", {"reden": reden}, status=403)

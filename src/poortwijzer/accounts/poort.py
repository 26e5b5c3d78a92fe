"""The gate behind signing in: a session that lasts too long ends, and without a second step nothing opens."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

from poortwijzer.accounts.sessies import houd_bij
from poortwijzer.accounts.tweede_stap import heeft_tweede_stap_gezet
from poortwijzer.accounts.verder import VERDER

INSTELLEN = "mfa_index"
# What somebody needs to set up a second step, or to leave.
OPEN_ZONDER_TWEEDE_STAP = frozenset(
    {
        INSTELLEN,
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "account_reauthenticate",
        "account_logout",
        "account_inactive",
    }
)


class PoortMiddleware:
    """Ends old sessions before anything asks who signed in, and sends who is half signed in to the second step.

    Sets `request.is_half_aangemeld`; such a person has no role in any page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look at the session before the view runs."""
        if request.user.is_authenticated:
            houd_bij(request)
        half = request.user.is_authenticated and not heeft_tweede_stap_gezet(request)
        request.is_half_aangemeld = half  # type: ignore[attr-defined]  # what this middleware is for
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., HttpResponse], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Answer in the place of the view when the second step is still to be taken."""
        if not getattr(request, "is_half_aangemeld", False):
            return None
        naam = request.resolver_match.url_name if request.resolver_match else None
        if naam in OPEN_ZONDER_TWEEDE_STAP:
            return None
        if request.method == "GET":
            request.session[VERDER] = request.get_full_path()
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": resolve_url(INSTELLEN)})
        return redirect(INSTELLEN)

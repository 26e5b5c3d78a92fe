"""The gate of every view: whoever is not signed in goes to the sign-in page and comes back, with what was typed."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from poortwijzer.toegang.actor import Actor
from poortwijzer.web.onthouden import geef_mee, onthoud

METHODEN = ("GET", "HEAD", "POST")
P = ParamSpec("P")


def met_actor(
    view: Callable[Concatenate[HttpRequest, Actor, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Give the view who acts, as its second argument; without a signed-in person it is not called.

    Another method than a page knows is refused before anything is looked at, so the refusal tells nothing.
    Raises PermissionDenied for a person who is signed in and has no role (any more).
    """

    @wraps(view)
    def binnen(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.method not in METHODEN:
            return HttpResponseNotAllowed(METHODEN)
        if not request.user.is_authenticated:
            return naar_aanmelden(request)
        actor = getattr(request, "actor", None)
        if actor is None:
            raise PermissionDenied(_("U heeft op dit moment geen rol."))
        return view(request, actor, *args, **kwargs)

    # This gate asks itself, and keeps what was typed; Django's own would answer first and lose it.
    return login_not_required(binnen)


def naar_aanmelden(request: HttpRequest) -> HttpResponse:
    """Send somebody to the sign-in page and back, and keep what was typed."""
    sleutel = onthoud(request)
    if sleutel:
        messages.info(request, _("Uw sessie was verlopen. Wat u typte is bewaard en staat er weer na het aanmelden."))
    adres = f"{resolve_url('account_login')}?{urlencode({'next': request.get_full_path()})}"
    is_htmx = request.headers.get("HX-Request")
    antwoord = HttpResponse(status=204, headers={"HX-Redirect": adres}) if is_htmx else redirect(adres)
    if sleutel:
        geef_mee(antwoord, sleutel)
    return antwoord

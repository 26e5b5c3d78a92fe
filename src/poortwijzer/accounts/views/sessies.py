"""Seeing where one is signed in, and ending that."""

from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from poortwijzer.accounts.actor import actor_van
from poortwijzer.accounts.logregel import record_aanmelding
from poortwijzer.accounts.sessies import beeindig_sessie, beeindig_sessies, eigen_sessies

SESSIE_BEEINDIGEN = "sessie_beeindigen"


@require_safe
def sessies(request: HttpRequest) -> HttpResponse:
    """Show where this person is signed in: device, since when and last use."""
    actor = actor_van(request)
    regels = eigen_sessies(actor.gebruiker_id, request.session.session_key)
    return render(request, "account/sessies.html", {"sessies": regels})


@require_POST
@reauthentication_required  # type: ignore[untyped-decorator]  # allauth ships no types
def beeindigen(request: HttpRequest, sessie_id: UUID) -> HttpResponse:
    """End one of one's own sessions; of somebody else nothing ends, and the answer is the same.

    Who it is, is asked again first: somebody at an open screen does not sign the owner off elsewhere.
    """
    actor = actor_van(request)
    if beeindig_sessie(gebruiker_id=actor.gebruiker_id, sessie_id=sessie_id):
        record_aanmelding(handeling=SESSIE_BEEINDIGEN, actor=actor)
    messages.success(request, _("U bent daar afgemeld."))
    return redirect("account_sessies")


@require_POST
@reauthentication_required  # type: ignore[untyped-decorator]  # allauth ships no types
def overal_afmelden(request: HttpRequest) -> HttpResponse:
    """End all of one's sessions but this one."""
    actor = actor_van(request)
    beeindig_sessies(gebruiker_id=actor.gebruiker_id, behalve=request.session.session_key)
    record_aanmelding(handeling=SESSIE_BEEINDIGEN, actor=actor, doel="alle andere")
    messages.success(request, _("U bent overal afgemeld, behalve hier."))
    return redirect("account_sessies")

"""Choosing a role, and signing in to the demo."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from poortwijzer.accounts import demo
from poortwijzer.accounts.aanmelden import meld_aan
from poortwijzer.accounts.actor import kies_rol
from poortwijzer.accounts.verder import VERDER, volgende


@require_POST
def rol(request: HttpRequest) -> HttpResponse:
    """Act in another role from now on: the field `rolvervulling` names it, `next` says where to go."""
    try:
        keuze = kies_rol(request, UUID(request.POST.get("rolvervulling", "")))
    except ValueError as fout:
        raise PermissionDenied from fout
    messages.success(request, _("U werkt nu als %(rol)s.") % {"rol": keuze.rol.label})
    return redirect(volgende(request))


@login_not_required
@require_POST
def demo_aanmelden(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """Sign in as a demo person with one click. Outside the demo this page does not exist."""
    gevonden = demo.demopersoon(gebruiker_id)
    if gevonden is None:
        raise Http404
    gebruiker, rol = gevonden
    meld_aan(request, gebruiker, rol=rol, is_demo=True)
    return redirect(volgende(request))


@require_safe
def verder(request: HttpRequest) -> HttpResponse:
    """Go to the page that somebody asked for before the second step was set up."""
    return redirect(request.session.pop(VERDER, "/"))

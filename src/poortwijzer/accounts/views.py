"""Choosing a role, signing in to the demo, and invitations. Signing in itself is allauth's."""

import logging
from smtplib import SMTPException
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from poortwijzer.accounts import demo
from poortwijzer.accounts.aanmelden import meld_aan
from poortwijzer.accounts.actions.aanvaard import (
    UitnodigingOngeldigError,
    aanvaard_met_bestaand_account,
    aanvaard_met_nieuw_account,
    open_uitnodiging,
)
from poortwijzer.accounts.actions.nodig_uit import nodig_uit, trek_in
from poortwijzer.accounts.actor import actor_van, kies_rol
from poortwijzer.accounts.forms import AanvaardenForm, UitnodigenForm
from poortwijzer.accounts.models import Gebruiker, Uitnodiging
from poortwijzer.accounts.queries import heeft_account, open_uitnodigingen
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import uit_te_nodigen
from poortwijzer.toegang.rollen import Rol

logger = logging.getLogger(__name__)


@require_POST
def rol(request: HttpRequest) -> HttpResponse:
    """Act in another role from now on: the field `rolvervulling` names it, `next` says where to go."""
    try:
        keuze = kies_rol(request, UUID(request.POST.get("rolvervulling", "")))
    except ValueError as fout:
        raise PermissionDenied from fout
    messages.success(request, _("U werkt nu als %(rol)s.") % {"rol": keuze.rol.label})
    return redirect(_volgende(request))


@login_not_required
@require_POST
def demo_aanmelden(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """Sign in as a demo person with one click. Outside the demo this page does not exist."""
    gevonden = demo.demopersoon(gebruiker_id)
    if gevonden is None:
        raise Http404
    gebruiker, rol = gevonden
    meld_aan(request, gebruiker, rol=rol)
    return redirect(_volgende(request))


@require_http_methods(["GET", "POST"])
def uitnodigen(request: HttpRequest) -> HttpResponse:
    """Show who is invited and invite another, for who may."""
    actor = actor_van(request)
    if not uit_te_nodigen(actor.rol):
        raise PermissionDenied
    form = UitnodigenForm(request.POST or None, rol=actor.rol)
    if request.method == "POST" and form.is_valid() and _nodig_uit(request, actor, form):
        return redirect("account_uitnodigen")
    gegevens = {"form": form, "uitnodigingen": open_uitnodigingen(actor)}
    return render(request, "account/uitnodigen.html", gegevens)


@require_POST
def uitnodiging_intrekken(request: HttpRequest, uitnodiging_id: UUID) -> HttpResponse:
    """Let an open invitation stop working."""
    trek_in(actor=actor_van(request), uitnodiging_id=uitnodiging_id)
    messages.success(request, _("De uitnodiging werkt niet meer."))
    return redirect("account_uitnodigen")


@login_not_required
@never_cache
@sensitive_post_parameters("wachtwoord")
@require_http_methods(["GET", "POST"])
def uitnodiging(request: HttpRequest, token: str) -> HttpResponse:
    """Accept an invitation, with a new account or with the account of who is signed in."""
    try:
        uitnodiging = open_uitnodiging(token)
        if heeft_account(uitnodiging.email):
            return _bestaand_account(request, uitnodiging, token)
        return _nieuw_account(request, uitnodiging, token)
    except UitnodigingOngeldigError:
        return render(request, "account/uitnodiging_ongeldig.html", status=410)


def _nodig_uit(request: HttpRequest, actor: Actor, form: UitnodigenForm) -> bool:
    def maak_link(token: str) -> str:
        return request.build_absolute_uri(reverse("account_uitnodiging", args=[token]))

    gegevens = form.cleaned_data
    try:
        nodig_uit(
            actor=actor,
            email=gegevens["email"],
            naam=gegevens["naam"],
            rol=Rol(gegevens["rol"]),
            maak_link=maak_link,
        )
    except ValidationError as fout:
        form.add_error(None, fout)
        return False
    except (SMTPException, OSError):
        logger.exception("an invitation was made, but its mail could not be sent")
        form.add_error(None, _("De e-mail kon niet worden verstuurd. Probeer het straks opnieuw."))
        return False
    messages.success(request, _("De uitnodiging is verstuurd."))
    return True


def _nieuw_account(request: HttpRequest, uitnodiging: Uitnodiging, token: str) -> HttpResponse:
    form = AanvaardenForm(request.POST or None, initial={"naam": uitnodiging.naam})
    if request.method == "POST" and form.is_valid():
        try:
            gebruiker = aanvaard_met_nieuw_account(
                token=token, naam=form.cleaned_data["naam"], wachtwoord=form.cleaned_data["wachtwoord"]
            )
        except ValidationError as fout:
            form.add_error(None if hasattr(fout, "error_dict") else "wachtwoord", fout)
        else:
            meld_aan(request, gebruiker, rol=Rol(uitnodiging.rol))
            return redirect(_volgende(request))
    gegevens = {"form": form, "uitnodiging": uitnodiging, "rol": Rol(uitnodiging.rol)}
    return render(request, "account/uitnodiging.html", gegevens)


def _bestaand_account(request: HttpRequest, uitnodiging: Uitnodiging, token: str) -> HttpResponse:
    gebruiker = request.user
    is_voor_mij = isinstance(gebruiker, Gebruiker) and gebruiker.email == uitnodiging.email
    if request.method == "POST" and isinstance(gebruiker, Gebruiker):
        aanvaard_met_bestaand_account(token=token, gebruiker=gebruiker)
        messages.success(request, _("U heeft er een rol bij. Kies haar in het menu."))
        return redirect(_volgende(request))
    gegevens = {
        "uitnodiging": uitnodiging,
        "rol": Rol(uitnodiging.rol),
        "is_voor_mij": is_voor_mij,
        "aanmelden": f"{reverse('account_login')}?next={request.path}",
    }
    return render(request, "account/uitnodiging_bestaand.html", gegevens)


def _volgende(request: HttpRequest) -> str:
    """Give where to go next: what the form asked for when that is on this site, else the first page."""
    adres = request.POST.get("next", "")
    is_hier = url_has_allowed_host_and_scheme(adres, {request.get_host()}, require_https=request.is_secure())
    return adres if is_hier else "/"

"""The people of an organisation: inviting them, ending what they may do, and helping who lost the second step."""

import logging
from smtplib import SMTPException
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from poortwijzer.accounts.actions.beeindig_rol import beeindig_rol
from poortwijzer.accounts.actions.herstel_tweede_stap import herstel_tweede_stap
from poortwijzer.accounts.actions.nodig_uit import nodig_uit, trek_in
from poortwijzer.accounts.actor import actor_van
from poortwijzer.accounts.forms import UitnodigenForm
from poortwijzer.accounts.queries import open_uitnodigingen, rolhouders, te_geven_rollen
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

logger = logging.getLogger(__name__)


@require_http_methods(["GET", "POST"])
def uitnodigen(request: HttpRequest) -> HttpResponse:
    """Show who is invited and invite another, for who may."""
    actor = actor_van(request)
    if not mag(actor.rol, Handeling.INZIEN, Deel.MEDEWERKERS):
        raise PermissionDenied
    form = UitnodigenForm(request.POST or None, rollen=te_geven_rollen(actor))
    if request.method == "POST" and form.is_valid() and _nodig_uit(request, actor, form):
        return redirect("account_uitnodigen")
    zoek = request.GET.get("zoek", "").strip()
    gegevens = {
        "form": form,
        "uitnodigingen": open_uitnodigingen(actor),
        "rolhouders": rolhouders(actor, zoek=zoek),
        "zoek": zoek,
    }
    return render(request, "account/uitnodigen.html", gegevens)


@require_POST
def uitnodiging_intrekken(request: HttpRequest, uitnodiging_id: UUID) -> HttpResponse:
    """Let an open invitation stop working."""
    trek_in(actor=actor_van(request), uitnodiging_id=uitnodiging_id)
    messages.success(request, _("De uitnodiging werkt niet meer."))
    return redirect("account_uitnodigen")


@require_POST
def rol_beeindigen(request: HttpRequest, rolvervulling_id: UUID) -> HttpResponse:
    """Let somebody's role end now, and sign that person off everywhere."""
    beeindig_rol(actor=actor_van(request), rolvervulling_id=rolvervulling_id)
    messages.success(request, _("De rol is beëindigd en de persoon is overal afgemeld."))
    return redirect("account_uitnodigen")


@require_POST
def tweede_stap_herstellen(request: HttpRequest, gebruiker_id: UUID) -> HttpResponse:
    """Take away the second step of who lost it; at the next sign-in a new one is set up."""
    herstel_tweede_stap(actor=actor_van(request), gebruiker_id=gebruiker_id)
    messages.success(request, _("De tweede stap is weg. Bij het aanmelden stelt deze persoon een nieuwe in."))
    return redirect("account_uitnodigen")


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

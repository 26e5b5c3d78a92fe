"""Accepting an invitation."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from poortwijzer.accounts.aanmelden import meld_aan
from poortwijzer.accounts.actions.aanvaard import (
    UitnodigingOngeldigError,
    aanvaard_met_bestaand_account,
    aanvaard_met_nieuw_account,
    open_uitnodiging,
)
from poortwijzer.accounts.actions.geef_rol import RolKanNiet
from poortwijzer.accounts.forms import AanvaardenForm
from poortwijzer.accounts.models import Gebruiker, Uitnodiging
from poortwijzer.accounts.queries import heeft_account
from poortwijzer.accounts.verder import volgende
from poortwijzer.toegang.rollen import Rol


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
            return redirect(volgende(request))
    gegevens = {"form": form, "uitnodiging": uitnodiging, "rol": Rol(uitnodiging.rol)}
    return render(request, "account/uitnodiging.html", gegevens)


def _bestaand_account(request: HttpRequest, uitnodiging: Uitnodiging, token: str) -> HttpResponse:
    gebruiker = request.user
    is_voor_mij = isinstance(gebruiker, Gebruiker) and gebruiker.email == uitnodiging.email
    bezwaar = ""
    if request.method == "POST" and isinstance(gebruiker, Gebruiker):
        try:
            aanvaard_met_bestaand_account(token=token, gebruiker=gebruiker)
        except RolKanNiet as fout:
            bezwaar = str(fout.message)
        else:
            messages.success(request, _("U heeft er een rol bij. Kies haar in het menu."))
            return redirect(volgende(request))
    gegevens = {
        "bezwaar": bezwaar,
        "uitnodiging": uitnodiging,
        "rol": Rol(uitnodiging.rol),
        "is_voor_mij": is_voor_mij,
        "aanmelden": f"{reverse('account_login')}?next={request.path}",
    }
    return render(request, "account/uitnodiging_bestaand.html", gegevens, status=409 if bezwaar else 200)

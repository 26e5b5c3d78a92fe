"""Proving that an account is of the employee: the bedrijfsarts gives a code, the employee fills it in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import Invoerfout, geef_code, vul_code_in
from poortwijzer.dossiers.bevestiging import GELDIG
from poortwijzer.dossiers.queries.bevestiging import accountstand
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels
from poortwijzer.web.forms.account import CodeForm
from poortwijzer.web.formulierblad import ONVERWERKBAAR
from poortwijzer.web.toegangspoort import dossier_voor


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
@met_actor
def account(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show whether the account was confirmed, and take the code of the employee."""
    if request.method != "POST":
        return _blad(request, actor, kenmerk)
    dossier = dossier_voor(actor, kenmerk, Deel.ACCOUNT, Handeling.CODE_INVULLEN)
    form = CodeForm(request.POST)
    if form.is_valid():
        if vul_code_in(dossier=dossier, actor=actor, code=form.cleaned_data["code"]):
            messages.success(request, _("Gelukt. Alle delen van uw dossier zijn nu open."))
            return redirect("web:dossier", kenmerk)
        form.add_error("code", _("Deze code klopt niet of werkt niet meer. Vraag uw bedrijfsarts zo nodig een nieuwe."))
    return _blad(request, actor, kenmerk, form=form)


@require_POST
@met_actor
def code(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Make a code and show it once."""
    dossier = dossier_voor(actor, kenmerk, Deel.ACCOUNT, Handeling.CODE_GEVEN)
    try:
        gemaakt = geef_code(dossier=dossier, actor=actor)
    except Invoerfout as fout:
        messages.error(request, fout.melding)
        return redirect("web:dossier_account", kenmerk)
    return _blad(request, actor, kenmerk, gemaakt=gemaakt)


def _blad(
    request: HttpRequest, actor: Actor, kenmerk: str, *, form: CodeForm | None = None, gemaakt: str = ""
) -> HttpResponse:
    dossier = access_dossier(actor, kenmerk, deel=Deel.ACCOUNT)
    context = {
        "kop": dossierkop(actor, dossier, "dossier_account"),
        "kruimels": kruimels(actor, dossier, _("Account")),
        "stand": accountstand(actor, dossier),
        "mag_geven": mag(actor.rol, Handeling.CODE_GEVEN, Deel.ACCOUNT),
        "form": form or CodeForm(),
        "gemaakt": gemaakt,
        "dagen": GELDIG.days,
    }
    status = ONVERWERKBAAR if form is not None else 200
    return render(request, "web/dossier_account.html", context, status=status)

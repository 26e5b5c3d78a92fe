"""Where one comes in, and one's own account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from poortwijzer.accounts.actions.kies_taal import kies_taal
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.forms.account import TaalForm
from poortwijzer.web.formulierblad import Blad, formulierblad


@met_actor
def begin(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Go to what this role comes for."""
    del request
    if actor.rol is Rol.WERKNEMER:
        return redirect("web:dossiers")  # which goes on to the dossier where there is one
    if mag(actor.rol, Handeling.INZIEN, Deel.TAKEN):
        return redirect("web:werk")
    if mag(actor.rol, Handeling.INZIEN, Deel.LEESLOG):
        return redirect("web:dossiers")
    return redirect("web:mijn_account")


@met_actor
def mijn_account(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show one's own account: language, roles, and signing off everywhere else."""
    blad = Blad(
        kop=_("Mijn account"),
        knop=_("Bewaar"),
        klaar=_("Bewaard."),
        terug="",
        onder_kop=actor.naam,
        sjabloon="web/mijn_account.html",
    )

    def doe(form: TaalForm) -> str:
        kies_taal(gebruiker_id=actor.gebruiker_id, taal=form.cleaned_data["taal"])
        return reverse("web:mijn_account")

    taal = getattr(request.user, "taal", "nl")
    return formulierblad(request, blad, lambda velden: TaalForm(velden, initial={"taal": taal}), doe)

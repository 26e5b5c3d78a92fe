"""Emergency access, and judging it afterwards."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from poortwijzer.dossiers.access import NietGevonden
from poortwijzer.dossiers.actions import Invoerfout, beoordeel_noodtoegang, neem_noodtoegang
from poortwijzer.lib.ids import lees_kenmerk
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.nood import DUUR, Noodgrond, Noodoordeel
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.forms.gast import NoodtoegangForm
from poortwijzer.web.formulierblad import Blad, formulierblad

MINUTEN = int(DUUR.total_seconds()) // 60
# The same words for a reference that does not exist and for one of another organisation: nobody can tell which.
_NIET_GEVONDEN = gettext_lazy(
    "Dit kenmerk vinden wij niet bij uw organisatie. Kijk na of het klopt. Een kenmerk ziet eruit als K7RM-2XQP."
)


@met_actor
def noodtoegang(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Open a dossier on which one has no role, for an hour, with a reason that others see."""
    if not mag(actor.rol, Handeling.NOODTOEGANG, Deel.BETROKKENEN):
        raise PermissionDenied(_("In uw rol is er geen noodtoegang."))
    blad = Blad(
        kop=_("Noodtoegang"),
        knop=_("Open het dossier"),
        klaar=_("U kunt dit dossier %(minuten)s minuten openen.") % {"minuten": MINUTEN},
        terug=reverse("web:dossiers"),
        uitleg=_(
            "Gebruik dit alleen als het niet kan wachten tot u een rol op het dossier krijgt. De werknemer en de "
            "functionaris gegevensbescherming zien dat u dit deed, wanneer en waarom."
        ),
    )

    def doe(form: NoodtoegangForm) -> str:
        kenmerk = lees_kenmerk(form.cleaned_data["kenmerk"])
        try:
            neem_noodtoegang(actor=actor, kenmerk=kenmerk, grond=Noodgrond(form.cleaned_data["grond"]))
        except NietGevonden:  # the act recorded it; a typing error must not cost what was filled in
            raise Invoerfout("kenmerk", str(_NIET_GEVONDEN)) from None
        return reverse("web:dossier", args=[kenmerk])

    return formulierblad(request, blad, NoodtoegangForm, doe)


@require_POST
@met_actor
def beoordelen(request: HttpRequest, actor: Actor, nood_id: UUID) -> HttpResponse:
    """Record what the privacy officer finds of an emergency access."""
    gekozen = request.POST.get("oordeel", "")
    if gekozen not in list(Noodoordeel):
        messages.error(request, _("Kies of de noodtoegang terecht was."))
        return redirect("web:toezicht")
    try:
        beoordeel_noodtoegang(actor=actor, noodtoegang_id=nood_id, oordeel=Noodoordeel(gekozen))
    except Invoerfout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("Uw oordeel is vastgelegd. De werknemer ziet het ook."))
    return redirect("web:toezicht")

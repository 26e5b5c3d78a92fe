"""What the UWV asked and decided, and after a loonsanctie: the repair, the days and the cost."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.queries.nasanctieblad import nasanctiebeeld
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels
from poortwijzer.web.gegevens import gegevens_van


@met_actor
def nasanctie(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show how it stands after the UWV looked at the report."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.UWV)
    beeld = nasanctiebeeld(actor, dossier)
    context = {
        "kop": dossierkop(actor, dossier, "nasanctie"),
        "kruimels": kruimels(actor, dossier, _("Besluit van UWV")),
        "beeld": beeld,
        "na": beeld.na,
        "gegevens": tuple(gegevens_van(actor, kenmerk, beeld.feiten)),
    }
    return render(request, "web/nasanctie.html", context)

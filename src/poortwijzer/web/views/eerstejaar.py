"""The first-year evaluation as the moment to change course."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.queries import opschudbeeld
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels
from poortwijzer.web.opschudding import opschudblad


@met_actor
def eerstejaar(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show the eight signals, whether the second track must begin, and the course that each party chose."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.EERSTEJAARSEVALUATIE)
    context = {
        "kop": dossierkop(actor, dossier, "eerstejaar"),
        "kruimels": kruimels(actor, dossier, _("Na een jaar")),
        "terugblad": "eerstejaar",
        **opschudblad(opschudbeeld(actor, dossier)),
    }
    return render(request, "web/eerstejaar.html", context)

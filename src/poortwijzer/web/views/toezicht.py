"""What the privacy officer sees: who read what, who was refused, who read in bulk, and emergency access."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.forms.toezicht import LogfilterForm
from poortwijzer.web.toezichtblad import toezichtblad


@met_actor
def toezicht(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the log of the organisation with what stands out first; looking here is recorded too."""
    if actor.organisatie_id is None or not mag(actor.rol, Handeling.INZIEN, Deel.TOEZICHT):
        raise PermissionDenied
    blad = toezichtblad(request, actor, actor.organisatie_id)
    form = blad["form"]
    status = 422 if isinstance(form, LogfilterForm) and form.errors else 200
    return render(request, "web/toezicht.html", blad, status=status)

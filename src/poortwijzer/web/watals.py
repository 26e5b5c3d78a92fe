"""The page "what if": which questions it asks, and what comes out."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from poortnormen.omzetting import Omzetfout
from poortwijzer.dossiers.facts import Feitfout
from poortwijzer.dossiers.queries import stel_dat
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.web.forms.feit import FeitForm
from poortwijzer.web.forms.watals import WatAlsForm, verondersteld
from poortwijzer.web.formulierblad import meld_fouten

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


def watalsblad(request: HttpRequest, actor: Actor, dossier: "Dossier") -> dict[str, object]:
    """Give the forms, and what moves once they are filled in.

    First one chooses a fact, then its questions appear; the address holds all, so that it can be kept or sent.
    """
    gevraagd = "peildatum" in request.GET or "feit" in request.GET
    form = WatAlsForm(request.GET if gevraagd else None)
    if not gevraagd or not form.is_valid():
        return {"form": form, "feitform": None, "uitkomst": None}
    naam = form.cleaned_data["feit"]
    is_gekozen = request.GET.get("vragen") == naam
    feitform = FeitForm(naam, request.GET if is_gekozen else None) if naam else None
    context: dict[str, object] = {"form": form, "feitform": feitform, "feitnaam": naam, "uitkomst": None}
    if feitform is not None and not (is_gekozen and feitform.is_valid()):
        return context
    try:
        extra = [verondersteld(feitform, vandaag())] if feitform is not None else []
        context["uitkomst"] = stel_dat(dossier, actor, peildatum=form.cleaned_data["peildatum"], extra_feiten=extra)
    except (Feitfout, Omzetfout) as fout:
        meld_fouten(feitform or form, fout)
    return context

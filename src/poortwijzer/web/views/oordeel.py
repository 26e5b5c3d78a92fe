"""How a dossier stands for the UWV, and what moves if something were different."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.queries import eerste_dagen, oordeelbeeld
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import bladen, dossierkop, kruimels
from poortwijzer.web.forms.stand import StandForm
from poortwijzer.web.gevolgen import GEVOLGEN
from poortwijzer.web.standen import oordeelbeeld as merk_van
from poortwijzer.web.standwoorden import samenvatting, vragen
from poortwijzer.web.toegangspoort import dossier_voor
from poortwijzer.web.uwvstand import uwvstand
from poortwijzer.web.watals import watalsblad


@met_actor
def stand(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show the verdict on a day, what turns it, the tree of reasons, and then the terms."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.OORDEEL)
    gevraagd = "op" in request.GET or "bekend_op" in request.GET
    ziek, vastgelegd = eerste_dagen(dossier)
    form = StandForm(request.GET if gevraagd else None, eerste_ziektedag=ziek, eerst_vastgelegd=vastgelegd)
    context: dict[str, object] = {
        "kop": dossierkop(actor, dossier, "stand"),
        "kruimels": kruimels(actor, dossier, _("Stand voor het UWV")),
        "form": form,
        "terugblad": "stand",
    }
    if gevraagd and not form.is_valid():
        return render(request, "web/stand.html", context)
    dagen = form.cleaned_data if gevraagd else {}
    oordeel = oordeelbeeld(actor, dossier, peildatum=dagen.get("op"), bekend_op=dagen.get("bekend_op"))
    context |= {
        "oordeel": oordeel,
        "oordeelnaam": merk_van(oordeel.stand),
        "samenvatting": samenvatting(oordeel),
        "vragen": vragen(actor, oordeel),
        "gevolgen": GEVOLGEN,
        "verder": bladen(actor, kenmerk, "verslag", "eerstejaar", "overleg", "nasanctie"),
        "na_besluit": next((blad.adres for blad in bladen(actor, kenmerk, "nasanctie")), ""),
        **uwvstand(oordeel),
    }
    return render(request, "web/stand.html", context)


@met_actor
def watals(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show what moves with another day or one fact more; nothing is stored."""
    dossier = dossier_voor(actor, kenmerk, Deel.TIJDLIJN, Handeling.WAT_ALS)
    context = {
        "kop": dossierkop(actor, dossier, "watals"),
        "kruimels": kruimels(actor, dossier, _("Wat als")),
        **watalsblad(request, actor, dossier),
    }
    return render(request, "web/watals.html", context)

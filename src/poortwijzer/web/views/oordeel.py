"""How a dossier stands for the UWV, and what moves if something were different."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.queries import oordeelbeeld
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels
from poortwijzer.web.gevolgen import GEVOLGEN
from poortwijzer.web.standen import oordeelbeeld as merk_van
from poortwijzer.web.standwoorden import samenvatting, vragen
from poortwijzer.web.toegangspoort import dossier_voor
from poortwijzer.web.uwvstand import uwvstand
from poortwijzer.web.watals import watalsblad


@met_actor
def stand(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show the result first, then what is missing with its source and what repairs it, then what is in order."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.OORDEEL)
    oordeel = oordeelbeeld(actor, dossier)
    context = {
        "kop": dossierkop(actor, dossier, "stand"),
        "kruimels": kruimels(actor, dossier, _("Stand voor het UWV")),
        "oordeel": oordeel,
        "oordeelnaam": merk_van(oordeel.stand),
        "samenvatting": samenvatting(oordeel),
        "vragen": vragen(actor, oordeel),
        "gevolgen": GEVOLGEN,
        **uwvstand(actor.rol, oordeel.uwv),
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

"""How all dossiers of an actor stand for the UWV."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from poortnormen.standdelen import Oordeel
from poortwijzer.dossiers.beelden import Volgorde
from poortwijzer.dossiers.queries import portefeuille as portefeuille_van
from poortwijzer.lib.zinnen import zin
from poortwijzer.toegang.actor import Actor
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.bladeren import bladadressen, paginanummer
from poortwijzer.web.portefeuille import oordeelkeuzes, portefeuilleregels, volgordes


@met_actor
def portefeuille(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the verdict, the weakest point, the next turning point and the wage at risk of every open dossier."""
    oordeel, volgorde = request.GET.get("oordeel", ""), request.GET.get("volgorde", "")
    lijst = portefeuille_van(
        actor,
        zoekterm=request.GET.get("zoek", "")[:100],
        oordeel=Oordeel(oordeel) if oordeel in set(Oordeel) else None,
        volgorde=Volgorde(volgorde) if volgorde in set(Volgorde) else Volgorde.OORDEEL,
        pagina=paginanummer(request),
    )
    context = {
        "lijst": lijst,
        "rijen": portefeuilleregels(lijst),
        "aannames": [zin(aanname) for aanname in lijst.aannames],
        "oordelen": oordeelkeuzes(lijst),
        "gekozen_oordeel": oordeel,
        "volgordes": volgordes(),
        "gekozen_volgorde": volgorde,
        "alles": reverse("web:portefeuille"),
        "toon_werkgever": actor.organisatie_id is None or len({regel.werkgever for regel in lijst.regels}) > 1,
        **bladadressen(request, lijst.pagina, lijst.aantal_paginas),
    }
    return render(request, "web/portefeuille.html", context)

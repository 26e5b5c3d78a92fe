"""How all dossiers of an actor stand for the UWV: on a page, and as a file for a spreadsheet."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from poortnormen.standdelen import Oordeel
from poortwijzer.dossiers.beelden import Portefeuille, Volgorde
from poortwijzer.dossiers.queries import portefeuille as portefeuille_van
from poortwijzer.dossiers.queries.bladeren import MEESTE_PER_PAGINA, PER_PAGINA
from poortwijzer.lib.klok import vandaag
from poortwijzer.lib.zinnen import zin
from poortwijzer.toegang.actor import Actor
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.bladeren import bladadressen, paginanummer
from poortwijzer.web.portefeuille import oordeelkeuzes, portefeuille_csv, portefeuilleregels, volgordes


@met_actor
def portefeuille(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the verdict, the weakest point, the next turning point and the wage at risk of every open dossier."""
    oordeel, volgorde = request.GET.get("oordeel", ""), request.GET.get("volgorde", "")
    lijst = _lijst(request, actor, pagina=paginanummer(request), per_pagina=PER_PAGINA)
    gevraagd = request.GET.copy()
    gevraagd.pop("pagina", None)
    context = {
        "lijst": lijst,
        "rijen": portefeuilleregels(lijst),
        "aannames": [zin(aanname) for aanname in lijst.aannames],
        "oordelen": oordeelkeuzes(lijst),
        "gekozen_oordeel": oordeel,
        "volgordes": volgordes(),
        "gekozen_volgorde": volgorde,
        "alles": reverse("web:portefeuille"),
        "bestand": f"{reverse('web:portefeuille_bestand')}?{gevraagd.urlencode()}".rstrip("?"),
        "toon_werkgever": actor.organisatie_id is None or len({regel.werkgever for regel in lijst.regels}) > 1,
        **bladadressen(request, lijst.pagina, lijst.aantal_paginas),
    }
    return render(request, "web/portefeuille.html", context)


@met_actor
def bestand(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Give every page of the same list, narrowed and sorted in the same way, as CSV."""
    regels = (regel for blad in _bladen(request, actor) for regel in blad.regels)
    naam = f"portefeuille-{vandaag().isoformat()}.csv"
    koppen = {"Content-Disposition": f'attachment; filename="{naam}"', "Cache-Control": "private, no-store"}
    return HttpResponse(portefeuille_csv(regels), content_type="text/csv; charset=utf-8", headers=koppen)


def _bladen(request: HttpRequest, actor: Actor) -> Iterator[Portefeuille]:
    pagina, aantal = 1, 1
    while pagina <= aantal:
        blad = _lijst(request, actor, pagina=pagina, per_pagina=MEESTE_PER_PAGINA)
        yield blad
        pagina, aantal = pagina + 1, blad.aantal_paginas


def _lijst(request: HttpRequest, actor: Actor, *, pagina: int, per_pagina: int) -> Portefeuille:
    """Give a page of what the address asks for; a verdict or an order that does not exist asks for nothing."""
    oordeel, volgorde = request.GET.get("oordeel", ""), request.GET.get("volgorde", "")
    return portefeuille_van(
        actor,
        zoekterm=request.GET.get("zoek", "")[:100],
        oordeel=Oordeel(oordeel) if oordeel in set(Oordeel) else None,
        volgorde=Volgorde(volgorde) if volgorde in set(Volgorde) else Volgorde.OORDEEL,
        pagina=pagina,
        per_pagina=per_pagina,
    )

"""The norm register."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from poortnormen.catalogus import catalogus
from poortnormen.dekking import dekking
from poortnormen.norm import Hardheid
from poortwijzer.web.bladeren import bladadressen, paginanummer
from poortwijzer.web.normregister import Keuze, actoren, blad
from poortwijzer.web.zekerheid import in_woorden


@login_not_required
@require_safe
def normen(request: HttpRequest) -> HttpResponse:
    """Browse the norms by source, by whom they are for and by force, or search."""
    velden = ("bron", "actor", "hardheid", "zoek", "dekking")
    gekozen = {naam: request.GET.get(naam, "").strip()[:100] for naam in velden}
    resultaat = blad(Keuze(**gekozen, pagina=paginanummer(request)))
    return render(
        request,
        "web/normen.html",
        {
            "blad": resultaat,
            "gekozen": gekozen,
            "bronnen": catalogus().bronnen,
            "actoren": actoren(),
            "hardheden": list(Hardheid),
            "rijen": [(norm, dekking(norm.id).is_gedekt) for norm in resultaat.normen],
            **bladadressen(request, resultaat.pagina, resultaat.aantal_paginas),
        },
    )


@login_not_required
@require_safe
def norm(request: HttpRequest, norm_id: str) -> HttpResponse:
    """Show one norm: its text, its source, how hard and how sure it is, and what the system does for it."""
    gevonden = catalogus().normen.get(norm_id)
    if gevonden is None:
        raise Http404(_("Deze norm kennen wij niet."))
    return render(
        request,
        "web/norm.html",
        {
            "norm": gevonden,
            "bron": catalogus().bronnen[gevonden.bron],
            "zekerheid": in_woorden(gevonden.zekerheid),
            "dekking": dekking(norm_id),
            "rekent": catalogus().uitgewerkt(norm_id) is not None,
            "kruimels": [(_("Normen"), reverse("web:normen")), (norm_id, "")],
        },
    )

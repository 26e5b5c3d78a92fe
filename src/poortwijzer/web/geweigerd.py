"""The page for what is not allowed; who can do something about it is told what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import permission_denied

from poortwijzer.dossiers.access import NietBevestigd
from poortwijzer.dossiers.queries.betrokkenen import kenmerk_van


def geen_toegang(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Give the page: Django's `handler403`."""
    dossier_id = exception.weigering.dossier_id if isinstance(exception, NietBevestigd) else None
    if dossier_id is None:
        return permission_denied(request, exception)
    # Not every address names the dossier: a task is an address of its own.
    context = {"exception": str(exception), "kenmerk": kenmerk_van(dossier_id)}
    return render(request, "403_bevestigen.html", context, status=403)

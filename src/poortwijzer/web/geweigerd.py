"""The page for what is not allowed; who can do something about it is told what."""

from django.http import HttpRequest, HttpResponse
from django.views.defaults import permission_denied

from poortwijzer.dossiers.access import NietBevestigd


def geen_toegang(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Give the page: Django's `handler403`."""
    sjabloon = "403_bevestigen.html" if isinstance(exception, NietBevestigd) else "403.html"
    return permission_denied(request, exception, template_name=sjabloon)

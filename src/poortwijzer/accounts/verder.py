"""Where somebody goes after a form."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

VERDER = "na_tweede_stap"  # in the session: the page that somebody asked for before the second step was set up


def volgende(request: HttpRequest) -> str:
    """Give where to go next: what the form asked for when that is on this site, else the first page."""
    adres = request.POST.get("next", "")
    is_hier = url_has_allowed_host_and_scheme(adres, {request.get_host()}, require_https=request.is_secure())
    return adres if is_hier else "/"

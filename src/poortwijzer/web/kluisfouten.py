"""What a page says when sealed values cannot be opened: now (no key of the installation), or never again (erased)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from poortwijzer.kluis.installatiesleutel import KluisDicht
from poortwijzer.kluis.sleutelring import SleutelVernietigd
from poortwijzer.web.storing import even_niet

GEWIST = 410


class KluisfoutenMiddleware:
    """Turns these two refusals into a page; what was tampered with stays an error, for the operator to see."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as usual."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """Give the page for a key that is not here, or no more."""
        match fout:
            case KluisDicht():
                return even_niet(request, "kluis/dicht.html")
            case SleutelVernietigd():
                return render(request, "kluis/gewist.html", status=GEWIST)
        return None

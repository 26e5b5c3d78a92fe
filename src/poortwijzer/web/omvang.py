"""A request that is larger than anything a page asks for is turned away before it is read."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template import loader

from poortwijzer.bijlagen.typen import MEESTE_BYTES

TE_GROOT = 413
# Room for the largest file, the fields beside it, and for saying kindly that a file is twice too large.
GRENS = 2 * MEESTE_BYTES + 5 * 1024 * 1024  # bytes


class OmvangMiddleware:
    """Looks at what the sender says of the size; who says nothing is read as nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as usual, or say that it is too much."""
        lengte = request.META.get("CONTENT_LENGTH") or "0"
        if lengte.isdecimal() and int(lengte) > GRENS:
            return HttpResponse(loader.get_template("413.html").render({}), status=TE_GROOT)
        return self.get_response(request)

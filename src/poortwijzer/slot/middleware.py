"""Every request begins for nobody, and leaves no connection behind that knows who it was for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from poortwijzer.slot.eigenaar import vergeet_wie
from poortwijzer.slot.wie import niemand


class SlotMiddleware:
    """The pages that know who asks say so; see `accounts.actor` and the door of visitors."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer for nobody, until somebody says otherwise."""
        try:
            with niemand():
                return self.get_response(request)
        finally:
            vergeet_wie()

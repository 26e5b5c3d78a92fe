"""Opened keys live as long as the request that needed them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from poortwijzer.kluis.sleutelring import eigen_ring


class KluisMiddleware:
    """Gives each request keys of its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and let the keys go."""
        with eigen_ring():
            return self.get_response(request)

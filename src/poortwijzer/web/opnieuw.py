"""Who opened very many dossiers signs in again before going on; what was typed is kept."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from poortwijzer.accounts.leesgrens import LeesgrensBereikt
from poortwijzer.web.aangemeld import naar_aanmelden


class OpnieuwAanmeldenMiddleware:
    """Turns reaching the limit into the sign-in page; every other session of this person has ended already."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as usual."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """Sign off and go to the sign-in page."""
        if not isinstance(fout, LeesgrensBereikt):
            return None
        logout(request)
        messages.warning(request, str(fout))
        return naar_aanmelden(request)

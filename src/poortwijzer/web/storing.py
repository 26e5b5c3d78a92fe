"""What a page says when the database is away or the disk is full: wait a moment, and nothing typed is lost.

It asks nothing of the database. Django calls it for every error, also of a middleware; what is no such fault gets
the ordinary page for errors.
"""

import errno
import sys
from collections.abc import Iterator

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import loader
from django.views.defaults import server_error

from poortwijzer.web.onthouden import NIET_BEWAREN

STORING = 503
WACHT = 30  # seconds
VOL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
LEESBAAR_VANAF = 20  # characters; shorter is a choice or a date, and stands in the form anyway
# Codes and passwords are never written in a page.
GEHEIM_PAD = "/account/"


def serverfout(request: HttpRequest) -> HttpResponse:
    """Give the page for an error: Django's `handler500`. Status 503 for a fault that passes, else 500."""
    return even_niet(request, "503.html") if is_storing(sys.exc_info()[1]) else server_error(request)


def even_niet(request: HttpRequest, pagina: str) -> HttpResponse:
    """Give a page that says why nothing can be kept now, with what was typed; to htmx only a line."""
    velden = list(_velden(request))
    sjabloon = "web/delen/niet_bewaard.html" if request.headers.get("HX-Request") else pagina
    inhoud = loader.get_template(sjabloon).render(
        {
            "adres": request.get_full_path(),
            "csrf_token": get_token(request),
            "velden": velden,
            "heeft_bestand": request.method == "POST" and bool(request.FILES),
            "teksten": [waarde for _, waarde in velden if len(waarde) >= LEESBAAR_VANAF],
        }
    )
    return HttpResponse(inhoud, status=STORING, headers={"Retry-After": str(WACHT), "Cache-Control": "no-store"})


def is_storing(fout: BaseException | None) -> bool:
    """Tell whether this error, or what caused it, is a database that is away or a disk that takes nothing more."""
    while fout is not None:
        if isinstance(fout, OperationalError | InterfaceError) or (isinstance(fout, OSError) and fout.errno in VOL):
            return True
        fout = fout.__cause__ or fout.__context__
    return False


def _velden(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Give what was typed, to send again. A file cannot be given back."""
    if request.method != "POST" or request.path.startswith(GEHEIM_PAD):
        return
    for naam, waarden in request.POST.lists():
        if naam not in NIET_BEWAREN:
            yield from ((naam, str(waarde)) for waarde in waarden)

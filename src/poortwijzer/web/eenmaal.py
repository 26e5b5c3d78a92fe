"""One form that is sent twice is done once: a double click, a page sent again, or two requests at the same time.

A page gives each form a number of its own, in the signed field of `onthouden`. The same number with the same answers
is the same form. Who changes an answer, or opens the page again, means something new: two equal costs can be true.
"""

import hashlib
import time
from collections.abc import Callable
from contextlib import suppress

from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest

from poortwijzer.web.onthouden import NIET_BEWAREN, VELD, merkteken_klopt

BEZIG, GEDAAN = "bezig", "gedaan"
SECONDEN_BEZIG = 30  # a process that dies leaves the form locked no longer than this
SECONDEN_ONTHOUDEN = 24 * 60 * 60  # longer than a session lasts
SECONDEN_WACHTEN = 3.0
_TUSSEN = 0.05


class AlVerstuurd(Exception):  # an answer for a page, not a bug
    """This very form was sent before, and is done or is being done now."""


def doe_eenmaal(request: HttpRequest, doe: Callable[[], str]) -> str:
    """Do what a form asks and give what `doe` gives; what `doe` refused can be sent again.

    While the first is at work the second waits for it, and does it itself when the first was refused. A form without
    a number of ours is done as often as it is sent.

    Raises:
        AlVerstuurd: it was done, or is not ready after a while.
    """
    sleutel = _sleutel(request)
    if not sleutel:
        return doe()
    _neem(sleutel)
    try:
        uitkomst = doe()
    except BaseException:
        with suppress(DatabaseError):  # the fault that is going on says more
            cache.delete(sleutel)
        raise
    cache.set(sleutel, GEDAAN, SECONDEN_ONTHOUDEN)
    return uitkomst


def _neem(sleutel: str) -> None:
    tot = time.monotonic() + SECONDEN_WACHTEN
    while not cache.add(sleutel, BEZIG, SECONDEN_BEZIG):
        if cache.get(sleutel) == GEDAAN or time.monotonic() > tot:
            raise AlVerstuurd
        time.sleep(_TUSSEN)


def _sleutel(request: HttpRequest) -> str:
    """Give the name of this form with these answers: a hash, in which nobody finds an answer back."""
    if not merkteken_klopt(request):
        return ""
    velden = request.POST.copy()
    for naam in NIET_BEWAREN & set(velden):
        del velden[naam]
    bestanden = sorted((naam, str(b.name), b.size) for naam, rij in request.FILES.lists() for b in rij)
    heel = repr((request.get_full_path(), velden[VELD], velden.urlencode(), bestanden))
    return f"formulier-{hashlib.sha256(heel.encode()).hexdigest()}"

"""What somebody typed while the session ran out: kept for a while, and given back once after signing in again.

A form says with a signed field for whom it was made, and has a number of its own there. When it arrives without a
session, its fields go into the anonymous session. After sign-in the same address shows them again, to that person only.

The session lies in the database, and what is typed belongs in no dossier yet. So it is sealed there, with a key that
only the browser gets, in a cookie: in the database and its backups nobody can read it, then or ever.
"""

import base64
import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict

from poortwijzer.kluis.envelop import IDLENGTE, Beschadigd, Plaats, Verzegeld, nieuwe_sleutel, ontzegel, verzegel
from poortwijzer.lib.klok import nu

SLEUTEL = "onthouden_invoer"
KOEKJE = "poortwijzer_onthouden"
VELD = "blad_van"  # no form has a question of this name
ZOUT = "poortwijzer.web.onthouden"
HOOGSTENS_TEKENS = 200_000
SECONDEN_BEWAARD = 30 * 60
NIET_BEWAREN = frozenset({"csrfmiddlewaretoken", "password"})


def merkteken(request: HttpRequest) -> str:
    """Give the signed value of the field that says for whom a form was made; no two forms have the same."""
    return signing.dumps([str(request.user.pk), secrets.token_urlsafe(12)], salt=ZOUT)


def merkteken_klopt(request: HttpRequest) -> bool:
    """Tell whether the form that was sent was made for this very person."""
    return _gebruiker(request.POST.get(VELD, "")) == str(request.user.pk)


def onthoud(request: HttpRequest) -> str:
    """Keep the fields of this request, which came without a session; give what `geef_mee` sends the browser.

    Nothing is kept, and nothing given, of a form that does not say for whom it was made, or that is too large.
    """
    if request.method != "POST" or not _gebruiker(request.POST.get(VELD, "")):
        return ""
    velden = request.POST.copy()
    for naam in NIET_BEWAREN & set(velden):
        del velden[naam]
    inhoud = velden.urlencode()
    if len(inhoud) > HOOGSTENS_TEKENS:
        return ""
    sleutel = nieuwe_sleutel()
    dicht = verzegel(inhoud.encode(), met=AESGCM(sleutel), sleutel_id=bytes(IDLENGTE), plaats=_plaats(request))
    request.session[SLEUTEL] = {"pad": request.path, "inhoud": _als_tekst(dicht), "op": nu().timestamp()}
    return _als_tekst(sleutel)


def geef_mee(antwoord: HttpResponse, sleutel: str) -> None:
    """Send the browser the key of what was kept."""
    antwoord.set_cookie(
        KOEKJE,
        sleutel,
        max_age=SECONDEN_BEWAARD,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def teruggave(request: HttpRequest) -> QueryDict | None:
    """Give back, once, what this person typed on this address before the session ran out; else None."""
    bewaard = request.session.get(SLEUTEL)
    if not bewaard or request.method != "GET" or bewaard["pad"] != request.path:
        return None
    del request.session[SLEUTEL]
    velden = QueryDict(_open(request, bewaard["inhoud"]))
    te_oud = nu().timestamp() - bewaard["op"] > SECONDEN_BEWAARD
    if te_oud or _gebruiker(velden.get(VELD, "")) != str(request.user.pk):
        return None
    return velden


def _open(request: HttpRequest, dicht: str) -> str:
    """Give what was kept; nothing to a browser that does not have its key."""
    try:
        met = AESGCM(base64.b64decode(request.COOKIES.get(KOEKJE, ""), validate=True))
        return ontzegel(Verzegeld(base64.b64decode(dicht)), met=met, plaats=_plaats(request)).decode()
    except (Beschadigd, ValueError):  # also what is no base64, or no key
        return ""


def _plaats(request: HttpRequest) -> Plaats:
    return Plaats("django_session", SLEUTEL, request.path, "")


def _als_tekst(inhoud: bytes) -> str:
    return base64.b64encode(inhoud).decode("ascii")


def _gebruiker(merkteken_: str) -> str:
    try:
        gebruiker, _nummer = signing.loads(merkteken_, salt=ZOUT)
    except (signing.BadSignature, ValueError):  # also the value of an earlier version, which had no number
        return ""
    return gebruiker if isinstance(gebruiker, str) else ""

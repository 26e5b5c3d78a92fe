"""What somebody typed while the session ran out: kept for a while, and given back once after signing in again.

A form says with a signed field for whom it was made. When it arrives without a session, its fields go into the
anonymous session. After sign-in the same address shows them again, to that person only.
"""

from django.core import signing
from django.http import HttpRequest, QueryDict

from poortwijzer.lib.klok import nu

SLEUTEL = "onthouden_invoer"
VELD = "van_wie"
ZOUT = "poortwijzer.web.onthouden"
HOOGSTENS_TEKENS = 200_000
SECONDEN_BEWAARD = 30 * 60
NIET_BEWAREN = frozenset({"csrfmiddlewaretoken", "password"})


def merkteken(request: HttpRequest) -> str:
    """Give the signed value of the field that says for whom a form was made."""
    return signing.dumps(str(request.user.pk), salt=ZOUT)


def onthoud(request: HttpRequest) -> bool:
    """Keep the fields of this request, which came without a session; tell whether that was done.

    Nothing is kept of a form that does not say for whom it was made, or that is too large.
    """
    if request.method != "POST" or not _gebruiker(request.POST.get(VELD, "")):
        return False
    velden = request.POST.copy()
    for naam in NIET_BEWAREN & set(velden):
        del velden[naam]
    inhoud = velden.urlencode()
    if len(inhoud) > HOOGSTENS_TEKENS:
        return False
    request.session[SLEUTEL] = {"pad": request.path, "inhoud": inhoud, "op": nu().timestamp()}
    return True


def teruggave(request: HttpRequest) -> QueryDict | None:
    """Give back, once, what this person typed on this address before the session ran out; else None."""
    bewaard = request.session.get(SLEUTEL)
    if not bewaard or request.method != "GET" or bewaard["pad"] != request.path:
        return None
    del request.session[SLEUTEL]
    velden = QueryDict(bewaard["inhoud"])
    te_oud = nu().timestamp() - bewaard["op"] > SECONDEN_BEWAARD
    if te_oud or _gebruiker(velden.get(VELD, "")) != str(request.user.pk):
        return None
    return velden


def _gebruiker(merkteken_: str) -> str:
    try:
        gebruiker = signing.loads(merkteken_, salt=ZOUT)
    except signing.BadSignature:
        return ""
    return gebruiker if isinstance(gebruiker, str) else ""

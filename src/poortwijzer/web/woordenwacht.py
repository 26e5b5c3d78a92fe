"""The page that asks before a text with medical words is stored; one page for every form there is, without JavaScript.

An act that is given such words raises MedischeWoorden and stores nothing. Here everything that was typed is shown
again, to be sent once more to the same address: rewritten, or with a ground; or to the bedrijfsarts instead.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from poortwijzer.dossiers.queries.betrokkenen import kenmerk_van
from poortwijzer.tekstwacht.wacht import MEESTE_TEKENS, Bewaargrond, MedischeWoorden, bevestigd
from poortwijzer.tekstwacht.woordenlijst import vind
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.onthouden import NIET_BEWAREN

if TYPE_CHECKING:
    from poortwijzer.toegang.actor import Actor

GROND, TOELICHTING = "bewaargrond", "bewaartoelichting"
ONVERWERKBAAR = 422


@dataclass(frozen=True, slots=True, kw_only=True)
class Getypt:
    """One field that was sent; `is_te_herschrijven` when it holds medical words."""

    naam: str
    waarde: str
    nummer: int
    is_te_herschrijven: bool


class WoordenwachtMiddleware:
    """Passes the ground that came with a form on to the act, and turns the question of an act into a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as usual; what is stored now, is stored on this ground."""
        gegeven = request.POST.get(GROND, "") if request.method == "POST" else ""
        toelichting = request.POST.get(TOELICHTING, "") if gegeven == Bewaargrond.ANDERS else ""
        with bevestigd(Bewaargrond(gegeven) if gegeven in set(Bewaargrond) else None, toelichting):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """Give the page that asks."""
        actor: Actor | None = getattr(request, "actor", None)
        if not isinstance(fout, MedischeWoorden) or actor is None:
            return None
        return render(request, "web/woordenwacht.html", _context(request, actor, fout), status=ONVERWERKBAAR)


def _context(request: HttpRequest, actor: "Actor", fout: MedischeWoorden) -> dict[str, object]:
    velden = tuple(_getypt(request))
    is_eigen = actor.rol is Rol.WERKNEMER
    # A sick report that was stopped here leaves no dossier, and so no medical part to send a text to.
    kenmerk = kenmerk_van(fout.dossier_id) if fout.dossier_id else ""
    return {
        "vondsten": fout.vondsten,
        "teksten": fout.teksten,
        "te_herschrijven": [veld for veld in velden if veld.is_te_herschrijven],
        "ongewijzigd": [veld for veld in velden if not veld.is_te_herschrijven],
        "is_eigen": is_eigen,
        "is_bedrijfsarts": actor.rol is Rol.BEDRIJFSARTS,
        "gronden": [grond for grond in fout.gronden if grond is not Bewaargrond.ANDERS],
        "anders": Bewaargrond.ANDERS if Bewaargrond.ANDERS in fout.gronden else "",
        "toelichting": fout.toelichting,
        "bezwaar": fout.bezwaar,
        "meeste_tekens": MEESTE_TEKENS,
        "adres": request.get_full_path(),
        "insturen": _insturen(actor, kenmerk),
        "medisch_nieuw": _medisch_nieuw(actor, kenmerk),
    }


def _insturen(actor: "Actor", kenmerk: str) -> str:
    """Give where a text can be sent to the bedrijfsarts; nowhere when this is about no dossier."""
    if not kenmerk or not mag(actor.rol, Handeling.INSTUREN, Deel.AAN_BEDRIJFSARTS):
        return ""
    return reverse("web:aan_bedrijfsarts", args=[kenmerk])


def _medisch_nieuw(actor: "Actor", kenmerk: str) -> str:
    """Give where the bedrijfsarts writes in the medical record instead; nowhere for who may not."""
    if not kenmerk or not mag(actor.rol, Handeling.MEDISCH_VASTLEGGEN, Deel.MEDISCH_DOSSIER):
        return ""
    return reverse("web:medisch_nieuw", args=[kenmerk])


def _getypt(request: HttpRequest) -> Iterator[Getypt]:
    """Give every field that was sent, but the token of the form and an earlier answer to this question."""
    velden = [
        (naam, str(waarde))
        for naam, waarden in request.POST.lists()
        if naam not in {*NIET_BEWAREN, GROND, TOELICHTING}
        for waarde in waarden
    ]
    for nummer, (naam, waarde) in enumerate(velden):
        yield Getypt(naam=naam, waarde=waarde, nummer=nummer, is_te_herschrijven=bool(vind(waarde)))

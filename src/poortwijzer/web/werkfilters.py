"""The choices above the work list, and what an empty list says."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortnormen.uitkomst import Stand
from poortwijzer.dossiers.beelden import Werklijst
from poortwijzer.web.standen import STANDNAMEN

STANDEN = (Stand.TE_LAAT, Stand.NADERT, Stand.OPEN, Stand.ONBEKEND)
OVERIG: tuple[tuple[str, Promise], ...] = (
    ("mij", gettext_lazy("door mij genomen")),
    ("uitgesteld", gettext_lazy("ook uitgesteld")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One choice: its words, how many tasks it shows (none: not counted) and where it is."""

    naam: str
    aantal: int | None
    adres: str
    is_hier: bool


def gekozen_stand(request: HttpRequest) -> str:
    """Give the choice in the address; anything that is none of them is everything."""
    gevraagd = request.GET.get("toon", "")
    return gevraagd if gevraagd in {*STANDEN, *(naam for naam, _woorden in OVERIG)} else ""


def werkfilters(lijst: Werklijst, keuze: str) -> tuple[Filter, ...]:
    """Give the choices, with how many tasks each has."""
    alles = Filter(naam=_("alles"), aantal=sum(lijst.per_status.values()), adres="?", is_hier=not keuze)
    standen = [
        Filter(
            naam=str(STANDNAMEN[stand]),
            aantal=lijst.per_status.get(stand, 0),
            adres=f"?toon={stand}",
            is_hier=keuze == stand,
        )
        for stand in STANDEN
    ]
    overig = [
        Filter(naam=str(naam), aantal=None, adres=f"?toon={sleutel}", is_hier=keuze == sleutel)
        for sleutel, naam in OVERIG
    ]
    return (alles, *standen, *overig)


def leeg(keuze: str) -> dict[str, str]:
    """Give what an empty list says."""
    if keuze:
        return {"leeg_kop": _("Hier staat niets"), "leeg_tekst": _("Kies “alles” om de hele lijst te zien.")}
    return {
        "leeg_kop": _("Er wacht niets op u"),
        "leeg_tekst": _("Alles wat nu van u wordt verwacht is gedaan. Nieuwe taken komen hier vanzelf te staan."),
    }

"""Een kleine catalogus en losse feiten, om de motor mee te beproeven."""

import dataclasses
from collections.abc import Callable
from datetime import date
from typing import Any

from poortnormen.beoordeling import Beoordeling
from poortnormen.bron import Bron, Inhoud, lees_norm
from poortnormen.catalogus import Catalogus, bouw
from poortnormen.dossier import Dossier, Feit
from poortnormen.norm import Aard, Bepaling
from poortnormen.uitkomst import Uitkomst
from poortnormen.waarden import Waardenreeks

BRON = Bron(
    naam="Proef",
    titel="Proefwet",
    maker="niemand",
    prefix="PRF",
    aard=Aard.WET,
    vindplaats="nergens",
    geraadpleegd="nooit",
    map="proef",
)
PEILDATUM = date(2025, 1, 15)
AOW = date(2030, 5, 1)


def cat_van(
    *functies: Callable[..., object], waarden: tuple[Waardenreeks, ...] = (), per: str | None = None, **meer: object
) -> Catalogus:
    """Een catalogus met PRF-1, PRF-2 ... op volgorde van de functies; `meer` hoort bij de laatste norm."""
    bepalingen = [Bepaling(f"PRF-{n}", functie, None) for n, functie in enumerate(functies, start=1)]
    bepalingen[-1] = Bepaling(bepalingen[-1].norm_id, functies[-1], per)
    normen = []
    for bepaling in bepalingen:
        vermelding: dict[str, Any] = {
            "vindplaats": "artikel 1",
            "soort": "berekening",
            "hardheid": "wettelijk",
            "actor": ["werkgever"],
            "tekst": "Er is iets.",
            "uitleg": "Het is {uitkomst}.",
            "uitleg_niet": {"zomaar": "Het geldt niet."},
        }
        normen.append(lees_norm(bepaling.norm_id, vermelding | (meer if bepaling is bepalingen[-1] else {}), BRON))
    return bouw([Inhoud(BRON, tuple(normen), waarden, "proef")], bepalingen)


def feit(naam: str, waarde: object, op: date | None = None, vastgelegd_op: date = PEILDATUM, **meer: Any) -> Feit:
    return Feit(naam=naam, waarde=waarde, op=op, vastgelegd_op=vastgelegd_op, gever="werkgever", **meer)


def oordeel(cat: Catalogus, *feiten: Feit, peildatum: date = PEILDATUM) -> Beoordeling:
    genummerd = [deel if deel.id else met_id(deel, nummer) for nummer, deel in enumerate(feiten)]
    return cat.beoordeel(Dossier(kenmerk="proef", feiten=tuple(genummerd)), peildatum)


def met_id(los: Feit, nummer: int) -> Feit:
    """Hetzelfde feit met een eigen id."""
    return dataclasses.replace(los, id=f"f{nummer}")


def laatste(cat: Catalogus, *feiten: Feit, peildatum: date = PEILDATUM) -> Uitkomst:
    return oordeel(cat, *feiten, peildatum=peildatum).uitkomst(list(cat.normen)[-1])

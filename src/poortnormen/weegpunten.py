"""Wat de bron bij een vraag te wegen en te weten geeft: punten bij een oordeel van een mens, en toelichting.

De punten en de toelichting staan als gegevens bij de bron; dit leest en controleert ze. Een punt pleit voor ja of voor
nee en telt niet op: een mens weegt.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from poortnormen.bron import PAKKET, Catalogusfout
from poortnormen.feiten import FEITEN

_MAP = files(PAKKET).joinpath("beoordelingskader")


class Richting(StrEnum):
    """Voor welk antwoord een punt pleit als het meespeelt."""

    JA = "ja"
    NEE = "nee"

    def pleit_tegen(self, *, antwoord: bool) -> bool:
        """Of een punt dat meespeelt voor het andere antwoord pleit."""
        return (self is Richting.JA) is not antwoord


class Eist(StrEnum):
    """Of er door een punt meer of minder te vragen is."""

    MEER = "meer"
    MINDER = "minder"


class Toelichtingsoort(StrEnum):
    """Wat een toelichting zegt: een begrip, wie waarvoor instaat, of wat UWV doet en kan."""

    BEGRIP = "begrip"
    ROL = "rol"
    UWV = "uwv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weegvraag:
    """Een oordeel waarbij de bron punten noemt: welke norm ernaar vraagt, en of de gever elk punt vastlegt."""

    feit: str
    norm: str
    legt_vast: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Weegpunt:
    """Een punt dat de bron laat wegen, als bewering over het dossier.

    `bij` geeft per oordeel voor welk antwoord het pleit als het meespeelt. `eist` zegt of er dan meer of minder te
    vragen is, en `van` van wie. `als` noemt de voorwaarde waaronder het punt geldt; leeg is altijd.
    """

    norm: str
    zin: str
    bij: Mapping[str, Richting]
    eist: Eist | None = None
    van: str = ""
    als: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toelichting:
    """Wat iemand bij een vraag moet weten; `bij` noemt de normen van de boom waar het staat."""

    norm: str
    soort: Toelichtingsoort
    zin: str
    bij: tuple[str, ...]


@lru_cache(maxsize=1)
def weegvragen() -> Mapping[str, Weegvraag]:
    """De oordelen waarbij de bron punten noemt, bij de naam van het feit.

    Raises:
        Catalogusfout: als een naam geen oordeel van een mens is.
    """
    vragen = {feit: Weegvraag(feit=feit, **ruw) for feit, ruw in _ruw("weegpunten.toml")["vragen"].items()}
    for feit in vragen:
        if feit not in FEITEN or not FEITEN[feit].is_oordeel:
            raise Catalogusfout(f"weegpunten: '{feit}' is geen oordeel van een mens.")
    return MappingProxyType(vragen)


@lru_cache(maxsize=1)
def weegpunten() -> Mapping[str, Weegpunt]:
    """Alle punten, bij het id van hun norm.

    Raises:
        Catalogusfout: als een punt bij een vraag staat die er niet is, of een onbekende richting heeft.
    """
    punten = {norm: _punt(norm, ruw) for norm, ruw in _ruw("weegpunten.toml")["punten"].items()}
    for punt in punten.values():
        if vreemd := set(punt.bij) - set(weegvragen()):
            raise Catalogusfout(f"{punt.norm}: {', '.join(sorted(vreemd))} staat niet onder [vragen].")
    return MappingProxyType(punten)


def punten_bij(feit: str) -> tuple[Weegpunt, ...]:
    """De punten bij een oordeel, op volgorde van de bron."""
    return _per_vraag().get(feit, ())


def weegvragen_van(norm_id: str) -> tuple[Weegvraag, ...]:
    """De oordelen met punten waar een norm naar vraagt."""
    return tuple(vraag for vraag in weegvragen().values() if vraag.norm == norm_id)


@lru_cache(maxsize=1)
def toelichtingen() -> Mapping[str, Toelichting]:
    """Alle toelichting, bij het id van haar norm."""
    return MappingProxyType(
        {
            norm: Toelichting(norm=norm, soort=Toelichtingsoort(ruw["soort"]), zin=ruw["zin"], bij=tuple(ruw["bij"]))
            for norm, ruw in _ruw("toelichtingen.toml").items()
        }
    )


def toelichting_bij(norm_id: str) -> tuple[Toelichting, ...]:
    """De toelichting bij een vraag van de boom, op volgorde van de bron."""
    return _per_norm().get(norm_id, ())


def _punt(norm: str, ruw: Mapping[str, Any]) -> Weegpunt:
    try:
        richtingen = {feit: Richting(richting) for feit, richting in ruw["bij"].items()}
        eist = Eist(ruw["eist"]) if "eist" in ruw else None
        return Weegpunt(**{**ruw, "norm": norm, "bij": MappingProxyType(richtingen), "eist": eist})
    except (KeyError, TypeError, ValueError) as fout:
        raise Catalogusfout(f"{norm} in weegpunten: {fout}") from fout


@lru_cache(maxsize=1)
def _per_vraag() -> Mapping[str, tuple[Weegpunt, ...]]:
    return {feit: tuple(p for p in weegpunten().values() if feit in p.bij) for feit in weegvragen()}


@lru_cache(maxsize=1)
def _per_norm() -> Mapping[str, tuple[Toelichting, ...]]:
    normen = dict.fromkeys(norm for tekst in toelichtingen().values() for norm in tekst.bij)
    return {norm: tuple(t for t in toelichtingen().values() if norm in t.bij) for norm in normen}


def _ruw(bestand: str) -> dict[str, Any]:
    return tomllib.loads(_MAP.joinpath(bestand).read_text(encoding="utf-8"))

"""Gouden gevallen over een stuk: per norm een tabel met wat erin staat en wat de regel ervan moet zeggen.

Een bestand in `trajecten/` heeft per norm een tabel: `herkomst`, zo nodig `basis` (ligt onder elk geval) en `gevallen`,
elk met `naam`, `gegeven` en `verwacht`. Een bevinding staat er als `gewicht: code plek`; van een regel die meer normen
bewaakt, tellen bij een norm alleen haar eigen bevindingen, behalve bij een norm met `alles = true`.
"""

import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from geval import als_gevalwaarde

from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortnormen.bronnen.werkaanpassing.knelpunten import Knelpunt, Knelpuntenformulier
from poortnormen.bronnen.werkaanpassing.oplossingen import Keuzeformulier, Oplossing, Plan, Waardering
from poortnormen.catalogus import catalogus
from poortnormen.norm import REGELS
from poortnormen.omzetting import lees_waarde
from poortnormen.stukregel import voer_uit

MAP = Path(__file__).parent / "trajecten"
DAG = date(2026, 3, 2)
# Wat een regel van een plan is als een geval er niets anders over zegt.
REGEL = {"knelpunt": "1", "oplossing": "1a", "actie": "doen", "verantwoordelijken": ["Sam"], "wanneer": DAG}
SLEUTELS_NORM = {"herkomst", "basis", "gevallen", "alles"}
SLEUTELS_GEVAL = {"naam", "gegeven", "verwacht"}


class Gevalfout(Exception):
    """Een geval is niet goed opgeschreven; de melding noemt de norm en het geval."""


@dataclass(frozen=True)
class Trajectgeval:
    """Eén geval: de argumenten van een regel en wat zij moet geven."""

    norm: str
    naam: str
    herkomst: str
    gegeven: Mapping[str, Any]
    verwacht: Any
    alles: bool

    @property
    def id(self) -> str:
        """De naam waaronder het geval in een testverslag staat."""
        return f"{self.norm}::{self.naam}"

    def verschillen(self) -> list[str]:
        """Wat er anders uit komt dan verwacht; leeg als het klopt."""
        gevonden = self._in_woorden(voer_uit(self.norm, DAG, self._argumenten()))
        return [] if gevonden == self.verwacht else [f"verwacht {self.verwacht}, gevonden {gevonden}"]

    def _argumenten(self) -> dict[str, object]:
        soorten = typing.get_type_hints(REGELS[self.norm])
        if vreemd := set(self.gegeven) - set(soorten):
            raise Gevalfout(f"{self.id}: de regel kent geen {', '.join(sorted(vreemd))}.")
        return {
            naam: lees_waarde(json_vorm(_voluit(self.gegeven.get(naam), soorten[naam])), soorten[naam], naam)
            for naam in soorten
            if naam != "return" and (naam in self.gegeven or naam not in catalogus().waarden)
        }

    def _in_woorden(self, uitkomst: Any) -> Any:
        if isinstance(uitkomst, tuple) and all(isinstance(deel, Bevinding) for deel in uitkomst):
            eigen = [deel for deel in uitkomst if self.alles or deel.norm == self.norm]
            return [f"{deel.gewicht}: {deel.code} {deel.plek}".strip() for deel in eigen]
        if isinstance(uitkomst, tuple | list | frozenset):
            rij = sorted(uitkomst) if isinstance(uitkomst, frozenset) else uitkomst
            wensen = self.verwacht if isinstance(self.verwacht, list) else []
            return [
                als_gevalwaarde(deel, wensen[plaats] if plaats < len(wensen) else None)
                for plaats, deel in enumerate(rij)
            ]
        return "niets" if uitkomst is None else als_gevalwaarde(uitkomst, self.verwacht)


def _voluit(ruw: Any, soort: object) -> Any:  # noqa: C901, PLR0911  # per soort één regel
    """Vul aan wat een geval weglaat.

    Een formulier mag als lijst knelpunten: onder één taak en één werkzaamheid, elk met zijn id als tekst. Een oplossing
    is van de werknemer, en een regel van het plan heeft een actie, een verantwoordelijke en een dag.
    """
    if soort is Knelpuntenformulier and isinstance(ruw, list):
        return {"variant": "werknemer", "hoofdtaken": [_taak(ruw)]}
    if soort is Knelpuntenformulier and isinstance(ruw, dict) and "knelpunten" in ruw:
        rest = {naam: deel for naam, deel in ruw.items() if naam != "knelpunten"}
        return {**rest, "hoofdtaken": [_taak(ruw["knelpunten"])]}
    if soort == tuple[Knelpuntenformulier, ...]:
        return [_voluit(deel, Knelpuntenformulier) for deel in ruw or []]
    if soort is Knelpunt:
        return {"tekst": ruw["id"], **ruw}
    if soort == tuple[Knelpunt, ...]:
        return [_voluit(deel, Knelpunt) for deel in ruw or []]
    if soort is Keuzeformulier and isinstance(ruw, dict):
        return {**ruw, "waarderingen": [_voluit(rij, Waardering) for rij in ruw.get("waarderingen", [])]}
    if soort is Waardering:
        return {"knelpunt": "1", **ruw, "oplossingen": [_voluit(deel, Oplossing) for deel in ruw["oplossingen"]]}
    if soort is Oplossing:
        return {"id": "1a", "tekst": "anders werken", "aangedragen_door": "werknemer", **ruw}
    if soort == tuple[Oplossing, ...]:
        return [_voluit(deel, Oplossing) for deel in ruw or []]
    if soort is Plan and isinstance(ruw, dict):
        return {**ruw, "regels": [_samen(REGEL, regel) for regel in ruw.get("regels", [])]}
    return ruw


def _taak(knelpunten: list[Any]) -> dict[str, Any]:
    werk = {"naam": "werk", "knelpunten": [_voluit(deel, Knelpunt) for deel in knelpunten]}
    return {"naam": "taak", "werkzaamheden": [werk]}


def json_vorm(ruw: Any) -> Any:
    """Maak van TOML wat de kern uit JSON leest: een dag als tekst."""
    match ruw:
        case date():
            return ruw.isoformat()
        case dict():
            return {naam: json_vorm(deel) for naam, deel in ruw.items()}
        case list():
            return [json_vorm(deel) for deel in ruw]
        case _:
            return ruw


def trajectgevallen() -> list[Trajectgeval]:
    """Lees alle gevallen, per bestand en per norm op volgorde.

    Raises:
        Gevalfout: als er iets in staat wat wij niet kennen.
    """
    catalogus()  # laadt de regels
    return [geval for pad in sorted(MAP.glob("*.toml")) for geval in _van_bestand(pad)]


def _van_bestand(pad: Path) -> list[Trajectgeval]:
    gevallen: list[Trajectgeval] = []
    for norm, deel in tomllib.loads(pad.read_text(encoding="utf-8")).items():
        if vreemd := set(deel) - SLEUTELS_NORM:
            raise Gevalfout(f"{pad.name}, {norm}: onbekende sleutel {', '.join(sorted(vreemd))}.")
        if norm not in REGELS:
            raise Gevalfout(f"{pad.name}: geen regel bewaakt {norm}.")
        for ruw in deel["gevallen"]:
            if set(ruw) != SLEUTELS_GEVAL and set(ruw) != SLEUTELS_GEVAL - {"gegeven"}:
                raise Gevalfout(f"{pad.name}, {norm}: een geval heeft {', '.join(sorted(SLEUTELS_GEVAL))}.")
            gegeven = _samen(deel.get("basis", {}), ruw.get("gegeven", {}))
            gevallen.append(
                Trajectgeval(norm, ruw["naam"], deel["herkomst"], gegeven, ruw["verwacht"], deel.get("alles", False))
            )
    return gevallen


def _samen(basis: Mapping[str, Any], meer: Mapping[str, Any]) -> dict[str, Any]:
    """Leg een geval over de basis; een object wordt aangevuld, een lijst vervangen, en "leeg" haalt weg."""
    uit = dict(basis)
    for naam, deel in meer.items():
        if deel == "leeg":
            uit.pop(naam, None)
        elif isinstance(deel, dict) and isinstance(uit.get(naam), dict):
            uit[naam] = _samen(uit[naam], deel)
        else:
            uit[naam] = deel
    return uit

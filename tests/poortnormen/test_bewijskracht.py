"""Bewijzen de gouden gevallen wat zij zeggen? Elke uitwerking heeft er genoeg, en een fout in haar valt op."""

import ast
import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from geval import SLEUTELS_MOMENT, Geval, delen_van, gevalbestanden, lees_gevallen, verschillen

from poortnormen.catalogus import Catalogus, catalogus
from poortnormen.tijd import Dagen, Weken, dagen_later
from poortnormen.uitkomst import Mist, Nvt, Tot, Uiterlijk
from poortnormen.uitwerking import Uitwerking

TESTS = Path(__file__).parents[1]
MET_FEITEN = [id_ for id_ in catalogus().uitwerkingen if id_ not in catalogus().vast]


@lru_cache(maxsize=1)
def gevallen_per_norm() -> Mapping[str, tuple[Geval, ...]]:
    """De gevallen die een norm noemen."""
    per_norm: dict[str, list[Geval]] = defaultdict(list)
    for pad in gevalbestanden():
        for geval in lees_gevallen(pad):
            for norm_id in geval.verwacht:
                per_norm[norm_id].append(geval)
    return MappingProxyType({norm_id: tuple(gevallen) for norm_id, gevallen in per_norm.items()})


# --- genoeg gevallen ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("norm_id", MET_FEITEN)
def test_elke_uitwerking_heeft_gevallen_met_verschillende_uitkomsten(norm_id: str) -> None:
    verwacht = {
        repr({sleutel: waarde for sleutel, waarde in deel.items() if sleutel != "houdbaar_tot"})
        for geval in gevallen_per_norm().get(norm_id, ())
        for deel in delen_van(geval.verwacht[norm_id])
    }

    assert len(verwacht) >= 2, "schrijf een geval aan beide kanten van de grens"


@pytest.mark.parametrize("norm_id", list(catalogus().vast))
def test_wat_van_geen_feit_afhangt_heeft_een_eigen_toets(norm_id: str) -> None:
    gemerkt = {
        merk.args[0].value
        for pad in TESTS.rglob("test_*.py")
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(knoop, ast.FunctionDef)
        for merk in knoop.decorator_list
        if isinstance(merk, ast.Call) and ast.unparse(merk.func) == "pytest.mark.norm"
        if isinstance(merk.args[0], ast.Constant)
    }

    assert norm_id in gemerkt or norm_id in gevallen_per_norm()


def test_een_norm_die_hetzelfde_zegt_staat_in_een_geval_van_de_norm_die_is_uitgewerkt() -> None:
    for norm in catalogus().normen.values():
        samen = [geval for geval in gevallen_per_norm().get(norm.id, ()) if norm.gelijk_aan in geval.verwacht]
        assert samen or not norm.gelijk_aan, f"geen geval noemt {norm.id} en {norm.gelijk_aan} samen"


# --- een fout valt op -----------------------------------------------------------------------------------------
#
# Elke uitwerking wordt een voor een kapot gemaakt. Haar eigen gevallen moeten dat zien.


def _een_dag_later(antwoord: Any) -> Any:  # noqa: PLR0911  # per soort antwoord één
    """Verschuif elke dag in een antwoord; wat geen dag of duur heeft, blijft gelijk."""
    match antwoord:
        case date():
            return dagen_later(antwoord, 1)
        case Uiterlijk():
            return dataclasses.replace(antwoord, dag=dagen_later(antwoord.dag, 1))
        case Tot():
            return Tot(_een_dag_later(antwoord.waarde), antwoord.houdbaar_tot)
        case Dagen() | Weken():
            return type(antwoord)(antwoord.aantal + 1)
        case bool() | Mist() | Nvt():
            return antwoord
        case int():
            return antwoord + 1
        case tuple():
            return tuple(_een_dag_later(deel) for deel in antwoord)
        case _ if dataclasses.is_dataclass(antwoord) and not isinstance(antwoord, type):
            return _met_andere_velden(antwoord)
        case _:
            return antwoord


def _met_andere_velden(antwoord: Any) -> Any:
    velden = {veld.name: getattr(antwoord, veld.name) for veld in dataclasses.fields(antwoord) if veld.init}
    anders = {naam: _een_dag_later(waarde) for naam, waarde in velden.items()}
    try:
        return dataclasses.replace(antwoord, **{n: w for n, w in anders.items() if w != velden[n]})
    except ValueError:
        return antwoord


def _omgekeerd(antwoord: Any) -> Any:
    match antwoord:
        case bool():
            return not antwoord
        case Tot(waarde=bool() as waarde):
            return Tot(not waarde, antwoord.houdbaar_tot)
        case _:
            return antwoord


def _nooit_niet_van_toepassing(antwoord: Any) -> Any:
    return date(1999, 1, 1) if isinstance(antwoord, Nvt) else antwoord


def _nooit_onbekend(antwoord: Any) -> Any:
    return date(1999, 1, 1) if isinstance(antwoord, Mist) else antwoord


def _altijd_onbekend(antwoord: Any) -> Any:
    return antwoord if isinstance(antwoord, Mist) else Mist(("kapot",))


KAPOT: dict[str, Callable[[Any], Any]] = {
    "een dag later": _een_dag_later,
    "omgekeerd": _omgekeerd,
    "nooit niet van toepassing": _nooit_niet_van_toepassing,
    "nooit onbekend": _nooit_onbekend,
    "altijd onbekend": _altijd_onbekend,
}


class _Meting:
    """Onthoudt of de kapotte uitwerking ooit iets anders gaf dan de hele."""

    def __init__(self, functie: Callable[..., object], maak_kapot: Callable[[Any], Any]) -> None:
        self.functie = functie
        self.maak_kapot = maak_kapot
        self.is_anders = False

    def __call__(self, **gegevens: object) -> object:
        heel = self.functie(**gegevens)
        kapot = self.maak_kapot(heel)
        self.is_anders = self.is_anders or kapot != heel
        return kapot


def _met_fout(cat: Catalogus, uitwerking: Uitwerking, functie: Callable[..., object]) -> Catalogus:
    kapot = dataclasses.replace(uitwerking, functie=functie)
    return dataclasses.replace(cat, uitwerkingen={**cat.uitwerkingen, uitwerking.norm.id: kapot})


def _ziet_de_fout(geval: Geval, norm_id: str) -> bool:
    """Of het geval aan de uitkomst ziet dat de norm kapot is; aan de tijdlijn alleen als er niets anders staat."""
    wens = geval.verwacht[norm_id]
    delen = [{sleutel: deel[sleutel] for sleutel in deel if sleutel not in SLEUTELS_MOMENT} for deel in delen_van(wens)]
    kern = delen if isinstance(wens, list) else delen[0]
    try:
        return bool(verschillen(dataclasses.replace(geval, verwacht={norm_id: kern if any(delen) else wens})))
    except (TypeError, AttributeError, AssertionError):
        return not any(delen)  # de tijdlijn kon er niet mee verder


def _fouten() -> Iterator[tuple[str, str]]:
    for norm_id in MET_FEITEN:
        for naam in KAPOT:
            yield norm_id, naam


@pytest.mark.traag
@pytest.mark.parametrize(("norm_id", "fout"), list(_fouten()))
def test_een_kapotte_uitwerking_maakt_haar_gevallen_rood(
    norm_id: str, fout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cat = catalogus()
    meting = _Meting(cat.uitwerkingen[norm_id].functie, KAPOT[fout])
    monkeypatch.setattr("geval.catalogus", lambda: _met_fout(cat, cat.uitwerkingen[norm_id], meting))
    gevallen = gevallen_per_norm().get(norm_id, ())

    gezien = any(_ziet_de_fout(geval, norm_id) for geval in gevallen)

    assert gezien or not meting.is_anders, f"geen van de {len(gevallen)} gevallen merkt dat {norm_id} {fout} is"

"""Elke reden waarom een norm niet geldt heeft een tekst, en elke tekst een reden."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import FunctionType

import pytest

from poortnormen.catalogus import catalogus


def _functies_van(functie: Callable[..., object], gezien: set[object]) -> Iterator[FunctionType]:
    """De functie en de hulpfuncties die zij noemt, binnen de kern."""
    if not isinstance(functie, FunctionType) or functie in gezien or not functie.__module__.startswith("poortnormen."):
        return
    gezien.add(functie)
    yield functie
    for naam in functie.__code__.co_names:
        ander = functie.__globals__.get(naam)
        if isinstance(ander, FunctionType):
            yield from _functies_van(ander, gezien)


@dataclass
class _Redenen:
    """De redenen die een uitwerking kan geven; `is_open` als er een bij is die pas bij het uitvoeren blijkt."""

    genoemd: set[str] = field(default_factory=set)
    opgevangen: set[str] = field(default_factory=set)
    is_open: bool = False

    def lees(self, functie: FunctionType) -> None:
        for knoop in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(functie)))):
            if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id == "nvt":
                self._lees_reden(knoop.args[0], functie)
            elif isinstance(knoop, ast.Compare) and ast.unparse(knoop.left).endswith(".reden"):
                self.opgevangen |= {deel.value for deel in knoop.comparators if isinstance(deel, ast.Constant)}

    def _lees_reden(self, reden: ast.expr, functie: FunctionType) -> None:
        match reden:
            case ast.Constant(value=str(tekst)):
                self.genoemd.add(tekst)
            case ast.IfExp():
                self._lees_reden(reden.body, functie)
                self._lees_reden(reden.orelse, functie)
            case ast.Name(id=naam) if isinstance(functie.__globals__.get(naam), str):
                self.genoemd.add(functie.__globals__[naam])
            case _:
                self.is_open = True


def _redenen(functie: Callable[..., object]) -> _Redenen:
    redenen = _Redenen()
    for deel in _functies_van(functie, set()):
        redenen.lees(deel)
    return redenen


@pytest.mark.parametrize("norm_id", list(catalogus().uitwerkingen))
def test_elke_reden_om_niet_te_gelden_heeft_een_tekst_en_elke_tekst_een_reden(norm_id: str) -> None:
    uitwerking = catalogus().uitwerkingen[norm_id]
    redenen = _redenen(uitwerking.functie)
    teksten = set(uitwerking.norm.uitleg_niet)

    assert redenen.genoemd - redenen.opgevangen - teksten == set(), "geen tekst in uitleg_niet"
    assert redenen.is_open or teksten - redenen.genoemd == set(), "een tekst die nooit verschijnt"


@pytest.mark.parametrize("norm_id", [n.id for n in catalogus().normen.values() if n.uitleg_niet])
def test_de_tekst_bij_een_reden_noemt_alleen_wat_de_norm_kent(norm_id: str) -> None:
    norm = catalogus().normen[norm_id]
    uitwerking = catalogus().uitwerkingen[norm_id]
    bekend = {argument.naam for argument in uitwerking.argumenten} | _extra_gegevens(uitwerking.functie)

    for reden, sjabloon in norm.uitleg_niet.items():
        genoemd = {plek.split(".")[0].split("[")[0] for plek in _plekken(sjabloon)}
        assert genoemd <= bekend, f"{reden}: {genoemd - bekend}"


def _plekken(sjabloon: str) -> list[str]:
    return [deel.split("}")[0] for deel in sjabloon.split("{")[1:]]


def _extra_gegevens(functie: Callable[..., object]) -> set[str]:
    return {
        sleutel.arg
        for deel in _functies_van(functie, set())
        for knoop in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(deel))))
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Name) and knoop.func.id == "nvt"
        for sleutel in knoop.keywords
        if sleutel.arg is not None
    }

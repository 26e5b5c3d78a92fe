"""Mutanten van de regels: één vergelijking, grens of voorwaarde anders, en de gouden gevallen moeten het zien.

Een mutant is een functie uit `poortnormen/bronnen` waarin één plek anders is. Haar code wordt in dit proces vervangen,
zodat ook wie haar al had geïmporteerd de mutant gebruikt. Daarna draaien de gevallen die een norm noemen die op deze
functie steunt, tot het eerste rode. Wat groen blijft, is een overlever: schrijf een geval aan die kant van de grens, of
haal de tak weg die er niet toe doet. Wat echt geen verschil kan maken, staat met de reden in `gegevens/mutanten.toml`.
`scripts/regelmutanten.py` telt ze en noemt de overlevers.
"""

import ast
import copy
import importlib
import signal
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import CodeType, FrameType, FunctionType, MappingProxyType, ModuleType
from typing import Any

import geval as gevallezer
from geval import Geval, gevalbestanden, lees_gevallen, verschillen
from trajectgeval import Trajectgeval, trajectgevallen

import poortnormen.bronnen
from poortnormen.catalogus import Catalogus, _vaste, catalogus
from poortnormen.norm import BEPALINGEN, REGELS

BRONNEN = Path(poortnormen.bronnen.__path__[0])
PAKKET = f"{poortnormen.bronnen.__name__}."
AANTEKENINGEN = Path(__file__).parent / "gegevens" / "mutanten.toml"
# Wie zoveel rekentijd nodig heeft, loopt niet meer af; een geval duurt milliseconden.
SECONDEN_REKENTIJD = 2

ANDERE_VERGELIJKING: Mapping[type[ast.cmpop], tuple[type[ast.cmpop] | bool, ...]] = MappingProxyType(
    {
        ast.Lt: (ast.LtE, ast.NotEq, False),
        ast.LtE: (ast.Lt, ast.Eq, True),
        ast.Gt: (ast.GtE, ast.NotEq, False),
        ast.GtE: (ast.Gt, ast.Eq, True),
        ast.Eq: (True, False),
        ast.NotEq: (True, False),
    }
)


@dataclass(frozen=True)
class Mutant:
    """Eén plek in één functie die anders is; `naam` blijft gelijk zolang die regel gelijk blijft."""

    naam: str
    functie: FunctionType
    code: CodeType
    normen: tuple[str, ...]


@dataclass
class Telling:
    """Wat een jacht opleverde."""

    gedood: list[str] = field(default_factory=list)
    overlevers: list[str] = field(default_factory=list)

    def slotregel(self) -> str:
        """De aantallen in één regel."""
        bekend = aantekeningen()
        gelijk = sum(naam in bekend["gelijkwaardig"] for naam in self.overlevers)
        nog_open = sum(naam in bekend["open"] for naam in self.overlevers)
        return (
            f"{len(self.gedood) + len(self.overlevers)} mutanten: {len(self.gedood)} gedood, {gelijk} gelijkwaardig, "
            f"{nog_open} open, {len(self.overlevers) - gelijk - nog_open} onbesproken"
        )


# --- mutanten maken -------------------------------------------------------------------------------------------


def mutanten(begin: str = "") -> Iterator[Mutant]:
    """De mutanten van alle functies in de bronnen waarvan de naam zo begint, altijd op dezelfde volgorde."""
    for module in regelmodules():
        kort = module.__name__.removeprefix(PAKKET)
        boom = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        for knoop in boom.body:
            if isinstance(knoop, ast.FunctionDef) and f"{kort}.{knoop.name}".startswith(begin):
                yield from _van_functie(module, kort, knoop)


@lru_cache(maxsize=1)
def regelmodules() -> tuple[ModuleType, ...]:
    """De modules waarin uitwerkingen en hun hulpen staan."""
    catalogus()
    paden = (pad.relative_to(BRONNEN) for pad in sorted(BRONNEN.rglob("*.py")) if pad.name != "__init__.py")
    return tuple(importlib.import_module(PAKKET + ".".join(pad.with_suffix("").parts)) for pad in paden)


def _van_functie(module: ModuleType, kort: str, knoop: ast.FunctionDef) -> Iterator[Mutant]:
    functie = getattr(module, knoop.name)
    normen = normen_per_functie().get(functie, ())
    eerder: Counter[str] = Counter()
    for nummer, plek in enumerate(ast.walk(knoop)):
        for anders in _varianten(plek):
            naam = f"{kort}.{knoop.name}: {ast.unparse(plek)} => {ast.unparse(anders)}"
            eerder[naam] += 1
            volgnummer = f" ({eerder[naam]})" if eerder[naam] > 1 else ""
            yield Mutant(naam + volgnummer, functie, _vertaal(knoop, nummer, anders, functie), normen)


def _vertaal(knoop: ast.FunctionDef, nummer: int, anders: ast.expr, functie: FunctionType) -> CodeType:
    """De code van de functie met op deze plek iets anders."""
    kopie = copy.deepcopy(knoop)
    kopie.decorator_list = []
    plek = list(ast.walk(copy.deepcopy(knoop)))[nummer]
    kopie = _Vervanger(ast.dump(plek, include_attributes=True), anders).visit(kopie)
    code = compile(ast.fix_missing_locations(ast.Module([kopie], [])), functie.__code__.co_filename, "exec")
    return next(deel for deel in code.co_consts if isinstance(deel, CodeType) and deel.co_name == knoop.name)


class _Vervanger(ast.NodeTransformer):
    """Vervangt de knoop met precies deze plaats en inhoud."""

    def __init__(self, zoek: str, anders: ast.expr) -> None:
        self.zoek = zoek
        self.anders = anders

    def visit(self, node: ast.AST) -> Any:
        """Geef de vervanger voor de gezochte knoop, en kijk anders verder."""
        if isinstance(node, ast.expr) and ast.dump(node, include_attributes=True) == self.zoek:
            return ast.copy_location(self.anders, node)
        return self.generic_visit(node)


def _varianten(plek: ast.AST) -> Iterator[ast.expr]:
    match plek:
        case ast.Compare(ops=ops):
            for plaats, soort in enumerate(ops):
                yield from _andere_vergelijking(plek, plaats, ANDERE_VERGELIJKING.get(type(soort), ()))
        case ast.BoolOp(op=op, values=delen):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), delen)
            for rest in _zonder_een(delen):
                yield ast.BoolOp(op, rest) if len(rest) > 1 else rest[0]
        case ast.UnaryOp(op=ast.Not(), operand=deel):
            yield deel
        case ast.Call(func=ast.Name(id="min" | "max" as naam), args=delen):
            yield ast.Call(ast.Name("max" if naam == "min" else "min", ast.Load()), delen, plek.keywords)
            for rest in _zonder_een(delen):
                yield ast.Call(plek.func, rest, plek.keywords) if len(rest) > 1 else rest[0]
        case ast.Call(func=ast.Name(id="dagen_later"), args=[links, rechts]) if _is_stap(rechts):
            yield links
        case ast.BinOp(op=ast.Add() | ast.Sub(), left=links, right=rechts) if _is_stap(rechts):
            yield links


def _zonder_een(delen: list[ast.expr]) -> Iterator[list[ast.expr]]:
    """Dezelfde delen, telkens zonder een ervan; van één deel blijft niets over."""
    if len(delen) > 1:
        yield from (delen[:weg] + delen[weg + 1 :] for weg in range(len(delen)))


def _andere_vergelijking(
    plek: ast.Compare, plaats: int, soorten: Iterable[type[ast.cmpop] | bool]
) -> Iterator[ast.expr]:
    delen = [plek.left, *plek.comparators]
    for soort in soorten:
        if not isinstance(soort, bool):
            yield ast.Compare(plek.left, [*plek.ops[:plaats], soort(), *plek.ops[plaats + 1 :]], plek.comparators)
        elif len(plek.ops) == 1 or not soort:
            yield ast.Constant(soort)
        elif plaats == 0:  # van `a < b < c` blijft `b < c` over
            yield ast.Compare(delen[1], plek.ops[1:], delen[2:])
        elif plaats == len(plek.ops) - 1:
            yield ast.Compare(delen[0], plek.ops[:-1], delen[1:-1])


def _is_stap(waarde: ast.expr) -> bool:
    """Of er één dag, of een andere tijdsduur, bij of af gaat."""
    match waarde:
        case ast.Constant(value=1) | ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=1)):
            return True
        case ast.Name(id="EEN_DAG") | ast.Call(func=ast.Name(id="timedelta")):
            return True
        case _:
            return False


# --- wie moet het zien ----------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def normen_per_functie() -> Mapping[FunctionType, tuple[str, ...]]:
    """Bij elke functie in de bronnen de normen waarvan de uitwerking haar, ook langs andere functies, aanroept."""
    per_functie: dict[FunctionType, set[str]] = defaultdict(set)
    regelmodules()
    uitgewerkt = [(bepaling.norm_id, bepaling.functie) for bepaling in BEPALINGEN.values()]
    for norm_id, bron in [*uitgewerkt, *REGELS.items()]:
        te_doen: list[Callable[..., object]] = [bron]
        while te_doen:
            functie = te_doen.pop()
            if isinstance(functie, FunctionType) and norm_id not in per_functie[functie]:
                per_functie[functie].add(norm_id)
                te_doen += _aangeroepen(functie)
    return MappingProxyType({functie: tuple(sorted(normen)) for functie, normen in per_functie.items()})


def _aangeroepen(functie: FunctionType) -> list[Callable[..., object]]:
    genoemd = (functie.__globals__.get(naam) for naam in _namen(functie.__code__))
    return [ding for ding in genoemd if isinstance(ding, FunctionType) and ding.__module__.startswith(PAKKET)]


def _namen(code: CodeType) -> set[str]:
    return set(code.co_names).union(*(_namen(deel) for deel in code.co_consts if isinstance(deel, CodeType)))


@lru_cache(maxsize=1)
def gevallen_per_norm() -> Mapping[str, tuple[Geval | Trajectgeval, ...]]:
    """De gevallen die een norm noemen: over een dossier of over een stuk."""
    per_norm: dict[str, list[Geval | Trajectgeval]] = defaultdict(list)
    for trajectgeval in trajectgevallen():
        per_norm[trajectgeval.norm].append(trajectgeval)
    for pad in gevalbestanden():
        for geval in lees_gevallen(pad):
            for norm_id in geval.verwacht:
                per_norm[norm_id].append(geval)
    return MappingProxyType({norm_id: tuple(gevallen) for norm_id, gevallen in per_norm.items()})


def gevallen_van(mutant: Mutant) -> list[Geval | Trajectgeval]:
    """De gevallen van de normen die op de functie van deze mutant steunen, elk één keer."""
    return list({geval.id: geval for norm in mutant.normen for geval in gevallen_per_norm().get(norm, ())}.values())


# --- jagen ----------------------------------------------------------------------------------------------------


def jaag(prooi: Iterable[Mutant]) -> Telling:
    """Draai bij elke mutant haar gevallen tot het eerste rode."""
    telling = Telling()
    for mutant in prooi:
        (telling.gedood if wordt_gezien(mutant) else telling.overlevers).append(mutant.naam)
    return telling


def wordt_gezien(mutant: Mutant) -> bool:
    """Of een van haar gevallen rood wordt door deze mutant; een geval dat afbreekt of niet afloopt, is ook rood."""
    with _in_de_plaats(mutant):
        return any(_is_rood(geval) for geval in gevallen_van(mutant))


def _is_rood(geval: Geval | Trajectgeval) -> bool:
    try:
        return bool(geval.verschillen() if isinstance(geval, Trajectgeval) else verschillen(geval))
    except Exception:  # noqa: BLE001  # elk afbreken maakt het geval rood
        return True


@contextmanager
def _in_de_plaats(mutant: Mutant) -> Iterator[None]:
    heel, lezer = mutant.functie.__code__, gevallezer.catalogus
    mutant.functie.__code__ = mutant.code
    oud = signal.signal(signal.SIGVTALRM, _breek_af)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDEN_REKENTIJD, SECONDEN_REKENTIJD)
    try:
        if any(norm in catalogus().vast for norm in mutant.normen):
            kapot = _met_andere_vaste(catalogus())
            gevallezer.catalogus = lambda: kapot  # type: ignore[assignment]  # hersteld in finally
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, oud)
        gevallezer.catalogus = lezer  # type: ignore[assignment]  # hersteld in finally
        mutant.functie.__code__ = heel


def _met_andere_vaste(cat: Catalogus) -> Catalogus:
    return replace(cat, vast=_vaste(cat.uitwerkingen))


def _breek_af(_signaal: int, _frame: FrameType | None) -> None:
    raise TimeoutError("Dit geval loopt niet af.")


def aantekeningen() -> Mapping[str, Mapping[str, str]]:
    """De overlevers met waarom: `gelijkwaardig` kan geen verschil maken, `open` heeft nog geen geval."""
    ruw = tomllib.loads(AANTEKENINGEN.read_text(encoding="utf-8"))
    return {soort: ruw.get(soort, {}) for soort in ("gelijkwaardig", "open")}


def onbesproken(telling: Telling) -> list[str]:
    """De overlevers waarover niets is aangetekend."""
    bekend = aantekeningen()
    return [naam for naam in telling.overlevers if not any(naam in deel for deel in bekend.values())]

"""Norms at work on one dossier, as points of a page: what holds, what does not, and what is not known yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from poortnormen.feiten.overleg import Aansporing, Aansporingantwoord, Oordeeluitkomst
from poortnormen.feiten.reintegratie import Deskundigenoordeel
from poortnormen.geld import Bedrag
from poortnormen.standdelen import Antwoord
from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Uitleg
from poortwijzer.dossiers.beelden.dossier import Feitbeeld
from poortwijzer.dossiers.beelden.knoppen import Knop


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """What one norm says. `over` is the recorded thing it is about, as the core knows it, of the kind `soort`.

    Where the answer is not known, `vraag` is what to ask and `knop` the act with which this role answers (or None).
    """

    norm: str
    antwoord: Antwoord
    uitleg: Uitleg
    soort: str = ""
    over: object = None
    vraag: str = ""
    knop: Knop | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aansporingbeeld:
    """What one party asked of the other, how it stands, and the answers."""

    aansporing: Aansporing
    stand: str
    uitleg: Uitleg
    plichtnorm: str
    antwoorden: tuple[Aansporingantwoord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeelverzoek:
    """A deskundigenoordeel that was asked, what it says, and the judgement of the test that can take it over."""

    oordeel: Deskundigenoordeel
    punten: tuple[Punt, ...]
    uitkomst: Oordeeluitkomst | None
    overnemen: Knop | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegbeeld:
    """What the parties ask of each other, and the way out when they get stuck."""

    aanleiding: Uitleg | None
    wie: Uitleg | None
    aansporingen: tuple[Aansporingbeeld, ...]
    oordelen: tuple[Oordeelverzoek, ...]
    loon: tuple[Punt, ...]
    analyse: tuple[Punt, ...]
    feiten: tuple[Feitbeeld, ...]
    knoppen: Mapping[str, Knop]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kostenbeeld:
    """The ledger of a dossier, in whole cents, and what the norms say about cost, help and placement."""

    totaal: Bedrag
    vergoed: Bedrag
    werkgever: Bedrag
    werknemer: Bedrag
    laatste_controle: date | None
    volgende_evaluatie: Moment | None
    kosten: tuple[Punt, ...]
    hulp: tuple[Punt, ...]
    plaatsing: tuple[Punt, ...]
    feiten: tuple[Feitbeeld, ...]
    knoppen: Mapping[str, Knop]

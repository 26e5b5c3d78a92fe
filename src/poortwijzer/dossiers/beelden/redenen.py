"""The tree of reasons of the verdict as one role may see it, and the steps that turn the verdict."""

from dataclasses import dataclass
from datetime import date

from poortnormen.feiten.weging import Weegt
from poortnormen.norm import Hardheid, Inspanning
from poortnormen.standdelen import Antwoord, Oordeel, Steun
from poortnormen.uitkomst import Uitleg
from poortnormen.weegpunten import Eist, Richting, Toelichting
from poortnormen.weegstand import Weegopmerking
from poortwijzer.dossiers.beelden.knoppen import Knop


@dataclass(frozen=True, slots=True, kw_only=True)
class Grondfeit:
    """A recorded fact that an answer rests on: what was said, by which party, when it was recorded, and why.

    `op` is the day from which it holds, if it has one. A judgement without `motivering` does not count.
    """

    naam: str
    vraag: str
    waarde: object
    gever: str
    vastgelegd_op: date
    op: date | None
    motivering: str
    is_oordeel: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Openvraag:
    """A fact that is missing: the question, who can answer it, and the act with which this role does (or None)."""

    naam: str
    vraag: str
    gevers: tuple[str, ...]
    is_oordeel: bool
    knop: Knop | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Andersgedaan:
    """A day that the parties agreed on instead of the one of the norm, and why."""

    norm: str
    nieuwe_dag: date
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapbeeld:
    """One step that helps to turn the verdict.

    `waarde` is the answer that is recorded once it is done (none: it is no question of yes or no). `eerder_van` names
    the party whose judgement stands: that party weighs again. `knop` is the act that does the step.
    """

    norm: str
    wat: Uitleg
    wie: tuple[str, ...]
    inspanning: Inspanning
    waarde: bool | None
    uiterste_dag: date | None
    eerder_van: str
    knop: Knop | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Omslagbeeld:
    """What the verdict would become, and the steps to it; `uiterste_dag` is that of the first step that lapses."""

    oordeel: Oordeel
    stappen: tuple[Stapbeeld, ...]
    uiterste_dag: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weegpuntbeeld:
    """A point that the source gives to weigh at the judgement `feit`, and what each giver said of it.

    `voorwaarde` says when it counts, where it is not known whether that is so here.
    """

    norm: str
    feit: str
    zin: str
    richting: Richting
    eist: Eist | None
    van: str
    voorwaarde: str
    gewogen: tuple[tuple[str, Weegt], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Redenbeeld:
    """One question of the test with all that it rests on, cut to what this role may read.

    `verborgen` counts the facts of which this role may not know. `is_strijdig`: givers contradict each other, and all
    their answers are among the facts. `aan_te_voeren` are judgements that make a question that does not apply, apply.
    `herstel` is what repairs a no. `weegpunten` are what the source gives to weigh here, `weegopmerkingen` the
    judgements that do not say why a point for the other answer weighs less, `toelichting` what to know. `gronden` are
    the questions below that decide, `overige` those that do not count.
    """

    norm: str
    tekst: str
    bron: str
    vindplaats: str
    hardheid: Hardheid
    antwoord: Antwoord
    uitleg: Uitleg
    houdbaar_tot: date | None
    feiten: tuple[Grondfeit, ...]
    verborgen: int
    is_strijdig: bool
    vragen: tuple[Openvraag, ...]
    aan_te_voeren: tuple[Openvraag, ...]
    steunt_op: tuple[Steun, ...]
    afwijkingen: tuple[Andersgedaan, ...]
    herstel: Stapbeeld | None
    weegpunten: tuple[Weegpuntbeeld, ...]
    weegopmerkingen: tuple[Weegopmerking, ...]
    toelichting: tuple[Toelichting, ...]
    gronden: tuple["Redenbeeld", ...]
    overige: tuple["Redenbeeld", ...]

"""The verdict, what would move it, who read the dossier, and what the upkeep did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from poortnormen.kortbeeld import Kortbeeld
from poortnormen.norm import Gevolg, Hardheid
from poortnormen.oefendagen import Oefendag
from poortnormen.standdelen import StandVoorUwv
from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Stand, Uitleg
from poortwijzer.dossiers.beelden.knoppen import Knop
from poortwijzer.dossiers.beelden.redenen import Omslagbeeld, Redenbeeld


class Oordeelstand(StrEnum):
    """How the UWV would look at the dossier today; unknown is an answer."""

    OP_KOERS = "op_koers"
    AANDACHT = "aandacht"
    NIET_OP_KOERS = "niet_op_koers"
    NOG_NIET_TE_ZEGGEN = "nog_niet_te_zeggen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """One point that weighs in the verdict: what, how it stands, its source, and what repairs it."""

    norm: str
    naam: str
    bron: str
    vindplaats: str
    hardheid: Hardheid
    gevolg: Gevolg
    status: Stand
    uitleg: Uitleg
    uiterste_dag: date | None
    gedaan_op: date | None
    ontbreekt: tuple[str, ...] = ()
    herstel: Knop | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeelbeeld:
    """Stand voor het UWV: the result first, then what weighs, heaviest first, then what is in order.

    `uwv` is the verdict of the core with its reasons, and the smallest steps that turn it; `stand` is that verdict
    in one word. `redenen` and `omslagen` are the same, cut to what this role may read and do. `vragen` are the facts
    that are missing: name and question. `bekend_op`: only facts recorded until then were used (none: all). `kort` has
    the weakest point, the next turning point and the wage at risk; without `mag_loon` no amount is shown.
    """

    kenmerk: str
    peildatum: date
    stand: Oordeelstand
    uwv: StandVoorUwv
    redenen: tuple[Redenbeeld, ...]
    omslagen: tuple[Omslagbeeld, ...]
    oefendagen: tuple[Oefendag, ...]
    bekend_op: date | None
    kort: Kortbeeld
    mag_loon: bool
    houdbaar_tot: date | None
    mist: tuple[Bevinding, ...]
    onbekend: tuple[Bevinding, ...]
    in_orde: tuple[Bevinding, ...]
    vragen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watalsregel:
    """One moment before and after the supposition; none on the side where it does not exist."""

    norm: str
    naam: str
    voor: Moment | None
    na: Moment | None
    is_veranderd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Watalsbeeld:
    """What moves when the peildatum or facts are different. Nothing of it is stored."""

    kenmerk: str
    peildatum_voor: date
    peildatum_na: date
    regels: tuple[Watalsregel, ...]
    oordeel_voor: Oordeelbeeld
    oordeel_na: Oordeelbeeld

    @property
    def veranderd(self) -> tuple[Watalsregel, ...]:
        """Only what moves."""
        return tuple(regel for regel in self.regels if regel.is_veranderd)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leeslogregel:
    """Who did what with this dossier and when; the name is of today, the role is that of then.

    `grond` says in words what let this person in, `organisatie` for whom he acted.
    """

    op: datetime
    naam: str
    rol: str
    rol_label: str
    handeling: str
    onderdeel: str
    doel: str
    is_gelukt: bool
    reden: str = ""
    organisatie: str = ""
    grond: str = ""
    is_nood: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijwerkverslag:
    """What the upkeep did: how many dossiers had to be judged again, went well, and failed (by reference)."""

    peildatum: date
    totaal: int
    gedaan: int
    mislukt: Mapping[str, str] = field(default_factory=dict)

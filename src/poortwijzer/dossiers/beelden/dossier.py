"""What the page of one dossier shows."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from poortnormen.norm import Hardheid
from poortnormen.tijdlijn import Moment
from poortwijzer.dossiers.beelden.knoppen import Knop
from poortwijzer.dossiers.beelden.lijsten import Verzuimstand, Werklijstregel
from poortwijzer.toegang.delen import Deel


class Periodesoort(StrEnum):
    """What a stretch of days in the picture stands for."""

    ZIEK = "ziek"
    HERVATTING = "hervatting"
    HERSTELD = "hersteld"
    VERLOF = "verlof"


@dataclass(frozen=True, slots=True, kw_only=True)
class Periodebeeld:
    """A stretch of days for the picture; no last day: it still runs.

    For a resumption: hours a week, the share of the contract hours and of the wage (percent, 0 to 100).
    """

    soort: Periodesoort
    vanaf: date
    tot_en_met: date | None
    uren_per_week: Decimal | None = None
    uren_pct: Decimal | None = None
    loonwaarde_pct: Decimal | None = None
    werk: str = ""
    is_therapeutisch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Momentbeeld:
    """One moment of the timeline with its source, and what this actor can do about it."""

    moment: Moment
    bron: str
    vindplaats: str
    hardheid: Hardheid
    tekst: str
    knoppen: tuple[Knop, ...] = ()
    is_van_mij: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpuntbeeld:
    """What a party says about a document: `eens`, `oneens`, `niet_bereikbaar` or `gezien`, with own words."""

    partij: str
    standpunt: str
    eigen_woorden: str
    naam: str
    op: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukbeeld:
    """One document of the dossier: a draft or a frozen version; `titel` and `soort` are of its kind."""

    id: UUID
    soort: str
    titel: str
    is_definitief: bool
    opgesteld_op: date | None
    versienummer: int
    door: str
    bijgewerkt_op: datetime
    standpunten: tuple[Standpuntbeeld, ...] = ()
    knoppen: tuple[Knop, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feitbeeld:
    """One recorded fact: its part, its value in the exchange format, two dates, who gave it and what became of it.

    `op` is the day from which it holds, `vastgelegd_op` when it was recorded. `vervangen_door` is the later
    record that took its place (none: it stands); `vervangt` the earlier one. `is_eigen`: this actor's party gave it.
    `weging` tells, at a judgement, which points of the source its giver let weigh, in the exchange format.
    """

    id: UUID
    naam: str
    deel: Deel
    vraag: str
    waarde: object
    op: date | None
    vastgelegd_op: datetime
    gever: str
    vastgelegd_door: str
    motivering: str
    vervangt: UUID | None
    vervangen_door: UUID | None
    is_ingetrokken: bool = False
    is_eigen: bool = False
    weging: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Betrokkenebeeld:
    """Who has a role on this dossier, for whom, for what purpose and how long (`tot` exclusive, none: still)."""

    id: UUID
    naam: str
    organisatie: str
    rol: str
    rol_label: str
    doel: str
    vanaf: date
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijkingbeeld:
    """A proposal to set another last day, and who agreed when."""

    feit_id: UUID
    norm: str
    naam: str
    nieuwe_dag: date
    reden: str
    akkoord_werkgever_op: date | None
    akkoord_werknemer_op: date | None
    knop: Knop | None = None

    @property
    def is_overeengekomen(self) -> bool:
        """Whether both parties agreed."""
        return self.akkoord_werkgever_op is not None and self.akkoord_werknemer_op is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugkoppelingbeeld:
    """What the bedrijfsarts last reported to the employer; without `stuk_id` nothing yet.

    `mate` is the percentage of incapacity in words, and empty for as long as the bedrijfsarts did not say it:
    nobody else can.
    """

    stuk_id: UUID | None = None
    op: date | None = None
    mate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierbeeld:
    """Everything the dossier page shows to this actor, judged on `peildatum`.

    `dag` counts from the first sick day (day 1), `aantal_dagen` is the length of the wachttijd that the core
    determined; both are none while unknown. `huidig` is the resumption that runs today. `knoppen` are the acts
    this actor may do on the dossier as a whole. Parts the actor may not see are empty, and not in `delen`.
    """

    id: UUID
    kenmerk: str
    versie: int
    werknemer: str
    functie: str
    afdeling: str
    uren_per_week: Decimal | None
    werkgever: str
    peildatum: date
    verzuimstand: Verzuimstand
    eerste_ziektedag: date | None
    laatste_dag_wachttijd: date | None
    dag: int | None
    aantal_dagen: int | None
    week: int | None
    huidig: Periodebeeld | None
    perioden: tuple[Periodebeeld, ...]
    momenten: tuple[Momentbeeld, ...]
    nu_te_doen: Werklijstregel | None
    taken: tuple[Werklijstregel, ...]
    stukken: tuple[Stukbeeld, ...]
    terugkoppeling: Terugkoppelingbeeld | None
    afwijkingen: tuple[Afwijkingbeeld, ...]
    feiten: tuple[Feitbeeld, ...]
    betrokkenen: tuple[Betrokkenebeeld, ...]
    knoppen: tuple[Knop, ...]
    delen: frozenset[str] = frozenset()
    is_gesloten: bool = False

"""What pages, the API and the command line get to see: frozen read models without a single query in them.

Dates are dates and explanations are templates with typed arguments; who shows them makes sentences of them
(`lib.datums`, `lib.zinnen`) in the reader's language. Counting days ("nine days late") is the reader's work.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from poortnormen.norm import Gevolg, Hardheid
from poortnormen.standdelen import StandVoorUwv
from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Stand, Uitleg


class Actiesoort(StrEnum):
    """What a button leads to. The web maps each to an address; `onderdeel` and `doel_id` say which one."""

    OPEN_DOSSIER = "open_dossier"
    STEL_STUK_OP = "stel_stuk_op"  # onderdeel: kind of stuk; doel_id: the draft that already exists
    LEES_STUK = "lees_stuk"  # doel_id: the document
    REAGEER_OP_STUK = "reageer_op_stuk"  # onderdeel: kind of stuk; doel_id: the document
    LEG_FEIT_VAST = "leg_feit_vast"  # onderdeel: name of the core fact
    LEG_AFSCHRIFT_VAST = "leg_afschrift_vast"  # onderdeel: kind of stuk; doel_id: the document
    MELD_HERSTEL = "meld_herstel"
    LEG_HERVATTING_VAST = "leg_hervatting_vast"
    STEL_AFWIJKING_VOOR = "stel_afwijking_voor"  # onderdeel: norm id
    BEANTWOORD_AFWIJKING = "beantwoord_afwijking"  # onderdeel: norm id; doel_id: the proposed fact
    NEEM_TAAK = "neem_taak"  # doel_id: the task
    STEL_TAAK_UIT = "stel_taak_uit"  # doel_id: the task


@dataclass(frozen=True, slots=True, kw_only=True)
class Actie:
    """One act that this actor may do now, with the words for its button."""

    soort: Actiesoort
    label: str
    onderdeel: str = ""
    doel_id: UUID | None = None


# --- the work list ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Werklijstregel:
    """One task that waits for this actor's role, and the one act that does it.

    `uiterste_dag` is the last day in law, `streefdag` the working day to aim at. `gevolg_rang` is 0 for the
    heaviest consequence. `reden` is the explanation of the norm; `bron` and `vindplaats` say where it stands.
    `genomen_door` names who took the task; `uitgesteld_tot` is the first day on which it shows again.
    """

    taak_id: UUID
    kenmerk: str
    werknemer: str
    afdeling: str
    wat: str
    norm: str
    bron: str
    vindplaats: str
    hardheid: Hardheid
    reden: Uitleg
    uiterste_dag: date | None
    streefdag: date | None
    status: Stand
    gevolg: Gevolg
    gevolg_rang: int
    ontbreekt: tuple[str, ...]
    actie: Actie
    genomen_door: str = ""
    is_van_mij: bool = False
    uitgesteld_tot: date | None = None
    notitie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Werklijst:
    """One page of what waits for this actor, heaviest consequence first and then by date.

    `totaal` counts all pages; `per_status` counts all tasks of this actor, whatever the filter.
    `bijgewerkt_op` is the peildatum of the last completed upkeep (none: never). `is_verouderd`: there are
    dossiers among them whose judgement has expired because the daily upkeep did not run;
    `aantal_verouderd` says how many.
    """

    regels: tuple[Werklijstregel, ...]
    totaal: int
    pagina: int
    aantal_paginas: int
    per_pagina: int
    per_status: Mapping[Stand, int]
    peildatum: date
    bijgewerkt_op: date | None
    is_verouderd: bool
    aantal_verouderd: int = 0


# --- lists of dossiers ------------------------------------------------------------------------------------


class Verzuimstand(StrEnum):
    """How the illness stands, from the facts: reported sick, partly back, back for all hours, or unknown."""

    ZIEK = "ziek"
    GEDEELTELIJK = "gedeeltelijk"
    HERSTELD = "hersteld"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierregel:
    """One dossier in a list; `dag` counts from the first sick day (day 1), without days that do not count."""

    kenmerk: str
    werknemer: str
    functie: str
    afdeling: str
    werkgever: str
    verzuimstand: Verzuimstand
    eerste_ziektedag: date | None
    dag: int | None
    eerstvolgende: str
    uiterste_dag: date | None
    status: Stand | None
    aantal_te_laat: int
    is_gesloten: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierlijst:
    """One page of the dossiers that this actor may open."""

    regels: tuple[Dossierregel, ...]
    totaal: int
    pagina: int
    aantal_paginas: int
    per_pagina: int
    zoekterm: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Werknemerbeeld:
    """Somebody who can be reported sick."""

    id: UUID
    naam: str
    functie: str
    afdeling: str
    personeelsnummer: str
    uren_per_week: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Werknemerlijst:
    """One page of the employees whom this actor may report sick."""

    regels: tuple[Werknemerbeeld, ...]
    totaal: int
    pagina: int
    aantal_paginas: int
    per_pagina: int
    zoekterm: str = ""


# --- one dossier ------------------------------------------------------------------------------------------


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
    acties: tuple[Actie, ...] = ()
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
    acties: tuple[Actie, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feitbeeld:
    """One recorded fact: value in the exchange format, two dates, who gave it and what became of it.

    `op` is the day from which it holds, `vastgelegd_op` when it was recorded. `vervangen_door` is the later
    record that took its place (none: it stands); `vervangt` the earlier one.
    """

    id: UUID
    naam: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Betrokkenebeeld:
    """Who has a role on this dossier, for what purpose and how long (`tot` exclusive, none: still)."""

    id: UUID
    naam: str
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
    actie: Actie | None = None

    @property
    def is_overeengekomen(self) -> bool:
        """Whether both parties agreed."""
        return self.akkoord_werkgever_op is not None and self.akkoord_werknemer_op is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossierbeeld:
    """Everything the dossier page shows to this actor, judged on `peildatum`.

    `dag` counts from the first sick day (day 1), `aantal_dagen` is the length of the wachttijd that the core
    determined; both are none while unknown. `huidig` is the resumption that runs today. `acties` are the acts
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
    afwijkingen: tuple[Afwijkingbeeld, ...]
    feiten: tuple[Feitbeeld, ...]
    betrokkenen: tuple[Betrokkenebeeld, ...]
    acties: tuple[Actie, ...]
    delen: frozenset[str] = frozenset()
    is_gesloten: bool = False


# --- the verdict, what if, and who read it ----------------------------------------------------------------


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
    herstel: Actie | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeelbeeld:
    """Stand voor het UWV: the result first, then what weighs, heaviest first, then what is in order.

    `uwv` is the verdict of the core with its reasons, and the smallest steps that turn it; `stand` is that verdict
    in one word. `vragen` are the facts that are missing: name and question.
    """

    kenmerk: str
    peildatum: date
    stand: Oordeelstand
    uwv: StandVoorUwv
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
    """Who did what with this dossier and when; the name is of today, the role is that of then."""

    op: datetime
    naam: str
    rol: str
    rol_label: str
    handeling: str
    onderdeel: str
    doel: str
    is_gelukt: bool
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijwerkverslag:
    """What the upkeep did: how many dossiers had to be judged again, went well, and failed (by reference)."""

    peildatum: date
    totaal: int
    gedaan: int
    mislukt: Mapping[str, str] = field(default_factory=dict)

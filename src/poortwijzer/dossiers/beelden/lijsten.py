"""What lists show: tasks that wait, dossiers, and employees to report sick."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from poortnormen.norm import Gevolg, Hardheid
from poortnormen.uitkomst import Stand, Uitleg
from poortwijzer.dossiers.beelden.knoppen import Knop


@dataclass(frozen=True, slots=True, kw_only=True)
class Werklijstregel:
    """One task that waits for this actor's role, and the one act that does it.

    `uiterste_dag` is the last day in law, `streefdag` the working day to aim at. `gevolg_rang` is 0 for the
    heaviest consequence. `reden` is the explanation of the norm; `bron` and `vindplaats` say where it stands.
    `genomen_door` names who took the task; `uitgesteld_tot` is the first day on which it shows again.
    `waarneming` names the colleague for whom this actor covers on the dossier. `mag_uitstellen` only says something of
    one task that was opened: whether this actor may put it off, or write something with it.
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
    knop: Knop
    genomen_door: str = ""
    is_van_mij: bool = False
    uitgesteld_tot: date | None = None
    notitie: str = ""
    waarneming: str = ""
    mag_uitstellen: bool = True


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
    hardheid: Hardheid | None
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
    """Somebody who can be reported sick; `gebruiker_id` is the linked account."""

    id: UUID
    naam: str
    functie: str
    afdeling: str
    personeelsnummer: str
    uren_per_week: Decimal | None
    gebruiker_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Werknemerlijst:
    """One page of the employees whom this actor may report sick."""

    regels: tuple[Werknemerbeeld, ...]
    totaal: int
    pagina: int
    aantal_paginas: int
    per_pagina: int
    zoekterm: str = ""

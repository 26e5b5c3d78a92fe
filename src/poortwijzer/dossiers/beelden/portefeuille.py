"""Many dossiers by how they stand for the UWV."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.geld import Bedrag
from poortnormen.standdelen import Oordeel
from poortnormen.tijd import Weken
from poortnormen.uitkomst import Uitleg


class Volgorde(StrEnum):
    """What the list is sorted by; the worst or the first comes first."""

    OORDEEL = "oordeel"
    KANTELPUNT = "kantelpunt"
    RISICO = "risico"
    NAAM = "naam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portefeuilleregel:
    """One dossier: the verdict (none: not judged yet), the weakest question, and what is at risk from which day.

    `per_week` is what a week costs; none when the wage is not known, or not for this role. Of ziekengeld that the UWV
    recovers the employer does not know the height. `loonsanctie_tot` is the last day of a loonsanctie that the UWV
    imposed; the weeks are then those that are still to come.
    """

    kenmerk: str
    werknemer: str
    afdeling: str
    werkgever: str
    oordeel: Oordeel | None
    zwakste: str
    zwakste_norm: str
    kantelpunt: date | None
    risico_vanaf: date | None
    minstens: Weken
    hoogstens: Weken
    per_week: Bedrag | None
    loonsanctie_tot: date | None = None

    @property
    def bedragen(self) -> tuple[Bedrag, Bedrag] | None:
        """The least and the most that is at risk."""
        if self.per_week is None or not self.hoogstens.aantal:
            return None
        centen = self.per_week.centen
        return Bedrag(centen * self.minstens.aantal), Bedrag(centen * self.hoogstens.aantal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Portefeuille:
    """One page of the dossiers of which this actor sees the verdict.

    `per_oordeel` counts all that were searched for, whatever the verdict that was chosen. `aannames` are the
    assumptions under the weeks and amounts, on `peildatum`. `is_verouderd`: the daily upkeep did not run, so a verdict
    among them may be of an earlier day.
    """

    regels: tuple[Portefeuilleregel, ...]
    totaal: int
    pagina: int
    aantal_paginas: int
    per_pagina: int
    peildatum: date
    zoekterm: str
    per_oordeel: Mapping[Oordeel, int]
    aannames: tuple[Uitleg, ...]
    is_verouderd: bool

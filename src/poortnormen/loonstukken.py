"""Stukken van het loonpad: dagen waarover hetzelfde bedrag geldt, en waar zij moeten worden gesplitst."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Protocol, TypeVar

from poortnormen.feiten.loon import Loonafspraak, Loontijdvak
from poortnormen.geld import Bedrag, rond_af_op_cent
from poortnormen.tijd import EEN_DAG, MAANDEN_PER_JAAR, Periode
from poortnormen.waarden import Waardenreeks

_WEKEN_PER_JAAR = 52
# Hoeveel weken er in een loontijdvak gaan; een jaar van twaalf maanden telt hier als 52 weken.
WEKEN_PER_TIJDVAK = {
    Loontijdvak.WEEK: Fraction(1),
    Loontijdvak.VIER_WEKEN: Fraction(4),
    Loontijdvak.MAAND: Fraction(_WEKEN_PER_JAAR, MAANDEN_PER_JAAR),
}


class OpDagen(Protocol):
    """Wat voor een aantal dagen geldt."""

    @property
    def periode(self) -> Periode:
        """De dagen waarvoor het geldt."""


S = TypeVar("S", bound=OpDagen)


@dataclass(frozen=True, slots=True)
class Loonstuk:
    """Een exact bedrag in centen per tijdvak, over een aantal dagen; zonder bedrag is een waarde niet bekend."""

    periode: Periode
    per: Loontijdvak
    centen: Fraction | None

    @property
    def bedrag(self) -> Bedrag | None:
        """Het bedrag in hele centen; voor tonen, niet om mee verder te rekenen."""
        return None if self.centen is None else Bedrag(rond_af_op_cent(self.centen))


@dataclass(frozen=True, slots=True)
class Bodem:
    """Het volle minimumloon over een aantal dagen: een grondbedrag (per uur of voor een volle week) maal een aantal."""

    periode: Periode
    per: Loontijdvak
    grondbedrag: Bedrag | None
    aantal: Fraction

    def centen(self, deel: Fraction | None = Fraction(1)) -> Fraction | None:
        """Het bedrag per tijdvak bij dit deel van het volle minimumloon; het grondbedrag is dan in hele centen."""
        if self.grondbedrag is None or deel is None:
            return None
        return rond_af_op_cent(self.grondbedrag.centen * deel) * self.aantal


@dataclass(frozen=True, slots=True)
class Leeftijdstrede:
    """Welk deel van het volle minimumloon geldt; zonder deel is het voor die dagen niet bekend."""

    periode: Periode
    deel: Fraction | None


@dataclass(frozen=True, slots=True)
class Toezegging:
    """Welk deel van het loon cao of contract in een tijd geeft, en of dat onder de wet ligt."""

    periode: Periode
    deel: Fraction
    is_begrensd: bool
    is_lager_dan_wet: bool


def splits(periode: Periode, grenzen: Iterable[date]) -> Iterator[Periode]:
    """Verdeel een afgesloten periode op elke dag die een nieuw deel begint."""
    assert periode.tot_en_met is not None  # noqa: S101  # het loonpad heeft een laatste dag
    binnen = sorted({dag for dag in grenzen if periode.vanaf < dag <= periode.tot_en_met})
    for vanaf, volgende in zip([periode.vanaf, *binnen], [*binnen, periode.tot_en_met + EEN_DAG], strict=True):
        yield Periode(vanaf, volgende - EEN_DAG)


def op(stukken: Iterable[S], dag: date) -> S | None:
    """Het stuk waarin een dag valt."""
    return next((stuk for stuk in stukken if dag in stuk.periode), None)


def afspraak_op(afspraken: Iterable[Loonafspraak], dag: date) -> Loonafspraak | None:
    """De loonafspraak die op een dag geldt: de laatste die dan is ingegaan."""
    geldend = [afspraak for afspraak in afspraken if afspraak.vanaf <= dag]
    return max(geldend, key=lambda afspraak: afspraak.vanaf, default=None)


def ingangsdagen(afspraken: Iterable[Loonafspraak]) -> Iterator[date]:
    """De dagen waarop een andere loonafspraak ingaat."""
    return (afspraak.vanaf for afspraak in afspraken)


def wisseldagen(*reeksen: Waardenreeks) -> Iterator[date]:
    """De dagen waarop een waarde uit een tabel een andere wordt, of ophoudt bekend te zijn."""
    for reeks in reeksen:
        for rij in reeks.rijen:
            yield from (dag for dag in (rij.vanaf, rij.tot) if dag is not None)


def bedrag_op(reeks: Waardenreeks, dag: date) -> Bedrag | None:
    """Het bedrag dat op een dag geldt, als de tabel die dag kent."""
    rij = reeks.op(dag)
    if rij is None:
        return None
    assert isinstance(rij.waarde, Bedrag)  # noqa: S101  # de reeks is een reeks bedragen
    return rij.waarde

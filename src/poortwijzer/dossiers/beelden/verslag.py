"""The re-integratieverslag for a page and for paper: its parts with what is there, and what the parties said of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from poortnormen.feiten.stukken import Onderdeel
from poortnormen.verslag import Deelstand
from poortwijzer.dossiers.beelden.knoppen import Knop


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagletter:
    """One of the twelve parts: how it stands, of which day it is, what lacks, and from whom it must come."""

    letter: Onderdeel
    titel: str
    stand: Deelstand
    van: tuple[str, ...]
    dag: date | None = None
    ontbreekt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagdocument:
    """A frozen document that goes along; without `id` it was in this report and is not found any more."""

    id: UUID | None
    titel: str
    opgesteld_op: date
    versienummer: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslaggroep:
    """Parts that stand together. With `is_elders` this role reads nothing of it: another party hands it in itself."""

    letters: tuple[Verslagletter, ...]
    stukken: tuple[Verslagdocument, ...] = ()
    bijlagen: tuple[str, ...] = ()
    is_elders: bool = False
    knop: Knop | None = None

    @property
    def kwijt(self) -> tuple[Verslagdocument, ...]:
        """What was in this report and is not found any more."""
        return tuple(stuk for stuk in self.stukken if stuk.id is None)

    @property
    def eerste(self) -> Onderdeel:
        """The first letter, by which the group is known."""
        return self.letters[0].letter

    @property
    def is_leemte(self) -> bool:
        """Whether something must still come, as far as this role can see."""
        open_ = {Deelstand.ONTBREEKT, Deelstand.ONVOLLEDIG, Deelstand.ONBEKEND, Deelstand.NOG_NIET}
        return not self.is_elders and any(letter.stand in open_ for letter in self.letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevraagd:
    """A party, and what it says of the report: nothing yet when `standpunt` is empty.

    `daarna` names the documents that were frozen after it had said so, and that are in the report.
    """

    partij: str
    standpunt: str = ""
    op: datetime | None = None
    daarna: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Nieuwer:
    """Something that a frozen report does not hold: a document or file, or what a party said later of one in it."""

    titel: str
    op: date
    partij: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EerderVerslag:
    """A report that was frozen before the one of now."""

    stuk_id: UUID
    vast_op: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagbeeld:
    """The report as this role reads it. `uiterlijk` is its last day; `stuk_id` its front page once that is frozen.

    `is_voorbij` once the last day is past: before it, what is not there is not missing but still to come.
    `vast_op` is when both parties had been asked: from then on it consists of the same documents for ever, and all of
    it is as it was known at that moment. Until then everything of it is a draft. `nieuwer` is what came after that.
    """

    kenmerk: str
    groepen: tuple[Verslaggroep, ...]
    gevraagd: tuple[Gevraagd, ...]
    uiterlijk: date | None = None
    is_voorbij: bool = False
    eerste_ziektedag: date | None = None
    stuk_id: UUID | None = None
    opgesteld_op: date | None = None
    bijgewerkt_op: datetime | None = None
    vast_op: datetime | None = None
    nieuwer: tuple[Nieuwer, ...] = ()
    eerdere: tuple[EerderVerslag, ...] = ()
    knop: Knop | None = None

    @property
    def kwijt(self) -> tuple[Verslagdocument, ...]:
        """What was in this report and is not found any more."""
        return tuple(stuk for groep in self.groepen for stuk in groep.kwijt)

    @property
    def is_leemte(self) -> bool:
        """Whether something must still come, as far as this role can see; it can be frozen and sent all the same."""
        return any(groep.is_leemte for groep in self.groepen)

    @property
    def niet_gevraagd(self) -> tuple[str, ...]:
        """The parties that said nothing yet."""
        return tuple(wie.partij for wie in self.gevraagd if not wie.standpunt)

    @property
    def is_definitief(self) -> bool:
        """Whether it can leave the house: nothing is sent without both parties having been asked."""
        return self.vast_op is not None

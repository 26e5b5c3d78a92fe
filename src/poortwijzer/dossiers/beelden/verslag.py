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
    """A frozen document that goes along."""

    id: UUID
    titel: str
    opgesteld_op: date
    versienummer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslaggroep:
    """Parts that stand together. With `is_elders` this role reads nothing of it: another party hands it in itself."""

    letters: tuple[Verslagletter, ...]
    stukken: tuple[Verslagdocument, ...] = ()
    bijlagen: tuple[str, ...] = ()
    is_elders: bool = False
    knop: Knop | None = None

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
    """A party, and what it says of the report: nothing yet when `standpunt` is empty."""

    partij: str
    standpunt: str = ""
    op: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagbeeld:
    """The report as this role reads it. `uiterlijk` is its last day; `stuk_id` its front page once that is frozen.

    `is_voorbij` once the last day is past: before it, what is not there is not missing but still to come.
    `is_definitief`: the front page is frozen and both parties were asked. Until then everything of it is a draft.
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
    knop: Knop | None = None

    @property
    def niet_gevraagd(self) -> tuple[str, ...]:
        """The parties that said nothing yet."""
        return tuple(wie.partij for wie in self.gevraagd if not wie.standpunt)

    @property
    def is_definitief(self) -> bool:
        """Whether it can leave the house: nothing is sent without both parties having been asked."""
        return self.stuk_id is not None and not self.niet_gevraagd

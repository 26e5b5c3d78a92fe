"""Waaruit de stand voor het UWV bestaat: het oordeel, de redenen en wat het oordeel doet omslaan."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.dossier import Feit
from poortnormen.norm import Inspanning
from poortnormen.uitkomst import Uitleg, vroegste


class Oordeel(StrEnum):
    """Wat UWV op de peildatum zou zeggen."""

    GEEN_TOETS = "geen_toets"
    GEEN_INSPANNINGEN_VEREIST = "geen_inspanningen_vereist"
    BEVREDIGEND = "bevredigend"
    VOLDOENDE_INSPANNINGEN = "voldoende_inspanningen"
    DEUGDELIJKE_GROND = "deugdelijke_grond"
    LOONSANCTIE_ADMINISTRATIEF = "loonsanctie_administratief"
    LOONSANCTIE_INHOUDELIJK = "loonsanctie_inhoudelijk"
    AANVULLEN = "aanvullen"
    VERHAAL_ZIEKENGELD = "verhaal_ziekengeld"
    ONBEKEND = "onbekend"


NEGATIEF = frozenset(
    {
        Oordeel.LOONSANCTIE_ADMINISTRATIEF,
        Oordeel.LOONSANCTIE_INHOUDELIJK,
        Oordeel.AANVULLEN,
        Oordeel.VERHAAL_ZIEKENGELD,
    }
)


class Antwoord(StrEnum):
    """Het antwoord op één vraag van de toets."""

    JA = "ja"
    NEE = "nee"
    ONBEKEND = "onbekend"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reden:
    """Eén vraag van de toets: het antwoord, waarom, met welke feiten, wat ontbreekt en waarop het steunt."""

    norm: str
    uitkomst: Antwoord
    uitleg: Uitleg
    feiten: tuple[Feit, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    houdbaar_tot: date | None = None
    onderliggend: tuple["Reden", ...] = ()

    @property
    def gronden(self) -> tuple["Reden", ...]:
        """De vragen eronder die ertoe doen: wat niet geldt blijft weg, en wat open is als het antwoord dat niet is."""
        telt = {Antwoord.JA, Antwoord.NEE, self.uitkomst} - {Antwoord.NIET_VAN_TOEPASSING}
        return tuple(reden for reden in self.onderliggend if reden.uitkomst in telt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """Iets wat het oordeel helpt omslaan: een antwoord, een stuk dat er moet komen, of iets wat nog moet gebeuren.

    `waarde` is het antwoord dat het ja-neefeit dan heeft; bij een ander feit is zij leeg. Na `uiterste_dag` is niet
    meer zeker dat de stap nog helpt.
    """

    norm: str
    feit: str
    wat: Uitleg
    wie: tuple[str, ...]
    inspanning: Inspanning
    waarde: bool | None = None
    uiterste_dag: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Omslag:
    """De kleinste verzameling stappen waarmee het oordeel anders wordt, en welk oordeel het dan is."""

    oordeel: Oordeel
    stappen: tuple[Stap, ...]

    @property
    def uiterste_dag(self) -> date | None:
        """De dag waarna niet meer zeker is dat deze stappen helpen: die van de eerste stap die vervalt."""
        return vroegste(*(stap.uiterste_dag for stap in self.stappen))


@dataclass(frozen=True, slots=True, kw_only=True)
class StandVoorUwv:
    """Het oordeel op de peildatum met zijn redenen; `maatregel_werknemer` is None als dat niet bekend is.

    `ontbreekt` noemt de feiten die nodig zijn om de open vragen te beantwoorden.
    """

    oordeel: Oordeel
    maatregel_werknemer: bool | None
    redenen: tuple[Reden, ...]
    omslag: tuple[Omslag, ...]
    ontbreekt: tuple[str, ...]
    houdbaar_tot: date | None

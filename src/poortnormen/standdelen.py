"""Waaruit de stand voor het UWV bestaat: het oordeel, de redenen en wat het oordeel doet omslaan."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.dossier import Feit
from poortnormen.feiten import FEITEN
from poortnormen.feiten.stukken import Stuksoort
from poortnormen.norm import Inspanning
from poortnormen.uitkomst import Uitleg, vroegste
from poortnormen.weegpunten import Toelichting
from poortnormen.weegstand import Puntstand, Weegopmerking


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
class Steun:
    """Een norm buiten de toets waarop een vraag steunt, zoals de laatste dag van een stuk, en wat zij hier zegt."""

    norm: str
    uitleg: Uitleg


@dataclass(frozen=True, slots=True, kw_only=True)
class Reden:
    """Eén vraag van de toets: het antwoord, waarom, met welke feiten, wat ontbreekt en waarop het steunt.

    `vragen` zijn de ontbrekende feiten waar deze vraag zelf om vraagt; `ontbreekt` telt die van de vragen eronder mee.
    `aan_te_voeren` zijn de oordelen waarmee een vraag die nu niet geldt, gaat gelden. `afwijkingen` zijn de andere
    dagen die partijen met een reden afspraken en die hier tellen. `stuk` is bij een onderdeel van het verslag het stuk
    waarmee het er komt. `weegpunten` zijn de punten die de bron hier laat wegen, `weegopmerkingen` de oordelen die nog
    niet uitleggen waarom een punt niet doorslaat, en `toelichting` is wat bij de vraag te weten valt.
    """

    norm: str
    uitkomst: Antwoord
    uitleg: Uitleg
    feiten: tuple[Feit, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    houdbaar_tot: date | None = None
    onderliggend: tuple["Reden", ...] = ()
    vragen: tuple[str, ...] = ()
    aan_te_voeren: tuple[str, ...] = ()
    steunt_op: tuple[Steun, ...] = ()
    afwijkingen: tuple[Feit, ...] = ()
    stuk: Stuksoort | None = None
    weegpunten: tuple[Puntstand, ...] = ()
    weegopmerkingen: tuple[Weegopmerking, ...] = ()
    toelichting: tuple[Toelichting, ...] = ()

    @property
    def is_strijdig(self) -> bool:
        """Of gevers elkaar tegenspreken over een oordeel dat daarom open is."""
        return any(
            len({feit.waarde for feit in self.feiten if feit.naam == naam and FEITEN[naam].is_oordeel}) > 1
            for naam in self.vragen
        )

    @property
    def overige(self) -> tuple["Reden", ...]:
        """De vragen eronder die er voor het antwoord niet toe doen."""
        gronden = self.gronden
        return tuple(reden for reden in self.onderliggend if reden not in gronden)

    @property
    def gronden(self) -> tuple["Reden", ...]:
        """De vragen eronder die ertoe doen: wat niet geldt blijft weg, en wat open is als het antwoord dat niet is."""
        telt = {Antwoord.JA, Antwoord.NEE, self.uitkomst} - {Antwoord.NIET_VAN_TOEPASSING}
        return tuple(reden for reden in self.onderliggend if reden.uitkomst in telt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """Iets wat het oordeel helpt omslaan: een antwoord, een stuk dat er moet komen, of iets wat nog moet gebeuren.

    `waarde` is het antwoord dat het ja-neefeit dan heeft; bij een ander feit is zij leeg. Na `uiterste_dag` is niet
    meer zeker dat de stap nog helpt. `stuk` is het stuk dat er moet komen, als de stap dat is.
    """

    norm: str
    feit: str
    wat: Uitleg
    wie: tuple[str, ...]
    inspanning: Inspanning
    waarde: bool | None = None
    uiterste_dag: date | None = None
    stuk: Stuksoort | None = None


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

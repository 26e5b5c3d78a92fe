"""Feiten over de re-integratie zelf: afspraken uit het plan, functies in het bedrijf en de stap naar spoor 2."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poortnormen.feiten.soort import (
    ARBEIDSDESKUNDIGE,
    BEDRIJFSARTS,
    CASEMANAGER,
    WERKGEVER,
    WERKNEMER,
    Feitsoort,
)


class Uitvoerder(StrEnum):
    """Wie een afspraak uit het plan nakomt."""

    WERKGEVER = "werkgever"
    WERKNEMER = "werknemer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planafspraak:
    """Een afspraak uit het plan van aanpak: door wie en uiterlijk wanneer; het kenmerk wijst haar aan."""

    kenmerk: str
    afgesproken_op: date
    door: Uitvoerder
    uiterlijk_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Nakoming:
    """Dat de afspraak met dit kenmerk is nagekomen, en wie dat meldt.

    Meldt de een wat de ander moest doen, dan zegt `is_bevestigd` of die ander het daarmee eens is.
    """

    kenmerk: str
    gedaan_op: date
    gemeld_door: Uitvoerder
    is_bevestigd: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ZichtOpTerugkeer:
    """Of er concreet zicht is op blijvende terugkeer in het eigen bedrijf: in welke functie, hoeveel uur, tot wanneer.

    `tot_en_met` is de dag waarop de terugkeer er volgens de verwachting moet zijn.
    """

    vastgesteld_op: date
    is_er: bool
    tot_en_met: date | None = None
    functie: str = ""
    uren_per_week: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Functieoordeel:
    """Een functie in het bedrijf met het oordeel of zij past; leeg is: nog geen oordeel."""

    functie: str
    is_passend: bool | None = None
    scholing_in_maanden: int | None = None
    is_afgewezen_om_scholing: bool = False
    is_tijdelijk: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Functieoverzicht:
    """Het overzicht van alle functies in het bedrijf, ook tijdelijke plaatsen."""

    opgesteld_op: date
    functies: tuple[Functieoordeel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkvoorstel:
    """Werk dat de werknemer zelf aanwees of voorstelde, en wat de werkgever daarop zei; leeg is: nog geen antwoord."""

    gedaan_op: date
    werk: str
    is_ingetrokken: bool = False
    is_aanvaard: bool | None = None
    is_afwijzing_onderbouwd: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kostenbesluit:
    """Het besluit over kosten voor de re-integratie, met het loon dat op die dag nog te betalen was.

    `premiestijging_centen` is wat een WGA-uitkering de werkgever daarnaast aan premie zou kosten. Ja bij
    `benut_mogelijkheden`: vooraf was te verwachten dat het traject veel helpt om te gebruiken wat iemand nog kan.
    """

    besloten_op: date
    kosten_centen: int
    nog_te_betalen_loon_centen: int | None = None
    premiestijging_centen: int | None = None
    benut_mogelijkheden: bool | None = None


class Oordeelvraag(StrEnum):
    """Waarover een deskundigenoordeel kan gaan; elke vraag is zo gesteld dat ja goed nieuws is."""

    EIGEN_WERK = "eigen_werk"
    AANGEBODEN_WERK_PASSEND = "aangeboden_werk_passend"
    PASSEND_WERK_IN_BEDRIJF = "passend_werk_in_bedrijf"
    INSPANNINGEN_WERKGEVER = "inspanningen_werkgever"
    INSPANNINGEN_WERKNEMER = "inspanningen_werknemer"


class Oordeelinstantie(StrEnum):
    """Bij wie om een oordeel is gevraagd."""

    UWV = "uwv"
    DESKUNDIGE_UIT_CAO = "deskundige_uit_cao"
    IEMAND_ANDERS = "iemand_anders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deskundigenoordeel:
    """Dat een partij UWV of een deskundige uit de cao om een oordeel vroeg, en waarover."""

    gevraagd_op: date
    gevraagd_door: Uitvoerder
    vraag: Oordeelvraag | None = None
    bij: Oordeelinstantie = Oordeelinstantie.UWV


_WEGERS = (WERKGEVER, CASEMANAGER, ARBEIDSDESKUNDIGE, BEDRIJFSARTS)
_BEIDEN = (WERKGEVER, WERKNEMER, CASEMANAGER)

FEITEN = (
    Feitsoort(
        naam="planafspraken",
        onderdeel="planafspraak",
        type=Planafspraak,
        vraag="Wat is in het plan van aanpak afgesproken, wie doet het en op welke dag moet het klaar zijn?",
        gevers=_BEIDEN,
        op_uit="afgesproken_op",
    ),
    Feitsoort(
        naam="nakomingen",
        onderdeel="nakoming",
        type=Nakoming,
        vraag="Welke afspraak uit het plan is op welke dag nagekomen, wie meldt dat en is het bevestigd?",
        gevers=_BEIDEN,
        op_uit="gedaan_op",
    ),
    Feitsoort(
        naam="zicht_op_terugkeer",
        type=ZichtOpTerugkeer,
        vraag="Is er concreet zicht op blijvende terugkeer in het eigen bedrijf? Zo ja: in welk werk en tot wanneer?",
        gevers=_WEGERS,
        op_uit="vastgesteld_op",
    ),
    Feitsoort(
        naam="zijn_mogelijkheden_marginaal",
        type=bool,
        vraag="Zijn de mogelijkheden om te werken volgens de bedrijfsarts heel klein?",
        gevers=(BEDRIJFSARTS,),
    ),
    Feitsoort(
        naam="akkoord_werkgever_zonder_spoor2_op",
        type=date,
        vraag="Op welke dag zei de werkgever dat zoeken bij een andere werkgever niet nodig is, vanwege de AOW?",
        gevers=(WERKGEVER, CASEMANAGER),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="akkoord_werknemer_zonder_spoor2_op",
        type=date,
        vraag="Op welke dag zei de werknemer dat zoeken bij een andere werkgever niet nodig is, vanwege de AOW?",
        gevers=(WERKNEMER,),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="spoor2_gestart_op",
        type=date,
        vraag="Op welke dag begon het zoeken naar werk bij een andere werkgever (spoor 2)?",
        gevers=(WERKGEVER, WERKNEMER, CASEMANAGER, "re-integratiebedrijf"),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="functieoverzicht",
        type=Functieoverzicht,
        vraag="Welke functies zijn er in het bedrijf, past elke functie bij de werknemer, en zo nee: waarom niet?",
        gevers=(WERKGEVER, CASEMANAGER, ARBEIDSDESKUNDIGE),
        op_uit="opgesteld_op",
    ),
    Feitsoort(
        naam="werkvoorstellen",
        onderdeel="werkvoorstel",
        type=Werkvoorstel,
        vraag="Welk werk stelde de werknemer zelf voor, en wat antwoordde de werkgever?",
        gevers=(WERKNEMER, WERKGEVER, CASEMANAGER),
        op_uit="gedaan_op",
    ),
    Feitsoort(
        naam="kostenbesluiten",
        onderdeel="kostenbesluit",
        type=Kostenbesluit,
        vraag="Over welke kosten voor de re-integratie is beslist, en hoeveel loon was toen nog te betalen?",
        gevers=(WERKGEVER, CASEMANAGER),
        op_uit="besloten_op",
    ),
)

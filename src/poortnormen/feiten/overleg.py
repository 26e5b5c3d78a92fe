"""Feiten over wat partijen van elkaar vragen, en over deskundigenoordelen als zij er samen niet uitkomen.

Een vraag en het antwoord erop zijn twee feiten: het antwoord telt vanaf zijn eigen dag.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from poortnormen.feiten.loon import Stopgrond
from poortnormen.feiten.reintegratie import Deskundigenoordeel, Uitvoerder
from poortnormen.feiten.soort import CASEMANAGER, UWV, WERKGEVER, WERKNEMER, Feitsoort


class Plicht(StrEnum):
    """Wat de een van de ander kan vragen; eerst de plichten van de werknemer, dan die van de werkgever."""

    AANGEPAST_EIGEN_WERK = "aangepast_eigen_werk"
    ANDER_WERK_IN_BEDRIJF = "ander_werk_in_bedrijf"
    ZOEKEN_BIJ_ANDERE_WERKGEVER = "zoeken_bij_andere_werkgever"
    REDELIJKE_VOORSCHRIFTEN = "redelijke_voorschriften"
    MEEWERKEN_AAN_HERSTEL = "meewerken_aan_herstel"
    MEEDOEN_AAN_PLAN = "meedoen_aan_plan"
    SCHOLING_EN_MAATREGELEN = "scholing_en_maatregelen"
    INLICHTINGEN_GEVEN = "inlichtingen_geven"
    PASSEND_WERK_AANBIEDEN = "passend_werk_aanbieden"
    WERK_AANPASSEN = "werk_aanpassen"
    HULP_INSCHAKELEN = "hulp_inschakelen"
    AFSPRAKEN_NAKOMEN = "afspraken_nakomen"


@dataclass(frozen=True, slots=True)
class Plichtgegevens:
    """Van wie een plicht is, in welke norm zij staat, en op welke grond het loon kan stoppen als dat kan."""

    van: Uitvoerder
    norm: str
    grond: Stopgrond | None = None
    kan_opschorten: bool = False


_WERKNEMER, _WERKGEVER = Uitvoerder.WERKNEMER, Uitvoerder.WERKGEVER
PLICHTEN: Mapping[Plicht, Plichtgegevens] = MappingProxyType(
    {
        Plicht.AANGEPAST_EIGEN_WERK: Plichtgegevens(_WERKNEMER, "BKP-9-53", Stopgrond.C),
        Plicht.ANDER_WERK_IN_BEDRIJF: Plichtgegevens(_WERKNEMER, "BKP-9-54", Stopgrond.C),
        Plicht.ZOEKEN_BIJ_ANDERE_WERKGEVER: Plichtgegevens(_WERKNEMER, "BKP-9-55", Stopgrond.D),
        Plicht.REDELIJKE_VOORSCHRIFTEN: Plichtgegevens(_WERKNEMER, "BKP-9-56", Stopgrond.D),
        Plicht.MEEWERKEN_AAN_HERSTEL: Plichtgegevens(_WERKNEMER, "BKP-9-57", Stopgrond.B),
        Plicht.MEEDOEN_AAN_PLAN: Plichtgegevens(_WERKNEMER, "BKP-9-58", Stopgrond.E),
        Plicht.SCHOLING_EN_MAATREGELEN: Plichtgegevens(_WERKNEMER, "BKP-9-59", Stopgrond.D),
        Plicht.INLICHTINGEN_GEVEN: Plichtgegevens(_WERKNEMER, "BW7-629-6", kan_opschorten=True),
        Plicht.PASSEND_WERK_AANBIEDEN: Plichtgegevens(_WERKGEVER, "BKP-2-02"),
        Plicht.WERK_AANPASSEN: Plichtgegevens(_WERKGEVER, "BKP-2-04"),
        Plicht.HULP_INSCHAKELEN: Plichtgegevens(_WERKGEVER, "BKP-9-24"),
        Plicht.AFSPRAKEN_NAKOMEN: Plichtgegevens(_WERKGEVER, "BKP-9-01"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aansporing:
    """De een vraagt de ander een plicht na te komen, in eigen woorden; `uiterlijk_op` is de dag waarop dat kan.

    `waarschuwt_voor_loon`: de werkgever zei erbij dat het loon kan stoppen of wachten.
    """

    gedaan_op: date
    door: Uitvoerder
    plicht: Plicht
    tekst: str
    uiterlijk_op: date | None = None
    waarschuwt_voor_loon: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aansporingantwoord:
    """Wat de ander op een aansporing antwoordt, die is aan te wijzen met haar dag; `doet_mee` is ja of nee."""

    gegeven_op: date
    aansporing_van: date
    door: Uitvoerder
    doet_mee: bool | None = None
    tekst: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeeluitkomst:
    """Wat de deskundige zei op het verzoek van een dag; `is_ja` is leeg als er geen antwoord kon komen."""

    gegeven_op: date
    verzoek_van: date
    is_ja: bool | None = None


_BEIDEN = (WERKGEVER, WERKNEMER, CASEMANAGER)

FEITEN = (
    Feitsoort(
        naam="aansporingen",
        onderdeel="aansporing",
        type=Aansporing,
        vraag="Wie vroeg de ander op welke dag om welke plicht na te komen, en tot wanneer kan dat?",
        gevers=_BEIDEN,
        op_uit="gedaan_op",
    ),
    Feitsoort(
        naam="aansporingantwoorden",
        onderdeel="aansporingantwoord",
        type=Aansporingantwoord,
        vraag="Wat antwoordde de ander op welke dag, en doet die mee?",
        gevers=_BEIDEN,
        op_uit="gegeven_op",
    ),
    Feitsoort(
        naam="deskundigenoordelen",
        onderdeel="deskundigenoordeel",
        type=Deskundigenoordeel,
        vraag="Op welke dag vroeg wie een deskundigenoordeel aan UWV of aan de deskundige uit de cao?",
        gevers=_BEIDEN,
        op_uit="gevraagd_op",
    ),
    Feitsoort(
        naam="oordeeluitkomsten",
        onderdeel="oordeeluitkomst",
        type=Oordeeluitkomst,
        vraag="Wat zei de deskundige, op welke dag, en op het verzoek van welke dag?",
        gevers=(*_BEIDEN, UWV),
        op_uit="gegeven_op",
    ),
    Feitsoort(
        naam="noemt_cao_deskundige",
        type=bool,
        vraag="Wijst de cao een deskundige aan die een deskundigenoordeel mag geven?",
        gevers=_BEIDEN,
    ),
)

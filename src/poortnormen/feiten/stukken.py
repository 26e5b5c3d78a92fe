"""Feiten over de stukken van het dossier: welk stuk er is, van welke dag, en wat erbij hoort."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.feiten.soort import ARBODIENST, BEDRIJFSARTS, CASEMANAGER, WERKGEVER, WERKNEMER, Feitsoort


class Stuksoort(StrEnum):
    """De stukken die de procesgang kent."""

    PROBLEEMANALYSE = "probleemanalyse"
    PLAN_VAN_AANPAK = "plan_van_aanpak"
    BIJSTELLING = "bijstelling"
    EVALUATIE = "evaluatie"
    EERSTEJAARSEVALUATIE = "eerstejaarsevaluatie"
    ACTUEEL_OORDEEL = "actueel_oordeel"
    EINDEVALUATIE = "eindevaluatie"
    OORDEEL_WERKNEMER = "oordeel_werknemer"
    REINTEGRATIEVERSLAG = "reintegratieverslag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """Een vastgesteld stuk: soort, de dag van het stuk, en wiens visie erin staat (niet bekend mag)."""

    soort: Stuksoort
    opgesteld_op: date
    heeft_visie_werkgever: bool | None = None
    heeft_visie_werknemer: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afschrift:
    """Wie op welke dag een afschrift van een stuk kreeg."""

    soort: Stuksoort
    ontvanger: str
    verstrekt_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Afwijking:
    """Een voorstel om van een termijn af te wijken, en wie daar wanneer mee instemde."""

    norm: str
    nieuwe_dag: date
    reden: str
    akkoord_werkgever_op: date | None = None
    akkoord_werknemer_op: date | None = None


_BEIDEN = (WERKGEVER, WERKNEMER, CASEMANAGER)
_ARTS = (BEDRIJFSARTS, ARBODIENST)


def _dag_van(naam: str, stuk: Stuksoort, vraag: str, gevers: tuple[str, ...]) -> Feitsoort:
    return Feitsoort(naam=naam, type=date, vraag=vraag, gevers=gevers, uit_stuk=stuk)


FEITEN = (
    Feitsoort(
        naam="stukken",
        onderdeel="stuk",
        type=Stuk,
        vraag="Welke stukken zijn vastgesteld, en op welke dag?",
        gevers=(*_BEIDEN, *_ARTS),
        op_uit="opgesteld_op",
    ),
    Feitsoort(
        naam="afschriften",
        onderdeel="afschrift",
        type=Afschrift,
        vraag="Wie kreeg op welke dag een afschrift van welk stuk?",
        gevers=_BEIDEN,
        op_uit="verstrekt_op",
    ),
    Feitsoort(
        naam="afwijkingen",
        onderdeel="afwijking",
        type=Afwijking,
        vraag="Van welke termijn willen werkgever en werknemer samen afwijken, naar welke dag en waarom?",
        gevers=_BEIDEN,
    ),
    _dag_van(
        "oordeel_op",
        Stuksoort.PROBLEEMANALYSE,
        "Op welke dag gaf de bedrijfsarts het oordeel over het verzuim (de probleemanalyse)?",
        _ARTS,
    ),
    _dag_van(
        "plan_van_aanpak_op",
        Stuksoort.PLAN_VAN_AANPAK,
        "Op welke dag maakten werkgever en werknemer het plan van aanpak?",
        _BEIDEN,
    ),
    _dag_van(
        "eerstejaarsevaluatie_op",
        Stuksoort.EERSTEJAARSEVALUATIE,
        "Op welke dag evalueerden werkgever en werknemer het eerste ziektejaar?",
        _BEIDEN,
    ),
    _dag_van(
        "reintegratieverslag_op",
        Stuksoort.REINTEGRATIEVERSLAG,
        "Op welke dag was het re-integratieverslag klaar?",
        _BEIDEN,
    ),
)

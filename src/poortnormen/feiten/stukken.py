"""Feiten over de stukken van het dossier: welk stuk er is, van welke dag, en wat erbij hoort."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.feiten.soort import ARBODIENST, BEDRIJFSARTS, CASEMANAGER, UWV, WERKGEVER, WERKNEMER, Feitsoort


class Stuksoort(StrEnum):
    """De stukken die de procesgang kent, en wat de bedrijfsarts tussendoor aan de werkgever laat weten."""

    PROBLEEMANALYSE = "probleemanalyse"
    TERUGKOPPELING = "terugkoppeling"
    PLAN_VAN_AANPAK = "plan_van_aanpak"
    BIJSTELLING = "bijstelling"
    EVALUATIE = "evaluatie"
    EERSTEJAARSEVALUATIE = "eerstejaarsevaluatie"
    ACTUEEL_OORDEEL = "actueel_oordeel"
    EINDEVALUATIE = "eindevaluatie"
    OORDEEL_WERKNEMER = "oordeel_werknemer"
    REINTEGRATIEVERSLAG = "reintegratieverslag"


class Stukdeel(StrEnum):
    """Wat in een stuk moet staan, voor zover de regeling dat noemt en van wie het komt."""

    ACTIVITEITEN_WERKGEVER = "activiteiten_werkgever"
    ACTIVITEITEN_WERKNEMER = "activiteiten_werknemer"
    DOELEN = "doelen"
    DOELDAGEN = "doeldagen"
    CASEMANAGER = "casemanager"
    ARBEIDSRELATIE_WERKGEVER = "arbeidsrelatie_werkgever"
    ARBEIDSRELATIE_BEDRIJFSARTS = "arbeidsrelatie_bedrijfsarts"
    BELASTBAARHEID = "belastbaarheid"
    PASSEND_WERK_BEDRIJFSARTS = "passend_werk_bedrijfsarts"
    PASSEND_WERK_WERKGEVER = "passend_werk_werkgever"


class Ontvanger(StrEnum):
    """Wie een afschrift of advies kan krijgen."""

    WERKNEMER = "werknemer"
    WERKGEVER = "werkgever"
    CASEMANAGER = "casemanager"
    BEDRIJFSARTS = "bedrijfsarts"
    ARBODIENST = "arbodienst"
    UWV = "uwv"


class Onderdeel(StrEnum):
    """De onderdelen van het re-integratieverslag, met de letter uit de regeling."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"
    E = "e"
    F = "f"
    G = "g"
    H = "h"
    I = "i"  # noqa: E741  # de letter uit de regeling
    J = "j"
    K = "k"
    L = "l"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """Een vastgesteld stuk: soort, de dag van het stuk en wat erin staat; leeg is niet bekend.

    `evaluatiemomenten` zijn de dagen die een plan noemt; een lege rij betekent dat het er geen noemt.
    """

    soort: Stuksoort
    opgesteld_op: date
    heeft_visie_werkgever: bool | None = None
    heeft_visie_werknemer: bool | None = None
    delen: tuple[Stukdeel, ...] | None = None
    evaluatiemomenten: tuple[date, ...] | None = None
    is_eigen_formulier: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afschrift:
    """Wie op welke dag een afschrift van een stuk kreeg."""

    soort: Stuksoort
    ontvanger: Ontvanger
    verstrekt_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslaggegevens:
    """Welke gegevens voor het re-integratieverslag al bijeen zijn; leeg is niet bekend."""

    heeft_administratieve_gegevens: bool | None = None
    heeft_aard_bedrijf: bool | None = None
    heeft_functie: bool | None = None
    heeft_bekwaamheden: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NietVerlangd:
    """Een onderdeel dat van partijen in redelijkheid niet te verlangen is, met de reden."""

    onderdeel: Onderdeel
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VastVerslagstuk:
    """Eén stuk van een re-integratieverslag dat vastligt: welk, in welke versie, en waaraan het te herkennen is.

    `verslag` is de vingerafdruk van het voorblad en houdt de stukken van één verslag bijeen. Zonder `versie` is het een
    bestand van buiten. `vast_op` is de dag waarop beide partijen waren gevraagd.
    """

    soort: Stuksoort
    verslag: str
    vingerafdruk: str
    vast_op: date
    opgesteld_op: date
    versie: int | None = None


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
        gevers=(*_BEIDEN, *_ARTS),
        op_uit="verstrekt_op",
    ),
    Feitsoort(
        naam="verslagstukken",
        onderdeel="verslagstuk",
        type=VastVerslagstuk,
        vraag="Uit welke stukken bestaat het re-integratieverslag dat vastligt?",
        gevers=_BEIDEN,
        op_uit="vast_op",
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
    Feitsoort(
        naam="zijn_afschriften_zonder_uitstel_gegeven",
        type=bool,
        vraag="Zijn de afschriften van het plan zonder onnodig uitstel gegeven?",
        gevers=(*_BEIDEN, UWV),
    ),
    Feitsoort(
        naam="verslaggegevens",
        type=Verslaggegevens,
        vraag="Welke gegevens voor het re-integratieverslag zijn al bijeen?",
        gevers=_BEIDEN,
    ),
    Feitsoort(
        naam="niet_verlangde_onderdelen",
        onderdeel="niet_verlangd_onderdeel",
        type=NietVerlangd,
        vraag="Welk onderdeel van het verslag is niet te verlangen omdat het dienstverband eindigt, en waarom?",
        gevers=(*_BEIDEN, UWV),
    ),
    Feitsoort(
        naam="oordeel_werknemer_gevraagd_op",
        type=date,
        vraag="Op welke dag is de werknemer gevraagd om een eigen oordeel bij het verslag?",
        gevers=_BEIDEN,
        op_uit="waarde",
    ),
    Feitsoort(
        naam="actueel_oordeel_hoogstens_weken_oud",
        type=int,
        vraag="Hoeveel weken oud mag een actueel oordeel zijn volgens de afspraak van uw organisatie?",
        gevers=(WERKGEVER, CASEMANAGER, ARBODIENST),
    ),
    Feitsoort(
        naam="voldoet_eigen_formulier",
        type=bool,
        vraag="Voldoet het eigen formulier aan de eisen van UWV voor vorm en herkenbaarheid?",
        gevers=(WERKGEVER, CASEMANAGER, ARBODIENST, UWV),
    ),
    Feitsoort(
        naam="oordeel_uwv_op",
        type=date,
        vraag="Op welke dag gaf UWV een oordeel over het verzuim van de werknemer zonder werkgever?",
        gevers=(WERKNEMER, UWV),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="plan_uwv_op",
        type=date,
        vraag="Op welke dag maakte UWV met de werknemer zonder werkgever een plan van aanpak?",
        gevers=(WERKNEMER, UWV),
        op_uit="waarde",
    ),
)

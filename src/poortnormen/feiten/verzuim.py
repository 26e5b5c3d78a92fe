"""Feiten over ziekte, herstel, hervatting en verlof."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poortnormen.feiten.soort import ARBODIENST, BEDRIJFSARTS, UWV, WERKGEVER, WERKNEMER, Feitsoort


class Werk(StrEnum):
    """In welk werk iemand hervat."""

    EIGEN = "eigen"
    AANGEPAST_EIGEN = "aangepast_eigen"
    ANDER_BIJ_EIGEN_WERKGEVER = "ander_bij_eigen_werkgever"
    ELDERS = "elders"


class Weekdag(StrEnum):
    """De dagen waarop iemand volgens afspraak werkt."""

    MA = "ma"
    DI = "di"
    WO = "wo"
    DO = "do"
    VR = "vr"
    ZA = "za"
    ZO = "zo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ziekmelding:
    """Een eerste ziektedag: de eerste werkdag waarop door ziekte niet is gewerkt of het werk is gestaakt."""

    eerste_ziektedag: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Hersteldmelding:
    """De eerste dag waarop iemand weer volledig geschikt was voor het eigen werk.

    Zijn werkgever en werknemer het daar niet over eens, dan is de melding betwist en noemt
    `hersteld_op_volgens_ander` de andere dag; zonder die dag was er volgens de ander geen herstel.
    """

    hersteld_op: date
    is_betwist: bool = False
    hersteld_op_volgens_ander: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hervatting:
    """Vanaf een dag werkt iemand weer, voor zoveel uren en met zoveel loonwaarde."""

    vanaf: date
    uren_per_week: Fraction
    loonwaarde_pct: Fraction | None = None
    werk: Werk = Werk.EIGEN
    is_therapeutisch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlof:
    """Zwangerschaps- of bevallingsverlof met een uitkering; zonder laatste dag is het einde niet bekend."""

    vanaf: date
    tot_en_met: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EerderVerzuim:
    """Ziekte in een ander dienstverband, kort voor dit verzuim; `hersteld_op` is de eerste dag zonder ziekte."""

    is_er: bool
    eerste_ziektedag: date | None = None
    hersteld_op: date | None = None


FEITEN = (
    Feitsoort(
        naam="ziekmeldingen",
        onderdeel="ziekmelding",
        type=Ziekmelding,
        vraag="Wat was de eerste werkdag waarop door ziekte niet is gewerkt, of waarop het werk is gestaakt?",
        gevers=(WERKGEVER, WERKNEMER),
        op_uit="eerste_ziektedag",
    ),
    Feitsoort(
        naam="hersteldmeldingen",
        onderdeel="hersteldmelding",
        type=Hersteldmelding,
        vraag="Vanaf welke dag was de werknemer weer volledig hersteld voor het eigen werk?",
        gevers=(WERKGEVER, WERKNEMER, BEDRIJFSARTS),
        op_uit="hersteld_op",
    ),
    Feitsoort(
        naam="hervattingen",
        onderdeel="hervatting",
        type=Hervatting,
        vraag="Vanaf welke dag werkt de werknemer hoeveel uur, in welk werk en met welke loonwaarde?",
        gevers=(WERKGEVER, WERKNEMER, BEDRIJFSARTS),
        op_uit="vanaf",
    ),
    Feitsoort(
        naam="verloven",
        onderdeel="verlof",
        type=Verlof,
        vraag="Van wanneer tot en met wanneer loopt het zwangerschaps- en bevallingsverlof?",
        gevers=(WERKNEMER, WERKGEVER, UWV),
    ),
    Feitsoort(
        naam="is_ziekte_rond_verlof_zelfde_oorzaak",
        type=bool,
        vraag="Heeft de ziekte voor en na het verlof redelijkerwijs dezelfde oorzaak? (alleen ja of nee)",
        gevers=(BEDRIJFSARTS, UWV),
    ),
    Feitsoort(
        naam="eerder_verzuim_elders",
        type=EerderVerzuim,
        vraag="Was de werknemer kort voor dit verzuim ziek in een ander dienstverband? Zo ja: van wanneer tot wanneer?",
        gevers=(WERKNEMER, UWV),
    ),
    Feitsoort(
        naam="laatste_volledig_gewerkte_dag",
        type=date,
        vraag="Op welke dag heeft de werknemer voor het laatst de hele dag gewerkt?",
        gevers=(WERKGEVER, WERKNEMER),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="werk_gestaakt_op",
        type=date,
        vraag="Op welke dag is de werknemer tijdens het werk gestopt?",
        gevers=(WERKGEVER, WERKNEMER),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="werkdagen",
        type=tuple[Weekdag, ...],
        vraag="Op welke dagen van de week werkt de werknemer?",
        gevers=(WERKGEVER, WERKNEMER),
    ),
    Feitsoort(
        naam="dreigt_langdurig_verzuim",
        type=bool,
        vraag="Verwacht de bedrijfsarts of arbodienst dat het verzuim lang gaat duren?",
        gevers=(BEDRIJFSARTS, ARBODIENST),
    ),
    Feitsoort(
        naam="heeft_mogelijkheden",
        type=bool,
        vraag="Ziet de bedrijfsarts nog mogelijkheden om terugkeer naar werk te bevorderen?",
        gevers=(BEDRIJFSARTS, ARBODIENST),
    ),
)

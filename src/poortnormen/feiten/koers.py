"""Feiten over de koers na het eerste ziektejaar: het doel van het plan, en wat elke partij over de koers besluit."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poortnormen.feiten.soort import BEDRIJFSARTS, CASEMANAGER, WERKGEVER, WERKNEMER, Feitsoort


class Koers(StrEnum):
    """Waar het tweede ziektejaar op mikt."""

    EIGEN_BEDRIJF = "eigen_bedrijf"
    ANDERE_WERKGEVER = "andere_werkgever"
    ALLEBEI = "allebei"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hervattingsdoel:
    """Een doel van het plan: hoeveel uur of hoeveel loonwaarde uiterlijk op een dag; minstens een van beide."""

    gesteld_op: date
    uiterlijk_op: date
    uren_per_week: Fraction | None = None
    loonwaarde_pct: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Koersbesluit:
    """Wat een partij bij de eerstejaarsevaluatie besluit: of de koers nog klopt, waar zij op mikt, en waarom."""

    genomen_op: date
    is_koers_juist: bool
    koers: Koers
    waarom: str


FEITEN = (
    Feitsoort(
        naam="hervattingsdoelen",
        onderdeel="hervattingsdoel",
        type=Hervattingsdoel,
        vraag="Welk doel in uren of loonwaarde is gesteld, en op welke dag moet het zijn gehaald?",
        gevers=(WERKGEVER, WERKNEMER, CASEMANAGER),
        op_uit="gesteld_op",
    ),
    Feitsoort(
        naam="is_behandeling_vastgelopen",
        type=bool,
        vraag="Is de behandeling vastgelopen? Alleen ja of nee, zonder iets over de ziekte of de behandeling zelf.",
        gevers=(BEDRIJFSARTS,),
    ),
    Feitsoort(
        naam="koers_volgens_werkgever",
        type=Koersbesluit,
        vraag="Klopt de koers nog volgens de werkgever, en waar mikt het tweede jaar op?",
        gevers=(WERKGEVER, CASEMANAGER),
        op_uit="genomen_op",
    ),
    Feitsoort(
        naam="koers_volgens_werknemer",
        type=Koersbesluit,
        vraag="Klopt de koers nog volgens de werknemer, en waar mikt het tweede jaar op?",
        gevers=(WERKNEMER,),
        op_uit="genomen_op",
    ),
)

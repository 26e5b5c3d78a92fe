"""Feiten over de begeleiding: meldingen, spreekuren, adviezen, brieven, activiteiten en gewerkte uren."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poortnormen.feiten.soort import ARBODIENST, BEDRIJFSARTS, CASEMANAGER, UWV, WERKGEVER, WERKNEMER, Feitsoort
from poortnormen.feiten.stukken import Ontvanger


class Aanleiding(StrEnum):
    """Waaruit blijkt of het plan anders moet."""

    ADVIES = "advies"
    EVALUATIE = "evaluatie"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arbodienstmelding:
    """De dag waarop de werkgever de verzuimgegevens aan bedrijfsarts of arbodienst gaf."""

    verstuurd_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Consult:
    """Een gesprek van de bedrijfsarts met de werknemer, en of het verloop een ander plan nodig maakt."""

    gehouden_op: date
    is_ander_plan_nodig: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advies:
    """Een advies of evaluatie met de conclusie of het plan moet worden bijgesteld, en wie het kreeg."""

    gegeven_op: date
    is_bijstelling_nodig: bool
    uit: Aanleiding = Aanleiding.ADVIES
    aan: tuple[Ontvanger, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Een brief of bericht in het dossier."""

    verzonden_op: date
    van: str = ""
    aan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activiteit:
    """Wat iemand op grond van het plan of de regeling deed."""

    gedaan_op: date
    door: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gewerkteweek:
    """De uren die in één week echt zijn gewerkt; `week_vanaf` is de maandag."""

    week_vanaf: date
    uren: Fraction


_WERKGEVERSKANT = (WERKGEVER, CASEMANAGER)
_ARTS = (BEDRIJFSARTS, ARBODIENST)

FEITEN = (
    Feitsoort(
        naam="arbodienstmeldingen",
        onderdeel="arbodienstmelding",
        type=Arbodienstmelding,
        vraag="Op welke dag gaf de werkgever het verzuim door aan de bedrijfsarts of arbodienst?",
        gevers=(*_WERKGEVERSKANT, *_ARTS),
        op_uit="verstuurd_op",
    ),
    Feitsoort(
        naam="afgesproken_meldtermijn_in_dagen",
        type=int,
        vraag="Binnen hoeveel dagen geeft de werkgever het verzuim door, volgens de afspraak met de arbodienst?",
        gevers=(WERKGEVER, ARBODIENST),
    ),
    Feitsoort(
        naam="dreiging_bleek_op",
        type=date,
        vraag="Op welke dag bleek dat het verzuim lang gaat duren?",
        gevers=_ARTS,
        sinds="dreigt_langdurig_verzuim",
    ),
    Feitsoort(
        naam="oordeel_gevraagd_op",
        type=date,
        vraag="Op welke dag vroeg de werkgever om het oordeel van de bedrijfsarts (de probleemanalyse)?",
        gevers=(*_WERKGEVERSKANT, *_ARTS),
        op_uit="waarde",
    ),
    Feitsoort(
        naam="is_oordeel_zonder_uitstel_gevraagd",
        type=bool,
        vraag="Vroeg de werkgever het oordeel zonder onnodig uitstel, toen bleek dat het verzuim lang gaat duren?",
        gevers=(*_WERKGEVERSKANT, *_ARTS, UWV),
    ),
    Feitsoort(
        naam="consulten",
        onderdeel="consult",
        type=Consult,
        vraag="Op welke dagen sprak de bedrijfsarts de werknemer, en maakt het verloop een ander plan nodig?",
        gevers=_ARTS,
        op_uit="gehouden_op",
    ),
    Feitsoort(
        naam="adviezen",
        onderdeel="advies",
        type=Advies,
        vraag="Welk advies of welke evaluatie was er, moet het plan daardoor anders, en wie kreeg het advies?",
        gevers=(*_ARTS, *_WERKGEVERSKANT, WERKNEMER),
        op_uit="gegeven_op",
    ),
    Feitsoort(
        naam="is_advies_zonder_uitstel_gegeven",
        type=bool,
        vraag="Is het advies zonder onnodig uitstel aan werkgever en werknemer gegeven?",
        gevers=(*_WERKGEVERSKANT, *_ARTS, UWV),
    ),
    Feitsoort(
        naam="correspondentie",
        onderdeel="brief",
        type=Brief,
        vraag="Welke brieven en berichten over het verzuim zijn verstuurd, en op welke dag?",
        gevers=(*_WERKGEVERSKANT, WERKNEMER, *_ARTS),
        op_uit="verzonden_op",
    ),
    Feitsoort(
        naam="activiteiten",
        onderdeel="activiteit",
        type=Activiteit,
        vraag="Wat is er gedaan om weer aan het werk te komen, door wie en op welke dag?",
        gevers=(*_WERKGEVERSKANT, WERKNEMER),
        op_uit="gedaan_op",
    ),
    Feitsoort(
        naam="gewerkte_uren",
        onderdeel="gewerkte_week",
        type=Gewerkteweek,
        vraag="Hoeveel uur is er in elke week echt gewerkt?",
        gevers=(*_WERKGEVERSKANT, WERKNEMER),
        op_uit="week_vanaf",
    ),
)

"""Feiten over hulp van buiten en plaatsing: wie begeleidt, hoe dat loopt, en werk voor weinig uren of bij een ander."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poortnormen.feiten.soort import (
    ARBEIDSDESKUNDIGE,
    ARBODIENST,
    BEDRIJFSARTS,
    CASEMANAGER,
    WERKGEVER,
    WERKNEMER,
    Feitsoort,
)


class Dienstverlener(StrEnum):
    """Wie de werkgever helpt en door hem wordt gevolgd."""

    CASEMANAGER = "casemanager"
    RE_INTEGRATIEBEDRIJF = "re-integratiebedrijf"
    ARBODIENST = "arbodienst"
    ANDERE_DESKUNDIGE = "andere_deskundige"


class Hulpsignaal(StrEnum):
    """Waaruit blijkt dat het met de hulp niet goed gaat."""

    GEEN_VOORTGANG = "geen_voortgang"
    AFSPRAAK_NIET_NAGEKOMEN = "afspraak_niet_nagekomen"
    HULP_DOET_TE_WEINIG = "hulp_doet_te_weinig"
    WERKNEMER_DOET_TE_WEINIG = "werknemer_doet_te_weinig"


class Bijsturing(StrEnum):
    """Wat de werkgever op een signaal deed."""

    AANGESPROKEN = "aangesproken"
    BIJGESTUURD = "bijgestuurd"
    VERVANGEN = "vervangen"


class Begeleidingswijze(StrEnum):
    """Hoe de stap naar een andere werkgever wordt begeleid."""

    RE_INTEGRATIEBEDRIJF = "re-integratiebedrijf"
    ANDERE_DESKUNDIGE = "andere_deskundige"
    EIGEN_OVEREENKOMST = "eigen_overeenkomst"
    ALLEEN_ONDERSTEUNING = "alleen_ondersteuning"


class Herplaatsingskeuze(StrEnum):
    """Wat er na een evaluatie met werk voor weinig uren gebeurt."""

    DOORGAAN = "doorgaan"
    OVERSTAPPEN = "overstappen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Begeleidingscontrole:
    """De werkgever keek hoe de hulp loopt; loopt het niet goed: waaruit blijkt dat, en wat deed hij."""

    gehouden_op: date
    van: Dienstverlener
    loopt_goed: bool
    signaal: Hulpsignaal | None = None
    bijsturing: Bijsturing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begeleidingsbehoefte:
    """Of de werknemer volgens een deskundige begeleiding naar ander werk nodig heeft, die zelf wil, en wat er is."""

    vastgesteld_op: date
    is_nodig: bool
    wil_werknemer: bool | None = None
    geregeld: Begeleidingswijze | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MisluktTraject:
    """Een traject dat stopte zonder resultaat, en of werknemer en bureau zich wel inzetten."""

    gestopt_op: date
    was_inzet_goed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Herplaatsing:
    """Werk in het eigen bedrijf voor weinig uren of taken, met de drie punten die daarbij tellen."""

    begonnen_op: date
    uren_per_week: Fraction | None = None
    wil_werknemer: bool | None = None
    is_haalbaar: bool | None = None
    heeft_zicht_op_meer: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Herplaatsingsevaluatie:
    """Hoe werk voor weinig uren bevalt, en of het doorgaat."""

    gehouden_op: date
    keuze: Herplaatsingskeuze


@dataclass(frozen=True, slots=True, kw_only=True)
class Detachering:
    """Werk bij een ander zonder nieuw contract; zonder laatste dag is het einde niet bekend."""

    vanaf: date
    tot_en_met: date | None = None


_WERKGEVERSKANT = (WERKGEVER, CASEMANAGER)
_BEIDEN = (WERKGEVER, WERKNEMER, CASEMANAGER)

FEITEN = (
    Feitsoort(
        naam="begeleidingscontroles",
        onderdeel="begeleidingscontrole",
        type=Begeleidingscontrole,
        vraag="Op welke dag is gekeken hoe de hulp van wie loopt, en wat is er zo nodig gedaan?",
        gevers=_BEIDEN,
        op_uit="gehouden_op",
    ),
    Feitsoort(
        naam="begeleidingsbehoefte",
        type=Begeleidingsbehoefte,
        vraag="Heeft de werknemer begeleiding naar ander werk nodig, en wat is er geregeld?",
        gevers=(*_WERKGEVERSKANT, BEDRIJFSARTS, ARBODIENST, ARBEIDSDESKUNDIGE),
        op_uit="vastgesteld_op",
    ),
    Feitsoort(
        naam="mislukte_trajecten",
        onderdeel="mislukt_traject",
        type=MisluktTraject,
        vraag="Welk traject stopte zonder resultaat, op welke dag, en was de inzet goed?",
        gevers=(*_BEIDEN, "re-integratiebedrijf"),
        op_uit="gestopt_op",
    ),
    Feitsoort(
        naam="herplaatsing",
        type=Herplaatsing,
        vraag="Werkt de werknemer in het eigen bedrijf voor weinig uren of taken, sinds wanneer, en past dat?",
        gevers=_BEIDEN,
        op_uit="begonnen_op",
    ),
    Feitsoort(
        naam="herplaatsingsevaluaties",
        onderdeel="herplaatsingsevaluatie",
        type=Herplaatsingsevaluatie,
        vraag="Op welke dag is het werk voor weinig uren besproken, en gaat het door?",
        gevers=_BEIDEN,
        op_uit="gehouden_op",
    ),
    Feitsoort(
        naam="detacheringen",
        onderdeel="detachering",
        type=Detachering,
        vraag="Werkt de werknemer bij een ander zonder nieuw contract, van welke dag tot en met welke dag?",
        gevers=_BEIDEN,
        op_uit="vanaf",
    ),
    Feitsoort(
        naam="nieuwe_probleemanalyse_gevraagd_op",
        type=date,
        vraag="Op welke dag vroeg de werkgever om een nieuwe probleemanalyse?",
        gevers=_WERKGEVERSKANT,
        op_uit="waarde",
    ),
    Feitsoort(
        naam="is_werkgever_overtuigd",
        type=bool,
        vraag="Is de werkgever ervan overtuigd dat de mogelijkheden voor werk blijvend ontbreken?",
        gevers=_WERKGEVERSKANT,
    ),
    Feitsoort(
        naam="is_werknemer_overtuigd",
        type=bool,
        vraag="Is de werknemer ervan overtuigd dat de mogelijkheden voor werk blijvend ontbreken?",
        gevers=(WERKNEMER,),
    ),
)

"""Feiten over een verkorte wachttijd. Zij horen bij de werknemer; de werkgever ziet ze alleen als die ze deelt."""

from dataclasses import dataclass
from datetime import date

from poortnormen.feiten.soort import BEDRIJFSARTS, UWV, WERKNEMER, Feitsoort


@dataclass(frozen=True, slots=True, kw_only=True)
class VerkorteWachttijdverzoek:
    """Een verzoek om een verkorte wachttijd, en of de verklaring van de bedrijfsarts erbij zit en waarop zij steunt."""

    gedaan_op: date
    heeft_verklaring_bedrijfsarts: bool | None = None
    heeft_gegevens_specialist: bool | None = None
    zijn_gegevens_specialist_te_vergen: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class VerkorteWachttijdbesluit:
    """Wat UWV op het verzoek beslist: de laatste dag van de verkorte wachttijd, of niets als UWV weigert."""

    besluit_op: date
    einde: date | None = None


_GEVERS = (WERKNEMER, BEDRIJFSARTS, UWV)

FEITEN = (
    Feitsoort(
        naam="verkorte_wachttijd_verzoeken",
        onderdeel="verkorte_wachttijd_verzoek",
        type=VerkorteWachttijdverzoek,
        vraag="Wanneer vroeg de werknemer om een verkorte wachttijd, en ging de verklaring van de bedrijfsarts mee?",
        gevers=_GEVERS,
        op_uit="gedaan_op",
    ),
    Feitsoort(
        naam="verkorte_wachttijd_besluit",
        type=VerkorteWachttijdbesluit,
        vraag="Wat besliste UWV over de verkorte wachttijd, op welke dag, en wat is de laatste dag?",
        gevers=_GEVERS,
        op_uit="besluit_op",
    ),
)

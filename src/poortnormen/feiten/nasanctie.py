"""Feiten over de tijd na een loonsanctie, en over vragen van UWV bij het verslag.

Een vraag van UWV en het antwoord zijn twee feiten: het antwoord telt vanaf zijn eigen dag.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.feiten.soort import ARBODIENST, BEDRIJFSARTS, CASEMANAGER, UWV, WERKGEVER, WERKNEMER, Feitsoort


class Bevraagde(StrEnum):
    """Aan wie UWV om meer gegevens kan vragen."""

    WERKGEVER = "werkgever"
    WERKNEMER = "werknemer"
    BEDRIJFSARTS = "bedrijfsarts"
    ARBODIENST = "arbodienst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstelstap:
    """Wat na een loonsanctie is gedaan aan één tekortkoming, genoemd in de woorden van het besluit.

    `is_hiermee_hersteld` is wat de werkgever er zelf van vindt; alleen UWV stelt het herstel vast.
    """

    gedaan_op: date
    grond: str
    wat: str
    bewijs: str | None = None
    is_hiermee_hersteld: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Informatieverzoek:
    """UWV vraagt meer gegevens omdat het verslag vragen openlaat, met de laatste dag die UWV noemt."""

    gevraagd_op: date
    aan: Bevraagde
    wat: str
    uiterlijk_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Informatieantwoord:
    """Het antwoord op een vraag van UWV, die is aan te wijzen met haar dag en met wie zij kreeg."""

    gegeven_op: date
    door: Bevraagde
    vraag_van: date


_WERKGEVERSKANT = (WERKGEVER, CASEMANAGER)
_ALLEN = (WERKGEVER, WERKNEMER, CASEMANAGER, BEDRIJFSARTS, ARBODIENST, UWV)

FEITEN = (
    Feitsoort(
        naam="herstelstappen",
        onderdeel="herstelstap",
        type=Herstelstap,
        vraag="Wat is na de loonsanctie gedaan, voor welke tekortkoming, en welk stuk bewijst het?",
        gevers=_WERKGEVERSKANT,
        op_uit="gedaan_op",
    ),
    Feitsoort(
        naam="informatieverzoeken",
        onderdeel="informatieverzoek",
        type=Informatieverzoek,
        vraag="Wat vroeg UWV bij het verslag, aan wie, en tot en met welke dag kan het antwoord komen?",
        gevers=_ALLEN,
        op_uit="gevraagd_op",
    ),
    Feitsoort(
        naam="informatieantwoorden",
        onderdeel="informatieantwoord",
        type=Informatieantwoord,
        vraag="Op welke dag kreeg UWV antwoord op zijn vraag, van wie, en van welke dag was die vraag?",
        gevers=_ALLEN,
        op_uit="gegeven_op",
    ),
)

"""Feiten over geld voor de re-integratie: kosten, vergoedingen, terugbetalen, en UWV vragen om mee te doen."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.feiten.reintegratie import Uitvoerder
from poortnormen.feiten.soort import CASEMANAGER, UWV, WERKGEVER, WERKNEMER, Feitsoort


class Kostensoort(StrEnum):
    """Waarvoor kosten zijn gemaakt; nooit welke behandeling."""

    BEHANDELING = "behandeling"
    SCHOLING = "scholing"
    BEGELEIDING = "begeleiding"
    AANPASSING_WERKPLEK = "aanpassing_werkplek"
    VERVOER = "vervoer"
    ONDERZOEK = "onderzoek"
    ANDERE_KOSTEN = "andere_kosten"


class Vergoeder(StrEnum):
    """Wie kosten vergoedt."""

    ZORGVERZEKERING = "zorgverzekering"
    VERZUIMVERZEKERING = "verzuimverzekering"
    UWV = "uwv"
    ANDERE_VERGOEDER = "andere_vergoeder"


class Participatie(StrEnum):
    """Wat een werkgever met een tijdelijk contract aan UWV kan vragen."""

    TRAJECT_VOORTZETTEN = "traject_voortzetten"
    BIJDRAGE_IN_KOSTEN = "bijdrage_in_kosten"
    VOORTZETTEN_EN_BIJDRAGEN = "voortzetten_en_bijdragen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kostenpost:
    """Kosten van een dag: wie betaalde, en hoeveel daarvan door wie is vergoed; `stuk` is de factuur of het besluit."""

    gemaakt_op: date
    soort: Kostensoort
    bedrag_centen: int
    betaald_door: Uitvoerder
    vergoed_centen: int | None = None
    vergoed_door: Vergoeder | None = None
    stuk: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terugbetaalafspraak:
    """De afspraak dat de werknemer kosten terugbetaalt: tot en met welke dag, en wanneer alleen."""

    afgesproken_op: date
    bedrag_centen: int
    tot_en_met: date | None = None
    is_alleen_als_traject_slaagt: bool | None = None
    is_alleen_bij_eigen_vertrek: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participatieverzoek:
    """Het verzoek aan UWV om in een tijdelijk contract mee te doen aan de re-integratie."""

    gedaan_op: date
    vraag: Participatie


@dataclass(frozen=True, slots=True, kw_only=True)
class Participatiebesluit:
    """Wat UWV op dat verzoek besliste, dat is aan te wijzen met zijn dag."""

    besluit_op: date
    verzoek_van: date
    is_ingewilligd: bool


_WERKGEVERSKANT = (WERKGEVER, CASEMANAGER)
_BEIDEN = (WERKGEVER, WERKNEMER, CASEMANAGER)

FEITEN = (
    Feitsoort(
        naam="kostenposten",
        onderdeel="kostenpost",
        type=Kostenpost,
        vraag="Welke kosten zijn voor de re-integratie gemaakt, wie betaalde, en wat is vergoed?",
        gevers=_BEIDEN,
        op_uit="gemaakt_op",
    ),
    Feitsoort(
        naam="is_aanvullende_verzekering_geeist",
        type=bool,
        vraag="Eiste de werkgever dat de werknemer een aanvullende zorgverzekering neemt?",
        gevers=_BEIDEN,
    ),
    Feitsoort(
        naam="terugbetaalafspraken",
        onderdeel="terugbetaalafspraak",
        type=Terugbetaalafspraak,
        vraag="Is afgesproken dat de werknemer kosten terugbetaalt, hoeveel, en wanneer alleen?",
        gevers=_BEIDEN,
        op_uit="afgesproken_op",
    ),
    Feitsoort(
        naam="participatieverzoeken",
        onderdeel="participatieverzoek",
        type=Participatieverzoek,
        vraag="Op welke dag is UWV gevraagd om mee te doen, en waarmee?",
        gevers=_WERKGEVERSKANT,
        op_uit="gedaan_op",
    ),
    Feitsoort(
        naam="participatiebesluiten",
        onderdeel="participatiebesluit",
        type=Participatiebesluit,
        vraag="Wat besliste UWV op het verzoek om mee te doen?",
        gevers=(*_WERKGEVERSKANT, UWV),
        op_uit="besluit_op",
    ),
)

"""Feiten over meldingen aan UWV, de WIA-aanvraag en besluiten van UWV.

Van een brief of besluit van UWV zijn de dag die erop staat en de dag van ontvangst twee feiten: de ene norm telt vanaf
de ene dag, de andere vanaf de andere.
"""

from dataclasses import dataclass
from datetime import date

from poortnormen.feiten.soort import CASEMANAGER, UWV, WERKGEVER, WERKNEMER, Feitsoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Ziekteaangifte:
    """De aangifte bij UWV na 42 weken, met de eerste ziektedag die daarin staat."""

    gedaan_op: date
    gemelde_eerste_ziektedag: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlengingsbesluit:
    """Wat UWV op het verzoek om langer loon beslist: de laatste dag daarvan, of niets als UWV weigert."""

    besluit_op: date
    einde: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnvolledigBericht:
    """Het bericht van UWV dat (een deel van) het verslag ontbreekt, met de laatste dag die UWV zelf noemt."""

    gedagtekend_op: date
    ontbrekende_delen: tuple[str, ...] = ()
    uiterste_dag: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetsbesluit:
    """Wat UWV na de toets van het verslag beslist: wel of geen loonsanctie, op welke gronden en tot welke dag.

    `einde` is de laatste dag van de loonsanctie die UWV zelf noemt; leeg betekent de langst mogelijke. `herstelwijzen`
    zegt per grond, in dezelfde volgorde, wat de werkgever volgens UWV moet doen.
    """

    besluit_op: date
    is_loonsanctie: bool
    ontvangen_op: date | None = None
    gronden: tuple[str, ...] = ()
    einde: date | None = None
    herstelwijzen: tuple[str, ...] = ()
    noemt_beoordelingskader: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekortingsverzoek:
    """De melding dat de tekortkoming is hersteld, met de gronden waarvoor de werkgever bewijs meestuurt."""

    ontvangen_op: date
    gronden_met_bewijs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstelbesluit:
    """Wat UWV beslist op een bekortingsverzoek, dat is aan te wijzen met de dag waarop UWV het ontving."""

    besluit_op: date
    verzoek_ontvangen_op: date
    is_hersteld: bool


_ALLEN = (WERKGEVER, WERKNEMER, CASEMANAGER, UWV)
_WERKGEVERSKANT = (WERKGEVER, CASEMANAGER, UWV)


def _dag(naam: str, vraag: str, gevers: tuple[str, ...]) -> Feitsoort:
    return Feitsoort(naam=naam, type=date, vraag=vraag, gevers=gevers, op_uit="waarde")


_AANVRAAG = (
    Feitsoort(
        naam="ziekteaangifte",
        type=Ziekteaangifte,
        vraag="Op welke dag is de 42-wekenaangifte bij UWV gedaan, en met welke eerste ziektedag?",
        gevers=(WERKGEVER,),
        op_uit="gedaan_op",
    ),
    _dag(
        "kennisgeving_gedagtekend_op",
        "Welke dag staat op de brief van UWV over de WIA-aanvraag?",
        (WERKNEMER, WERKGEVER, UWV),
    ),
    _dag(
        "kennisgeving_ontvangen_op",
        "Op welke dag ontving de werknemer de brief van UWV over de WIA-aanvraag?",
        (WERKNEMER, UWV),
    ),
    Feitsoort(
        naam="is_kennisgeving_uitgebleven",
        type=bool,
        vraag="Staat vast dat UWV de werknemer nooit een brief over de WIA-aanvraag heeft gestuurd?",
        gevers=(WERKNEMER, UWV),
    ),
    _dag("wia_aanvraag_op", "Op welke dag is de WIA-uitkering aangevraagd?", (WERKNEMER, UWV, WERKGEVER)),
    Feitsoort(
        naam="is_bijzonder_geval_late_aanvraag",
        type=bool,
        vraag="Vindt UWV dit een bijzonder geval, waarin de WIA ook over een langere tijd terug kan ingaan?",
        gevers=(UWV, WERKNEMER),
    ),
    _dag(
        "hervatting_aanvraag_gevraagd_op",
        "Op welke dag vroeg de werknemer UWV de stilgelegde WIA-aanvraag weer op te pakken?",
        (WERKNEMER, UWV),
    ),
    _dag("wia_besluit_op", "Op welke dag besliste UWV over de WIA-uitkering?", (WERKNEMER, UWV, WERKGEVER)),
    Feitsoort(
        naam="is_loon_alleen_uit_ander_dienstverband",
        type=bool,
        vraag="Komt het loon in de verlengde periode alleen uit een ander dienstverband dan dat van de ziekmelding?",
        gevers=(WERKNEMER, UWV),
    ),
)

_VERLENGING = (
    _dag(
        "verlenging_akkoord_werkgever_op",
        "Op welke dag tekende de werkgever het verzoek aan UWV om het loon langer door te laten lopen?",
        (WERKGEVER, CASEMANAGER),
    ),
    _dag(
        "verlenging_akkoord_werknemer_op",
        "Op welke dag tekende de werknemer het verzoek aan UWV om het loon langer door te laten lopen?",
        (WERKNEMER,),
    ),
    Feitsoort(
        naam="verlengingsbesluit",
        type=Verlengingsbesluit,
        vraag="Wat besliste UWV op het verzoek om langer loon, op welke dag, en wat is de laatste dag?",
        gevers=_ALLEN,
        op_uit="besluit_op",
    ),
    _dag(
        "verlenging_verkorten_gevraagd_op",
        "Op welke dag vroeg de werkgever of de werknemer om een kortere verlenging?",
        _ALLEN,
    ),
    _dag(
        "verslag_gevraagd_op",
        "Op welke dag vroeg de werknemer het re-integratieverslag eerder, tijdens de verlenging?",
        (WERKNEMER, WERKGEVER, CASEMANAGER),
    ),
)

_TOETS = (
    Feitsoort(
        naam="bericht_onvolledig_verslag",
        type=OnvolledigBericht,
        vraag="Wanneer schreef UWV dat er iets aan het verslag ontbreekt, wat ontbreekt er, en tot welke dag kan het?",
        gevers=_WERKGEVERSKANT,
        op_uit="gedagtekend_op",
    ),
    _dag("verslag_aangevuld_op", "Op welke dag stuurde de werkgever UWV wat aan het verslag ontbrak?", _WERKGEVERSKANT),
    Feitsoort(
        naam="toetsbesluit",
        type=Toetsbesluit,
        vraag="Wat besliste UWV na de toets van het verslag, en welke dag staat op dat besluit?",
        gevers=_ALLEN,
        op_uit="besluit_op",
    ),
    _dag(
        "loonsanctie_ingetrokken_op",
        "Op welke dag trok UWV de loonsanctie in, of haalde de rechter haar weg?",
        _ALLEN,
    ),
    Feitsoort(
        naam="bekortingsverzoeken",
        onderdeel="bekortingsverzoek",
        type=Bekortingsverzoek,
        vraag="Op welke dag ontving UWV de melding dat alles hersteld is, en voor welke gronden ging er bewijs mee?",
        gevers=_WERKGEVERSKANT,
        op_uit="ontvangen_op",
    ),
    Feitsoort(
        naam="herstelbesluiten",
        onderdeel="herstelbesluit",
        type=Herstelbesluit,
        vraag="Wat besliste UWV op de melding van herstel, en welke dag staat op dat besluit?",
        gevers=_ALLEN,
        op_uit="besluit_op",
    ),
)

FEITEN = (*_AANVRAAG, *_VERLENGING, *_TOETS)

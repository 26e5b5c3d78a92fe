"""Het loonpad: per aaneengesloten dagen wat de werkgever bij ziekte per loontijdvak betaalt, en waarom.

De bedragen komen uit de uitkomsten van de normen; hier worden zij naast elkaar gelegd. Elk bedrag geldt per heel
tijdvak (een maand, vier weken of een week) en wordt één keer afgerond. Wat niet bekend is, blijft leeg.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import Catalogus
from poortnormen.feiten.loon import Loontijdvak
from poortnormen.geld import Bedrag
from poortnormen.loongrond import maak_loongrond
from poortnormen.loonregels import Antwoord, antwoord_op
from poortnormen.loonstukken import splits
from poortnormen.tijd import EEN_DAG, Periode
from poortnormen.uitkomst import Onbekend, Uitkomst, Uitleg, Vastgesteld, vroegste
from poortnormen.ziektetijd import Ziektetijd

TIJD, EINDE = "ziektetijd", "laatste_loondag"
STUKKEN = (
    "begrensd_loon",
    "wettelijk_ziekteloon",
    "bodem_eerste_jaar",
    "bodem_per_uur",
    "bodem_per_tijdvak",
    "verlof_zonder_ziekteloon",
    "dagen_zonder_loon",
    "toegezegd_deel",
    "gebruikte_lezing",
)
FEITEN = ("loonafspraken", "hervattingen", "loonmaatregelen", "is_loonmaatregel_zonder_uitstel_gemeld")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loonperiode:
    """Dagen waarover hetzelfde loon geldt; `bedrag` is per heel tijdvak `per`, en leeg als het niet bekend is."""

    van: date
    tot_en_met: date
    loonwaarde_pct: Fraction | None
    per: Loontijdvak | None
    bedrag: Bedrag | None
    normen: tuple[str, ...]
    uitleg: tuple[Uitleg, ...]
    ontbreekt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loonpad:
    """Alle perioden op volgorde; `ontbreekt` zegt waarom er geen pad is, of waarom het nog langer kan worden."""

    perioden: tuple[Loonperiode, ...]
    ontbreekt: tuple[str, ...]
    houdbaar_tot: date | None


def loonnormen(catalogus: Catalogus) -> tuple[str, ...]:
    """De normen waarop het loonpad steunt; voor `beoordeel(alleen=…)`."""
    return tuple(catalogus.namen[naam] for naam in (TIJD, EINDE, *STUKKEN))


def loonpad(catalogus: Catalogus, beoordeling: Beoordeling) -> Loonpad:
    """Geef de perioden van de eerste ziektedag tot het einde van het loon, zoals de feiten op de peildatum zijn.

    Na volledig herstel houdt het pad op. Is nog niet bekend of het loon langer duurt, dan loopt het pad tot waar het
    zeker is. Zonder ziekmelding, of als ook dat niet te zeggen is, is er geen pad.
    """
    uitkomsten = {naam: beoordeling.uitkomst(catalogus.namen[naam]) for naam in (TIJD, EINDE, *STUKKEN)}
    feiten = {naam: beoordeling.beeld[naam] for naam in FEITEN}
    houdbaar_tot = vroegste(
        *(uitkomst.houdbaar_tot for uitkomst in uitkomsten.values()), *(feit.houdbaar_tot for feit in feiten.values())
    )
    tijd, laatste = uitkomsten[TIJD], uitkomsten[EINDE]
    ontbreekt = tuple(dict.fromkeys(naam for u in (tijd, laatste) if isinstance(u, Onbekend) for naam in u.ontbreekt))
    einde = _zeker_tot_en_met(laatste)
    if not isinstance(tijd, Vastgesteld) or einde is None:
        return Loonpad((), ontbreekt, houdbaar_tot)
    assert isinstance(tijd.waarde, Ziektetijd)  # noqa: S101  # zo gedeclareerd
    grond = maak_loongrond(tijd.waarde, uitkomsten, {naam: feit.waarde for naam, feit in feiten.items()})
    if tijd.waarde.hersteld_op is not None and tijd.waarde.hersteld_op <= einde:
        einde, ontbreekt = tijd.waarde.hersteld_op - EEN_DAG, ()
    if einde < tijd.waarde.eerste_ziektedag:
        return Loonpad((), ontbreekt, houdbaar_tot)
    dagen = Periode(tijd.waarde.eerste_ziektedag, einde)
    perioden = [_periode(deel, antwoord_op(grond, deel.vanaf)) for deel in splits(dagen, grond.grenzen())]
    return Loonpad(tuple(_samen(perioden)), ontbreekt, houdbaar_tot)


def _zeker_tot_en_met(laatste: Uitkomst) -> date | None:
    """De laatste loondag, of de dag tot waar er zeker loon is als een verlenging nog niet bekend is."""
    match laatste:
        case Vastgesteld(waarde=date() as dag):
            return dag
        case Onbekend(mogelijk=mogelijk):
            return min((dag for _, dag in mogelijk if isinstance(dag, date)), default=None)
        case _:
            return None


def _periode(deel: Periode, antwoord: Antwoord) -> Loonperiode:
    assert deel.tot_en_met is not None  # noqa: S101  # elk deel heeft een laatste dag
    return Loonperiode(
        van=deel.vanaf,
        tot_en_met=deel.tot_en_met,
        loonwaarde_pct=None if antwoord.loonwaarde is None else antwoord.loonwaarde * 100,
        per=antwoord.per,
        bedrag=antwoord.bedrag,
        normen=antwoord.normen,
        uitleg=antwoord.uitleg,
        ontbreekt=antwoord.ontbreekt,
    )


def _samen(perioden: list[Loonperiode]) -> Iterator[Loonperiode]:
    """Voeg perioden samen die in alles gelijk zijn: daar is niets veranderd."""
    vorige: Loonperiode | None = None
    for periode in perioden:
        if vorige is not None and replace(vorige, van=periode.van, tot_en_met=periode.tot_en_met) == periode:
            vorige = replace(vorige, tot_en_met=periode.tot_en_met)
            continue
        if vorige is not None:
            yield vorige
        vorige = periode
    if vorige is not None:
        yield vorige

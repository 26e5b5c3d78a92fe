"""The part of `poortwijzer toets` about the time after a loonsanctie, for programs and for people."""

from collections.abc import Iterator
from typing import Annotated, Literal, TypedDict

from poortnormen.beoordeling import Beoordeling
from poortnormen.geld import Bedrag
from poortnormen.nasanctie import FASENORM, Beslissing, NaSanctie, Tekortkoming
from poortnormen.tijd import Dagen
from poortwijzer.cli.vorm import Dag
from poortwijzer.cli.woorden import iso
from poortwijzer.lib.datums import datum
from poortwijzer.lib.zinnen import bedrag, waarde, woord, zin

_Fase = Literal["niet_begonnen", "bezig", "klaar_om_te_melden", "gemeld", "afgewezen", "vastgesteld"]
_Euro = Annotated[str | None, "In euro's; null is: het loon is niet bekend."]


class Herstelstapvorm(TypedDict):
    """What was done about a shortcoming."""

    gedaan_op: Dag
    wat: str
    bewijs: str | None
    is_hiermee_hersteld: bool | None


class Tekortkomingvorm(TypedDict):
    """What the UWV misses, what it asks for that, and how far that is."""

    grond: str
    herstelwijze: Annotated[str, "Wat UWV vraagt; leeg is: dat zegt het besluit niet."]
    stand: Literal[
        "nog_niets_gedaan", "begonnen", "hersteld_volgens_werkgever", "gemeld_bij_uwv", "vastgesteld_door_uwv"
    ]
    stappen: list[Herstelstapvorm]


class Beslissingvorm(TypedDict):
    """A decision of the UWV that has a term."""

    norm: str
    verzoek_van: Annotated[Dag | None, "De dag van de melding; null is het besluit over de loonsanctie zelf."]
    uiterste_dag: Dag
    besluit_op: Dag | None
    dagen_te_laat: Annotated[int, "Loopt op zolang er geen besluit is."]
    is_hersteld: bool | None


class Nasanctievorm(TypedDict):
    """The time after a loonsanctie."""

    fase: _Fase
    is_besluit_te_laat: Annotated[bool, "Of het besluit kwam toen UWV het loon niet meer kon verlengen."]
    eerste_dag: Dag | None
    langste_dag: Annotated[Dag, "De laatste dag als er niets wordt hersteld."]
    laatste_dag: Annotated[Dag, "De laatste dag zoals het er nu voor staat."]
    snelste_dag: Annotated[Dag | None, "De laatste dag als nu alles is hersteld; null is: dat verandert niets meer."]
    tekortkomingen: list[Tekortkomingvorm]
    beslissingen: list[Beslissingvorm]
    loon_tot_nu: _Euro
    loon_nog: _Euro
    te_besparen: _Euro
    geschat_vanaf: Annotated[Dag | None, "Vanaf deze dag loopt het laatste bekende loon door."]


def als_json(na: NaSanctie | None) -> Nasanctievorm | None:
    """Give the part for --json; None when there is no loonsanctie."""
    if na is None:
        return None
    return {
        "fase": na.fase.value,
        "is_besluit_te_laat": na.is_besluit_te_laat,
        "eerste_dag": iso(na.eerste_dag),
        "langste_dag": na.langste_dag.isoformat(),
        "laatste_dag": na.laatste_dag.isoformat(),
        "snelste_dag": iso(na.snelste_dag),
        "tekortkomingen": [_tekortkoming(tekort) for tekort in na.tekortkomingen],
        "beslissingen": [_beslissing(beslissing) for beslissing in na.beslissingen],
        "loon_tot_nu": _euro(na.kosten.tot_nu),
        "loon_nog": _euro(na.kosten.nog),
        "te_besparen": _euro(na.kosten.te_besparen),
        "geschat_vanaf": iso(na.kosten.geschat_vanaf),
    }


def _tekortkoming(tekort: Tekortkoming) -> Tekortkomingvorm:
    return {
        "grond": tekort.grond,
        "herstelwijze": tekort.herstelwijze,
        "stand": tekort.stand.value,
        "stappen": [
            {
                "gedaan_op": stap.gedaan_op.isoformat(),
                "wat": stap.wat,
                "bewijs": stap.bewijs,
                "is_hiermee_hersteld": stap.is_hiermee_hersteld,
            }
            for stap in tekort.stappen
        ],
    }


def _beslissing(beslissing: Beslissing) -> Beslissingvorm:
    return {
        "norm": beslissing.norm,
        "verzoek_van": iso(beslissing.verzoek_van),
        "uiterste_dag": beslissing.uiterste_dag.isoformat(),
        "besluit_op": iso(beslissing.besluit_op),
        "dagen_te_laat": beslissing.dagen_te_laat,
        "is_hersteld": beslissing.is_hersteld,
    }


def _euro(inhoud: Bedrag | None) -> str | None:
    return None if inhoud is None else str(inhoud)


def regels(beoordeling: Beoordeling, na: NaSanctie | None) -> Iterator[str]:
    """Give the lines for people; none without a loonsanctie."""
    if na is None:
        return
    yield ""
    van = "" if na.eerste_dag is None else f" van {datum(na.eerste_dag)}"
    yield f"Loonsanctie{van} tot en met {datum(na.laatste_dag)}. {zin(beoordeling.uitkomst(FASENORM).uitleg)}"
    if na.is_besluit_te_laat:
        yield "- Het besluit kwam te laat: UWV kon het loon niet meer verlengen (WIA-25-11)."
    for tekort in na.tekortkomingen:
        doen = f" Te doen: {tekort.herstelwijze}." if tekort.herstelwijze else ""
        yield f"- [{woord(tekort.stand)}] {tekort.grond}.{doen}"
    for beslissing in na.beslissingen:
        if beslissing.dagen_te_laat:
            korter = waarde(Dagen(beslissing.dagen_te_laat))
            yield f"- UWV moest op {datum(beslissing.uiterste_dag)} beslissen: {korter} korter."
    if na.snelste_dag is not None:
        yield f"- Is nu alles hersteld, dan eindigt zij op zijn laatst op {datum(na.snelste_dag)}."
    if na.kosten.tot_nu is not None and na.kosten.nog is not None:
        yield f"- Loon tot nu toe {bedrag(na.kosten.tot_nu)}, en nog {bedrag(na.kosten.nog)}."

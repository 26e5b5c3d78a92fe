"""Outcomes in words, the way the command line shows them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, TypedDict

from poortnormen.feiten import FEITEN
from poortnormen.omzetting import schrijf_waarde
from poortnormen.uitkomst import Onbekend, Stand, Uiterlijk, Uitkomst, Uitleg
from poortwijzer.lib.zinnen import waarde, zin

STANDEN = {
    Stand.OPEN: "open",
    Stand.NADERT: "nadert",
    Stand.OP_TIJD: "op tijd",
    Stand.TE_LAAT: "te laat",
    Stand.TE_LAAT_GEDAAN: "te laat gedaan",
    Stand.ONBEKEND: "niet bekend",
    Stand.NIET_VAN_TOEPASSING: "niet nodig",
}
GOLD_NIET = (
    "Deze norm gold niet op de dag waarom het gaat, of een waarde die zij nodig heeft is voor die dag niet bekend."
)


class Vraagvorm(TypedDict):
    """A fact that is missing, as a question to somebody."""

    feit: Annotated[str, "De naam van het feit in het dossierbestand."]
    vraag: Annotated[str, "De vraag, in gewone taal."]
    gevers: Annotated[list[str], "Wie het kan zeggen."]


class Mogelijkvorm(TypedDict):
    """What comes out at one answer to what is not known yet."""

    antwoord: Annotated[str, "Het antwoord; bij meer vragen staan er komma's tussen."]
    uitkomst: Annotated[object, "Wat er dan uitkomt; null als de norm dan niet geldt."]


def uitleg_in_woorden(uitleg: Uitleg, ontbreekt: Iterable[str], uitkomst: Uitkomst | None = None) -> str:
    """Make the sentence of an explanation; without a template, say what is missing or that the norm did not hold.

    Of an outcome that is not known, the sentence also says what it would be at each answer.
    """
    if uitleg.sjabloon:
        return zin(uitleg)
    vragen = [vraag["vraag"] for vraag in vragen_bij(ontbreekt)]
    if not vragen:
        return GOLD_NIET
    return " ".join(["Dit hangt af van wat nog niet bekend is.", *vragen, *_bij_elk_antwoord(uitkomst)])


def mogelijk_als_json(uitkomst: Uitkomst) -> list[Mogelijkvorm]:
    """Give what an outcome that is not known would be at each answer, for JSON."""
    if not isinstance(uitkomst, Onbekend):
        return []
    mogelijk: list[Mogelijkvorm] = [{"antwoord": a, "uitkomst": schrijf_waarde(w)} for a, w in uitkomst.mogelijk]
    return mogelijk + [{"antwoord": antwoord, "uitkomst": None} for antwoord in uitkomst.geldt_niet_bij]


def _bij_elk_antwoord(uitkomst: Uitkomst | None) -> Iterator[str]:
    if isinstance(uitkomst, Onbekend):
        for antwoord, inhoud in uitkomst.mogelijk:
            yield f"Bij ‘{antwoord}’: {waarde(inhoud.dag if isinstance(inhoud, Uiterlijk) else inhoud)}."
        for antwoord in uitkomst.geldt_niet_bij:
            yield f"Bij ‘{antwoord}’: niet van toepassing."


def vragen_bij(ontbreekt: Iterable[str]) -> list[Vraagvorm]:
    """Give the questions that belong to missing facts, each once and in the same order."""
    return [
        {"feit": naam, "vraag": FEITEN[naam].vraag, "gevers": list(FEITEN[naam].gevers)}
        for naam in dict.fromkeys(ontbreekt)
        if naam in FEITEN
    ]


def iso(dag: date | None) -> str | None:
    """Write a day for JSON."""
    return None if dag is None else dag.isoformat()

"""Outcomes in words, the way the command line shows them."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, TypedDict

from poortnormen.feiten import FEITEN
from poortnormen.uitkomst import Stand, Uitleg
from poortwijzer.lib.zinnen import zin

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


def uitleg_in_woorden(uitleg: Uitleg, ontbreekt: Iterable[str]) -> str:
    """Make the sentence of an explanation; without a template, say what is missing or that the norm did not hold."""
    if uitleg.sjabloon:
        return zin(uitleg)
    vragen = [vraag["vraag"] for vraag in vragen_bij(ontbreekt)]
    return f"Dit hangt af van wat nog niet bekend is. {' '.join(vragen)}" if vragen else GOLD_NIET


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

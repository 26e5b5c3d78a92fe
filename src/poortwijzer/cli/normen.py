"""`poortwijzer normen`: the register of norms, and where each is kept."""

from collections.abc import Sequence
from typing import Annotated, TypedDict

import click

from poortnormen.catalogus import Catalogus, catalogus
from poortnormen.dekking import Dekking, dekking
from poortnormen.norm import Norm
from poortnormen.omzetting import Veldfout
from poortwijzer.cli.fouten import Opdrachtfout
from poortwijzer.cli.hulp import HULP, Opdracht
from poortwijzer.cli.opties import json_optie
from poortwijzer.cli.uitvoer import console, schrijf_json, tabel


class Dekkingvorm(TypedDict):
    """Where a norm is kept, and what proves it."""

    gedekt: Annotated[bool, "Of er iets is dat de norm volgt, en een test die faalt als dat niet meer zo is."]
    waar: Annotated[list[str], "Waar de norm in het programma wordt gevolgd."]
    toetsen: Annotated[list[str], "De tests die dat bewijzen."]
    gelijk_aan: Annotated[str | None, "De andere norm die hetzelfde zegt en daar is uitgewerkt."]
    open_omdat: Annotated[str | None, "Waarom de norm nog niet wordt gevolgd."]


class Normvorm(TypedDict):
    """One norm of the register."""

    id: str
    bron: str
    vindplaats: str
    soort: str
    hardheid: Annotated[str, "wettelijk, beleid, richtlijn of advies"]
    actor: list[str]
    zekerheid: Annotated[str, "Hoe zeker wij zijn van de tekst; zie de begrippenlijst."]
    tekst: str
    dekking: Dekkingvorm


class Normenvorm(TypedDict):
    """The answer of `poortwijzer normen --json`."""

    catalogusversie: str
    aantal: int
    aantal_gedekt: int
    normen: list[Normvorm]


@click.command(cls=Opdracht, context_settings=HULP)
@click.option("--bron", metavar="BRON", help="Alleen de normen van deze bron, zoals procesgang of wia.")
@json_optie
def normen(*, bron: str | None, als_json: bool) -> int:
    """Toon alle normen, met waar elke norm wordt gevolgd en welke test dat bewijst."""
    regels = catalogus()
    gekozen = kies_normen(regels, bron)
    gevolgd = {norm.id: dekking(norm.id) for norm in gekozen}
    if als_json:
        schrijf_json(antwoord(regels, gekozen, gevolgd))
    else:
        toon(gekozen, gevolgd)
    return 0


def kies_normen(regels: Catalogus, bron: str | None) -> tuple[Norm, ...]:
    """Give the norms of one source, or all.

    Raises:
        Opdrachtfout: when there is no such source.
    """
    if bron is not None and bron not in regels.bronnen:
        zin = f"Kies uit: {', '.join(regels.bronnen)}."
        raise Opdrachtfout(f"De bron '{bron}' kennen wij niet.", [Veldfout("--bron", zin)])
    return tuple(norm for norm in regels.normen.values() if bron in {None, norm.bron})


def antwoord(regels: Catalogus, gekozen: Sequence[Norm], gevolgd: dict[str, Dekking]) -> Normenvorm:
    """Give the register in the shape of --json."""
    return {
        "catalogusversie": regels.versie,
        "aantal": len(gekozen),
        "aantal_gedekt": sum(gevolgd[norm.id].is_gedekt for norm in gekozen),
        "normen": [norm_als_json(norm, gevolgd[norm.id]) for norm in gekozen],
    }


def norm_als_json(norm: Norm, gevolgd: Dekking) -> Normvorm:
    """Give one norm in the shape of --json."""
    return {
        "id": norm.id,
        "bron": norm.bron,
        "vindplaats": norm.vindplaats,
        "soort": norm.soort.value,
        "hardheid": norm.hardheid.value,
        "actor": list(norm.actor),
        "zekerheid": norm.zekerheid,
        "tekst": norm.tekst,
        "dekking": {
            "gedekt": gevolgd.is_gedekt,
            "waar": list(gevolgd.waar),
            "toetsen": list(gevolgd.toetsen),
            "gelijk_aan": norm.gelijk_aan or None,
            "open_omdat": gevolgd.open_omdat or None,
        },
    }


def toon(gekozen: Sequence[Norm], gevolgd: dict[str, Dekking]) -> None:
    """Print the register for people."""
    scherm = console()
    rijen = [
        (norm.id, norm.hardheid.value, "ja" if gevolgd[norm.id].is_gedekt else "open", norm.tekst) for norm in gekozen
    ]
    scherm.print(tabel(("Norm", "Hardheid", "Werkt", "Tekst"), rijen, vouw=3))
    aantal = sum(deel.is_gedekt for deel in gevolgd.values())
    scherm.print(f"\n{aantal} van {len(gekozen)} normen werken. Meer over een norm: poortwijzer uitleg NORM")

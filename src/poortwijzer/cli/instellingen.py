"""`poortwijzer controleer-instellingen`: whether this installation may start, and what could be safer."""

from typing import Annotated, TypedDict

import click

from poortwijzer.cli.hulp import HULP, Opdracht
from poortwijzer.cli.opties import json_optie
from poortwijzer.cli.platform import met_platform
from poortwijzer.cli.uitvoer import console, schrijf_json


class Bevindingvorm(TypedDict):
    """Something that is wrong or could be safer."""

    nummer: Annotated[str, "De naam van de controle, zoals poortwijzer.E101 of security.W004."]
    is_fout: Annotated[bool, "Een fout houdt de start tegen; de rest is een waarschuwing."]
    melding: str
    advies: str


class Instellingenvorm(TypedDict):
    """The answer of `poortwijzer controleer-instellingen --json`."""

    omgeving: Annotated[str, "Welke instellingen dit zijn: productie, demo of toets."]
    bevindingen: list[Bevindingvorm]


@click.command("controleer-instellingen", cls=Opdracht, context_settings=HULP)
@json_optie
def controleer_instellingen(*, als_json: bool) -> int:
    """Ga na of deze installatie veilig is ingesteld; niets wordt gewijzigd."""
    met_platform()
    antwoord = controleer()
    if als_json:
        schrijf_json(antwoord)
    else:
        toon(antwoord)
    return int(bool(antwoord["bevindingen"]))


def controleer() -> Instellingenvorm:
    """Run every check, those for production too, and give the answer in the shape of --json."""
    from django.conf import settings  # noqa: PLC0415  # needs Django
    from django.core.checks import ERROR, run_checks  # noqa: PLC0415  # as above

    from poortwijzer.slot.controle import controleer_slot  # noqa: PLC0415  # as above

    stil = set(settings.SILENCED_SYSTEM_CHECKS)
    bevindingen: list[Bevindingvorm] = [
        {
            "nummer": str(bevinding.id),
            "is_fout": bevinding.level >= ERROR,
            "melding": str(bevinding.msg),
            "advies": str(bevinding.hint or ""),
        }
        for bevinding in (*run_checks(include_deployment_checks=True), *controleer_slot(databases=settings.DATABASES))
        if bevinding.id not in stil
    ]
    return {"omgeving": settings.POORTWIJZER_OMGEVING, "bevindingen": bevindingen}


def toon(antwoord: Instellingenvorm) -> None:
    """Print the answer for people."""
    scherm = console()
    if not antwoord["bevindingen"]:
        scherm.print(f"De instellingen ({antwoord['omgeving']}) zijn in orde.")
    for bevinding in antwoord["bevindingen"]:
        soort = "FOUT" if bevinding["is_fout"] else "let op"
        scherm.print(f"{soort} {bevinding['nummer']}: {bevinding['melding']} {bevinding['advies']}".rstrip())

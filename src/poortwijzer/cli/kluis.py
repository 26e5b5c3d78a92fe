"""`poortwijzer kluis`: a new key of the installation, and wrapping everything with the current one."""

from typing import Annotated, TypedDict

import click

from poortwijzer.cli.fouten import Invoerfout
from poortwijzer.cli.hulp import HULP, Groep, Opdracht
from poortwijzer.cli.opties import json_optie
from poortwijzer.cli.platform import DATABASE_KLOPT_NIET, KLUIS_IS_DICHT, met_platform
from poortwijzer.cli.uitvoer import console, schrijf_json


class Kluisvorm(TypedDict):
    """The answer of `poortwijzer kluis roteer --json`."""

    opnieuw_ingepakt: Annotated[int, "Hoeveel sleutels van organisaties opnieuw zijn ingepakt."]
    opnieuw_verzegeld: Annotated[int, "Van hoeveel mensen de tweede stap bij het aanmelden opnieuw is verzegeld."]


@click.group(
    cls=Groep,
    waar={
        "nieuwe-sleutel": "poortwijzer.cli.kluis:nieuwe_sleutel",
        "roteer": "poortwijzer.cli.kluis:roteer",
    },
    context_settings=HULP,
    no_args_is_help=True,
)
def kluis() -> None:
    """Beheer de sleutel waarmee dossiers zijn beveiligd."""


@click.command(cls=Opdracht, context_settings=HULP)
def nieuwe_sleutel() -> int:
    """Maak een nieuwe regel voor KLUIS_SLEUTELS.

    Zet de regel boven de oude, start opnieuw, en geef daarna de opdracht kluis roteer. Bewaar een kopie apart van de
    gegevens: zonder sleutel is geen dossier meer te lezen.
    """
    from poortwijzer.kluis.installatiesleutel import nieuwe_regel  # noqa: PLC0415  # only this command needs it

    click.echo(nieuwe_regel())
    return 0


@click.command(cls=Opdracht, context_settings=HULP)
@json_optie
def roteer(*, als_json: bool) -> int:
    """Pak alle sleutels opnieuw in met de bovenste sleutel van KLUIS_SLEUTELS.

    Daarna zijn de andere regels niet meer nodig. De dossiers zelf veranderen niet. Na een onderbreking gaat deze
    opdracht verder waar zij was.
    """
    met_platform()
    from django.db import DatabaseError  # noqa: PLC0415  # after the platform has started

    from poortwijzer.accounts.tweede_stap import herverzegel  # noqa: PLC0415  # as above
    from poortwijzer.kluis.beheer import roteer as pak_opnieuw_in  # noqa: PLC0415  # as above
    from poortwijzer.kluis.installatiesleutel import KluisDicht  # noqa: PLC0415  # as above

    try:
        antwoord = Kluisvorm(opnieuw_ingepakt=pak_opnieuw_in(), opnieuw_verzegeld=herverzegel())
    except DatabaseError as fout:
        raise Invoerfout("De database is niet te gebruiken.", [DATABASE_KLOPT_NIET]) from fout
    except KluisDicht as fout:
        raise Invoerfout("De kluis gaat niet open.", [KLUIS_IS_DICHT]) from fout
    if als_json:
        schrijf_json(antwoord)
    else:
        console().print(f"{antwoord['opnieuw_ingepakt']} sleutels van organisaties opnieuw ingepakt.")
        console().print(f"Van {antwoord['opnieuw_verzegeld']} mensen is de tweede stap opnieuw verzegeld.")
    return 0

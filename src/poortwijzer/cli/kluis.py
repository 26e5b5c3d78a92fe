"""`poortwijzer kluis`: new keys, of the installation and of an organisation, and wrapping what they wrap anew."""

from typing import Annotated, TypedDict
from uuid import UUID

import click

from poortnormen.omzetting import Veldfout
from poortwijzer.cli.fouten import Opdrachtfout
from poortwijzer.cli.hulp import HULP, Groep, Opdracht
from poortwijzer.cli.opties import json_optie
from poortwijzer.cli.platform import DATABASE_KLOPT_NIET, KLUIS_IS_DICHT, met_platform
from poortwijzer.cli.uitvoer import console, schrijf_json


class Kluisvorm(TypedDict):
    """The answer of `poortwijzer kluis roteer --json`."""

    opnieuw_ingepakt: Annotated[int, "Hoeveel sleutels van organisaties opnieuw zijn ingepakt."]
    opnieuw_verzegeld: Annotated[int, "Van hoeveel mensen de tweede stap bij het aanmelden opnieuw is verzegeld."]


class Vernieuwvorm(TypedDict):
    """The answer of `poortwijzer kluis vernieuw-sleutel --json`."""

    opnieuw_ingepakt: Annotated[int, "Hoeveel sleutels van delen van dossiers opnieuw zijn ingepakt."]


@click.group(
    cls=Groep,
    waar={
        "nieuwe-sleutel": "poortwijzer.cli.kluis:nieuwe_sleutel",
        "roteer": "poortwijzer.cli.kluis:roteer",
        "vernieuw-sleutel": "poortwijzer.cli.kluis:vernieuw_sleutel",
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
        raise Opdrachtfout("De database is niet te gebruiken.", [DATABASE_KLOPT_NIET]) from fout
    except KluisDicht as fout:
        raise Opdrachtfout("De kluis gaat niet open.", [KLUIS_IS_DICHT]) from fout
    if als_json:
        schrijf_json(antwoord)
    else:
        console().print(f"{antwoord['opnieuw_ingepakt']} sleutels van organisaties opnieuw ingepakt.")
        console().print(f"Van {antwoord['opnieuw_verzegeld']} mensen is de tweede stap opnieuw verzegeld.")
    return 0


@click.command(cls=Opdracht, context_settings=HULP)
@click.argument("organisatie", type=click.UUID)
@json_optie
def vernieuw_sleutel(*, organisatie: UUID, als_json: bool) -> int:
    """Geef een organisatie een nieuwe sleutel, bijvoorbeeld als de oude misschien is uitgelekt.

    ORGANISATIE is het nummer (id) van de organisatie. Alle sleutels van haar dossiers worden opnieuw ingepakt en de
    oude sleutel wordt vernietigd. De dossiers zelf veranderen niet. Na een onderbreking gaat deze opdracht verder waar
    zij was.
    """
    met_platform()
    from django.core.exceptions import ObjectDoesNotExist  # noqa: PLC0415  # after the platform has started
    from django.db import DatabaseError  # noqa: PLC0415  # as above

    from poortwijzer.kluis.installatiesleutel import KluisDicht  # noqa: PLC0415  # as above
    from poortwijzer.kluis.roteren import vernieuw_sleutel as vernieuw  # noqa: PLC0415  # as above

    try:
        antwoord = Vernieuwvorm(opnieuw_ingepakt=vernieuw(organisatie))
    except ObjectDoesNotExist as fout:
        melding = Veldfout("ORGANISATIE", "Deze organisatie heeft nog geen dossiers, of het nummer klopt niet.")
        raise Opdrachtfout("Deze organisatie heeft geen sleutel.", [melding]) from fout
    except DatabaseError as fout:
        raise Opdrachtfout("De database is niet te gebruiken.", [DATABASE_KLOPT_NIET]) from fout
    except KluisDicht as fout:
        raise Opdrachtfout("De kluis gaat niet open.", [KLUIS_IS_DICHT]) from fout
    if als_json:
        schrijf_json(antwoord)
    else:
        console().print(f"{antwoord['opnieuw_ingepakt']} sleutels van dossiers opnieuw ingepakt.")
    return 0

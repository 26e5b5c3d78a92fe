"""`poortwijzer bijwerken`: judge again what time or a new catalogue made out of date."""

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated, TypedDict

import click

from poortwijzer.cli.fouten import Opdrachtfout
from poortwijzer.cli.hulp import HULP, Opdracht
from poortwijzer.cli.invoer import DAG
from poortwijzer.cli.opties import json_optie, peildatum_of_vandaag
from poortwijzer.cli.platform import DATABASE_KLOPT_NIET, KLUIS_IS_DICHT, met_platform
from poortwijzer.cli.uitvoer import console, schrijf_json
from poortwijzer.cli.vorm import Dag
from poortwijzer.lib.datums import datum

if TYPE_CHECKING:
    from poortwijzer.dossiers.beelden import Bijwerkverslag

MEER_DAN = 200  # dossiers between two lines of progress where there is no terminal


class Bijwerkvorm(TypedDict):
    """The answer of `poortwijzer bijwerken --json`."""

    peildatum: Dag
    totaal: Annotated[int, "Hoeveel dossiers aan de beurt waren."]
    gedaan: int
    mislukt: Annotated[dict[str, str], "Per dossier dat niet lukte: wat er misging. De andere zijn gewoon bijgewerkt."]


@click.command(cls=Opdracht, context_settings=HULP)
@click.option("--peildatum", type=DAG, help="De dag waarnaar wordt bijgewerkt. [anders: vandaag]")
@json_optie
def bijwerken(*, peildatum: date | None, als_json: bool) -> int:
    """Beoordeel opnieuw wat door de tijd of door nieuwe normen verouderd is.

    Na een onderbreking gaat deze opdracht verder waar zij was.
    """
    dag = peildatum_of_vandaag(peildatum)
    met_platform()
    from django.db import DatabaseError  # noqa: PLC0415  # after the platform has started

    from poortwijzer.dossiers.assessments import bijwerken as werk_bij  # noqa: PLC0415  # as above
    from poortwijzer.kluis.installatiesleutel import KluisDicht  # noqa: PLC0415  # as above

    try:
        verslag = werk_bij(dag, voortgang=None if als_json else _voortgang)
    except DatabaseError as fout:
        raise Opdrachtfout("De database is niet te gebruiken.", [DATABASE_KLOPT_NIET]) from fout
    except KluisDicht as fout:
        raise Opdrachtfout("De kluis gaat niet open.", [KLUIS_IS_DICHT]) from fout
    if als_json:
        schrijf_json(antwoord(verslag))
    else:
        toon(verslag)
    return int(bool(verslag.mislukt))


def antwoord(verslag: "Bijwerkverslag") -> Bijwerkvorm:
    """Give the report in the shape of --json."""
    return {
        "peildatum": verslag.peildatum.isoformat(),
        "totaal": verslag.totaal,
        "gedaan": verslag.gedaan,
        "mislukt": dict(verslag.mislukt),
    }


def toon(verslag: "Bijwerkverslag") -> None:
    """Print the report for people."""
    scherm = console()
    scherm.print(f"Bijgewerkt naar {datum(verslag.peildatum)}: {verslag.gedaan} van {verslag.totaal} dossiers.")
    for dossier, fout in verslag.mislukt.items():
        scherm.print(f"- dossier {dossier} lukte niet ({fout}); zie het logboek")


def _voortgang(gedaan: int, totaal: int) -> None:
    """Show how far it is: one line that renews itself on a terminal, now and then a line elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{gedaan} van {totaal} dossiers" + ("\n" if gedaan >= totaal else ""))
    elif gedaan % MEER_DAN == 0 or gedaan >= totaal:
        sys.stderr.write(f"{gedaan} van {totaal} dossiers\n")
    sys.stderr.flush()

"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from poortwijzer.cli.invoer import DAG

F = TypeVar("F", bound=Callable[..., Any])


def json_optie(functie: F) -> F:
    """Add --json."""
    return click.option("--json", "als_json", is_flag=True, help="Geef JSON, voor een ander programma.")(functie)


def dag_opties(functie: F) -> F:
    """Add --peildatum (default: today) and --bekend-op."""
    functie = click.option(
        "--bekend-op", type=DAG, help="Reken met wat op deze dag bekend was. [anders: alles wat is vastgelegd]"
    )(functie)
    return click.option("--peildatum", type=DAG, help="De dag waarop u kijkt. [anders: vandaag]")(functie)


def peildatum_of_vandaag(peildatum: date | None) -> date:
    """Give the asked peildatum, or today as it is in the Netherlands: only here does a command read the clock."""
    if peildatum is not None:
        return peildatum
    from poortwijzer.lib.klok import vandaag  # noqa: PLC0415  # it reads the time zones, which costs time

    return vandaag()

"""The command `poortwijzer`. What works on a dossier file alone starts without Django and without a database."""

import os
import sys
from collections.abc import Sequence

import click
from click.exceptions import UsageError

from poortwijzer.cli.fouten import Opdrachtfout
from poortwijzer.cli.hulp import HULP, Groep, als_opdrachtfout, is_vraag_om_hulp
from poortwijzer.cli.uitvoer import schoon, schrijf_json

GOED, NEGATIEF, FOUTE_INVOER, AFGEBROKEN = 0, 1, 2, 130

OPDRACHTEN = {
    "tijdlijn": "poortwijzer.cli.tijdlijn:tijdlijn",
    "toets": "poortwijzer.cli.toets:toets",
    "loon": "poortwijzer.cli.loon:loon",
    "normen": "poortwijzer.cli.normen:normen",
    "uitleg": "poortwijzer.cli.uitleg:uitleg",
    "schema": "poortwijzer.cli.schema:schema",
    "bijwerken": "poortwijzer.cli.bijwerken:bijwerken",
    "bewaartermijnen": "poortwijzer.cli.bewaartermijnen:bewaartermijnen",
    "audit": "poortwijzer.cli.audit:audit",
    "kluis": "poortwijzer.cli.kluis:kluis",
    "organisatie": "poortwijzer.cli.organisatie:organisatie",
    "controleer-instellingen": "poortwijzer.cli.instellingen:controleer_instellingen",
}


@click.group(cls=Groep, waar=OPDRACHTEN, context_settings=HULP, no_args_is_help=True)
def poortwijzer() -> None:
    """Wat de regels over ziekte en re-integratie van een dossier zeggen: dagen, oordeel, loon en waarom.

    Uitkomst: 0 beantwoord (ook met onbekende delen), 1 er is iets te laat of het oordeel is negatief, 2 de invoer
    klopt niet.
    """


def main(argumenten: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    for stroom in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character gets its number, and not an error.
        stroom.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # both are text streams
    sys.exit(draai(list(sys.argv[1:] if argumenten is None else argumenten)))


def draai(argumenten: list[str]) -> int:
    """Run the command line and give its exit code."""
    try:
        code = poortwijzer.main(argumenten, prog_name="poortwijzer", standalone_mode=False)
        sys.stdout.flush()
    except UsageError as fout:
        if is_vraag_om_hulp(fout):
            click.echo(fout.format_message())
            return GOED
        return _meld(als_opdrachtfout(fout), argumenten)
    except Opdrachtfout as fout:
        return _meld(fout, argumenten)
    except (click.Abort, KeyboardInterrupt):
        return AFGEBROKEN
    except BrokenPipeError:
        # Who reads has seen enough. What Python still wants to write at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOED
    return code if isinstance(code, int) else GOED


def _meld(fout: Opdrachtfout, argumenten: list[str]) -> int:
    regels = [fout.fout, *(f"  {melding.pad}: {melding.melding}" for melding in fout.meldingen)]
    sys.stderr.write(schoon("\n".join(regels)) + "\n")
    if "--json" in argumenten:
        schrijf_json(fout.als_json())
    return FOUTE_INVOER


__all__ = ["draai", "main", "poortwijzer"]

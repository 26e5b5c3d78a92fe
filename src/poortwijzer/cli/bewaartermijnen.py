"""`poortwijzer bewaartermijnen`: what is past its term, and with --voer-uit carrying out what people approved."""

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
    from poortwijzer.dossiers.wisrondes import Bewaarverslag


class Bewaarvorm(TypedDict):
    """The answer of `poortwijzer bewaartermijnen --json`."""

    peildatum: Dag
    is_uitgevoerd: Annotated[bool, "Of er iets is gedaan. Zonder --voer-uit is er alleen gekeken."]
    voorbij: Annotated[int, "Hoeveel delen van dossiers voorbij hun termijn zijn (alleen als er is gekeken)."]
    tegengehouden: Annotated[int, "Hoeveel delen iemand tegenhoudt (alleen als er is gekeken)."]
    onbekend: Annotated[int, "Van hoeveel delen de dag niet bekend is (alleen als er is gekeken)."]
    voorgesteld: Annotated[int, "Hoeveel nieuwe lijsten op goedkeuring wachten."]
    afgemaakt: Annotated[int, "Hoeveel keer wissen dat halverwege stopte, is afgemaakt."]
    gewist: Annotated[int, "Hoeveel delen van dossiers zijn gewist."]
    mislukt: Annotated[int, "Hoeveel delen niet lukten; een volgende keer probeert het opnieuw."]
    logregels: Annotated[int, "Hoeveel regels van het logboek zijn weggehaald."]


@click.command(cls=Opdracht, context_settings=HULP)
@click.option("--peildatum", type=DAG, help="De dag waarnaar wordt gekeken. [anders: vandaag]")
@click.option("--voer-uit", is_flag=True, help="Doe het ook. Alleen wat is goedgekeurd, wordt gewist.")
@json_optie
def bewaartermijnen(*, peildatum: date | None, voer_uit: bool, als_json: bool) -> int:
    """Kijk wat voorbij zijn bewaartermijn is, of voer uit wat is goedgekeurd.

    Zonder --voer-uit verandert er niets. Met --voer-uit wordt gewist wat iemand heeft goedgekeurd, gaan oude regels uit
    het logboek, en wordt voorgesteld wat verder voorbij zijn termijn is. Na een onderbreking gaat deze opdracht verder
    waar zij was.
    """
    dag = peildatum_of_vandaag(peildatum)
    if voer_uit and peildatum is not None and peildatum > peildatum_of_vandaag(None):
        raise click.UsageError("Met --voer-uit ligt de peildatum niet na vandaag.")
    met_platform()
    from django.db import DatabaseError  # noqa: PLC0415  # after the platform has started

    from poortwijzer.dossiers.wisrondes import houd_bij, kijk_vooruit  # noqa: PLC0415  # as above
    from poortwijzer.kluis.installatiesleutel import KluisDicht  # noqa: PLC0415  # as above

    voortgang = None if als_json else _voortgang
    try:
        verslag = (houd_bij if voer_uit else kijk_vooruit)(dag, voortgang=voortgang)
    except DatabaseError as fout:
        raise Opdrachtfout("De database is niet te gebruiken.", [DATABASE_KLOPT_NIET]) from fout
    except KluisDicht as fout:
        raise Opdrachtfout("De kluis gaat niet open.", [KLUIS_IS_DICHT]) from fout
    antwoord = _antwoord(verslag, is_uitgevoerd=voer_uit)
    if als_json:
        schrijf_json(antwoord)
    else:
        _toon(antwoord, dag)
    return int(bool(verslag.mislukt))


def _antwoord(verslag: "Bewaarverslag", *, is_uitgevoerd: bool) -> Bewaarvorm:
    return {
        "peildatum": verslag.peildatum.isoformat(),
        "is_uitgevoerd": is_uitgevoerd,
        "voorbij": sum(verslag.voorbij.values()),
        "tegengehouden": verslag.tegengehouden,
        "onbekend": verslag.onbekend,
        "voorgesteld": verslag.voorgesteld,
        "afgemaakt": verslag.afgemaakt,
        "gewist": verslag.gewist,
        "mislukt": verslag.mislukt,
        "logregels": verslag.logregels,
    }


def _toon(antwoord: Bewaarvorm, dag: date) -> None:
    scherm = console()
    if not antwoord["is_uitgevoerd"]:
        scherm.print(f"Op {datum(dag)} zijn {antwoord['voorbij']} delen van dossiers voorbij hun bewaartermijn.")
        scherm.print(
            f"Iemand houdt er {antwoord['tegengehouden']} tegen; van {antwoord['onbekend']} is de dag onbekend."
        )
        scherm.print("Er is niets gewist.")
        return
    scherm.print(f"Gewist: {antwoord['gewist']}. Niet gelukt: {antwoord['mislukt']}.")
    scherm.print(f"Afgemaakt wat halverwege stopte: {antwoord['afgemaakt']}.")
    scherm.print(f"Weg uit het logboek: {antwoord['logregels']} regels.")
    scherm.print(f"Nieuwe lijsten die op goedkeuring wachten: {antwoord['voorgesteld']}.")


def _voortgang(gedaan: int, totaal: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{gedaan} van {totaal} organisaties" + ("\n" if gedaan >= totaal else ""))
        sys.stderr.flush()

"""`poortwijzer schema`: the JSON Schema of a dossier file and of what each command prints."""

import click

from poortnormen.omzetting import Veldfout
from poortwijzer.cli import (
    audit,
    bewaartermijnen,
    bijwerken,
    fouten,
    instellingen,
    kluis,
    loon,
    normen,
    organisatie,
    tijdlijn,
    toets,
    uitleg,
)
from poortwijzer.cli.fouten import Opdrachtfout
from poortwijzer.cli.hulp import HULP, Opdracht
from poortwijzer.cli.opties import json_optie
from poortwijzer.cli.uitvoer import schrijf_json
from poortwijzer.cli.vorm import Schema, json_schema

DOSSIER = "dossier"
VORMEN: dict[str, tuple[type, str]] = {
    "tijdlijn": (tijdlijn.Tijdlijnvorm, "Het antwoord van poortwijzer tijdlijn --json."),
    "toets": (toets.Toetsvorm, "Het antwoord van poortwijzer toets --json."),
    "loon": (loon.Loonvorm, "Het antwoord van poortwijzer loon --json."),
    "normen": (normen.Normenvorm, "Het antwoord van poortwijzer normen --json."),
    "uitleg": (uitleg.Uitlegvorm, "Het antwoord van poortwijzer uitleg --json."),
    "bijwerken": (bijwerken.Bijwerkvorm, "Het antwoord van poortwijzer bijwerken --json."),
    "audit": (audit.Auditvorm, "Het antwoord van poortwijzer audit controleer --json."),
    "controleer-instellingen": (
        instellingen.Instellingenvorm,
        "Het antwoord van poortwijzer controleer-instellingen --json.",
    ),
    "bewaartermijnen": (bewaartermijnen.Bewaarvorm, "Het antwoord van poortwijzer bewaartermijnen --json."),
    "kluis": (kluis.Kluisvorm, "Het antwoord van poortwijzer kluis roteer --json."),
    "organisatie": (organisatie.Organisatievorm, "Het antwoord van poortwijzer organisatie begin --json."),
    "fout": (fouten.Foutvorm, "Wat een opdracht met --json geeft als de invoer niet klopt (uitkomst 2)."),
}


@click.command(cls=Opdracht, context_settings=HULP)
@click.argument("naam", metavar="[NAAM]", default=DOSSIER)
@json_optie
def schema(*, naam: str, als_json: bool) -> int:
    """Geef het JSON Schema van een dossierbestand, of van het antwoord van een opdracht."""
    del als_json  # a schema is JSON for people too
    schrijf_json(schema_van(naam))
    return 0


def schema_van(naam: str) -> Schema:
    """Give the schema of a dossier file (`dossier`), of a command's answer, or of `fout`.

    Raises:
        Opdrachtfout: when there is no such schema.
    """
    if naam == DOSSIER:
        from poortnormen.dossierschema import schema as dossierschema  # noqa: PLC0415  # the others do not need it

        return dossierschema()
    if naam not in VORMEN:
        zin = f"Kies uit: {', '.join([DOSSIER, *VORMEN])}."
        raise Opdrachtfout(f"Het schema '{naam}' bestaat niet.", [Veldfout("NAAM", zin)])
    vorm, omschrijving = VORMEN[naam]
    return json_schema(vorm, f"poortwijzer {naam}", omschrijving)

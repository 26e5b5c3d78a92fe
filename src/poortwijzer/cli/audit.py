"""`poortwijzer audit`: whether the log of who read and did what is as it was written, and removing its oldest part."""

from datetime import datetime
from typing import Annotated, TypedDict

import click

from poortwijzer.cli.fouten import Opdrachtfout
from poortwijzer.cli.hulp import HULP, Groep, Opdracht
from poortwijzer.cli.opties import json_optie
from poortwijzer.cli.platform import DATABASE_KLOPT_NIET, met_platform
from poortwijzer.cli.uitvoer import console, schrijf_json
from poortwijzer.lib.datums import datum
from poortwijzer.lib.klok import NEDERLAND


class Ketenfoutvorm(TypedDict):
    """The first row of a chain that is not as it was written."""

    organisatie: str
    volgnummer: Annotated[int, "De plaats in de keten waar het misgaat."]
    soort: Annotated[
        str,
        "ontbreekt: een regel is weg; ingevoegd: een regel te veel; aansluiting: hij volgt niet op de vorige; inhoud: "
        "gewijzigd; afgekapt: de laatste regels zijn weg; teruggezet: een oudere database ging verder; zonder_anker: "
        "buiten de database staat niet hoe lang de keten was; anker en snoeipunt: niet met onze sleutel getekend.",
    ]


class Auditvorm(TypedDict):
    """The answer of `poortwijzer audit controleer --json`."""

    heel: Annotated[bool, "Of elke keten is zoals zij werd geschreven."]
    aantal_ketens: int
    fouten: list[Ketenfoutvorm]


OPDRACHTEN = {"controleer": "poortwijzer.cli.audit:controleer", "snoei": "poortwijzer.cli.audit:snoei"}


@click.group(cls=Groep, waar=OPDRACHTEN, context_settings=HULP, no_args_is_help=True)
def audit() -> None:
    """Controleer het logboek van wie wat las en deed, of verwijder wat over zijn termijn is."""


@click.command(cls=Opdracht, context_settings=HULP)
@json_optie
def controleer(*, als_json: bool) -> int:
    """Ga na of het logboek nog is zoals het werd geschreven."""
    met_platform()
    from django.db import DatabaseError  # noqa: PLC0415  # after the platform has started

    try:
        antwoord = controleer_ketens()
    except DatabaseError as fout:
        raise Opdrachtfout("De database is niet te gebruiken.", [DATABASE_KLOPT_NIET]) from fout
    if als_json:
        schrijf_json(antwoord)
    else:
        toon(antwoord)
    return int(not antwoord["heel"])


@click.command(cls=Opdracht, context_settings=HULP)
@click.option(
    "--voor",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    metavar="DATUM",
    help="Verwijder alleen regels van voor deze dag (jjjj-mm-dd).",
)
def snoei(*, voor: datetime) -> int:
    """Verwijder regels die over hun termijn zijn, achter een getekend punt dat de controle herkent."""
    met_platform()
    from django.db import DatabaseError  # noqa: PLC0415  # after the platform has started

    from poortwijzer.audit import ketens  # noqa: PLC0415  # needs Django
    from poortwijzer.audit import snoei as snoei_keten  # noqa: PLC0415  # as above

    try:
        aantal = sum(snoei_keten(keten, voor=voor.replace(tzinfo=NEDERLAND)) for keten in ketens())
    except DatabaseError as fout:
        raise Opdrachtfout("De database is niet te gebruiken.", [DATABASE_KLOPT_NIET]) from fout
    console().print(f"{aantal} regels van voor {datum(voor.date())} zijn verwijderd.")
    return 0


def controleer_ketens() -> Auditvorm:
    """Check every chain, and give the answer in the shape of --json."""
    from poortwijzer.audit.controle import controleer as controleer_keten  # noqa: PLC0415  # needs Django
    from poortwijzer.audit.controle import ketens  # noqa: PLC0415  # as above

    organisaties = list(ketens())
    fouten: list[Ketenfoutvorm] = [
        {"organisatie": str(fout.organisatie_id), "volgnummer": fout.volgnummer, "soort": fout.soort}
        for organisatie in organisaties
        if (fout := controleer_keten(organisatie)) is not None
    ]
    return {"heel": not fouten, "aantal_ketens": len(organisaties), "fouten": fouten}


def toon(antwoord: Auditvorm) -> None:
    """Print the answer for people."""
    scherm = console()
    if antwoord["heel"]:
        scherm.print(f"Het logboek is heel ({antwoord['aantal_ketens']} ketens).")
    for fout in antwoord["fouten"]:
        scherm.print(f"Keten {fout['organisatie']}: regel {fout['volgnummer']} klopt niet ({fout['soort']}).")
    if not antwoord["heel"]:
        scherm.print("Is er een reservekopie teruggezet? Die is ouder dan de ankers buiten de database: zo hoort het.")

"""`poortwijzer organisatie`: begin an organisation in a new installation."""

from typing import Annotated, TypedDict

import click

from poortnormen.omzetting import Veldfout
from poortwijzer.cli.fouten import Opdrachtfout
from poortwijzer.cli.hulp import HULP, Groep, Opdracht
from poortwijzer.cli.opties import json_optie
from poortwijzer.cli.platform import DATABASE_KLOPT_NIET, met_platform
from poortwijzer.cli.uitvoer import console, schrijf_json
from poortwijzer.lib.datums import tijdstip

_OPTIES = {"naam": "--naam", "soort": "--soort", "email": "--email", "naam_beheerder": "--beheerder"}


class Organisatievorm(TypedDict):
    """The answer of `poortwijzer organisatie begin --json`."""

    organisatie: Annotated[str, "Het nummer van de organisatie."]
    link: Annotated[str, "De uitnodiging van de beheerder. Zij is nergens anders te vinden."]
    geldig_tot: Annotated[str, "Tot wanneer de link werkt (ISO 8601)."]


@click.group(
    cls=Groep,
    waar={"begin": "poortwijzer.cli.organisatie:begin"},
    context_settings=HULP,
    no_args_is_help=True,
)
def organisatie() -> None:
    """Begin een organisatie in deze installatie."""


@click.command(cls=Opdracht, context_settings=HULP)
@click.option("--naam", required=True, metavar="NAAM", help="De naam van de organisatie.")
@click.option(
    "--soort",
    required=True,
    metavar="SOORT",
    help="werkgever, arbodienst, arbeidsdeskundig_bureau of re_integratiebedrijf.",
)
@click.option("--beheerder", "naam_beheerder", required=True, metavar="NAAM", help="De naam van de eerste beheerder.")
@click.option("--email", required=True, metavar="ADRES", help="Het e-mailadres van die beheerder.")
@click.option("--adres", metavar="URL", help="Waar mensen het programma openen, zoals https://verzuim.voorbeeld.nl.")
@json_optie
def begin(*, naam: str, soort: str, naam_beheerder: str, email: str, adres: str | None, als_json: bool) -> int:  # noqa: PLR0913  # the options of a command
    """Maak een organisatie, en een link waarmee haar eerste beheerder een account maakt.

    De beheerder nodigt daarna de anderen uit. Geef de link alleen aan die ene persoon. Is zij verlopen, geef deze
    opdracht dan opnieuw.
    """
    met_platform()
    from django.core.exceptions import ValidationError  # noqa: PLC0415  # after the platform has started
    from django.db import DatabaseError  # noqa: PLC0415  # as above
    from django.urls import reverse  # noqa: PLC0415  # as above

    from poortwijzer.accounts.actions.begin_organisatie import begin_organisatie  # noqa: PLC0415  # as above

    voorkant = _adres(adres)
    try:
        begonnen = begin_organisatie(naam=naam, soort=soort, email=email, naam_beheerder=naam_beheerder)
    except ValidationError as fout:
        meldingen = [Veldfout(_OPTIES[veld], " ".join(teksten)) for veld, teksten in fout.message_dict.items()]
        raise Opdrachtfout("De organisatie is niet gemaakt.", meldingen) from fout
    except DatabaseError as fout:
        raise Opdrachtfout("De database is niet te gebruiken.", [DATABASE_KLOPT_NIET]) from fout
    antwoord: Organisatievorm = {
        "organisatie": str(begonnen.organisatie.pk),
        "link": voorkant + reverse("account_uitnodiging", args=[begonnen.token]),
        "geldig_tot": begonnen.geldig_tot.isoformat(),
    }
    if als_json:
        schrijf_json(antwoord)
    else:
        scherm = console()
        scherm.print(f"{begonnen.organisatie.naam} is gemaakt. Geef deze link aan {naam_beheerder.strip()}:")
        click.echo(antwoord["link"])
        scherm.print(f"De link werkt tot {tijdstip(begonnen.geldig_tot)}, en één keer.")
    return 0


def _adres(gegeven: str | None) -> str:
    from django.conf import settings  # noqa: PLC0415  # needs Django

    if gegeven:
        if not gegeven.startswith(("https://", "http://localhost")):
            raise Opdrachtfout("Het adres is niet veilig.", [Veldfout("--adres", "Begin met https://.")])
        return gegeven.rstrip("/")
    namen = [naam for naam in settings.ALLOWED_HOSTS if not naam.startswith(".")]
    if settings.POORTWIJZER_OMGEVING != "productie" or not namen:
        raise Opdrachtfout(
            "Waar openen mensen het programma?", [Veldfout("--adres", "Geef het adres, zoals http://localhost:8000.")]
        )
    return f"https://{namen[0]}"

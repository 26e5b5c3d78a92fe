"""What people give to a command: days, and dossier files. Wrong input becomes an `Opdrachtfout`."""

import sys
from datetime import date
from pathlib import Path

import click

from poortnormen.dossier import Dossier, Dossierfout, lees_dossier
from poortnormen.omzetting import Omzetfout, Veldfout, lees_datum
from poortwijzer.cli.fouten import Opdrachtfout

STANDAARDINVOER = "-"
GROOTSTE_BESTAND = 8_000_000  # bytes; a full dossier of two years is under 100 kB


class Dagsoort(click.ParamType[date]):
    """A day on the command line, written as 2024-03-01."""

    name = "jaar-maand-dag"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,  # noqa: ARG002  # click's signature
    ) -> date:
        """Read the day; refuse one that does not exist or lies outside what a dossier can hold."""
        if isinstance(value, date):
            return value
        waar = param.opts[0] if param is not None else "de dag"
        try:
            return lees_datum(value, waar)
        except Omzetfout as fout:
            raise Opdrachtfout(
                f"De waarde '{value}' voor {waar} is geen dag die wij kunnen lezen.", fout.fouten
            ) from None


DAG = Dagsoort()


def lees_bestand(pad: str) -> Dossier:
    """Read a dossier from a file, or from standard input when `pad` is `-`.

    Raises:
        Opdrachtfout: when there is no such file, when it is too large, or when it holds no dossier; nothing is
            half-read.
    """
    naam = "standaardinvoer" if pad == STANDAARDINVOER else f"'{pad}'"
    rauw = _lees_bytes(pad, naam)
    if len(rauw) > GROOTSTE_BESTAND:
        zin = f"Een dossierbestand is hoogstens {GROOTSTE_BESTAND // 1_000_000} MB. Controleer of dit het goede is."
        raise Opdrachtfout(f"Het bestand {naam} is te groot.", [Veldfout(naam, zin)])
    try:
        tekst = rauw.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        zin = f"Teken {fout.start + 1} is geen UTF-8. Sla het bestand op als UTF-8."
        raise Opdrachtfout(f"Het bestand {naam} is niet te lezen als tekst.", [Veldfout(naam, zin)]) from None
    try:
        return lees_dossier(tekst)
    except Dossierfout as fout:
        raise Opdrachtfout(f"Het bestand {naam} is geen dossier dat wij kunnen lezen.", fout.fouten) from None


def controleer_peildatum(dossier: Dossier, peildatum: date, bekend_op: date | None) -> None:
    """Refuse a peildatum before the first sick day: nothing had happened then.

    Raises:
        Opdrachtfout: when every known report of sickness begins after the peildatum.
    """
    meldingen = [feit.telt_vanaf for feit in dossier.bekend_op(bekend_op) if feit.naam == "ziekmeldingen"]
    eerste = min((dag for dag in meldingen if dag is not None), default=None)
    if eerste is not None and peildatum < eerste:
        zin = f"Kies een dag vanaf de eerste ziektedag ({eerste})."
        raise Opdrachtfout(f"De peildatum {peildatum} ligt voor de eerste ziektedag.", [Veldfout("--peildatum", zin)])


def _lees_bytes(pad: str, naam: str) -> bytes:
    try:
        if pad == STANDAARDINVOER:
            return sys.stdin.buffer.read(GROOTSTE_BESTAND + 1)
        with Path(pad).open("rb") as bestand:
            return bestand.read(GROOTSTE_BESTAND + 1)
    except FileNotFoundError:
        zin = "Er is geen bestand met deze naam. Controleer de naam en de map."
    except IsADirectoryError:
        zin = "Dit is een map. Noem een dossierbestand daarin."
    except PermissionError:
        zin = "Dit bestand mag u niet lezen."
    except (OSError, ValueError) as fout:  # ValueError: a NUL in the name
        zin = f"Lezen lukte niet ({getattr(fout, 'strerror', None) or fout})."
    raise Opdrachtfout(f"Het bestand {naam} is niet te lezen.", [Veldfout(naam, zin)])

"""Programs that are not Python: find them, or install Debian's where that may, or say what is missing.

`python scripts/programmas.py chromium` prints the path of the program; the exit code is 1 when it is not to
be had.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Programma:
    """A program, the names it goes by, the variable that points to it, and Debian's package."""

    namen: tuple[str, ...]
    variabele: str
    pakket: str
    waarvoor: str
    mappen: tuple[str, ...] = ()


PROGRAMMAS = {
    "chromium": Programma(
        namen=("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        variabele="CHROMIUM",
        pakket="chromium",
        waarvoor="the browser journeys",
    ),
    "initdb": Programma(
        namen=("initdb",),
        variabele="INITDB",
        pakket="postgresql",
        waarvoor="the tests on PostgreSQL",
        mappen=("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin"),
    ),
    "msgfmt": Programma(namen=("msgfmt",), variabele="MSGFMT", pakket="gettext", waarvoor="the translation files"),
}


class OntbreektError(Exception):
    """A program is not here and could not be installed; the message says what to do."""


def _versie(pad: Path) -> tuple[int, ...]:
    return tuple(int(cijfers) for cijfers in "".join(c if c.isdigit() else " " for c in str(pad)).split())


def zoek(programma: Programma) -> Path | None:
    """Give the path of a program: its variable, else its own folders (newest first), else the PATH."""
    gevraagd = os.environ.get(programma.variabele)
    if gevraagd:
        gevonden = shutil.which(gevraagd)
        if gevonden is None:
            raise OntbreektError(f"{programma.variabele}={gevraagd} is not a program that can be run.")
        return Path(gevonden)
    mappen = [map_ for patroon in programma.mappen for map_ in Path("/").glob(patroon.lstrip("/"))]
    zoekpad = os.pathsep.join([*map(str, sorted(mappen, key=_versie, reverse=True)), os.environ.get("PATH", "")])
    for naam in programma.namen:
        gevonden = shutil.which(naam, path=zoekpad)
        if gevonden:
            return Path(gevonden)
    return None


def _installeer(programma: Programma) -> None:
    omgeving = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print(f"installing Debian's package {programma.pakket} for {programma.waarvoor} ...", file=sys.stderr)
    for opdracht in (["update"], ["install", "--yes", "--no-install-recommends", programma.pakket]):
        klaar = subprocess.run(  # fixed words, no input from outside
            ["/usr/bin/apt-get", "-qq", *opdracht], env=omgeving, capture_output=True, text=True, check=False
        )
        if klaar.returncode:
            raise OntbreektError(f"apt-get {opdracht[0]} failed:\n{klaar.stdout}{klaar.stderr}")


def krijg(naam: str) -> Path:
    """Give the path of a program by its name in PROGRAMMAS; install it when this is Debian and we are root.

    Raises OntbreektError, with what to install and which variable to set, when that does not work out.
    """
    programma = PROGRAMMAS[naam]
    pad = zoek(programma)
    if pad is None and os.geteuid() == 0 and Path("/usr/bin/apt-get").exists():
        _installeer(programma)
        pad = zoek(programma)
    if pad is None:
        raise OntbreektError(
            f"{naam} is missing; {programma.waarvoor} need it. "
            f"On Debian: sudo apt-get install {programma.pakket}. "
            f"Elsewhere: install it and set {programma.variabele}=/path/to/{naam}."
        )
    return pad


if __name__ == "__main__":
    try:
        print(krijg(sys.argv[1]))
    except OntbreektError as fout:
        sys.exit(str(fout))

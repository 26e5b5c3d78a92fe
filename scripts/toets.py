"""Run the checks and close with one line of counts, in pytest's form, over all of them.

`snel`: style, types, import contracts and the tests on SQLite, without a browser. `alles`: also the browser journeys,
and the tests that use a database once more on PostgreSQL, unless one of both is enough. `lang`: everything on both
databases, with what is marked `traag` and with many more examples. Every step runs, also after one failed;
the exit code is 1 when any did.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from programmas import OntbreektError, krijg

WORTEL = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
ADRESSEN = {"DATABASE_URL", "DATABASE_OWNER_URL", "SLEUTELS_URL", "SLEUTELS_OWNER_URL"}  # each run has its own
RAPPORTEN = WORTEL / "var" / "toets"

# Import contracts and forgotten migrations are tests, in tests/bouw.
CONTROLES: dict[str, list[str | Path]] = {
    "format": [BIN / "ruff", "format", "--check", "--quiet", "."],
    "lint": [BIN / "ruff", "check", "--quiet", "--output-format=concise", "."],
    "templates": [BIN / "djlint", "--lint", "--quiet", "src/poortwijzer"],
    "types": [BIN / "mypy"],
}


@dataclass
class Telling:
    """Counts of tests, and of checks that failed as a whole."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    errors: int = 0
    namen: list[str] = field(default_factory=list)

    def tel_op(self, stap: str, rapport: Path, code: int) -> None:
        """Add what pytest reported; a run that failed without saying where counts as an error."""
        try:
            suites = list(ET.parse(rapport).getroot().iter("testsuite"))  # noqa: S314  # our own file
        except (OSError, ET.ParseError):
            suites = []
        mislukt, fouten, overgeslagen, totaal = (
            sum(int(suite.get(soort, 0)) for suite in suites) for soort in ("failures", "errors", "skipped", "tests")
        )
        if not suites or (code and not mislukt + fouten):
            fouten += 1
            code = code or 1
        self.failed += mislukt
        self.errors += fouten
        self.skipped += overgeslagen
        self.passed += max(0, totaal - mislukt - fouten - overgeslagen)
        if code:
            self.namen.append(stap)

    def slotregel(self, seconden: float) -> str:
        """Give the closing line."""
        delen = [
            f"{aantal} {woord}"
            for aantal, woord in (
                (self.failed, "failed"),
                (self.passed, "passed"),
                (self.skipped, "skipped"),
                (self.errors, "error" if self.errors == 1 else "errors"),
            )
            if aantal
        ]
        return f" {', '.join(delen) or 'no tests ran'} in {seconden:.2f}s ".center(90, "=")


def controleer(telling: Telling) -> None:
    """Run the checks that are not tests, two at a time, and print what those that fail have to say."""

    def draai(naam: str) -> tuple[str, float, "subprocess.CompletedProcess[str]"]:
        begin = time.monotonic()
        klaar = subprocess.run(CONTROLES[naam], cwd=WORTEL, capture_output=True, text=True, check=False)
        return naam, time.monotonic() - begin, klaar

    # The longest first.
    with ThreadPoolExecutor(max_workers=2) as pool:
        for naam, duur, klaar in pool.map(draai, reversed(CONTROLES)):
            print(f"{naam:<12} {'ok' if klaar.returncode == 0 else 'FAILED'} ({duur:.1f} s)", flush=True)
            if klaar.returncode:
                print(klaar.stdout + klaar.stderr, flush=True)
                telling.errors += 1
                telling.namen.append(naam)


def test(telling: Telling, stap: str, opties: list[str], voor: list[str | Path], omgeving: dict[str, str]) -> None:
    """Run pytest once, after the words in `voor`, and count."""
    print(f"\n--- tests on {stap}", flush=True)
    rapport = RAPPORTEN / f"{stap}.xml"
    rapport.unlink(missing_ok=True)
    # One more than there are cores: browsers, other processes and the database are waited for.
    werkers = os.environ.get("TOETS_WERKERS") or str((os.cpu_count() or 1) + 1)
    opdracht = [*voor, sys.executable, "-m", "pytest", "-q", "-n", werkers, "--dist", "worksteal"]
    klaar = subprocess.run([*opdracht, f"--junit-xml={rapport}", *opties], cwd=WORTEL, env=omgeving, check=False)
    telling.tel_op(stap, rapport, klaar.returncode)


def main(soort: str) -> int:
    """Run one of the three sets and give the exit code."""
    if soort not in {"snel", "alles", "lang"}:
        print(f"unknown set of checks: {soort} (choose snel, alles or lang)", file=sys.stderr)
        return 2
    begin = time.monotonic()
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in ADRESSEN}
    if soort != "snel":
        # First, so that what is missing is said at once and not after minutes.
        omgeving["CHROMIUM"] = str(krijg("chromium"))
        krijg("initdb")
    if soort == "lang":
        omgeving["HYPOTHESIS_PROFILE"] = "lang"
    RAPPORTEN.mkdir(parents=True, exist_ok=True)
    telling = Telling()
    controleer(telling)
    keuze = {"snel": ["-m", "not browser and not traag"], "alles": ["-m", "not traag", "--verdeeld"], "lang": []}[soort]
    test(telling, "SQLite", keuze, [], omgeving)
    if soort != "snel":
        # The rule core knows no database, and takes half of the time to collect.
        niet_lang = ["-m", "not browser and not traag", "--verdeeld"] if soort == "alles" else []
        keuze = ["--alleen-database", "--ignore=tests/poortnormen", *niet_lang]
        postgres: list[str | Path] = [sys.executable, WORTEL / "scripts" / "met_postgres.py"]
        test(telling, "PostgreSQL", keuze, postgres, omgeving)
    print()
    if telling.namen:
        print(f"failed: {', '.join(telling.namen)}")
    print(telling.slotregel(time.monotonic() - begin))
    return 1 if telling.namen else 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:2]))
    except OntbreektError as fout:
        sys.exit(str(fout))
    except KeyboardInterrupt:
        sys.exit(130)

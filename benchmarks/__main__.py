"""`python -m benchmarks`: measure speed, and print ratios of one run. Nothing here is a test: machines differ."""

import argparse
import tempfile
from importlib import import_module
from pathlib import Path

from benchmarks import kern
from benchmarks.tabel import druk_af


def main() -> None:
    """Measure the core, and the platform unless `--kern` asks for the core alone."""
    opties = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    opties.add_argument("--kern", action="store_true", help="only the rule core")
    opties.add_argument("--dossiers", type=int, default=10_000, metavar="N", help="how many on the platform (10,000)")
    gekozen = opties.parse_args()
    druk_af("Rule core", kern.metingen())
    if gekozen.kern:
        return
    with tempfile.TemporaryDirectory(prefix="poortwijzer-meting-") as map_:
        import_module("benchmarks.opzet").zet_op(Path(map_))
        # These import the platform, which needs the settings of the line above.
        werk = import_module("poortwijzer.slot.wie").werk
        with werk("meting"):
            _platform(gekozen.dossiers)


def _platform(dossiers: int) -> None:
    druk_af("On paper", import_module("benchmarks.verslag").metingen())
    druk_af("Log", import_module("benchmarks.logboek").metingen())
    druk_af("Upkeep", import_module("benchmarks.onderhoud").metingen(dossiers))
    druk_af(f"Pages over {dossiers:,} dossiers", import_module("benchmarks.paginas").metingen())


if __name__ == "__main__":
    main()

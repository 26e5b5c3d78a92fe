"""Try every case of the access matrix and keep its tables in tests/toegang/verwacht.

Without options: print the number of cases, the leaks and what is not declared; the exit code is 1 when there is any.
`--route <name>`, which may be repeated, keeps to one address.
`--aanvullen` writes lines for what is new and takes out what is gone; what was reviewed stays as it is. Review what it
wrote. `--overnemen` also takes over answers that differ: only after the difference was judged to be right.
"""

import argparse
import sys

from proefdatabase import proefdatabase


def lees_opties() -> argparse.Namespace:
    """Read what was asked; an unknown option says so at once, and not after the minutes that the whole matrix takes."""
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--route", action="append", default=[], metavar="NAME")
    opties.add_argument("--aanvullen", action="store_true")
    opties.add_argument("--overnemen", action="store_true")
    return opties.parse_args()


if __name__ == "__main__":
    gevraagd = lees_opties()
    with proefdatabase():
        from doorloop import hoofd  # the matrix needs Django

        schrijft = gevraagd.aanvullen or gevraagd.overnemen
        sys.exit(hoofd(set(gevraagd.route), is_aanvullen=schrijft, neem_over=gevraagd.overnemen))

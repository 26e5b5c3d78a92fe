"""CSV that a spreadsheet opens as text: no cell of it is worked out as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

# What a spreadsheet takes for the beginning of a formula, also behind white space.
_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def veilige_cel(waarde: object) -> str:
    """Give the cell as text; one that would be a formula gets an apostrophe, and is shown as it was."""
    tekst = str(waarde)
    return f"'{tekst}" if tekst.startswith(_FORMULE) or tekst.lstrip().startswith(_FORMULE) else tekst


def csv_tekst(koppen: Sequence[str], rijen: Iterable[Sequence[object]]) -> bytes:
    """Give a CSV in UTF-8 with a mark that spreadsheets know it by, and semicolons as they expect them here."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", quoting=csv.QUOTE_ALL)
    schrijver.writerow([veilige_cel(kop) for kop in koppen])
    schrijver.writerows([veilige_cel(cel) for cel in rij] for rij in rijen)
    return uit.getvalue().encode("utf-8-sig")

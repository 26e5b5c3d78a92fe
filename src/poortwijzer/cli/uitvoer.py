"""Print answers: JSON for programs, tables for people that stay readable at 80 columns and without colour."""

import json
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

SMALSTE = 60


def schrijf_json(antwoord: object) -> None:
    """Print one answer as JSON, indented, in UTF-8."""
    sys.stdout.write(json.dumps(antwoord, ensure_ascii=False, indent=2) + "\n")


def console(*, fout: bool = False) -> "Console":
    """Give the terminal; without colour when it is not one, never narrower than 60 columns."""
    from rich.console import Console  # noqa: PLC0415  # with --json it is not needed

    scherm = Console(stderr=fout, highlight=False, markup=False, emoji=False, soft_wrap=False)
    scherm.width = max(scherm.width, SMALSTE)
    return scherm


def tabel(koppen: Sequence[str], rijen: Iterable[Sequence[str]], *, vouw: int | None = None) -> "Table":
    """Give a table; `vouw` is the column that takes what room is left and folds its text."""
    from rich import box  # noqa: PLC0415  # with --json it is not needed
    from rich.table import Table  # noqa: PLC0415  # as above
    from rich.text import Text  # noqa: PLC0415  # as above

    gemaakt = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=vouw is not None, show_edge=False)
    for nummer, kop in enumerate(koppen):
        gemaakt.add_column(kop, ratio=1 if nummer == vouw else None, overflow="fold", no_wrap=nummer != vouw)
    for rij in rijen:
        gemaakt.add_row(*(Text(schoon(cel)) for cel in rij))
    return gemaakt


def druk(scherm: "Console", regels: Iterable[str]) -> None:
    """Print lines of text, folded to the width of the terminal; what is folded hangs under its own beginning."""
    for regel in regels:
        inspringen = len(regel) - len(regel.lstrip(" "))
        hangend = inspringen + (2 if regel.lstrip(" ").startswith("- ") else 0)
        gevouwen = textwrap.wrap(schoon(regel), scherm.width, subsequent_indent=" " * hangend, break_on_hyphens=False)
        scherm.print("\n".join(gevouwen))


def schoon(tekst: str) -> str:
    """Leave out characters that steer a terminal; text of a dossier comes from anybody."""
    return "".join(teken if teken.isprintable() or teken == "\n" else "\N{REPLACEMENT CHARACTER}" for teken in tekst)

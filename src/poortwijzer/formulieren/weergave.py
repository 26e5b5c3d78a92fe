"""Writes the answers of a document as lines of text: for paper, for comparing, and for who may only read."""

from collections.abc import Mapping

from poortwijzer.formulieren.soort import Kolom, Veld, Veldtype
from poortwijzer.formulieren.waarden import JA_NEE_ONBEKEND, STANDPUNTEN, Waarde, dag
from poortwijzer.lib.datums import datum, gettext


def regels(veld: Veld, waarde: Waarde | None) -> tuple[str, ...]:
    """Give the lines of one answer; nothing when there is none. A row of a table becomes one line."""
    if not waarde:
        return ()
    match waarde:
        case list():
            return tuple(
                cel(veld, rij) if isinstance(rij, str) else " · ".join(filter(None, cellen(veld, rij)))
                for rij in waarde
            )
        case dict():
            keuze = waarde.get("standpunt", "")
            return tuple(filter(None, (gettext(STANDPUNTEN.get(keuze, keuze)), waarde.get("woorden", ""))))
    return (cel(veld, waarde),)


def cellen(veld: Veld, rij: Mapping[str, str]) -> tuple[str, ...]:
    """Give the texts of one row of a table, in the order of its columns; an empty cell is an empty text."""
    return tuple(cel(kolom, rij.get(kolom.naam, "")) for kolom in veld.kolommen)


def cel(kolom: Kolom, waarde: str) -> str:
    """Write one value in words: days as `di 24 maart 2026`, numbers with a comma and their unit."""
    match kolom.type:
        case _ if not waarde:
            tekst = ""
        case Veldtype.DATUM | Veldtype.MOMENTEN:
            gelezen = dag(waarde)
            tekst = datum(gelezen) if gelezen else waarde
        case Veldtype.KEUZE:
            tekst = next((gettext(keuze.label) for keuze in kolom.keuzes if keuze.waarde == waarde), waarde)
        case Veldtype.JA_NEE_ONBEKEND:
            tekst = gettext(JA_NEE_ONBEKEND.get(waarde, waarde))
        case Veldtype.PERCENTAGE:
            tekst = f"{waarde.replace('.', ',')}%"
        case Veldtype.GETAL:
            tekst = f"{waarde.replace('.', ',')} {gettext(kolom.eenheid or '')}"
        case _:
            tekst = waarde
    return tekst

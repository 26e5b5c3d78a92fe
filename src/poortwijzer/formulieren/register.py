"""The kinds that there are, read once."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from poortnormen.catalogus import catalogus
from poortwijzer.formulieren.lader import laad
from poortwijzer.formulieren.soort import Soort

SOORTEN_MAP = Path(__file__).parent / "soorten"


@cache
def alle_vormen() -> Mapping[tuple[str, int], Soort]:
    """Give every kind in every version of its form, also those that only old documents use.

    Raises:
        Soortfout: when a file is not right.
    """
    return MappingProxyType(laad(SOORTEN_MAP, normen=catalogus().normen))


@cache
def soorten() -> Mapping[str, Soort]:
    """Give the kinds as they are filled in today, by name."""
    nieuwste: dict[str, Soort] = {}
    for (naam, versie), soort in alle_vormen().items():
        if naam not in nieuwste or versie > nieuwste[naam].vormversie:
            nieuwste[naam] = soort
    return MappingProxyType(nieuwste)


def soort_van(naam: str, vormversie: int | None = None) -> Soort:
    """Give one kind, in the version that a document was made with, or as it is today.

    Raises:
        KeyError: when there is no such kind or version.
    """
    return soorten()[naam] if vormversie is None else alle_vormen()[naam, vormversie]


def geldt(norm_id: str, dag: date) -> bool:
    """Tell whether a norm was in force on a day; a norm without a known first day always was.

    Raises:
        KeyError: when there is no such norm.
    """
    norm = catalogus().normen[norm_id]
    return (norm.geldig_vanaf is None or norm.geldig_vanaf <= dag) and (
        norm.geldig_tot is None or dag < norm.geldig_tot
    )

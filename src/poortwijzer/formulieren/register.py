"""The kinds that there are, read once."""

from collections.abc import Mapping
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
        SoortError: when a file is not right.
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

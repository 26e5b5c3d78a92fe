"""Regels over een stuk uitvoeren: de delen van het stuk, en de getallen uit de bron die de regel bij naam vraagt.

Een uitwerking (`norm.bepaalt`) leest feiten uit een dossier. Een knelpuntenformulier of een plan is geen feit: het is
een stuk met eigen versies en een eigen kring van lezers. Zie ADR 13.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from poortnormen.catalogus import catalogus
from poortnormen.norm import REGELS


def voer_uit(norm_id: str, dag: date, gegevens: Mapping[str, object]) -> Any:
    """Voer de regel van een norm uit op een stuk, met de getallen die op `dag` gelden; een reeks wordt een tuple.

    Raises:
        KeyError: als geen regel deze norm bewaakt.
        LookupError: als een getal op die dag niet bekend is.
    """
    cat = catalogus()
    functie = REGELS[norm_id]
    getallen = {naam: getal(naam, dag) for naam in argumenten(functie) if naam in cat.waarden}
    uitkomst = functie(**{**getallen, **gegevens})
    return tuple(uitkomst) if isinstance(uitkomst, Iterator) else uitkomst


@lru_cache(maxsize=512)
def argumenten(functie: Callable[..., object]) -> tuple[str, ...]:
    """De namen van wat een regel vraagt: delen van het stuk, en getallen uit de bron."""
    return tuple(inspect.signature(functie).parameters)


def getal(naam: str, dag: date) -> Any:
    """Een getal, termijn of tabel uit een bron, zoals die op `dag` geldt.

    Raises:
        LookupError: als de bron op die dag geen waarde heeft.
    """
    rij = catalogus().waarden[naam].op(dag)
    if rij is None:
        raise LookupError(f"De waarde '{naam}' is op {dag} niet bekend.")
    return rij.waarde

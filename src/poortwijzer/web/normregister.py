"""The norm register as pages: choose by source, by whom it is for, by force; search; page."""

from dataclasses import dataclass
from functools import cache

from poortnormen.catalogus import catalogus
from poortnormen.dekking import dekking
from poortnormen.norm import Aard, Norm

PER_PAGINA = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """What somebody chose; empty means everything."""

    bron: str = ""
    actor: str = ""
    hardheid: str = ""
    zoek: str = ""
    dekking: str = ""
    pagina: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Normblad:
    """One page of the norms that fit the choice."""

    normen: tuple[Norm, ...]
    totaal: int
    pagina: int
    aantal_paginas: int


def blad(keuze: Keuze) -> Normblad:
    """Give the page of norms that fit the choice; a page that does not exist becomes the nearest."""
    passend = [norm for norm in _op_volgorde() if _past(norm, keuze)]
    aantal_paginas = max(-(-len(passend) // PER_PAGINA), 1)
    pagina = min(max(keuze.pagina, 1), aantal_paginas)
    return Normblad(
        normen=tuple(passend[(pagina - 1) * PER_PAGINA : pagina * PER_PAGINA]),
        totaal=len(passend),
        pagina=pagina,
        aantal_paginas=aantal_paginas,
    )


@cache
def _op_volgorde() -> tuple[Norm, ...]:
    """Give the norms by how hard their source is, from law to guideline, and within a source in its own order."""
    bronnen, aarden = catalogus().bronnen, list(Aard)
    return tuple(
        sorted(catalogus().normen.values(), key=lambda norm: (aarden.index(bronnen[norm.bron].aard), norm.bron))
    )


@cache
def actoren() -> tuple[str, ...]:
    """Give for whom there are norms."""
    return tuple(sorted({actor for norm in catalogus().normen.values() for actor in norm.actor}))


def _past(norm: Norm, keuze: Keuze) -> bool:
    zoek = keuze.zoek.casefold()
    return (
        (not keuze.bron or norm.bron == keuze.bron)
        and (not keuze.actor or keuze.actor in norm.actor)
        and (not keuze.hardheid or norm.hardheid == keuze.hardheid)
        and (not keuze.dekking or (keuze.dekking == "werkt") == dekking(norm.id).is_gedekt)
        and (not zoek or any(zoek in tekst.casefold() for tekst in (norm.id, norm.tekst, norm.vindplaats)))
    )

"""The norm register as pages: choose by source, by whom it is for, by force; search; page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from poortnormen.catalogus import catalogus
from poortnormen.norm import Aard, Norm

PER_PAGINA = 50
GRENZEN = Path(__file__).resolve().parents[3] / "docs" / "uitleg" / "grenzen.md"
_RIJ = re.compile(r"^\| `(?P<patroon>[A-Z]{2,4}-[^`]*)` \| (?P<reden>.+) \|$", re.MULTILINE)


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


@cache
def redenen() -> Mapping[str, str]:
    """Give why norms are open, by id or by the beginning of ids with a star; from the page that tells it to people."""
    tekst = GRENZEN.read_text(encoding="utf-8") if GRENZEN.exists() else ""
    return {rij["patroon"]: rij["reden"] for rij in _RIJ.finditer(tekst)}


def reden_open(norm_id: str) -> str:
    """Give why a norm is open; empty when it is not among the open ones."""
    gevonden = [(p, r) for p, r in redenen().items() if p == norm_id or (p[-1] == "*" and norm_id.startswith(p[:-1]))]
    return max(gevonden, key=lambda paar: len(paar[0]))[1] if gevonden else ""


def is_uitgewerkt(norm_id: str) -> bool:
    """Tell whether the system works this norm out itself, or points to one that says the same and is."""
    return catalogus().uitgewerkt(norm_id) is not None


def _past(norm: Norm, keuze: Keuze) -> bool:
    zoek = keuze.zoek.casefold()
    return (
        (not keuze.bron or norm.bron == keuze.bron)
        and (not keuze.actor or keuze.actor in norm.actor)
        and (not keuze.hardheid or norm.hardheid == keuze.hardheid)
        and (not keuze.dekking or (keuze.dekking == "werkt") == is_uitgewerkt(norm.id))
        and (not zoek or any(zoek in tekst.casefold() for tekst in (norm.id, norm.tekst, norm.vindplaats)))
    )

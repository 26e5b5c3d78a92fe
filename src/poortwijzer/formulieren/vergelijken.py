"""What differs between two versions of a document, field by field, and within a text word by word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.soort import Veld, Veldtype
from poortwijzer.formulieren.weergave import regels
from poortwijzer.lib.datums import gettext

MEESTE_PAREN = 60_000  # of equal words in two texts; a full field of what people write has about half of that


class Stukjesoort(StrEnum):
    """What happened to a piece of text."""

    GELIJK = "gelijk"
    WEG = "weg"
    ERBIJ = "erbij"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stukje:
    """A piece of a text or one line of a list, and what happened to it."""

    soort: Stukjesoort
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """One field that differs: the lines before and after, and the pieces in between them in reading order."""

    veld: str
    label: str
    oud: tuple[str, ...]
    nieuw: tuple[str, ...]
    stukjes: tuple[Stukje, ...]


def vergelijk(oud: Formulier, nieuw: Formulier) -> tuple[Verschil, ...]:
    """Give the differences in the order of the newer form; fields that only the older form has come last."""
    return tuple(_verschillen(oud, nieuw))


def _verschillen(oud: Formulier, nieuw: Formulier) -> Iterator[Verschil]:
    oude_velden = {veld.naam: veld for veld in oud.vorm.velden()}
    nieuwe_velden = {veld.naam: veld for veld in nieuw.vorm.velden()}
    for naam in dict.fromkeys([*nieuwe_velden, *oude_velden]):
        voor = _regels(oude_velden.get(naam), oud, naam)
        na = _regels(nieuwe_velden.get(naam), nieuw, naam)
        if voor != na:
            veld = nieuwe_velden.get(naam) or oude_velden[naam]
            stukjes = tuple(_stukjes(veld, voor, na))
            yield Verschil(veld=naam, label=gettext(veld.label), oud=voor, nieuw=na, stukjes=stukjes)


def _regels(veld: Veld | None, formulier: Formulier, naam: str) -> tuple[str, ...]:
    return regels(veld, formulier.inhoud.get(naam)) if veld else ()


def _stukjes(veld: Veld, voor: Sequence[str], na: Sequence[str]) -> Iterator[Stukje]:
    if veld.type in {Veldtype.TABEL, Veldtype.MOMENTEN}:
        return _delen(voor, na, lijm="\n")
    return _delen(_woorden(voor), _woorden(na), lijm="")


def _woorden(lijnen: Iterable[str]) -> list[str]:
    """Give words with the space behind them, so that pieces put together are the text again."""
    return re.findall(r"\S+\s*", "\n".join(lijnen))


def _delen(voor: Sequence[str], na: Sequence[str], *, lijm: str) -> Iterator[Stukje]:
    vergelijking = SequenceMatcher(None, voor, na, autojunk=_herhaalt_te_veel(voor, na))
    for soort, voor_van, voor_tot, na_van, na_tot in vergelijking.get_opcodes():
        if soort == "equal":
            yield Stukje(soort=Stukjesoort.GELIJK, tekst=lijm.join(na[na_van:na_tot]))
            continue
        if voor_van < voor_tot:
            yield Stukje(soort=Stukjesoort.WEG, tekst=lijm.join(voor[voor_van:voor_tot]))
        if na_van < na_tot:
            yield Stukje(soort=Stukjesoort.ERBIJ, tekst=lijm.join(na[na_van:na_tot]))


def _herhaalt_te_veel(voor: Sequence[str], na: Sequence[str]) -> bool:
    """Tell whether every word has so many of its like in the other text that a word for word search takes too long.

    Then words that come very often are no place to begin a match. A text that people write never gets there.
    """
    in_na = Counter(na)
    return sum(in_na[woord] for woord in voor) > MEESTE_PAREN

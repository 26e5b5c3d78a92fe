"""Which signs the printed font has. What it lacks is named in words: a document with a hole in it is refused."""

import struct
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path

LETTERTYPEN = Path(str(files("font_source_sans_pro"))) / "files"
_GEWOON = LETTERTYPEN / "SourceSansPro-Regular.ttf"
_SEGMENTEN, _GROEPEN = 4, 12
_SLOTSEGMENT = 0xFFFF  # ends the list of segments and is no sign
# The longest run without a place to break that still fits in the narrowest column.
LANGSTE_WOORD = 28
BREEKPLEK = "\u200b"


def drukbaar(tekst: str) -> str:
    """Give the text with only signs that can be printed: `👍` becomes `[thumbs up sign]`.

    Runs without a space get places to break, so that nothing sticks out of a column.
    """
    delen = [_drukbaar(teken) for teken in unicodedata.normalize("NFC", tekst)]
    return _met_breekplekken("".join(delen))


def in_xml(tekst: str) -> str:
    """Give the text without the signs that an XML file may not hold; new lines and tabs stay."""
    return "".join(teken for teken in tekst if teken in "\n\t" or unicodedata.category(teken)[0] != "C")


def _drukbaar(teken: str) -> str:
    soort = unicodedata.category(teken)
    if teken == "\n":
        return teken
    if soort == "Zs" or teken == "\t":
        return " "
    if soort[0] == "C":  # invisible, or without a meaning that everybody shares: an archive may not hold it
        return ""
    if ord(teken) in _tekens():
        return teken
    return "" if soort[0] == "M" else f"[{unicodedata.name(teken, 'onbekend teken').lower()}]"


def _met_breekplekken(tekst: str) -> str:
    uit, lengte = [], 0
    for teken in tekst:
        lengte = 0 if teken.isspace() or teken == "-" else lengte + 1
        uit.append(teken)
        if lengte == LANGSTE_WOORD:
            uit.append(BREEKPLEK)
            lengte = 0
    return "".join(uit)


@cache
def _tekens() -> frozenset[int]:
    """Read from the font file itself (the table `cmap`) which signs it has."""
    ruw = _GEWOON.read_bytes()
    tabellen = struct.unpack(">H", ruw[4:6])[0]
    begin = next(
        struct.unpack(">I", ruw[plek + 8 : plek + 12])[0]
        for plek in range(12, 12 + 16 * tabellen, 16)
        if ruw[plek : plek + 4] == b"cmap"
    )
    aantal = struct.unpack(">H", ruw[begin + 2 : begin + 4])[0]
    plekken = {begin + struct.unpack(">I", ruw[begin + 8 + 8 * i : begin + 12 + 8 * i])[0] for i in range(aantal)}
    gevonden: set[int] = set()
    for plek in plekken:
        soort = struct.unpack(">H", ruw[plek : plek + 2])[0]
        if soort == _SEGMENTEN:
            gevonden |= _uit_segmenten(ruw, plek)
        elif soort == _GROEPEN:
            gevonden |= _uit_groepen(ruw, plek)
    return frozenset(gevonden)


def _uit_segmenten(ruw: bytes, plek: int) -> set[int]:
    dubbel = struct.unpack(">H", ruw[plek + 6 : plek + 8])[0]
    vorm = f">{dubbel // 2}H"
    einden = struct.unpack(vorm, ruw[plek + 14 : plek + 14 + dubbel])
    begin = struct.unpack(vorm, ruw[plek + 16 + dubbel : plek + 16 + 2 * dubbel])
    return {teken for van, tot in zip(begin, einden, strict=True) for teken in range(van, tot + 1)} - {_SLOTSEGMENT}


def _uit_groepen(ruw: bytes, plek: int) -> set[int]:
    aantal = struct.unpack(">I", ruw[plek + 12 : plek + 16])[0]
    gevonden: set[int] = set()
    for nummer in range(aantal):
        van, tot, _ = struct.unpack(">III", ruw[plek + 16 + 12 * nummer : plek + 28 + 12 * nummer])
        gevonden.update(range(van, tot + 1))
    return gevonden

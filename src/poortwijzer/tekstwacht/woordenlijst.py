"""Finding medical words in a text. The words are data (`woorden.toml`); this is how they are compared."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# A word with what may tie its parts together; figures and underscores end it.
_WOORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_VERBINDING = re.compile(r"[-'’]")
# A word that was broken at the end of a line, as in what was copied from a PDF.
_AFGEBROKEN = re.compile(r"(?<=[^\W\d_])[-‐][ \t]*\r?\n[ \t]*(?=[^\W\d_])")
# Accents that change how a sign looks and are none themselves: they join signs, or choose a picture of one.
_ONZICHTBAAR = frozenset({"\N{COMBINING GRAPHEME JOINER}", *map(chr, range(0xFE00, 0xFE10))})


class Woordsoort(StrEnum):
    """What kind of medical word it is; this is all that who keeps watch is told."""

    DIAGNOSE = "diagnose"
    KLACHT = "klacht"
    BEHANDELING = "behandeling"
    MEDICATIE = "medicatie"
    OORZAAK = "oorzaak"
    CODE = "code"

    @property
    def label(self) -> Promise:
        """The kind in words, translated when it is shown."""
        return _LABELS[self]


@dataclass(frozen=True, slots=True, order=True)
class Vondst:
    """One medical word, as it was written."""

    woord: str
    soort: Woordsoort


@dataclass(frozen=True, slots=True)
class _Groep:
    soort: Woordsoort
    heel: re.Pattern[str]
    zinsdelen: frozenset[tuple[str, ...]]
    patronen: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Lijst:
    uitgezonderd: frozenset[str]
    groepen: tuple[_Groep, ...]


def vind(tekst: str) -> tuple[Vondst, ...]:
    """Give the medical words in a text, each once, in the order in which they stand there."""
    gevonden: dict[str, Vondst] = {}
    for woord, soort in _vind(tekst):
        gevonden.setdefault(woord.casefold(), Vondst(woord=woord, soort=soort))
    return tuple(gevonden.values())


def vind_in(teksten: Iterable[str]) -> tuple[Vondst, ...]:
    """Give the medical words in more texts, each once."""
    gevonden = {vondst.woord.casefold(): vondst for tekst in teksten for vondst in vind(tekst)}
    return tuple(gevonden.values())


def _vind(tekst: str) -> Iterator[tuple[str, Woordsoort]]:
    tekst = _geplakt(tekst)
    woorden = _WOORD.findall(tekst)
    kaal = [_kaal(woord) for woord in woorden]
    for woord, vorm in zip(woorden, kaal, strict=True):
        soort = _soort_van(vorm)
        if soort is not None:
            yield woord, soort
    paren = {tuple(kaal[n : n + lengte]): n for lengte in (2, 3, 4) for n in range(len(kaal) - lengte + 1)}
    for groep in _lijst().groepen:
        for deel in groep.zinsdelen & paren.keys():
            begin = paren[deel]
            yield " ".join(woorden[begin : begin + len(deel)]), groep.soort
        for patroon in groep.patronen:
            yield from ((gevonden[0], groep.soort) for gevonden in patroon.finditer(tekst))


def _geplakt(tekst: str) -> str:
    """Give a text with its words whole: what came along with pasting does not end one.

    A soft hyphen or a joiner goes, a letter and its accent become one sign, and a word that a line broke is joined.
    """
    zichtbaar = "".join(teken for teken in tekst if unicodedata.category(teken) != "Cf" and teken not in _ONZICHTBAAR)
    return _AFGEBROKEN.sub("", unicodedata.normalize("NFC", zichtbaar))


@lru_cache(maxsize=50_000)
def _soort_van(vorm: str) -> Woordsoort | None:
    lijst = _lijst()
    if vorm in lijst.uitgezonderd:
        return None
    return next((groep.soort for groep in lijst.groepen if groep.heel.fullmatch(vorm)), None)


def _kaal(woord: str) -> str:
    """Give a word as it is compared: small letters, no accents, nothing that ties its parts."""
    zonder = _VERBINDING.sub("", unicodedata.normalize("NFKD", woord.casefold()))
    return "".join(teken for teken in zonder if not unicodedata.combining(teken))


@lru_cache(maxsize=1)
def _lijst() -> _Lijst:
    gelezen = tomllib.loads(resources.files(__package__).joinpath("woorden.toml").read_text(encoding="utf-8"))
    uitgangen = "|".join(map(re.escape, gelezen["uitgangen"]))
    return _Lijst(
        uitgezonderd=frozenset(map(_kaal, gelezen["geen_medisch_woord"])),
        groepen=tuple(_groep(soort, gelezen[soort], uitgangen) for soort in Woordsoort),
    )


def _groep(soort: Woordsoort, deel: Mapping[str, list[str]], uitgangen: str) -> _Groep:
    vormen = [
        *(rf"{re.escape(_kaal(woord))}(?:{uitgangen})?" for woord in deel.get("woorden", ())),
        *(rf"{re.escape(_kaal(stam))}\w*" for stam in deel.get("stammen", ())),
        *(rf"\w*{re.escape(_kaal(infix))}\w*" for infix in deel.get("delen", ())),
    ]
    return _Groep(
        soort=soort,
        heel=re.compile("|".join(vormen) or r"(?!)"),
        zinsdelen=frozenset(tuple(map(_kaal, zin.split())) for zin in deel.get("zinsdelen", ())),
        patronen=tuple(re.compile(patroon) for patroon in deel.get("patronen", ())),
    )


_LABELS: Mapping[Woordsoort, Promise] = {
    Woordsoort.DIAGNOSE: _("ziekte of diagnose"),
    Woordsoort.KLACHT: _("klacht"),
    Woordsoort.BEHANDELING: _("behandeling of behandelaar"),
    Woordsoort.MEDICATIE: _("medicijn"),
    Woordsoort.OORZAAK: _("oorzaak"),
    Woordsoort.CODE: _("medische code"),
}

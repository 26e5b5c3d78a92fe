"""Sentences out of explanations: a template with typed arguments becomes text in the reader's language.

The rule core hands over an `Uitleg`: the template and what belongs in it. Here, and nowhere else, a day becomes
`di 24 maart 2026`, a duration `zes weken`, an amount `€ 1.507,80` and a share `39,5%`.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from functools import lru_cache, singledispatch
from string import Formatter

from poortnormen.geld import Bedrag
from poortnormen.tijd import Dagen, Feestdag, Jaren, Maanden, Periode, Verschuiving, Weken
from poortnormen.uitkomst import Uitleg
from poortwijzer.lib.datums import datum, duur, gettext, periode, taal
from poortwijzer.lib.woorden import WOORDEN

EENHEDEN = {Dagen: "dag", Weken: "week", Maanden: "maand", Jaren: "jaar"}
CENTEN_PER_EURO = 100
_OPMAAK = Formatter()
AFKORTINGEN = {"uwv": "UWV", "wia": "WIA", "aow": "AOW", "hr": "HR", "spoor2": "spoor 2"}


def zin(uitleg: Uitleg) -> str:
    """Make the sentence of an explanation; what is not among its arguments is called unknown, never left out.

    A sentence that begins with a value begins with a capital: `Zes weken later is ...`.
    """
    zin_ = ""
    for tekst, naam in _delen(uitleg.sjabloon, taal()):
        zin_ += tekst
        if naam is not None:
            ingevuld = _ingevuld(naam, uitleg)
            is_begin = not zin_.strip() or zin_.endswith((". ", "? ", "! "))
            zin_ += met_hoofdletter(ingevuld) if is_begin else ingevuld
    return zin_


def waarde(inhoud: object, naam: str = "") -> str:
    """Write one value in words. `naam`, the name of the fact, tells a number of hours from a share.

    A percentage is written from a `Fraction` (1/2 is `50%`), hours from a `Fraction` of hours; yes and no from a
    bool; a value that is not there is `niet bekend`.
    """
    match inhoud:
        case Fraction() if "uren" in naam:
            return gettext("%(aantal)s uur") % {"aantal": getal(inhoud)}
        case Fraction():
            return f"{getal(inhoud if naam.endswith('_pct') else inhoud * 100)}%"
        case int() if naam.endswith("centen") and not isinstance(inhoud, bool):
            return bedrag(Bedrag(inhoud))
        case tuple() | list() | frozenset() | set():
            return opsomming(waarde(deel, naam) for deel in inhoud)
        case _:
            return _schrijf(inhoud)


def woord(sleutel: str) -> str:
    """Write a name from the core (`plan_van_aanpak`) as words (`plan van aanpak`)."""
    return _woord(sleutel, taal())


@lru_cache(maxsize=4096)
def _woord(sleutel: str, _taal: str | None) -> str:
    if sleutel in WOORDEN:
        return gettext(WOORDEN[sleutel])
    kaal = sleutel.removeprefix("is_").removeprefix("heeft_").removesuffix("_in_centen").removesuffix("_centen")
    return gettext(" ".join(AFKORTINGEN.get(deel, deel) for deel in kaal.split("_")))


def met_hoofdletter(tekst: str) -> str:
    """Begin with a capital and leave the rest: `besluit van UWV` is not `Besluit van uwv`."""
    return tekst[:1].upper() + tekst[1:]


def getal(breuk: Fraction) -> str:
    """Write a number with a comma and at most two decimals, without zeros at the end."""
    heel, honderdsten = divmod(round(abs(breuk) * 100), 100)
    decimalen = f",{honderdsten:02d}".rstrip("0").rstrip(",")
    return f"{'-' if breuk < 0 else ''}{heel}{decimalen}"


def bedrag(waarde_: Bedrag) -> str:
    """Write an amount as `€ 1.507,80`."""
    euro, cent = divmod(abs(waarde_.centen), CENTEN_PER_EURO)
    duizendtallen = f"{euro:,}".replace(",", ".")
    return f"{'-' if waarde_.centen < 0 else ''}€ {duizendtallen},{cent:02d}"


def opsomming(delen: Iterable[str]) -> str:
    """Join words as in speech: `a, b en c`; nothing at all is `geen`."""
    lijst = list(delen)
    if len(lijst) > 1:
        return gettext("%(eerste)s en %(laatste)s") % {"eerste": ", ".join(lijst[:-1]), "laatste": lijst[-1]}
    return lijst[0] if lijst else gettext("geen")


@lru_cache(maxsize=4096)
def _delen(sjabloon: str, _taal: str | None) -> tuple[tuple[str, str | None], ...]:
    """Cut a template in pieces of text, each with the name of the argument that follows; once per language."""
    return tuple((tekst, naam) for tekst, naam, _opmaak, _omzetting in _OPMAAK.parse(gettext(sjabloon)))


def _ingevuld(naam: str, uitleg: Uitleg) -> str:
    try:
        inhoud, _naam = _OPMAAK.get_field(naam, (), uitleg.gegevens)
    except (KeyError, AttributeError, IndexError):
        return gettext("niet bekend")
    return waarde(inhoud, naam.rpartition(".")[2])


@singledispatch
def _schrijf(inhoud: object) -> str:
    if not is_dataclass(inhoud):
        return str(inhoud)
    paren = ((veld.name, getattr(inhoud, veld.name)) for veld in fields(inhoud))
    return ", ".join(f"{woord(veld)}: {waarde(deel, veld)}" for veld, deel in paren if deel is not None)


@_schrijf.register
def _niets(_inhoud: None) -> str:
    return gettext("niet bekend")


@_schrijf.register
def _ja_nee(inhoud: bool) -> str:  # noqa: FBT001  # singledispatch calls by type, not by hand
    return gettext("ja") if inhoud else gettext("nee")


@_schrijf.register
def _getal(inhoud: int | float | Decimal) -> str:
    return getal(Fraction(inhoud))


@_schrijf.register
def _dag(inhoud: date) -> str:
    return datum(inhoud)


@_schrijf.register
def _duur(inhoud: Dagen | Weken | Maanden | Jaren) -> str:
    return duur(inhoud.aantal, EENHEDEN[type(inhoud)])


@_schrijf.register
def _bedrag(inhoud: Bedrag) -> str:
    return bedrag(inhoud)


@_schrijf.register
def _periode(inhoud: Periode) -> str:
    return periode(inhoud)


@_schrijf.register
def _verschuiving(inhoud: Verschuiving) -> str:
    return datum(inhoud.naar)


@_schrijf.register
def _feestdag(inhoud: Feestdag) -> str:
    return f"{gettext(inhoud.naam)} ({datum(inhoud.dag)})"


@_schrijf.register(StrEnum)
@_schrijf.register(Enum)
def _keuze(inhoud: Enum) -> str:
    return woord(str(inhoud.value))

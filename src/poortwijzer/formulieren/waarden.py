"""Reads what people type. Nothing is ever thrown away: what cannot be read stays as it was typed, with a fault.

A value in a document is a text, a list of texts (moments), a list of rows (a table) or a statement with words.
Days are `2026-03-24`, numbers have a point and yes/no questions `ja`, `nee` or `onbekend`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_noop

from poortnormen.omzetting import LAATST, VROEGST
from poortwijzer.formulieren.soort import LANGSTE_REGEL, LANGSTE_TEKST, MEESTE_RIJEN, Kolom, Soort, Veld, Veldtype
from poortwijzer.lib.datums import MAANDEN, gettext
from poortwijzer.lib.datums import gettext as _

JA_NEE_ONBEKEND = {"ja": gettext_noop("ja"), "nee": gettext_noop("nee"), "onbekend": gettext_noop("nog niet bekend")}
STANDPUNTEN = {
    "eens": gettext_noop("eens"),
    "oneens": gettext_noop("niet eens"),
    "opmerking": gettext_noop("alleen een opmerking"),
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_CIJFERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WOORDEN = re.compile(r"(?:[a-z]{2} )?(\d{1,2}) ([a-z]{3,9})\.? (\d{4})")
_STUURTEKENS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# A moment is a text, a row of a table a text per column.
Rij = str | dict[str, str]
Waarde = str | list[Rij] | dict[str, str]
Inhoud = dict[str, Waarde]


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldmelding:
    """What was typed cannot be used: where (`activiteiten-0-verwacht_op`), what is wrong and what to do."""

    plaats: str
    veld: str
    wat: str
    doe: str

    @property
    def zin(self) -> str:
        """Both sentences, as they stand under a field."""
        return f"{self.wat} {self.doe}"


def lees(veld: Veld, getypt: object) -> Waarde:
    """Give the stored form of what was typed in a field; empty rows and moments are left out.

    Raises:
        TypeError: when the shape is not that of this type; a form never sends that.
    """
    match veld.type, getypt:
        case Veldtype.TABEL, list():
            rijen = ({kolom.naam: _lees_cel(kolom, rij.get(kolom.naam, "")) for kolom in veld.kolommen}
                     for rij in getypt)  # fmt: skip
            return [{naam: cel for naam, cel in rij.items() if cel} for rij in rijen if any(rij.values())]
        case Veldtype.MOMENTEN, list():
            return [*sorted({moment for regel in getypt if (moment := _lees_cel(veld, regel))})]
        case Veldtype.STANDPUNT, dict():
            delen = {"standpunt": _schoon(getypt.get("standpunt", "")), "woorden": _schoon(getypt.get("woorden", ""))}
            return {naam: deel for naam, deel in delen.items() if deel}
        case ((Veldtype.TABEL | Veldtype.MOMENTEN | Veldtype.STANDPUNT), _):
            raise TypeError(f"{veld.naam}: a {veld.type} does not come as {type(getypt).__name__}")
    return _lees_cel(veld, getypt)


def fouten_in(soort: Soort, inhoud: Mapping[str, Waarde]) -> Iterator[Veldmelding]:
    """Give everything in a document that was typed but cannot be used, in the order of the form."""
    for veld in soort.velden():
        if veld.naam in inhoud:
            yield from _veldfouten(veld, inhoud[veld.naam])


def dag(waarde: object) -> date | None:
    """Give the day that a stored value holds, or none when it holds no (readable) day."""
    if not isinstance(waarde, str) or not _ISO.fullmatch(waarde):
        return None
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        return None


def _lees_cel(kolom: Kolom, getypt: object) -> str:
    tekst = _schoon(getypt)
    match kolom.type:
        case Veldtype.DATUM | Veldtype.MOMENTEN:
            return gevonden.isoformat() if (gevonden := _lees_dag(tekst)) else tekst
        case Veldtype.GETAL | Veldtype.PERCENTAGE:
            getal = _lees_getal(tekst)
            return tekst if getal is None else f"{getal.normalize():f}"
    return tekst


def _schoon(getypt: object) -> str:
    """Drop what no database or printer takes, and spaces at the ends; line ends are newlines."""
    if not isinstance(getypt, str):
        raise TypeError(f"text expected, not {type(getypt).__name__}")
    return _STUURTEKENS.sub("", getypt.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _lees_dag(tekst: str) -> date | None:
    if treffer := _ISO.fullmatch(tekst):
        jaar, maand, dag_ = map(int, treffer.groups())
    elif treffer := _CIJFERS.fullmatch(tekst):
        dag_, maand, jaar = map(int, treffer.groups())
    elif treffer := _WOORDEN.fullmatch(tekst.lower()):
        woord = treffer[2].replace("mrt", "maart")
        maanden = [nummer for nummer, naam in enumerate(MAANDEN, start=1) if naam.startswith(woord)]
        if len(maanden) != 1:
            return None
        dag_, maand, jaar = int(treffer[1]), maanden[0], int(treffer[3])
    else:
        return None
    try:
        return date(jaar, maand, dag_)
    except ValueError:
        return None


def _lees_getal(tekst: str) -> Decimal | None:
    kaal = tekst.removesuffix("%").strip().replace(",", ".")
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,4})?", kaal):
        return None
    return Decimal(kaal)


def _veldfouten(veld: Veld, waarde: Waarde) -> Iterator[Veldmelding]:
    match waarde:
        case list() if len(waarde) > MEESTE_RIJEN:
            yield Veldmelding(
                plaats=veld.naam,
                veld=veld.naam,
                wat=_("Er staan te veel regels in ‘%(label)s’.") % {"label": gettext(veld.label)},
                doe=_("Gebruik hoogstens %(aantal)s regels.") % {"aantal": MEESTE_RIJEN},
            )
        case list():
            for nummer, rij in enumerate(waarde):
                if isinstance(rij, str):
                    yield from _celfouten(veld, rij, f"{veld.naam}-{nummer}", veld.naam)
                    continue
                for kolom in veld.kolommen:
                    plaats = f"{veld.naam}-{nummer}-{kolom.naam}"
                    yield from _celfouten(kolom, rij.get(kolom.naam, ""), plaats, veld.naam)
        case dict():
            yield from _standpuntfouten(veld, waarde)
        case str():
            yield from _celfouten(veld, waarde, veld.naam, veld.naam)


def _standpuntfouten(veld: Veld, waarde: Mapping[str, str]) -> Iterator[Veldmelding]:
    plaats = f"{veld.naam}-standpunt"
    if "standpunt" not in waarde:
        yield Veldmelding(
            plaats=plaats,
            veld=veld.naam,
            wat=_("Er staat tekst, maar er is geen keuze gemaakt."),
            doe=_("Kies eens, niet eens of alleen een opmerking."),
        )
    elif waarde["standpunt"] not in STANDPUNTEN:
        yield _onbekende_keuze(plaats, veld.naam)
    if len(waarde.get("woorden", "")) > LANGSTE_TEKST:
        yield _te_lang(f"{veld.naam}-woorden", veld.naam, LANGSTE_TEKST)


def _celfouten(kolom: Kolom, tekst: str, plaats: str, veld: str) -> Iterator[Veldmelding]:
    if not tekst:
        return
    match kolom.type:
        case Veldtype.DATUM | Veldtype.MOMENTEN:
            yield from _dagfouten(tekst, plaats, veld)
        case Veldtype.GETAL | Veldtype.PERCENTAGE:
            yield from _getalfouten(kolom, tekst, plaats, veld)
        case Veldtype.KEUZE if tekst not in {keuze.waarde for keuze in kolom.keuzes}:
            yield _onbekende_keuze(plaats, veld)
        case Veldtype.JA_NEE_ONBEKEND if tekst not in JA_NEE_ONBEKEND:
            yield _onbekende_keuze(plaats, veld)
        case Veldtype.LANGE_TEKST if len(tekst) > LANGSTE_TEKST:
            yield _te_lang(plaats, veld, LANGSTE_TEKST)
        case Veldtype.TEKST | Veldtype.PERSOON if len(tekst) > LANGSTE_REGEL:
            yield _te_lang(plaats, veld, LANGSTE_REGEL)


def _dagfouten(tekst: str, plaats: str, veld: str) -> Iterator[Veldmelding]:
    gelezen = dag(tekst)
    if gelezen is None:
        yield Veldmelding(
            plaats=plaats,
            veld=veld,
            wat=_("‘%(tekst)s’ is geen dag die wij kunnen lezen.") % {"tekst": tekst[:40]},
            doe=_("Schrijf de dag als 24-03-2026."),
        )
    elif not VROEGST <= gelezen <= LAATST:
        yield Veldmelding(
            plaats=plaats,
            veld=veld,
            wat=_("Het jaar %(jaar)s kan niet kloppen.") % {"jaar": gelezen.year},
            doe=_("Kijk het jaartal na."),
        )


def _getalfouten(kolom: Kolom, tekst: str, plaats: str, veld: str) -> Iterator[Veldmelding]:
    getal = _lees_getal(tekst)
    if getal is None:
        yield Veldmelding(
            plaats=plaats,
            veld=veld,
            wat=_("‘%(tekst)s’ is geen getal.") % {"tekst": tekst[:40]},
            doe=_("Schrijf alleen cijfers, met een komma voor een deel, zoals 16,5."),
        )
    elif (kolom.minstens is not None and getal < kolom.minstens) or (
        kolom.hoogstens is not None and getal > kolom.hoogstens
    ):
        yield Veldmelding(
            plaats=plaats,
            veld=veld,
            wat=_("Het getal %(tekst)s kan hier niet.") % {"tekst": tekst},
            doe=_("Vul een getal in van %(minstens)s tot en met %(hoogstens)s.")
            % {"minstens": kolom.minstens, "hoogstens": kolom.hoogstens},
        )


def _onbekende_keuze(plaats: str, veld: str) -> Veldmelding:
    return Veldmelding(
        plaats=plaats,
        veld=veld,
        wat=_("Dit antwoord staat niet in de lijst."),
        doe=_("Kies een van de antwoorden die er staan."),
    )


def _te_lang(plaats: str, veld: str, hoogstens: int) -> Veldmelding:
    return Veldmelding(
        plaats=plaats,
        veld=veld,
        wat=_("Deze tekst is te lang."),
        doe=_("Gebruik hoogstens %(aantal)s tekens. Een lange tekst kan als bijlage bij het dossier.")
        % {"aantal": hoogstens},
    )

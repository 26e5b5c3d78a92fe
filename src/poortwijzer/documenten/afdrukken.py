"""Makes the printed document: a PDF that a screen reader can read and an archive can keep, or a page to print."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.template.loader import render_to_string

from poortwijzer.documenten.gegevens import Antwoord, Blok, Lijst, Regel, Sectie, Stukgegevens, Tabel
from poortwijzer.documenten.tekens import LETTERTYPEN, drukbaar
from poortwijzer.lib.datums import gettext as _

SJABLONEN = Path(__file__).parent / "sjablonen"
SMALLE_KOLOM, BREEDSTE_KOLOM = 21, 60
LANGSTE_HELE_RIJ = 600  # a row with a longer text may run on to the next page


class AfdrukError(RuntimeError):
    """The document could not be made as it should be; nothing half is handed out."""


def maak_pdf(stuk: Stukgegevens) -> bytes:
    """Give the document as a PDF (PDF/UA-1 and PDF/A-2a). The same data give the same bytes.

    Raises:
        AfdrukError: when the PDF would not keep to those standards, or anything was not as it should be.
    """
    return zet("stuk.typ", stukwaarden(stuk), gemaakt_op=stuk.gemaakt_op)


def zet(sjabloon: str, waarden: Mapping[str, Any], *, gemaakt_op: datetime) -> bytes:
    """Give what a template makes of these values (texts, lists and numbers) as a PDF; see `maak_pdf`."""
    try:
        pdf, waarschuwingen = typst.compile_with_warnings(
            SJABLONEN / sjabloon,
            root=SJABLONEN,
            font_paths=_lettertypen(),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"stuk": json.dumps(_drukbaar(waarden), ensure_ascii=False)},
            # UA-1: tagged and with a language, for who cannot see it. A-2a: still readable in twenty years.
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(gemaakt_op.timestamp()),
        )
    except typst.TypstError as fout:
        raise AfdrukError(f"{fout.message} {' '.join(fout.hints)}") from fout
    if waarschuwingen:
        raise AfdrukError("; ".join(str(waarschuwing) for waarschuwing in waarschuwingen))
    assert isinstance(pdf, bytes)  # noqa: S101  # several come only as pictures of each page
    return pdf


def maak_html(stuk: Stukgegevens) -> str:
    """Give the document as a page of its own, to read on a screen or to print."""
    gegevens = {"stuk": stuk, "bovenschrift": bovenschrift(stuk), "slot": slot(stuk)}
    return render_to_string("documenten/stuk.html", gegevens)


@cache
def _lettertypen() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[LETTERTYPEN])


def stukwaarden(stuk: Stukgegevens) -> dict[str, Any]:
    """Give what the template reads of one document: only texts, lists and numbers."""
    return {
        "titel": stuk.titel,
        "documenttitel": f"{stuk.titel} ({bovenschrift(stuk)})",
        "bovenschrift": bovenschrift(stuk),
        "kenmerk": stuk.kenmerk,
        "kop": " · ".join(filter(None, (stuk.titel, _naam_van_de_werknemer(stuk)))),
        "voet": " · ".join(filter(None, (_onderdeel(stuk), stuk.vorm, stuk.afdruk[:16]))),
        "omschrijving": " · ".join(
            filter(None, (stuk.titel, stuk.dag, *(f"{p.rol}: {p.naam}" for p in stuk.partijen)))
        ),
        "trefwoorden": [stuk.kenmerk, stuk.dag or _("concept"), *(p.rol for p in stuk.partijen)],
        "partijen": [{"naam": partij.naam} for partij in stuk.partijen],
        "regels": regelwaarden(stuk.regels),
        "secties": [_sectie(sectie) for sectie in stuk.secties],
        "leemten": [{"wat": leemte.wat, "reden": leemte.reden, "norm": leemte.norm} for leemte in stuk.leemten],
        "reacties": _reacties(stuk),
        "slot": regelwaarden(slot(stuk)),
        "noot": stuk.noot,
        "taal": stuk.taal,
        "is_concept": stuk.is_concept,
        "jaar": stuk.gemaakt_op.year,
        "maand": stuk.gemaakt_op.month,
        "dagnummer": stuk.gemaakt_op.day,
        "woorden": woorden(),
    }


def _drukbaar(waarde: Any) -> Any:
    match waarde:
        case str():
            return drukbaar(waarde)
        case list():
            return [_drukbaar(deel) for deel in waarde]
        case dict():
            return {naam: _drukbaar(deel) for naam, deel in waarde.items()}
    return waarde


def bovenschrift(stuk: Stukgegevens) -> str:
    """Write which part of the report it is, and of which day."""
    deel = _onderdeel(stuk)
    van = _("%(onderdeel)s van het re-integratieverslag") % {"onderdeel": deel} if deel else ""
    return " · ".join(filter(None, (van, stuk.dag)))


def _onderdeel(stuk: Stukgegevens) -> str:
    """Write which part it is: one letter, or several as `i–k`; nothing for a document that is no part."""
    if not stuk.onderdeel:
        return ""
    woorden = _("onderdeel %(letter)s") if len(stuk.onderdeel) == 1 else _("onderdelen %(letter)s")
    return woorden % {"letter": stuk.onderdeel.replace("-", "–")}


def _naam_van_de_werknemer(stuk: Stukgegevens) -> str:
    return stuk.partijen[0].naam


def regelwaarden(regels: tuple[Regel, ...]) -> list[dict[str, str]]:
    """Give labels with their texts as a template reads them."""
    return [{"label": regel.label, "tekst": regel.tekst} for regel in regels]


def slot(stuk: Stukgegevens) -> tuple[Regel, ...]:
    """Give by what this very document can be recognised."""
    delen = (
        (_("Dossier"), stuk.kenmerk),
        (_("Formulier"), stuk.vorm),
        (_("Controlegetal"), _in_groepen(stuk.afdruk)),
    )
    return tuple(Regel(label=label, tekst=tekst) for label, tekst in delen if tekst)


def _in_groepen(afdruk: str) -> str:
    """Write a fingerprint in groups of eight, so that people can compare it."""
    return " ".join(afdruk[plek : plek + 8] for plek in range(0, len(afdruk), 8))


def _reacties(stuk: Stukgegevens) -> list[dict[str, str]]:
    return [
        {
            "kop": f"{reactie.partij}: {reactie.standpunt}",
            "woorden": reactie.woorden,
            "onder": " · ".join(filter(None, (reactie.naam, reactie.op))),
        }
        for reactie in stuk.reacties
    ]


def _sectie(sectie: Sectie) -> dict[str, Any]:
    return {"titel": sectie.titel, "blokken": [_blok(blok) for blok in sectie.blokken]}


def _blok(blok: Blok) -> dict[str, Any]:
    gemeen = {"label": blok.label, "van": blok.van, "noot": blok.noot}
    match blok:
        case Antwoord():
            return {**gemeen, "soort": "antwoord", "alineas": list(blok.alineas)}
        case Lijst():
            return {**gemeen, "soort": "lijst", "punten": list(blok.punten)}
        case Tabel():
            return {
                **gemeen,
                "soort": "tabel",
                "koppen": list(blok.koppen),
                "rijen": [list(rij) for rij in blok.rijen],
                "breedten": _breedten(blok),
                "is_deelbaar": any(len(cel) > LANGSTE_HELE_RIJ for rij in blok.rijen for cel in rij),
            }


def _breedten(tabel: Tabel) -> list[int]:
    """Give each column room by its longest text: 0 for one that stays as small as it is, at least one is not."""
    kolommen = zip(tabel.koppen, *tabel.rijen, strict=True)
    lengten = [max(len(cel) for cel in kolom) for kolom in kolommen]
    if max(lengten) <= SMALLE_KOLOM:
        return [1] * len(lengten)
    return [0 if lengte <= SMALLE_KOLOM else min(lengte, BREEDSTE_KOLOM) for lengte in lengten]


def woorden() -> Mapping[str, str]:
    """Give the fixed words of every template, in the language of now."""
    return {
        "concept": _("Concept."),
        "concept_groot": _("concept"),
        "concept_uitleg": _("Dit stuk staat nog niet vast en kan nog veranderen."),
        "bladzijde": _("bladzijde"),
        "van": _("van"),
        "niet_ingevuld": _("Niet ingevuld."),
        "ingevuld_door": _("Ingevuld door:"),
        "leemten": _("Wat ontbreekt, en waarom"),
        "leemten_zonder_reden": _("Wat ontbreekt"),
        "leemten_uitleg": _("Deze onderdelen ontbreken. Wie het stuk vaststelde, schreef op waarom."),
        "reden": _("Reden:"),
        "norm": _("Gevraagd door norm"),
        "reacties": _("Wat de partijen van dit stuk vinden"),
        "vastgelegd": _("Vastgelegd"),
    }

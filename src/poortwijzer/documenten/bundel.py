"""Documents bound together in one PDF: a front page, an index, and each part on pages of its own."""

from dataclasses import dataclass
from datetime import datetime

from poortwijzer.documenten.afdrukken import regelwaarden, stukwaarden, woorden, zet
from poortwijzer.documenten.gegevens import Partij, Regel, Stukgegevens
from poortwijzer.lib.datums import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundeldeel:
    """One part: its documents, or what to say where there are none.

    `melding` says what is with this part when it is not simply there, `uitleg` what follows from that; with `is_leemte`
    something is missing, and the part stands on a marked page of its own. `kwijt` names documents that should be here
    and are not: each gets a marked page. `bijlagen` are files that go along beside it.
    """

    titel: str
    stukken: tuple[Stukgegevens, ...] = ()
    regels: tuple[Regel, ...] = ()
    melding: str = ""
    uitleg: tuple[str, ...] = ()
    is_leemte: bool = False
    kwijt: tuple[str, ...] = ()
    kwijt_uitleg: str = ""
    bijlagen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundel:
    """All that goes in; `partijen` begins with the employee, and `concept_reden` is filled as long as it is a draft.

    `waarschuwing` stands on the front page in sight, with `waarschuwingen` below it, and on every page as `merk`.
    `gemaakt_op` is the moment in the file's own data (aware); the same data give the same file.

    Raises:
        ValueError: without a title, a reference, a part or a party.
    """

    titel: str
    kenmerk: str
    dag: str
    partijen: tuple[Partij, ...]
    delen: tuple[Bundeldeel, ...]
    gemaakt_op: datetime
    regels: tuple[Regel, ...] = ()
    concept_reden: str = ""
    waarschuwing: str = ""
    waarschuwingen: tuple[str, ...] = ()
    merk: str = ""
    taal: str = "nl"

    def __post_init__(self) -> None:
        """Refuse what nobody can tell the origin of."""
        if not (self.titel and self.kenmerk and self.partijen and self.delen):
            raise ValueError("A bundle needs a title, a reference, parties and parts")
        if self.gemaakt_op.tzinfo is None:
            raise ValueError("gemaakt_op needs a time zone")


def maak_bundel(bundel: Bundel) -> bytes:
    """Give the bundle as a PDF (PDF/UA-1 and PDF/A-2a), with bookmarks; the same data give the same bytes.

    Raises:
        AfdrukError: see `afdrukken.maak_pdf`.
    """
    naam = bundel.partijen[0].naam
    waarden = {
        "titel": bundel.titel,
        "documenttitel": " · ".join(filter(None, (bundel.titel, naam, bundel.dag))),
        "bovenschrift": " · ".join(filter(None, (naam, bundel.dag))),
        "kenmerk": bundel.kenmerk,
        "kop": f"{bundel.titel} · {naam}",
        "voet": " · ".join(filter(None, (bundel.dag, bundel.merk))),
        "omschrijving": " · ".join((bundel.titel, *(f"{p.rol}: {p.naam}" for p in bundel.partijen))),
        "trefwoorden": [bundel.kenmerk, bundel.dag or _("concept")],
        "partijen": [{"naam": partij.naam} for partij in bundel.partijen],
        "regels": regelwaarden(bundel.regels),
        "delen": [_deel(deel) for deel in bundel.delen],
        "taal": bundel.taal,
        "is_concept": bool(bundel.concept_reden),
        "concept_reden": bundel.concept_reden,
        "waarschuwing": bundel.waarschuwing,
        "waarschuwingen": list(bundel.waarschuwingen),
        "jaar": bundel.gemaakt_op.year,
        "maand": bundel.gemaakt_op.month,
        "dagnummer": bundel.gemaakt_op.day,
        "woorden": {**woorden(), "inhoud": _("Inhoud"), "bijlagen": _("Gaat als los bestand mee")},
    }
    return zet("bundel.typ", waarden, gemaakt_op=bundel.gemaakt_op)


def _deel(deel: Bundeldeel) -> dict[str, object]:
    return {
        "titel": deel.titel,
        "stukken": [stukwaarden(stuk) for stuk in deel.stukken],
        "regels": regelwaarden(deel.regels),
        "melding": deel.melding,
        "uitleg": list(deel.uitleg),
        "is_leemte": deel.is_leemte,
        "kwijt": list(deel.kwijt),
        "kwijt_uitleg": deel.kwijt_uitleg,
        "is_eigen_blad": bool(deel.stukken or deel.kwijt) or deel.is_leemte,
        "bijlagen": list(deel.bijlagen),
    }

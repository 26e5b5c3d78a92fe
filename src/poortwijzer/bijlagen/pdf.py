"""A PDF: whole, open, and nothing in it that runs, starts, sends or carries something along."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden

MEESTE_OBJECTEN = 200_000
MEESTE_BLADEN = 1_000
MEESTE_DIEPTE = 100
_VOORAF = re.compile(rb"%PDF-[12]\.\d[ \t]*\r?\n?(?:%[^\r\n<]{0,256}(?:\r\n|\r|\n)|[ \t\r\n\x00])*\d+ \d+ obj")
_NA_HET_EIND = frozenset(b" \t\r\n\x00")
# The actions of a PDF that do more than go to a page or open an address that somebody clicks.
_ACTIES = frozenset(
    {
        "/GoToE",
        "/GoToR",
        "/Hide",
        "/ImportData",
        "/JavaScript",
        "/Launch",
        "/Movie",
        "/Rendition",
        "/RichMediaExecute",
        "/SetOCGState",
        "/Sound",
        "/SubmitForm",
        "/Trans",
    }
)
_ACTIEVE_SLEUTELS = frozenset({"/JS", "/JavaScript", "/XFA", "/RichMediaContent", "/RichMediaSettings"})
_ACTIEVE_SOORTEN = frozenset({"/3D", "/Movie", "/RichMedia", "/Screen", "/Sound"})
_INGESLOTEN_SLEUTELS = frozenset({"/EF", "/EmbeddedFiles", "/Collection"})


def controleer_pdf(inhoud: bytes) -> None:
    """Look through the whole file.

    Raises:
        Afgekeurd: something else is glued to it, it is damaged or locked, too much to read, or does something.
    """
    if _VOORAF.match(inhoud) is None:
        raise Afgekeurd(Reden.AANGEPLAKT, "something before the first object")
    eind = inhoud.rfind(b"%%EOF")
    if eind < 0:
        raise Afgekeurd(Reden.BESCHADIGD, "no end")
    if not set(inhoud[eind + 5 :]) <= _NA_HET_EIND:
        raise Afgekeurd(Reden.AANGEPLAKT, "something after the end")
    try:
        with pikepdf.open(BytesIO(inhoud), attempt_recovery=False, suppress_warnings=True) as pdf:
            _doorzoek(pdf)
    except pikepdf.PasswordError:
        raise Afgekeurd(Reden.BEVEILIGD, "password") from None
    except (pikepdf.PdfError, pikepdf.ForeignObjectError, ValueError, TypeError, RuntimeError):
        raise Afgekeurd(Reden.BESCHADIGD, "not readable") from None


def _doorzoek(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted:
        raise Afgekeurd(Reden.BEVEILIGD, "locked")
    if len(pdf.objects) > MEESTE_OBJECTEN or len(pdf.pages) > MEESTE_BLADEN:
        raise Afgekeurd(Reden.TE_ZWAAR, "objects or pages")
    if not len(pdf.pages):
        raise Afgekeurd(Reden.BESCHADIGD, "no page")
    for voorwerp in pdf.objects:
        for woordenboek in _woordenboeken(voorwerp):
            _keur(woordenboek)


def _woordenboeken(voorwerp: object) -> Iterator[pikepdf.Object]:
    """Give every dictionary in an object, without following references: those come by themselves."""
    te_doen: list[tuple[object, int]] = [(voorwerp, 0)]
    while te_doen:
        deel, diepte = te_doen.pop()
        if diepte > MEESTE_DIEPTE:
            raise Afgekeurd(Reden.TE_ZWAAR, "nested too deep")
        if not isinstance(deel, pikepdf.Object):
            continue
        if isinstance(deel, pikepdf.Dictionary | pikepdf.Stream):
            yield deel
            onder = [deel.get(naam) for naam in deel.keys()]  # noqa: SIM118  # a stream is no iterable
        elif isinstance(deel, pikepdf.Array):
            onder = list(deel)
        else:
            continue
        te_doen += [(iets, diepte + 1) for iets in onder if isinstance(iets, pikepdf.Object) and not iets.is_indirect]


def _keur(woordenboek: pikepdf.Object) -> None:
    sleutels = set(woordenboek.keys())
    actie, soort = _naam(woordenboek, "/S"), _naam(woordenboek, "/Subtype")
    if sleutels & _ACTIEVE_SLEUTELS or actie in _ACTIES or soort in _ACTIEVE_SOORTEN:
        raise Afgekeurd(Reden.ACTIEF, "an action")
    if sleutels & _INGESLOTEN_SLEUTELS or soort == "/FileAttachment" or _naam(woordenboek, "/Type") == "/EmbeddedFile":
        raise Afgekeurd(Reden.INGESLOTEN, "a file inside")
    if isinstance(woordenboek, pikepdf.Stream) and sleutels & {"/F", "/FFilter"}:
        raise Afgekeurd(Reden.VERWIJST, "a stream elsewhere")


def _naam(woordenboek: pikepdf.Object, sleutel: str) -> str:
    waarde = woordenboek.get(sleutel)
    return str(waarde) if isinstance(waarde, pikepdf.Name) else ""

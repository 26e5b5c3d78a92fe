"""A Word document without macros: text, style and pictures, and nothing that is fetched, started or carried along."""

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden
from poortwijzer.bijlagen.archief import lees_xml, pak_uit

_HOOFD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_EXTENSIES = frozenset({"xml", "rels", "png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "emf", "wmf", "odttf"})
_MACRO = re.compile(r"vba|macro|activex|customui", re.IGNORECASE)
_INGESLOTEN = re.compile(r"/(?:embeddings|afchunk)|afchunk|altchunk", re.IGNORECASE)
_INGESLOTEN_RELATIES = frozenset({"aFChunk", "oleObject", "package", "subDocument", "control", "frame"})
# Fields that fetch or run something when the document opens.
_VELD = re.compile(
    r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|AUTOTEXT|DATABASE|RD)\b", re.IGNORECASE
)
_ADRES = re.compile(r"(?:https?://|mailto:|tel:|#)", re.IGNORECASE)


def controleer_docx(inhoud: bytes) -> None:
    """Look through every part.

    Raises:
        Afgekeurd: see `pak_uit` and `lees_xml`; also for macros, what is carried along, and what is elsewhere.
    """
    delen = pak_uit(inhoud)
    if "[Content_Types].xml" not in delen or "word/document.xml" not in delen:
        raise Afgekeurd(Reden.ANDERE_INHOUD, "no Word document")
    for naam in delen:
        _controleer_naam(naam)
    xml = dict(_xml(delen))
    _controleer_soorten(xml["[Content_Types].xml"])
    for naam, wortel in xml.items():
        if naam.endswith(".rels"):
            _controleer_relaties(wortel)
        _controleer_velden(wortel)


def _controleer_naam(naam: str) -> None:
    if _MACRO.search(naam):
        raise Afgekeurd(Reden.ACTIEF, "macros")
    if _INGESLOTEN.search(naam):
        raise Afgekeurd(Reden.INGESLOTEN, "a file inside")
    if not naam.endswith("/") and naam.rpartition(".")[2].casefold() not in _EXTENSIES:
        raise Afgekeurd(Reden.INGESLOTEN, "a part of another kind")


def _xml(delen: Mapping[str, bytes]) -> Iterator[tuple[str, Element]]:
    for naam, inhoud in delen.items():
        if naam.endswith((".xml", ".rels")):
            yield naam, lees_xml(inhoud)


def _controleer_soorten(wortel: Element) -> None:
    soorten = [deel.get("ContentType", "") for deel in wortel]
    if any("macroenabled" in soort.casefold() or "vbaproject" in soort.casefold() for soort in soorten):
        raise Afgekeurd(Reden.ACTIEF, "macros")
    if _HOOFD not in soorten:
        raise Afgekeurd(Reden.ANDERE_INHOUD, "no Word document")


def _controleer_relaties(wortel: Element) -> None:
    for relatie in wortel:
        soort = relatie.get("Type", "").rpartition("/")[2]
        if soort in _INGESLOTEN_RELATIES:
            raise Afgekeurd(Reden.INGESLOTEN, "a file inside")
        if relatie.get("TargetMode", "").casefold() != "external":
            continue
        if soort != "hyperlink" or not _ADRES.match(relatie.get("Target", "")):
            raise Afgekeurd(Reden.VERWIJST, "something elsewhere")


def _controleer_velden(wortel: Element) -> None:
    tekst = "".join(deel.text or "" for deel in wortel.iter() if deel.tag.endswith("}instrText"))
    los = " ".join(waarde for deel in wortel.iter() for naam, waarde in deel.items() if naam.endswith("}instr"))
    if _VELD.search(f"{tekst} {los}"):
        raise Afgekeurd(Reden.VERWIJST, "a field that fetches")

"""A document that is a ZIP file (DOCX, ODT): unpacked within limits, and nothing but what such a document has."""

import posixpath
import stat
import struct
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden

MEESTE_DELEN = 1_000
MEESTE_UITGEPAKT = 60 * 1024 * 1024  # bytes
MEESTE_XML = 20 * 1024 * 1024  # bytes
_EINDRECORD = 22  # bytes
_LOKAAL = 30  # bytes
_EIND = b"PK\x05\x06"
_ARCHIEF = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
_UITVOERBAAR = (b"MZ", b"\x7fELF")


def pak_uit(inhoud: bytes) -> Mapping[str, bytes]:
    """Give the parts by name, all read; a size in a header is not believed.

    Raises:
        Afgekeurd: not a whole ZIP file or more than that, locked, too much, or with something that is no part of a
            document.
    """
    eind = inhoud.rfind(_EIND)
    if eind < 0:
        raise Afgekeurd(Reden.BESCHADIGD, "no end record")
    if eind + _EINDRECORD != len(inhoud):
        raise Afgekeurd(Reden.AANGEPLAKT, "something after the end record")
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as archief:
            delen = archief.infolist()
            _controleer_lijst(delen, archief.start_dir)
            return dict(_lees(archief, delen))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, ValueError, struct.error):
        raise Afgekeurd(Reden.BESCHADIGD, "not readable") from None
    except (RuntimeError, NotImplementedError):
        raise Afgekeurd(Reden.BEVEILIGD, "locked, or pressed in an unknown way") from None
    except Exception as fout:  # zlib's own error has no other base
        if isinstance(fout, Afgekeurd):
            raise
        raise Afgekeurd(Reden.BESCHADIGD, "not readable") from None


def lees_xml(inhoud: bytes) -> Element:
    """Read a part as XML, without a document type, entities or anything from elsewhere.

    Raises:
        Afgekeurd: it has those, is no XML, or is too large.
    """
    if len(inhoud) > MEESTE_XML:
        raise Afgekeurd(Reden.TE_ZWAAR, "one part")
    try:
        wortel: Element = fromstring(inhoud, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise Afgekeurd(Reden.ACTIEF, "an entity or a document type") from None
    except (ParseError, ValueError, LookupError, RecursionError):
        raise Afgekeurd(Reden.BESCHADIGD, "a part is no XML") from None
    return wortel


def _controleer_lijst(delen: list[zipfile.ZipInfo], eind: int) -> None:
    if not delen:
        raise Afgekeurd(Reden.BESCHADIGD, "nothing inside")
    if len(delen) > MEESTE_DELEN or sum(deel.file_size for deel in delen) > MEESTE_UITGEPAKT:
        raise Afgekeurd(Reden.TE_ZWAAR, "parts or size")
    namen = [deel.filename.casefold() for deel in delen]
    if len(set(namen)) != len(namen):
        raise Afgekeurd(Reden.AANGEPLAKT, "the same part twice")
    op_volgorde = sorted(delen, key=lambda deel: deel.header_offset)
    if op_volgorde[0].header_offset != 0:
        raise Afgekeurd(Reden.AANGEPLAKT, "something before the first part")
    grenzen = [*(deel.header_offset for deel in op_volgorde[1:]), eind]
    for deel, volgende in zip(op_volgorde, grenzen, strict=True):
        if deel.header_offset + _LOKAAL + deel.compress_size > volgende:
            raise Afgekeurd(Reden.TE_ZWAAR, "parts that overlap")
        _controleer_deel(deel)


def _controleer_deel(deel: zipfile.ZipInfo) -> None:
    if deel.flag_bits & 0x1:
        raise Afgekeurd(Reden.BEVEILIGD, "a locked part")
    if stat.S_ISLNK(deel.external_attr >> 16):
        raise Afgekeurd(Reden.VERWIJST, "a link to another file")
    naam = deel.orig_filename
    is_pad = naam.startswith("/") or "\\" in naam or ":" in naam or "\x00" in naam
    if is_pad or ".." in posixpath.normpath(naam).split("/"):
        raise Afgekeurd(Reden.NAAM, "a part that leaves its folder")
    if deel.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Afgekeurd(Reden.BEVEILIGD, "pressed in an unknown way")


def _lees(archief: zipfile.ZipFile, delen: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    over = MEESTE_UITGEPAKT
    for deel in delen:
        with archief.open(deel) as bron:
            inhoud = bron.read(over + 1)
        over -= len(inhoud)
        if over < 0:
            raise Afgekeurd(Reden.TE_ZWAAR, "unpacked size")
        if inhoud.startswith(_ARCHIEF):
            raise Afgekeurd(Reden.INGESLOTEN, "an archive inside")
        if inhoud.startswith(_UITVOERBAAR):
            raise Afgekeurd(Reden.ACTIEF, "a program inside")
        yield deel.filename, inhoud

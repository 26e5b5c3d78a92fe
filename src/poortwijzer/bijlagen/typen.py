"""The kinds of file that may come in: few, all checked inside, and each printable or readable everywhere.

A spreadsheet, a mail or a web page is not among them: who has one prints it to PDF.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

MEESTE_BYTES = 10 * 1024 * 1024
"""The largest file, in bytes. A page of a scan is about 1 MB."""
MEESTE_NAAMBYTES = 200
"""The longest name, in bytes of UTF-8: a file system stops at 255."""
ONBEPAALD = frozenset({"", "application/octet-stream"})
"""What a browser says of a file when it does not know."""


class Bestandstype(StrEnum):
    """What a file is, after its content was looked at."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    DOCX = "docx"
    ODT = "odt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kenmerken:
    """How a kind of file is named; the first extension is what we give it."""

    naam: str
    extensies: tuple[str, ...]
    mediatype: str
    begin: bytes


KENMERKEN = MappingProxyType(
    {
        Bestandstype.PDF: Kenmerken(naam="PDF", extensies=("pdf",), mediatype="application/pdf", begin=b"%PDF-"),
        Bestandstype.JPEG: Kenmerken(
            naam="JPEG", extensies=("jpg", "jpeg"), mediatype="image/jpeg", begin=b"\xff\xd8\xff"
        ),
        Bestandstype.PNG: Kenmerken(naam="PNG", extensies=("png",), mediatype="image/png", begin=b"\x89PNG\r\n\x1a\n"),
        Bestandstype.DOCX: Kenmerken(
            naam="Word (.docx)",
            extensies=("docx",),
            mediatype="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            begin=b"PK\x03\x04",
        ),
        Bestandstype.ODT: Kenmerken(
            naam="OpenDocument (.odt)",
            extensies=("odt",),
            mediatype="application/vnd.oasis.opendocument.text",
            begin=b"PK\x03\x04",
        ),
    }
)
TYPE_VAN_EXTENSIE = MappingProxyType({ext: soort for soort, k in KENMERKEN.items() for ext in k.extensies})
ACCEPT = ",".join(f".{extensie}" for extensie in TYPE_VAN_EXTENSIE)
"""For the attribute of the same name of a file field; a help for people, no check."""

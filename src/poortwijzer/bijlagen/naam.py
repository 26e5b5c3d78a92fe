"""The name of a file: it may not fool the eye, reach another folder, or be something else on another system."""

import re
import unicodedata

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden
from poortwijzer.bijlagen.typen import MEESTE_NAAMBYTES, TYPE_VAN_EXTENSIE, Bestandstype

# Control, format (also those that turn the reading direction), surrogate, private, unassigned; line separators.
_ONZICHTBAAR = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SCHEIDERS = frozenset('/\\:*?"<>|')
_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
# What a computer runs, opens in a browser, or unpacks: not in front of the extension either.
_GEVAARLIJK = frozenset(
    {
        "7z",
        "apk",
        "app",
        "asp",
        "aspx",
        "bat",
        "bin",
        "bz2",
        "cab",
        "cgi",
        "chm",
        "cmd",
        "com",
        "cpl",
        "csv",
        "dll",
        "dmg",
        "docm",
        "dotm",
        "eml",
        "exe",
        "gadget",
        "gz",
        "hta",
        "htm",
        "html",
        "iso",
        "jar",
        "js",
        "jse",
        "jsp",
        "lnk",
        "mht",
        "mhtml",
        "mjs",
        "msg",
        "msi",
        "msp",
        "phar",
        "php",
        "phtml",
        "pif",
        "ppt",
        "pptm",
        "ps1",
        "psm1",
        "py",
        "pyc",
        "rar",
        "rb",
        "reg",
        "rtf",
        "scr",
        "sct",
        "sh",
        "shtml",
        "svg",
        "svgz",
        "swf",
        "sys",
        "tar",
        "url",
        "vb",
        "vbe",
        "vbs",
        "wasm",
        "wsf",
        "wsh",
        "xht",
        "xhtml",
        "xls",
        "xlsb",
        "xlsm",
        "xlsx",
        "xml",
        "xps",
        "xsl",
        "zip",
    }
)


def controleer_naam(ruw: str) -> tuple[str, Bestandstype]:
    """Give the name as it will be kept, and the kind of file that its extension promises.

    Raises:
        Afgekeurd: the name has signs that do not show or mean something to a computer, is too long, or ends in an
            extension that is not ours.
    """
    naam = unicodedata.normalize("NFC", ruw).strip(" ")
    kaal = naam.rstrip(". ")
    if not kaal or kaal != naam or naam.startswith("."):
        raise Afgekeurd(Reden.NAAM, "empty, hidden or ends in a dot")
    if any(unicodedata.category(teken) in _ONZICHTBAAR for teken in naam):
        raise Afgekeurd(Reden.NAAM, "a sign that does not show")
    if set(naam) & _SCHEIDERS:
        raise Afgekeurd(Reden.NAAM, "a sign that separates folders")
    if len(naam.encode()) > MEESTE_NAAMBYTES:
        raise Afgekeurd(Reden.NAAM, "too long")
    if _WINDOWS.match(naam):
        raise Afgekeurd(Reden.NAAM, "the name of a device")
    _stam, *midden, extensie = naam.casefold().split(".") if "." in naam else (naam, "")
    if extensie not in TYPE_VAN_EXTENSIE:
        raise Afgekeurd(Reden.EXTENSIE, "not on the list")
    if {deel.strip() for deel in midden} & _GEVAARLIJK:
        raise Afgekeurd(Reden.DUBBELE_EXTENSIE, "another extension before the last")
    return naam, TYPE_VAN_EXTENSIE[extensie]

"""An OpenDocument text without macros: the same demands as a Word document."""

import re
from xml.etree.ElementTree import Element

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden
from poortwijzer.bijlagen.archief import lees_xml, pak_uit

_SOORT = b"application/vnd.oasis.opendocument.text"
_MACRO = re.compile(r"^(?:Basic|Scripts|Dialogs)/", re.IGNORECASE)
_EXTENSIES = frozenset({"xml", "rdf", "png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "emf", "wmf", "ttf", "otf"})
_VAST = frozenset({"mimetype", "layout-cache"})
_ACTIEF = frozenset({"event-listener", "applet", "plugin", "macro", "execute-macro", "script"})
_INGESLOTEN = frozenset({"object", "object-ole", "binary-data"})
_ELDERS = frozenset({"dde-connection", "dde-source", "dde-connection-decl", "section-source", "floating-frame"})
_XLINK = "{http://www.w3.org/1999/xlink}href"
_ADRES = re.compile(r"(?:https?://|mailto:|tel:|#)", re.IGNORECASE)
_BINNEN = re.compile(r"(?:\./)?(?:Pictures|Thumbnails|Fonts)/[\w.+-]+$|#|$")


def controleer_odt(inhoud: bytes) -> None:
    """Look through every part.

    Raises:
        Afgekeurd: see `pak_uit` and `lees_xml`; also for macros, what is carried along, and what is elsewhere.
    """
    delen = pak_uit(inhoud)
    if delen.get("mimetype", b"").strip() != _SOORT or "content.xml" not in delen:
        raise Afgekeurd(Reden.ANDERE_INHOUD, "no OpenDocument text")
    for naam, deel in delen.items():
        _controleer_naam(naam)
        if naam.endswith((".xml", ".rdf")):
            _controleer_xml(lees_xml(deel))


def _controleer_naam(naam: str) -> None:
    if _MACRO.search(naam):
        raise Afgekeurd(Reden.ACTIEF, "macros")
    is_map, is_vast = naam.endswith("/"), naam in _VAST
    if not is_map and not is_vast and naam.rpartition(".")[2].casefold() not in _EXTENSIES:
        raise Afgekeurd(Reden.INGESLOTEN, "a part of another kind")


def _controleer_xml(wortel: Element) -> None:
    for deel in wortel.iter():
        naam = deel.tag.rpartition("}")[2]
        if naam == "encryption-data":
            raise Afgekeurd(Reden.BEVEILIGD, "password")
        if naam in _ACTIEF:
            raise Afgekeurd(Reden.ACTIEF, "a script")
        if naam in _INGESLOTEN:
            raise Afgekeurd(Reden.INGESLOTEN, "a file inside")
        if naam in _ELDERS:
            raise Afgekeurd(Reden.VERWIJST, "something elsewhere")
        adres = deel.get(_XLINK, "")
        if not _BINNEN.match(adres) and not (naam == "a" and _ADRES.match(adres)):
            raise Afgekeurd(Reden.VERWIJST, "something elsewhere")

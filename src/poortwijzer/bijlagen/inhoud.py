"""What a file is inside. Runs in a process of its own (see `kooi`), without Django and without the database."""

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden
from poortwijzer.bijlagen.typen import KENMERKEN, Bestandstype

_OUDE_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also what a locked DOCX becomes


def keur_inhoud(inhoud: bytes, soort: Bestandstype) -> bytes:
    """Give the content to keep: a picture anew, a document as it came.

    Raises:
        Afgekeurd: it is not of this kind, or has something that may not come in.
    """
    if inhoud.startswith(_OUDE_WORD) and soort is Bestandstype.DOCX:
        raise Afgekeurd(Reden.BEVEILIGD, "locked, or of an old version")
    if not inhoud.startswith(KENMERKEN[soort].begin):
        raise Afgekeurd(Reden.ANDERE_INHOUD, "other first bytes")
    # Each reader is loaded when it is needed: they are large.
    match soort:
        case Bestandstype.PDF:
            from poortwijzer.bijlagen.pdf import controleer_pdf  # noqa: PLC0415  # as above

            controleer_pdf(inhoud)
        case Bestandstype.JPEG | Bestandstype.PNG:
            from poortwijzer.bijlagen.beeld import maak_schoon  # noqa: PLC0415  # as above

            return maak_schoon(inhoud, soort)
        case Bestandstype.DOCX:
            from poortwijzer.bijlagen.docx import controleer_docx  # noqa: PLC0415  # as above

            controleer_docx(inhoud)
        case Bestandstype.ODT:
            from poortwijzer.bijlagen.odt import controleer_odt  # noqa: PLC0415  # as above

            controleer_odt(inhoud)
    return inhoud

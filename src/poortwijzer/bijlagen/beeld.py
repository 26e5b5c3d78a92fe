"""A picture: read whole and written anew, so that what else was in the file is gone, such as place and device."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden
from poortwijzer.bijlagen.typen import Bestandstype

MEESTE_BEELDPUNTEN = 40_000_000  # an A4 at 600 dots per inch is 35 million
MEESTE_ZIJDE = 20_000
_FORMAAT = {Bestandstype.JPEG: "JPEG", Bestandstype.PNG: "PNG"}
_PNG_SOORTEN = frozenset({"1", "L", "LA", "RGB", "RGBA", "I;16"})
_JPEG_SOORTEN = frozenset({"L", "RGB"})
_KWALITEIT = 92


def maak_schoon(inhoud: bytes, soort: Bestandstype) -> bytes:
    """Give the same picture in a new file, upright, with nothing but its points.

    A PNG keeps every point; a JPEG is pressed once more, which nobody sees.

    Raises:
        Afgekeurd: it is damaged, moves, or has more points than we unpack.
    """
    Image.MAX_IMAGE_PIXELS = MEESTE_BEELDPUNTEN
    try:
        # The size stands in the first bytes; nothing is unpacked before it was looked at.
        with Image.open(BytesIO(inhoud), formats=[_FORMAAT[soort]]) as beeld:
            if max(beeld.size) > MEESTE_ZIJDE or beeld.size[0] * beeld.size[1] > MEESTE_BEELDPUNTEN:
                raise Afgekeurd(Reden.TE_ZWAAR, "points")
            if getattr(beeld, "is_animated", False) and beeld.format == "PNG":
                raise Afgekeurd(Reden.ACTIEF, "a picture that moves")
            beeld.load()
            return _nieuw(beeld, soort)
    except UnidentifiedImageError:
        raise Afgekeurd(Reden.BESCHADIGD, "no picture") from None
    except Image.DecompressionBombError:
        raise Afgekeurd(Reden.TE_ZWAAR, "points") from None
    except MemoryError:
        raise Afgekeurd(Reden.TE_ZWAAR, "memory") from None
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, OverflowError):
        # What Pillow raises for files that are not what they say differs by format.
        raise Afgekeurd(Reden.BESCHADIGD, "not readable") from None


def _nieuw(beeld: Image.Image, soort: Bestandstype) -> bytes:
    recht = ImageOps.exif_transpose(beeld)
    soorten = _PNG_SOORTEN if soort is Bestandstype.PNG else _JPEG_SOORTEN
    if recht.mode not in soorten or "transparency" in recht.info:
        recht = recht.convert("RGBA" if soort is Bestandstype.PNG else "RGB")
    else:
        recht = recht.copy()
    recht.info.clear()
    uit = BytesIO()
    if soort is Bestandstype.PNG:
        recht.save(uit, "PNG")
    else:
        recht.save(uit, "JPEG", quality=_KWALITEIT)
    return uit.getvalue()

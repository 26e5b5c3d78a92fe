"""The gate for a file: its name, what it says to be, what it is, and whether a scanner knows it."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden
from poortwijzer.bijlagen.kooi import keur_in_kooi
from poortwijzer.bijlagen.naam import controleer_naam
from poortwijzer.bijlagen.scan import scan
from poortwijzer.bijlagen.typen import KENMERKEN, MEESTE_BYTES, ONBEPAALD, Bestandstype


@dataclass(frozen=True, slots=True, kw_only=True)
class Goedgekeurd:
    """A file that may come in; only `keur` makes one."""

    naam: str
    soort: Bestandstype
    inhoud: bytes

    @property
    def vingerafdruk(self) -> str:
        """The SHA-256 of what is kept, in hexadecimal signs."""
        return sha256(self.inhoud).hexdigest()


def keur(
    *, naam: str, mediatype: str, inhoud: bytes, lees: Callable[[bytes, Bestandstype], bytes] = keur_in_kooi
) -> Goedgekeurd:
    """Give the file as it will be kept; `mediatype` is what the browser says, `lees` looks inside.

    Raises:
        Afgekeurd: it may not come in.
    """
    schone_naam, soort = controleer_naam(naam)
    if not inhoud:
        raise Afgekeurd(Reden.LEEG)
    if len(inhoud) > MEESTE_BYTES:
        raise Afgekeurd(Reden.TE_GROOT)
    gezegd = mediatype.partition(";")[0].strip().casefold()
    if gezegd not in ONBEPAALD and gezegd != KENMERKEN[soort].mediatype:
        raise Afgekeurd(Reden.ANDER_TYPE, "the browser says otherwise")
    scan(inhoud)
    nieuw = lees(inhoud, soort)
    if len(nieuw) > MEESTE_BYTES:
        raise Afgekeurd(Reden.TE_GROOT, "written anew")
    return Goedgekeurd(naam=schone_naam, soort=soort, inhoud=nieuw)

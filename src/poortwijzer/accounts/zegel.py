"""What only sign-in may read: sealed with the key of the installation, as it belongs to a person and no dossier."""

import base64
import hashlib

from poortwijzer.kluis.envelop import IDLENGTE, Beschadigd, Plaats, Verzegeld, ontzegel, verzegel
from poortwijzer.kluis.installatiesleutel import sleutels

_PLAATS = Plaats(tabel="mfa_authenticator", kolom="data", rij="", van="")


def verzegel_geheim(geheim: str) -> str:
    """Give `geheim` sealed, as text. Raises KluisDicht when this process has no key of the installation."""
    naam, met = next(iter(sleutels().items()))
    verzegeld = verzegel(geheim.encode(), met=met, sleutel_id=_sleutel_id(naam), plaats=_PLAATS)
    return base64.b64encode(verzegeld).decode("ascii")


def open_geheim(verzegeld: str) -> str:
    """Give back what was sealed, also with an earlier key that the installation still has.

    Raises:
        Beschadigd: it was changed, or sealed with a key that the installation does not have.
        KluisDicht: this process has no key of the installation.
    """
    waarde = Verzegeld(base64.b64decode(verzegeld))
    for naam, met in sleutels().items():
        if _sleutel_id(naam) == waarde.sleutel_id:
            return ontzegel(waarde, met=met, plaats=_PLAATS).decode()
    raise Beschadigd("A secret of sign-in was sealed with a key that this installation does not have.")


def is_met_huidige_sleutel(verzegeld: str) -> bool:
    """Tell whether a sealed secret is sealed with the current key of the installation."""
    return Verzegeld(base64.b64decode(verzegeld)).sleutel_id == _sleutel_id(next(iter(sleutels())))


def _sleutel_id(naam: str) -> bytes:
    return hashlib.sha256(naam.encode()).digest()[:IDLENGTE]

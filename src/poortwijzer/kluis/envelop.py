"""One sealed value: AES-256-GCM with the place of the value as associated data.

A value that is moved to another dossier, row, column or table, or changed by one bit, does not open.
"""

import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SLEUTELLENGTE = 32
NONCELENGTE = 12
IDLENGTE = 16
VERSIE = b"\x01"
KOP = len(VERSIE) + IDLENGTE
KORTSTE = KOP + NONCELENGTE + 16  # an empty content still has its tag


class KluisError(Exception):
    """A value cannot be sealed or opened; the message says why, never what was in it."""


class Beschadigd(KluisError):  # an answer in Dutch, as the other words of this app
    """The value was changed, moved, or sealed with another key."""


class Verzegeld(bytes):
    """A sealed value as it lies in the database: version, id of the key, nonce, ciphertext with its tag."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<sealed, {len(self)} bytes>"

    @property
    def sleutel_id(self) -> bytes:
        """The id of the key that opens it, 16 bytes.

        Raises:
            Beschadigd: when this is no sealed value of a version that we know.
        """
        if len(self) < KORTSTE or self[:1] != VERSIE:
            raise Beschadigd("This is not a sealed value of a version that we know.")
        return bytes(self[len(VERSIE) : KOP])


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a sealed value lives; part of what is authenticated. `van` says whose it is, such as a dossier."""

    tabel: str
    kolom: str
    rij: str
    van: str

    def als_bytes(self) -> bytes:
        """Give an encoding in which two different places never look alike."""
        delen = [deel.encode() for deel in (self.tabel, self.kolom, self.rij, self.van)]
        return b"".join(len(deel).to_bytes(4, "big") + deel for deel in delen)


def nieuwe_sleutel() -> bytes:
    """Give a new random key of 256 bits."""
    return secrets.token_bytes(SLEUTELLENGTE)


def verzegel(inhoud: bytes, *, met: AESGCM, sleutel_id: bytes, plaats: Plaats) -> Verzegeld:
    """Seal `inhoud` for one place."""
    nonce = secrets.token_bytes(NONCELENGTE)
    kop = VERSIE + sleutel_id
    return Verzegeld(kop + nonce + met.encrypt(nonce, inhoud, kop + plaats.als_bytes()))


def ontzegel(verzegeld: Verzegeld, *, met: AESGCM, plaats: Plaats) -> bytes:
    """Open a sealed value at its place.

    Raises:
        Beschadigd: when key, place or contents are not those it was sealed with.
    """
    kop = VERSIE + verzegeld.sleutel_id
    nonce, rest = verzegeld[KOP : KOP + NONCELENGTE], verzegeld[KOP + NONCELENGTE :]
    try:
        return met.decrypt(nonce, rest, kop + plaats.als_bytes())
    except InvalidTag as fout:
        raise Beschadigd(f"A value in {plaats.tabel}.{plaats.kolom} does not open in row {plaats.rij}.") from fout

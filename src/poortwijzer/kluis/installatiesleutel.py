"""The key of the installation, which wraps the keys of organisations; it comes from a file or the environment.

The setting `KLUIS_SLEUTELS` has one key a line, `name:base64`, the current one first. The others only open, until
`poortwijzer kluis roteer` has wrapped everything anew.
"""

import base64
import binascii
import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from poortwijzer.kluis.envelop import SLEUTELLENGTE, KluisError, nieuwe_sleutel

GEEN = "geen"  # chosen on purpose: start, and refuse to read or write what is sealed


class KluisDicht(KluisError):  # an answer in Dutch, as the other words of this app
    """This process does not have the key of the installation: it reads and writes nothing that is sealed."""


@lru_cache(maxsize=4)
def lees_sleutels(tekst: str) -> Mapping[str, AESGCM]:
    """Read keys, one a line as `name:base64`, in order; none when the text is empty or `geen`.

    Raises:
        ImproperlyConfigured: when a line is no key of 256 bits, or a name or a key stands there twice.
    """
    return MappingProxyType({naam: AESGCM(sleutel) for naam, sleutel in sleutelbytes(tekst).items()})


def sleutelbytes(tekst: str) -> dict[str, bytes]:
    """Give the keys themselves; raises as `lees_sleutels`."""
    gelezen: dict[str, bytes] = {}
    if tekst.strip() == GEEN:
        return {}
    for regel in filter(None, map(str.strip, tekst.splitlines())):
        naam, _, waarde = regel.partition(":")
        try:
            sleutel = base64.b64decode(waarde, validate=True)
        except binascii.Error as fout:
            raise ImproperlyConfigured("KLUIS_SLEUTELS has a line that is not name:base64.") from fout
        if not naam or len(sleutel) != SLEUTELLENGTE or naam in gelezen or sleutel in gelezen.values():
            raise ImproperlyConfigured("KLUIS_SLEUTELS needs different names, each with a key of its own of 32 bytes.")
        gelezen[naam] = sleutel
    return gelezen


def nieuwe_regel() -> str:
    """Give a line with a new key, for `KLUIS_SLEUTELS`."""
    return f"k{secrets.token_hex(4)}:{base64.b64encode(nieuwe_sleutel()).decode()}"


def lees_of_maak(bestand: Path) -> str:
    """Give the keys in `bestand`, and make one first (readable by its owner only) when it is not there."""
    bestand.parent.mkdir(parents=True, exist_ok=True)
    if not bestand.exists():
        # Written aside and put in place whole: another process sees no key or the key.
        concept = bestand.with_name(f"{bestand.name}.{secrets.token_hex(4)}")
        with os.fdopen(os.open(concept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as nieuw:
            nieuw.write(nieuwe_regel() + "\n")
        with suppress(FileExistsError):
            bestand.hardlink_to(concept)
        concept.unlink()
    return bestand.read_text(encoding="ascii")


def sleutels() -> Mapping[str, AESGCM]:
    """Give the keys of this installation, the current one first.

    Raises:
        KluisDicht: when there is none.
    """
    gelezen = lees_sleutels(settings.KLUIS_SLEUTELS)
    if not gelezen:
        raise KluisDicht("This process has no key of the installation: set KLUIS_SLEUTELS.")
    return gelezen

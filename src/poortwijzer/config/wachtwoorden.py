"""How passwords are hashed, and which ones are refused for what they are."""

import hashlib
import re
from bisect import bisect_left
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class Argon2Wachtwoord(Argon2PasswordHasher):
    """Argon2id with 19 MiB and two rounds: the minimum that OWASP names, and light enough for a small server.

    Django's default takes five times the memory and 0.3 to 0.7 seconds a check on two cores.
    """

    memory_cost = 19 * 1024
    time_cost = 2
    parallelism = 1


class GeenWoordenVanHier:
    """Refuses a password that is little more than words which everybody here would think of.

    They are the setting WACHTWOORD_WOORDEN: those of this program, and what an installation adds (its name, its town).
    A long sentence may hold one; what is left without them must still be long enough to be hard to guess.
    """

    minstens_over = 8

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError when too little is left."""
        del user
        over = password.casefold()
        for woord in sorted(settings.WACHTWOORD_WOORDEN, key=len, reverse=True):
            over = over.replace(woord.casefold(), "")
        if over != password.casefold() and len(re.sub(r"[\W\d_]", "", over)) < self.minstens_over:
            raise ValidationError(
                _("Dit wachtwoord is makkelijk te raden: het bestaat uit woorden van deze organisatie.")
            )

    def get_help_text(self) -> str:
        """Say it beforehand."""
        return _("Kies geen woorden die met uw organisatie of met verzuim te maken hebben.")


HASHTEKENS = 40
"""Of a SHA-1 in hexadecimal, at the beginning of each line."""


class NietGelekt:
    """Refuses a password that was found in a leak, by a file of the installation: nothing is asked of another machine.

    The setting GELEKTE_WACHTWOORDEN names it: a SHA-1 on each line, with a count behind it or not, in order of the
    hash. That is how Pwned Passwords is given out. Without it there is only Django's short list.
    """

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError when it is in the file, and also when the file cannot be read."""
        del user
        if not settings.GELEKTE_WACHTWOORDEN:
            return
        try:
            is_gelekt = staat_in_lijst(password, Path(settings.GELEKTE_WACHTWOORDEN))
        except OSError as fout:
            melding = _(
                "Wij kunnen nu niet nagaan of dit wachtwoord is gelekt. Probeer het later, of vraag de beheerder."
            )
            raise ValidationError(melding) from fout
        if is_gelekt:
            raise ValidationError(
                _("Dit wachtwoord is ooit ergens gestolen en staat op lijsten van inbrekers. Kies een ander.")
            )

    def get_help_text(self) -> str:
        """Say it beforehand."""
        return _("Kies geen wachtwoord dat u ergens anders gebruikt.")


def staat_in_lijst(wachtwoord: str, lijst: Path) -> bool:
    """Tell whether the hash of this password is a line of that file, in some tens of reads however long it is.

    Raises OSError when it cannot be read.
    """
    zoek = hashlib.sha1(wachtwoord.encode(), usedforsecurity=False).hexdigest().upper().encode()
    with lijst.open("rb") as bestand:
        plek = bisect_left(range(lijst.stat().st_size), zoek, key=lambda plek: _hash_vanaf(bestand, plek))
        return _hash_vanaf(bestand, plek) == zoek


def is_hashlijst(lijst: Path) -> bool:
    """Tell whether this is such a file: it can be read, and its first, middle and last lines are hashes in order.

    Raises OSError when it cannot be read.
    """
    lengte = lijst.stat().st_size
    with lijst.open("rb") as bestand:
        hashes = [_hash_vanaf(bestand, plek) for plek in (0, lengte // 2, max(0, lengte - 2 * HASHTEKENS))]
    gevonden = [deel for deel in hashes if deel != _NA_HET_EINDE]
    return bool(gevonden) and gevonden == sorted(gevonden) and all(map(_HASH.fullmatch, gevonden))


_HASH = re.compile(rb"[0-9A-F]{40}")
_NA_HET_EINDE = b"~"  # after every hash


def _hash_vanaf(bestand: BinaryIO, plek: int) -> bytes:
    """Give the hash on the first line that begins at this byte or later."""
    bestand.seek(max(plek - 1, 0))
    if plek:
        bestand.readline()
    return bestand.readline()[:HASHTEKENS].upper() or _NA_HET_EINDE

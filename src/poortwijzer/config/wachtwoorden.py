"""How passwords are hashed, and which words make none."""

import re

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

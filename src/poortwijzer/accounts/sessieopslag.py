"""Where sessions lie: in the database, under a hash of their key. Who reads the table or a backup takes none over.

The hash is keyed with the secret of the installation. Requests are synchronous here (WSGI), so is this.
"""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DjangoSessionStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.contrib.sessions.models import Session
from django.utils.crypto import salted_hmac

from poortwijzer.lib.klok import nu

_TEKENS = 40  # as wide as Django's column; 160 bits


def hash_van_sleutel(sleutel: str | None) -> str:
    """Give under what a session with this key lies; of no key, what no session has."""
    if not sleutel:
        return ""
    return salted_hmac("poortwijzer.accounts.sessieopslag", sleutel, algorithm="sha256").hexdigest()[:_TEKENS]


class SessionStore(DjangoSessionStore):
    """Django's own, with the hash of the key wherever it names a row."""

    def _get_session_from_db(self) -> Session | None:
        rij = Session.objects.filter(pk=hash_van_sleutel(self.session_key), expire_date__gt=nu()).first()
        if rij is None:
            self._session_key = None
        return rij

    def exists(self, session_key: str) -> bool:
        """Tell whether there is a session with this key."""
        return super().exists(hash_van_sleutel(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        """Give the row of this session as it is now."""
        rij = super().create_model_instance(data)
        rij.session_key = hash_van_sleutel(rij.session_key)
        return rij

    def delete(self, session_key: str | None = None) -> None:
        """Delete the session with this key, or this one."""
        sleutel = session_key or self.session_key
        if sleutel is not None:
            super().delete(hash_van_sleutel(sleutel))

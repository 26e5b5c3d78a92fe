"""A connection that knows what it told the database, also after a rollback, and refuses a role that is too strong."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus

from poortwijzer.slot.rollen import controleer_rol

ZEG = "SELECT set_config('poortwijzer.wie', %s, false)"


class DatabaseWrapper(base.DatabaseWrapper):
    """`is_eigenaar`: this connection is for the owner of the tables, who migrates; see `slot.eigenaar`."""

    is_eigenaar = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # What the database was told; None when that is not certain.
        self._gezegd: str | None = None

    def zeg_wie(self, tekst: str) -> None:
        """Tell the database who asks, unless it knows; for the session, and again after whatever took it back."""
        if self._gezegd == tekst or self.connection is None:
            return
        if self.connection.info.transaction_status is TransactionStatus.INERROR:
            return  # it answers nothing before the rollback, after which it is told again
        self._gezegd = None
        with self.wrap_database_errors:
            self.connection.execute(ZEG, [tekst])
        self._gezegd = tekst

    def init_connection_state(self) -> None:
        """Refuse a role that the lock does not hold.

        Raises ImproperlyConfigured: see `controleer_rol`.
        """
        super().init_connection_state()
        self._gezegd = None
        if self.is_eigenaar:
            return
        try:
            controleer_rol(self)
        except ImproperlyConfigured:
            self.close()  # else the next query would find it open, and go on
            raise

    # What was said in a transaction is taken back with it; also what was said for going back itself.
    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]  # every backend has it
        finally:
            self._gezegd = None

    def _savepoint_rollback(self, sid: str) -> None:
        try:
            super()._savepoint_rollback(sid)  # type: ignore[misc]  # every backend has it
        finally:
            self._gezegd = None

    @contextmanager
    def _nodb_cursor(self) -> Iterator[Any]:
        """Make and remove databases, for tests, as the owner."""
        eigen = self.settings_dict
        self.settings_dict = {**eigen, **settings.DATABASE_EIGENAREN.get(self.alias, {})}
        try:
            with super()._nodb_cursor() as cursor:
                yield cursor
        finally:
            self.settings_dict = eigen

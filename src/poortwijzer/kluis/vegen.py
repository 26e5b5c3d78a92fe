"""Wiping what destroyed keys leave in the files of the key store: an emptied row is still there to who reads them."""

import time
from datetime import timedelta

import structlog
from django.db import OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.errors import LockNotAvailable

from poortwijzer.kluis.models import Sleutel
from poortwijzer.kluis.router import ALIAS
from poortwijzer.lib.klok import nu
from poortwijzer.slot.eigenaar import als_eigenaar

GEDULD, WACHT = 20, 0.25  # times, and seconds in between
NOG_EENS = timedelta(days=2)
TABEL = Sleutel._meta.db_table  # noqa: SLF001  # its name
OUDE_BLIK = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    # Of others one sees this only as a member of pg_read_all_stats; what is not seen may be anything.
    " AND (backend_type IS NULL OR backend_type = 'client backend' AND backend_xmin IS NOT NULL)"
)
log = structlog.get_logger(__name__)


def veeg() -> bool:
    """Wipe what destroyed keys left in the files of the key store, and tell whether that was done.

    On SQLite the write-ahead log still holds them until it is folded in. On PostgreSQL the table is written anew; its
    own log keeps them until it is recycled. Both wait a few seconds for readers, and leave the rest to `veeg_na`.
    """
    with als_eigenaar(ALIAS) as connection:  # only who owns a table writes it anew
        is_schoon = _schrijf_opnieuw(connection) if connection.vendor == "postgresql" else _vouw_logboek_in(connection)
    if not is_schoon:
        log.warning("key_store_not_wiped_yet")
    return is_schoon


def veeg_na() -> None:
    """Wipe once more when a key was destroyed lately, for what could not be wiped then. For once a day."""
    if Sleutel.objects.filter(vernietigd_op__gte=nu() - NOG_EENS).exists():
        transaction.on_commit(veeg, using=ALIAS)


def _vouw_logboek_in(connection: BaseDatabaseWrapper) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_bezet, *_rest = cursor.fetchone()
    return not is_bezet


def _schrijf_opnieuw(connection: BaseDatabaseWrapper) -> bool:
    """Write the table anew with what is in it now.

    Not VACUUM FULL: that takes along what was emptied as long as any transaction from before is open, in whatever
    database of the server. Writing a column anew takes only the rows of now, so whoever looks at the table with an
    older snapshot would find nothing: a backup, above all. So nobody may have one.
    """
    for keer in range(GEDULD):
        if keer:
            time.sleep(WACHT)
        try:
            with transaction.atomic(using=ALIAS), connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {TABEL} IN ACCESS EXCLUSIVE MODE NOWAIT")
                cursor.execute(OUDE_BLIK)
                if cursor.fetchone() == (0,):
                    cursor.execute(f"ALTER TABLE {TABEL} ALTER COLUMN ingepakt TYPE bytea USING ingepakt || ''::bytea")
                    return True
        except OperationalError as fout:
            if not isinstance(fout.__cause__, LockNotAvailable):
                raise
    return False

"""Two employers and an arbodienst, with rows in every table with a lock: the world of the access matrix, and more."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from doorloop import op_vaste_dag
from proefwereld import Proefwereld, maak_wereld
from slotwereld import vul_aan

from poortwijzer.kluis.sleutelring import eigen_ring

# SQLite has no locks in the database; the watch on queries is tested on both.
collect_ignore = (
    [] if settings.DATABASES["default"]["ENGINE"].endswith("postgresql") else ["test_postgresql.py", "test_rollen.py"]
)


@pytest.fixture(scope="module")
def wereld(django_db_setup: None, django_db_blocker) -> Iterator[Proefwereld]:
    with (
        django_db_blocker.unblock(),
        op_vaste_dag(),
        eigen_ring(),
        transaction.atomic(),
        transaction.atomic(using="sleutels"),
    ):
        wereld = maak_wereld()
        vul_aan(wereld)
        yield wereld
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="sleutels")

"""One world for all cases of a module: building it takes longer than trying a hundred cases.

Not for longer: its clock stands still and its transaction stays open, and other modules may not notice that.
"""

from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from django.db import transaction
from doorloop import op_vaste_dag
from proefwereld import Proefwereld, maak_wereld

from poortwijzer.kluis.sleutelring import eigen_ring
from poortwijzer.slot.eigenaar import als_eigenaar


@pytest.fixture(scope="module")
def wereld(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker) -> Iterator[Proefwereld]:
    """Give the world; what a test does in it is undone by `probeer`, and the world itself afterwards.

    A module with `ZONDER_SLOT` asks as the owner of the tables: the second lock would hide what the first lets through.
    """
    with (
        als_eigenaar("default") if hasattr(request.module, "ZONDER_SLOT") else nullcontext(),
        django_db_blocker.unblock(),
        op_vaste_dag(),
        eigen_ring(),
        transaction.atomic(),
        transaction.atomic(using="sleutels"),
    ):
        yield maak_wereld()
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="sleutels")

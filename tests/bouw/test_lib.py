"""The helpers without knowledge of the field."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.utils import timezone

from poortwijzer.lib.ids import TEKENS, lees_kenmerk, nieuw_id, nieuw_kenmerk
from poortwijzer.lib.klok import nu, vandaag


@time_machine.travel(datetime(2026, 3, 24, 23, 30, tzinfo=UTC), tick=False)
def test_vandaag_is_de_nederlandse_dag():
    """Half past midnight in the Netherlands, also for a reader in another time zone."""
    assert nu() == datetime(2026, 3, 24, 23, 30, tzinfo=UTC)
    assert vandaag() == date(2026, 3, 25)
    with timezone.override("America/New_York"):
        assert vandaag() == date(2026, 3, 25)


def test_kenmerk_is_voor_te_lezen():
    kenmerken = {nieuw_kenmerk() for _ in range(500)}
    assert len(kenmerken) == 500
    assert all(len(k) == 9 and k[4] == "-" and set(k) <= {*TEKENS, "-"} for k in kenmerken)


def test_ids_zijn_willekeurig():
    assert nieuw_id().version == 4
    assert nieuw_id() != nieuw_id()


@pytest.mark.parametrize(
    ("getypt", "kenmerk"), [(" k7rm-2xqp ", "K7RM-2XQP"), ("K7RM-2XQP", "K7RM-2XQP"), ("katja-nu", "katja-nu")]
)
def test_een_kenmerk_van_ons_mag_in_kleine_letters_en_een_ander_blijft_zoals_het_is(getypt: str, kenmerk: str):
    assert lees_kenmerk(getypt) == kenmerk

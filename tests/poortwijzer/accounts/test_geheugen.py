"""The memory that all processes share."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache

from poortwijzer.accounts.geheugen import ruim_geheugen_op
from poortwijzer.accounts.models import Geheugenplek
from poortwijzer.lib.klok import nu

pytestmark = pytest.mark.django_db


def test_van_twee_die_hetzelfde_toevoegen_lukt_het_er_een():
    assert cache.add("code", "y", timeout=30)
    assert not cache.add("code", "z", timeout=30)
    assert cache.get("code") == "y"


def test_wat_verlopen_is_telt_niet_en_maakt_plaats():
    with time_machine.travel(nu(), tick=False) as klok:
        cache.add("code", "y", timeout=30)
        klok.shift(timedelta(seconds=30))
        assert cache.get("code", "niets") == "niets"
        assert not cache.touch("code", 30)
        assert cache.add("code", "z", timeout=30)


def test_zetten_verlengen_en_vergeten():
    cache.set("lijst", [1.5, 2.5], timeout=None)
    cache.set("lijst", [3.5], timeout=60)
    assert cache.get("lijst") == [3.5]
    assert cache.touch("lijst", timeout=600)
    assert cache.delete("lijst")
    assert not cache.delete("lijst")
    cache.set("a", 1)
    cache.clear()
    assert not Geheugenplek.objects.exists()


def test_alleen_wat_json_is_kan_erin():
    """A value that could run code when it is read does not get in."""
    with pytest.raises(TypeError):
        cache.set("kwaad", object())


def test_opruimen_laat_staan_wat_nog_telt():
    with time_machine.travel(nu(), tick=False) as klok:
        cache.set("kort", 1, timeout=10)
        cache.set("lang", 1, timeout=100)
        klok.shift(timedelta(seconds=20))
        assert ruim_geheugen_op() == 1
        assert cache.get("lang") == 1

"""Every table says whose its rows are, and who says so besides a person is on a list."""

import re
from importlib import resources

import pytest
from django.apps import apps
from django.db import connections

from poortwijzer.slot.tabellen import OP_SLOT, TABELLEN
from poortwijzer.toegang.werk import BINNENWERK, OPDRACHTEN

# What tells that a row is about a dossier, or of an organisation.
VAN_IEMAND = {"dossier_id", "organisatie_id", "werkgever_id", "eigenaar_id", "opdrachtgever_id", "werknemer_id"}


@pytest.mark.django_db
def test_elke_tabel_heeft_een_regel_en_elke_regel_een_tabel():
    tabellen = {tabel for alias in connections for tabel in connections[alias].introspection.table_names()}
    assert sorted(tabellen - set(TABELLEN)) == [], "no line in slot/tabellen.py"
    assert sorted(set(TABELLEN) - tabellen) == [], "no such table"


def test_wat_van_iemand_is_heeft_een_slot():
    van_iemand = {
        model._meta.db_table
        for model in apps.get_models()
        if VAN_IEMAND & {veld.column for veld in model._meta.get_fields() if hasattr(veld, "column")}
    }
    # A role is read to find out who asks; the keys lie in another database.
    assert van_iemand - set(OP_SLOT) == {"accounts_rolvervulling", "kluis_sleutel"}


def test_een_tabel_zonder_slot_zegt_waarom_en_heeft_verder_niets():
    for tabel, regel in TABELLEN.items():
        assert bool(regel.vrij) != bool(regel.zien), tabel
        assert not (regel.vrij and regel.wijzigen), tabel


def test_wat_voor_het_werk_zelf_wordt_gevraagd_staat_in_het_beleid():
    gevonden = set()
    for bestand in resources.files("poortwijzer").rglob("*.py"):  # type: ignore[attr-defined]  # a Path in this checkout
        gevonden |= set(re.findall(r'\bwerk\("([^"]+)"\)', bestand.read_text(encoding="utf-8")))
    assert gevonden - set(OPDRACHTEN) == set(BINNENWERK)

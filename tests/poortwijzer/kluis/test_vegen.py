"""S8: of a destroyed key nothing is left in a file of the key store, whatever else is going on in the databases."""

import os
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest
from django.db import connections, transaction

from poortwijzer.kluis import vegen
from poortwijzer.kluis.beheer import vernietig
from poortwijzer.kluis.envelop import Plaats
from poortwijzer.kluis.models import Sleutel
from poortwijzer.kluis.router import ALIAS
from poortwijzer.kluis.sleutelring import Sleutelring
from poortwijzer.kluis.vak import Vak
from poortwijzer.kluis.vegen import veeg, veeg_na
from poortwijzer.slot.eigenaar import als_eigenaar

pytestmark = pytest.mark.django_db(transaction=True)
PLAATS = Plaats("tabel", "kolom", "rij", "dossier")


def maak() -> Sleutel:
    vak = Vak(uuid4())
    Sleutelring().verzegel(b"geheim", vak=vak, plaats=PLAATS, eigenaar=uuid4)
    return Sleutel.objects.get(dossier_id=vak.dossier_id)


def bestanden() -> list[Path]:
    """Give the files of the key store; PostgreSQL's own log, which it recycles, is not one of them."""
    connection = connections[ALIAS]
    if connection.vendor == "sqlite":
        naam = connection.settings_dict["NAME"]
        return [pad for pad in (Path(naam), Path(f"{naam}-wal")) if pad.exists()]
    with als_eigenaar(ALIAS) as eigenaar, eigenaar.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT current_setting('data_directory'), oid FROM pg_database WHERE datname = current_database()"
        )
        map_, oid = cursor.fetchone()
    return [pad for pad in (Path(map_) / "base" / str(oid)).rglob("*") if pad.is_file()]


def staat_ergens(ingepakt: bytes) -> bool:
    return any(ingepakt in pad.read_bytes() for pad in bestanden() if pad.exists())


@contextmanager
def lezer(alias: str):
    """Someone else who is looking at a database, and goes on looking at it as it was when he began."""
    instellingen = connections[alias].settings_dict
    if connections[alias].vendor == "sqlite":
        with closing(sqlite3.connect(instellingen["NAME"])) as ander:
            ander.execute("BEGIN")
            yield lambda: ander.execute("SELECT count(*) FROM kluis_sleutel WHERE ingepakt IS NOT NULL").fetchone()[0]
        return
    adres = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{instellingen['NAME']}"))
    with psycopg.connect(adres) as ander:
        ander.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        yield lambda: ander.execute("SELECT count(*) FROM kluis_sleutel WHERE ingepakt IS NOT NULL").fetchone()[0]


def test_van_een_vernietigde_sleutel_staat_niets_meer_in_een_bestand_en_van_de_andere_alles():
    weg, blijft = maak(), maak()
    assert staat_ergens(weg.ingepakt)

    assert vernietig(weg.dossier_id) == 1

    assert not staat_ergens(weg.ingepakt)
    assert staat_ergens(blijft.ingepakt)
    assert bytes(Sleutel.objects.get(pk=blijft.pk).ingepakt) == bytes(blijft.ingepakt)


def test_wie_in_de_gegevens_aan_het_schrijven_is_houdt_het_vegen_niet_tegen():
    weg = maak()
    if connections["default"].vendor == "sqlite":
        with transaction.atomic():
            vernietig(weg.dossier_id)
    else:
        adres = urlunsplit(
            urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connections['default'].settings_dict['NAME']}")
        )
        with psycopg.connect(adres) as ander:
            ander.execute("SELECT pg_current_xact_id()")
            vernietig(weg.dossier_id)
    assert not staat_ergens(weg.ingepakt)


def test_wie_de_sleutels_nog_leest_zoals_zij_waren_mist_niets_en_daarna_wordt_er_geveegd(monkeypatch):
    monkeypatch.setattr(vegen, "WACHT", 0.01)
    if (connection := connections[ALIAS]).vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 50")
    weg, _ = maak(), maak()
    aantal = Sleutel.objects.count()
    with lezer(ALIAS) as tel:
        assert tel() == aantal
        vernietig(weg.dossier_id)
        assert not veeg()
        assert staat_ergens(weg.ingepakt)
        assert tel() == aantal

    veeg_na()
    assert not staat_ergens(weg.ingepakt)


def test_alleen_na_een_vernietiging_wordt_er_nageveegd(django_assert_num_queries):
    maak()
    with django_assert_num_queries(1, using=ALIAS):
        veeg_na()

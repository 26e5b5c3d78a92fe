"""The program does not start, and opens no connection, as a role that no lock holds."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, transaction

from poortwijzer.slot.controle import controleer_slot, weiger_zonder_slot
from poortwijzer.slot.eigenaar import als_eigenaar
from poortwijzer.slot.regels import richt_in

BEHEER = "postgres"  # who made the cluster of the tests
START = {
    "server": "import poortwijzer.config.wsgi",
    "werker": "from django.core.management import execute_from_command_line as e; e(['django', 'werker', '--batch'])",
    "opdracht": "from poortwijzer.cli.hoofd import draai; raise SystemExit(draai(['bijwerken']))",
}


@contextmanager
def rol(opties: str) -> Iterator[str]:
    """Make a role in this cluster for as long as it is needed."""
    naam = f"proef_{os.getpid()}"
    gegevens = connection.settings_dict
    with psycopg.connect(host=gegevens["HOST"], user=BEHEER, dbname=gegevens["NAME"], autocommit=True) as beheer:
        beheer.execute(f"CREATE ROLE {naam} LOGIN {opties}")
        try:
            yield naam
        finally:
            beheer.execute(f"DROP ROLE {naam}")


def verbind_als(gebruiker: str) -> None:
    verbinding = connection.copy()
    verbinding.settings_dict["USER"] = gebruiker
    try:
        with suppress(ImproperlyConfigured):
            verbinding.ensure_connection()
        verbinding.ensure_connection()  # whoever tries again gets no further
    finally:
        verbinding.close()


def eigenaar() -> str:
    return settings.DATABASE_EIGENAREN["default"]["USER"]


@pytest.mark.django_db(transaction=True)
def test_een_superuser_komt_er_niet_in():
    with pytest.raises(ImproperlyConfigured, match="is a superuser"):
        verbind_als(BEHEER)


@pytest.mark.django_db(transaction=True)
def test_de_eigenaar_van_de_tabellen_komt_er_niet_in():
    with pytest.raises(ImproperlyConfigured, match="owns tables"):
        verbind_als(eigenaar())


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("opties", "waarom"), [("BYPASSRLS", "has BYPASSRLS"), ("IN ROLE {eigenaar}", "owns tables"), ("", "")]
)
def test_wie_er_voorbij_kan_of_eigenaar_kan_worden_komt_er_niet_in(opties, waarom):
    with rol(opties.format(eigenaar=eigenaar())) as naam:
        if not waarom:
            verbind_als(naam)
            return
        with pytest.raises(ImproperlyConfigured, match=waarom):
            verbind_als(naam)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("deel", START)
def test_geen_enkel_proces_begint_als_eigenaar(deel, adressen_van_databases):
    adres = urlsplit(adressen_van_databases["DATABASE_URL"])
    als_eigenaar_ = urlunsplit(adres._replace(netloc=f"{eigenaar()}@{adres.netloc.split('@')[1]}"))
    klaar = subprocess.run(
        [sys.executable, "-c", START[deel]],
        env={
            **os.environ,
            **adressen_van_databases,
            "DATABASE_URL": als_eigenaar_,
            "DJANGO_SETTINGS_MODULE": "poortwijzer.config.settings.toets",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode != 0
    assert "owns tables" in klaar.stderr


@pytest.mark.django_db(transaction=True)
def test_een_tabel_zonder_slot_houdt_de_start_tegen():
    weiger_zonder_slot()
    try:
        with als_eigenaar("default") as verbinding, verbinding.cursor() as cursor:
            cursor.execute("ALTER TABLE dossiers_feit NO FORCE ROW LEVEL SECURITY")
        with pytest.raises(ImproperlyConfigured, match="No lock on: dossiers_feit"):
            weiger_zonder_slot()
    finally:
        richt_in("default")
    assert controleer_slot(databases=["default", "sleutels"]) == []


@pytest.mark.django_db(transaction=True)
def test_op_een_adres_zonder_eigenaar_waarschuwt_de_controle(settings):
    settings.DATABASE_EIGENAREN = {}
    (melding,) = controleer_slot(databases=["default"])
    assert (melding.id, melding.is_serious()) == ("poortwijzer.W301", False)
    settings.POORTWIJZER_OMGEVING = "productie"
    with pytest.raises(ImproperlyConfigured, match="is a superuser"):
        verbind_als(BEHEER)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "opdracht",
    [
        "CREATE TABLE public.proef (getal integer)",
        "TRUNCATE dossiers_feit",
        "ALTER TABLE dossiers_feit DISABLE ROW LEVEL SECURITY",
        "DROP POLICY slot ON dossiers_feit",
        "CREATE OR REPLACE FUNCTION slot.werk() RETURNS boolean LANGUAGE sql AS 'SELECT TRUE'",
        "UPDATE django_migrations SET name = 'x'",
    ],
)
def test_de_rol_van_het_programma_kan_aan_tabellen_en_sloten_niets_veranderen(opdracht):
    with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
        connection.cursor().execute(opdracht)

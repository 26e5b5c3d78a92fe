"""The program does not start, and opens no connection, as a role that no lock holds."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
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
def als_beheer() -> Iterator[psycopg.Connection[Any]]:
    """Be who made this cluster, as somebody who sets a server up wrong is."""
    gegevens = connection.settings_dict
    with psycopg.connect(host=gegevens["HOST"], user=BEHEER, dbname=gegevens["NAME"], autocommit=True) as beheer:
        yield beheer


@contextmanager
def rol(opties: str) -> Iterator[str]:
    """Make a role in this cluster for as long as it is needed."""
    naam = f"proef_{os.getpid()}"
    with als_beheer() as beheer:
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
    ("opties", "waarom"),
    [
        ("BYPASSRLS", "has BYPASSRLS"),
        ("IN ROLE {eigenaar}", "can become '{eigenaar}', which owns tables"),
        ("IN ROLE postgres", "can become 'postgres', which is a superuser"),
        ("NOINHERIT IN ROLE postgres", "can become 'postgres', which is a superuser"),
        ("CREATEROLE", "has CREATEROLE"),
        ("REPLICATION", "has REPLICATION"),
        ("IN ROLE pg_execute_server_program", "files and programs of the server"),
        ("IN ROLE pg_read_server_files", "files and programs of the server"),
        ("IN ROLE pg_write_server_files", "files and programs of the server"),
        ("", ""),
    ],
)
def test_wie_er_voorbij_kan_of_eigenaar_kan_worden_komt_er_niet_in(opties, waarom):
    with rol(opties.format(eigenaar=eigenaar())) as naam:
        if not waarom:
            verbind_als(naam)
            return
        with pytest.raises(ImproperlyConfigured, match=waarom.format(eigenaar=eigenaar())):
            verbind_als(naam)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("geef", "neem", "waarom"),
    [
        ("CREATE ROLE {tussen} BYPASSRLS IN ROLE {rol}; REVOKE {rol} FROM {tussen}; GRANT {tussen} TO {rol}",
         "DROP ROLE {tussen}", "can become '{tussen}', which has BYPASSRLS"),
        ("CREATE ROLE {tussen} IN ROLE postgres; GRANT {tussen} TO {rol}",
         "DROP ROLE {tussen}", "can become 'postgres', which is a superuser"),
        ("GRANT SET ON PARAMETER session_replication_role TO {rol}",
         "REVOKE SET ON PARAMETER session_replication_role FROM {rol}", "may put triggers aside"),
        ("GRANT CREATE ON SCHEMA public TO {rol}",
         "REVOKE CREATE ON SCHEMA public FROM {rol}", "may make something in the schema of the tables"),
        ("ALTER SCHEMA slot OWNER TO {rol}",
         "ALTER SCHEMA slot OWNER TO {eigenaar}", "owns the schema or the database"),
        ("ALTER DATABASE {database} OWNER TO {rol}",
         "ALTER DATABASE {database} OWNER TO {eigenaar}", "owns the schema or the database"),
    ],
    ids=["langs een omweg", "twee omwegen", "triggers", "schema", "slot", "database"],
)  # fmt: skip
def test_een_recht_te_veel_houdt_de_rol_tegen(geef, neem, waarom):
    gegevens = connection.settings_dict
    with rol("") as naam, als_beheer() as beheer:
        woorden = {
            "rol": naam, "tussen": f"{naam}_tussen", "eigenaar": eigenaar(), "database": gegevens["NAME"],
        }  # fmt: skip
        verbind_als(naam)
        beheer.execute(geef.format(**woorden))
        try:
            with pytest.raises(ImproperlyConfigured, match=waarom.format(**woorden)):
                verbind_als(naam)
        finally:
            beheer.execute(neem.format(**woorden))
        verbind_als(naam)


@pytest.mark.django_db(transaction=True)
def test_een_superuser_die_zich_een_andere_rol_geeft_komt_er_niet_in():
    """Whoever signs in as another role and is made this one can go back with RESET ROLE."""
    with rol("SUPERUSER") as sterk, als_beheer() as beheer:
        beheer.execute(f"ALTER ROLE {sterk} SET role = '{connection.settings_dict['USER']}'")
        with pytest.raises(ImproperlyConfigured, match="is a superuser"):
            verbind_als(sterk)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("pad", ["leeg, public", "leeg"])
def test_de_eigenaar_komt_er_ook_langs_een_ander_schema_niet_in(pad):
    """Where the first schema is empty, the tables are found in the next one."""
    wie, naam = eigenaar(), connection.settings_dict["NAME"]
    with als_beheer() as beheer:
        beheer.execute(f"CREATE SCHEMA leeg AUTHORIZATION {wie}")
        beheer.execute(f"ALTER ROLE {wie} IN DATABASE {naam} SET search_path = {pad}")
        try:
            with pytest.raises(ImproperlyConfigured, match="owns tables"):
                verbind_als(wie)
        finally:
            beheer.execute(f"ALTER ROLE {wie} IN DATABASE {naam} RESET search_path")
            beheer.execute("DROP SCHEMA leeg")


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


_FEITEN = "AS SELECT * FROM public.dossiers_feit"
_EROP = "CREATE VIEW omweg.lek AS SELECT * FROM omweg.onder"
_FUNCTIE = (
    f"CREATE FUNCTION omweg.lek() RETURNS SETOF public.dossiers_feit LANGUAGE sql {{}} {_FEITEN[:3]}'{_FEITEN[3:]}'"
)
# What the owner makes, and whether the program passes the locks by it once it may use it.
OMWEGEN = (
    (f"CREATE VIEW omweg.lek {_FEITEN}", True),
    ("CREATE VIEW omweg.lek AS SELECT count(*) FROM public.accounts_gebruiker, public.dossiers_dossier", True),
    (f"CREATE VIEW omweg.lek WITH (security_invoker = false) {_FEITEN}", True),
    (f"CREATE VIEW omweg.lek WITH (security_invoker = true) {_FEITEN}", False),
    (f"CREATE VIEW omweg.lek WITH (security_invoker = on, security_barrier) {_FEITEN}", False),
    (f"CREATE VIEW omweg.onder WITH (security_invoker = true) {_FEITEN}; {_EROP}", True),
    (f"CREATE MATERIALIZED VIEW omweg.lek {_FEITEN}", True),
    ("CREATE VIEW omweg.lek AS SELECT * FROM public.django_content_type", False),
    (_FUNCTIE.format("SECURITY DEFINER"), True),
    (_FUNCTIE.format(""), False),
)


@pytest.mark.django_db(transaction=True)
def test_wat_als_de_eigenaar_leest_houdt_de_start_tegen_zodra_het_programma_erbij_kan():
    """In a schema of its own, which no search path leads to: a name with the schema in it reaches it all the same."""
    naam = connection.settings_dict["USER"]

    def als_beheerder(opdracht: str) -> None:
        with als_eigenaar("default") as verbinding, verbinding.cursor() as cursor:
            cursor.execute(opdracht)

    for maak, lekt in OMWEGEN:
        wat, recht = ("FUNCTION omweg.lek()", "EXECUTE") if "FUNCTION" in maak else ("omweg.lek", "SELECT")
        als_beheerder(f"CREATE SCHEMA omweg; GRANT USAGE ON SCHEMA omweg TO {naam}; {maak}")
        try:
            als_beheerder(f"REVOKE ALL ON {wat} FROM PUBLIC, {naam}")
            assert controleer_slot(databases=["default"]) == [], f"who may not use it passes nothing: {maak}"
            als_beheerder(f"GRANT {recht} ON {wat} TO {naam}")
            gezien = [(fout.id, "omweg.lek" in str(fout.msg)) for fout in controleer_slot(databases=["default"])]
            assert gezien == ([("poortwijzer.E303", True)] if lekt else []), maak
            if recht == "SELECT":
                als_beheerder(f"REVOKE ALL ON {wat} FROM {naam}")
                eerste = "count" if "count" in maak else "id"
                als_beheerder(f"GRANT SELECT ({eerste}) ON {wat} TO {naam}")
                assert bool(controleer_slot(databases=["default"])) is lekt, f"one column is enough: {maak}"
            if lekt:
                with pytest.raises(ImproperlyConfigured, match="passes the locks through: omweg"):
                    weiger_zonder_slot()
        finally:
            als_beheerder("DROP SCHEMA omweg CASCADE")
    weiger_zonder_slot()


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
        "CREATE TEMPORARY TABLE dossiers_dossier (id uuid)",
        "CREATE FUNCTION public.starts_with(uuid, text) RETURNS boolean LANGUAGE sql AS 'SELECT TRUE'",
        "SET session_replication_role = replica",
        "ALTER TABLE audit_auditregel DISABLE TRIGGER ALL",
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


@pytest.mark.django_db(transaction=True)
def test_een_lege_database_en_een_met_een_vreemde_regel_komen_met_migrate_in_orde(adressen_van_databases):
    """As whoever installs does it: the lock is looked at by everything but by what makes it."""
    naam = f"leeg_{os.getpid()}"

    def draai(*opdracht: str) -> "subprocess.CompletedProcess[str]":
        adressen = {
            variabele: urlunsplit(urlsplit(adres)._replace(path=f"/{naam}"))
            for variabele, adres in adressen_van_databases.items()
            if variabele in {"DATABASE_URL", "DATABASE_OWNER_URL"}
        }
        omgeving = {**os.environ, **adressen_van_databases, **adressen}
        omgeving["DJANGO_SETTINGS_MODULE"] = "poortwijzer.config.settings.toets"
        return subprocess.run(
            [sys.executable, *opdracht], env=omgeving, capture_output=True, text=True, check=False
        )  # fmt: skip

    with als_beheer() as beheer:
        beheer.execute(f"CREATE DATABASE {naam} OWNER {eigenaar()}")
        try:
            start = draai("-c", START["server"])
            assert (start.returncode, "not found" in start.stderr) == (1, True)
            for _ in range(2):
                klaar = draai("-m", "django", "migrate", "-v0")
                assert klaar.returncode == 0, klaar.stderr
                assert draai("-c", START["server"]).returncode == 0
                with psycopg.connect(host=connection.settings_dict["HOST"], user=BEHEER, dbname=naam) as lek:
                    lek.execute("CREATE POLICY lek ON dossiers_feit FOR SELECT USING (TRUE)")
                start = draai("-c", START["server"])
                assert (start.returncode, "dossiers_feit (other policies)" in start.stderr) == (1, True)
        finally:
            beheer.execute(f"DROP DATABASE {naam} WITH (FORCE)")

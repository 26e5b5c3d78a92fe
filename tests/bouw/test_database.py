"""The test databases behave as an installation's do."""

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from poortwijzer.slot.eigenaar import als_eigenaar


@pytest.mark.django_db
def test_sqlite_is_een_bestand_met_logboek():
    if connection.vendor != "sqlite":
        assert connection.vendor == "postgresql"
        return
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
        assert cursor.execute("PRAGMA database_list").fetchone()[2].startswith(str(settings.VAR))


@pytest.mark.django_db(transaction=True)
def test_leegmaken_zet_weigerende_triggers_alleen_even_opzij(triggers_opzij):
    with als_eigenaar("default"), connection.cursor() as cursor:
        cursor.execute("CREATE TABLE proef (getal integer)")
        cursor.execute("INSERT INTO proef VALUES (1), (2)")
        if connection.vendor == "postgresql":
            cursor.execute(
                "CREATE FUNCTION proef_vast() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'append only'; END $$"
            )
            cursor.execute(
                "CREATE TRIGGER proef_vast BEFORE DELETE ON proef FOR EACH ROW EXECUTE FUNCTION proef_vast()"
            )
        else:
            cursor.execute(
                "CREATE TRIGGER proef_vast BEFORE DELETE ON proef BEGIN SELECT RAISE(ABORT, 'append only'); END"
            )
        try:
            with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
                cursor.execute("DELETE FROM proef")
            with triggers_opzij():
                cursor.execute("DELETE FROM proef WHERE getal = 1")
            with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
                cursor.execute("DELETE FROM proef")
            cursor.execute("SELECT getal FROM proef")
            assert cursor.fetchall() == [(2,)]
        finally:
            cursor.execute("DROP TABLE proef")
            if connection.vendor == "postgresql":
                cursor.execute("DROP FUNCTION proef_vast()")

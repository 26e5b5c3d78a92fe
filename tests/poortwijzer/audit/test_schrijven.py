"""Writing in the log: one row per act, with the act or not at all, and never changed afterwards."""

import threading
import uuid
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction

from poortwijzer import audit
from poortwijzer.audit.models import Auditregel
from poortwijzer.slot.eigenaar import als_eigenaar
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.versie import beleidsversie

ORGANISATIE = uuid.UUID(int=7)
DOSSIER = uuid.UUID(int=9)
ACTOR = Actor(gebruiker_id=uuid.UUID(int=1), rol=Rol.CASEMANAGER, organisatie_id=ORGANISATIE, naam="Noor Bakker")


def lees_een_keer() -> None:
    audit.record(handeling="inzien", actor=ACTOR, dossier_id=DOSSIER, onderdeel="tijdlijn")


@pytest.mark.django_db
def test_een_regel_zegt_wie_wat_deed_in_welke_rol_en_geen_naam():
    audit.record(handeling="inzien", actor=ACTOR, dossier_id=DOSSIER, onderdeel="tijdlijn", doel="verzuimbegeleiding")
    (regel,) = audit.lees(DOSSIER)
    assert (regel.actor_id, regel.rol, regel.organisatie_id) == (ACTOR.gebruiker_id, "casemanager", ORGANISATIE)
    assert (regel.handeling, regel.onderdeel, regel.doel) == ("inzien", "tijdlijn", "verzuimbegeleiding")
    assert (regel.uitkomst, regel.reden) == ("gelukt", "")
    alles = " ".join(str(waarde) for waarde in Auditregel.objects.values().get().values())
    assert ACTOR.naam not in alles


@pytest.mark.django_db
def test_een_regel_heeft_wat_nen_7513_vraagt():
    arts, toestemming = uuid.UUID(int=3), uuid.UUID(int=4)
    audit.record(
        handeling="inzien",
        actor=ACTOR,
        dossier_id=DOSSIER,
        doel="waarneming",
        is_nood=True,
        verantwoordelijke_id=arts,
        toestemming_id=toestemming,
    )
    lees_een_keer()
    nood, gewoon = Auditregel.objects.order_by("volgnummer")
    assert (nood.is_nood, nood.verantwoordelijke_id, nood.toestemming_id) == (True, arts, toestemming)
    assert (gewoon.is_nood, gewoon.verantwoordelijke_id, gewoon.toestemming_id) == (False, ACTOR.gebruiker_id, None)
    assert nood.profiel == gewoon.profiel == beleidsversie()
    assert audit.lees(DOSSIER)[1].is_nood


@pytest.mark.django_db
def test_een_tekst_met_het_scheidingsteken_kan_niet():
    with pytest.raises(ValueError, match="NUL"), transaction.atomic():
        audit.record(handeling="inzien", actor=ACTOR, dossier_id=DOSSIER, reden="a\0b")


@pytest.mark.django_db
def test_een_weigering_telt_ook():
    audit.record(handeling="inzien", actor=ACTOR, dossier_id=DOSSIER, uitkomst="geweigerd", reden="buiten bereik")
    (regel,) = audit.lees(DOSSIER)
    assert (regel.uitkomst, regel.reden) == ("geweigerd", "buiten bereik")


@pytest.mark.django_db
def test_een_andere_uitkomst_bestaat_niet():
    with pytest.raises(DatabaseError), transaction.atomic():
        audit.record(handeling="inzien", actor=ACTOR, dossier_id=DOSSIER, uitkomst="misschien")
    lees_een_keer()
    assert len(audit.lees(DOSSIER)) == 1


@pytest.mark.django_db
def test_lezen_geeft_het_nieuwste_eerst_in_stukken_en_alleen_dit_dossier():
    for onderdeel in ("taken", "tijdlijn", "oordeel"):
        audit.record(handeling="inzien", actor=ACTOR, dossier_id=DOSSIER, onderdeel=onderdeel)
    audit.record(handeling="inzien", actor=ACTOR, dossier_id=uuid.UUID(int=10), onderdeel="taken")
    assert [regel.onderdeel for regel in audit.lees(DOSSIER)] == ["oordeel", "tijdlijn", "taken"]
    assert [regel.onderdeel for regel in audit.lees(DOSSIER, vanaf=1, hoogstens=1)] == ["tijdlijn"]
    assert len(audit.laatste(ORGANISATIE)) == 4
    assert audit.laatste(uuid.UUID(int=8)) == ()


@pytest.mark.django_db(transaction=True)
def test_elke_organisatie_heeft_een_eigen_keten():
    lees_een_keer()
    andere = replace(ACTOR, organisatie_id=uuid.UUID(int=8))
    audit.record(handeling="inzien", actor=andere, dossier_id=DOSSIER)
    audit.record(handeling="bijwerken", actor=None, dossier_id=None)
    audit.record(handeling="inzien", actor=replace(ACTOR, organisatie_id=None), dossier_id=None)
    lees_een_keer()
    assert list(audit.ketens()) == [audit.ZONDER_ORGANISATIE, ORGANISATIE, andere.organisatie_id]
    nummers = Auditregel.objects.order_by("organisatie_id", "volgnummer").values_list("volgnummer", flat=True)
    assert list(nummers) == [1, 2, 1, 2, 1]
    assert all(audit.controleer(keten) is None for keten in audit.ketens())


@pytest.mark.django_db
def test_regel_en_handeling_gaan_samen_terug():
    with transaction.atomic():
        lees_een_keer()
        transaction.set_rollback(True)
    assert audit.lees(DOSSIER) == ()


@pytest.mark.django_db(transaction=True)
def test_zonder_regel_geen_handeling():
    """A row that cannot be written undoes the act, also when the caller looks away from the error."""
    with transaction.atomic():
        audit.record(handeling="bijwerken", actor=None, dossier_id=None)
        with pytest.raises(DatabaseError):
            audit.record(handeling="inzien", actor=ACTOR, dossier_id=DOSSIER, uitkomst="misschien")
        assert connection.needs_rollback
    assert Auditregel.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "poging",
    [
        lambda: Auditregel.objects.update(rol="beheerder"),
        lambda: Auditregel.objects.all().delete(),
        lambda: Auditregel.objects.get().delete(),
        lambda: Auditregel.objects.bulk_update([Auditregel(pk=Auditregel.objects.get().pk, rol="x")], ["rol"]),
        lambda: connection.cursor().execute("UPDATE audit_auditregel SET reden = 'anders'"),
        lambda: connection.cursor().execute("DELETE FROM audit_auditregel"),
    ],
)
def test_wijzigen_en_verwijderen_weigert_de_database(poging):
    lees_een_keer()
    with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
        poging()
    assert Auditregel.objects.get().rol == "casemanager"


@pytest.mark.django_db(transaction=True)
def test_de_hele_tabel_leegmaken_weigert_de_database_ook_haar_eigenaar():
    """SQLite has no TRUNCATE: there it is a DELETE."""
    lees_een_keer()
    opdracht = "TRUNCATE audit_auditregel" if connection.vendor == "postgresql" else "DELETE FROM audit_auditregel"
    with als_eigenaar("default"), pytest.raises(DatabaseError, match="append only"), transaction.atomic():
        connection.cursor().execute(opdracht)
    assert Auditregel.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_schrijvers_tegelijk_maken_een_hele_keten():
    fouten: list[BaseException] = []
    begin = threading.Barrier(3)

    def schrijf() -> None:
        try:
            begin.wait(timeout=10)
            for _ in range(8):
                lees_een_keer()
        except BaseException as fout:  # noqa: BLE001  # what goes wrong in a thread is told below
            fouten.append(fout)
        finally:
            connection.close()

    draden = [threading.Thread(target=schrijf) for _ in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=60)
    assert fouten == []
    assert Auditregel.objects.count() == 24
    assert audit.controleer(ORGANISATIE) is None


@pytest.mark.django_db
def test_een_regel_kost_weinig_zoekvragen(django_assert_max_num_queries):
    lees_een_keer()
    with django_assert_max_num_queries(3):
        lees_een_keer()

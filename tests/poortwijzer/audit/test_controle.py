"""Who tampers with the log past its triggers is found, and the first bad row is named."""

import errno
import os
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import F

from poortwijzer import audit
from poortwijzer.audit.ankers import ankers, veranker
from poortwijzer.audit.controle import zoek_fout
from poortwijzer.audit.keten import BEGIN, hash_van
from poortwijzer.audit.models import Auditregel
from poortwijzer.audit.rijen import ketenrijen
from poortwijzer.audit.tasks import veranker_en_controleer
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

ORGANISATIE = uuid.UUID(int=7)
ACTOR = Actor(gebruiker_id=uuid.UUID(int=1), rol=Rol.WERKGEVER, organisatie_id=ORGANISATIE, naam="")


pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def knoei(triggers_opzij: Callable[[], AbstractContextManager[None]]):
    """Give the table of a log of five rows, with the triggers put aside as its owner could."""
    for _ in range(5):
        audit.record(handeling="inzien", actor=ACTOR, dossier_id=uuid.UUID(int=9))
    assert audit.controleer(ORGANISATIE) is None
    with triggers_opzij():
        yield Auditregel.objects.filter(organisatie_id=ORGANISATIE)


def eerste_fout() -> tuple[int, str]:
    fout = audit.controleer(ORGANISATIE)
    assert fout is not None
    assert fout.organisatie_id == ORGANISATIE
    return fout.volgnummer, fout.soort


@pytest.mark.parametrize(
    "anders",
    [
        {"rol": "beheerder"},
        {"uitkomst": "geweigerd"},
        {"dossier_id": uuid.UUID(int=10)},
        {"actor_id": None},
        {"tijdstip": F("tijdstip") + timedelta(microseconds=1)},
        {"doel": "noodgeval"},
    ],
)
def test_een_gewijzigde_kolom(knoei, anders: dict[str, object]):
    knoei.filter(volgnummer=3).update(**anders)
    assert eerste_fout() == (3, "inhoud")


def test_een_verwijderde_regel(knoei):
    knoei.filter(volgnummer=2).delete()
    assert eerste_fout() == (2, "ontbreekt")


def test_een_verwijderde_regel_met_nieuwe_nummers(knoei):
    knoei.filter(volgnummer=2).delete()
    for nummer in (3, 4, 5):
        knoei.filter(volgnummer=nummer).update(volgnummer=nummer - 1)
    assert eerste_fout() == (2, "aansluiting")


def test_een_begin_dat_weg_is(knoei):
    knoei.filter(volgnummer=1).delete()
    assert eerste_fout() == (1, "ontbreekt")


def test_verwisselde_regels(knoei):
    knoei.filter(volgnummer=2).update(volgnummer=99)
    knoei.filter(volgnummer=3).update(volgnummer=2)
    knoei.filter(volgnummer=99).update(volgnummer=3)
    assert eerste_fout() == (2, "aansluiting")


def test_een_regel_ertussen_zonder_de_sleutel(knoei):
    vorige = knoei.get(volgnummer=5)
    Auditregel.objects.create(
        organisatie_id=ORGANISATIE,
        volgnummer=6,
        tijdstip=vorige.tijdstip,
        handeling="inzien",
        uitkomst="gelukt",
        vorige_hash=vorige.hash,
        hash="0" * 64,
    )
    assert eerste_fout() == (6, "inhoud")


def test_alles_opnieuw_gerekend_met_een_andere_sleutel(knoei, settings):
    eigen, settings.AUDIT_SLEUTEL = settings.AUDIT_SLEUTEL, "geraden"
    vorige_hash = "0" * 64
    for regel in knoei.order_by("volgnummer"):
        regel.rol, regel.vorige_hash = "bedrijfsarts", vorige_hash
        vorige_hash = regel.hash = hash_van(regel)
        regel.save()
    assert zonder_ankers() is None, "with that key the chain is whole"
    settings.AUDIT_SLEUTEL = eigen
    assert eerste_fout() == (1, "inhoud")


def zonder_ankers() -> tuple[int, str] | None:
    return zoek_fout(ketenrijen(ORGANISATIE), (0, BEGIN), (), ORGANISATIE)


def test_een_staart_die_weg_is(knoei):
    knoei.filter(volgnummer__gte=4).delete()
    assert zonder_ankers() is None, "the chain alone looks whole"
    assert eerste_fout() == (4, "afgekapt")


def test_alles_weg(knoei):
    knoei.delete()
    assert ORGANISATIE in audit.ketens()
    assert eerste_fout() == (1, "afgekapt")


def test_een_database_die_is_teruggezet_en_verder_ging(knoei):
    knoei.filter(volgnummer__gte=3).delete()
    for _ in range(6):
        audit.record(handeling="inzien", actor=ACTOR, dossier_id=uuid.UUID(int=9))
    assert zonder_ankers() is None, "the chain alone looks whole"
    assert eerste_fout() == (3, "teruggezet")


def test_een_anker_zonder_de_sleutel(knoei):
    (bestand,) = Path(settings.AUDIT_ANKERS).glob("*.ankers")
    bestand.write_text(bestand.read_text().replace('"aantal": 5', '"aantal": 4'))
    assert eerste_fout() == (4, "anker")


def test_een_regel_van_het_ankerbestand_die_een_crash_afbrak_is_niets(knoei):
    (bestand,) = Path(settings.AUDIT_ANKERS).glob("*.ankers")
    with bestand.open("a") as open_:
        open_.write('{"organisatie_id": "000')
    audit.record(handeling="inzien", actor=ACTOR, dossier_id=None)
    assert audit.controleer(ORGANISATIE) is None
    assert ankers(ORGANISATIE)[-1].aantal == 6


def test_het_anker_van_de_dag_bewaart_er_een_per_dag_en_vindt_nog_steeds_alles(knoei):
    assert veranker_en_controleer.call() == {"ketens": 1, "fouten": 0}
    assert [anker.aantal for anker in ankers(ORGANISATIE)] == [5]
    knoei.filter(volgnummer=5).delete()
    assert veranker_en_controleer.call() == {"ketens": 1, "fouten": 1}
    assert eerste_fout() == (5, "afgekapt")


def test_uitdunnen_op_een_volle_schijf_laat_de_ankers_staan(knoei, monkeypatch):
    """The new file does not get on the disk: the old one is still there, and still finds what is gone."""

    def vol(_bestand: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    voor = ankers(ORGANISATIE)
    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(OSError, match="no space"):
        veranker(ORGANISATIE)
    assert ankers(ORGANISATIE)[: len(voor)] == voor
    knoei.filter(volgnummer__gte=3).delete()
    assert eerste_fout() == (3, "afgekapt")


def test_een_keten_zonder_ankers_valt_op_en_wordt_daarna_verankerd(knoei, caplog):
    knoei.filter(volgnummer__gte=4).delete()
    (bestand,) = Path(settings.AUDIT_ANKERS).glob("*.ankers")
    bestand.unlink()
    assert eerste_fout() == (1, "zonder_anker")
    audit.record(handeling="inzien", actor=ACTOR, dossier_id=None)
    assert "has rows and no anchors" in caplog.text
    assert audit.controleer(ORGANISATIE) is None
    bestand.unlink()
    assert veranker_en_controleer.call() == {"ketens": 1, "fouten": 1}
    assert veranker_en_controleer.call() == {"ketens": 1, "fouten": 0}


def test_een_keten_staat_los_van_die_van_een_ander(knoei):
    andere = Actor(gebruiker_id=uuid.UUID(int=2), rol=Rol.ARBODIENST, organisatie_id=uuid.UUID(int=8), naam="")
    audit.record(handeling="inzien", actor=andere, dossier_id=uuid.UUID(int=9))
    knoei.filter(volgnummer=3).update(rol="beheerder")
    assert eerste_fout() == (3, "inhoud")
    assert audit.controleer(uuid.UUID(int=8)) is None


def test_een_keten_zonder_regels_is_heel():
    assert audit.controleer(uuid.UUID(int=404)) is None

"""What is past its term goes, behind a signed point; nothing else can pass for pruning."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, transaction

from poortwijzer import audit
from poortwijzer.audit.models import Auditregel, Snoeipunt
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db(transaction=True)

KETEN = uuid.UUID(int=7)
ACTOR = Actor(gebruiker_id=uuid.UUID(int=1), rol=Rol.CASEMANAGER, organisatie_id=KETEN, naam="Noor Bakker")


@pytest.fixture
def log(transactional_db: None):
    """Three rows of years ago and two of today."""
    with time_machine.travel(nu() - timedelta(days=4000)):
        for _ in range(3):
            audit.record(handeling="inzien", actor=ACTOR, dossier_id=None)
    for _ in range(2):
        audit.record(handeling="inzien", actor=ACTOR, dossier_id=None)


def nummers() -> list[int]:
    return list(
        Auditregel.objects.filter(organisatie_id=KETEN).order_by("volgnummer").values_list("volgnummer", flat=True)
    )


def test_oude_regels_gaan_en_de_keten_blijft_heel_en_gaat_door(log):
    assert audit.snoei(KETEN, voor=nu() - timedelta(days=3650)) == 3
    assert nummers() == [4, 5]
    assert audit.controleer(KETEN) is None
    audit.record(handeling="inzien", actor=ACTOR, dossier_id=None)
    assert nummers() == [4, 5, 6]
    assert audit.controleer(KETEN) is None
    assert audit.laatste(audit.ZONDER_ORGANISATIE)[0].handeling == "logboek_snoeien"


def test_twee_keer_snoeien_doet_niets_en_de_nieuwste_regel_blijft(log):
    voor = nu() + timedelta(days=1)
    assert audit.snoei(KETEN, voor=voor) == 4
    assert audit.snoei(KETEN, voor=voor) == 0
    assert nummers() == [5]
    assert audit.controleer(KETEN) is None


def test_wie_zelf_snoeit_staat_in_het_logboek(log):
    audit.snoei(KETEN, voor=nu() - timedelta(days=3650), actor=ACTOR)
    regel = audit.laatste(KETEN)[0]
    assert (regel.handeling, regel.actor_id) == ("logboek_snoeien", ACTOR.gebruiker_id)
    assert audit.controleer(KETEN) is None


def test_meer_verwijderen_dan_het_punt_zegt_weigert_de_database(log):
    audit.snoei(KETEN, voor=nu() - timedelta(days=3650))
    with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
        Auditregel.objects.filter(volgnummer=4).delete()
    with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
        Snoeipunt.objects.all().delete()


def test_een_punt_zonder_de_sleutel_wordt_gevonden(log):
    regel = Auditregel.objects.get(organisatie_id=KETEN, volgnummer=2)
    Snoeipunt.objects.create(organisatie_id=KETEN, aantal=2, hash=regel.hash, tijdstip=nu(), handtekening="0" * 64)
    Auditregel.objects.filter(organisatie_id=KETEN, volgnummer__lte=2).delete()
    fout = audit.controleer(KETEN)
    assert fout is not None
    assert fout.soort == "snoeipunt"


def test_een_regel_terugzetten_voor_het_punt_wordt_gevonden(log):
    oud = Auditregel.objects.get(organisatie_id=KETEN, volgnummer=3)
    audit.snoei(KETEN, voor=nu() - timedelta(days=3650))
    oud.save(force_insert=True)
    fout = audit.controleer(KETEN)
    assert fout is not None
    assert (fout.volgnummer, fout.soort) == (4, "ingevoegd")

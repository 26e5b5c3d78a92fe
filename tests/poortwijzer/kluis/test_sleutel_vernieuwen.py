"""An organisation gets a new key: all it owns is still read, also when that stopped half-way."""

import time
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError

from poortwijzer.kluis import roteren, sleutelring
from poortwijzer.kluis.beheer import vernietig
from poortwijzer.kluis.envelop import Plaats, Verzegeld
from poortwijzer.kluis.models import Sleutel, Sleutelsoort
from poortwijzer.kluis.roteren import vernieuw_sleutel
from poortwijzer.kluis.sleutelring import Sleutelring, SleutelVernietigd
from poortwijzer.kluis.vak import Vak

pytestmark = pytest.mark.django_db(transaction=True)
PLAATS = Plaats("tabel", "kolom", "rij", "dossier")
AANTAL, HOOGSTENS = 100_000, 60  # keys, seconds


def verzegel(vak: Vak, organisatie_id: UUID) -> Verzegeld:
    return Sleutelring().verzegel(b"geheim", vak=vak, plaats=PLAATS, eigenaar=lambda: organisatie_id)


def lees(verzegeld: Verzegeld, vak: Vak) -> bytes:
    return Sleutelring().ontzegel(verzegeld, vak=vak, plaats=PLAATS)


def sleutels_van(organisatie_id: UUID) -> list[Sleutel]:
    rijen = Sleutel.objects.filter(soort=Sleutelsoort.ORGANISATIE, organisatie_id=organisatie_id)
    return list(rijen.order_by("created_at"))


def test_met_een_nieuwe_sleutel_is_alles_nog_te_lezen_en_de_oude_opent_niets_meer():
    wij, zij = uuid4(), uuid4()
    vakken = [Vak(uuid4()) for _ in range(5)]
    dicht = {vak: verzegel(vak, wij) for vak in vakken}
    ander = Vak(uuid4())
    van_ander = verzegel(ander, zij)
    gewist = vakken.pop()
    vernietig(gewist.dossier_id)

    assert vernieuw_sleutel(wij) == 4

    oud, nieuw = sleutels_van(wij)
    assert (oud.is_huidig, oud.ingepakt) == (False, None)
    assert nieuw.is_huidig
    assert {lees(dicht[vak], vak) for vak in vakken} == {b"geheim"}
    with pytest.raises(SleutelVernietigd):
        lees(dicht[gewist], gewist)
    assert lees(van_ander, ander) == b"geheim"
    assert len(sleutels_van(zij)) == 1
    assert lees(verzegel(nieuw_vak := Vak(uuid4()), wij), nieuw_vak) == b"geheim"


def test_wie_halverwege_stopt_kan_alles_lezen_en_gaat_later_verder(monkeypatch):
    wij = uuid4()
    dicht = {vak: verzegel(vak, wij) for vak in (Vak(uuid4()) for _ in range(5))}
    monkeypatch.setattr(roteren, "PARTIJ", 2)
    echt, keren = roteren._verplaats_partij, iter((True, False))

    def sterf(*gegevens):
        if not next(keren):
            raise RuntimeError("killed")
        return echt(*gegevens)

    monkeypatch.setattr(roteren, "_verplaats_partij", sterf)
    with pytest.raises(RuntimeError, match="killed"):
        vernieuw_sleutel(wij)
    assert {lees(waarde, vak) for vak, waarde in dicht.items()} == {b"geheim"}
    assert all(sleutel.ingepakt for sleutel in sleutels_van(wij))

    monkeypatch.setattr(roteren, "_verplaats_partij", echt)
    assert vernieuw_sleutel(wij) == 3
    assert {lees(waarde, vak) for vak, waarde in dicht.items()} == {b"geheim"}
    assert [bool(sleutel.ingepakt) for sleutel in sleutels_van(wij)] == [False, True]


def test_onder_een_vernietigde_sleutel_komt_geen_deel_en_wie_te_laat_was_krijgt_de_nieuwe(monkeypatch):
    wij = uuid4()
    verzegel(Vak(uuid4()), wij)
    (oud,) = sleutels_van(wij)
    vernieuw_sleutel(wij)
    met_oude = sleutelring._nieuwe_deelsleutel(Vak(uuid4()), oud)
    with pytest.raises(DatabaseError, match="destroyed"):
        met_oude.save(force_insert=True)

    # Another process read the old key just before: its first try fails, and it looks again.
    echt, keren = sleutelring.organisatiesleutels, iter((True, False))
    monkeypatch.setattr(sleutelring, "organisatiesleutels", lambda wie: {wij: oud} if next(keren) else echt(wie))
    vak = Vak(uuid4())
    assert lees(verzegel(vak, wij), vak) == b"geheim"


def test_een_organisatie_zonder_sleutel_krijgt_er_geen():
    with pytest.raises(Sleutel.DoesNotExist):
        vernieuw_sleutel(uuid4())


@pytest.mark.traag
def test_honderdduizend_delen_zijn_binnen_een_minuut_opnieuw_ingepakt():
    wij = uuid4()
    ring = Sleutelring()
    for _ in range(20):
        ring.maak({Vak(uuid4()): wij for _ in range(AANTAL // 20)})
        ring.vergeet()

    begin = time.perf_counter()
    assert vernieuw_sleutel(wij) == AANTAL
    assert time.perf_counter() - begin <= HOOGSTENS

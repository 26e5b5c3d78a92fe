"""S9: very many keys are wrapped anew in little time, and the data do not change."""

import time
from uuid import uuid4

import pytest

from poortwijzer.kluis import beheer
from poortwijzer.kluis.beheer import roteer
from poortwijzer.kluis.envelop import Plaats
from poortwijzer.kluis.installatiesleutel import KluisDicht, nieuwe_regel
from poortwijzer.kluis.models import Sleutel
from poortwijzer.kluis.sleutelring import Sleutelring, organisatiesleutels
from poortwijzer.kluis.vak import Vak

AANTAL = 100_000
HOOGSTENS = 60  # seconds
PLAATS = Plaats("tabel", "kolom", "rij", "dossier")


@pytest.mark.traag
@pytest.mark.django_db(transaction=True)
def test_honderdduizend_sleutels_zijn_binnen_een_minuut_opnieuw_ingepakt(settings):
    for _ in range(10):
        organisatiesleutels({uuid4() for _ in range(AANTAL // 10)})
    vak = Vak(uuid4())
    verzegeld = Sleutelring().verzegel(b"geheim", vak=vak, plaats=PLAATS, eigenaar=uuid4)
    nieuw = nieuwe_regel()
    settings.KLUIS_SLEUTELS = f"{nieuw}\n{settings.KLUIS_SLEUTELS}"

    begin = time.perf_counter()
    assert roteer() == AANTAL + 1
    assert time.perf_counter() - begin <= HOOGSTENS

    settings.KLUIS_SLEUTELS = nieuw
    assert Sleutelring().ontzegel(verzegeld, vak=vak, plaats=PLAATS) == b"geheim"


@pytest.mark.django_db(transaction=True)
def test_een_onderbroken_rotatie_gaat_verder_waar_zij_was(settings, monkeypatch):
    organisatiesleutels({uuid4() for _ in range(5)})
    oud, nieuw = settings.KLUIS_SLEUTELS, nieuwe_regel()
    monkeypatch.setattr(beheer, "PARTIJ", 2)
    rest = Sleutel.objects.order_by("pk").last()
    Sleutel.objects.filter(pk=rest.pk).update(kek="weg")
    settings.KLUIS_SLEUTELS = f"{nieuw}\n{oud}"

    with pytest.raises(KluisDicht, match="weg"):
        roteer()

    assert Sleutel.objects.filter(kek="weg").count() == 1
    Sleutel.objects.filter(pk=rest.pk).update(kek=oud.split(":")[0])
    ingepakt = Sleutel.objects.filter(kek=nieuw.split(":")[0]).count()
    assert roteer() == 5 - ingepakt
    assert set(Sleutel.objects.values_list("kek", flat=True)) == {nieuw.split(":")[0]}

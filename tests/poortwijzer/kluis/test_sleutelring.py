"""Keys: made once, opened together, bound to their dossier and organisation, and gone when destroyed."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connections, transaction
from django.test.utils import CaptureQueriesContext

from poortwijzer.kluis.beheer import roteer, vernietig
from poortwijzer.kluis.envelop import Beschadigd, Plaats
from poortwijzer.kluis.installatiesleutel import KluisDicht, nieuwe_regel
from poortwijzer.kluis.models import Sleutel
from poortwijzer.kluis.router import ALIAS
from poortwijzer.kluis.sleutelring import MEESTE, Sleutelring, SleutelVernietigd, eigen_ring, sleutelring
from poortwijzer.kluis.vak import Vak, Vaksoort

HIER = Plaats("tabel", "kolom", "rij", "dossier")
WERKGEVER, ARBODIENST = uuid4(), uuid4()
pytestmark = pytest.mark.django_db


def zet(ring: Sleutelring, vak: Vak, inhoud: bytes = b"geheim", eigenaar: UUID = WERKGEVER):
    return ring.verzegel(inhoud, vak=vak, plaats=HIER, eigenaar=lambda: eigenaar)


def tel(doe):
    with CaptureQueriesContext(connections[ALIAS]) as gevangen:
        antwoord = doe()
    return antwoord, len(gevangen.captured_queries)


def test_elk_deel_van_elk_dossier_heeft_een_eigen_sleutel_onder_die_van_zijn_organisatie():
    dossier, ander = uuid4(), uuid4()
    vakken = [Vak(dossier), Vak(ander), Vak(dossier, Vaksoort.MEDISCH)]
    eigenaren = [WERKGEVER, WERKGEVER, ARBODIENST]

    verzegeld = [zet(Sleutelring(), vak, eigenaar=wie) for vak, wie in zip(vakken, eigenaren, strict=True)]

    assert len({een.sleutel_id for een in verzegeld}) == 3
    delen = Sleutel.objects.filter(soort="deel").select_related("ouder")
    assert {(rij.dossier_id, rij.deel, rij.ouder.organisatie_id) for rij in delen} == {
        (vak.dossier_id, str(vak.deel), wie) for vak, wie in zip(vakken, eigenaren, strict=True)
    }
    assert Sleutel.objects.filter(soort="organisatie").count() == 2
    assert {Sleutelring().ontzegel(een, vak=vak, plaats=HIER) for een, vak in zip(verzegeld, vakken, strict=True)} == {
        b"geheim"
    }


def test_naar_de_eigenaar_wordt_alleen_gevraagd_als_er_nog_geen_sleutel_is():
    vak = Vak(uuid4())
    zet(Sleutelring(), vak)

    def onverwacht():
        raise AssertionError("the key is there")

    Sleutelring().verzegel(b"nog een", vak=vak, plaats=HIER, eigenaar=onverwacht)


def test_een_waarde_van_een_ander_dossier_of_deel_gaat_niet_open():
    vak = Vak(uuid4())
    verzegeld = zet(Sleutelring(), vak)

    for ander in (Vak(uuid4()), Vak(vak.dossier_id, Vaksoort.MEDISCH)):
        with pytest.raises(Beschadigd):
            Sleutelring().ontzegel(verzegeld, vak=ander, plaats=HIER)


def test_de_sleutels_van_alles_wat_is_aangekondigd_komen_in_een_vraag():
    vakken = [Vak(uuid4()) for _ in range(50)]
    maker = Sleutelring()
    verzegeld = [zet(maker, vak) for vak in vakken]
    lezer = Sleutelring()
    for een in verzegeld:
        lezer.kondig_aan(een)

    gelezen, aantal = tel(
        lambda: [lezer.ontzegel(een, vak=vak, plaats=HIER) for een, vak in zip(verzegeld, vakken, strict=True)]
    )

    assert set(gelezen) == {b"geheim"}
    assert aantal == 1


def test_heel_veel_sleutels_worden_in_enkele_vragen_gemaakt_en_gehaald():
    eigenaren = {Vak(uuid4()): WERKGEVER for _ in range(400)}

    _, aantal = tel(lambda: Sleutelring().maak(eigenaren))
    assert aantal <= 12
    ring = Sleutelring()
    _, aantal = tel(lambda: ring.haal(vak.dossier_id for vak in eigenaren))
    assert aantal == 1
    _, aantal = tel(lambda: [zet(ring, vak) for vak in eigenaren])
    assert aantal == 0


def test_een_ring_groeit_niet_eindeloos():
    vakken = [Vak(uuid4()) for _ in range(MEESTE + 10)]
    ring = Sleutelring()
    ring.maak(dict.fromkeys(vakken, WERKGEVER))
    verzegeld = [zet(ring, vak) for vak in (vakken[0], vakken[-1])]

    ring.haal([vakken[3].dossier_id])

    assert len(ring._gevonden) == 1
    assert ring.ontzegel(verzegeld[0], vak=vakken[0], plaats=HIER) == b"geheim"


def test_elk_werk_heeft_zijn_eigen_ring():
    buiten = sleutelring()
    with eigen_ring() as binnen:
        assert binnen is not buiten
        assert sleutelring() is binnen
    assert sleutelring() is buiten


def test_na_vernietigen_gaat_niets_van_dat_dossier_meer_open_en_van_een_ander_wel():
    weg, blijft = Vak(uuid4()), Vak(uuid4())
    medisch = Vak(weg.dossier_id, Vaksoort.MEDISCH)
    verzegeld = {vak: zet(sleutelring(), vak) for vak in (weg, medisch, blijft)}

    assert vernietig(weg.dossier_id) == 2

    for vak in (weg, medisch):
        with pytest.raises(SleutelVernietigd):
            sleutelring().ontzegel(verzegeld[vak], vak=vak, plaats=HIER)
        with pytest.raises(SleutelVernietigd):
            zet(sleutelring(), vak)
    assert sleutelring().ontzegel(verzegeld[blijft], vak=blijft, plaats=HIER) == b"geheim"
    assert vernietig(weg.dossier_id) == 0, "the day of the first time stays"


def test_een_deel_kan_alleen_vernietigd_worden():
    vak, medisch = Vak(uuid4()), None
    medisch = Vak(vak.dossier_id, Vaksoort.MEDISCH)
    verzegeld = {een: zet(sleutelring(), een) for een in (vak, medisch)}

    assert vernietig(vak.dossier_id, Vaksoort.MEDISCH) == 1

    assert sleutelring().ontzegel(verzegeld[vak], vak=vak, plaats=HIER) == b"geheim"
    with pytest.raises(SleutelVernietigd):
        sleutelring().ontzegel(verzegeld[medisch], vak=medisch, plaats=HIER)


def test_wat_met_een_onbekende_sleutel_is_verzegeld_is_weg():
    vak = Vak(uuid4())
    verzegeld = zet(Sleutelring(), vak)
    Sleutel.objects.filter(dossier_id=vak.dossier_id).delete()

    with pytest.raises(SleutelVernietigd, match="not in the key store"):
        Sleutelring().ontzegel(verzegeld, vak=vak, plaats=HIER)


@pytest.mark.parametrize("kolom", ["dossier_id", "organisatie_id", "ingepakt"])
def test_wie_in_de_sleutelbewaarplaats_schuift_opent_niets(kolom):
    """Somebody who may write in the key store tries to get the contents of another dossier."""
    vak, ander = Vak(uuid4()), Vak(uuid4())
    verzegeld = zet(Sleutelring(), vak)
    zet(Sleutelring(), ander, eigenaar=ARBODIENST)
    waarde = Sleutel.objects.get(soort="deel", dossier_id=ander.dossier_id).__dict__[kolom]
    rij = Sleutel.objects.filter(soort="deel", dossier_id=vak.dossier_id)
    if kolom == "dossier_id":
        Sleutel.objects.filter(soort="deel", dossier_id=ander.dossier_id).delete()
    rij.update(**{kolom: waarde})

    with pytest.raises(Beschadigd):
        Sleutelring().ontzegel(verzegeld, vak=ander if kolom == "dossier_id" else vak, plaats=HIER)


def test_de_bewaarplaats_weigert_een_sleutel_die_niet_kan_bestaan():
    zet(Sleutelring(), Vak(uuid4()))
    for verkeerd in ({"ingepakt": None}, {"deel": ""}, {"ouder": None}):
        with pytest.raises(IntegrityError), transaction.atomic(using=ALIAS):
            Sleutel.objects.filter(soort="deel").update(**verkeerd)


def test_zonder_sleutel_van_de_installatie_wordt_niets_gelezen_en_niets_geschreven(settings):
    vak = Vak(uuid4())
    verzegeld = zet(Sleutelring(), vak)
    settings.KLUIS_SLEUTELS = ""

    for doe in (
        lambda: Sleutelring().ontzegel(verzegeld, vak=vak, plaats=HIER),
        lambda: zet(Sleutelring(), vak),
        lambda: zet(Sleutelring(), Vak(uuid4())),
        roteer,
    ):
        with pytest.raises(KluisDicht):
            doe()


def test_na_roteren_is_de_oude_sleutel_van_de_installatie_niet_meer_nodig(settings):
    oud, nieuw = settings.KLUIS_SLEUTELS, nieuwe_regel()
    vak, weg = Vak(uuid4()), Vak(uuid4())
    verzegeld = zet(Sleutelring(), vak)
    zet(Sleutelring(), weg, eigenaar=ARBODIENST)
    delen = list(Sleutel.objects.filter(soort="deel").order_by("pk").values_list("pk", "ingepakt"))

    settings.KLUIS_SLEUTELS = f"{nieuw}\n{oud}"
    assert roteer() == 2
    assert roteer() == 0
    settings.KLUIS_SLEUTELS = nieuw

    assert Sleutelring().ontzegel(verzegeld, vak=vak, plaats=HIER) == b"geheim"
    zet(Sleutelring(), Vak(uuid4()))
    assert list(
        Sleutel.objects.filter(pk__in=[pk for pk, _ in delen]).order_by("pk").values_list("pk", "ingepakt")
    ) == (delen)
    settings.KLUIS_SLEUTELS = oud
    with pytest.raises(KluisDicht, match="is missing"):
        Sleutelring().ontzegel(verzegeld, vak=vak, plaats=HIER)


@pytest.mark.django_db(transaction=True)
def test_wie_tegelijk_een_sleutel_maakt_krijgt_dezelfde():
    vak = Vak(uuid4())

    def werk(_):
        try:
            return zet(Sleutelring(), vak).sleutel_id
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=4) as pool:
        assert len(set(pool.map(werk, range(8)))) == 1
    assert Sleutel.objects.count() == 2


def test_sleutels_en_gegevens_staan_nooit_in_dezelfde_database():
    tabellen = {alias: set(connections[alias].introspection.table_names()) for alias in connections}

    assert {naam for naam in tabellen["default"] if naam.startswith("kluis")} == set()
    assert tabellen[ALIAS] == {"kluis_sleutel", "django_migrations"}

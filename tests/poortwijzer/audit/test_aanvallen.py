"""Random attacks on a long log by somebody with the whole database but not the key: every one is found, and where."""

import random
import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest

from poortwijzer import audit
from poortwijzer.audit.ankers import ankers
from poortwijzer.audit.controle import zoek_fout
from poortwijzer.audit.keten import BEGIN, VELDEN, hash_van, hash_van_teksten
from poortwijzer.audit.models import Auditregel
from poortwijzer.audit.rijen import ketenrijen
from poortwijzer.audit.tasks import veranker_en_controleer
from poortwijzer.lib.klok import nu

pytestmark = pytest.mark.django_db

KETEN = uuid.UUID(int=7)
NUMMER, VORIGE = VELDEN.index("volgnummer"), VELDEN.index("vorige_hash")
Rij = tuple[str, ...]
# An attack changes the rows in place and gives the number of the first row that is now wrong.
Aanval = Callable[[list[Rij], random.Random], int]


def maak_log(aantal: int) -> list[Rij]:
    """Give the rows of a whole, anchored log."""
    regels, vorige = [], BEGIN
    begin = nu()
    for nummer in range(1, aantal + 1):
        regel = Auditregel(
            organisatie_id=KETEN,
            volgnummer=nummer,
            tijdstip=begin + timedelta(milliseconds=nummer),
            actor_id=uuid.UUID(int=nummer % 5 + 1),
            rol="casemanager",
            handeling="inzien",
            dossier_id=uuid.UUID(int=nummer % 90 + 1),
            onderdeel="tijdlijn",
            uitkomst="gelukt",
            vorige_hash=vorige,
        )
        vorige = regel.hash = hash_van(regel)
        regels.append(regel)
    Auditregel.objects.bulk_create(regels, batch_size=500)
    veranker_en_controleer.call()
    return list(ketenrijen(KETEN))


def met(rij: Rij, plek: int, waarde: str) -> Rij:
    return (*rij[:plek], waarde, *rij[plek + 1 :])


def wijzig(rijen: list[Rij], rng: random.Random) -> int:
    plek = rng.randrange(len(rijen))
    kolom = rng.choice([k for k in range(len(VELDEN) + 1) if k != NUMMER])
    oud = rijen[plek][kolom]
    teken = rng.randrange(len(oud)) if oud else 0
    rijen[plek] = met(
        rijen[plek], kolom, oud[:teken] + ("0" if oud[teken : teken + 1] != "0" else "1") + oud[teken + 1 :]
    )
    return plek + 1


def verwijder(rijen: list[Rij], rng: random.Random) -> int:
    plek = rng.randrange(len(rijen))
    del rijen[plek]
    return plek + 1


def verwijder_en_hernummer(rijen: list[Rij], rng: random.Random) -> int:
    plek = verwijder(rijen, rng)
    for later in range(plek - 1, len(rijen)):
        rijen[later] = met(rijen[later], NUMMER, str(later + 1))
    return plek


def voeg_in(rijen: list[Rij], rng: random.Random) -> int:
    """A copy of another row, with its own or the right number, everything after it moved up or not."""
    plek = rng.randrange(len(rijen) + 1)
    rijen.insert(plek, met(rng.choice(rijen), NUMMER, str(plek + 1)))
    if rng.random() < 0.5:
        for later in range(plek + 1, len(rijen)):
            rijen[later] = met(rijen[later], NUMMER, str(later + 1))
    return plek + 1


def verwissel(rijen: list[Rij], rng: random.Random) -> int:
    a, b = sorted(rng.sample(range(len(rijen)), 2))
    rijen[a], rijen[b] = met(rijen[b], NUMMER, str(a + 1)), met(rijen[a], NUMMER, str(b + 1))
    return a + 1


def hernummer(rijen: list[Rij], rng: random.Random) -> int:
    """The number of one row becomes one that is free; in the order of the numbers it then comes last or first."""
    plek = rng.randrange(len(rijen))
    vooraan = rng.random() < 0.5
    rij = met(rijen.pop(plek), NUMMER, "0" if vooraan else str(len(rijen) + 100))
    rijen.insert(0 if vooraan else len(rijen), rij)
    return 1 if vooraan else plek + 1


def kap_af(rijen: list[Rij], rng: random.Random) -> int:
    over = rng.randrange(len(rijen))
    del rijen[over:]
    return over + 1


def reken_opnieuw(rijen: list[Rij], rng: random.Random) -> int:
    """From a changed row to the end, all hashes again, with a key that is not ours."""
    plek = wijzig(rijen, rng) - 1
    _keten_door(rijen, plek, b"geraden")
    return plek + 1


def zet_terug_en_ga_door(rijen: list[Rij], rng: random.Random) -> int:
    """The database of an earlier moment, and then the program itself, with the key, goes on at least as far."""
    plek = rng.randrange(len(rijen))
    for later in range(plek, len(rijen)):
        rijen[later] = met(rijen[later], 0, uuid.UUID(int=rng.getrandbits(128)).hex)
    _keten_door(rijen, plek, None)
    return len(rijen)  # the last row is the one that was anchored


def _keten_door(rijen: list[Rij], vanaf: int, sleutel: bytes | None) -> None:
    from poortwijzer.audit.keten import sleutel as eigen  # noqa: PLC0415  # the name is the argument's here

    vorige = rijen[vanaf - 1][-1] if vanaf else BEGIN
    for plek in range(vanaf, len(rijen)):
        teksten = list(met(rijen[plek], VORIGE, vorige)[:-1])
        vorige = hash_van_teksten(teksten, sleutel or eigen())
        rijen[plek] = (*teksten, vorige)


AANVALLEN: tuple[Aanval, ...] = (
    wijzig,
    verwijder,
    verwijder_en_hernummer,
    voeg_in,
    verwissel,
    hernummer,
    kap_af,
    reken_opnieuw,
    zet_terug_en_ga_door,
)


def val_aan(aantal_rijen: int, aantal_aanvallen: int, zaad: int) -> None:
    heel = maak_log(aantal_rijen)
    bekend = ankers(KETEN)
    assert zoek_fout(heel, (0, BEGIN), bekend, KETEN) is None
    for nummer in range(aantal_aanvallen):
        rng = random.Random(f"{zaad}-{nummer}")  # noqa: S311  # chance for a test
        aanval = AANVALLEN[nummer % len(AANVALLEN)]
        rijen = list(heel)
        plek = aanval(rijen, rng)
        fout = zoek_fout(rijen, (0, BEGIN), bekend, KETEN)
        assert fout is not None, (aanval.__name__, nummer, "not found")
        assert fout[0] == plek, (aanval.__name__, nummer, fout, plek)


def test_driehonderd_aanvallen_worden_alle_gevonden_op_de_goede_regel():
    val_aan(1_000, 306, zaad=1)


@pytest.mark.traag
def test_tienduizend_aanvallen_op_tienduizend_regels_worden_alle_gevonden():
    val_aan(10_000, 10_000, zaad=2)


@pytest.mark.django_db(transaction=True)  # the owner, who puts triggers aside, sees only what is committed
def test_aanvallen_op_de_database_zelf_geven_hetzelfde(triggers_opzij):
    maak_log(50)
    with triggers_opzij():
        Auditregel.objects.filter(volgnummer=31).update(reden="anders")
        fout = audit.controleer(KETEN)
        assert fout is not None
        assert (fout.volgnummer, fout.soort) == (31, "inhoud")
        Auditregel.objects.filter(volgnummer__gte=20).delete()
        fout = audit.controleer(KETEN)
    assert fout is not None
    assert (fout.volgnummer, fout.soort) == (20, "afgekapt")

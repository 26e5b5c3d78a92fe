"""The opened keys of one piece of work, and the one way to seal and open a value.

Opened keys stay in memory for one request, job or batch (`eigen_ring`), not longer: a key that was destroyed elsewhere
then no longer opens anything here either. Keys are read from the key store many at once, see `kondig_aan`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import datetime
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import DatabaseError, transaction

from poortwijzer.kluis.envelop import Beschadigd, KluisError, Plaats, Verzegeld, nieuwe_sleutel, ontzegel, verzegel
from poortwijzer.kluis.installatiesleutel import KluisDicht, sleutels
from poortwijzer.kluis.models import Sleutel, Sleutelsoort
from poortwijzer.kluis.router import ALIAS
from poortwijzer.kluis.vak import Vak, Vaksoort
from poortwijzer.lib.klok import nu

MEESTE = 5_000  # keys in one ring; what reads more begins again
PER_VRAAG = 500


class SleutelVernietigd(KluisError):  # an answer in Dutch, as the other words of this app
    """The key was destroyed, or is not in this key store: what it sealed is gone for good."""


class _Rij(NamedTuple):
    """A key as the store has it, with what opens it; the columns stand in `KOLOMMEN`."""

    sleutel_id: UUID
    organisatie_id: UUID
    vak: Vak
    ingepakt: bytes | None
    vernietigd_op: datetime | None
    ouder_id: UUID
    kek: str
    ouder_ingepakt: bytes | None


KOLOMMEN = (
    "pk",
    "organisatie_id",
    "dossier_id",
    "deel",
    "ingepakt",
    "vernietigd_op",
    "ouder_id",
    "ouder__kek",
    "ouder__ingepakt",
)


class Sleutelring:
    """Opens and makes keys, and remembers them. For one thread."""

    def __init__(self) -> None:
        self._gezien: dict[bytes, None] = {}
        self._gevonden: dict[bytes, _Rij] = {}
        self._van_vak: dict[Vak, bytes] = {}
        self._open: dict[bytes, AESGCM] = {}

    def kondig_aan(self, verzegeld: Verzegeld) -> None:
        """Say that this value was read, and perhaps will be opened.

        At the first value that is opened, the keys of all that were announced are read in one query.
        """
        if len(self._gezien) >= MEESTE:
            self._gezien.clear()
        with suppress(Beschadigd):  # told when it is opened
            self._gezien[verzegeld.sleutel_id] = None

    def haal(self, dossier_ids: Iterable[UUID]) -> None:
        """Read the keys of these dossiers in one query, before a batch that will seal or open values of them."""
        self._neem(_lees("dossier_id", dossier_ids))

    def begin_opnieuw(self, dossier_ids: Iterable[UUID]) -> None:
        """Drop every key and read those of the next batch."""
        self.vergeet()
        self.haal(dossier_ids)

    def maak(self, eigenaren: Mapping[Vak, UUID]) -> None:
        """See to it that each part has a key, wrapped by the key of the organisation that owns it; few queries for all.

        Raises:
            KluisDicht: when this process has no key of the installation.
        """
        try:
            _maak_deelsleutels(eigenaren)
        except DatabaseError:
            # The key of an organisation was renewed between reading and writing: the new one is there by now.
            _maak_deelsleutels(eigenaren)
        self.haal({vak.dossier_id for vak in eigenaren})

    def verzegel(self, inhoud: bytes, *, vak: Vak, plaats: Plaats, eigenaar: Callable[[], UUID]) -> Verzegeld:
        """Seal a value of a part of a dossier. The key is made when there is none, for the organisation `eigenaar`.

        Raises:
            SleutelVernietigd: when the part was erased.
            KluisDicht: when this process has no key of the installation.
        """
        if vak not in self._van_vak:
            self.haal([vak.dossier_id])
        if vak not in self._van_vak:
            self.maak({vak: eigenaar()})
        sleutel_id = self._van_vak[vak]
        return verzegel(inhoud, met=self._sleutel(sleutel_id), sleutel_id=sleutel_id, plaats=plaats)

    def ontzegel(self, verzegeld: Verzegeld, *, vak: Vak, plaats: Plaats) -> bytes:
        """Open a sealed value.

        Raises:
            SleutelVernietigd: when its key was destroyed or is not in this key store.
            Beschadigd: when it was changed, moved, or belongs to another part.
            KluisDicht: when this process has no key of the installation.
        """
        sleutel_id = verzegeld.sleutel_id
        if sleutel_id not in self._gevonden:
            self._gezien[sleutel_id] = None
            self._neem(_lees("pk", [UUID(bytes=een) for een in self._gezien]))
            self._gezien.clear()
        if sleutel_id not in self._gevonden:
            raise SleutelVernietigd("The key of this value is not in the key store.")
        if self._gevonden[sleutel_id].vak != vak:
            raise Beschadigd(f"A value in {plaats.tabel}.{plaats.kolom} was sealed for another dossier.")
        return ontzegel(verzegeld, met=self._sleutel(sleutel_id), plaats=plaats)

    def vergeet(self) -> None:
        """Drop every key."""
        for deel in (self._gezien, self._gevonden, self._van_vak, self._open):
            deel.clear()

    def _neem(self, rijen: Sequence[_Rij]) -> None:
        if len(self._gevonden) >= MEESTE:
            self.vergeet()
        for rij in rijen:
            self._gevonden[rij.sleutel_id.bytes] = rij
            self._van_vak[rij.vak] = rij.sleutel_id.bytes

    def _sleutel(self, sleutel_id: bytes) -> AESGCM:
        if sleutel_id in self._open:
            return self._open[sleutel_id]
        rij = self._gevonden[sleutel_id]
        if rij.ingepakt is None:
            raise SleutelVernietigd(f"The key of this value was destroyed on {rij.vernietigd_op:%Y-%m-%d}.")
        ouder_id = rij.ouder_id.bytes
        if ouder_id not in self._open:
            self._open[ouder_id] = AESGCM(
                _geheim(rij.ouder_ingepakt, rij.kek, _plaats(rij.ouder_id, rij.organisatie_id))
            )
        plaats = _plaats(rij.sleutel_id, rij.organisatie_id, rij.vak)
        self._open[sleutel_id] = AESGCM(ontzegel(Verzegeld(rij.ingepakt), met=self._open[ouder_id], plaats=plaats))
        return self._open[sleutel_id]


_huidige: ContextVar[Sleutelring | None] = ContextVar("sleutelring", default=None)


def sleutelring() -> Sleutelring:
    """Give the ring of the work that is going on."""
    ring = _huidige.get()
    if ring is None:
        ring = Sleutelring()
        _huidige.set(ring)
    return ring


@contextmanager
def eigen_ring() -> Iterator[Sleutelring]:
    """Do one piece of work (a request, a job, a batch) with keys of its own, and let them go afterwards."""
    teken = _huidige.set(Sleutelring())
    try:
        yield sleutelring()
    finally:
        _huidige.reset(teken)


def geheim_van(organisatiesleutel: Sleutel) -> bytes:
    """Open the key of an organisation.

    Raises:
        SleutelVernietigd: when it was destroyed.
        KluisDicht: when this process does not have the key of the installation that wraps it.
    """
    return _geheim(organisatiesleutel.ingepakt, organisatiesleutel.kek, plaats_van(organisatiesleutel))


def plaats_van(rij: Sleutel) -> Plaats:
    """Give what the wrapping of a key is bound to: its row, its organisation, and for a part its dossier."""
    vak = None if rij.dossier_id is None else Vak(rij.dossier_id, Vaksoort(rij.deel))
    return _plaats(rij.pk, rij.organisatie_id, vak)


def _plaats(sleutel_id: UUID, organisatie_id: UUID, vak: Vak | None = None) -> Plaats:
    van = f"{organisatie_id}" if vak is None else f"{organisatie_id}/{vak.dossier_id}/{vak.deel}"
    return Plaats("kluis_sleutel", "ingepakt", str(sleutel_id), van)


def organisatiesleutels(organisatie_ids: set[UUID]) -> Mapping[UUID, Sleutel]:
    """Give the key of each organisation, with the new ones made."""
    bestaand = Sleutel.objects.filter(
        soort=Sleutelsoort.ORGANISATIE, is_huidig=True, organisatie_id__in=organisatie_ids
    )
    gevonden = {rij.organisatie_id: rij for rij in bestaand}
    if nieuw := organisatie_ids - gevonden.keys():
        Sleutel.objects.bulk_create(map(nieuwe_organisatiesleutel, nieuw), ignore_conflicts=True)
        gevonden = {rij.organisatie_id: rij for rij in bestaand.all()}
    return gevonden


def _maak_deelsleutels(eigenaren: Mapping[Vak, UUID]) -> None:
    ouders = organisatiesleutels(set(eigenaren.values()))
    rijen = [_nieuwe_deelsleutel(vak, ouders[eigenaar]) for vak, eigenaar in eigenaren.items()]
    # Another process may make the same key at once; the database keeps the first, and all use that.
    with transaction.atomic(using=ALIAS):
        Sleutel.objects.bulk_create(rijen, ignore_conflicts=True)


def nieuwe_organisatiesleutel(organisatie_id: UUID) -> Sleutel:
    """Make a key for an organisation, wrapped with the current key of the installation; it is not stored yet.

    Raises:
        KluisDicht: when this process has no key of the installation.
    """
    kek, met = next(iter(sleutels().items()))
    rij = Sleutel(soort=Sleutelsoort.ORGANISATIE, organisatie_id=organisatie_id, kek=kek, created_at=nu())
    rij.ingepakt = verzegel(nieuwe_sleutel(), met=met, sleutel_id=rij.pk.bytes, plaats=plaats_van(rij))
    return rij


def _nieuwe_deelsleutel(vak: Vak, ouder: Sleutel) -> Sleutel:
    rij = Sleutel(
        soort=Sleutelsoort.DEEL,
        organisatie_id=ouder.organisatie_id,
        dossier_id=vak.dossier_id,
        deel=vak.deel,
        ouder=ouder,
        created_at=nu(),
    )
    met = AESGCM(geheim_van(ouder))
    rij.ingepakt = verzegel(nieuwe_sleutel(), met=met, sleutel_id=rij.pk.bytes, plaats=plaats_van(rij))
    return rij


def _geheim(ingepakt: bytes | memoryview | None, kek: str, plaats: Plaats) -> bytes:
    if ingepakt is None:
        raise SleutelVernietigd("The key of this organisation was destroyed.")
    bekend = sleutels()
    if kek not in bekend:
        raise KluisDicht(f"The key {kek} of the installation is missing from KLUIS_SLEUTELS.")
    return ontzegel(Verzegeld(ingepakt), met=bekend[kek], plaats=plaats)


def _lees(kolom: str, waarden: Iterable[UUID]) -> list[_Rij]:
    """Read the keys of parts with one of these values in a column."""
    rest = iter(waarden)
    rijen: list[_Rij] = []
    while deel := list(islice(rest, PER_VRAAG)):
        gevonden = Sleutel.objects.filter(soort=Sleutelsoort.DEEL, **{f"{kolom}__in": deel})
        rijen += [
            _Rij(pk, organisatie_id, Vak(dossier_id, Vaksoort(deel)), *rest)
            for pk, organisatie_id, dossier_id, deel, *rest in gevonden.values_list(*KOLOMMEN)
        ]
    return rijen

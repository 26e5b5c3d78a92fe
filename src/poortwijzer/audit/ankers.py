"""Anchors: how long each chain was and what its last row was, signed, in files outside the database.

A chain proves what stands in it, not that nothing is missing at its end. An anchor is written after each commit
and by the daily job; a database from which the last rows are gone, or that was put back to an earlier moment, is
behind its anchors. Who can change both the database and this folder can take both back to one earlier moment:
keep a copy of the folder, or of the newest anchors, on another machine.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from hmac import compare_digest
from pathlib import Path
from uuid import UUID

from django.conf import settings

from poortwijzer.audit.keten import onderteken
from poortwijzer.audit.tabel import auditregels
from poortwijzer.lib.klok import nu

ACHTERVOEGSEL = ".ankers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anker:
    """The chain of `organisatie_id` had `aantal` rows, and the last one had this hash."""

    organisatie_id: UUID
    aantal: int
    hash: str
    tijdstip: str
    handtekening: str

    @property
    def is_echt(self) -> bool:
        """Tell whether it was signed with the key of this log."""
        return compare_digest(self.handtekening, _handtekening(self.organisatie_id, self.aantal, self.hash))

    def als_regel(self) -> bytes:
        """Give the line of the file."""
        return json.dumps({**asdict(self), "organisatie_id": str(self.organisatie_id)}).encode() + b"\n"


def schrijf_anker(organisatie_id: UUID, aantal: int, hash_: str) -> None:
    """Add an anchor for a chain. Raises OSError when the folder cannot be written."""
    with _open(organisatie_id) as bestand:
        _voeg_toe(bestand, organisatie_id, aantal, hash_)


def veranker(organisatie_id: UUID) -> None:
    """Add an anchor of the chain as it is now, keep one anchor of every earlier day, and put it on the disk.

    Raises OSError when the folder cannot be written.
    """
    laatste = auditregels().objects.filter(organisatie_id=organisatie_id).order_by("-volgnummer")
    kop = laatste.values_list("volgnummer", "hash").first()
    with _open(organisatie_id) as bestand:
        ankers = list(_lees_regels(bestand))
        # Only what is not behind an earlier anchor: of a chain that lost rows the evidence stays as it is.
        if kop is not None and kop[0] >= max((anker.aantal for anker in ankers), default=0):
            _voeg_toe(bestand, organisatie_id, *kop)
            _dun_uit(bestand)
        os.fsync(bestand)


def ankers(organisatie_id: UUID) -> tuple[Anker, ...]:
    """Give the anchors of a chain, the oldest first; nothing when it has none."""
    if not _pad(organisatie_id).exists():
        return ()
    with _open(organisatie_id) as bestand:
        return tuple(_lees_regels(bestand))


def verankerde_ketens() -> frozenset[UUID]:
    """Give every chain that has anchors, also when the database knows nothing of it any more."""
    return frozenset(UUID(pad.stem) for pad in _map().glob(f"*{ACHTERVOEGSEL}"))


def _map() -> Path:
    return Path(settings.AUDIT_ANKERS)


def _pad(organisatie_id: UUID) -> Path:
    return _map() / f"{organisatie_id}{ACHTERVOEGSEL}"


@contextmanager
def _open(organisatie_id: UUID) -> Iterator[int]:
    """Open the file of a chain for this process alone."""
    _map().mkdir(parents=True, exist_ok=True, mode=0o700)
    bestand = os.open(_pad(organisatie_id), os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield bestand
    finally:
        os.close(bestand)


def _voeg_toe(bestand: int, organisatie_id: UUID, aantal: int, hash_: str) -> None:
    anker = Anker(
        organisatie_id=organisatie_id,
        aantal=aantal,
        hash=hash_,
        tijdstip=nu().isoformat(),
        handtekening=_handtekening(organisatie_id, aantal, hash_),
    )
    grootte = os.fstat(bestand).st_size
    heel = grootte == 0 or os.pread(bestand, 1, grootte - 1) == b"\n"
    # A line that a crash cut off stays apart, and is nothing.
    os.write(bestand, b"" if heel else b"\n")
    os.write(bestand, anker.als_regel())


def _lees_regels(bestand: int) -> Iterator[Anker]:
    inhoud = os.pread(bestand, os.fstat(bestand).st_size, 0).decode(errors="replace")
    for regel in inhoud.split("\n"):
        try:
            delen = json.loads(regel)
            yield Anker(
                organisatie_id=UUID(delen["organisatie_id"]),
                aantal=int(delen["aantal"]),
                hash=str(delen["hash"]),
                tijdstip=str(delen["tijdstip"]),
                handtekening=str(delen["handtekening"]),
            )
        except (ValueError, KeyError, TypeError):
            continue


def _dun_uit(bestand: int) -> None:
    """Keep the last anchor of each day; the file is as long as the log is old, not as it is busy."""
    per_dag = {datetime.fromisoformat(anker.tijdstip).date(): anker for anker in _lees_regels(bestand)}
    os.ftruncate(bestand, 0)
    os.write(bestand, b"".join(anker.als_regel() for anker in per_dag.values()))


def _handtekening(organisatie_id: UUID, aantal: int, hash_: str) -> str:
    return onderteken("anker", organisatie_id, aantal, hash_)

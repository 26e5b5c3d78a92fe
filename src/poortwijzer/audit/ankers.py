"""Anchors: how long each chain was and what its last row was, signed, in files outside the database.

A chain proves what stands in it, not that nothing is missing at its end. An anchor is written after each commit
and by the daily job; a database from which the last rows are gone, or that was put back to an earlier moment, is
behind its anchors. Who can change both the database and this folder can take both back to one earlier moment:
keep a copy of the folder, or of the newest anchors, on another machine.
"""

import fcntl
import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from hmac import compare_digest
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from poortwijzer.audit.keten import onderteken
from poortwijzer.audit.tabel import auditregels
from poortwijzer.lib.klok import nu

logger = logging.getLogger(__name__)
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
    with _alleen(organisatie_id):
        if aantal > 1 and not _pad(organisatie_id).exists():
            logger.error("the log of %s has rows and no anchors: what went before cannot be checked", organisatie_id)
        with _pad(organisatie_id).open("ab+") as bestand:
            _voeg_toe(bestand, organisatie_id, aantal, hash_)


def veranker(organisatie_id: UUID) -> None:
    """Add an anchor of the chain as it is now, keep one anchor of every earlier day, and put it on the disk.

    Raises OSError when the folder cannot be written; what stood there then still stands.
    """
    laatste = auditregels().objects.filter(organisatie_id=organisatie_id).order_by("-volgnummer")
    kop = laatste.values_list("volgnummer", "hash").first()
    with _alleen(organisatie_id):
        # Only what is not behind an earlier anchor: of a chain that lost rows the evidence stays as it is.
        if kop is None or kop[0] < max((anker.aantal for anker in ankers(organisatie_id)), default=0):
            return
        with _pad(organisatie_id).open("ab+") as bestand:
            _voeg_toe(bestand, organisatie_id, *kop)
            os.fsync(bestand)
        _dun_uit(organisatie_id)


def ankers(organisatie_id: UUID) -> tuple[Anker, ...]:
    """Give the anchors of a chain, the oldest first; nothing when it has none."""
    try:
        inhoud = _pad(organisatie_id).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ()
    return tuple(_lees_regels(inhoud))


def verankerde_ketens() -> frozenset[UUID]:
    """Give every chain that has anchors, also when the database knows nothing of it any more."""
    return frozenset(UUID(pad.stem) for pad in _map().glob(f"*{ACHTERVOEGSEL}"))


def _map() -> Path:
    return Path(settings.AUDIT_ANKERS)


def _pad(organisatie_id: UUID) -> Path:
    return _map() / f"{organisatie_id}{ACHTERVOEGSEL}"


@contextmanager
def _alleen(organisatie_id: UUID) -> Iterator[None]:
    """Hold the file of a chain for this process alone.

    The lock is on a file of its own, because thinning out puts another one in the place of the anchors.
    """
    _map().mkdir(parents=True, exist_ok=True, mode=0o700)
    slot = os.open(_map() / f"{organisatie_id}.slot", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield
    finally:
        os.close(slot)


def _voeg_toe(bestand: BinaryIO, organisatie_id: UUID, aantal: int, hash_: str) -> None:
    anker = Anker(
        organisatie_id=organisatie_id,
        aantal=aantal,
        hash=hash_,
        tijdstip=nu().isoformat(),
        handtekening=_handtekening(organisatie_id, aantal, hash_),
    )
    os.fchmod(bestand.fileno(), 0o600)
    if bestand.seek(0, os.SEEK_END):
        bestand.seek(-1, os.SEEK_END)
        if bestand.read(1) != b"\n":
            bestand.write(b"\n")  # a line that a crash cut off stays apart, and is nothing
    bestand.write(anker.als_regel())
    bestand.flush()


def _lees_regels(inhoud: str) -> Iterator[Anker]:
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


def _dun_uit(organisatie_id: UUID) -> None:
    """Keep the last anchor of each day; the file is as long as the log is old, not as it is busy.

    The new file takes the place of the old one when it is whole and on the disk: a full disk or a power cut in
    between leaves the old one.
    """
    per_dag = {datetime.fromisoformat(anker.tijdstip).date(): anker for anker in ankers(organisatie_id)}
    nieuw = _map() / f"{organisatie_id}.nieuw"
    with nieuw.open("wb") as bestand:
        os.fchmod(bestand.fileno(), 0o600)
        bestand.writelines(anker.als_regel() for anker in per_dag.values())
        bestand.flush()
        os.fsync(bestand)
    nieuw.replace(_pad(organisatie_id))
    map_ = os.open(_map(), os.O_RDONLY)
    try:
        os.fsync(map_)
    finally:
        os.close(map_)


def _handtekening(organisatie_id: UUID, aantal: int, hash_: str) -> str:
    return onderteken("anker", organisatie_id, aantal, hash_)

"""A ZIP that is made while it is sent: nothing of it is ever on a disk, and one file of it in memory at a time."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.serializers.json import DjangoJSONEncoder

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zipdeel:
    """One file: its path in the ZIP, what it is in words, and how its content is made, when its turn comes."""

    pad: str
    wat: str
    maak: Callable[[], bytes]


def json_deel(pad: str, wat: str, waarde: object) -> Zipdeel:
    """Give a file with this value as JSON, written now: what it was read from may be closed by the time it is sent."""
    inhoud = json.dumps(waarde, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder).encode()
    return Zipdeel(pad=pad, wat=wat, maak=lambda: inhoud)


class _Emmer(io.RawIOBase):
    """Takes what the ZIP writes and hands it on."""

    def __init__(self) -> None:
        super().__init__()
        self.stukken: list[bytes] = []

    def writable(self) -> bool:
        """It can be written, and nothing else: so the ZIP does not go back to fill in lengths."""
        return True

    def write(self, b: object, /) -> int:
        """Take a piece."""
        stuk = bytes(b)  # type: ignore[call-overload]  # what the ZIP gives is bytes or a view of them
        self.stukken.append(stuk)
        return len(stuk)

    def leeg(self) -> bytes:
        """Give what came in since the last time."""
        stukken, self.stukken = self.stukken, []
        return b"".join(stukken)


def zip_stroom(bestanden: Iterable[Zipdeel], *, gemaakt_op: datetime, over: dict[str, object]) -> Iterator[bytes]:
    """Give the ZIP in pieces. Its last file is the manifest: `over`, and of every file its length and SHA-256.

    `gemaakt_op` is the moment that all files get (the same input gives the same ZIP).
    """
    emmer, regels = _Emmer(), []
    with zipfile.ZipFile(emmer, "w", zipfile.ZIP_DEFLATED) as zip_:
        for bestand in bestanden:
            inhoud = bestand.maak()
            regels.append(
                {
                    "pad": bestand.pad,
                    "wat": bestand.wat,
                    "bytes": len(inhoud),
                    "sha256": hashlib.sha256(inhoud).hexdigest(),
                }
            )
            zip_.writestr(_kop(bestand.pad, gemaakt_op), inhoud)
            yield emmer.leeg()
        manifest = {**over, "gemaakt_op": gemaakt_op.isoformat(), "bestanden": regels}
        tekst = json.dumps(manifest, ensure_ascii=False, indent=2)
        zip_.writestr(_kop(MANIFEST, gemaakt_op), tekst.encode())
        yield emmer.leeg()
    yield emmer.leeg()


def met_vaste_tijd(inhoud: bytes, op: datetime) -> bytes:
    """Give a ZIP again with this moment for all its files: what another library packed has the clock's."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(_kop(naam, op), oud.read(naam))
    return uit.getvalue()


def _kop(pad: str, op: datetime) -> zipfile.ZipInfo:
    kop = zipfile.ZipInfo(pad, op.timetuple()[:6])
    kop.compress_type = zipfile.ZIP_DEFLATED
    kop.external_attr = 0o600 << 16
    return kop

"""Looking for canaries in files as they lie on the disk: in every form that a text can have there."""

import base64
import os
import re
import secrets
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db import connection

from poortwijzer.slot.eigenaar import als_eigenaar


def kanaries(aantal: int, stempel: str) -> list[str]:
    return [f"KANARIE{stempel}{nummer:02d}{secrets.token_hex(6)}" for nummer in range(aantal)]


def gedaanten(kanarie: str) -> set[bytes]:
    """Give what a canary looks like in UTF-8, UTF-16, hex, and base64 at each of its three alignments."""
    kaal = kanarie.encode()
    base64s = {
        base64.b64encode(b"x" * voor + kaal)[4 if voor else 0 :][: (len(kaal) - 3) // 3 * 4].lstrip(b"=")
        for voor in range(3)
    }
    return {
        kaal,
        kanarie.encode("utf-16-le"),
        kanarie.encode("utf-16-be"),
        kaal.hex().encode(),
        kaal.hex().upper().encode(),
        *base64s,
    }


def uitgepakt(inhoud: bytes) -> Iterator[bytes]:
    """Give what lies packed in a file, wherever it begins: gzip, a part of a zip such as a DOCX, a stream of a PDF."""
    for begin in (gevonden.start() for gevonden in re.finditer(rb"\x1f\x8b\x08", inhoud)):
        yield from _blaas_op(inhoud[begin:], 31)
    for kop in re.finditer(rb"PK\x03\x04.{22}(..)(..)", inhoud, re.DOTALL):
        namen = sum(int.from_bytes(lengte, "little") for lengte in kop.groups())
        yield from _blaas_op(inhoud[kop.end() + namen :], -15)
    for begin in (gevonden.end() for gevonden in re.finditer(rb"stream\r?\n", inhoud)):
        yield from _blaas_op(inhoud[begin:], 15)


def _blaas_op(inhoud: bytes, soort: int) -> Iterator[bytes]:
    with suppress(zlib.error):
        yield zlib.decompressobj(soort).decompress(inhoud, 1_000_000)


def vindplaatsen(namen: Iterable[str], mappen: Iterable[Path]) -> dict[str, list[str]]:
    """Give per canary the files that hold it in any form."""
    zoek = {naam: gedaanten(naam) for naam in namen}
    begin = gedaanten(os.path.commonprefix(list(zoek)))  # noqa: RUF071  # of texts; what does not hold it holds none
    gevonden: dict[str, list[str]] = {}
    for pad in (pad for map_ in mappen for pad in sorted(map_.rglob("*")) if pad.is_file()):
        inhoud = lees(pad)
        stukken = [stuk for stuk in (inhoud, *uitgepakt(inhoud)) if any(vorm in stuk for vorm in begin)]
        for naam, vormen in zoek.items():
            if any(vorm in stuk for stuk in stukken for vorm in vormen):
                gevonden.setdefault(naam, []).append(str(pad))
    return gevonden


def lees(pad: Path) -> bytes:
    """Give what a file holds; nothing when the database removed it after it was listed."""
    try:
        return pad.read_bytes()
    except FileNotFoundError:
        return b""


def mappen_van_de_database() -> list[Path]:
    """Give where the server, or this process, keeps the data, their log and what is temporary."""
    if connection.vendor == "sqlite":
        return [Path(settings.VAR)]
    with als_eigenaar("default") as verbinding, verbinding.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SHOW data_directory")
        return [Path(cursor.fetchone()[0]), Path(settings.VAR)]

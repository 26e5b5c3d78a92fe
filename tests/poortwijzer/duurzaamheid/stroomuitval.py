"""A disk that forgets: a file system for SQLite that remembers what is on the disk and what only seems to be.

Writes go to memory and reach "the disk" at a sync. When the power goes, of what was written since, a random part in a
random order of sectors is on the disk, and the last sector half.
"""

import random

import apsw

SECTOR = 512


class Bestand:
    """One file: `nu` is what the program reads, `schijf` what a power failure leaves, `open_` what lies between."""

    def __init__(self) -> None:
        self.nu = bytearray()
        self.schijf = bytearray()
        self.open_: list[tuple[int, bytes]] = []

    def schrijf(self, plek: int, gegevens: bytes) -> None:
        zet(self.nu, plek, gegevens)
        self.open_ += [(plek + begin, gegevens[begin : begin + SECTOR]) for begin in range(0, len(gegevens), SECTOR)]

    def sync(self) -> None:
        self.schijf = bytearray(self.nu)
        self.open_.clear()

    def kort_in(self, lengte: int) -> None:
        del self.nu[lengte:]
        self.open_.append((lengte, b""))

    def val_uit(self, rng: random.Random) -> None:
        deel = rng.random()
        gebleven = [schrijfbeurt for schrijfbeurt in self.open_ if rng.random() < deel]
        if rng.random() < 0.5:
            rng.shuffle(gebleven)
        for nummer, (plek, gegevens) in enumerate(gebleven, start=1):
            if not gegevens:
                del self.schijf[plek:]
            half = nummer == len(gebleven) and rng.random() < 0.5
            zet(self.schijf, plek, gegevens[: len(gegevens) // 2] if half else gegevens)
        self.nu = bytearray(self.schijf)
        self.open_.clear()


def zet(inhoud: bytearray, plek: int, gegevens: bytes) -> None:
    """Write at a place, with zeroes before it where the file was shorter."""
    if gegevens:
        inhoud.extend(b"\0" * (plek - len(inhoud)))
        inhoud[plek : plek + len(gegevens)] = gegevens


class Schijf(apsw.VFS):
    """The files, under a name that SQLite can open."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self.over: int | None = None
        self.uitvallen = 0
        self.bestanden: dict[str, Bestand] = {}
        super().__init__(naam, base="")

    def xOpen(self, name, flags):  # noqa: N802  # SQLite's name
        pad = str(name.filename() if hasattr(name, "filename") else name)
        flags[1] = flags[0]
        return Open(self, self.bestanden.setdefault(pad, Bestand()))

    def xAccess(self, pathname: str, flags: int) -> bool:  # noqa: N802  # as above
        del flags
        return pathname in self.bestanden

    def xFullPathname(self, name: str) -> str:  # noqa: N802  # as above
        return name

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: FBT001, N802  # as above
        del syncdir
        if self.over is not None and self.over <= 0:
            raise apsw.IOError
        self.bestanden.pop(filename, None)

    def telt(self, uitvallen: int) -> bool:
        """Count a write or a sync; after `over` of them the power is gone. What a dead process does is nothing."""
        if uitvallen != self.uitvallen:
            return False
        if self.over is None:
            return True
        self.over -= 1
        if self.over <= 0:
            raise apsw.IOError
        return True

    def val_uit(self, rng: random.Random) -> None:
        """Take the power away, and give it back."""
        self.over = None
        self.uitvallen += 1
        for bestand in self.bestanden.values():
            bestand.val_uit(rng)


class Open:
    """What SQLite asks of a file it has opened. There is one process, so locks always succeed."""

    def __init__(self, schijf: Schijf, bestand: Bestand) -> None:
        self.schijf = schijf
        self.uitvallen = schijf.uitvallen
        self.bestand = bestand

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802  # SQLite's name
        return bytes(self.bestand.nu[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802  # as above
        if self.schijf.telt(self.uitvallen):
            self.bestand.schrijf(offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802  # as above
        if self.schijf.telt(self.uitvallen):
            self.bestand.kort_in(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802  # as above
        del flags
        if self.schijf.telt(self.uitvallen):
            self.bestand.sync()

    def xFileSize(self) -> int:  # noqa: N802  # as above
        return len(self.bestand.nu)

    def xClose(self) -> None:  # noqa: N802  # as above
        pass

    def xLock(self, level: int) -> None:  # noqa: N802  # as above
        pass

    def xUnlock(self, level: int) -> None:  # noqa: N802  # as above
        pass

    def xCheckReservedLock(self) -> bool:  # noqa: N802  # as above
        return False

    def xFileControl(self, op: int, ptr: int) -> bool:  # noqa: N802  # as above
        del op, ptr
        return False

    def xSectorSize(self) -> int:  # noqa: N802  # as above
        return SECTOR

    def xDeviceCharacteristics(self) -> int:  # noqa: N802  # as above
        return 0

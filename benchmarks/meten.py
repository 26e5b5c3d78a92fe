"""Measuring: processor time per call, beside a reference loop in the same round, so that machines compare."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

REFERENTIE = 20_000  # additions in the reference loop: about a millisecond on a machine of 2024


@dataclass(frozen=True)
class Meting:
    """Seconds of processor time per call of one subject, and of the reference in the same rounds."""

    wat: str
    seconden: tuple[float, ...]
    referentie: float
    doel: str = ""
    haalt: bool | None = None

    @property
    def mediaan(self) -> float:
        """Give the middle of all calls, in seconds."""
        return statistics.median(self.seconden)

    @property
    def p95(self) -> float:
        """Give what 95 of 100 calls stay under, in seconds."""
        return sorted(self.seconden)[min(len(self.seconden) - 1, int(len(self.seconden) * 0.95))]


@dataclass(frozen=True)
class Telling:
    """A number that is not a time."""

    wat: str
    waarde: str
    doel: str = ""
    haalt: bool | None = None


def referentielus() -> int:
    """Do a fixed amount of work in plain Python."""
    return sum(getal * getal for getal in range(REFERENTIE))


def duur(functie: Callable[[], object]) -> float:
    """Give the processor time of one call, in seconds."""
    begin = time.process_time_ns()
    functie()
    return (time.process_time_ns() - begin) / 1e9


def meet(wat: str, functies: Sequence[Callable[[], object]], *, keer: int) -> Meting:
    """Call each of `functies` `keer` times, in turn with the reference loop, after one round to warm up."""
    for functie in functies:
        functie()
    seconden, referentie = [], []
    gc.collect()
    for _ in range(keer):
        referentie.append(duur(referentielus))
        seconden += [duur(functie) for functie in functies]
    return Meting(wat, tuple(seconden), statistics.median(referentie))

"""Tasks for the tests of the worker. They write in a file what happened, so that other processes can see it."""

import os
import time
from pathlib import Path

from django_tasks import task


def schrijf(pad: str, regel: str) -> None:
    with Path(pad).open("a", encoding="utf-8") as bestand:
        bestand.write(f"{regel} {os.getpid()}\n")


@task()
def slaap(pad: str, seconden: float) -> None:
    """Say that it begins, sleep, say that it is done."""
    schrijf(pad, "begin")
    time.sleep(seconden)
    schrijf(pad, "klaar")


@task()
def blijf_eerst_hangen(pad: str) -> None:
    """Hang when nobody tried before; a second try is done at once."""
    is_eerste = not Path(pad).exists()
    schrijf(pad, "begin")
    if is_eerste:
        time.sleep(60)
    schrijf(pad, "klaar")


@task()
def mislukt_met_woorden(woorden: str) -> None:
    """Fail with an error that quotes what it was given, caused by another that does too."""
    try:
        int(woorden)
    except ValueError as fout:
        raise ExceptionGroup(woorden, [ValueError(woorden), LookupError(fout)]) from fout


@task()
def mislukt(pad: str, keren: int) -> None:
    """Fail this many times, then succeed."""
    schrijf(pad, "begin")
    if len(Path(pad).read_text(encoding="utf-8").splitlines()) <= keren:
        raise RuntimeError("mislukt")

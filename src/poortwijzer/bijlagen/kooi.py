"""A cage for reading files of strangers: a process of its own with little memory, little time and no files.

A mistake in a library that reads pictures or PDF then ends that process, and not the server with everybody's dossiers.
The process gets the kind of file and its bytes, and nothing else: no environment, no settings, no keys.
"""

import contextlib
import json
import subprocess
import sys

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden
from poortwijzer.bijlagen.typen import Bestandstype

SECONDEN_REKENEN = 10
SECONDEN_WACHTEN = 30
GEHEUGEN = 1024 * 1024 * 1024  # bytes


def keur_in_kooi(inhoud: bytes, soort: Bestandstype) -> bytes:
    """Give what `keur_inhoud` gives, worked out in the cage.

    Raises:
        Afgekeurd: as `keur_inhoud`; also when reading it took too much, or broke the reader.
    """
    opdracht = [sys.executable, "-I", "-m", "poortwijzer.bijlagen.kooi", str(soort)]
    try:
        klaar = subprocess.run(  # noqa: S603  # our own module, and a word of our own list
            opdracht, input=inhoud, capture_output=True, check=False, timeout=SECONDEN_WACHTEN, env={}, cwd="/"
        )
    except subprocess.TimeoutExpired:
        raise Afgekeurd(Reden.TE_ZWAAR, "time") from None
    kop, regeleind, rest = klaar.stdout.partition(b"\n")
    if klaar.returncode or not regeleind:
        raise Afgekeurd(Reden.TE_ZWAAR, f"the reader ended with {klaar.returncode}")
    uitslag = json.loads(kop)
    if uitslag["reden"]:
        raise Afgekeurd(Reden(uitslag["reden"]), uitslag["waar"])
    return rest if uitslag["is_nieuw"] else inhoud


def _sluit_op() -> None:
    """Take away what this process does not need; what a system does not know of limits it leaves."""
    import resource  # noqa: PLC0415  # not on every system

    for naam, grens in (
        ("RLIMIT_AS", GEHEUGEN),
        ("RLIMIT_CPU", SECONDEN_REKENEN),
        ("RLIMIT_FSIZE", 0),
        ("RLIMIT_CORE", 0),
    ):
        soort = getattr(resource, naam, None)
        if soort is not None:
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(soort, (grens, grens))


def _hoofd(soort: str) -> None:
    from poortwijzer.bijlagen.inhoud import keur_inhoud  # noqa: PLC0415  # only in the cage

    _sluit_op()
    inhoud = sys.stdin.buffer.read()
    try:
        nieuw = keur_inhoud(inhoud, Bestandstype(soort))
    except Afgekeurd as fout:
        uitslag, nieuw = {"reden": fout.reden, "waar": fout.waar, "is_nieuw": False}, b""
    except MemoryError:
        uitslag, nieuw = {"reden": Reden.TE_ZWAAR, "waar": "memory", "is_nieuw": False}, b""
    else:
        uitslag = {"reden": "", "waar": "", "is_nieuw": nieuw != inhoud}
    sys.stdout.buffer.write(json.dumps(uitslag).encode() + b"\n" + (nieuw if uitslag["is_nieuw"] else b""))


if __name__ == "__main__":
    _hoofd(sys.argv[1])

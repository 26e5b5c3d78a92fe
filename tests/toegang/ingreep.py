"""A change of the policy in one place, for as long as the tests look whether anybody notices."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from gevallen import Geval

from poortwijzer.toegang.rollen import Rol

Proef = tuple[Geval, Rol]


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One change: what it is called, how to bring it about, and the cases that could notice.

    `start_het_programma` is False for a line that is refused when the program starts (`beleid.controleer`).
    """

    naam: str
    breng_aan: Callable[[], AbstractContextManager[None]]
    proeven: tuple[Proef, ...]
    start_het_programma: bool = True


@contextmanager
def vervangen(module: object, naam: str, waarde: object) -> Iterator[None]:
    """Let a module have another value for a name."""
    oud = getattr(module, naam)
    setattr(module, naam, waarde)
    try:
        yield
    finally:
        setattr(module, naam, oud)

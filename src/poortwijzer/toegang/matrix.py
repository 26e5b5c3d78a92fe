"""The policy as rows, for a page that people review and for a test that compares it with what they approved."""

from collections.abc import Iterator
from dataclasses import dataclass

from poortwijzer.toegang.beleid import handelingen
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """What one role may do to one part; `handelingen` is empty where the policy gives nothing."""

    rol: Rol
    deel: Deel
    handelingen: tuple[Handeling, ...]
    voorwaarden: tuple[Voorwaarde, ...]


def matrix() -> Iterator[Regel]:
    """Give a row for every role and every part, in the order of their definitions; also the empty ones."""
    for rol in Rol:
        for deel in Deel:
            mag = handelingen(rol, deel)
            yield Regel(
                rol=rol,
                deel=deel,
                handelingen=tuple(handeling for handeling in Handeling if handeling in mag),
                voorwaarden=tuple(v for v in Voorwaarde if v in VOORWAARDEN[rol]),
            )

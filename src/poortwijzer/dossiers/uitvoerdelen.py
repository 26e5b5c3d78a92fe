"""What an app above this one adds to the files that somebody takes along, per part of the dossier.

Such an app names its part here when it starts (`registreer`); a part that the role may not read adds nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poortwijzer.lib.zipstroom import Zipdeel
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitvoerdeel:
    """A part of the dossier, and what makes its files for an actor who may read it."""

    deel: Deel
    maak: "Callable[[Actor, Dossier], Iterable[Zipdeel]]"


_DELEN: list[Uitvoerdeel] = []


def registreer(deel: Uitvoerdeel) -> None:
    """Add a part of an app above this one; call it when the app starts."""
    if deel not in _DELEN:
        _DELEN.append(deel)


def uitvoerdelen(rol: Rol) -> tuple[Uitvoerdeel, ...]:
    """Give the added parts that this role may read."""
    return tuple(deel for deel in _DELEN if mag(rol, Handeling.INZIEN, deel.deel))

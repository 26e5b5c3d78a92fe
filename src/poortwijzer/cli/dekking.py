"""Where a norm is kept and which test proves it, as far as the catalogue itself can tell."""

from dataclasses import dataclass

from poortnormen.catalogus import Catalogus
from poortnormen.norm import Norm


@dataclass(frozen=True)
class Dekking:
    """Where a norm is kept, what proves it, and why it is not."""

    waar: tuple[str, ...]
    toetsen: tuple[str, ...] = ()
    open_omdat: str = ""

    @property
    def is_gedekt(self) -> bool:
        """Whether something keeps the norm."""
        return bool(self.waar)


def dekking(regels: Catalogus, norm: Norm) -> Dekking:
    """Give where `norm` is kept."""
    uitwerking = regels.uitgewerkt(norm.id)
    if uitwerking is None:
        return Dekking((), open_omdat="Deze norm is nog niet uitgewerkt.")
    return Dekking((f"{uitwerking.functie.__module__}.{uitwerking.functie.__name__}",))

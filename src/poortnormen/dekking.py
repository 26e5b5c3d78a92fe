"""Waar een norm in het programma wordt gevolgd en welke toets dat bewijst.

`dekking.toml` wordt door `scripts/dekking.py` gemaakt uit de uitwerkingen, de gouden gevallen en de toetsen die een
norm noemen; een toets houdt het gelijk. Zo laat ook een installatie zonder toetsen zien wat werkt en wat open is.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Dekking:
    """Waar een norm wordt gevolgd, welke toetsen dat bewijzen, en anders waarom zij nog open is."""

    waar: tuple[str, ...] = ()
    toetsen: tuple[str, ...] = ()
    open_omdat: str = ""

    @property
    def is_gedekt(self) -> bool:
        """Of er iets is dat de norm volgt, en een toets die faalt als dat niet meer zo is."""
        return bool(self.waar and self.toetsen)


def dekking(norm_id: str) -> Dekking:
    """Geef de dekking van een norm."""
    gedekt, open_ = _gelezen()
    return gedekt.get(norm_id) or Dekking(open_omdat=reden_open(norm_id, open_))


def reden_open(norm_id: str, redenen: Mapping[str, str]) -> str:
    """Geef de reden bij het langste patroon dat past; een patroon is een id, of een begin met een ster."""
    passend = [p for p in redenen if p == norm_id or (p.endswith("*") and norm_id.startswith(p[:-1]))]
    return redenen[max(passend, key=len)] if passend else ""


@lru_cache(maxsize=1)
def _gelezen() -> tuple[Mapping[str, Dekking], Mapping[str, str]]:
    ruw = tomllib.loads(files("poortnormen").joinpath("dekking.toml").read_text(encoding="utf-8"))
    gedekt = {id_: Dekking(tuple(deel["waar"]), tuple(deel["toetsen"])) for id_, deel in ruw["norm"].items()}
    return gedekt, ruw["open"]

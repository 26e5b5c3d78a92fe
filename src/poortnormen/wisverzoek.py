"""Een verzoek om te wissen: welke uitzonderingen iemand weegt, en op welke dag er uiterlijk antwoord is."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from poortnormen.bron import PAKKET
from poortnormen.bronnen.privacy.regels import wisverzoek_beantwoorden_uiterlijk
from poortnormen.catalogus import Catalogus
from poortnormen.tijd import Maanden

NORM_TERMIJN, NORM_UITZONDERING = "AVG-12-3", "AVG-17-3"
# Wie woog en vond dat geen van de uitzonderingen hier kan spelen.
GEEN = "geen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wisuitzondering:
    """Eén reden van de wet om een verzoek om te wissen niet te volgen (AVG-17-3), in eigen woorden."""

    sleutel: str
    naam: str
    vindplaats: str
    tekst: str


@lru_cache(maxsize=1)
def wisuitzonderingen() -> Mapping[str, Wisuitzondering]:
    """De uitzonderingen, in de volgorde van de wet."""
    ruw = tomllib.loads(files(PAKKET).joinpath("privacy", "wisuitzonderingen.toml").read_text(encoding="utf-8"))
    return MappingProxyType({sleutel: Wisuitzondering(sleutel=sleutel, **regel) for sleutel, regel in ruw.items()})


def antwoord_uiterlijk(catalogus: Catalogus, ontvangen_op: date) -> date:
    """De laatste dag waarop wie het vroeg antwoord heeft (AVG-12-3).

    Raises:
        ValueError: als de bron op die dag geen termijn heeft.
    """
    rij = catalogus.waarden["antwoordtermijn_wisverzoek"].op(ontvangen_op)
    if rij is None or not isinstance(rij.waarde, Maanden):
        raise ValueError(f"Op {ontvangen_op} is er geen termijn om te antwoorden.")
    return wisverzoek_beantwoorden_uiterlijk(
        wisverzoek_ontvangen_op=ontvangen_op, antwoordtermijn_wisverzoek=rij.waarde
    )

"""Wat een regel aan een stuk opmerkt: een bevinding met een plaats, een zin en wat eraan te doen is.

Een bevinding verandert nooit iets aan wat er staat. De tekst en het gewicht van elke soort staan in `bevindingen.toml`.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from poortnormen.bronnen.werkaanpassing.soorten import Rol
from poortnormen.uitkomst import Uitleg


class Gewicht(StrEnum):
    """Hoe zwaar een bevinding is: het kan niet, het kan met een reden, of het is goed om te weten."""

    WEIGERING = "weigering"
    REDEN_NODIG = "reden_nodig"
    LET_OP = "let_op"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevindingsoort:
    """Wat voor opmerking het is: de norm, het gewicht, de zin, wat te doen, en voor wie zij bestemd is."""

    norm: str
    gewicht: Gewicht
    zin: str
    doe: str
    voor: frozenset[Rol]


@dataclass(frozen=True, slots=True)
class Bevinding:
    """Een opmerking bij een plaats in een stuk, met de gegevens voor haar zin."""

    code: str
    plek: str = ""
    gegevens: Mapping[str, object] | None = field(default=None, hash=False)

    @property
    def soort(self) -> Bevindingsoort:
        """De soort, met norm en gewicht."""
        return bevindingsoorten()[self.code]

    @property
    def norm(self) -> str:
        """De norm die dit vraagt."""
        return self.soort.norm

    @property
    def gewicht(self) -> Gewicht:
        """Hoe zwaar dit weegt."""
        return self.soort.gewicht

    @property
    def uitleg(self) -> Uitleg:
        """De zin in wording: wat er is, en wat eraan te doen is."""
        return Uitleg(f"{self.soort.zin} {self.soort.doe}".strip(), {"plek": self.plek, **(self.gegevens or {})})


@lru_cache(maxsize=1)
def bevindingsoorten() -> Mapping[str, Bevindingsoort]:
    """Alle soorten bevindingen, op code."""
    ruw = tomllib.loads(files(__package__).joinpath("bevindingen.toml").read_text(encoding="utf-8"))
    return {
        code: Bevindingsoort(
            norm=deel["norm"],
            gewicht=Gewicht(deel["gewicht"]),
            zin=deel["zin"],
            doe=deel.get("doe", ""),
            voor=frozenset(map(Rol, deel.get("voor", ("werknemer", "leidinggevende", "procesbegeleider")))),
        )
        for code, deel in ruw.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reden:
    """Waarom iets zo blijft, bij één bevinding."""

    code: str
    plek: str = ""
    tekst: str


def houdt_tegen(bevindingen: Iterable[Bevinding], redenen: Iterable[Reden]) -> tuple[Bevinding, ...]:
    """Wat nog tegenhoudt: elke weigering, en wat een reden nodig heeft en er geen heeft."""
    beredeneerd = {(reden.code, reden.plek) for reden in redenen if reden.tekst.strip()}
    return tuple(
        deel
        for deel in bevindingen
        if deel.gewicht is Gewicht.WEIGERING
        or (deel.gewicht is Gewicht.REDEN_NODIG and (deel.code, deel.plek) not in beredeneerd)
    )

"""Walk through the cases of the access matrix: what differs from the tables, and new tables from what was seen."""

import sys
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import time_machine
from gevallen import WIE, Antwoord, Geval, gevallen, probeer
from proefwereld import Proefwereld, maak_wereld
from tabellen import (
    BEREIK,
    Verwachting,
    lees_verwachting,
    lees_zichtbaar,
    lekken,
    schrijf_verwachting,
    schrijf_zichtbaar,
)

from poortwijzer.toegang.rollen import Rol

# The answers must not depend on the day on which they are asked for.
VANDAAG = datetime(2026, 6, 15, 10, tzinfo=UTC)


@dataclass(kw_only=True)
class Verslag:
    """What a walk found. `anders` and `gelekt` hold a sentence each; `gezien` which role saw which field where."""

    aantal: int = 0
    anders: list[str] = field(default_factory=list)
    gelekt: list[str] = field(default_factory=list)
    onverklaard: list[str] = field(default_factory=list)
    antwoorden: Verwachting = field(default_factory=dict)
    gezien: dict[str, set[Rol]] = field(default_factory=dict)

    @property
    def is_goed(self) -> bool:
        """Whether nothing was found."""
        return not (self.anders or self.gelekt or self.onverklaard)

    def slotregel(self) -> str:
        """Give the counts in one line."""
        return (
            f"matrix: {self.aantal} cases, {len(self.gelekt)} leaks, {len(self.onverklaard)} undeclared, "
            f"{len(self.anders)} other answers than expected"
        )


def meld(*regels: str) -> None:
    """Print lines, for who runs this by hand."""
    sys.stdout.write("\n".join(regels) + "\n")


def op_vaste_dag() -> AbstractContextManager[object]:
    """Let it be the day of the tables."""
    return time_machine.travel(VANDAAG, tick=True)


def loop_door(wereld: Proefwereld, keuze: Iterable[Geval], verwacht: Verwachting) -> Verslag:
    """Try these cases as everybody and compare with the tables."""
    verslag = Verslag()
    zichtbaar = lees_zichtbaar()
    for geval in keuze:
        if geval not in verwacht:
            verslag.onverklaard.append(f"{geval}: no expectation")
        for wie in WIE:
            antwoord = probeer(wereld, geval, wie)
            verslag.aantal += 1
            _beoordeel(verslag, wereld, geval, wie, antwoord)
            if geval in verwacht and antwoord.code != verwacht[geval][wie]:
                verslag.anders.append(f"{geval} as {wie}: {antwoord.code}, expected {verwacht[geval][wie]}")
            for merk, veld in lekken(wereld, wie, antwoord, zichtbaar):
                verslag.gelekt.append(f"{geval} as {wie}: {veld} of {merk}")
    return verslag


def _beoordeel(verslag: Verslag, wereld: Proefwereld, geval: Geval, wie: Rol | None, antwoord: Antwoord) -> None:
    verslag.antwoorden.setdefault(geval, {})[wie] = antwoord.code
    for merk, veld in antwoord.kanaries:
        if wie is not None and wereld.relatie(wie, merk) in BEREIK[wie]:
            verslag.gezien.setdefault(veld, set()).add(wie)


def verouderd(verwacht: Verwachting) -> list[Geval]:
    """Give the lines of the tables that no address asks for any more."""
    return sorted(set(verwacht) - set(gevallen()))


def hoofd(opties: list[str]) -> int:
    """Do what scripts/toegangstabel.py says."""
    with op_vaste_dag():
        verwacht = lees_verwachting()
        verslag = loop_door(maak_wereld(), gevallen(), verwacht)
        verslag.anders += [f"{geval}: no such address" for geval in verouderd(verwacht)]
    meld(*verslag.anders, *verslag.gelekt, *verslag.onverklaard, verslag.slotregel())
    if not {"--aanvullen", "--overnemen"} & set(opties):
        return 0 if verslag.is_goed else 1
    behouden: Mapping[Geval, dict[Rol | None, str]] = {} if "--overnemen" in opties else verwacht
    schrijf_verwachting({geval: behouden.get(geval, nieuw) for geval, nieuw in verslag.antwoorden.items()})
    zichtbaar = lees_zichtbaar()
    schrijf_zichtbaar({**{veld: frozenset(rollen) for veld, rollen in verslag.gezien.items()}, **zichtbaar})
    return 0

"""Walk through the cases of the access matrix: what differs from the tables, and new tables from what was seen.

How to add an address: give its parts a value in `gevallen.py` (what is posted, what is asked besides), run
`scripts/toegangstabel.py --aanvullen --route <its name>`, and review the lines that it wrote in `verwacht/`: a line
that looks wrong is a fault in the program or its policy, not in the table. Where a page that exists shows or offers
something else on purpose: `--overnemen --route <its name>`. Fields that are new on a page go into `zichtbaar.tsv` by
themselves with whoever saw them: take out the x of who should not.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, partial

import time_machine
from gevallen import WIE, Geval, gevallen
from onbevestigd import gevallen_onbevestigd, lees_onbevestigd, schrijf_onbevestigd, verschillen
from proberen import Antwoord, probeer
from proefwereld import Proefwereld, maak_wereld
from tabellen import (
    BEREIK,
    Blad,
    Bladen,
    Verwachting,
    is_blad,
    lees_bladen,
    lees_verwachting,
    lees_zichtbaar,
    lekken,
    op_blad,
    schrijf_bladen,
    schrijf_verwachting,
    schrijf_zichtbaar,
)
from vloot import verdeel

from poortwijzer.toegang.rollen import Rol

ONGEZIEN = "?"  # in the table of the log: nobody looked at this one
# The answers must not depend on the day on which they are asked for.
VANDAAG = datetime(2026, 6, 15, 10, tzinfo=UTC)


@dataclass(kw_only=True)
class Tabellen:
    """All that is expected."""

    antwoorden: Verwachting = field(default_factory=lees_verwachting)
    logboek: Verwachting = field(default_factory=partial(lees_verwachting, "logboek"))
    bladen: Bladen = field(default_factory=lees_bladen)
    zichtbaar: Mapping[str, frozenset[Rol]] = field(default_factory=lees_zichtbaar)

    @cached_property
    def beschreven(self) -> frozenset[Blad]:
        """The pages of which it is written down what is on them."""
        return frozenset(bladzij for bladzij, _wie in self.bladen)

    def verschillen(self, wereld: Proefwereld, geval: Geval, wie: Rol | None, antwoord: Antwoord) -> Iterator[str]:
        """Give how an answer differs from what is expected, leaks left out."""
        if geval not in self.antwoorden:
            return
        if antwoord.code != self.antwoorden[geval][wie]:
            yield f"{antwoord.code}, expected {self.antwoorden[geval][wie]}"
        log, in_log = " ".join(antwoord.log), self.logboek.get(geval, {}).get(wie)
        if in_log not in {None, ONGEZIEN} and log != in_log:
            yield f"in the log {log or 'nothing'}, expected {in_log or 'nothing'}"
        if wie is not None and is_blad(geval, wie) and blad(geval) in self.beschreven:
            op, erop = op_blad(wereld, wie, antwoord), self.bladen.get((blad(geval), wie), frozenset())
            yield from (f"the page has {wat}" for wat in sorted(op - erop))
            yield from (f"the page lacks {wat}" for wat in sorted(erop - op))

    def lekken(self, wereld: Proefwereld, wie: Rol | None, antwoord: Antwoord) -> Iterator[str]:
        """Give what stands in an answer and is not for this person."""
        yield from (f"{veld} of {merk}" for merk, veld in lekken(wereld, wie, antwoord, self.zichtbaar))


@dataclass(kw_only=True)
class Verslag:
    """What a walk found. `anders` and `gelekt` hold a sentence each; the last four are tables of what was seen."""

    aantal: int = 0
    anders: list[str] = field(default_factory=list)
    gelekt: list[str] = field(default_factory=list)
    onverklaard: list[str] = field(default_factory=list)
    antwoorden: Verwachting = field(default_factory=dict)
    logboek: Verwachting = field(default_factory=dict)
    bladen: Bladen = field(default_factory=dict)
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


def blad(geval: Geval) -> Blad:
    """Give the page that a case asks for."""
    return geval.route, geval.variant


def loop_door(wereld: Proefwereld, keuze: Iterable[Geval], tabellen: Tabellen) -> Verslag:
    """Try these cases as everybody and compare with the tables."""
    verslag = Verslag()
    keuze = list(keuze)
    for geval, antwoorden in zip(keuze, verdeel(partial(_als_ieder, wereld), keuze), strict=True):
        if geval not in tabellen.antwoorden:
            verslag.onverklaard.append(f"{geval}: no expectation")
        for wie, antwoord in zip(WIE, antwoorden, strict=True):
            verslag.aantal += 1
            _beoordeel(verslag, wereld, geval, wie, antwoord)
            verslag.anders += [f"{geval} as {wie}: {wat}" for wat in tabellen.verschillen(wereld, geval, wie, antwoord)]
            verslag.anders += [f"{geval} as {wie}: row of the log, {wat}" for wat in antwoord.logfouten]
            verslag.gelekt += [f"{geval} as {wie}: {wat}" for wat in tabellen.lekken(wereld, wie, antwoord)]
    return verslag


def _als_ieder(wereld: Proefwereld, geval: Geval) -> tuple[Antwoord, ...]:
    return tuple(probeer(wereld, geval, wie) for wie in WIE)


def _beoordeel(verslag: Verslag, wereld: Proefwereld, geval: Geval, wie: Rol | None, antwoord: Antwoord) -> None:
    verslag.antwoorden.setdefault(geval, {})[wie] = antwoord.code
    verslag.logboek.setdefault(geval, {})[wie] = " ".join(antwoord.log)
    if wie is not None and is_blad(geval, wie):
        verslag.bladen[blad(geval), wie] = op_blad(wereld, wie, antwoord)
    for merk, veld in antwoord.kanaries:
        if wie is not None and wereld.relatie(wie, merk) in BEREIK[wie]:
            verslag.gezien.setdefault(veld, set()).add(wie)


def verouderd(verwacht: Verwachting) -> list[Geval]:
    """Give the lines of the tables that no address asks for any more."""
    return sorted(set(verwacht) - set(gevallen()))


def hoofd(routes: AbstractSet[str] = frozenset(), *, is_aanvullen: bool = False, neem_over: bool = False) -> int:
    """Do what scripts/toegangstabel.py says; without `routes` for every address."""
    keuze = [geval for geval in gevallen() if not routes or geval.route in routes]
    with op_vaste_dag():
        tabellen, wereld = Tabellen(), maak_wereld()
        verslag = loop_door(wereld, keuze, tabellen)
        zonder = [geval for geval in gevallen_onbevestigd() if not routes or geval.route in routes]
        onbevestigd, eerder = verschillen(wereld, zonder), lees_onbevestigd()
    blijft = {sleutel: wat for sleutel, wat in eerder.items() if routes and sleutel[0] not in routes}
    verslag.anders += [
        f"{sleutel} without confirmation: {onbevestigd.get(sleutel)}, expected {eerder.get(sleutel)}"
        for sleutel in sorted((onbevestigd.keys() | eerder.keys()) - blijft.keys())
        if onbevestigd.get(sleutel) != eerder.get(sleutel)
    ]
    verslag.anders += [f"{geval}: no such address" for geval in verouderd(tabellen.antwoorden)]
    meld(*verslag.anders, *verslag.gelekt, *verslag.onverklaard, verslag.slotregel())
    if not is_aanvullen:
        return 0 if verslag.is_goed else 1
    _schrijf(tabellen, verslag, neem_over=neem_over)
    schrijf_onbevestigd({**blijft, **onbevestigd, **({} if neem_over else eerder)})
    return 0


def neem_bladen_over(wereld: Proefwereld, antwoorden: Mapping[tuple[Geval, Rol], Antwoord]) -> None:
    """Write what stands on the pages and in the log after these cases; the other lines of both tables stay."""
    bladen, logboek = lees_bladen(), lees_verwachting("logboek")
    for (geval, wie), antwoord in antwoorden.items():
        if is_blad(geval, wie):
            bladen[blad(geval), wie] = op_blad(wereld, wie, antwoord)
        regel = logboek.setdefault(geval, dict.fromkeys(WIE, ONGEZIEN))
        regel[wie] = " ".join(antwoord.log)
    bekend = set(gevallen())
    schrijf_bladen({sleutel: op for sleutel, op in bladen.items() if sleutel[0] in {blad(geval) for geval in bekend}})
    schrijf_verwachting({geval: regel for geval, regel in logboek.items() if geval in bekend}, "logboek")


def _schrijf(oud: Tabellen, verslag: Verslag, *, neem_over: bool) -> None:
    """Add what is new to the tables and take out what is gone; with `neem_over` replace what was seen."""
    bekend = set(gevallen())
    bladen = {blad(geval) for geval in bekend}
    al_daar = {geval for geval in oud.antwoorden if not neem_over or geval not in verslag.antwoorden} & bekend
    nieuw = [geval for geval in verslag.antwoorden if geval not in al_daar]
    for wat, was, werd in (
        ("antwoorden", oud.antwoorden, verslag.antwoorden),
        ("logboek", oud.logboek, verslag.logboek),
    ):
        blijft = {geval: was[geval] for geval in al_daar if geval in was}
        schrijf_verwachting({**blijft, **{geval: werd[geval] for geval in nieuw}}, wat)
    vers = {blad(geval) for geval in nieuw}
    schrijf_bladen(
        {
            **{sleutel: op for sleutel, op in oud.bladen.items() if sleutel[0] in bladen - vers},
            **{sleutel: op for sleutel, op in verslag.bladen.items() if sleutel[0] in vers},
        }
    )
    schrijf_zichtbaar({**{veld: frozenset(rollen) for veld, rollen in verslag.gezien.items()}, **oud.zichtbaar})

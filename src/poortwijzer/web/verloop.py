"""How ill and how far back at work, as steps in time, out of periods that may overlap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from poortwijzer.dossiers.beelden import Periodebeeld, Periodesoort

HEEL = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Trede:
    """A stretch of days with one level: `pct` is the part not yet resumed; `tot` is exclusive."""

    vanaf: date
    tot: date
    pct: int
    soort: str


def treden(perioden: Sequence[Periodebeeld], begin: date, tot_en_met: date) -> Iterator[Trede]:
    """Give the steps from `begin` up to and including `tot_en_met`, without days on which nobody was ill.

    The latest resumption counts for its share of the contract hours; a therapeutic one does not lower the level,
    it only looks different. Leave stands apart.
    """
    grenzen = {begin, tot_en_met + timedelta(days=1)}
    for periode in perioden:
        grenzen.add(periode.vanaf)
        if periode.tot_en_met is not None:
            grenzen.add(periode.tot_en_met + timedelta(days=1))
    dagen = sorted(dag for dag in grenzen if begin <= dag <= tot_en_met + timedelta(days=1))
    for vanaf, tot in pairwise(dagen):
        trede = _trede([periode for periode in perioden if _loopt(periode, vanaf)], vanaf, tot)
        if trede is not None:
            yield trede


def _loopt(periode: Periodebeeld, dag: date) -> bool:
    return periode.vanaf <= dag and (periode.tot_en_met is None or dag <= periode.tot_en_met)


def _trede(lopend: Sequence[Periodebeeld], vanaf: date, tot: date) -> Trede | None:
    soorten = {periode.soort for periode in lopend}
    if Periodesoort.VERLOF in soorten:
        return Trede(vanaf=vanaf, tot=tot, pct=HEEL, soort="verlof")
    if not soorten or Periodesoort.HERSTELD in soorten:
        return None
    hervat = [periode for periode in lopend if periode.soort is Periodesoort.HERVATTING]
    laatste = max(hervat, key=lambda periode: periode.vanaf, default=None)
    if laatste is not None and laatste.is_therapeutisch:
        return Trede(vanaf=vanaf, tot=tot, pct=HEEL, soort="therapie")
    pct = HEEL - round(laatste.uren_pct or 0) if laatste else HEEL
    return Trede(vanaf=vanaf, tot=tot, pct=pct, soort="ziek") if pct > 0 else None

"""The stand for the UWV in one word: the verdict of the core, with the moments of the timeline by what is at stake.

Pure: no tables. As long as the verdict is unknown a moment that is too late and can cost a loonsanctie decides;
what is unknown is never in order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from poortnormen.norm import Gevolg
from poortnormen.standdelen import NEGATIEF, Oordeel
from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Stand
from poortwijzer.dossiers.beelden import Oordeelstand

ZWAARSTE_EERST = tuple(Gevolg)
_MIST = frozenset({Stand.TE_LAAT, Stand.TE_LAAT_GEDAAN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """The verdict in one word, with the moments by how they stand, heaviest first."""

    stand: Oordeelstand
    mist: tuple[Moment, ...]
    onbekend: tuple[Moment, ...]
    in_orde: tuple[Moment, ...]


def rang(gevolg: Gevolg) -> int:
    """Give 0 for the heaviest consequence, and more for lighter ones."""
    return ZWAARSTE_EERST.index(gevolg)


def weeg(momenten: Iterable[Moment], oordeel: Oordeel) -> Weging:
    """Weigh a timeline beside the verdict: what is late or was done late, what is asked, and what is in order."""
    rij = sorted(momenten, key=lambda m: (rang(m.gevolg), m.uiterste_dag or date.max, m.norm, m.item or ""))
    telt = [moment for moment in rij if not moment.is_informatief]
    mist = tuple(moment for moment in telt if moment.status in _MIST)
    onbekend = tuple(moment for moment in telt if moment.vragen)
    return Weging(
        stand=_stand(mist, oordeel),
        mist=mist,
        onbekend=onbekend,
        in_orde=tuple(moment for moment in telt if moment.status is Stand.OP_TIJD),
    )


def _stand(mist: tuple[Moment, ...], oordeel: Oordeel) -> Oordeelstand:
    kost_loon = any(moment.status is Stand.TE_LAAT and moment.gevolg is Gevolg.LOONSANCTIE for moment in mist)
    if oordeel in NEGATIEF or (oordeel is Oordeel.ONBEKEND and kost_loon):
        return Oordeelstand.NIET_OP_KOERS
    if oordeel is Oordeel.ONBEKEND:
        return Oordeelstand.NOG_NIET_TE_ZEGGEN
    heeft_gevolg = any(moment.gevolg is not Gevolg.GEEN for moment in mist)
    return Oordeelstand.AANDACHT if heeft_gevolg else Oordeelstand.OP_KOERS

"""The stand for the UWV, first version: the moments of a judgement weighed by what is at stake.

Pure: no tables. What is too late and can cost a loonsanctie weighs heaviest; what is unknown is never in order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from poortnormen.norm import Gevolg
from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Stand, vroegste
from poortwijzer.dossiers.beelden import Oordeelstand

ZWAARSTE_EERST = tuple(Gevolg)
_MIST = frozenset({Stand.TE_LAAT, Stand.TE_LAAT_GEDAAN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """The verdict with the moments it rests on, heaviest first; `houdbaar_tot` as everywhere in the core."""

    stand: Oordeelstand
    mist: tuple[Moment, ...]
    onbekend: tuple[Moment, ...]
    in_orde: tuple[Moment, ...]
    houdbaar_tot: date | None


def rang(gevolg: Gevolg) -> int:
    """Give 0 for the heaviest consequence, and more for lighter ones."""
    return ZWAARSTE_EERST.index(gevolg)


def weeg(momenten: Iterable[Moment]) -> Weging:
    """Weigh a timeline: what is late or was done late, what is unknown, and what is in order."""
    rij = sorted(momenten, key=lambda m: (rang(m.gevolg), m.uiterste_dag or date.max, m.norm, m.item or ""))
    telt = [moment for moment in rij if not moment.is_informatief]
    mist = tuple(moment for moment in telt if moment.status in _MIST)
    onbekend = tuple(moment for moment in telt if moment.status is Stand.ONBEKEND)
    return Weging(
        stand=_stand(mist, onbekend),
        mist=mist,
        onbekend=onbekend,
        in_orde=tuple(moment for moment in telt if moment.status is Stand.OP_TIJD),
        houdbaar_tot=vroegste(*(moment.houdbaar_tot for moment in telt)),
    )


def _stand(mist: tuple[Moment, ...], onbekend: tuple[Moment, ...]) -> Oordeelstand:
    if any(moment.status is Stand.TE_LAAT and moment.gevolg is Gevolg.LOONSANCTIE for moment in mist):
        return Oordeelstand.NIET_OP_KOERS
    if any(moment.gevolg is Gevolg.LOONSANCTIE for moment in onbekend):
        return Oordeelstand.NOG_NIET_TE_ZEGGEN
    if any(moment.gevolg is not Gevolg.GEEN for moment in mist):
        return Oordeelstand.AANDACHT
    return Oordeelstand.OP_KOERS

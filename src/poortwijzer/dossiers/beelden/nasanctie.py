"""The time after a loonsanctie as one role may see it."""

from dataclasses import dataclass
from datetime import date

from poortnormen.nasanctie import NaSanctie
from poortnormen.tijdlijn import Moment
from poortnormen.uitkomst import Uitleg
from poortwijzer.dossiers.beelden.dossier import Feitbeeld
from poortwijzer.dossiers.beelden.knoppen import Knop


@dataclass(frozen=True, slots=True, kw_only=True)
class Nasanctiebeeld:
    """What UWV asked and decided, how far the repair is, and what this role can record about it.

    `na` is None without a loonsanctie (or when its days are not known yet). `over_besluit` says, with the norm, what
    the decision lacks or has. `mag_loon`: whether this role may see what it costs. `knoppen` are by name of the fact.
    """

    peildatum: date
    na: NaSanctie | None
    fase: Uitleg | None
    over_besluit: tuple[tuple[str, Uitleg], ...]
    mag_loon: bool
    vragen: tuple[Moment, ...]
    feiten: tuple[Feitbeeld, ...]
    knoppen: dict[str, Knop]

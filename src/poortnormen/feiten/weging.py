"""Wat een gever bij een oordeel woog: per punt uit de bron of het hier meespeelt."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class Weegt(StrEnum):
    """Of een punt in dit dossier meespeelt, volgens wie het oordeel geeft."""

    SPEELT_MEE = "speelt_mee"
    SPEELT_NIET = "speelt_niet"
    WEET_IK_NIET = "weet_ik_niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntweging:
    """Eén punt, met de norm die het noemt."""

    norm: str
    weegt: Weegt


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """De punten die iemand bij een oordeel langsliep.

    `tegenwicht` zegt waarom punten die voor het andere antwoord pleiten, hier minder wegen.
    """

    punten: tuple[Puntweging, ...] = ()
    tegenwicht: str = ""

    def __post_init__(self) -> None:
        """Weiger een punt dat twee keer is gewogen.

        Raises:
            ValueError: met de norm van dat punt.
        """
        dubbel = [norm for norm, aantal in Counter(punt.norm for punt in self.punten).items() if aantal > 1]
        if dubbel:
            raise ValueError(f"Het punt {dubbel[0]} staat er twee keer. Laat er één staan.")

    def van(self, norm_id: str) -> Weegt | None:
        """Hoe dit punt is gewogen; None als de gever er niets van zei."""
        return next((punt.weegt for punt in self.punten if punt.norm == norm_id), None)

"""Het re-integratieverslag: de onderdelen met hun stand, en wanneer het klaar is; gedeeld door meer dan één bron."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.feiten.stukken import Afschrift, Onderdeel, Ontvanger, Stuk, Stuksoort


class Deelstand(StrEnum):
    """Hoe het met een onderdeel van het verslag staat."""

    AANWEZIG = "aanwezig"
    ONVOLLEDIG = "onvolledig"
    ONTBREEKT = "ontbreekt"
    NOG_NIET = "nog_niet"
    NIET_NODIG = "niet_nodig"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Verslagdeel:
    """Eén onderdeel: de stand, van welke dag het is en wat eraan ontbreekt.

    `actueel_tot_en_met` is gevuld als de organisatie heeft afgesproken hoe oud een oordeel mag zijn.
    """

    onderdeel: Onderdeel
    stand: Deelstand
    dag: date | None = None
    ontbreekt: tuple[str, ...] = ()
    actueel_tot_en_met: date | None = None


@dataclass(frozen=True, slots=True)
class Verslagdelen:
    """De onderdelen van het verslag, op volgorde van hun letter."""

    delen: tuple[Verslagdeel, ...]

    def met_stand(self, *standen: Deelstand) -> tuple[Onderdeel, ...]:
        """De letters van de onderdelen met een van deze standen."""
        return tuple(deel.onderdeel for deel in self.delen if deel.stand in standen)

    @property
    def aantal_aanwezig(self) -> int:
        """Hoeveel onderdelen er zijn."""
        return len(self.met_stand(Deelstand.AANWEZIG))


def verslag_gereed_op(
    stukken: Sequence[Stuk], afschriften: Sequence[Afschrift], *, vanaf: date | None = None
) -> date | None:
    """De dag waarop het eerste verslag vanaf een dag er was én de werknemer daar een afschrift van had."""
    soort = Stuksoort.REINTEGRATIEVERSLAG
    opgesteld = [s.opgesteld_op for s in stukken if s.soort is soort and (vanaf is None or s.opgesteld_op >= vanaf)]
    if not opgesteld:
        return None
    eerste = min(opgesteld)
    return min(
        (
            afschrift.verstrekt_op
            for afschrift in afschriften
            if afschrift.soort is soort
            if afschrift.ontvanger is Ontvanger.WERKNEMER and afschrift.verstrekt_op >= eerste
        ),
        default=None,
    )

"""Het re-integratieverslag: de onderdelen met hun stand, en wanneer het klaar is; gedeeld door meer dan één bron."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from poortnormen.feiten.soort import BEDRIJFSARTS, WERKGEVER, WERKNEMER
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


@dataclass(frozen=True, slots=True)
class Verslagstuk:
    """Een vastgesteld stuk dat in het verslag kan: waaraan het te herkennen is, de soort en de dag van het stuk."""

    sleutel: Hashable
    soort: Stuksoort
    opgesteld_op: date


# De onderdelen zoals zij bij elkaar staan: vier uit het voorblad, drie uit één oordeel van de bedrijfsarts.
GROEPEN = (
    (Onderdeel.A, Onderdeel.B, Onderdeel.C, Onderdeel.D),
    (Onderdeel.E,),
    (Onderdeel.F,),
    (Onderdeel.G,),
    (Onderdeel.H,),
    (Onderdeel.I, Onderdeel.J, Onderdeel.K),
    (Onderdeel.L,),
)
_TWEE = (WERKGEVER, WERKNEMER)
_MET_ARTS = (WERKGEVER, BEDRIJFSARTS)
# Van wie elk onderdeel komt: de partijen die de regeling bij het onderdeel noemt (PRG-6-1).
LEVEREN: Mapping[Onderdeel, tuple[str, ...]] = MappingProxyType(
    {
        Onderdeel.A: (WERKGEVER,),
        Onderdeel.B: (WERKGEVER,),
        Onderdeel.C: (WERKGEVER,),
        Onderdeel.D: _TWEE,
        Onderdeel.E: (WERKGEVER,),
        Onderdeel.F: (BEDRIJFSARTS,),
        Onderdeel.G: _TWEE,
        Onderdeel.H: _TWEE,
        Onderdeel.I: _MET_ARTS,
        Onderdeel.J: (BEDRIJFSARTS,),
        Onderdeel.K: _MET_ARTS,
        Onderdeel.L: (WERKNEMER,),
    }
)
# Welke soorten stukken in een groep horen: alle die er zijn (het oordeel met zijn bijstellingen, het plan met die van
# hem), of van elke rij soorten alleen het laatste.
_ALLE: Mapping[Onderdeel, tuple[Stuksoort, ...]] = MappingProxyType(
    {
        Onderdeel.F: (Stuksoort.PROBLEEMANALYSE,),
        Onderdeel.G: (Stuksoort.PLAN_VAN_AANPAK, Stuksoort.BIJSTELLING),
    }
)
_LAATSTE: Mapping[Onderdeel, tuple[tuple[Stuksoort, ...], ...]] = MappingProxyType(
    {
        Onderdeel.A: ((Stuksoort.REINTEGRATIEVERSLAG,),),
        Onderdeel.H: ((Stuksoort.EERSTEJAARSEVALUATIE,), (Stuksoort.EVALUATIE, Stuksoort.EINDEVALUATIE)),
        Onderdeel.I: ((Stuksoort.ACTUEEL_OORDEEL,),),
        Onderdeel.L: ((Stuksoort.OORDEEL_WERKNEMER,),),
    }
)


def groep_van(soort: Stuksoort) -> Onderdeel | None:
    """De eerste letter van de groep waarin een soort stuk hoort; None als zij niet in het verslag gaat."""
    for letter, soorten in _ALLE.items():
        if soort in soorten:
            return letter
    return next((letter for letter, rijen in _LAATSTE.items() if any(soort in rij for rij in rijen)), None)


def stukken_in_verslag(stukken: Sequence[Verslagstuk]) -> Mapping[Onderdeel, tuple[Verslagstuk, ...]]:
    """Welke stukken in het verslag gaan, per eerste letter van de groep, op volgorde van hun dag.

    Alle oordelen en plannen met hun bijstellingen (BKP-n5-f, BKP-n5-g); de evaluatie van het eerste jaar en de laatste
    daarna (PRG-6-1h); van de rest alleen het laatste. Bij dezelfde dag telt het stuk dat later in de rij staat.
    """
    op_dag = sorted(stukken, key=lambda stuk: stuk.opgesteld_op)  # wat later in de rij staat, blijft later
    gekozen: dict[Onderdeel, tuple[Verslagstuk, ...]] = {}
    for letter, soorten in _ALLE.items():
        gekozen[letter] = tuple(stuk for stuk in op_dag if stuk.soort in soorten)
    for letter, rijen in _LAATSTE.items():
        laatste = ([stuk for stuk in op_dag if stuk.soort in rij][-1:] for rij in rijen)
        gekozen[letter] = tuple(sorted((stuk for rij in laatste for stuk in rij), key=lambda stuk: stuk.opgesteld_op))
    return MappingProxyType({letter: rij for letter, rij in gekozen.items() if rij})


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

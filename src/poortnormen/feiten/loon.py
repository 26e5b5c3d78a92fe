"""Feiten over loon: wat is afgesproken, wat de cao meer geeft, en welke maatregel de werkgever nam."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poortnormen.feiten.soort import UWV, WERKGEVER, WERKNEMER, Feitsoort


class Loontijdvak(StrEnum):
    """Per hoeveel tijd het loon is afgesproken en wordt betaald."""

    MAAND = "maand"
    VIER_WEKEN = "vier_weken"
    WEEK = "week"


class Lezing(StrEnum):
    """Hoe het loon wordt berekend als iemand een deel van het eigen werk doet; de praktijk is verdeeld."""

    GEWERKT_DEEL_VOLLEDIG = "gewerkt_deel_volledig"
    VERDIEND_LOON_ERAF = "verdiend_loon_eraf"


class Maatregel(StrEnum):
    """Wat de werkgever met het loon doet als de werknemer niet meewerkt."""

    STOP = "stop"
    OPSCHORTING = "opschorting"


class Stopgrond(StrEnum):
    """De letter van de grond in artikel 7:629, derde lid; nooit meer dan de letter."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"
    E = "e"
    F = "f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loonafspraak:
    """Het vaste loon in hele centen per tijdvak vanaf een dag, met de uren van het contract en van een volle week."""

    vanaf: date
    loon_centen: int
    per: Loontijdvak
    uren_per_week: Fraction
    uren_volle_week: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loontrede:
    """Welk deel van het loon de cao of de werkgever betaalt vanaf de zoveelste ziektedag (de eerste is 1)."""

    vanaf_ziektedag: int
    loon_pct: Fraction
    is_begrensd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Loonmaatregel:
    """Een loonstop of opschorting, met de eerste en de laatste dag; zonder laatste dag loopt zij nog.

    `vermoed_op` is de dag waarop de werkgever de reden vermoedde, `gemeld_op` die waarop hij de werknemer zei dat het
    loon stopt of wacht. `geweigerde_uren` zijn de uren passend werk per week die de werknemer weigerde.
    """

    soort: Maatregel
    vanaf: date
    tot_en_met: date | None = None
    grond: Stopgrond | None = None
    vermoed_op: date | None = None
    gemeld_op: date | None = None
    is_werknemer_gehoord: bool | None = None
    geweigerde_uren: Fraction | None = None
    is_voorschrift_schriftelijk: bool | None = None


FEITEN = (
    Feitsoort(
        naam="loonafspraken",
        onderdeel="loonafspraak",
        type=Loonafspraak,
        vraag="Welk loon is vanaf welke dag afgesproken, per maand, vier weken of week, en voor hoeveel uren?",
        gevers=(WERKGEVER, WERKNEMER),
    ),
    Feitsoort(
        naam="loontreden",
        onderdeel="loontrede",
        type=Loontrede,
        vraag="Welk deel van het loon betaalt u bij ziekte volgens cao of contract, en vanaf de hoeveelste ziektedag?",
        gevers=(WERKGEVER,),
    ),
    Feitsoort(
        naam="wachtdagen",
        type=int,
        vraag="Hoeveel ziektedagen blijven volgens de afspraak aan het begin onbetaald?",
        gevers=(WERKGEVER, WERKNEMER),
    ),
    Feitsoort(
        naam="is_bbl",
        type=bool,
        vraag="Werkt de werknemer met een leer-werkovereenkomst (beroepsbegeleidende leerweg)?",
        gevers=(WERKGEVER, WERKNEMER),
    ),
    Feitsoort(
        naam="lezing_gedeeltelijk_werk",
        type=Lezing,
        vraag="Hoe berekent de organisatie het loon als iemand een deel van het eigen werk doet?",
        gevers=(WERKGEVER,),
    ),
    Feitsoort(
        naam="is_overgangstermijn_aow_toegepast",
        type=bool,
        vraag="Is bij deze werknemer met AOW de langere termijn van het overgangsrecht toegepast?",
        gevers=(WERKGEVER, WERKNEMER),
    ),
    Feitsoort(
        naam="loonmaatregelen",
        onderdeel="loonmaatregel",
        type=Loonmaatregel,
        vraag="Is het loon gestopt of opgeschort, van welke dag tot en met welke dag, en op welke grond?",
        gevers=(WERKGEVER,),
    ),
    Feitsoort(
        naam="is_loonmaatregel_zonder_uitstel_gemeld",
        type=bool,
        vraag="Hoorde de werknemer zonder onnodig uitstel dat het loon stopt of wacht?",
        gevers=(WERKGEVER, WERKNEMER, UWV),
    ),
)

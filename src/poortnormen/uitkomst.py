"""Wat een norm kan opleveren: een vaststelling, of een eerlijk antwoord waarom die er niet is.

Een uitkomst bevat nooit een kant-en-klare zin, maar een sjabloon met de getypeerde gegevens erin; het platform maakt
daar een zin van in de taal van de lezer. `houdbaar_tot` is de eerste peildatum waarop de uitkomst anders kan zijn
terwijl de feiten gelijk blijven; zonder waarde blijft zij voor altijd gelijk.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from poortnormen.vorm import onveranderlijk


class Stand(StrEnum):
    """De stand van iets dat op een dag gedaan moet zijn."""

    OPEN = "open"
    NADERT = "nadert"
    OP_TIJD = "op_tijd"
    TE_LAAT = "te_laat"
    TE_LAAT_GEDAAN = "te_laat_gedaan"
    ONBEKEND = "onbekend"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"


@onveranderlijk()
class Uitleg:
    """Een zin in wording: het sjabloon met `{namen}` en de gegevens die daar horen."""

    sjabloon: str
    gegevens: Mapping[str, object]


@onveranderlijk(kw_only=True)
class _Uitkomst:
    """Wat elke uitkomst gemeen heeft."""

    norm: str
    item: str | None = None
    gebruikt: Mapping[str, object] = field(default_factory=dict)
    sjabloon: str = ""
    houdbaar_tot: date | None = None

    @property
    def uitleg(self) -> Uitleg:
        """De uitleg van deze uitkomst, nog zonder taal."""
        return Uitleg(self.sjabloon, self.gebruikt)


@onveranderlijk(kw_only=True)
class Vastgesteld(_Uitkomst):
    """De norm is uitgewerkt met de bekende feiten."""

    waarde: object

    @property
    def uitleg(self) -> Uitleg:
        """De uitleg met de uitkomst zelf erin als `{uitkomst}`."""
        return Uitleg(self.sjabloon, {**self.gebruikt, "uitkomst": self.waarde})


@onveranderlijk(kw_only=True)
class Onbekend(_Uitkomst):
    """Er ontbreken feiten, of een oordeel van een mens; `mogelijk` toont wat het bij elk antwoord zou worden.

    Als het `werkt_door`, zijn dat waarden zoals de norm ze zelf geeft, en rekenen de normen die erop steunen ermee
    verder: zo is van elke termijn te zien hoe zij bij elk antwoord uitvalt. `geldt_niet_bij` noemt de antwoorden
    waarbij de norm niet geldt.
    """

    ontbreekt: tuple[str, ...]
    mogelijk: tuple[tuple[str, object], ...] = ()
    geldt_niet_bij: tuple[str, ...] = ()
    werkt_door: bool = False


@onveranderlijk(kw_only=True)
class NietGeldig(_Uitkomst):
    """De norm of een waarde die zij nodig heeft, gold niet of is niet bekend op de dag waarom het gaat."""

    reden: str


@onveranderlijk(kw_only=True)
class NietVanToepassing(_Uitkomst):
    """De norm geldt niet voor dit geval; `reden` noemt het geval in `uitleg_niet` van de norm, of de andere norm."""

    reden: str


Uitkomst = Vastgesteld | Onbekend | NietGeldig | NietVanToepassing


# Wat een uitwerking kan teruggeven in plaats van een kale waarde. De catalogus maakt er een uitkomst van.


@onveranderlijk()
class Tot:
    """Een waarde die tot een bepaalde peildatum geldt."""

    waarde: object
    houdbaar_tot: date | None


@dataclass(frozen=True, slots=True)
class Uiterlijk:
    """Een laatste dag met wat er al gedaan is, voor normen die per onderdeel een eigen laatste dag hebben."""

    dag: date
    gedaan_op: date | None = None
    vroegste_dag: date | None = None


@dataclass(frozen=True, slots=True)
class AndereDag:
    """Een dag die voor de termijn van een norm in de plaats komt, en wanneer dat is afgesproken."""

    norm: str
    dag: date
    afgesproken_op: date


@dataclass(frozen=True, slots=True)
class Onverwijld:
    """Iets dat zonder uitstel moet, zonder dat de bron een aantal dagen noemt: vanaf welke dag, en wanneer gedaan.

    Of later gedaan nog zonder uitstel was, is het oordeel van een mens. `nog_aan` noemt wie nog niets kreeg.
    """

    vanaf: date
    gedaan_op: date | None = None
    nog_aan: tuple[str, ...] = ()


class FeitOntbreekt(Exception):  # het is een antwoord, geen fout
    """Een berekening loopt vast op feiten die er niet zijn; de catalogus maakt er `Onbekend` van."""

    def __init__(self, *feiten: str) -> None:
        super().__init__(", ".join(feiten))
        self.feiten = feiten


class WaardeOntbreekt(Exception):  # het is een antwoord, geen fout
    """Een berekening heeft een waarde nodig op een dag die de tabel niet kent; zij wordt `NietGeldig`."""

    def __init__(self, waarde: str) -> None:
        super().__init__(waarde)
        self.waarde = waarde


@onveranderlijk()
class Mist:
    """Deze feiten zijn nodig en niet bekend; `mogelijk` noemt per antwoord wat er dan uitkomt (zie `Onbekend`)."""

    ontbreekt: tuple[str, ...]
    mogelijk: tuple[tuple[str, object], ...] = ()
    houdbaar_tot: date | None = None
    werkt_door: bool = False
    geldt_niet_bij: tuple[str, ...] = ()


@onveranderlijk()
class Nvt:
    """De norm geldt niet voor dit geval; `reden` is een sleutel in `uitleg_niet` van de norm."""

    reden: str
    gegevens: Mapping[str, object] = field(default_factory=dict)
    houdbaar_tot: date | None = None


def mist(
    *feiten: str,
    mogelijk: tuple[tuple[str, object], ...] = (),
    houdbaar_tot: date | None = None,
    werkt_door: bool = False,
) -> Mist:
    """Zeg welke feiten ontbreken om de norm uit te werken."""
    return Mist(feiten, mogelijk, houdbaar_tot, werkt_door)


def nvt(reden: str, *, houdbaar_tot: date | None = None, **gegevens: object) -> Nvt:
    """Zeg dat de norm niet geldt, met de sleutel van de reden en de gegevens voor de uitleg."""
    return Nvt(reden, gegevens, houdbaar_tot)


def eerste_van(een: date | None, ander: date | None) -> date | None:
    """De vroegste van twee dagen; het is `vroegste` voor wat bij elke uitkomst wordt gevraagd."""
    if een is None or (ander is not None and ander < een):
        return ander
    return een


def vroegste(*dagen: date | None) -> date | None:
    """De vroegste van de genoemde dagen; zonder dagen geen dag (voor altijd)."""
    eerste: date | None = None
    for dag in dagen:
        if dag is not None and (eerste is None or dag < eerste):
            eerste = dag
    return eerste

"""Een norm is een vermelding met een bron; haar uitwerking, als zij die heeft, is een zuivere functie bij haar id."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
JA_NEE = {True: "ja", False: "nee"}


class Soort(StrEnum):
    """Wat voor norm het is."""

    AFWEGING = "afweging"
    BEREKENING = "berekening"
    CRITERIUM = "criterium"
    DEFINITIE = "definitie"
    FORMULIER = "formulier"
    INHOUDSEIS = "inhoudseis"
    PLICHT = "plicht"
    PRIVACY = "privacy"
    PROCESSTAP = "processtap"
    ROLREGEL = "rolregel"
    SIGNAAL = "signaal"
    TERMIJN = "termijn"


class Hardheid(StrEnum):
    """Hoe hard een norm is, van wet tot advies."""

    WETTELIJK = "wettelijk"
    BELEID = "beleid"
    RICHTLIJN = "richtlijn"
    ADVIES = "advies"


class Aard(StrEnum):
    """Wat voor stuk een bron is; alleen termijnen in een wet of amvb vallen onder de Algemene termijnenwet."""

    WET = "wet"
    AMVB = "amvb"
    MINISTERIELE_REGELING = "ministeriele_regeling"
    BELEIDSREGEL = "beleidsregel"
    RICHTLIJN = "richtlijn"


class Telrichting(StrEnum):
    """Hoe een termijn loopt: vooruit vanaf een gebeurtenis, terug vanaf een gebeurtenis, of als duur van een gevolg."""

    VOORUIT = "vooruit"
    TERUG = "terug"
    DUUR = "duur"


class Gevolg(StrEnum):
    """Wat er op het spel staat als een dag voorbijgaat, van zwaar naar licht."""

    LOONSANCTIE = "loonsanctie"
    VERLIES_RECHT = "verlies_recht"
    BOETE = "boete"
    VERTRAGING = "vertraging"
    GEEN = "geen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Momentgegevens:
    """Hoe een norm die een dag oplevert op de tijdlijn staat.

    `gedaan` noemt het feit met de dag waarop het gebeurde. Geeft de uitwerking die dag zelf, dan noemt `gedaan_door`
    het feit of de soort stuk waarmee iemand het moment afrondt. `vroegst` is het feit of de norm met de eerste dag
    waarop het kan, `veilig_dagen` het aantal dagen vóór de uiterste dag dat geen uitleg over een dag meer of minder
    toelaat, `nadert_dagen` vanaf hoeveel dagen tevoren het nadert (een instelling, geen norm). Een informatief moment
    gaat vanzelf voorbij; bij een extern moment (van UWV bijvoorbeeld) betekent niet vastgelegd: niet bekend, en dus
    niet te laat. Voor wat zonder uitstel moet en waarvoor de bron geen dagen noemt, is `oordeel` het ja-neefeit met het
    oordeel van een mens of het zonder uitstel is gedaan. Wat na herstel nog steeds moet, is `blijft_na_herstel`.
    `uitgebleven` noemt het ja-neefeit dat een extern moment nooit is gekomen.
    """

    naam: str
    wie: str
    gedaan: str = ""
    gedaan_door: str = ""
    vroegst: str = ""
    oordeel: str = ""
    veilig_dagen: int = 0
    nadert_dagen: int = 28
    gevolg: Gevolg = Gevolg.GEEN
    is_afwijkbaar: bool = False
    is_informatief: bool = False
    is_extern: bool = False
    blijft_na_herstel: bool = False
    uitgebleven: str = ""


class Inspanning(StrEnum):
    """Wat een stap kost, van licht naar zwaar."""

    VRAAG = "vraag"
    STUK = "stuk"
    STAP = "stap"
    TRAJECT = "traject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstel:
    """Wat er moet gebeuren om van nee ja te maken, door wie, en welk feit dat daarna zegt.

    `stuk` is de soort van het stuk dat er moet komen, als het feit `stukken` is. `verbetert`: het gaat om een feit dat
    er al is en een ander antwoord krijgt, niet om een feit erbij.
    """

    wat: str
    wie: tuple[str, ...]
    feit: str
    inspanning: Inspanning
    waarde: bool = True
    stuk: str = ""
    verbetert: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """Een norm uit een bron, precies zoals zij in `normen.toml` staat.

    `termijn` noemt de waarde met de lengte van de termijn, als die niet uit haar uitwerking blijkt. `uitleg_bij` heeft
    voor een antwoord (ja, nee of een keuze) een eigen zin in plaats van `uitleg`. `herstel` zegt hoe nee nog ja wordt.
    """

    id: str
    bron: str
    vindplaats: str
    soort: Soort
    hardheid: Hardheid
    actor: tuple[str, ...]
    tekst: str
    zekerheid: str = ""
    zekerheid_noot: str = ""
    schuift: bool | None = None
    termijn: str = ""
    telrichting: Telrichting = Telrichting.VOORUIT
    lezing: str = ""
    werking: str = ""
    uitleg: str = ""
    uitleg_bij: Mapping[str, str] = field(default_factory=dict)
    uitleg_niet: Mapping[str, str] = field(default_factory=dict)
    gelijk_aan: str = ""
    geldig_vanaf: date | None = None
    geldig_tot: date | None = None
    geldt_naar: str = "peildatum"
    moment: Momentgegevens | None = None
    herstel: Herstel | None = None

    def sjabloon_bij(self, waarde: object) -> str:
        """De zin bij wat eruit kwam."""
        if not self.uitleg_bij:
            return self.uitleg
        sleutel = JA_NEE[waarde] if isinstance(waarde, bool) else str(waarde)
        return self.uitleg_bij.get(sleutel, self.uitleg)


@dataclass(frozen=True, slots=True)
class Bepaling:
    """De uitwerking van een norm: een functie waarvan de argumenten de feiten, waarden en uitkomsten zijn."""

    norm_id: str
    functie: Callable[..., object]
    per: str | None

    @property
    def naam(self) -> str:
        """De naam waaronder andere uitwerkingen deze uitkomst vragen."""
        return self.functie.__name__


BEPALINGEN: dict[str, Bepaling] = {}


def bepaalt(norm_id: str, *, per: str | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Maak een zuivere functie tot de uitwerking van een norm; haar argumenten zijn haar feiten.

    `per` noemt een meervoudig feit: de functie geeft dan één uitkomst per onderdeel daarvan.

    Raises:
        ValueError: als de norm al is uitgewerkt.
    """

    def bind(functie: Callable[P, R]) -> Callable[P, R]:
        if norm_id in BEPALINGEN:
            raise ValueError(f"Norm {norm_id} is al uitgewerkt.")
        BEPALINGEN[norm_id] = Bepaling(norm_id, functie, per)
        return functie

    return bind


REGELS: dict[str, Callable[..., object]] = {}


def regelt(*norm_ids: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Bind een zuivere functie over een stuk aan de normen die zij bewaakt (ADR 13); zie `stukregel.voer_uit`.

    Raises:
        ValueError: als een van de normen al een regel heeft.
    """

    def bind(functie: Callable[P, R]) -> Callable[P, R]:
        for norm_id in norm_ids:
            if norm_id in REGELS:
                raise ValueError(f"Norm {norm_id} heeft al een regel.")
            REGELS[norm_id] = functie
        return functie

    return bind

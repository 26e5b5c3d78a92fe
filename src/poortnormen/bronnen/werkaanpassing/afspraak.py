"""Stap A: wat een organisatie vooraf afspreekt over de methode."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poortnormen.bronnen.werkaanpassing.soorten import Categorie, Rol


class Onderwerp(StrEnum):
    """De negen onderwerpen waarover de organisatie iets afspreekt."""

    WANNEER = "wanneer_ingezet"
    BIJ_WIE = "bij_wie_ingezet"
    INITIATIEF = "wie_initieert"
    BEVOEGDHEDEN = "bevoegdheden"
    SAMENWERKING = "samenwerking_arbodisciplines"
    FINANCIERING = "financiering"
    IMPLEMENTATIE = "implementatie"
    ONDERNEMINGSRAAD = "overleg_ondernemingsraad"
    INKOOP = "inkoop_werkplekaanpassingen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderwerpafspraak:
    """Wat over een onderwerp is afgesproken, of waarom het hier niet geldt."""

    onderwerp: Onderwerp
    tekst: str = ""
    eigenaar: str = ""
    op: date | None = None
    geldt_niet_omdat: str = ""


class Beslismacht(StrEnum):
    """Of een rol zelf over een aanpassing beslist."""

    JA = "ja"
    TOT_BEDRAG = "tot_bedrag"
    NEE = "nee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandaat:
    """Wie over welke groep aanpassingen beslist, tot welk bedrag, en wie het daarboven doet."""

    rol: Rol
    categorie: Categorie
    mag_beslissen: Beslismacht
    tot_bedrag_centen: int | None = None
    escalatie_naar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adviesgesprek:
    """Een gesprek waarin de werkgever advies kreeg over de inzet."""

    op: date
    deelnemers: tuple[Rol, ...]
    advies: str
    besluit: str = ""


class Indicator(StrEnum):
    """Wat stap C volgt."""

    GEBRUIK = "gebruik"
    AANPASSINGEN = "aanpassingen"
    TERMIJNEN = "termijnen"
    TERUGKEER = "terugkeer"
    WAARDERING = "waardering"
    BETROKKENHEID = "betrokkenheid"
    BEGELEIDING = "begeleiding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Monitoring:
    """Wat stap C volgt, hoe vaak, voor wie, en hoe klein een groep mag zijn.

    Cijfers zijn er per afdeling of over het geheel, nooit beide: dan zou aftrekken iets verraden.
    """

    indicatoren: tuple[Indicator, ...] = ()
    ritme_maanden: int | None = None
    eerste_op: date | None = None
    ontvangers: tuple[str, ...] = ()
    kleinste_groep: int | None = None
    per_afdeling: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Duurzaamheid:
    """De afgesproken betekenis van duurzame terugkeer."""

    weken: int = 4
    is_gelijkwaardig_genoeg: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisatieafspraak:
    """Een versie van de afspraken van stap A; zonder `in_werking_per` is zij nog een concept."""

    onderwerpen: tuple[Onderwerpafspraak, ...] = ()
    mandaten: tuple[Mandaat, ...] = ()
    adviesgesprekken: tuple[Adviesgesprek, ...] = ()
    deelnemers: tuple[Rol, ...] = ()
    beleidsstuk: str = ""
    beleidsstuk_van: date | None = None
    implementatie: str = ""
    procesbegeleiders: tuple[str, ...] = ()
    afspraken_bedrijfsarts: str = ""
    monitoring: Monitoring = Monitoring()
    startmoment_dagen: int | None = None
    in_werking_per: date | None = None
    duurzaamheid: Duurzaamheid | None = None
    werkgever_krijgt_eindrapport: bool = False
    vervolgevaluatie_na_maanden: int | None = None

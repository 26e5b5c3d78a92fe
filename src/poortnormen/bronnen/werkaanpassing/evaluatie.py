"""B4 en B5: begeleiden op de werkplek, evalueren, en besluiten hoe het verdergaat."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poortnormen.bronnen.werkaanpassing.soorten import Antwoord, Besluit, Rol, Uitgangspunt, Wijze


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """Een vraag van een partij, met een antwoord of een actie met wie en wanneer."""

    tekst: str
    antwoord: str = ""
    actie: str = ""
    door: str = ""
    op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instructie:
    """Uitleg bij een gekozen oplossing, bevestigd door wie haar kreeg."""

    oplossing: str
    bevestigd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BijeenkomstB4:
    """Het gesprek van B4 met een partij."""

    partij: Rol
    op: date
    wijze: Wijze = Wijze.WERKPLEK
    reden: str = ""
    vragen: tuple[Vraag, ...] = ()
    instructies: tuple[Instructie, ...] = ()
    signalen_terugval: str = ""
    handelwijze: str = ""
    evaluatie_gepland_op: date | None = None


class Bijdrage(StrEnum):
    """Of de aanpassingen volgens een partij hielpen."""

    JA = "ja"
    GEDEELTELIJK = "gedeeltelijk"
    NEE = "nee"
    WEET_NIET = "weet_niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ervaring:
    """Of een oplossing in de praktijk werkte, en waarom niet."""

    oplossing: str
    uitvoerbaar: Antwoord | None = None
    reden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beoordeling:
    """Hoe een partij de inzet zelf vond, als cijfer van 1 tot en met 10 (onze schaal)."""

    tevredenheid: int | None = None
    aansluiting: int | None = None
    betrokkenheid: int | None = None
    inzet: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GesprekB5:
    """Het telefoongesprek van B5 met een partij."""

    partij: Rol
    op: date
    wijze: Wijze = Wijze.TELEFOON
    ervaringen: tuple[Ervaring, ...] = ()
    bijdrage_vroegtijdig: Bijdrage | None = None
    bijdrage_duurzaam: Bijdrage | None = None
    beoordeling: Beoordeling = Beoordeling()


class Functie(StrEnum):
    """In welk werk iemand hervatte."""

    EIGEN = "eigen"
    GELIJKWAARDIG = "gelijkwaardig"
    ANDER = "ander"


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkweek:
    """Een week werk: de maandag, in welk werk en tegen welk deel van het loon (1 is volledig)."""

    maandag: date
    functie: Functie
    loonwaarde: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Afronding:
    """Wat B5 vaststelt en besluit."""

    vroegtijdig: Antwoord | None = None
    duurzaam: Antwoord | None = None
    oorzaken: str = ""
    besluiten: tuple[Besluit, ...] = ()
    motivering: str = ""
    akkoord: tuple[Rol, ...] = ()
    vraag_voor_b1: str = ""
    volgend_uitgangspunt: Uitgangspunt | None = None
    reden_geen_vervolg: str = ""
    verslag_op: date | None = None
    verslag_aan: tuple[Rol, ...] = ()
    vervolgevaluatie_op: date | None = None

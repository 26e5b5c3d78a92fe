"""Het knelpuntenformulier: hoofdtaken, werkzaamheden en knelpunten, in drie varianten per ronde."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from poortnormen.bronnen.werkaanpassing.soorten import Herkomst, Label, Rol, Variant, Vrijgave, Wijze


@dataclass(frozen=True, slots=True, kw_only=True)
class Knelpunt:
    """Wat de terugkeer in de weg staat.

    Het platform geeft elk knelpunt een id zonder betekenis: een volgnummer zou verraden dat er iets ontbreekt. De
    velden `_origineel` zijn wat een ingelezen formulier zei en niet op de schaal past; `vrijgegeven_tekst` is
    de tekst
    waarmee de werknemer akkoord ging, `belemmering` zegt waardoor het werk niet lukt, en `akkoord` noemt wie vindt dat
    dit knelpunt wordt aangepakt.
    """

    id: str
    tekst: str
    belemmering: str = ""
    frequentie: int | None = None
    ernst: int | None = None
    frequentie_origineel: str = ""
    ernst_origineel: str = ""
    prioriteit: int | None = None
    prioriteit_origineel: str = ""
    herkomst: Herkomst = Herkomst.WERKNEMER
    label: Label = Label.WERK
    vrijgave: Vrijgave = Vrijgave.NIET_GEVRAAGD
    vrijgave_door: Rol | None = None
    vrijgegeven_tekst: str = ""
    zelfde_als: str = ""
    is_besproken: bool = False
    reden_niet_besproken: str = ""
    akkoord: tuple[Rol, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkzaamheid:
    """Een deel van een hoofdtaak, met de knelpunten daarin."""

    naam: str
    knelpunten: tuple[Knelpunt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hoofdtaak:
    """Een hoofdtaak met tijd, handelingen en omstandigheden, en wat er nu al lukt."""

    naam: str
    uren_per_week: Fraction | None = None
    handelingen: str = ""
    werkomstandigheden: str = ""
    lukt_al: str = ""
    werkzaamheden: tuple[Werkzaamheid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wens:
    """Wat een partij wenst of verwacht; 'geen' is ook een antwoord."""

    partij: Rol
    wensen: str = ""
    verwachtingen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knelpuntenformulier:
    """Een invulling van het formulier; vastgesteld door wie het aangaat."""

    variant: Variant
    hoofdtaken: tuple[Hoofdtaak, ...] = ()
    rondgang_op: date | None = None
    mogelijkheden_werknemer: str = ""
    ruimte_in_het_werk: str = ""
    bevestigd_door: tuple[Rol, ...] = ()
    bevestigt_geen_knelpunten: bool = False
    wensen: tuple[Wens, ...] = ()

    def knelpunten(self) -> Iterator[Knelpunt]:
        """Alle knelpunten, in de volgorde van het formulier."""
        return (deel for taak in self.hoofdtaken for werk in taak.werkzaamheden for deel in werk.knelpunten)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesprek:
    """Een gesprek met wie erbij waren, waar, en een samenvatting."""

    op: date
    nummer: int
    aanwezig: tuple[Rol, ...]
    wijze: Wijze = Wijze.WERKPLEK
    reden: str = ""
    samenvatting: str = ""
    samenvatting_afgewezen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """Een knelpunt zoals een lezer het ziet: alleen wat die mag zien, in de woorden die hij mag zien."""

    hoofdtaak: str
    werkzaamheid: str
    knelpunt: str
    frequentie: int | None
    ernst: int | None
    ernst_origineel: str
    prioriteit: int | None
    herkomst: Herkomst

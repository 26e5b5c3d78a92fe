"""Rows to forms of the rule core and back. Who may see what is not decided here: see `queries`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar
from uuid import UUID

from poortnormen.bronnen.werkaanpassing.aanvraag import Aanvraag, Voorbereiding
from poortnormen.bronnen.werkaanpassing.bevinding import Reden
from poortnormen.bronnen.werkaanpassing.evaluatie import Afronding
from poortnormen.bronnen.werkaanpassing.knelpunten import Hoofdtaak, Knelpunt, Knelpuntenformulier, Wens, Werkzaamheid
from poortnormen.bronnen.werkaanpassing.oplossingen import Keuzeformulier, Oplossing, Waardering
from poortnormen.bronnen.werkaanpassing.soorten import (
    PARTIJEN,
    Aspect,
    Categorie,
    Duur,
    Fase,
    Herkomst,
    Label,
    Rol,
    Score,
    Variant,
    Vrijgave,
)
from poortnormen.omzetting import lees_waarde, schrijf_waarde
from poortwijzer.dossiers.toestemmingen import standen
from poortwijzer.toegang.toestemmingen import Keuze, Toestemmingsdoel
from poortwijzer.werkaanpassing.models import Knelpuntregel, Lijst, Oplossingregel, Ronde, Traject

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taakinhoud:
    """A main task as a party describes it; its bottlenecks are rows of their own."""

    naam: str
    uren_per_week: Fraction | None = None
    handelingen: str = ""
    werkomstandigheden: str = ""
    lukt_al: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijstinhoud:
    """What stands on a form beside the bottlenecks; `redenen` say why something stays as it is."""

    taken: tuple[Taakinhoud, ...] = ()
    rondgang_op: date | None = None
    mogelijkheden_werknemer: str = ""
    ruimte_in_het_werk: str = ""
    bevestigt_geen_knelpunten: bool = False
    wensen: tuple[Wens, ...] = ()
    redenen: tuple[Reden, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelinhoud:
    """A bottleneck with the task that it belongs to. Whether it is released stands with the consents, not here."""

    hoofdtaak: str
    werkzaamheid: str
    tekst: str
    belemmering: str = ""
    frequentie: int | None = None
    ernst: int | None = None
    ernst_origineel: str = ""
    prioriteit: int | None = None
    herkomst: Herkomst = Herkomst.WERKNEMER
    label: Label = Label.WERK
    is_besproken: bool = False
    reden_niet_besproken: str = ""
    akkoord: tuple[Rol, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ideeinhoud:
    """An idea with its marks and what each party says of it."""

    tekst: str
    categorie: Categorie | None = None
    aspecten: tuple[Aspect, ...] = ()
    effectief: Score | None = None
    bestaat: Score | None = None
    haalbaar: Score | None = None
    opmerking: str = ""
    gevolgen_werkproces: str = ""
    gevolgen_collegas: str = ""
    duur: Duur | None = None
    tot_en_met: date | None = None
    prioriteit: int | None = None
    akkoord: tuple[Rol, ...] = ()


def uit_json(ruw: object, soort: type[T]) -> T:
    """Give the value that `als_json` wrote; what was never filled in is the empty one."""
    waarde = lees_waarde({} if ruw is None else ruw, soort, soort.__name__.lower())
    assert isinstance(waarde, soort)  # noqa: S101  # what was asked for
    return waarde


def als_json(waarde: object) -> Any:
    """Give a value of the rule core, or one of the above, for a sealed field."""
    return schrijf_waarde(waarde)


def aanvraag_van(traject: Traject) -> Aanvraag:
    """Give the request."""
    return uit_json(traject.aanvraag, Aanvraag)


def voorbereiding_van(ronde: Ronde) -> Voorbereiding:
    """Give what B1 gave so far."""
    return uit_json(ronde.voorbereiding, Voorbereiding)


def afronding_van(ronde: Ronde) -> Afronding:
    """Give what B5 decides so far."""
    return uit_json(ronde.afronding, Afronding)


def formulier_van(lijst: Lijst, regels: Iterable[Knelpuntregel]) -> Knelpuntenformulier:
    """Give a form as the rule core knows it, with the releases of the employee's rows as they are now."""
    inhoud = uit_json(lijst.inhoud, Lijstinhoud)
    variant = Variant(lijst.variant)
    vrij = standen(lijst.dossier_id, Toestemmingsdoel.KNELPUNT_BESPREKEN) if variant is Variant.WERKNEMER else {}
    per_taak: dict[str, dict[str, list[Knelpunt]]] = {taak.naam: {} for taak in inhoud.taken}
    for regel in op_volgorde(regels):
        deel = uit_json(regel.inhoud, Regelinhoud)
        stand = _OP_GEZAMENLIJK if variant is Variant.GEZAMENLIJK else vrij.get(regel.pk)
        knelpunt = _knelpunt(regel.pk, deel, stand)
        per_taak.setdefault(deel.hoofdtaak, {}).setdefault(deel.werkzaamheid, []).append(knelpunt)
    beschreven = {taak.naam: taak for taak in inhoud.taken}
    return Knelpuntenformulier(
        variant=variant,
        hoofdtaken=tuple(
            _hoofdtaak(beschreven.get(naam, Taakinhoud(naam=naam)), werk) for naam, werk in per_taak.items()
        ),
        rondgang_op=inhoud.rondgang_op,
        mogelijkheden_werknemer=inhoud.mogelijkheden_werknemer,
        ruimte_in_het_werk=inhoud.ruimte_in_het_werk,
        bevestigd_door=tuple(rol for rol in PARTIJEN if getattr(lijst, f"bevestigd_{rol}_op") is not None),
        bevestigt_geen_knelpunten=inhoud.bevestigt_geen_knelpunten,
        wensen=inhoud.wensen,
    )


def op_volgorde(regels: Iterable[Knelpuntregel]) -> list[Knelpuntregel]:
    """Give rows as a form shows them: by rank, and what has none at the end in an order that says nothing."""

    def plaats(regel: Knelpuntregel) -> tuple[int, UUID]:
        rang = uit_json(regel.inhoud, Regelinhoud).prioriteit
        return (rang if rang is not None else _ACHTERAAN, regel.pk)

    return sorted(regels, key=plaats)


def keuzeformulier_van(ronde: Ronde, regels: Iterable[Oplossingregel]) -> Keuzeformulier:
    """Give the choice form: per idea a row of marks, in the order of rank."""
    klaar = klaar_van(ronde)
    ideeen = [(regel, uit_json(regel.inhoud, Ideeinhoud)) for regel in regels]
    ideeen.sort(key=lambda paar: (paar[1].prioriteit or _ACHTERAAN, paar[0].pk))
    return Keuzeformulier(
        fase=Fase.BEOORDELEN if len(klaar) == len(PARTIJEN) else Fase.BEDENKEN,
        klaar=klaar,
        waarderingen=tuple(waardering_van(regel, idee) for regel, idee in ideeen),
        zonder_keuze=(),
    )


def waardering_van(regel: Oplossingregel, idee: Ideeinhoud) -> Waardering:
    """Give one row of the choice form."""
    oplossing = Oplossing(
        id=str(regel.pk),
        tekst=idee.tekst,
        aangedragen_door=Rol(regel.aangedragen_door),
        categorie=idee.categorie,
        aspecten=idee.aspecten,
        akkoord=idee.akkoord,
        duur=idee.duur,
        tot_en_met=idee.tot_en_met,
        gevolgen_werkproces=idee.gevolgen_werkproces,
        gevolgen_collegas=idee.gevolgen_collegas,
    )
    return Waardering(
        knelpunt=str(regel.knelpunt_id),
        oplossingen=(oplossing,),
        opmerking=idee.opmerking,
        effectief=idee.effectief,
        bestaat=idee.bestaat,
        haalbaar=idee.haalbaar,
        prioriteit=idee.prioriteit,
    )


def klaar_van(ronde: Ronde) -> tuple[Rol, ...]:
    """Give the parties whose list of ideas is complete."""
    return tuple(rol for rol in PARTIJEN if getattr(ronde, f"klaar_{rol}_op") is not None)


_ACHTERAAN = 10_000
# What stands on the joint form was released, in the words that stand there: else it was not made, or was taken off.
_OP_GEZAMENLIJK: tuple[Keuze | None, str] = (Keuze.GEGEVEN, "")


def _knelpunt(regel_id: UUID, deel: Regelinhoud, stand: tuple[Keuze | None, str] | None) -> Knelpunt:
    keuze, woorden = stand or (None, "")
    vrijgave = {None: Vrijgave.NIET_GEVRAAGD, Keuze.GEGEVEN: Vrijgave.AKKOORD}.get(keuze, Vrijgave.GEWEIGERD)
    return Knelpunt(
        id=str(regel_id),
        tekst=deel.tekst,
        belemmering=deel.belemmering,
        frequentie=deel.frequentie,
        ernst=deel.ernst,
        ernst_origineel=deel.ernst_origineel,
        prioriteit=deel.prioriteit,
        herkomst=deel.herkomst,
        label=deel.label,
        vrijgave=vrijgave,
        vrijgave_door=None if keuze is None else Rol.WERKNEMER,  # whoever noted it, nobody else can say it
        vrijgegeven_tekst=woorden,
        is_besproken=deel.is_besproken,
        reden_niet_besproken=deel.reden_niet_besproken,
        akkoord=deel.akkoord,
    )


def _hoofdtaak(taak: Taakinhoud, werk: dict[str, list[Knelpunt]]) -> Hoofdtaak:
    return Hoofdtaak(
        naam=taak.naam,
        uren_per_week=taak.uren_per_week,
        handelingen=taak.handelingen,
        werkomstandigheden=taak.werkomstandigheden,
        lukt_al=taak.lukt_al,
        werkzaamheden=tuple(Werkzaamheid(naam=naam, knelpunten=tuple(delen)) for naam, delen in werk.items()),
    )

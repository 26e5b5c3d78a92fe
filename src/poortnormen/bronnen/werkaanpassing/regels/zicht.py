"""Wie welk knelpunt ziet. Elk scherm, rapport, bestand en antwoord aan een ander loopt langs deze functies.

De leidinggevende ziet van de werknemer alleen wat die per knelpunt vrijgaf, in de vrijgegeven woorden, en kan uit
nummering of aantallen niet opmaken dat er meer is.
"""

from collections.abc import Iterator
from dataclasses import replace

from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortnormen.bronnen.werkaanpassing.knelpunten import (
    Hoofdtaak,
    Knelpunt,
    Knelpuntenformulier,
    Regel,
    Werkzaamheid,
)
from poortnormen.bronnen.werkaanpassing.soorten import Herkomst, Label, Rol, Variant, Vrijgave
from poortnormen.norm import regelt

EIGEN_KRING = {
    Variant.WERKNEMER: frozenset({Rol.WERKNEMER, Rol.PROCESBEGELEIDER}),
    Variant.LEIDINGGEVENDE: frozenset({Rol.LEIDINGGEVENDE, Rol.PROCESBEGELEIDER}),
    Variant.GEZAMENLIJK: frozenset({Rol.WERKNEMER, Rol.LEIDINGGEVENDE, Rol.PROCESBEGELEIDER}),
}


@regelt("WAP-B2-19")
def vrij_te_geven(*, knelpunt: Knelpunt) -> Iterator[Bevinding]:
    """Een klacht gaat alleen in andere woorden naar de leidinggevende; iets persoonlijks in goedgekeurde woorden."""
    eigen_woorden = knelpunt.vrijgegeven_tekst.strip()
    if knelpunt.label is Label.WERK:
        return
    if not eigen_woorden:
        yield Bevinding("vrijgave_zonder_woorden", knelpunt.id)
    elif knelpunt.label is Label.GEZONDHEID and knelpunt.tekst.strip().casefold() in eigen_woorden.casefold():
        yield Bevinding("klacht_niet_omgezet", knelpunt.id)


@regelt("WAP-B2-20")
def vrijgave(*, knelpunt: Knelpunt, is_gezamenlijk_vastgesteld: bool, was_vrijgegeven: bool) -> Iterator[Bevinding]:
    """Alleen de werknemer geeft vrij; intrekken kan tot het gezamenlijke formulier vaststaat."""
    if knelpunt.vrijgave is not Vrijgave.NIET_GEVRAAGD and knelpunt.vrijgave_door is not Rol.WERKNEMER:
        yield Bevinding("vrijgave_door_ander", knelpunt.id)
    if was_vrijgegeven and is_gezamenlijk_vastgesteld and knelpunt.vrijgave is not Vrijgave.AKKOORD:
        yield Bevinding("intrekking_na_vaststelling", knelpunt.id)


def is_vrijgegeven(knelpunt: Knelpunt) -> bool:
    """Of de leidinggevende dit knelpunt van de werknemer mag zien."""
    return (
        knelpunt.vrijgave is Vrijgave.AKKOORD
        and knelpunt.vrijgave_door is Rol.WERKNEMER
        and not any(vrij_te_geven(knelpunt=knelpunt))
    )


def _is_van_werknemer(knelpunt: Knelpunt) -> bool:
    return knelpunt.herkomst in {Herkomst.WERKNEMER, Herkomst.BEIDE}


@regelt("WAP-B2-06", "WAP-7.3-12")
def zicht(*, formulier: Knelpuntenformulier, lezer: Rol, gesprek_3_begonnen: bool) -> tuple[Regel, ...]:
    """De knelpunten die een lezer ziet, opnieuw genummerd over wat hij ziet.

    De werkgever leest mee in het rapport en ziet wat de leidinggevende ziet.
    """
    als = Rol.LEIDINGGEVENDE if lezer is Rol.WERKGEVER else lezer
    regels = [
        _regel(taak, werk, deel, in_vrijgegeven_woorden=als is Rol.LEIDINGGEVENDE)
        for taak in formulier.hoofdtaken
        for werk in taak.werkzaamheden
        for deel in werk.knelpunten
        if _mag_zien(deel, formulier.variant, als, gesprek_3_begonnen=gesprek_3_begonnen)
    ]
    if als is not Rol.LEIDINGGEVENDE or formulier.variant is Variant.LEIDINGGEVENDE:
        return tuple(regels)
    rangen = sorted({regel.prioriteit for regel in regels if regel.prioriteit is not None})
    return tuple(
        replace(regel, prioriteit=None if regel.prioriteit is None else rangen.index(regel.prioriteit) + 1)
        for regel in regels
    )


def _mag_zien(knelpunt: Knelpunt, variant: Variant, lezer: Rol, *, gesprek_3_begonnen: bool) -> bool:
    if lezer is Rol.LEIDINGGEVENDE and _is_van_werknemer(knelpunt) and variant is not Variant.LEIDINGGEVENDE:
        return is_vrijgegeven(knelpunt)
    if lezer is Rol.WERKNEMER and variant is Variant.LEIDINGGEVENDE:
        return gesprek_3_begonnen
    return lezer in EIGEN_KRING[variant]


def _regel(taak: Hoofdtaak, werk: Werkzaamheid, deel: Knelpunt, *, in_vrijgegeven_woorden: bool) -> Regel:
    woorden = deel.vrijgegeven_tekst.strip() if in_vrijgegeven_woorden and _is_van_werknemer(deel) else ""
    return Regel(
        hoofdtaak=taak.naam,
        werkzaamheid=werk.naam,
        knelpunt=woorden or deel.tekst,
        frequentie=deel.frequentie,
        ernst=deel.ernst,
        ernst_origineel=_sterren(deel.ernst_origineel),
        prioriteit=deel.prioriteit,
        herkomst=deel.herkomst,
    )


@regelt("WAP-B2-21")
def stand_vrijgave(*, formulier: Knelpuntenformulier, lezer: Rol) -> tuple[int, int] | None:
    """Hoeveel van hoeveel knelpunten zijn vrijgegeven; alleen voor de werknemer en de begeleider."""
    if lezer not in EIGEN_KRING[Variant.WERKNEMER]:
        return None
    knelpunten = tuple(formulier.knelpunten())
    return sum(map(is_vrijgegeven, knelpunten)), len(knelpunten)


@regelt("WAP-B2-13")
def gezamenlijk(*, werknemer: Knelpuntenformulier, leidinggevende: Knelpuntenformulier) -> Knelpuntenformulier:
    """Het gezamenlijke formulier: wat de werknemer vrijgaf, in die woorden, met wat de leidinggevende inbracht.

    Noemt een knelpunt in `zelfde_als` dat van de ander, dan is het er een van beide. Het gezamenlijke formulier krijgt
    een eigen rangorde.
    """
    vrij = {deel.id: deel for deel in werknemer.knelpunten() if is_vrijgegeven(deel)}
    zelfde = {deel.zelfde_als: deel.id for deel in leidinggevende.knelpunten() if deel.zelfde_als in vrij}
    zelfde |= {
        id_: deel.zelfde_als
        for id_, deel in vrij.items()
        if any(deel.zelfde_als == ander.id for ander in leidinggevende.knelpunten())
    }
    van_werknemer = _taken(
        werknemer,
        {
            id_: replace(
                _voor_beiden(deel),
                tekst=deel.vrijgegeven_tekst.strip() or deel.tekst,
                herkomst=Herkomst.BEIDE if id_ in zelfde else Herkomst.WERKNEMER,
            )
            for id_, deel in vrij.items()
        },
    )
    van_leiding = _taken(
        leidinggevende,
        {
            deel.id: replace(_voor_beiden(deel), herkomst=Herkomst.LEIDINGGEVENDE)
            for deel in leidinggevende.knelpunten()
            if deel.id not in zelfde.values()
        },
    )
    return Knelpuntenformulier(variant=Variant.GEZAMENLIJK, hoofdtaken=(*van_werknemer, *van_leiding))


def _voor_beiden(knelpunt: Knelpunt) -> Knelpunt:
    """Zonder wat een partij voor zich houdt, en zonder verwijzing naar iets dat de ander niet ziet."""
    return replace(
        knelpunt,
        belemmering="",
        label=Label.WERK,
        vrijgegeven_tekst="",
        zelfde_als="",
        prioriteit=None,
        prioriteit_origineel="",
        frequentie_origineel="",
        ernst_origineel=_sterren(knelpunt.ernst_origineel),
    )


def _sterren(tekst: str) -> str:
    """Alleen sterren gaan mee; andere tekst uit een ingelezen formulier blijft bij wie haar schreef."""
    return tekst if not tekst.strip("*") else ""


def _taken(formulier: Knelpuntenformulier, houd: dict[str, Knelpunt]) -> Iterator[Hoofdtaak]:
    """De hoofdtaken met alleen deze knelpunten; een taak waarvan niets overblijft, valt weg."""
    for taak in formulier.hoofdtaken:
        werk = tuple(
            Werkzaamheid(naam=deel.naam, knelpunten=over)
            for deel in taak.werkzaamheden
            if (over := tuple(houd[knelpunt.id] for knelpunt in deel.knelpunten if knelpunt.id in houd))
        )
        if werk:
            yield Hoofdtaak(naam=taak.naam, werkzaamheden=werk)

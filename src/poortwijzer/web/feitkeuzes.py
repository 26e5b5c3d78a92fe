"""Where an answer points to another recorded fact, the form offers that instead of asking to type it again."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from poortwijzer.dossiers.beelden import Feitbeeld
from poortwijzer.lib.zinnen import met_hoofdletter
from poortwijzer.web.gegevens import in_woorden


class Verwijzing(NamedTuple):
    """The fact pointed to, and the field of its value that the answer repeats."""

    naam: str
    veld: str


VERWIJZINGEN: Mapping[tuple[str, str], Verwijzing] = MappingProxyType(
    {
        ("herstelstappen", "grond"): Verwijzing("toetsbesluit", "gronden"),
        ("bekortingsverzoeken", "gronden_met_bewijs"): Verwijzing("toetsbesluit", "gronden"),
        ("herstelbesluiten", "verzoek_ontvangen_op"): Verwijzing("bekortingsverzoeken", "ontvangen_op"),
        ("informatieantwoorden", "vraag_van"): Verwijzing("informatieverzoeken", "gevraagd_op"),
        ("aansporingantwoorden", "aansporing_van"): Verwijzing("aansporingen", "gedaan_op"),
        ("oordeeluitkomsten", "verzoek_van"): Verwijzing("deskundigenoordelen", "gevraagd_op"),
        ("participatiebesluiten", "verzoek_van"): Verwijzing("participatieverzoeken", "gedaan_op"),
    }
)
Keuzes = Mapping[str, tuple[tuple[str, str], ...]]


def keuzes_uit(naam: str, feiten: Iterable[Feitbeeld]) -> Keuzes:
    """Give for each field of the fact `naam` that points elsewhere what can be chosen; none where nothing is recorded.

    A choice is the text to store and the words to show. What was withdrawn or replaced cannot be chosen.
    """
    geldend = [feit for feit in feiten if feit.vervangen_door is None and isinstance(feit.waarde, Mapping)]
    keuzes = {
        veld: tuple(dict(_keuzes(wijst_naar, geldend)).items())
        for (feit, veld), wijst_naar in VERWIJZINGEN.items()
        if feit == naam
    }
    return {veld: aangeboden for veld, aangeboden in keuzes.items() if aangeboden}


def gekozen(keuzes: Keuzes, bij: str) -> dict[str, object]:
    """Give what a form begins with when the address says by its number (from 1) which of the choices it is about."""
    nummer = int(bij) if bij.isascii() and bij.isdigit() else 0
    return {veld: aangeboden[nummer - 1][0] for veld, aangeboden in keuzes.items() if 0 < nummer <= len(aangeboden)}


def nummer_van(naam: str, feiten: Iterable[Feitbeeld], dag: date) -> int:
    """Give the number (from 1) of the choice that a form for the fact `naam` has for this day; 0 for none."""
    aangeboden = [keuze for keuzes in keuzes_uit(naam, feiten).values() for keuze, _woorden in keuzes]
    return aangeboden.index(dag.isoformat()) + 1 if dag.isoformat() in aangeboden else 0


def _keuzes(naar: Verwijzing, feiten: Iterable[Feitbeeld]) -> Iterable[tuple[str, str]]:
    for feit in feiten:
        if feit.naam != naar.naam or not isinstance(feit.waarde, Mapping):
            continue
        inhoud = feit.waarde.get(naar.veld)
        if isinstance(inhoud, list):
            yield from ((str(deel), str(deel)) for deel in inhoud)
        elif inhoud:
            yield str(inhoud), met_hoofdletter(in_woorden(feit.naam, feit.waarde))

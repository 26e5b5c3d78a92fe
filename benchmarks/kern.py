"""The rule core: the timeline of one dossier, the full assessment with explanations, and the verdict."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.meten import Meting, Telling, duur, meet

from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, lees_dossier
from poortnormen.stand import stand, standnormen
from poortnormen.tijdlijn import momentnormen, tijdlijn
from poortnormen.toetsboom import redenen
from poortwijzer.lib.zinnen import zin

VOORBEELDEN = Path(__file__).resolve().parents[1] / "voorbeelden"
PEILDATUM = date(2026, 11, 24)
OPEN_DOSSIERS = 150_000
STEEKPROEF = 2_000
HOOGSTENS_LOOPTIJD = 60  # seconds


def metingen() -> Iterator[Meting | Telling]:
    """Measure over all example dossiers, so that no single one decides."""
    dossiers = [lees_dossier(pad.read_bytes()) for pad in sorted(VOORBEELDEN.glob("*.json"))]
    yield _met_doel("timeline of one dossier", dossiers, maak_tijdlijn, "median", 0.4)
    yield _met_doel("full assessment, every explanation written", dossiers, beoordeel_volledig, "median", 5)
    yield _met_doel("verdict with reasons", dossiers, maak_redenen, "p95", 10)
    yield _met_doel("verdict with reasons and what turns it", dossiers, maak_stand, "p95", 50)
    yield looptijd(dossiers)


def maak_tijdlijn(dossier: Dossier) -> object:
    """Give what `poortwijzer tijdlijn` shows, as data."""
    regels = catalogus()
    return tijdlijn(regels, regels.beoordeel(dossier, PEILDATUM, alleen=momentnormen(regels)))


def beoordeel_volledig(dossier: Dossier) -> object:
    """Work out every norm, and write every explanation as a sentence."""
    regels = catalogus()
    beoordeling = regels.beoordeel(dossier, PEILDATUM)
    return [zin(uitkomst.uitleg) for reeks in beoordeling.reeksen.values() for uitkomst in reeks.uitkomsten]


def maak_redenen(dossier: Dossier) -> object:
    """Give the verdict with the tree of reasons, without what would turn it."""
    regels = catalogus()
    return redenen(regels, regels.beoordeel(dossier, PEILDATUM, alleen=standnormen(regels)))


def maak_stand(dossier: Dossier) -> object:
    """Give what `poortwijzer toets` shows, as data."""
    regels = catalogus()
    beoordeling = regels.beoordeel(dossier, PEILDATUM, alleen=standnormen(regels))
    return stand(beoordeling, tijdlijn(regels, beoordeling))


def looptijd(dossiers: list[Dossier]) -> Telling:
    """Give how long a run over all open dossiers takes, from a sample: the statutory terms only."""
    rij = [replace(dossiers[nummer % len(dossiers)], kenmerk=str(nummer)) for nummer in range(STEEKPROEF)]

    def loop() -> None:
        for dossier in rij:  # none is kept, as in the upkeep: what is kept makes the next ones slower
            maak_tijdlijn(dossier)

    seconden = duur(loop) * OPEN_DOSSIERS / STEEKPROEF
    return Telling(
        f"timelines of {OPEN_DOSSIERS:,} dossiers, from {STEEKPROEF:,}",
        f"{seconden:.0f} s",
        f"<= {HOOGSTENS_LOOPTIJD} s",
        haalt=seconden <= HOOGSTENS_LOOPTIJD,
    )


def _met_doel(
    wat: str, dossiers: list[Dossier], functie: Callable[[Dossier], object], doel: str, hoogstens: float
) -> Meting:
    """Measure `functie` over all dossiers; `doel` is median or p95, with at most so many milliseconds."""
    meting = meet(wat, [partial(functie, dossier) for dossier in dossiers], keer=30)
    gemeten = {"median": meting.mediaan, "p95": meting.p95}[doel] * 1000
    return replace(meting, doel=f"{doel} <= {hoogstens} ms", haalt=gemeten <= hoogstens)

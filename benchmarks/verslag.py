"""The report of a full dossier of two years on paper, beside one of its documents."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from benchmarks.meten import Meting, meet

from poortwijzer.documenten.afdrukken import maak_pdf
from poortwijzer.documenten.bundel import Bundel, Bundeldeel, maak_bundel
from poortwijzer.documenten.gegevens import Antwoord, Partij, Sectie, Stukgegevens, Tabel

KEREN = 5
ZIN = "Zij werkt vier uur per dag, in drie delen, en tilt niet meer dan vijf kilo. Daarna kijken wij samen terug. "
# A probleemanalyse with two later ones, a plan with nine changes, two evaluations, the judgements and the front page.
STUKKEN = 17
SECONDEN = 3.0


def metingen() -> Iterator[Meting]:
    """Measure one document and the whole report."""
    yield meet("one document as PDF", [partial(maak_pdf, _stuk(1))], keer=KEREN)
    heel = meet(f"report of {STUKKEN} documents as PDF", [partial(maak_bundel, _bundel())], keer=KEREN)
    yield replace(heel, doel=f"p95 <= {SECONDEN:.0f} s", haalt=heel.p95 <= SECONDEN)


def _stuk(nummer: int) -> Stukgegevens:
    antwoorden = tuple(Antwoord(label=f"Vraag {vraag}", alineas=(ZIN * 4, ZIN * 2)) for vraag in range(8))
    rijen = tuple((ZIN, "werkgever en werknemer", "di 24 maart 2026") for _ in range(12))
    tabel = Tabel(label="Afspraken", koppen=("Wat?", "Wie?", "Wanneer?"), rijen=rijen)
    return Stukgegevens(
        titel=f"Document {nummer}",
        onderdeel="g",
        kenmerk="K7RM-2XQP",
        dag="di 24 maart 2026",
        partijen=(Partij(rol="werknemer", naam="Katja Voorbeeld"),),
        secties=(Sectie(titel="Vragen", blokken=antwoorden), Sectie(titel="Wie doet wat?", blokken=(tabel,))),
        afdruk="0123456789abcdef" * 4,
        gemaakt_op=datetime(2026, 3, 24, tzinfo=UTC),
        is_concept=False,
    )


def _bundel() -> Bundel:
    delen = tuple(Bundeldeel(titel=f"Onderdeel {nummer}", stukken=(_stuk(nummer),)) for nummer in range(STUKKEN))
    stuk = _stuk(0)
    return Bundel(
        titel="Re-integratieverslag",
        kenmerk=stuk.kenmerk,
        dag=stuk.dag,
        partijen=stuk.partijen,
        delen=delen,
        gemaakt_op=stuk.gemaakt_op,
    )

"""Work for the queue: the daily upkeep, and keeping to the terms of keeping. When it runs is said in `jobs`."""

from datetime import date

from django_tasks import task

from poortwijzer.dossiers.assessments import bijwerken
from poortwijzer.dossiers.wisrondes import houd_bij, voer_alles_uit
from poortwijzer.lib.klok import vandaag
from poortwijzer.lib.rooster import dagelijks


@dagelijks
@task()
def werk_dossiers_bij(peildatum: str | None = None) -> dict[str, int]:
    """Judge every dossier whose judgement has expired on `peildatum` (ISO; today when absent).

    May run twice or be killed: the next run does what is left. Gives counts only, never references.
    """
    verslag = bijwerken(vandaag() if peildatum is None else date.fromisoformat(peildatum))
    return {"totaal": verslag.totaal, "gedaan": verslag.gedaan, "mislukt": len(verslag.mislukt)}


@dagelijks
@task()
def houd_bewaartermijnen_bij() -> dict[str, int]:
    """Finish and carry out erasures that people approved, prune the logs, and propose what is past its term.

    May run twice or be killed: the next run does what is left. Gives counts only, never references.
    """
    verslag = houd_bij(vandaag())
    return {
        "afgemaakt": verslag.afgemaakt,
        "gewist": verslag.gewist,
        "mislukt": verslag.mislukt,
        "voorgesteld": verslag.voorgesteld,
        "logregels": verslag.logregels,
    }


@task()
def voer_wissen_uit() -> dict[str, int]:
    """Carry out what people approved, at once and not only tomorrow. May run twice or be killed."""
    gewist, mislukt = voer_alles_uit()
    return {"gewist": gewist, "mislukt": mislukt}

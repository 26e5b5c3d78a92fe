"""Work for the queue: the daily upkeep. When it runs is said in `jobs`."""

from datetime import date

from django_tasks import task

from poortwijzer.dossiers.assessments import bijwerken
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

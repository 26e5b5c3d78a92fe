"""What happens to an account and matters here: without the second step of before, whose it is is proved again."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver

from poortwijzer.accounts.actions.herstel_tweede_stap import tweede_stap_hersteld
from poortwijzer.dossiers.bevestiging import vergeet_bevestigingen


@receiver(tweede_stap_hersteld)
def _begin_opnieuw(gebruiker_id: UUID, **_: Any) -> None:
    vergeet_bevestigingen(gebruiker_id)

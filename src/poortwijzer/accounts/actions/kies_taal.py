"""Choose in which language one reads."""

from uuid import UUID

from poortwijzer.accounts.models import Gebruiker


def kies_taal(*, gebruiker_id: UUID, taal: str) -> None:
    """Let this person read in `taal` from the next page on; only for oneself, so there is nothing to check."""
    Gebruiker.objects.filter(pk=gebruiker_id).update(taal=taal)

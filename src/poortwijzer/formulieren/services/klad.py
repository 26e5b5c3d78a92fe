"""What somebody is typing in a draft and did not save yet: kept for that person, and shown to nobody else."""

from uuid import UUID

from poortwijzer.formulieren.models import Formulier, Klad
from poortwijzer.lib.klok import nu


def bewaar_klad(formulier: Formulier, velden: str, *, gebruiker_id: UUID, namens: str) -> Klad:
    """Keep what was typed, as it was sent, in the place of what this person typed in this draft before."""
    klad, _ = Klad.objects.update_or_create(
        formulier=formulier,
        gebruiker_id=gebruiker_id,
        namens=namens,
        defaults={"velden": velden, "updated_at": nu()},
    )
    return klad


def klad_van(formulier: Formulier, *, gebruiker_id: UUID, namens: str) -> Klad | None:
    """Give what this person typed and did not save; None when there is nothing."""
    return Klad.objects.filter(formulier=formulier, gebruiker=gebruiker_id, namens=namens).first()


def wis_klad(formulier: Formulier, *, gebruiker_id: UUID, namens: str) -> None:
    """Drop it: it was saved, or its writer lets it go."""
    Klad.objects.filter(formulier=formulier, gebruiker=gebruiker_id, namens=namens).delete()

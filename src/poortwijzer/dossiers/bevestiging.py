"""Whether the account that is linked to an employee is the employee's own, by the word of the medical side."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.db.models import Value
from django.db.models.functions import Least
from django.utils.crypto import constant_time_compare, salted_hmac

from poortwijzer.dossiers.models import Accountbevestiging
from poortwijzer.lib.klok import nu
from poortwijzer.slot.wie import werk

GELDIG = timedelta(days=14)
# Without the signs that people take for one another.
_TEKENS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
_LENGTE = 10
_ZOUT = "poortwijzer.dossiers.bevestiging"


def nieuwe_code() -> str:
    """Give a code to hand over, in two groups of five signs."""
    tekens = "".join(secrets.choice(_TEKENS) for _ in range(_LENGTE))
    return f"{tekens[:5]}-{tekens[5:]}"


def hash_van_code(bevestiging_id: UUID, code: str) -> str:
    """Give what is stored of a code, under the key of the installation; how it was typed makes no difference."""
    getypt = "".join(teken for teken in code.upper() if teken.isalnum())
    return salted_hmac(_ZOUT, f"{bevestiging_id}:{getypt}", algorithm="sha256").hexdigest()


def klopt(bevestiging: Accountbevestiging, code: str) -> bool:
    """Tell whether this is the code."""
    return constant_time_compare(hash_van_code(bevestiging.pk, code), bevestiging.code_hash)


def bevestigd_door(werknemer_id: UUID, gebruiker_id: UUID) -> frozenset[UUID]:
    """Give the organisations that said that this account is of this employee."""
    rijen = Accountbevestiging.objects.filter(werknemer=werknemer_id, gebruiker=gebruiker_id)
    return frozenset(rijen.filter(bevestigd_op__isnull=False).values_list("organisatie_id", flat=True))


@werk("tweede stap hersteld")
def vergeet_bevestigingen(gebruiker_id: UUID) -> None:
    """Let every confirmation and every open code of this account stop working; the medical side gives a new code.

    The employer has the mailbox, and so the password, and takes the second step away: what was confirmed before does
    not say who signs in after that.
    """
    Accountbevestiging.objects.filter(gebruiker=gebruiker_id).update(
        bevestigd_op=None, code_hash="", expires_at=Least("expires_at", Value(nu()))
    )


@werk("account loskoppelen")
def verwijder_bevestigingen(werknemer_id: UUID, gebruiker_id: UUID) -> None:
    """Drop every word that this account is of this employee, and every open code: linked once more, it starts anew."""
    Accountbevestiging.objects.filter(werknemer=werknemer_id, gebruiker=gebruiker_id).delete()

"""What every act has in common: one transaction, the check at the door, the judgement and the row in the log."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.dossiers.access import lock_dossier, recording_refusals
from poortwijzer.dossiers.assessments import beoordeel_opnieuw
from poortwijzer.dossiers.models import Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.slot.wie import werk
from poortwijzer.tekstwacht.wacht import bewaak, verantwoord
from poortwijzer.toegang.aanspraak import voor
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling

P = ParamSpec("P")
R = TypeVar("R")


class Conflict(Exception):  # an answer for a page, not a bug
    """Somebody else changed the same thing meanwhile; both texts are kept, and nothing was stored.

    `ingediend` is what this person sent, `huidig` what stands there now, both in the exchange format.
    """

    def __init__(self, *, ingediend: object, huidig: object) -> None:
        super().__init__(_("Iemand anders heeft dit intussen gewijzigd. Vergelijk beide versies en bewaar opnieuw."))
        self.ingediend = ingediend
        self.huidig = huidig


class Invoerfout(ValueError):  # Dutch, as its messages are
    """What was filled in cannot be right; `veld` says where, and the message what to do."""

    def __init__(self, veld: str, melding: str) -> None:
        super().__init__(melding)
        self.veld = veld
        self.melding = melding


def handeling(act: Callable[P, R]) -> Callable[P, R]:
    """Run an act in one transaction: all of it happens, with its row in the log, or nothing does.

    The database is asked for its actor. Its texts are looked through for medical words: see `tekstwacht`, which raises
    MedischeWoorden.
    """

    @wraps(act)
    def in_one_transaction(*args: P.args, **kwargs: P.kwargs) -> R:
        actor = kwargs["actor"]
        assert isinstance(actor, Actor)  # noqa: S101  # every act has one
        with voor(actor), recording_refusals(), transaction.atomic(), bewaak(kwargs):
            return act(*args, **kwargs)

    return in_one_transaction


def open_voor(actor: Actor, dossier: Dossier, *, deel: Deel, handeling: Handeling) -> Dossier:
    """Give the dossier as it is now, locked; see `lock_dossier` for what is raised."""
    return lock_dossier(actor, dossier.pk, deel=deel, handeling=handeling)


def rond_af(  # noqa: PLR0913  # what a row of the log is made of, all by name
    actor: Actor,
    dossier: Dossier,
    *,
    deel: Deel,
    handeling: Handeling,
    doel: str = "",
    beoordeel: bool = True,
    toestemming_id: UUID | None = None,
) -> None:
    """Close an act on a locked dossier: judge it again when facts changed, and record the act, last.

    `toestemming_id` is the consent that the act rests on, or is about.
    """
    verantwoord(actor, dossier.pk, deel)
    dossier.versie += 1
    with werk("handeling afronden"):  # the act may have ended the actor's own way in
        if beoordeel:
            beoordeel_opnieuw(dossier, vandaag())
        else:
            dossier.save(update_fields=["versie"])
    audit.record(
        handeling=handeling,
        actor=actor,
        dossier_id=dossier.pk,
        onderdeel=deel,
        doel=doel,
        rol=actor.rol,
        is_nood=dossier.is_in_nood,
        toestemming_id=toestemming_id,
        verantwoordelijke_id=dossier.verantwoordelijke_id,
    )

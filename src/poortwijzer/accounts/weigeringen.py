"""A refusal: what is recorded of it, once what it ended was undone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from poortwijzer import audit
from poortwijzer.tekstwacht.wacht import bewaak
from poortwijzer.toegang.aanspraak import voor
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigering:
    """What is recorded of a refusal."""

    actor: Actor
    deel: Deel
    handeling: Handeling
    reden: str
    dossier_id: UUID | None = None
    is_nood: bool = False


class Geweigerd(PermissionDenied):  # an answer, and Django's own name has no Error either
    """The actor may not do this to an organisation, its people or its contracts."""

    def __init__(self, weigering: Weigering, melding: str = "") -> None:
        super().__init__(melding)
        self.weigering = weigering


def leg_weigering_vast(weigering: Weigering) -> None:
    """Write the row of a refusal; outside the transaction that it ended."""
    audit.record(
        handeling=weigering.handeling,
        actor=weigering.actor,
        dossier_id=weigering.dossier_id,
        onderdeel=weigering.deel,
        uitkomst="geweigerd",
        reden=weigering.reden,
        rol=weigering.actor.rol,
        is_nood=weigering.is_nood,
    )


def handeling(act: Callable[P, R]) -> Callable[P, R]:
    """Run an act in one transaction: all of it happens, with its row in the log, or only the row of its refusal.

    The database is asked for its actor. Its texts are looked through for medical words: see `tekstwacht`, which raises
    MedischeWoorden.
    """

    @wraps(act)
    def in_one_transaction(*args: P.args, **kwargs: P.kwargs) -> R:
        actor = kwargs["actor"]
        assert isinstance(actor, Actor)  # noqa: S101  # every act has one
        try:
            with voor(actor), transaction.atomic(), bewaak(kwargs):
                return act(*args, **kwargs)
        except Geweigerd as fout:
            leg_weigering_vast(fout.weigering)
            raise

    return in_one_transaction

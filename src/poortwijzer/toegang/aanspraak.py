"""For which actor the queries are: what the second lock is told of a person in a role."""

from contextlib import AbstractContextManager

from poortwijzer.slot import wie
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.diensten import diensten_met


def voor(actor: Actor) -> AbstractContextManager[None]:
    """Ask the database for this actor, until the end of the block."""
    return wie.persoon(
        gebruiker_id=actor.gebruiker_id,
        organisatie_id=actor.organisatie_id,
        rol=actor.rol,
        diensten=diensten_met(actor.rol),
    )

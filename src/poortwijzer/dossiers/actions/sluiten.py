"""Closing a dossier that asks for nothing more, and opening it again. What is recorded stays."""

from poortwijzer.dossiers.actions.kader import handeling, open_voor, rond_af
from poortwijzer.dossiers.models import Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling


@handeling
def sluit_dossier(*, dossier: Dossier, actor: Actor) -> Dossier:
    """Take a dossier off the lists: it has no tasks any more, and a next illness gets a dossier of its own.

    Raises:
        NietGevonden, GeenToegang: see `access`.
    """
    dossier = open_voor(actor, dossier, deel=Deel.VERZUIM, handeling=Handeling.FEIT_VASTLEGGEN)
    dossier.gesloten_op = dossier.gesloten_op or vandaag()
    return _bewaar(dossier, actor, "sluiten")


@handeling
def heropen_dossier(*, dossier: Dossier, actor: Actor) -> Dossier:
    """Put a closed dossier back on the lists.

    Raises:
        NietGevonden, GeenToegang: see `access`.
    """
    dossier = open_voor(actor, dossier, deel=Deel.VERZUIM, handeling=Handeling.FEIT_VASTLEGGEN)
    dossier.gesloten_op = None
    return _bewaar(dossier, actor, "heropenen")


def _bewaar(dossier: Dossier, actor: Actor, doel: str) -> Dossier:
    dossier.save(update_fields=["gesloten_op"])
    rond_af(actor, dossier, deel=Deel.VERZUIM, handeling=Handeling.FEIT_VASTLEGGEN, doel=doel)
    return dossier

"""Work for the queue: anchors of every chain, and the check of them all."""

import logging

from django_tasks import task

from poortwijzer.audit.ankers import veranker
from poortwijzer.audit.controle import ZONDER_ANKER, controleer, ketens
from poortwijzer.lib.rooster import dagelijks

logger = logging.getLogger(__name__)


@dagelijks
@task()
def veranker_en_controleer() -> dict[str, int]:
    """Check every chain and anchor those that are whole; what is not whole keeps its anchors, and is told.

    A chain that lost all its anchors is told too, once, and anchored as it is now.

    May run twice. Gives counts: chains, and chains with a fault.
    """
    aantal = fouten = 0
    for keten in ketens():
        aantal += 1
        fout = controleer(keten)
        if fout is None or fout.soort == ZONDER_ANKER:
            veranker(keten)
        if fout is None:
            continue
        fouten += 1
        logger.error("the log of %s is not whole: row %d (%s)", keten, fout.volgnummer, fout.soort)
    return {"ketens": aantal, "fouten": fouten}

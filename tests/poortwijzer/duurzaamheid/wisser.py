"""Erases dossiers and is killed at its first statement, its second, and so on. Run by the test beside it.

`python wisser.py ORGANISATIE STAP DOSSIER...`: for each dossier a fork that dies at a statement STAP further, of the
data or of the key store. Prints at which statement each died; 0 for who came to the end.
"""

import json
import os
import signal
import sys
from contextlib import ExitStack
from uuid import UUID

import django

django.setup()

from django.db import connections  # noqa: E402  # after the setup

from poortwijzer.dossiers.wissen import Wisopdracht, wis  # noqa: E402  # as above
from poortwijzer.kluis.vak import Vaksoort  # noqa: E402  # as above
from poortwijzer.slot.wie import werk  # noqa: E402  # as above


def wis_en_sterf(organisatie_id: UUID, dossier_id: UUID, bij: int) -> None:
    """Erase, and be killed just before statement number `bij`."""
    teller = iter(range(1, 100_000))

    def tel(voer_uit, *gegevens):
        if next(teller) == bij:
            os.kill(os.getpid(), signal.SIGKILL)
        return voer_uit(*gegevens)

    with ExitStack() as stapel:
        stapel.enter_context(werk("toets"))
        for alias in connections:
            stapel.enter_context(connections[alias].execute_wrapper(tel))
        opdracht = Wisopdracht(
            dossier_id=dossier_id,
            deel=Vaksoort.RE_INTEGRATIE,
            organisatie_id=organisatie_id,
            grond="bewaartermijn",
            goedgekeurd_door=None,
            is_uit_dienst=True,
        )
        wis(opdracht, actor=None)


def main() -> None:
    """See the module."""
    organisatie_id, stap = UUID(sys.argv[1]), int(sys.argv[2])
    gestorven = []
    connections.close_all()
    for nummer, dossier in enumerate(sys.argv[3:]):
        bij = 1 + nummer * stap
        kind = os.fork()
        if not kind:
            wis_en_sterf(organisatie_id, UUID(dossier), bij)
            os._exit(0)
        _, stand = os.waitpid(kind, 0)
        gestorven.append(bij if os.WIFSIGNALED(stand) else 0)
    sys.stdout.write(json.dumps(gestorven))


if __name__ == "__main__":
    main()

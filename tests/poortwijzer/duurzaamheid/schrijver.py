"""Reports people sick until it is killed, and says each time that it was confirmed. Run by the test beside it.

`python schrijver.py KEREN MAX GEBRUIKER ORGANISATIE`: make a writer, kill it -9 within MAX seconds, and again.
Django starts once; every writer is a fork with connections of its own. At the end it prints what was confirmed.
"""

import json
import os
import random
import select
import signal
import sys
import time
from datetime import timedelta
from uuid import UUID

import django

django.setup()

from django.db import connections  # noqa: E402  # after the setup

from poortnormen.catalogus import catalogus  # noqa: E402  # as above
from poortwijzer.accounts.models import Organisatie  # noqa: E402  # as above
from poortwijzer.dossiers.actions import Ziekmeldinggegevens, meld_ziek  # noqa: E402  # as above
from poortwijzer.dossiers.models import Werknemer  # noqa: E402  # as above
from poortwijzer.lib.klok import vandaag  # noqa: E402  # as above
from poortwijzer.slot.wie import werk  # noqa: E402  # as above
from poortwijzer.toegang.actor import Actor  # noqa: E402  # as above
from poortwijzer.toegang.rollen import Rol  # noqa: E402  # as above


def schrijf(uit: int, ronde: int, actor: Actor) -> None:
    """Report sick, over and over; a reference goes out after the act has returned."""
    organisatie = Organisatie.objects.get(pk=actor.organisatie_id)
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(days=3))
    for nummer in range(100_000):
        werknemer = Werknemer.objects.create(
            organisatie=organisatie, naam="Proef", personeelsnummer=f"{ronde}-{nummer}", uren_per_week=36
        )
        dossier = meld_ziek(werknemer_id=werknemer.pk, actor=actor, gegevens=gegevens)
        os.write(uit, dossier.pk.bytes)


def ronde(nummer: int, seconden: float, actor: Actor) -> list[str]:
    """Run one writer for so long and give what it confirmed; a killed writer may stop anywhere."""
    lees, uit = os.pipe()
    kind = os.fork()
    if not kind:
        os.close(lees)
        with werk("toets"):
            schrijf(uit, nummer, actor)
        os._exit(1)
    os.close(uit)
    if nummer % 4:  # most writers have confirmed something before they die
        select.select([lees], [], [], 30)
    time.sleep(seconden)
    os.kill(kind, signal.SIGKILL)
    os.waitpid(kind, 0)
    with os.fdopen(lees, "rb") as pijp:
        bytes_ = pijp.read()
    return [UUID(bytes=bytes_[plek : plek + 16]).hex for plek in range(0, len(bytes_) // 16 * 16, 16)]


def main() -> None:
    """See the module."""
    keren, langst = int(sys.argv[1]), float(sys.argv[2])
    gebruiker, organisatie = map(UUID, sys.argv[3:5])
    actor = Actor(gebruiker_id=gebruiker, rol=Rol.WERKGEVER, organisatie_id=organisatie, naam="")
    rng = random.Random(7)  # noqa: S311  # chance for a test
    catalogus()  # once, and not in every writer
    connections.close_all()
    bevestigd = [hex_ for nummer in range(keren) for hex_ in ronde(nummer, rng.uniform(0, langst), actor)]
    sys.stdout.write(json.dumps(bevestigd))


if __name__ == "__main__":
    main()

"""Works on a database whose server is killed and started again; run by the test beside it.

`begin` makes an employer and prints who acts; `schrijf USER ORGANISATION` reports people sick until it is stopped, and
prints each dossier that was confirmed; `tel ORGANISATION` prints what is in the database.
"""

import json
import sys
import time
from datetime import date, timedelta
from itertools import count
from uuid import UUID

import django

django.setup()

from django.db import Error, connections  # noqa: E402  # after the setup

from poortwijzer import audit  # noqa: E402  # as above
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling  # noqa: E402  # as above
from poortwijzer.audit.models import Auditregel  # noqa: E402  # as above
from poortwijzer.dossiers.actions import Ziekmeldinggegevens, meld_ziek  # noqa: E402  # as above
from poortwijzer.dossiers.models import Dossier, Feit, Werknemer  # noqa: E402  # as above
from poortwijzer.lib.klok import vandaag  # noqa: E402  # as above
from poortwijzer.slot.wie import werk  # noqa: E402  # as above
from poortwijzer.toegang.actor import Actor  # noqa: E402  # as above
from poortwijzer.toegang.rollen import Rol  # noqa: E402  # as above


def begin() -> None:
    werkgever = Organisatie.objects.create(naam="Oosterhoek Wonen", soort="werkgever")
    hr = Gebruiker.objects.maak(email="hr@oosterhoek.example", naam="Ingrid")
    Rolvervulling.objects.create(gebruiker=hr, rol=Rol.WERKGEVER, organisatie=werkgever, vanaf=date(2020, 1, 1))
    zeg([hr.pk.hex, werkgever.pk.hex])


def schrijf(gebruiker: str, organisatie: str) -> None:
    """A server that is away costs what was being written, and no more; the next one is tried when it is back."""
    actor = Actor(gebruiker_id=UUID(gebruiker), rol=Rol.WERKGEVER, organisatie_id=UUID(organisatie), naam="")
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(days=3))
    for nummer in count():
        try:
            werknemer = Werknemer.objects.create(
                organisatie_id=actor.organisatie_id, naam="Proef", personeelsnummer=str(nummer), uren_per_week=36
            )
            zeg(meld_ziek(werknemer_id=werknemer.pk, actor=actor, gegevens=gegevens).pk.hex)
        except Error:
            connections.close_all()
            time.sleep(0.05)


def tel(organisatie: str) -> None:
    fout = audit.controleer(UUID(organisatie))
    meldingen = Auditregel.objects.filter(handeling="ziekmelden", uitkomst="gelukt")
    zeg(
        {
            "dossiers": [pk.hex for pk in Dossier.objects.values_list("pk", flat=True)],
            "log": [pk.hex for pk in meldingen.values_list("dossier_id", flat=True)],
            "feiten": [pk.hex for pk in Feit.objects.values_list("dossier_id", flat=True).distinct()],
            "keten": None if fout is None else str(fout),
        }
    )


def zeg(wat: object) -> None:
    sys.stdout.write(f"{json.dumps(wat)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with werk("toets"):
        {"begin": begin, "schrijf": schrijf, "tel": tel}[sys.argv[1]](*sys.argv[2:])

"""The people of the demo and one dossier, for requests to every address."""

from datetime import timedelta

import pytest

from poortwijzer.accounts import demo
from poortwijzer.dossiers.actions import Ziekmeldinggegevens, meld_ziek
from poortwijzer.dossiers.models import Dossier, Werknemer
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def dossier(db) -> Dossier:
    personen = {persoon.rol: persoon for persoon in demo.laad()}
    casemanager = personen[Rol.CASEMANAGER]
    werknemer = Werknemer.objects.create(
        organisatie_id=demo.WERKGEVER.id, gebruiker_id=personen[Rol.WERKNEMER].id, naam="Katja", personeelsnummer="7"
    )
    actor = Actor(gebruiker_id=casemanager.id, rol=casemanager.rol, organisatie_id=demo.WERKGEVER.id, naam="Youssef")
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(weeks=10))
    return meld_ziek(werknemer_id=werknemer.pk, actor=actor, gegevens=gegevens)

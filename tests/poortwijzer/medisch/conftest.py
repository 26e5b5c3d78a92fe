"""The bedrijfsarts of the shared dossier, and a colleague."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from poortwijzer.accounts import demo
from poortwijzer.accounts.actions.geef_rol import geef_rol
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def arts(actor: Callable[[Rol], Actor]) -> Actor:
    return actor(Rol.BEDRIJFSARTS)


@pytest.fixture
def ondersteuner(arts: Actor) -> Actor:
    """A colleague of the bedrijfsarts who has no role on the dossier."""
    gebruiker = Gebruiker.objects.maak(email="pob@demo.example", naam="Noor Bos")
    geef_rol(
        gebruiker=gebruiker,
        rol=Rol.BEDRIJFSARTS,
        organisatie_id=demo.ARBODIENST.id,
        vanaf=vandaag() - timedelta(days=99),
    )
    return Actor(
        gebruiker_id=gebruiker.pk, rol=Rol.BEDRIJFSARTS, organisatie_id=demo.ARBODIENST.id, naam=gebruiker.naam
    )

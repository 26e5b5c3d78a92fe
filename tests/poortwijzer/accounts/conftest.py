"""People and organisations that the tests of accounts share."""

from collections.abc import Callable
from datetime import date

import pytest

from poortwijzer.accounts.actor import eerste_actor
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

WACHTWOORD = "een stevige zin van vijf woorden"


@pytest.fixture
def werkgever(db) -> Organisatie:
    return Organisatie.objects.create(naam="Houtwerf", soort=Organisatie.Soort.WERKGEVER)


@pytest.fixture
def arbodienst(db) -> Organisatie:
    return Organisatie.objects.create(naam="De Linde", soort=Organisatie.Soort.ARBODIENST)


@pytest.fixture
def maak_gebruiker(werkgever: Organisatie) -> Callable[..., Gebruiker]:
    """Give a function that makes a person with roles at the employer, running since 2020."""

    def maak(naam: str, *rollen: Rol, wachtwoord: str | None = WACHTWOORD) -> Gebruiker:
        gebruiker = Gebruiker.objects.maak(
            email=f"{naam.lower().replace(' ', '.')}@houtwerf.example", naam=naam, wachtwoord=wachtwoord
        )
        for rol in rollen:
            Rolvervulling.objects.create(gebruiker=gebruiker, rol=rol, organisatie=werkgever, vanaf=date(2020, 1, 1))
        return gebruiker

    return maak


@pytest.fixture
def als(maak_gebruiker: Callable[..., Gebruiker]) -> Callable[[Rol], Actor]:
    """Give a function that makes an actor in one role at the employer."""

    def maak(rol: Rol) -> Actor:
        actor = eerste_actor(maak_gebruiker(f"Actor {rol}", rol))
        assert actor is not None
        return actor

    return maak

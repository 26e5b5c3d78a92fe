"""People and organisations that the tests of accounts share."""

import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest
import time_machine
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from poortwijzer.accounts.actor import eerste_actor
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.organisaties import Organisatiesoort, past_bij
from poortwijzer.toegang.rollen import Rol

WACHTWOORD = "een stevige zin van vijf woorden"


@pytest.fixture
def werkgever(db) -> Organisatie:
    return Organisatie.objects.create(naam="Houtwerf", soort=Organisatiesoort.WERKGEVER)


@pytest.fixture
def arbodienst(db) -> Organisatie:
    return Organisatie.objects.create(naam="De Linde", soort=Organisatiesoort.ARBODIENST)


@pytest.fixture
def maak_gebruiker(werkgever: Organisatie) -> Callable[..., Gebruiker]:
    """Give a function that makes a person with roles since 2020: at the employer, or where there is such a role."""

    def maak(naam: str, *rollen: Rol, wachtwoord: str | None = WACHTWOORD) -> Gebruiker:
        gebruiker = Gebruiker.objects.maak(
            email=f"{naam.lower().replace(' ', '.')}@houtwerf.example", naam=naam, wachtwoord=wachtwoord
        )
        for rol in rollen:
            waar = werkgever if past_bij(rol, werkgever.soort) else _organisatie_met(rol)
            Rolvervulling.objects.create(gebruiker=gebruiker, rol=rol, organisatie=waar, vanaf=date(2020, 1, 1))
        return gebruiker

    return maak


def _organisatie_met(rol: Rol) -> Organisatie:
    soort = next(soort for soort in Organisatiesoort if past_bij(rol, soort))
    return Organisatie.objects.get_or_create(soort=soort, defaults={"naam": f"Een {soort}"})[0]


@pytest.fixture
def als(maak_gebruiker: Callable[..., Gebruiker]) -> Callable[[Rol], Actor]:
    """Give a function that makes an actor in one role."""

    def maak(rol: Rol) -> Actor:
        actor = eerste_actor(maak_gebruiker(f"Actor {rol}", rol))
        assert actor is not None
        return actor

    return maak


@pytest.fixture
def meld_in() -> Callable[[Client, Gebruiker], None]:
    """Give a function that signs somebody in with both steps taken; how that goes has tests of its own."""

    def meld_in(client: Client, gebruiker: Gebruiker) -> None:
        client.force_login(gebruiker)
        sessie = client.session
        sessie[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": 0.0}]
        sessie[f"{AUTHENTICATION_METHODS_SESSION_KEY}_user"] = str(gebruiker.pk)
        sessie.save()

    return meld_in


@pytest.fixture
def code_van() -> Iterator[Callable[[str], str]]:
    """Give a function that does what an app does: the code of a secret, now.

    The clock stands at the beginning of a half minute, so that the code does not change while it is sent.
    """

    def code_van(geheim: str) -> str:
        return format_hotp_value(hotp_value(geheim, int(time.time()) // 30))

    with time_machine.travel((int(time.time()) // 30 + 1) * 30, tick=True):
        yield code_van

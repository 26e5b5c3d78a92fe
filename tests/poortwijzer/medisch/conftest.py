"""A dossier, the people around it and at the arbodienst, and a browser without JavaScript for each of them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from poortwijzer.accounts import demo
from poortwijzer.accounts.actions.geef_rol import geef_rol
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.dossiers.actions import Ziekmeldinggegevens, meld_ziek, voeg_betrokkene_toe
from poortwijzer.dossiers.models import Dossier, Werknemer
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

OP_HET_DOSSIER = (Rol.BEDRIJFSARTS, Rol.ARBEIDSDESKUNDIGE, Rol.PROCESBEGELEIDER, Rol.RE_INTEGRATIEBEDRIJF)


@pytest.fixture
def actor(db: None) -> Callable[[Rol], Actor]:
    """Give a function that gives the demo person of a role, as who acts."""
    personen = {persoon.rol: persoon for persoon in demo.laad()}

    def geef(rol: Rol) -> Actor:
        persoon = personen[rol]
        return Actor(gebruiker_id=persoon.id, rol=rol, organisatie_id=persoon.organisatie.id, naam=persoon.naam)

    return geef


@pytest.fixture
def werknemer(actor: Callable[[Rol], Actor]) -> Werknemer:
    return Werknemer.objects.create(
        organisatie_id=demo.WERKGEVER.id,
        gebruiker_id=actor(Rol.WERKNEMER).gebruiker_id,
        leidinggevende_id=actor(Rol.LEIDINGGEVENDE).gebruiker_id,
        naam="Katja de Wit",
        functie="winkelmedewerker",
        personeelsnummer="7",
        uren_per_week=36,
    )


@pytest.fixture
def dossier(werknemer: Werknemer, actor: Callable[[Rol], Actor]) -> Dossier:
    """A dossier in the tenth week, with everybody who gets a role on it."""
    casemanager = actor(Rol.CASEMANAGER)
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(weeks=10))
    dossier = meld_ziek(werknemer_id=werknemer.pk, actor=casemanager, gegevens=gegevens)
    for rol in OP_HET_DOSSIER:
        voeg_betrokkene_toe(
            dossier=dossier, actor=casemanager, gebruiker_id=actor(rol).gebruiker_id, rol=rol, doel="begeleiding"
        )
    return dossier


@pytest.fixture
def als(actor: Callable[[Rol], Actor]) -> Callable[[Rol], Client]:
    """Give a function that signs the person of a role in, as the demo does, and gives the browser."""

    def meld_aan(rol: Rol) -> Client:
        client = Client()
        client.post(reverse("account_demo", args=[actor(rol).gebruiker_id]))
        return client

    return meld_aan


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

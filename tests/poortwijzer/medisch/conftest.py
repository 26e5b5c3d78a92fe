"""The bedrijfsarts of the shared dossier, and a colleague."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from poortwijzer.accounts import demo
from poortwijzer.accounts.actions.geef_rol import geef_rol
from poortwijzer.accounts.gasten import Gastverzoek, gast_met_token
from poortwijzer.accounts.models import Contract, Gebruiker, Organisatie
from poortwijzer.dossiers.actions import (
    Toestemmingsverzoek,
    beantwoord_toestemming,
    geef_gastlink,
    voeg_betrokkene_toe,
    vraag_toestemming,
)
from poortwijzer.dossiers.gasten import beantwoord_als_gast
from poortwijzer.dossiers.models import Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.toegang.gasten import Gastdoel
from poortwijzer.toegang.organisaties import Organisatiesoort
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Keuze, Toestemmingsdoel


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


@pytest.fixture
def vraag_behandelaar(arts: Actor, actor: Callable[[Rol], Actor]) -> Callable[..., None]:
    """Give a function that lets the employee agree to a question to a doctor, and lets that doctor answer it."""

    def vraag(*, dossier: Dossier, gast: str, vraag: str, antwoord: str) -> None:
        verzoek = Toestemmingsverzoek(doel=Toestemmingsdoel.BEHANDELAAR_VRAGEN, aan=gast, onderwerp=vraag)
        gevraagd = vraag_toestemming(dossier=dossier, actor=arts, verzoek=verzoek)
        beantwoord_toestemming(
            dossier=dossier, actor=actor(Rol.WERKNEMER), toestemming_id=gevraagd.pk, keuze=Keuze.GEGEVEN
        )
        link = Gastverzoek(
            doel=Gastdoel.INFORMATIE_AANLEVEREN,
            deel=Deel.GASTANTWOORDEN,
            gast=gast,
            geldig=timedelta(days=3),
            vraag=vraag,
            toestemming_id=gevraagd.pk,
        )
        bezoeker = gast_met_token(geef_gastlink(dossier=dossier, actor=arts, verzoek=link))
        assert bezoeker is not None
        beantwoord_als_gast(bezoeker, antwoord)

    return vraag


@pytest.fixture
def ander(dossier: Dossier, actor: Callable[[Rol], Actor]) -> Actor:
    """A bedrijfsarts of another arbodienst, with a contract and a role on this dossier."""
    elders = Organisatie.objects.create(naam="Arbo Anders", soort=Organisatiesoort.ARBODIENST)
    Contract.objects.create(
        opdrachtgever_id=demo.WERKGEVER.id,
        opdrachtnemer=elders,
        dienst=Dienst.VERZUIMBEGELEIDING,
        kenmerk="2026-2",
        vanaf=vandaag() - timedelta(days=9),
        geheimhouding=Geheimhoudingsgrond.BEROEP,
        geheimhouding_op=vandaag() - timedelta(days=9),
        bevestigd_op=vandaag() - timedelta(days=9),
    )
    gebruiker = Gebruiker.objects.maak(email="arts@anders.example", naam="Sanne Vos")
    geef_rol(gebruiker=gebruiker, rol=Rol.BEDRIJFSARTS, organisatie_id=elders.pk, vanaf=vandaag() - timedelta(days=9))
    voeg_betrokkene_toe(
        dossier=dossier,
        actor=actor(Rol.CASEMANAGER),
        gebruiker_id=gebruiker.pk,
        rol=Rol.BEDRIJFSARTS,
        doel="begeleiding",
        organisatie_id=elders.pk,
    )
    return Actor(gebruiker_id=gebruiker.pk, rol=Rol.BEDRIJFSARTS, organisatie_id=elders.pk, naam=gebruiker.naam)

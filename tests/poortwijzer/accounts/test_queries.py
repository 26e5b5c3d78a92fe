"""Read models about people: names by id, and who has which role where."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from poortwijzer.accounts.actions.kies_taal import kies_taal
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.accounts.queries import (
    gebruiker_naam,
    heeft_account,
    mensen_met_rol,
    organisatie_naam,
)
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


def test_namen_bij_ids_in_een_zoekvraag(maak_gebruiker, werkgever: Organisatie, django_assert_num_queries):
    noor, piet = maak_gebruiker("Noor"), maak_gebruiker("Piet")
    with django_assert_num_queries(1):
        assert gebruiker_naam([noor.pk, piet.pk, noor.pk, uuid4()]) == {noor.pk: "Noor", piet.pk: "Piet"}
    assert organisatie_naam([werkgever.pk, uuid4()]) == {werkgever.pk: "Houtwerf"}
    assert gebruiker_naam([]) == organisatie_naam([]) == {}


def test_wie_een_rol_heeft_en_wie_haar_niet_meer_heeft(maak_gebruiker, werkgever: Organisatie, arbodienst: Organisatie):
    noor, piet = maak_gebruiker("Noor", Rol.CASEMANAGER), maak_gebruiker("Piet", Rol.CASEMANAGER)
    maak_gebruiker("Ans", Rol.WERKGEVER)
    hier = [werkgever.pk]
    gezien = mensen_met_rol(rol=Rol.CASEMANAGER, organisatie_ids=hier)
    assert [persoon.naam for persoon in gezien] == ["Noor", "Piet"]
    assert mensen_met_rol(rol=Rol.CASEMANAGER, organisatie_ids=[arbodienst.pk]) == ()
    noor.rolvervullingen.update(tot=vandaag())
    gezien = mensen_met_rol(rol=Rol.CASEMANAGER, organisatie_ids=hier)
    assert [persoon.gebruiker_id for persoon in gezien] == [piet.pk]
    assert Rolvervulling.objects.lopend(vandaag()).filter(gebruiker=piet.pk, rol=Rol.CASEMANAGER).exists()
    assert not Rolvervulling.objects.lopend(vandaag()).filter(gebruiker=noor.pk, rol=Rol.CASEMANAGER).exists()


def test_wie_een_account_heeft(maak_gebruiker):
    noor = maak_gebruiker("Noor")
    assert heeft_account(noor.email)
    assert not heeft_account("niemand@houtwerf.example")


def test_iemand_leest_in_de_eigen_taal_ook_als_de_browser_een_andere_vraagt(
    client: Client, maak_gebruiker: Callable[..., Gebruiker], meld_in
):
    noor = maak_gebruiker("Noor", Rol.CASEMANAGER)
    meld_in(client, noor)
    assert client.get("/account/logout/", headers={"accept-language": "pl"})["Content-Language"] == "nl"
    kies_taal(gebruiker_id=noor.pk, taal="en")
    assert client.get("/account/logout/", headers={"accept-language": "pl"})["Content-Language"] == "en"


def test_een_rol_die_gisteren_eindigde_telt_niet(maak_gebruiker, werkgever: Organisatie):
    noor = maak_gebruiker("Noor", Rol.CASEMANAGER)
    assert mensen_met_rol(rol=Rol.CASEMANAGER, organisatie_ids=[werkgever.pk])
    noor.rolvervullingen.update(tot=vandaag() - timedelta(days=1))
    assert mensen_met_rol(rol=Rol.CASEMANAGER, organisatie_ids=[werkgever.pk]) == ()

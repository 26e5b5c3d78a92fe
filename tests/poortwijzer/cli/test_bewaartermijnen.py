"""The command of the terms: it looks unless it is told to act, and it acts only on what was approved."""

import json
from datetime import date, timedelta
from uuid import uuid4

import pytest

from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling
from poortwijzer.dossiers.actions import (
    Ziekmeldinggegevens,
    keur_wissen_goed,
    leg_feit_vast,
    meld_ziek,
    stel_wissen_voor,
)
from poortwijzer.dossiers.models import Dossier, Werknemer
from poortwijzer.kluis.envelop import Plaats
from poortwijzer.kluis.sleutelring import Sleutelring
from poortwijzer.kluis.vak import Vak
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


def mens(rol: Rol, organisatie: Organisatie) -> Actor:
    gebruiker = Gebruiker.objects.maak(email=f"{rol}-{uuid4()}@oosterhoek.example", naam=str(rol))
    Rolvervulling.objects.create(gebruiker=gebruiker, rol=rol, organisatie=organisatie, vanaf=date(2020, 1, 1))
    return Actor(gebruiker_id=gebruiker.pk, rol=rol, organisatie_id=organisatie.pk, naam="")


@pytest.fixture
def werkgever() -> Organisatie:
    return Organisatie.objects.create(naam="Oosterhoek Wonen", soort="werkgever")


@pytest.fixture
def hr(werkgever) -> Actor:
    return mens(Rol.WERKGEVER, werkgever)


@pytest.fixture
def voorbij(werkgever, hr) -> Dossier:
    """A dossier of somebody who left long ago."""
    werknemer = Werknemer.objects.create(organisatie=werkgever, naam="Jan", uren_per_week=36)
    gegevens = Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(days=30))
    dossier = meld_ziek(werknemer_id=werknemer.pk, actor=hr, gegevens=gegevens)
    waarde = {"begin": "2010-01-01", "einde": "2020-06-30"}
    leg_feit_vast(dossier=dossier, actor=hr, naam="dienstverband", waarde=waarde)
    return dossier


def test_zonder_voer_uit_wordt_er_alleen_gekeken(opdracht, voorbij, hr, werkgever):
    ronde = stel_wissen_voor(actor=mens(Rol.BEHEERDER, werkgever))
    keur_wissen_goed(actor=hr, ronde_id=ronde.pk)
    gezien = opdracht("bewaartermijnen", "--json")
    assert (gezien.code, json.loads(gezien.uit)["voorbij"], json.loads(gezien.uit)["gewist"]) == (0, 1, 0)
    assert "Er is niets gewist." in opdracht("bewaartermijnen").uit
    assert json.loads(opdracht("bewaartermijnen", "--peildatum", "2022-06-30", "--json").uit)["voorbij"] == 0
    assert Dossier.objects.filter(pk=voorbij.pk).exists()


@pytest.mark.django_db(transaction=True)  # the key store is wiped outside a transaction, as in the real command
def test_met_voer_uit_gaat_weg_wat_is_goedgekeurd_en_de_rest_wordt_voorgesteld(opdracht, voorbij, hr, werkgever):
    eerst = json.loads(opdracht("bewaartermijnen", "--voer-uit", "--json").uit)
    assert (eerst["gewist"], eerst["voorgesteld"]) == (0, 1)
    assert json.loads(opdracht("bewaartermijnen", "--voer-uit", "--json").uit)["voorgesteld"] == 0, "one list is enough"
    ronde = stel_wissen_voor(actor=mens(Rol.BEHEERDER, werkgever))
    keur_wissen_goed(actor=hr, ronde_id=ronde.pk)
    daarna = json.loads(opdracht("bewaartermijnen", "--voer-uit", "--json").uit)
    assert (daarna["gewist"], daarna["mislukt"]) == (1, 0)
    assert not Dossier.objects.filter(pk=voorbij.pk).exists()
    assert json.loads(opdracht("bewaartermijnen", "--voer-uit", "--json").uit)["gewist"] == 0
    # Nothing but counts comes out.
    assert voorbij.kenmerk not in opdracht("bewaartermijnen").uit


def test_wissen_naar_een_dag_in_de_toekomst_wordt_geweigerd(opdracht):
    morgen = (vandaag() + timedelta(days=1)).isoformat()
    antwoord = opdracht("bewaartermijnen", "--voer-uit", "--peildatum", morgen)
    assert antwoord.code == 2
    assert "na vandaag" in antwoord.fout


def test_een_organisatie_krijgt_een_nieuwe_sleutel(opdracht):
    organisatie_id, vak, plaats = uuid4(), Vak(uuid4()), Plaats("t", "k", "r", "d")
    dicht = Sleutelring().verzegel(b"geheim", vak=vak, plaats=plaats, eigenaar=lambda: organisatie_id)
    antwoord = opdracht("kluis", "vernieuw-sleutel", str(organisatie_id), "--json")
    assert (antwoord.code, json.loads(antwoord.uit)) == (0, {"opnieuw_ingepakt": 1})
    assert Sleutelring().ontzegel(dicht, vak=vak, plaats=plaats) == b"geheim"
    vreemd = opdracht("kluis", "vernieuw-sleutel", str(uuid4()))
    assert vreemd.code == 2
    assert "geen sleutel" in vreemd.fout

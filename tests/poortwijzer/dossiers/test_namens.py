"""A role on a dossier is for one organisation: two employers of one doctor do not share what is opened."""

from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps

from poortwijzer.accounts.models import Contract, Organisatie, Rolvervulling
from poortwijzer.dossiers.access import NietGevonden, access_dossier, bereikbaar
from poortwijzer.dossiers.actions import (
    Invoerfout,
    beeindig_contract,
    neem_noodtoegang,
    regel_waarneming,
    voeg_betrokkene_toe,
)
from poortwijzer.dossiers.models import Betrokkene, Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.toegang.nood import Noodgrond
from poortwijzer.toegang.rollen import Rol

DAG = timedelta(days=1)


@pytest.fixture
def tweede(wereld) -> Organisatie:
    """A second arbodienst that works for the same employer."""
    tweede = Organisatie.objects.create(naam="Arbodienst Zuid", soort="arbodienst")
    Contract.objects.create(
        opdrachtgever=wereld.werkgever,
        opdrachtnemer=tweede,
        dienst=Dienst.VERZUIMBEGELEIDING,
        kenmerk="2",
        vanaf=date(2020, 1, 1),
        geheimhouding=Geheimhoudingsgrond.BEROEP,
        geheimhouding_op=date(2020, 1, 1),
        bevestigd_op=date(2020, 1, 1),
    )
    return tweede


@pytest.fixture
def arts(wereld) -> Actor:
    return wereld.actoren[Rol.BEDRIJFSARTS]


@pytest.fixture
def elders(arts: Actor, tweede: Organisatie) -> Actor:
    """The same doctor, who works for the second arbodienst too."""
    Rolvervulling.objects.create(
        gebruiker_id=arts.gebruiker_id, rol=Rol.BEDRIJFSARTS, organisatie=tweede, vanaf=date(2020, 1, 1)
    )
    return replace(arts, organisatie_id=tweede.pk)


def opent(actor: Actor, dossier: Dossier) -> bool:
    try:
        access_dossier(actor, dossier.kenmerk, deel=Deel.PERSOON)
    except NietGevonden:
        assert not bereikbaar(actor).filter(pk=dossier.pk).exists()
        return False
    assert bereikbaar(actor).filter(pk=dossier.pk).exists()
    return True


def geef(wereld, dossier: Dossier, actor: Actor, **anders: object) -> Betrokkene:
    gegevens = {"gebruiker_id": actor.gebruiker_id, "rol": actor.rol, "doel": "begeleiding", **anders}
    return voeg_betrokkene_toe(dossier=dossier, actor=wereld.hr, **gegevens)


def test_een_rol_voor_de_ene_organisatie_opent_niets_voor_de_andere(ziek, arts, elders):
    assert opent(arts, ziek)
    assert not opent(elders, ziek)


def test_wie_voor_twee_werkt_heeft_de_rol_voor_wie_is_gekozen(wereld, ziek, arts, elders):
    Betrokkene.objects.filter(dossier=ziek, rol=Rol.BEDRIJFSARTS).delete()
    with pytest.raises(Invoerfout, match="Kies voor welke"):
        geef(wereld, ziek, elders)
    with pytest.raises(Invoerfout, match="niet bij uw organisatie"):
        geef(wereld, ziek, elders, organisatie_id=wereld.werkgever.pk)
    geef(wereld, ziek, elders, organisatie_id=elders.organisatie_id)
    assert (opent(arts, ziek), opent(elders, ziek)) == (False, True)
    with pytest.raises(Invoerfout, match="heeft deze rol al"):
        geef(wereld, ziek, elders, organisatie_id=elders.organisatie_id)
    geef(wereld, ziek, elders, organisatie_id=arts.organisatie_id)
    assert (opent(arts, ziek), opent(elders, ziek)) == (True, True)


@pytest.mark.norm("AVG-30-4", waar="poortwijzer.accounts.contracten.werkgevers_onder_contract")
@pytest.mark.parametrize("eerste", [True, False])
def test_het_einde_van_een_contract_sluit_die_weg_en_laat_de_andere(wereld, ziek, arts, elders, eerste):
    geef(wereld, ziek, elders, organisatie_id=elders.organisatie_id)
    weg, blijft = (arts, elders) if eerste else (elders, arts)
    contract = Contract.objects.get(opdrachtnemer=weg.organisatie_id)
    gevolgen = beeindig_contract(actor=wereld.hr, contract_id=contract.pk)
    assert gevolgen.per_rol[Rol.BEDRIJFSARTS] == 1
    assert (opent(weg, ziek), opent(blijft, ziek)) == (False, True)
    rollen = Betrokkene.objects.filter(dossier=ziek, gebruiker=arts.gebruiker_id)
    assert list(rollen.filter(tot=None).values_list("organisatie", flat=True)) == [blijft.organisatie_id]


def test_noodtoegang_voor_de_ene_organisatie_opent_niets_voor_de_andere(wereld, ziek, arts, elders):
    Betrokkene.objects.filter(dossier=ziek, gebruiker=arts.gebruiker_id).delete()
    Betrokkene.objects.create(
        dossier=ziek, organisatie_id=arts.organisatie_id, rol=Rol.BEDRIJFSARTS, doel="wacht", vanaf=vandaag() + DAG
    )
    with pytest.raises(NietGevonden):
        neem_noodtoegang(actor=elders, kenmerk=ziek.kenmerk, grond=Noodgrond.TERMIJN)
    Betrokkene.objects.filter(dossier=ziek, rol=Rol.BEDRIJFSARTS).update(
        vanaf=vandaag(),
        gebruiker_id=wereld.tweede_casemanager.gebruiker_id,
    )
    neem_noodtoegang(actor=arts, kenmerk=ziek.kenmerk, grond=Noodgrond.TERMIJN)
    assert (opent(arts, ziek), opent(elders, ziek)) == (True, False)


def test_waarneming_gaat_over_de_dossiers_van_een_organisatie(wereld, ziek, arts, elders):
    waarnemer = Rolvervulling.objects.create(
        gebruiker_id=wereld.vreemden[Rol.BEDRIJFSARTS].gebruiker_id,
        rol=Rol.BEDRIJFSARTS,
        organisatie_id=elders.organisatie_id,
        vanaf=date(2020, 1, 1),
    )
    neemt_waar = replace(elders, gebruiker_id=waarnemer.gebruiker_id)
    mensen = {"afwezige_id": elders.gebruiker_id, "waarnemer_id": neemt_waar.gebruiker_id, "rol": Rol.BEDRIJFSARTS}
    regel_waarneming(actor=elders, **mensen, vanaf=vandaag(), tot=vandaag() + 5 * DAG)
    assert not opent(neemt_waar, ziek), "the role of who is away is for the other arbodienst"
    geef(wereld, ziek, elders, organisatie_id=elders.organisatie_id)
    assert opent(neemt_waar, ziek)


@pytest.mark.parametrize(
    ("rollen", "verwacht"),
    [
        ([], "werkgever"),
        ([("werkgever", None), ("arbodienst", None)], "werkgever"),
        ([("tweede", None), ("elders", None)], "tweede"),
        ([("werkgever", vandaag() - DAG), ("arbodienst", None)], "arbodienst"),
    ],
    ids=["nowhere", "at the employer first", "under a contract", "running first"],
)
def test_van_rollen_die_er_waren_wordt_opgezocht_voor_wie(wereld, tweede, rollen, verwacht):
    """A question of the migration, with the tables of today."""
    waar = {
        "werkgever": wereld.werkgever,
        "arbodienst": wereld.arbodienst,
        "tweede": tweede,
        "elders": Organisatie.objects.create(naam="Nog een", soort="arbodienst"),
    }
    wie = wereld.tweede_casemanager.gebruiker_id
    Rolvervulling.objects.filter(gebruiker=wie).delete()
    for naam, tot in rollen:
        Rolvervulling.objects.create(
            gebruiker_id=wie, rol=Rol.CASEMANAGER, organisatie=waar[naam], vanaf=date(2020, 1, 1), tot=tot
        )
    migratie = import_module("poortwijzer.dossiers.migrations.0012_betrokken_namens")
    assert migratie._namens(apps, wie, Rol.CASEMANAGER, wereld.werkgever.pk) == waar[verwacht].pk

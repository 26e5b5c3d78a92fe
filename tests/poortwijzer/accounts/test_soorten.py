"""Which roles an organisation has: an employer makes no bedrijfsarts of its own people."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from poortwijzer.accounts.actions.aanvaard import UitnodigingOngeldigError, open_uitnodiging
from poortwijzer.accounts.actions.beeindig_rol import beeindig_rol
from poortwijzer.accounts.actions.geef_rol import geef_rol
from poortwijzer.accounts.actions.nodig_uit import hash_van_token, nodig_uit
from poortwijzer.accounts.actor import rolkeuzes
from poortwijzer.accounts.models import Organisatie, Rolvervulling, Uitnodiging
from poortwijzer.accounts.queries import heeft_rol_bij, rolhouders, te_geven_rollen
from poortwijzer.accounts.weigeringen import Geweigerd
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.diensten import ROLLEN_VAN_DIENST
from poortwijzer.toegang.organisaties import ROLLEN_BIJ, Organisatiesoort
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
# Who works on the medical side, and who for the employer: never together in one organisation, whatever is changed.
MEDISCHE_KANT = frozenset({Rol.BEDRIJFSARTS, Rol.ARBODIENST})
WERKGEVERSKANT = frozenset({Rol.WERKNEMER, Rol.LEIDINGGEVENDE, Rol.WERKGEVER})


def beheerder_van(maak_gebruiker, soort: Organisatiesoort) -> Actor:
    organisatie = Organisatie.objects.create(naam=f"Organisatie {soort}", soort=soort)
    wie = maak_gebruiker(f"Beheerder {soort}")
    Rolvervulling.objects.create(gebruiker=wie, rol=Rol.BEHEERDER, organisatie=organisatie, vanaf=date(2020, 1, 1))
    return Actor(gebruiker_id=wie.pk, rol=Rol.BEHEERDER, organisatie_id=organisatie.pk, naam=wie.naam)


@pytest.mark.parametrize("soort", Organisatiesoort)
def test_geen_soort_heeft_de_arts_en_de_werkgever_onder_een_dak(soort: Organisatiesoort):
    rollen = ROLLEN_BIJ[soort]
    assert not rollen & MEDISCHE_KANT or not rollen & WERKGEVERSKANT
    assert {Rol.PRIVACY_OFFICER, Rol.BEHEERDER} <= rollen


def test_elke_rol_en_elke_dienst_kan_ergens():
    assert frozenset().union(*ROLLEN_BIJ.values()) == frozenset(Rol)
    elders = frozenset().union(*(rollen for soort, rollen in ROLLEN_BIJ.items() if soort != "werkgever"))
    assert all(rollen <= elders for rollen in ROLLEN_VAN_DIENST.values())


@pytest.mark.parametrize("soort", Organisatiesoort)
@pytest.mark.parametrize("rol", Rol)
def test_een_beheerder_nodigt_alleen_uit_in_wat_zijn_organisatie_heeft(maak_gebruiker, soort, rol):
    beheerder = beheerder_van(maak_gebruiker, soort)

    def doe() -> Uitnodiging:
        return nodig_uit(actor=beheerder, email="n@x.example", naam="Nieuw", rol=rol, maak_link=str)

    assert (rol in te_geven_rollen(beheerder)) is (rol in ROLLEN_BIJ[soort])
    if rol in ROLLEN_BIJ[soort]:
        assert doe().rol == rol
    else:
        with pytest.raises(Geweigerd):
            doe()


def test_een_rol_die_er_al_stond_opent_niets(maak_gebruiker, werkgever, arbodienst):
    """Whoever was made bedrijfsarts of an employer before there was a table does not act as one."""
    arts = maak_gebruiker("Eigen arts", Rol.CASEMANAGER)
    Rolvervulling.objects.create(gebruiker=arts, rol=Rol.BEDRIJFSARTS, organisatie=werkgever, vanaf=date(2020, 1, 1))
    assert {keuze.rol for keuze in rolkeuzes(arts)} == {Rol.CASEMANAGER}
    assert not heeft_rol_bij([werkgever.pk], gebruiker_id=arts.pk, rol=Rol.BEDRIJFSARTS)
    with pytest.raises(ValueError, match="no role of"):
        geef_rol(gebruiker=arts, rol=Rol.BEDRIJFSARTS, organisatie_id=werkgever.pk, vanaf=vandaag())
    geef_rol(gebruiker=arts, rol=Rol.BEDRIJFSARTS, organisatie_id=arbodienst.pk, vanaf=vandaag())
    assert {keuze.rol for keuze in rolkeuzes(arts)} == {Rol.CASEMANAGER, Rol.BEDRIJFSARTS}


def test_een_rol_die_niet_past_staat_op_de_pagina_en_kan_daar_eindigen(maak_gebruiker, werkgever, meld_in, client):
    beheerder, arts = maak_gebruiker("Beheerder", Rol.BEHEERDER), maak_gebruiker("Eigen arts", Rol.CASEMANAGER)
    vreemd = Rolvervulling.objects.create(
        gebruiker=arts, rol=Rol.BEDRIJFSARTS, organisatie=werkgever, vanaf=date(2020, 1, 1)
    )
    actor = Actor(gebruiker_id=beheerder.pk, rol=Rol.BEHEERDER, organisatie_id=werkgever.pk, naam=beheerder.naam)
    assert {mens.rol: mens.past for mens in rolhouders(actor)} == {Rol.CASEMANAGER: True, Rol.BEDRIJFSARTS: False}
    with pytest.raises(Geweigerd):  # HR manages no bedrijfsarts, whether the role fits or not
        beeindig_rol(actor=replace(actor, rol=Rol.WERKGEVER), rolvervulling_id=vreemd.pk)
    meld_in(client, beheerder)
    adres = reverse("account_rol_beeindigen", args=[vreemd.pk])
    assert adres in client.get(reverse("account_uitnodigen")).content.decode()
    assert client.post(adres).status_code == 302
    assert {mens.rol for mens in rolhouders(actor)} == {Rol.CASEMANAGER}
    assert Rolvervulling.objects.get(pk=vreemd.pk).tot == vandaag()


@pytest.mark.parametrize(("waar", "werkt"), [("werkgever", False), ("arbodienst", True)])
def test_een_uitnodiging_die_er_al_was_werkt_alleen_waar_de_rol_kan(request, waar, werkt):
    Uitnodiging.objects.create(
        token_hash=hash_van_token("t"),
        email="n@x.example",
        naam="Nieuw",
        rol=Rol.BEDRIJFSARTS,
        organisatie=request.getfixturevalue(waar),
        created_at=nu(),
        expires_at=nu().replace(year=nu().year + 1),
    )
    if werkt:
        assert open_uitnodiging("t").rol == Rol.BEDRIJFSARTS
    else:
        with pytest.raises(UitnodigingOngeldigError):
            open_uitnodiging("t")

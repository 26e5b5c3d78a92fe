"""Nobody works for the employer and for the bedrijfsarts on one dossier, in whatever order the roles come."""

from datetime import timedelta

import pytest

from poortwijzer.accounts.models import Organisatie, Rolvervulling
from poortwijzer.dossiers.actions import Invoerfout, delegeer, voeg_betrokkene_toe
from poortwijzer.dossiers.models import Betrokkene
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.rollen import Rol


def geef_ook(wie: Actor, rol: Rol, organisatie: Organisatie) -> None:
    Rolvervulling.objects.create(gebruiker_id=wie.gebruiker_id, rol=rol, organisatie=organisatie, vanaf="2020-01-01")


def voeg_toe(wereld, dossier, wie: Actor, rol: Rol) -> Betrokkene:
    return voeg_betrokkene_toe(
        dossier=dossier,
        actor=wereld.hr,
        gebruiker_id=wie.gebruiker_id,
        rol=rol,
        doel="begeleiding",
        organisatie_id=wereld.arbodienst.pk,
    )


@pytest.mark.parametrize("rol", [Rol.WERKGEVER, Rol.LEIDINGGEVENDE, Rol.CASEMANAGER])
def test_wie_bij_de_werkgever_werkt_wordt_geen_bedrijfsarts_van_een_dossier(wereld, ziek, rol):
    arts, collega = wereld.collega_arts(), wereld.collega_arts()
    geef_ook(arts, rol, wereld.werkgever)
    geef_ook(collega, Rol.CASEMANAGER, wereld.arbodienst)
    with pytest.raises(Invoerfout, match="werkt voor de werkgever"):
        voeg_toe(wereld, ziek, arts, Rol.BEDRIJFSARTS)
    assert voeg_toe(wereld, ziek, collega, Rol.BEDRIJFSARTS), "a role elsewhere is none here"


def test_een_casemanager_van_dit_dossier_wordt_geen_bedrijfsarts_en_andersom(wereld, ziek):
    eerst_arts, eerst_casemanager = wereld.collega_arts(), wereld.collega_arts()
    for wie in (eerst_arts, eerst_casemanager):
        geef_ook(wie, Rol.CASEMANAGER, wereld.arbodienst)
    voeg_toe(wereld, ziek, eerst_arts, Rol.BEDRIJFSARTS)
    voeg_toe(wereld, ziek, eerst_casemanager, Rol.CASEMANAGER)
    with pytest.raises(Invoerfout, match="voor de bedrijfsarts"):
        voeg_toe(wereld, ziek, eerst_arts, Rol.CASEMANAGER)
    with pytest.raises(Invoerfout, match="werkt voor de werkgever"):
        voeg_toe(wereld, ziek, eerst_casemanager, Rol.BEDRIJFSARTS)


@pytest.mark.parametrize(("dagen", "kan"), [(0, True), (1, False)])
def test_wie_taken_doet_voor_de_bedrijfsarts_wordt_geen_casemanager_zolang_dat_loopt(wereld, ziek, dagen, kan):
    collega = wereld.collega_arts()
    geef_ook(collega, Rol.CASEMANAGER, wereld.arbodienst)
    delegeer(
        dossier=ziek,
        actor=wereld.actoren[Rol.BEDRIJFSARTS],
        gedelegeerde_id=collega.gebruiker_id,
        taken=[Deeltaak.DOSSIER_BIJHOUDEN],
        vanaf=vandaag() - timedelta(days=1),
        tot=vandaag() + timedelta(days=dagen),
    )
    if kan:
        assert voeg_toe(wereld, ziek, collega, Rol.CASEMANAGER)
    else:
        with pytest.raises(Invoerfout, match="voor de bedrijfsarts"):
            voeg_toe(wereld, ziek, collega, Rol.CASEMANAGER)

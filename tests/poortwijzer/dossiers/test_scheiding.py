"""Nobody works for the employer and for the bedrijfsarts on one dossier, in whatever order the roles come."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from poortwijzer.accounts.actions.aanvaard import aanvaard_met_bestaand_account
from poortwijzer.accounts.actions.geef_rol import RolKanNiet
from poortwijzer.accounts.actions.nodig_uit import nodig_uit
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling, Uitnodiging
from poortwijzer.accounts.views.uitnodiging import uitnodiging
from poortwijzer.dossiers.access import NietGevonden, access_dossier, bereikbaar
from poortwijzer.dossiers.actions import (
    Invoerfout,
    beeindig_betrokkenheid,
    delegeer,
    neem_noodtoegang,
    regel_waarneming,
    voeg_betrokkene_toe,
)
from poortwijzer.dossiers.models import Betrokkene, Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.nood import Noodgrond
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


def nodig_uit_als(wereld, gebruiker: Gebruiker, rol: Rol) -> str:
    """Give the secret of the link."""
    tokens: list[str] = []
    beheerder = wereld.actoren[Rol.BEHEERDER]
    nodig_uit(
        actor=beheerder,
        email=gebruiker.email,
        naam=gebruiker.naam,
        rol=rol,
        maak_link=lambda token: tokens.append(token) or token,
    )
    return tokens[0]


def leest_medisch(arts: Actor, dossier: Dossier) -> bool:
    """Ask it of the door for one dossier, and of the list."""
    try:
        access_dossier(arts, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    except NietGevonden:
        assert not bereikbaar(arts).filter(pk=dossier.pk).exists()
        return False
    assert bereikbaar(arts).filter(pk=dossier.pk).exists()
    return True


@pytest.mark.parametrize("rol", [Rol.WERKGEVER, Rol.LEIDINGGEVENDE, Rol.CASEMANAGER])
@pytest.mark.parametrize("is_gedelegeerd", [False, True], ids=["bedrijfsarts", "praktijkondersteuner"])
def test_wie_later_bij_de_werkgever_gaat_werken_leest_het_medische_deel_niet_meer(wereld, ziek, rol, is_gedelegeerd):
    arts = wereld.collega_arts()
    if is_gedelegeerd:
        delegeer(
            dossier=ziek,
            actor=wereld.actoren[Rol.BEDRIJFSARTS],
            gedelegeerde_id=arts.gebruiker_id,
            taken=[Deeltaak.DOSSIER_BIJHOUDEN],
            tot=vandaag() + timedelta(days=9),
        )
    else:
        voeg_toe(wereld, ziek, arts, Rol.BEDRIJFSARTS)
    geef_ook(arts, rol, wereld.arbodienst)
    assert leest_medisch(arts, ziek), "a role elsewhere is none here"
    geef_ook(arts, rol, wereld.werkgever)
    assert not leest_medisch(arts, ziek)
    assert leest_medisch(wereld.actoren[Rol.BEDRIJFSARTS], ziek)
    Rolvervulling.objects.filter(gebruiker=arts.gebruiker_id, organisatie=wereld.werkgever).update(tot=vandaag())
    assert leest_medisch(arts, ziek), "the role ended yesterday"


def test_een_rol_op_het_dossier_sluit_alleen_dat_dossier_en_zolang_zij_loopt(wereld, ziek):
    arts, ander = wereld.collega_arts(), wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    for dossier in (ziek, ander):
        voeg_toe(wereld, dossier, arts, Rol.BEDRIJFSARTS)
    rol = Betrokkene.objects.create(
        dossier=ziek,
        gebruiker_id=arts.gebruiker_id,
        organisatie=wereld.arbodienst,
        rol=Rol.CASEMANAGER,
        doel="begeleiding",
        vanaf=vandaag() + timedelta(days=1),
    )
    assert leest_medisch(arts, ziek), "it begins tomorrow"
    Betrokkene.objects.filter(pk=rol.pk).update(vanaf=vandaag() - timedelta(days=1))
    assert (leest_medisch(arts, ziek), leest_medisch(arts, ander)) == (False, True)
    beeindig_betrokkenheid(dossier=ziek, actor=wereld.hr, betrokkene_id=rol.pk)
    assert leest_medisch(arts, ziek)


@pytest.mark.parametrize("rol", [Rol.BEDRIJFSARTS, Rol.CASEMANAGER])
def test_waarnemen_en_noodtoegang_gaan_niet_over_de_muur(wereld, ziek, rol):
    andere = Rol.CASEMANAGER if rol is Rol.BEDRIJFSARTS else Rol.BEDRIJFSARTS
    afwezige, aan_andere_kant, vrij = wereld.collega_arts(), wereld.collega_arts(), wereld.collega_arts()
    for wie in (afwezige, aan_andere_kant, vrij):
        geef_ook(wie, Rol.CASEMANAGER, wereld.arbodienst)
    voeg_toe(wereld, ziek, afwezige, rol)
    voeg_toe(wereld, ziek, aan_andere_kant, andere)
    actor, zoeker = replace(afwezige, rol=rol), replace(aan_andere_kant, rol=rol)
    dagen = {"vanaf": vandaag(), "tot": vandaag() + timedelta(days=9)}

    with pytest.raises(Invoerfout, match="werkt bij een of meer van deze dossiers") as fout:
        regel_waarneming(
            actor=actor, afwezige_id=afwezige.gebruiker_id, waarnemer_id=zoeker.gebruiker_id, rol=rol, **dagen
        )
    assert fout.value.veld == "waarnemer"
    assert not Betrokkene.objects.filter(gebruiker=zoeker.gebruiker_id, rol=rol).exists()
    with pytest.raises(NietGevonden):
        neem_noodtoegang(actor=zoeker, kenmerk=ziek.kenmerk, grond=Noodgrond.TERMIJN)

    assert neem_noodtoegang(actor=replace(vrij, rol=rol), kenmerk=ziek.kenmerk, grond=Noodgrond.TERMIJN)
    regel_waarneming(actor=actor, afwezige_id=afwezige.gebruiker_id, waarnemer_id=vrij.gebruiker_id, rol=rol, **dagen)
    assert Betrokkene.objects.filter(dossier=ziek, gebruiker=vrij.gebruiker_id, rol=rol).exists()


def test_wie_al_waarneemt_volgt_niet_naar_een_dossier_aan_de_andere_kant(wereld, ziek):
    """The cover runs; what comes in meanwhile goes along, but for what the colleague may not see."""
    afwezige, waarnemer = wereld.actoren[Rol.BEDRIJFSARTS], wereld.collega_arts()
    dagen = {"vanaf": vandaag(), "tot": vandaag() + timedelta(days=9)}
    mensen = {"afwezige_id": afwezige.gebruiker_id, "waarnemer_id": waarnemer.gebruiker_id}
    regel_waarneming(actor=afwezige, **mensen, rol=Rol.BEDRIJFSARTS, **dagen)
    geef_ook(waarnemer, Rol.CASEMANAGER, wereld.arbodienst)
    arts = wereld.collega_arts()
    nieuw = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    Betrokkene.objects.filter(dossier=nieuw, rol=Rol.BEDRIJFSARTS).delete()
    voeg_toe(wereld, nieuw, waarnemer, Rol.CASEMANAGER)
    voeg_toe(wereld, nieuw, afwezige, Rol.BEDRIJFSARTS)
    voeg_toe(wereld, nieuw, arts, Rol.BEDRIJFSARTS)
    rollen = Betrokkene.objects.filter(gebruiker=waarnemer.gebruiker_id, rol=Rol.BEDRIJFSARTS)
    assert set(rollen.values_list("dossier", flat=True)) == {ziek.pk}


@pytest.mark.parametrize("rol", [Rol.WERKGEVER, Rol.LEIDINGGEVENDE, Rol.CASEMANAGER, Rol.WERKNEMER])
def test_een_arts_van_een_dossier_neemt_geen_rol_aan_de_werkgeverskant_aan(wereld, ziek, rol):
    """Who works there too, as an employee, is no party to the dossiers of others."""
    arts, collega = wereld.collega_arts(), wereld.collega_arts()
    voeg_toe(wereld, ziek, arts, Rol.BEDRIJFSARTS)
    heeft = Rolvervulling.objects.filter(rol=rol, organisatie=wereld.werkgever)
    for wie, kan in ((arts, rol is Rol.WERKNEMER), (collega, True)):
        gebruiker = Gebruiker.objects.get(pk=wie.gebruiker_id)
        token = nodig_uit_als(wereld, gebruiker, rol)
        with nullcontext() if kan else pytest.raises(RolKanNiet, match="voor de bedrijfsarts"):
            aanvaard_met_bestaand_account(token=token, gebruiker=gebruiker)
        assert heeft.filter(gebruiker=gebruiker).exists() is kan
        assert Uitnodiging.objects.filter(email=gebruiker.email, used_at=None).exists() is not kan, (
            "refused, the link stays open"
        )


def test_de_pagina_van_de_uitnodiging_zegt_waarom_niet(wereld, ziek, rf):
    arts = wereld.collega_arts()
    voeg_toe(wereld, ziek, arts, Rol.BEDRIJFSARTS)
    gebruiker = Gebruiker.objects.get(pk=arts.gebruiker_id)
    token = nodig_uit_als(wereld, gebruiker, Rol.CASEMANAGER)
    verzoek = rf.post(reverse("account_uitnodiging", args=[token]))
    verzoek.user = gebruiker
    antwoord = uitnodiging(verzoek, token)
    assert antwoord.status_code == 409
    assert b"werkt in een dossier van deze werkgever voor de bedrijfsarts" in antwoord.content

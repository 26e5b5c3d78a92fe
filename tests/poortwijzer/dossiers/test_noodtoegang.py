"""Emergency access: with a ground, within the own circle, for an hour, and never unseen."""

from datetime import date, timedelta

import pytest
import time_machine

from poortwijzer import audit
from poortwijzer.accounts.models import Gebruiker, Noodtoegang, Rolvervulling
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.actions import Invoerfout, neem_noodtoegang
from poortwijzer.dossiers.queries import dossierlijst
from poortwijzer.dossiers.queries.inzage import leeslog
from poortwijzer.dossiers.queries.toezicht import noodlijst
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.nood import DUUR, Noodgrond
from poortwijzer.toegang.rollen import Rol

NOODROLLEN = (Rol.BEDRIJFSARTS, Rol.CASEMANAGER)


@pytest.fixture
def collega(wereld):
    """Give a function that gives a colleague in the same role, without a role on the dossier."""

    def maak(rol: Rol) -> Actor:
        organisatie_id = wereld.actoren[rol].organisatie_id
        gebruiker = Gebruiker.objects.maak(email=f"waarnemer.{rol}@hier.example", naam="Waarnemer")
        Rolvervulling.objects.create(
            gebruiker=gebruiker, rol=rol, organisatie_id=organisatie_id, vanaf=date(2020, 1, 1)
        )
        return Actor(gebruiker_id=gebruiker.pk, rol=rol, organisatie_id=organisatie_id, naam=gebruiker.naam)

    return maak


@pytest.mark.parametrize("rol", NOODROLLEN)
def test_een_waarnemer_komt_een_uur_binnen_in_de_eigen_rol_en_een_vreemde_niet(wereld, ziek, collega, rol):
    waarnemer = collega(rol)
    with pytest.raises(NietGevonden):
        access_dossier(waarnemer, ziek.kenmerk, deel=Deel.TIJDLIJN)

    tot = neem_noodtoegang(actor=waarnemer, kenmerk=ziek.kenmerk, grond=Noodgrond.WAARNEMING)
    with pytest.raises(NietGevonden):
        neem_noodtoegang(actor=wereld.vreemden[rol], kenmerk=ziek.kenmerk, grond=Noodgrond.WAARNEMING)

    assert access_dossier(waarnemer, ziek.kenmerk, deel=Deel.TIJDLIJN) == ziek
    assert [regel.kenmerk for regel in dossierlijst(waarnemer).regels] == [ziek.kenmerk]
    with pytest.raises(GeenToegang):
        access_dossier(waarnemer, ziek.kenmerk, deel=Deel.OORDEEL_WERKNEMER)
    with time_machine.travel(tot + timedelta(seconds=1), tick=False), pytest.raises(NietGevonden):
        access_dossier(waarnemer, ziek.kenmerk, deel=Deel.TIJDLIJN)
    assert timedelta(minutes=60) == DUUR


def test_elke_noodtoegang_staat_in_het_eigen_logboek_en_bij_wie_toeziet(wereld, ziek, collega):
    waarnemer = collega(Rol.BEDRIJFSARTS)

    neem_noodtoegang(actor=waarnemer, kenmerk=ziek.kenmerk, grond=Noodgrond.TERMIJN)
    access_dossier(waarnemer, ziek.kenmerk, deel=Deel.TIJDLIJN)

    eigen = access_dossier(wereld.actoren[Rol.WERKNEMER], ziek.kenmerk, deel=Deel.LEESLOG)
    (gelezen, nood) = [regel for regel in leeslog(eigen) if regel.naam == "Waarnemer"]
    assert (nood.handeling, nood.reden) == ("noodtoegang nemen", "een termijn loopt vandaag of morgen af")
    assert gelezen.handeling == "inzien"
    (beeld,) = noodlijst(wereld.actoren[Rol.PRIVACY_OFFICER], wereld.werkgever.pk)
    assert (beeld.naam, beeld.kenmerk, beeld.rol_label) == ("Waarnemer", ziek.kenmerk, "bedrijfsarts")
    elders = wereld.vreemden[Rol.PRIVACY_OFFICER]
    assert elders.organisatie_id is not None
    assert noodlijst(elders, elders.organisatie_id) == ()


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in {*NOODROLLEN, Rol.WERKGEVER}])
def test_wie_geen_noodtoegang_heeft_hoort_niet_of_het_dossier_bestaat(wereld, ziek, collega, rol):
    vreemde = collega(rol)
    for kenmerk in (ziek.kenmerk, "ER-IS-NIETS"):
        with pytest.raises(NietGevonden):
            neem_noodtoegang(actor=vreemde, kenmerk=kenmerk, grond=Noodgrond.WAARNEMING)
    assert not Noodtoegang.objects.exists()
    assert audit.laatste(vreemde.organisatie_id)[0].uitkomst == "geweigerd"


def test_het_eigen_dossier_blijft_dicht(wereld, ziek, collega):
    casemanager = collega(Rol.CASEMANAGER)
    ziek.werknemer.gebruiker_id = casemanager.gebruiker_id
    ziek.werknemer.save()

    with pytest.raises(NietGevonden):
        neem_noodtoegang(actor=casemanager, kenmerk=ziek.kenmerk, grond=Noodgrond.WAARNEMING)

    assert not Noodtoegang.objects.exists()


def test_wie_al_binnen_mag_heeft_geen_noodtoegang_nodig(wereld, ziek):
    with pytest.raises(Invoerfout, match="kunt u al openen"):
        neem_noodtoegang(actor=wereld.actoren[Rol.BEDRIJFSARTS], kenmerk=ziek.kenmerk, grond=Noodgrond.VRAAG_WERKNEMER)


def test_een_andere_rol_van_dezelfde_persoon_krijgt_niets(wereld, ziek, collega):
    waarnemer = collega(Rol.BEDRIJFSARTS)
    neem_noodtoegang(actor=waarnemer, kenmerk=ziek.kenmerk, grond=Noodgrond.WAARNEMING)
    als_casemanager = Actor(
        gebruiker_id=waarnemer.gebruiker_id, rol=Rol.CASEMANAGER, organisatie_id=None, naam=waarnemer.naam
    )

    with pytest.raises(NietGevonden):
        access_dossier(als_casemanager, ziek.kenmerk, deel=Deel.TIJDLIJN)
    assert Noodtoegang.objects.get().tot > nu()
    assert audit.lees(ziek.pk)[1].handeling == Handeling.NOODTOEGANG

"""Emergency access: with a ground, within the own circle, for an hour, and never unseen."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine

from poortwijzer import audit
from poortwijzer.accounts.models import Gebruiker, Noodtoegang, Rolvervulling
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.actions import Invoerfout, beoordeel_noodtoegang, leg_feit_vast, neem_noodtoegang
from poortwijzer.dossiers.models import Betrokkene
from poortwijzer.dossiers.queries import dossierlijst
from poortwijzer.dossiers.queries.inzage import leeslog
from poortwijzer.dossiers.queries.toezicht import noodlijst, noodlijst_van
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.nood import DUUR, Noodgrond, Noodoordeel
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


def nood_kolom(dossier):
    return [(regel.handeling, regel.is_nood) for regel in audit.lees(dossier.pk)]


@pytest.mark.norm("AVG-NEN7513-1", waar="poortwijzer.dossiers.access.access_dossier")
def test_elke_lezing_en_elke_weigering_met_noodtoegang_is_in_het_logboek_zo_gemerkt(wereld, ziek, collega):
    waarnemer = collega(Rol.CASEMANAGER)
    neem_noodtoegang(actor=waarnemer, kenmerk=ziek.kenmerk, grond=Noodgrond.TERMIJN)

    access_dossier(waarnemer, ziek.kenmerk, deel=Deel.TIJDLIJN)
    with pytest.raises(GeenToegang):
        access_dossier(waarnemer, ziek.kenmerk, deel=Deel.OORDEEL_WERKNEMER)
    leg_feit_vast(dossier=ziek, actor=waarnemer, naam="is_eigenrisicodrager", waarde=False)
    access_dossier(wereld.actoren[Rol.CASEMANAGER], ziek.kenmerk, deel=Deel.TIJDLIJN)

    assert nood_kolom(ziek)[:5] == [
        (Handeling.INZIEN, False),
        (Handeling.FEIT_VASTLEGGEN, True),
        (Handeling.INZIEN, True),
        (Handeling.INZIEN, True),
        (Handeling.NOODTOEGANG, True),
    ]
    eigen = access_dossier(wereld.actoren[Rol.WERKNEMER], ziek.kenmerk, deel=Deel.LEESLOG)
    (gewoon,) = [regel for regel in leeslog(eigen) if regel.naam == "casemanager hier"]
    assert (gewoon.grond, gewoon.organisatie) == ("had deze rol op het dossier", "Detailhandel Zuid")
    met_nood = [regel for regel in leeslog(eigen) if regel.naam == "Waarnemer"]
    assert {(regel.grond, regel.is_gelukt) for regel in met_nood} == {
        ("kwam binnen met noodtoegang", True),
        ("", False),
    }


def test_wie_intussen_een_rol_kreeg_leest_niet_meer_in_nood(ziek, collega):
    waarnemer = collega(Rol.BEDRIJFSARTS)
    neem_noodtoegang(actor=waarnemer, kenmerk=ziek.kenmerk, grond=Noodgrond.WAARNEMING)
    Betrokkene.objects.create(
        dossier=ziek,
        gebruiker_id=waarnemer.gebruiker_id,
        organisatie_id=waarnemer.organisatie_id,
        rol=Rol.BEDRIJFSARTS,
        doel="waarneming",
        vanaf=vandaag(),
    )

    access_dossier(waarnemer, ziek.kenmerk, deel=Deel.TIJDLIJN)

    assert nood_kolom(ziek)[0] == (Handeling.INZIEN, False)


@pytest.mark.norm("AVG-NEN7513-1", waar="poortwijzer.dossiers.access.access_dossier")
def test_wie_toeziet_beoordeelt_elke_noodtoegang_een_keer_en_de_werknemer_ziet_dat(wereld, ziek, collega):
    neem_noodtoegang(actor=collega(Rol.BEDRIJFSARTS), kenmerk=ziek.kenmerk, grond=Noodgrond.WAARNEMING)
    toezichthouder = wereld.actoren[Rol.PRIVACY_OFFICER]
    (open_,) = noodlijst(toezichthouder, wereld.werkgever.pk)
    assert (open_.beoordeling, open_.is_te_laat) == ("", False)
    assert open_.id

    beoordeel_noodtoegang(actor=toezichthouder, noodtoegang_id=open_.id, oordeel=Noodoordeel.TERECHT)

    with pytest.raises(Invoerfout, match="al beoordeeld"):
        beoordeel_noodtoegang(actor=toezichthouder, noodtoegang_id=open_.id, oordeel=Noodoordeel.ONTERECHT)
    eigen = access_dossier(wereld.actoren[Rol.WERKNEMER], ziek.kenmerk, deel=Deel.LEESLOG)
    (beeld,) = noodlijst_van(eigen)
    assert (beeld.beoordeling, beeld.id) == ("terecht gebruikt", None)
    regel = next(regel for regel in leeslog(eigen) if regel.handeling == "noodtoegang beoordelen")
    assert (regel.reden, regel.naam) == ("terecht gebruikt", "privacy_officer hier")


def test_zonder_oordeel_binnen_de_ingestelde_dagen_staat_er_dat_het_te_laat_is(wereld, ziek, collega, settings):
    neem_noodtoegang(actor=collega(Rol.BEDRIJFSARTS), kenmerk=ziek.kenmerk, grond=Noodgrond.WAARNEMING)
    toezichthouder, genomen = wereld.actoren[Rol.PRIVACY_OFFICER], Noodtoegang.objects.get().vanaf

    def is_te_laat(na: timedelta) -> bool:
        with time_machine.travel(genomen + na, tick=False):
            return noodlijst(toezichthouder, wereld.werkgever.pk)[0].is_te_laat

    week = timedelta(days=7)
    assert [is_te_laat(week - timedelta(seconds=1)), is_te_laat(week)] == [False, True]
    settings.NOODTOEGANG_BEOORDELEN_BINNEN = timedelta(days=2)
    assert is_te_laat(timedelta(days=2))


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.PRIVACY_OFFICER])
def test_alleen_wie_toeziet_beoordeelt(wereld, ziek, collega, rol):
    neem_noodtoegang(actor=collega(Rol.BEDRIJFSARTS), kenmerk=ziek.kenmerk, grond=Noodgrond.WAARNEMING)
    with pytest.raises(GeenToegang):
        beoordeel_noodtoegang(
            actor=wereld.actoren[rol], noodtoegang_id=Noodtoegang.objects.get().pk, oordeel=Noodoordeel.TERECHT
        )
    assert Noodtoegang.objects.get().beoordeling == ""


def test_een_andere_organisatie_beoordeelt_niet_en_niemand_beoordeelt_zichzelf_of_over_zichzelf(wereld, ziek, collega):
    neem_noodtoegang(actor=collega(Rol.BEDRIJFSARTS), kenmerk=ziek.kenmerk, grond=Noodgrond.WAARNEMING)
    nood, toezichthouder = Noodtoegang.objects.get(), wereld.actoren[Rol.PRIVACY_OFFICER]

    def geweigerd(actor: Actor) -> None:
        with pytest.raises(NietGevonden):
            beoordeel_noodtoegang(actor=actor, noodtoegang_id=nood.pk, oordeel=Noodoordeel.TERECHT)

    geweigerd(wereld.vreemden[Rol.PRIVACY_OFFICER])
    geweigerd(replace(toezichthouder, gebruiker_id=nood.gebruiker_id))
    geweigerd(replace(toezichthouder, gebruiker_id=wereld.werknemer.gebruiker_id))
    assert Noodtoegang.objects.get().beoordeling == ""

"""The medical record: who writes and reads it, what is kept of a correction, and whose key it lies under."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from django.db import DatabaseError, connection, transaction

from poortwijzer import audit
from poortwijzer.accounts import demo
from poortwijzer.accounts.actions.geef_rol import geef_rol
from poortwijzer.accounts.models import Contract, Gebruiker, Organisatie
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.actions import Conflict, Invoerfout, beeindig_betrokkenheid
from poortwijzer.dossiers.models import Betrokkene
from poortwijzer.kluis.beheer import roteer, vernietig
from poortwijzer.kluis.envelop import Beschadigd, Verzegeld
from poortwijzer.kluis.installatiesleutel import KluisDicht, nieuwe_regel
from poortwijzer.kluis.models import Sleutel
from poortwijzer.kluis.sleutelring import SleutelVernietigd, eigen_ring
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.actions import leg_medisch_vast, stuur_in
from poortwijzer.medisch.models import Medischeregel
from poortwijzer.medisch.queries import medisch_dossier
from poortwijzer.medisch.regel import Regel, Regelsoort, Wijze
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.toegang.rollen import Rol

DIAGNOSE = "kwikstaartsyndroom"


def regel(tekst: str = DIAGNOSE, **velden) -> Regel:
    return Regel(**{"soort": Regelsoort.KLACHTEN, "op": vandaag(), "tekst": tekst, "cas": "L694", **velden})


def test_de_bedrijfsarts_schrijft_en_leest_en_de_werknemer_leest_mee(dossier, arts, actor):
    leg_medisch_vast(dossier=dossier, actor=arts, regel=regel())
    leg_medisch_vast(dossier=dossier, actor=arts, regel=regel("eigen geheugen"), is_werkaantekening=True)

    ziet = medisch_dossier(arts, access_dossier(arts, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER))
    werknemer = actor(Rol.WERKNEMER)
    eigen = medisch_dossier(werknemer, access_dossier(werknemer, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER))

    assert [rij.regel for rij in ziet.regels] == [regel()]
    assert [rij.regel.tekst for rij in ziet.werkaantekeningen] == ["eigen geheugen"]
    assert [rij.regel for rij in eigen.regels] == [regel()]
    assert eigen.werkaantekeningen == ()


def test_een_eigen_werkaantekening_is_alleen_van_wie_haar_schreef(dossier, arts, ondersteuner):
    """Read by a colleague it would be part of the record, and the employee's to read."""
    eigen = leg_medisch_vast(dossier=dossier, actor=arts, regel=regel("eigen geheugen"), is_werkaantekening=True)
    leg_medisch_vast(dossier=dossier, actor=arts, regel=regel())
    Betrokkene.objects.create(
        dossier=dossier,
        gebruiker_id=ondersteuner.gebruiker_id,
        organisatie_id=ondersteuner.organisatie_id,
        rol=Rol.BEDRIJFSARTS,
        doel="waarneming",
        vanaf=vandaag(),
    )

    collega = medisch_dossier(ondersteuner, access_dossier(ondersteuner, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER))

    assert [rij.regel for rij in collega.regels] == [regel()]
    assert collega.werkaantekeningen == ()
    with pytest.raises(Invoerfout, match="hoort niet bij"):
        leg_medisch_vast(
            dossier=dossier, actor=ondersteuner, regel=regel("anders"), is_werkaantekening=True, vervangt=eigen.pk
        )


@pytest.mark.norm("AVG-AP-7", waar="poortwijzer.toegang.beleid.BELEID")
@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in {Rol.BEDRIJFSARTS, Rol.WERKNEMER}])
def test_verder_leest_of_schrijft_niemand_het_medisch_dossier(rol, dossier, actor):
    wie = actor(rol)
    for handeling in (Handeling.INZIEN, Handeling.MEDISCH_VASTLEGGEN):
        with pytest.raises((GeenToegang, NietGevonden)):
            access_dossier(wie, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER, handeling=handeling)
    with pytest.raises((GeenToegang, NietGevonden)):
        leg_medisch_vast(dossier=dossier, actor=wie, regel=regel())
    assert not Medischeregel.objects.exists()


def test_met_de_rol_van_de_bedrijfsarts_eindigt_ook_het_lezen(dossier, arts, actor):
    betrokkene = dossier.betrokkenen.get(rol=Rol.BEDRIJFSARTS)
    type(betrokkene).objects.filter(pk=betrokkene.pk).update(vanaf=vandaag() - timedelta(days=3))
    access_dossier(arts, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    beeindig_betrokkenheid(dossier=dossier, actor=actor(Rol.CASEMANAGER), betrokkene_id=betrokkene.pk)

    with pytest.raises(NietGevonden):
        access_dossier(arts, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)


def test_een_bedrijfsarts_van_een_andere_arbodienst_leest_en_verbetert_niet_wat_deze_bewaart(dossier, arts):
    """Whoever the employer appoints as another doctor does not get at what was entrusted to the arbodienst."""
    andere = Organisatie.objects.create(naam="Eigen arbodienst van Oosterhoek", soort="arbodienst")
    Contract.objects.filter(opdrachtnemer=demo.ARBODIENST.id).update(tot=vandaag() + timedelta(days=30))
    Contract.objects.create(
        opdrachtgever_id=demo.WERKGEVER.id,
        opdrachtnemer=andere,
        dienst=Dienst.VERZUIMBEGELEIDING,
        kenmerk="2",
        vanaf=vandaag(),
        geheimhouding=Geheimhoudingsgrond.BEROEP,
        geheimhouding_op=vandaag(),
        bevestigd_op=vandaag(),
    )
    rij = leg_medisch_vast(dossier=dossier, actor=arts, regel=regel())
    ander = Gebruiker.objects.maak(email="arts@oosterhoek.example", naam="Eigen arts")
    geef_rol(gebruiker=ander, rol=Rol.BEDRIJFSARTS, organisatie_id=andere.pk, vanaf=vandaag())
    Betrokkene.objects.create(
        dossier=dossier,
        gebruiker=ander,
        organisatie=andere,
        rol=Rol.BEDRIJFSARTS,
        doel="begeleiding",
        vanaf=vandaag(),
    )
    eigen = replace(arts, gebruiker_id=ander.pk, organisatie_id=andere.pk)
    geopend = access_dossier(eigen, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)

    assert medisch_dossier(eigen, geopend).regels == ()
    with pytest.raises(Invoerfout, match="hoort niet bij"):
        leg_medisch_vast(dossier=dossier, actor=eigen, regel=regel("anders"), vervangt=rij.pk)


def test_een_verbetering_is_een_nieuwe_versie_en_de_oude_blijft(dossier, arts):
    oud = leg_medisch_vast(dossier=dossier, actor=arts, regel=regel("eerst"))
    leg_medisch_vast(dossier=dossier, actor=arts, regel=regel("later"), vervangt=oud.pk)

    (rij,) = medisch_dossier(arts, dossier).regels
    assert rij.regel.tekst == "later"
    assert [eerder.regel.tekst for eerder in rij.eerder] == ["eerst"]
    with pytest.raises(Conflict):
        leg_medisch_vast(dossier=dossier, actor=arts, regel=regel("tegelijk"), vervangt=oud.pk)


@pytest.mark.parametrize(
    "opdracht", ["UPDATE medisch_medischeregel SET rol = 'x'", "DELETE FROM medisch_medischeregel"]
)
def test_de_database_weigert_te_veranderen_wat_er_staat(opdracht, dossier, arts):
    leg_medisch_vast(dossier=dossier, actor=arts, regel=regel())

    with pytest.raises(DatabaseError, match="append only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)
    assert Medischeregel.objects.get().inhoud["tekst"] == DIAGNOSE


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"tekst": " "}, "tekst"),
        ({"op": vandaag() + timedelta(days=1)}, "op"),
        ({"soort": Regelsoort.CONSULT}, "wijze"),
    ],
)
def test_wat_niet_kan_wordt_gezegd_waar_het_staat(anders, veld, dossier, arts):
    with pytest.raises(Invoerfout) as fout:
        leg_medisch_vast(dossier=dossier, actor=arts, regel=regel(**anders))
    assert fout.value.veld == veld
    leg_medisch_vast(dossier=dossier, actor=arts, regel=regel(soort=Regelsoort.CONSULT, wijze=Wijze.VIDEO))


def test_wat_de_werkgever_instuurt_kan_hij_zelf_niet_meer_lezen(dossier, arts, actor):
    casemanager = actor(Rol.CASEMANAGER)
    stuur_in(dossier=dossier, actor=casemanager, tekst=DIAGNOSE)

    (rij,) = medisch_dossier(arts, dossier).regels
    assert (rij.regel.soort, rij.regel.tekst, rij.rol) == (Regelsoort.INGESTUURD, DIAGNOSE, Rol.CASEMANAGER)
    with pytest.raises(GeenToegang):
        access_dossier(casemanager, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)


def test_zonder_bedrijfsarts_kan_niemand_iets_insturen(dossier, actor):
    dossier.betrokkenen.filter(rol=Rol.BEDRIJFSARTS).delete()

    with pytest.raises(Invoerfout, match="nog geen bedrijfsarts"):
        stuur_in(dossier=dossier, actor=actor(Rol.CASEMANAGER), tekst=DIAGNOSE)
    assert not Medischeregel.objects.exists()


@pytest.mark.parametrize("rol", [Rol.BEDRIJFSARTS, Rol.CASEMANAGER])
def test_de_sleutel_is_van_de_arbodienst_wie_er_ook_als_eerste_schrijft(rol, dossier, actor):
    stuur_in(dossier=dossier, actor=actor(rol), tekst=DIAGNOSE)

    sleutel = Sleutel.objects.get(dossier_id=dossier.pk, deel=Vaksoort.MEDISCH)
    assert sleutel.organisatie_id == demo.ARBODIENST.id


def test_in_het_logboek_staat_wie_schreef_en_las_en_niets_van_de_inhoud(dossier, arts):
    leg_medisch_vast(dossier=dossier, actor=arts, regel=regel())
    access_dossier(arts, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)

    regels = audit.lees(dossier.pk, hoogstens=2)
    assert [rij.handeling for rij in regels] == [Handeling.INZIEN, Handeling.MEDISCH_VASTLEGGEN]
    assert DIAGNOSE not in repr(regels)


def test_vernietigen_van_de_sleutel_wist_het_medisch_dossier(dossier, arts):
    leg_medisch_vast(dossier=dossier, actor=arts, regel=regel())
    vernietig(dossier.pk)

    with eigen_ring(), pytest.raises(SleutelVernietigd):
        medisch_dossier(arts, dossier)


def test_een_andere_sleutel_van_de_installatie_laat_het_dossier_leesbaar(dossier, arts, settings):
    leg_medisch_vast(dossier=dossier, actor=arts, regel=regel())
    nieuw = nieuwe_regel()
    settings.KLUIS_SLEUTELS = f"{nieuw}\n{settings.KLUIS_SLEUTELS}"
    roteer()
    settings.KLUIS_SLEUTELS = nieuw

    with eigen_ring():
        assert medisch_dossier(arts, dossier).regels[0].regel.tekst == DIAGNOSE


def test_zonder_sleutel_wordt_niets_gelezen_en_niets_geschreven(dossier, arts, settings):
    leg_medisch_vast(dossier=dossier, actor=arts, regel=regel())
    settings.KLUIS_SLEUTELS = "geen"

    with eigen_ring(), pytest.raises(KluisDicht):
        medisch_dossier(arts, dossier)
    with eigen_ring(), pytest.raises(KluisDicht):
        leg_medisch_vast(dossier=dossier, actor=arts, regel=regel("nieuw"))
    assert Medischeregel.objects.count() == 1


def test_duizend_verwisselde_regels_gaan_geen_van_alle_open(dossier, arts):
    """S9: every ordered pair of 33 rows is a swap, more than a thousand; each is refused."""
    rijen = [leg_medisch_vast(dossier=dossier, actor=arts, regel=regel(f"regel {nummer}")) for nummer in range(33)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, inhoud FROM medisch_medischeregel")
        ruw = {str(rij_id).replace("-", ""): bytes(inhoud) for rij_id, inhoud in cursor.fetchall()}
    geweigerd = 0
    for een, ander in permutations(rijen, 2):
        een.__dict__["inhoud"] = Verzegeld(ruw[ander.pk.hex])
        with pytest.raises(Beschadigd):
            _ = een.inhoud
        geweigerd += 1
    assert geweigerd == 33 * 32 > 1_000

"""The door: who comes in, who does not, and that both are recorded."""

from dataclasses import replace
from datetime import timedelta

import pytest

from poortwijzer import audit
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier, bereikbaar
from poortwijzer.dossiers.actions import Invoerfout, beeindig_betrokkenheid, voeg_betrokkene_toe
from poortwijzer.dossiers.models import Betrokkene, Dossier
from poortwijzer.dossiers.partijen import is_namens_werkgever
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde

MET_DOSSIER = [rol for rol in Rol if mag(rol, Handeling.INZIEN, Deel.TIJDLIJN)]


@pytest.mark.parametrize("rol", MET_DOSSIER)
def test_wie_een_rol_heeft_komt_binnen_en_een_ander_in_dezelfde_rol_niet(wereld, ziek, rol):
    dossier = access_dossier(wereld.actoren[rol], ziek.kenmerk, deel=Deel.TIJDLIJN)
    with pytest.raises(NietGevonden):
        access_dossier(wereld.vreemden[rol], ziek.kenmerk, deel=Deel.TIJDLIJN)

    assert dossier == ziek


def test_een_vreemde_hoort_hetzelfde_over_een_dossier_dat_er_niet_is(wereld, ziek):
    vreemde = wereld.vreemden[Rol.WERKGEVER]

    with pytest.raises(NietGevonden) as verboden:
        access_dossier(vreemde, ziek.kenmerk, deel=Deel.TIJDLIJN)
    with pytest.raises(NietGevonden) as afwezig:
        access_dossier(vreemde, "ER-IS-NIETS", deel=Deel.TIJDLIJN)

    assert str(verboden.value) == str(afwezig.value)
    assert type(verboden.value) is type(afwezig.value)


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.PRIVACY_OFFICER])
def test_wie_beheert_of_toeziet_leest_geen_dossier(wereld, ziek, rol):
    with pytest.raises((NietGevonden, GeenToegang)):
        access_dossier(wereld.actoren[rol], ziek.kenmerk, deel=Deel.VERZUIM)


def test_de_functionaris_gegevensbescherming_leest_wel_het_leeslog(wereld, ziek):
    actor = wereld.actoren[Rol.PRIVACY_OFFICER]

    assert access_dossier(actor, ziek.kenmerk, deel=Deel.LEESLOG) == ziek


@pytest.mark.norm("AVG-NEN7513-1", waar="poortwijzer.dossiers.access.access_dossier")
def test_lezen_wordt_vastgelegd_met_rol_en_deel(wereld, ziek):
    actor = wereld.actoren[Rol.BEDRIJFSARTS]

    access_dossier(actor, ziek.kenmerk, deel=Deel.VERZUIM, doel="spreekuur")

    regel = audit.lees(ziek.pk)[0]
    assert (regel.actor_id, regel.rol) == (actor.gebruiker_id, "bedrijfsarts")
    assert (regel.handeling, regel.onderdeel) == ("inzien", "verzuim")
    assert (regel.uitkomst, regel.doel) == ("gelukt", "spreekuur")


def test_een_weigering_wordt_vastgelegd_bij_het_dossier(wereld, ziek):
    with pytest.raises(NietGevonden):
        access_dossier(wereld.vreemden[Rol.BEDRIJFSARTS], ziek.kenmerk, deel=Deel.VERZUIM)

    regel = audit.lees(ziek.pk)[0]
    assert (regel.uitkomst, regel.reden) == ("geweigerd", "buiten bereik")


def test_een_deel_dat_niet_van_de_rol_is_blijft_dicht(wereld, ziek):
    with pytest.raises(GeenToegang):
        access_dossier(wereld.actoren[Rol.LEIDINGGEVENDE], ziek.kenmerk, deel=Deel.UWV)

    assert audit.lees(ziek.pk)[0].uitkomst == "geweigerd"


@pytest.mark.norm("AVG-30-4", waar="poortwijzer.dossiers.access.bereikbaar")
def test_een_beeindigde_rol_opent_niets_meer_en_een_komende_nog_niets(wereld, ziek):
    actor = wereld.actoren[Rol.CASEMANAGER]
    rollen = Betrokkene.objects.filter(dossier=ziek, rol=Rol.CASEMANAGER)

    rollen.update(tot=vandaag())
    assert not bereikbaar(actor).exists()
    rollen.update(tot=vandaag() + timedelta(days=1))
    assert bereikbaar(actor).exists()
    rollen.update(tot=None, vanaf=vandaag() + timedelta(days=1))
    assert not bereikbaar(actor).exists()


def test_wie_zelf_ziek_is_opent_het_eigen_dossier_niet_als_werkgever(wereld, ziek):
    zelf = wereld.actoren[Rol.WERKNEMER]
    als_hr = Actor(gebruiker_id=zelf.gebruiker_id, rol=Rol.WERKGEVER, organisatie_id=wereld.werkgever.pk, naam="x")

    assert bereikbaar(zelf).get() == ziek
    assert not bereikbaar(als_hr).exists()


def test_een_arbodienst_als_organisatie_komt_binnen_met_al_haar_mensen(wereld, ziek):
    actor = wereld.actoren[Rol.ARBODIENST]
    Betrokkene.objects.filter(dossier=ziek, rol=Rol.ARBODIENST).delete()
    assert not bereikbaar(actor).exists()

    Betrokkene.objects.create(
        dossier=ziek, organisatie_id=actor.organisatie_id, rol=Rol.ARBODIENST, doel="begeleiding", vanaf=vandaag()
    )

    assert bereikbaar(actor).get() == ziek
    arts = replace(wereld.vreemden[Rol.BEDRIJFSARTS], organisatie_id=actor.organisatie_id)
    assert not bereikbaar(arts).exists(), "the role is the arbodienst's, not another"


@pytest.mark.parametrize("rol", list(Rol))
def test_de_queries_doen_wat_de_voorwaarden_zeggen(wereld, ziek, rol):
    for actor in (wereld.actoren[rol], wereld.vreemden[rol]):
        is_eigen = ziek.werknemer.gebruiker_id == actor.gebruiker_id
        waar = {
            Voorwaarde.EIGEN_DOSSIER: is_eigen,
            Voorwaarde.NIET_EIGEN_DOSSIER: not is_eigen,
            Voorwaarde.EIGEN_ORGANISATIE: ziek.werkgever_id == actor.organisatie_id,
            Voorwaarde.BETROKKEN_IN_ROL: Betrokkene.objects.filter(
                dossier=ziek, gebruiker=actor.gebruiker_id, rol=rol
            ).exists(),
            Voorwaarde.CONTRACT_LOOPT: actor is wereld.actoren[rol],
            Voorwaarde.NIET_VOOR_WERKGEVER: not is_namens_werkgever(rol),
            Voorwaarde.GEEN_DOSSIER: False,
        }

        verwacht = all(waar[voorwaarde] for voorwaarde in VOORWAARDEN[rol])

        assert bereikbaar(actor).filter(pk=ziek.pk).exists() is verwacht


def test_toevoegen_van_een_betrokkene_opent_het_dossier_en_staat_in_het_logboek(wereld, ziek):
    nieuw = wereld.actoren[Rol.ARBEIDSDESKUNDIGE]
    Betrokkene.objects.filter(dossier=ziek, rol=Rol.ARBEIDSDESKUNDIGE).delete()
    assert not bereikbaar(nieuw).exists()

    voeg_betrokkene_toe(
        dossier=ziek, actor=wereld.hr, gebruiker_id=nieuw.gebruiker_id, rol=Rol.ARBEIDSDESKUNDIGE, doel="onderzoek"
    )

    assert bereikbaar(nieuw).get() == ziek
    assert audit.lees(ziek.pk)[0].handeling == "betrokkene_toevoegen"


def test_een_weigering_binnen_een_handeling_overleeft_het_terugdraaien(wereld, ziek):
    vreemde = wereld.vreemden[Rol.WERKGEVER]

    with pytest.raises(NietGevonden):
        voeg_betrokkene_toe(
            dossier=ziek, actor=vreemde, gebruiker_id=vreemde.gebruiker_id, rol=Rol.CASEMANAGER, doel="x"
        )

    assert audit.lees(ziek.pk)[0].uitkomst == "geweigerd"
    assert Dossier.objects.get(pk=ziek.pk).versie == ziek.versie


@pytest.mark.parametrize("begint_over", [0, 5])
def test_een_rol_die_per_vergissing_is_gegeven_gaat_dezelfde_dag_weer_dicht(wereld, ziek, begint_over):
    fout = wereld.tweede_casemanager
    wie = {"dossier": ziek, "actor": wereld.hr}
    vanaf = vandaag() + timedelta(days=begint_over)
    rol = voeg_betrokkene_toe(
        **wie, gebruiker_id=fout.gebruiker_id, rol=Rol.CASEMANAGER, doel="vergissing", vanaf=vanaf
    )
    assert bereikbaar(fout).exists() is (begint_over == 0)

    with pytest.raises(Invoerfout, match="niet eindigen voor"):
        beeindig_betrokkenheid(**wie, betrokkene_id=rol.pk, tot=vanaf - timedelta(days=1))
    beeindig_betrokkenheid(**wie, betrokkene_id=rol.pk)

    assert not bereikbaar(fout).exists()
    assert not bereikbaar(fout, op=vanaf).exists()
    voeg_betrokkene_toe(**wie, gebruiker_id=fout.gebruiker_id, rol=Rol.CASEMANAGER, doel="toch", vanaf=vandaag())
    assert bereikbaar(fout).exists()

"""Looking as another role: never more than oneself or that role may see, and in one's own name."""

import pytest
from django.urls import reverse

from poortwijzer import audit
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import begin_stuk, bewaar_stuk, leg_feit_vast, stel_stuk_vast
from poortwijzer.dossiers.meekijken import als_rol
from poortwijzer.dossiers.models import Betrokkene
from poortwijzer.dossiers.queries import dossierbeeld
from poortwijzer.formulieren.register import soort_van
from poortwijzer.formulieren.services import ontbrekend
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.beleid import leesbare_delen
from poortwijzer.toegang.delen import DOSSIERINHOUD, Deel, Handeling
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.een_database("sqlite")

LEZERS = [rol for rol in Rol if Deel.TIJDLIJN in leesbare_delen(rol)]


def concept(dossier, actor, soort):
    stuk = begin_stuk(dossier=dossier, actor=actor, soort=soort)
    wat = {soort_van(soort).dag: vandaag().isoformat()}
    return bewaar_stuk(dossier=dossier, actor=actor, stuk_id=stuk.pk, wijzigingen=wat, verwachte_versie=0).formulier


def vast(dossier, actor, soort):
    stuk = concept(dossier, actor, soort)
    redenen = {deel.sleutel: "nog niet bekend" for deel in ontbrekend(stuk)}
    return stel_stuk_vast(dossier=dossier, actor=actor, stuk_id=stuk.pk, verwachte_versie=stuk.versie, redenen=redenen)


@pytest.fixture
def gevuld(dossier, actor):
    """A dossier with documents and facts that not every role may see, and every role on it."""
    arbodienst = actor(Rol.ARBODIENST)
    Betrokkene.objects.create(
        dossier=dossier,
        gebruiker_id=arbodienst.gebruiker_id,
        organisatie_id=arbodienst.organisatie_id,
        rol=Rol.ARBODIENST,
        doel="begeleiding",
        vanaf=vandaag(),
    )
    vast(dossier, actor(Rol.BEDRIJFSARTS), "probleemanalyse")
    vast(dossier, actor(Rol.WERKNEMER), "oordeel_werknemer")
    concept(dossier, actor(Rol.CASEMANAGER), "evaluatie")
    leg_feit_vast(dossier=dossier, actor=actor(Rol.WERKNEMER), naam="is_ziekte_door_zwangerschap", waarde=True)
    leg_feit_vast(dossier=dossier, actor=actor(Rol.CASEMANAGER), naam="is_eigenrisicodrager", waarde=False)
    return dossier


@pytest.mark.parametrize("eigen", LEZERS)
def test_meekijken_laat_nooit_meer_zien_dan_beide_rollen_mogen(gevuld, actor, eigen):
    def beeld(rol: Rol):
        return dossierbeeld(actor(rol), access_dossier(actor(rol), gevuld.kenmerk, deel=Deel.TIJDLIJN))

    def inhoud(van):
        return {feit.id for feit in van.feiten}, {stuk.id for stuk in van.stukken}, set(van.delen)

    volledig = beeld(eigen)
    for ander in LEZERS:
        gezien = als_rol(volledig, ander)
        for wat, ook_eigen, ook_ander in zip(inhoud(gezien), inhoud(volledig), inhoud(beeld(ander)), strict=True):
            assert wat <= ook_eigen & ook_ander, ander
        assert (gezien.knoppen, gezien.taken, gezien.nu_te_doen) == ((), (), None)
        assert all(stuk.is_definitief for stuk in gezien.stukken)


def test_wie_niets_van_het_dossier_ziet_ziet_ook_bij_meekijken_niets(gevuld, actor):
    werknemer = actor(Rol.WERKNEMER)
    volledig = dossierbeeld(werknemer, access_dossier(werknemer, gevuld.kenmerk, deel=Deel.TIJDLIJN))
    assert {stuk.soort for stuk in volledig.stukken} >= {"probleemanalyse", "oordeel_werknemer"}
    voor_werkgever = als_rol(volledig, Rol.WERKGEVER)
    assert {stuk.soort for stuk in voor_werkgever.stukken} == {"probleemanalyse"}
    assert "is_ziekte_door_zwangerschap" in {feit.naam for feit in volledig.feiten}
    assert "is_ziekte_door_zwangerschap" not in {feit.naam for feit in voor_werkgever.feiten}
    voor_beheer = als_rol(volledig, Rol.BEHEERDER)
    for niets in ("feiten", "stukken", "momenten", "betrokkenen", "werknemer", "delen"):
        assert not getattr(voor_beheer, niets), niets


def test_de_werkgever_leest_niet_mee_in_wat_alleen_de_werknemer_ziet(gevuld, als):
    stuk = gevuld.formulieren.get(soort="oordeel_werknemer")
    adres = reverse("web:kijk_als_stuk", args=[gevuld.kenmerk, stuk.pk, "werknemer"])
    assert als(Rol.WERKGEVER).get(adres).status_code == 403
    eigen = reverse("web:kijk_als_stuk", args=[gevuld.kenmerk, stuk.pk, "werkgever"])
    blad = als(Rol.WERKNEMER).get(eigen)
    assert "ziet dit document niet" in blad.content.decode()
    assert blad.context["secties"] == ()


def test_een_concept_is_er_alleen_voor_wie_eraan_werkt_ook_bij_meekijken(gevuld, als):
    stuk = gevuld.formulieren.get(soort="evaluatie")
    adres = reverse("web:kijk_als_stuk", args=[gevuld.kenmerk, stuk.pk, "bedrijfsarts"])
    assert "pas als het is vastgesteld" in als(Rol.CASEMANAGER).get(adres).content.decode()
    assert als(Rol.ARBEIDSDESKUNDIGE).get(adres).status_code == 404


def test_meekijken_staat_in_het_logboek_als_eigen_lezing(gevuld, als, actor):
    stuk = gevuld.formulieren.get(soort="probleemanalyse")
    casemanager = als(Rol.CASEMANAGER)
    casemanager.get(reverse("web:kijk_als_stuk", args=[gevuld.kenmerk, stuk.pk, "werknemer"]))
    casemanager.get(reverse("web:kijk_als", args=[gevuld.kenmerk, "leidinggevende"]))

    dossier_, stuk_ = audit.lees(gevuld.pk)[:2]
    for regel, doel in ((stuk_, f"{stuk.pk} als werknemer"), (dossier_, "als leidinggevende")):
        assert (regel.actor_id, regel.rol) == (actor(Rol.CASEMANAGER).gebruiker_id, Rol.CASEMANAGER)
        assert (regel.handeling, regel.doel) == (Handeling.INZIEN, doel)


@pytest.mark.parametrize("rol", ["casemanager", "beheerder", "privacy_officer", "iemand"])
def test_als_zichzelf_of_als_wie_niets_ziet_kijkt_men_niet_mee(dossier, als, rol):
    assert als(Rol.CASEMANAGER).get(reverse("web:kijk_als", args=[dossier.kenmerk, rol])).status_code == 404


def test_het_blad_zegt_welke_delen_wel_en_niet(dossier, als):
    blad = als(Rol.CASEMANAGER).get(reverse("web:kijk_als", args=[dossier.kenmerk, "leidinggevende"]))
    eigen, ander = leesbare_delen(Rol.CASEMANAGER) & DOSSIERINHOUD, leesbare_delen(Rol.LEIDINGGEVENDE)
    assert set(map(str, blad.context["wel"])) == {str(deel.label) for deel in eigen & ander}
    assert set(map(str, blad.context["niet"])) == {str(deel.label) for deel in eigen - ander}
    assert "<form" not in blad.content.decode().partition("<main")[2]

"""What binds the employer's own people to secrecy: who records it, and whom the privacy officer sees without."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from poortwijzer import audit
from poortwijzer.accounts.actions.leg_zwijgplicht_vast import leg_zwijgplicht_vast
from poortwijzer.accounts.geheimhouding import MOET_ZWIJGEN, zonder_geheimhouding, zwijgplicht_voor
from poortwijzer.accounts.models import Organisatie, Rolvervulling
from poortwijzer.accounts.weigeringen import Geweigerd
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.diensten import Geheimhoudingsgrond
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
BEDING = Geheimhoudingsgrond.OVEREENKOMST


def rol_van(actor: Actor) -> Rolvervulling:
    return Rolvervulling.objects.get(gebruiker=actor.gebruiker_id, rol=actor.rol)


@pytest.fixture
def hr(als) -> Actor:
    return als(Rol.WERKGEVER)


@pytest.fixture
def leiding(als) -> Actor:
    return als(Rol.LEIDINGGEVENDE)


def namen(organisatie_id) -> set[Rol]:
    return {mens.rol for mens in zonder_geheimhouding(organisatie_id)}


@pytest.mark.norm("AVG-30-4", waar="poortwijzer.accounts.geheimhouding.zonder_geheimhouding")
def test_wie_leest_zonder_vastgelegde_geheimhouding_staat_op_de_lijst_tot_die_er_is(als, hr, leiding):
    for rol in (Rol.WERKNEMER, Rol.BEHEERDER, Rol.PRIVACY_OFFICER):
        als(rol)
    assert namen(hr.organisatie_id) == {Rol.WERKGEVER, Rol.LEIDINGGEVENDE}

    leg_zwijgplicht_vast(actor=hr, rolvervulling_id=rol_van(leiding).pk, grond=BEDING, op=vandaag())

    assert namen(hr.organisatie_id) == {Rol.WERKGEVER}
    regel = audit.laatste(hr.organisatie_id)[0]
    assert (regel.handeling, regel.onderdeel) == ("zwijgplicht_vastleggen", "medewerkers")
    assert regel.doel == f"leidinggevende van {leiding.gebruiker_id}: overeenkomst {vandaag().isoformat()}"


def test_wie_niets_van_een_dossier_leest_hoeft_niet():
    assert {Rol.WERKNEMER, Rol.BEHEERDER, Rol.PRIVACY_OFFICER} == set(Rol) - MOET_ZWIJGEN


def test_wat_voorbij_is_of_bij_een_ander_soort_organisatie_staat_er_niet(hr, leiding):
    Rolvervulling.objects.filter(gebruiker=leiding.gebruiker_id).update(tot=vandaag())
    assert namen(hr.organisatie_id) == {Rol.WERKGEVER}
    arbodienst = Organisatie.objects.create(naam="Arbodienst", soort="arbodienst")
    Rolvervulling.objects.create(
        gebruiker_id=leiding.gebruiker_id, rol=Rol.CASEMANAGER, organisatie=arbodienst, vanaf=vandaag()
    )
    assert zonder_geheimhouding(arbodienst.pk) == ()


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in {Rol.WERKGEVER, Rol.BEHEERDER}])
def test_alleen_wie_die_rol_kan_geven_legt_het_vast(als, leiding, rol):
    ander = leiding if rol is Rol.LEIDINGGEVENDE else als(rol)
    doel = rol_van(als(Rol.CASEMANAGER) if rol is not Rol.CASEMANAGER else leiding)
    assert zwijgplicht_voor(ander, doel.pk) is None
    with pytest.raises(Geweigerd):
        leg_zwijgplicht_vast(actor=ander, rolvervulling_id=doel.pk, grond=BEDING, op=vandaag())
    assert Rolvervulling.objects.get(pk=doel.pk).geheimhouding_op is None


def test_niet_van_zichzelf_niet_van_een_ander_bedrijf_en_hr_niet_van_hr(als, hr, leiding):
    """Who manages accounts records it of HR."""
    elders = Organisatie.objects.create(naam="Elders", soort="werkgever")
    vreemd = Actor(gebruiker_id=hr.gebruiker_id, rol=Rol.WERKGEVER, organisatie_id=elders.pk, naam="")
    beheerder = als(Rol.BEHEERDER)
    for wie, van in ((hr, hr), (vreemd, leiding), (hr, beheerder)):
        with pytest.raises(Geweigerd):
            leg_zwijgplicht_vast(actor=wie, rolvervulling_id=rol_van(van).pk, grond=BEDING, op=vandaag())
    leg_zwijgplicht_vast(actor=beheerder, rolvervulling_id=rol_van(hr).pk, grond=BEDING, op=vandaag())
    assert namen(hr.organisatie_id) == {Rol.LEIDINGGEVENDE}


@pytest.mark.parametrize(("dagen", "mag"), [(0, True), (1, False)])
def test_wat_nog_niet_is_getekend_bindt_niemand(hr, leiding, dagen, mag):
    wat = {"rolvervulling_id": rol_van(leiding).pk, "grond": BEDING, "op": vandaag() + timedelta(days=dagen)}
    if mag:
        assert leg_zwijgplicht_vast(actor=hr, **wat).geheimhouding_op == vandaag()
    else:
        with pytest.raises(ValidationError):
            leg_zwijgplicht_vast(actor=hr, **wat)


@pytest.mark.parametrize("half", [{"geheimhouding": "wet"}, {"geheimhouding_op": "2026-01-01"}])
def test_de_database_bewaart_geen_halve(leiding, half):
    with pytest.raises(IntegrityError), transaction.atomic():
        Rolvervulling.objects.filter(gebruiker=leiding.gebruiker_id).update(**half)


def test_van_de_lijst_van_mensen_tot_het_toezicht(client: Client, maak_gebruiker, meld_in):
    """Nothing is blocked: the manager works on; the privacy officer sees who is still without."""
    hr, toezicht = Client(), Client()
    meld_in(hr, maak_gebruiker("Ingrid", Rol.WERKGEVER))
    meld_in(toezicht, maak_gebruiker("Fatima", Rol.PRIVACY_OFFICER))
    leiding = maak_gebruiker("Bram", Rol.LEIDINGGEVENDE)
    meld_in(client, leiding)
    pk = Rolvervulling.objects.get(gebruiker=leiding).pk
    adres = f"/mensen/{pk}/geheimhouding/"
    assert adres in hr.get("/account/uitnodigen/").content.decode()
    assert client.get("/werk/").status_code == 200
    assert "Bram" in toezicht.get("/toezicht/").content.decode()
    assert client.get(adres).status_code == 403

    leeg = hr.post(adres, {"grond": "", "op": "2026-01-05"})
    assert leeg.status_code == 422
    assert "Kies waardoor deze persoon" in leeg.content.decode()
    assert "2026-01-05" in leeg.content.decode()
    klaar = hr.post(adres, {"grond": "overeenkomst", "op": "2026-01-05"}, follow=True).content.decode()
    assert "De geheimhouding is vastgelegd" in klaar
    assert "geheimhouding sinds 5 januari 2026" in klaar
    blad = toezicht.get("/toezicht/").content.decode()
    assert "Geheimhouding nog niet vastgelegd" in blad
    assert ">Bram<" not in blad.partition("zwijg-kop")[2].partition("log-kop")[0]

"""Inviting: who may, what the link does, and when it no longer works."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError

from poortwijzer import audit
from poortwijzer.accounts.actions.aanvaard import (
    UitnodigingOngeldigError,
    aanvaard_met_bestaand_account,
    aanvaard_met_nieuw_account,
    open_uitnodiging,
)
from poortwijzer.accounts.actions.beeindig_rol import beeindig_rol
from poortwijzer.accounts.actions.nodig_uit import GELDIG, nodig_uit, trek_in
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling, Uitnodiging
from poortwijzer.accounts.queries import open_uitnodigingen
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
ADRES = "nieuw@houtwerf.example"
WACHTWOORD = "een stevige zin van vijf woorden"


@pytest.fixture
def stuur(als: Callable[[Rol], Actor], django_capture_on_commit_callbacks) -> Callable[..., str]:
    """Give a function that invites somebody, as the employer, and gives the token out of the mail."""
    werkgever = als(Rol.WERKGEVER)

    def doe(rol: Rol = Rol.WERKNEMER, *, actor: Actor = werkgever, email: str = ADRES) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            nodig_uit(actor=actor, email=email, naam="Nieuwe Collega", rol=rol, maak_link="https://x/{}/".format)
        gevonden = re.search(r"https://x/([^/]+)/", str(mail.outbox[-1].body))
        assert gevonden
        return gevonden[1]

    return doe


def aanvaard(token: str, *, wachtwoord: str = WACHTWOORD, naam: str = "Nieuwe Collega") -> Gebruiker:
    return aanvaard_met_nieuw_account(token=token, naam=naam, wachtwoord=wachtwoord)


def werkt(token: str) -> bool:
    try:
        open_uitnodiging(token)
    except UitnodigingOngeldigError:
        return False
    return True


@pytest.mark.parametrize("rol", Rol)
def test_een_werkgever_nodigt_alleen_eigen_mensen_uit(als, rol: Rol):
    werkgever = als(Rol.WERKGEVER)

    def doe() -> Uitnodiging:
        return nodig_uit(actor=werkgever, email=ADRES, naam="Nieuw", rol=rol, maak_link=str)

    if rol in {Rol.WERKNEMER, Rol.LEIDINGGEVENDE, Rol.CASEMANAGER}:
        assert doe().organisatie_id == werkgever.organisatie_id
    else:
        with pytest.raises(PermissionDenied):
            doe()


@pytest.mark.parametrize("wie", Rol)
def test_wie_mag_uitnodigen(als, wie: Rol):
    actor = als(wie)
    if wie in {Rol.WERKGEVER, Rol.BEHEERDER}:
        nodig_uit(actor=actor, email=ADRES, naam="Nieuw", rol=Rol.WERKNEMER, maak_link=str)
        assert len(open_uitnodigingen(actor)) == 1
    else:
        with pytest.raises(PermissionDenied):
            nodig_uit(actor=actor, email=ADRES, naam="Nieuw", rol=Rol.WERKNEMER, maak_link=str)
        assert open_uitnodigingen(actor) == ()


def test_de_mail_zegt_niets_over_wie_of_waarom(stuur):
    token = stuur(Rol.WERKNEMER)
    (bericht,) = mail.outbox
    assert bericht.to == [ADRES]
    tekst = f"{bericht.subject} {str(bericht.body).replace(token, '')}".lower()
    for woord in ("houtwerf", "nieuwe collega", "werknemer", "ziek", "verzuim", "dossier"):
        assert woord not in tekst


def test_van_het_token_staat_alleen_een_hash_in_de_database(stuur):
    token = stuur()
    rij = Uitnodiging.objects.values().get()
    assert token not in str(rij)
    assert len(token) >= 43


def test_aanvaarden_maakt_een_account_met_de_rol(stuur, werkgever: Organisatie):
    gebruiker = aanvaard(stuur(Rol.LEIDINGGEVENDE))
    assert (gebruiker.email, gebruiker.naam) == (ADRES, "Nieuwe Collega")
    assert gebruiker.check_password(WACHTWOORD)
    vervulling = gebruiker.rolvervullingen.get()
    assert (vervulling.rol, vervulling.organisatie, vervulling.tot) == (Rol.LEIDINGGEVENDE, werkgever, None)
    handelingen = [regel.handeling for regel in audit.laatste(werkgever.pk)]
    assert handelingen == ["uitnodiging_aanvaarden", "uitnodigen"]


def test_een_uitnodiging_eindigt_met_de_rol_van_wie_haar_gaf(stuur):
    token = stuur()
    rollen = Rolvervulling.objects.filter(gebruiker=Uitnodiging.objects.get().created_by)
    rollen.update(vanaf=vandaag() - timedelta(days=3), tot=vandaag() + timedelta(days=1))
    assert werkt(token)
    rollen.update(tot=vandaag())
    assert not werkt(token)


def test_wie_alleen_nog_werknemer_is_heeft_geen_uitnodiging_meer_open_staan(als, stuur):
    """Who is taken off this work often stays an employee: what he sent before may not bring him, or a friend, back."""
    token = stuur(Rol.CASEMANAGER)
    gever = Uitnodiging.objects.get().created_by
    Rolvervulling.objects.filter(gebruiker=gever).update(rol=Rol.WERKNEMER)
    assert not werkt(token)
    with pytest.raises(UitnodigingOngeldigError):
        aanvaard(token)
    assert not Gebruiker.objects.filter(email=ADRES).exists()
    assert open_uitnodigingen(als(Rol.BEHEERDER)) == ()


def test_van_wie_meer_mocht_uitnodigen_werkt_alleen_nog_wat_de_rol_van_nu_kan_geven(als, stuur):
    beheerder = als(Rol.BEHEERDER)
    toezicht = stuur(Rol.PRIVACY_OFFICER, actor=beheerder)
    casemanager = stuur(Rol.CASEMANAGER, actor=beheerder)
    Rolvervulling.objects.filter(gebruiker=beheerder.gebruiker_id).update(rol=Rol.WERKGEVER)
    assert (werkt(toezicht), werkt(casemanager)) == (False, True)


def test_met_het_account_van_de_gever_sluit_de_uitnodiging(stuur):
    token = stuur()
    Gebruiker.objects.filter(pk=Uitnodiging.objects.get().created_by_id).update(is_active=False)
    assert not werkt(token)


def test_met_een_rol_eindigt_ook_de_uitnodiging_die_haar_terug_zou_geven(als, maak_gebruiker, stuur):
    """Two colleagues invited the same person for one role; what one of them ends, the other link would give back."""
    noor = maak_gebruiker("Noor", Rol.CASEMANAGER)
    dezelfde, andere = (stuur(rol, email=noor.email) for rol in (Rol.CASEMANAGER, Rol.LEIDINGGEVENDE))
    beheerder = als(Rol.BEHEERDER)

    beeindig_rol(actor=beheerder, rolvervulling_id=noor.rolvervullingen.get().pk)

    assert (werkt(dezelfde), werkt(andere)) == (False, True)
    with pytest.raises(UitnodigingOngeldigError):
        aanvaard_met_bestaand_account(token=dezelfde, gebruiker=noor)
    assert not noor.rolvervullingen.lopend(vandaag()).exists()


def test_een_link_werkt_een_keer(stuur):
    token = stuur()
    assert werkt(token)
    aanvaard(token)
    assert not werkt(token)
    with pytest.raises(UitnodigingOngeldigError):
        aanvaard(token)
    assert Gebruiker.objects.filter(email=ADRES).count() == 1


def test_een_link_verloopt(stuur):
    token = stuur()
    begin = nu()
    with time_machine.travel(begin + GELDIG - timedelta(minutes=1), tick=False):
        assert werkt(token)
    with time_machine.travel(begin + GELDIG + timedelta(minutes=1), tick=False):
        assert not werkt(token)
        with pytest.raises(UitnodigingOngeldigError):
            aanvaard(token)
    assert not Gebruiker.objects.filter(email=ADRES).exists()


def test_een_nieuwe_uitnodiging_sluit_de_vorige(stuur):
    eerste = stuur()
    andere_rol = stuur(Rol.CASEMANAGER)
    tweede = stuur()
    assert [werkt(token) for token in (eerste, andere_rol, tweede)] == [False, True, True]


@pytest.mark.parametrize("token", ["", "onzin", "x" * 43, "../../etc/passwd", "\x00"])
def test_een_verzonnen_link(token: str):
    assert not werkt(token)


def test_een_uitnodiging_van_wie_niet_meer_mag_aanmelden_werkt_niet(stuur):
    token = stuur()
    assert werkt(token)
    Gebruiker.objects.filter(verstuurde_uitnodigingen__isnull=False).update(is_active=False)
    assert not werkt(token)


@pytest.mark.parametrize("wachtwoord", ["", "kort", "123456789012", "nieuw@houtwerf.example", "password1234"])
def test_een_zwak_wachtwoord_en_daarna_een_sterk(stuur, wachtwoord: str):
    token = stuur()
    with pytest.raises(ValidationError):
        aanvaard(token, wachtwoord=wachtwoord)
    assert not Gebruiker.objects.filter(email=ADRES).exists()
    assert aanvaard(token).pk


def test_zonder_naam_komt_er_geen_account(stuur):
    token = stuur()
    with pytest.raises(ValidationError):
        aanvaard(token, naam="  ")
    assert aanvaard(token).pk


def test_een_bestaand_account_krijgt_er_een_rol_bij(stuur, maak_gebruiker):
    piet = maak_gebruiker("Piet", Rol.WERKNEMER)
    token = stuur(Rol.LEIDINGGEVENDE, email=piet.email.upper())
    with pytest.raises(ValidationError, match="al een account"):
        aanvaard(token)
    aanvaard_met_bestaand_account(token=token, gebruiker=piet)
    assert Rolvervulling.objects.lopend(vandaag()).filter(gebruiker=piet.pk, rol=Rol.LEIDINGGEVENDE).exists()
    assert not werkt(token)


def test_een_ander_account_krijgt_die_rol_niet(stuur, maak_gebruiker):
    piet, jan = maak_gebruiker("Piet", Rol.WERKNEMER), maak_gebruiker("Jan", Rol.WERKNEMER)
    token = stuur(Rol.LEIDINGGEVENDE, email=piet.email)
    with pytest.raises(UitnodigingOngeldigError):
        aanvaard_met_bestaand_account(token=token, gebruiker=jan)
    assert not Rolvervulling.objects.lopend(vandaag()).filter(gebruiker=jan.pk, rol=Rol.LEIDINGGEVENDE).exists()
    assert werkt(token)


def test_dezelfde_rol_nog_eens_verandert_niets(stuur, maak_gebruiker):
    piet = maak_gebruiker("Piet", Rol.LEIDINGGEVENDE)
    aanvaard_met_bestaand_account(token=stuur(Rol.LEIDINGGEVENDE, email=piet.email), gebruiker=piet)
    assert piet.rolvervullingen.count() == 1


def test_men_geeft_zichzelf_geen_rol(als):
    beheerder = als(Rol.BEHEERDER)
    eigen = Gebruiker.objects.get(pk=beheerder.gebruiker_id).email
    with pytest.raises(ValidationError, match="eigen adres"):
        nodig_uit(actor=beheerder, email=eigen.upper(), naam="Ik", rol=Rol.WERKGEVER, maak_link=str)
    nodig_uit(actor=beheerder, email=ADRES, naam="Een ander", rol=Rol.WERKGEVER, maak_link=str)


@pytest.mark.parametrize(("email", "naam"), [("geen adres", "Nieuw"), ("", "Nieuw"), (ADRES, " ")])
def test_onbruikbare_gegevens(als, email: str, naam: str):
    with pytest.raises(ValidationError):
        nodig_uit(actor=als(Rol.WERKGEVER), email=email, naam=naam, rol=Rol.WERKNEMER, maak_link=str)
    assert not Uitnodiging.objects.exists()


def test_intrekken(stuur, als):
    beheerder = als(Rol.BEHEERDER)
    token = stuur()
    trek_in(actor=beheerder, uitnodiging_id=Uitnodiging.objects.get().pk)
    assert not werkt(token)
    assert open_uitnodigingen(beheerder) == ()


def test_intrekken_door_wie_dat_niet_mag(stuur, als, arbodienst: Organisatie):
    token = stuur()
    uitnodiging_id = Uitnodiging.objects.get().pk
    beheerder = als(Rol.BEHEERDER)
    elders = Actor(gebruiker_id=beheerder.gebruiker_id, rol=Rol.BEHEERDER, organisatie_id=arbodienst.pk, naam="")
    for vreemd in (als(Rol.WERKNEMER), elders):
        with pytest.raises(PermissionDenied):
            trek_in(actor=vreemd, uitnodiging_id=uitnodiging_id)
    assert werkt(token)


def test_intrekken_van_wat_al_gebruikt_is_laat_het_staan(stuur, als):
    gebruiker = aanvaard(stuur())
    beheerder = als(Rol.BEHEERDER)
    trek_in(actor=beheerder, uitnodiging_id=Uitnodiging.objects.get().pk)
    assert Rolvervulling.objects.lopend(vandaag()).filter(gebruiker=gebruiker.pk, rol=Rol.WERKNEMER).exists()

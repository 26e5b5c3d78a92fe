"""The pages on which the bedrijfsarts gives a code and the employee fills it in."""

import re

import pytest
from django.urls import reverse

from poortwijzer.accounts import demo
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.dossiers.models import Accountbevestiging, Taakaantekening
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def onbevestigd(dossier):
    Accountbevestiging.objects.all().delete()
    return dossier


def adres(naam, dossier) -> str:
    return reverse(f"web:{naam}", args=[dossier.kenmerk])


def test_van_dicht_blad_tot_open_dossier(onbevestigd, als):
    werknemer, arts = als(Rol.WERKNEMER), als(Rol.BEDRIJFSARTS)

    dicht = werknemer.get(adres("medisch", onbevestigd))
    assert dicht.status_code == 403
    assert "Nog even dicht" in dicht.content.decode()
    assert adres("dossier_account", onbevestigd) in dicht.content.decode()
    assert werknemer.get(adres("dossier", onbevestigd)).status_code == 200

    gegeven = arts.post(adres("account_code", onbevestigd)).content.decode()
    (code,) = re.findall(r"<strong>(\w{5}-\w{5})</strong>", gegeven)
    assert code not in arts.get(adres("dossier_account", onbevestigd)).content.decode(), "shown once"

    fout = werknemer.post(adres("dossier_account", onbevestigd), {"code": "AAAAA-AAAAA"})
    assert fout.status_code == 422
    assert "klopt niet" in fout.content.decode()
    goed = werknemer.post(adres("dossier_account", onbevestigd), {"code": code.lower()}, follow=True)
    assert "Alle delen van uw dossier zijn nu open" in goed.content.decode()
    assert werknemer.get(adres("medisch", onbevestigd)).status_code == 200
    assert "U hoeft niets meer te doen" in arts.get(adres("dossier_account", onbevestigd)).content.decode()
    assert "al bevestigd" in arts.post(adres("account_code", onbevestigd), follow=True).content.decode()


def test_een_ander_geeft_geen_code_en_vult_er_geen_in(onbevestigd, als):
    for rol in (Rol.WERKGEVER, Rol.CASEMANAGER, Rol.WERKNEMER):
        assert als(rol).post(adres("account_code", onbevestigd)).status_code == 403
    assert als(Rol.BEDRIJFSARTS).post(adres("dossier_account", onbevestigd), {"code": "x"}).status_code == 403
    assert not Accountbevestiging.objects.exists()


def test_wat_niet_mag_in_een_andere_rol_houdt_de_gewone_bladzijde(onbevestigd, als):
    antwoord = als(Rol.CASEMANAGER).get(adres("medisch", onbevestigd))
    assert antwoord.status_code == 403
    assert "Dit mag niet in uw rol" in antwoord.content.decode()


def test_wat_namens_de_werknemer_zou_spreken_is_dicht_voor_er_iets_is_getypt(onbevestigd, als):
    """The form itself does not open, so nothing is typed in vain; the page says what to do."""
    werknemer = als(Rol.WERKNEMER)
    blad = werknemer.get(adres("dossier", onbevestigd)).content.decode()
    assert "Reageren en gegevens vastleggen kan als uw bedrijfsarts heeft bevestigd" in blad
    assert adres("dossier_account", onbevestigd) in blad
    for antwoord in (
        werknemer.get(adres("herstel", onbevestigd)),
        werknemer.get(reverse("web:feit", args=[onbevestigd.kenmerk, "is_ziekte_door_zwangerschap"])),
        werknemer.get(reverse("web:stuk_nieuw", args=[onbevestigd.kenmerk, "oordeel_werknemer"])),
    ):
        assert antwoord.status_code == 403
        assert "Nog even dicht" in antwoord.content.decode()
    assert (
        "Reageren en gegevens vastleggen"
        not in als(Rol.CASEMANAGER).get(adres("dossier", onbevestigd)).content.decode()
    )


def test_hr_ziet_van_wie_het_account_is_en_koppelt_het_los(dossier, als):
    """From the list of employees; the checkbox is asked for, and what the page says is what happens."""
    hr, werknemer = als(Rol.WERKGEVER), als(Rol.WERKNEMER)
    koppelen = reverse("web:werknemer_account", args=[dossier.werknemer_id])
    los = reverse("web:werknemer_account_los", args=[dossier.werknemer_id])
    assert koppelen in hr.get(reverse("web:ziekmelden")).content.decode()
    blad = hr.get(koppelen, follow=True)
    assert blad.redirect_chain == [(los, 302)]
    gebruiker = Gebruiker.objects.get(dienstverbanden__pk=dossier.werknemer_id)
    assert f"het account van {gebruiker.naam} gekoppeld" in blad.content.decode()

    zonder = hr.post(los, {"gebruiker_id": str(gebruiker.pk)})
    assert zonder.status_code == 422
    assert "Zet een vinkje" in zonder.content.decode()
    ander = hr.post(los, {"gebruiker_id": str(dossier.pk), "is_van_ander": "on"})
    assert ander.status_code == 422
    assert "Open de bladzijde opnieuw" in ander.content.decode()
    assert werknemer.get(adres("dossier", dossier)).status_code == 200

    klaar = hr.post(los, {"gebruiker_id": str(gebruiker.pk), "is_van_ander": "on"}, follow=True)
    assert "Het account is losgekoppeld" in klaar.content.decode()
    assert werknemer.get(adres("dossier", dossier)).status_code == 302, "signed off"
    assert "nog geen account gekoppeld" in hr.get(los).content.decode()
    assert hr.get(koppelen).status_code == 200


@pytest.mark.parametrize("velden", [{"reden": "komt goed"}, {"reden": "op vakantie", "tot": "2030-01-01"}])
def test_bij_een_taak_zegt_een_onbevestigd_account_niets_en_neemt_het_hem_wel(onbevestigd, als, velden):
    werknemer = als(Rol.WERKNEMER)
    gevonden = re.search(r'href="(/werk/[0-9a-f-]{36}/)"', werknemer.get(reverse("web:werk")).content.decode())
    assert gevonden

    blad = werknemer.get(gevonden[1]).content.decode()
    assert 'name="doe" value="neem"' in blad
    assert 'name="reden"' not in blad
    geweigerd = werknemer.post(gevonden[1], velden)
    assert geweigerd.status_code == 403
    assert "Nog even dicht" in geweigerd.content.decode()
    assert not Taakaantekening.objects.exists()
    assert werknemer.post(gevonden[1], {"doe": "neem"}).status_code == 302
    Accountbevestiging.objects.create(
        werknemer=onbevestigd.werknemer,
        gebruiker=onbevestigd.werknemer.gebruiker,
        organisatie_id=demo.ARBODIENST.id,
        expires_at=nu(),
        bevestigd_op=nu(),
    )
    assert 'name="reden"' in werknemer.get(gevonden[1]).content.decode()
    assert werknemer.post(gevonden[1], velden).status_code == 302

"""The privacy officer, emergency access, and what happens to who reads too much."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from poortwijzer.accounts import demo
from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.actions import Ziekmeldinggegevens, meld_ziek
from poortwijzer.dossiers.models import Dossier, Werknemer
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def ander_dossier(actor):
    """A dossier on which nobody but the employer has a role."""
    werknemer = Werknemer.objects.create(organisatie_id=demo.WERKGEVER.id, naam="Piet Paulusma", personeelsnummer="8")
    return meld_ziek(
        werknemer_id=werknemer.pk,
        actor=actor(Rol.WERKGEVER),
        gegevens=Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(days=3)),
    )


def test_noodtoegang_opent_een_dossier_en_staat_bij_toezicht(ander_dossier, als):
    casemanager = als(Rol.CASEMANAGER)
    adres = reverse("web:dossier", args=[ander_dossier.kenmerk])
    assert casemanager.get(adres).status_code == 404
    assert "Noodtoegang" in casemanager.get(reverse("web:dossiers")).content.decode()

    klaar = casemanager.post(
        reverse("web:noodtoegang"), {"kenmerk": ander_dossier.kenmerk.lower(), "grond": "waarneming"}, follow=True
    )

    assert klaar.redirect_chain == [(adres, 302)]
    assert "60 minuten" in klaar.content.decode()
    toezicht = als(Rol.PRIVACY_OFFICER).get(reverse("web:toezicht")).content.decode()
    assert ander_dossier.kenmerk in toezicht
    assert "de collega is onverwacht afwezig" in toezicht
    assert "Piet" not in toezicht


def test_zonder_grond_gaat_er_niets_open(ander_dossier, als):
    blad = als(Rol.CASEMANAGER).post(reverse("web:noodtoegang"), {"kenmerk": ander_dossier.kenmerk})
    assert blad.status_code == 422
    assert als(Rol.CASEMANAGER).get(reverse("web:dossier", args=[ander_dossier.kenmerk])).status_code == 404


def test_een_onbekend_kenmerk_kost_niets_van_wat_is_ingevuld_en_verraadt_niet_of_het_bestaat(ander_dossier, als):
    """A typing error and a dossier of somebody else give the same page, and both are in the log."""
    Dossier.objects.filter(pk=ander_dossier.pk).update(werkgever=demo.ARBODIENST.id)
    bladen = {}
    for kenmerk in ("K7RM-2XQP", ander_dossier.kenmerk):
        blad = als(Rol.CASEMANAGER).post(reverse("web:noodtoegang"), {"kenmerk": kenmerk, "grond": "waarneming"})
        assert blad.status_code == 422
        form = blad.context["form"]
        assert (form["kenmerk"].value(), form["grond"].value()) == (kenmerk, "waarneming")
        bladen[kenmerk] = form.errors
    assert bladen["K7RM-2XQP"] == bladen[ander_dossier.kenmerk]
    assert "vinden wij niet bij uw organisatie" in bladen["K7RM-2XQP"]["kenmerk"][0]
    pogingen = Auditregel.objects.filter(handeling="noodtoegang", uitkomst="geweigerd")
    assert pogingen.count() == len(bladen)


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.PRIVACY_OFFICER])
def test_alleen_wie_toeziet_ziet_het_toezicht(rol, dossier, als):
    assert als(rol).get(reverse("web:toezicht")).status_code == 403
    assert als(Rol.PRIVACY_OFFICER).get(reverse("web:toezicht")).status_code == 200


def test_weigeringen_staan_apart_en_kijken_staat_zelf_ook_in_het_logboek(dossier, als):
    als(Rol.LEIDINGGEVENDE).get(reverse("web:stand", args=[dossier.kenmerk]))
    wie = als(Rol.PRIVACY_OFFICER)

    geweigerd = wie.get(reverse("web:toezicht"), {"toon": "geweigerd"})
    alles = wie.get(reverse("web:toezicht"))

    assert [regel.is_gelukt for regel in geweigerd.context["regels"]] == [False]
    assert "toezicht op het lezen" in alles.content.decode()


def test_geen_link_naar_een_dossier_dat_dicht_blijft(dossier, als):
    """Following it would show the employee a refusal that nobody meant."""
    adres = reverse("web:dossier", args=[dossier.kenmerk])
    inzage = reverse("web:inzage", args=[dossier.kenmerk])
    assert f'href="{adres}"' not in als(Rol.PRIVACY_OFFICER).get(inzage).content.decode()
    assert f'href="{adres}"' in als(Rol.WERKNEMER).get(inzage).content.decode()


def test_het_logboek_bladert(dossier, als, monkeypatch):
    monkeypatch.setattr("poortwijzer.dossiers.queries.toezicht.PER_PAGINA", 1)
    wie = als(Rol.PRIVACY_OFFICER)

    eerste = wie.get(reverse("web:toezicht"))
    tweede = wie.get(reverse("web:toezicht"), {"pagina": "2"})

    assert (len(eerste.context["regels"]), eerste.context["volgende"], eerste.context["vorige"]) == (1, "?pagina=2", "")
    assert tweede.context["vorige"] == "?pagina=1"


def test_wie_te_veel_leest_meldt_zich_overal_opnieuw_aan(dossier, ander_dossier, als, actor, settings):
    settings.LEESGRENS_DOSSIERS = 1
    hr, tweede_browser = als(Rol.WERKGEVER), als(Rol.WERKGEVER)
    adressen = [reverse("web:dossier", args=[wat.kenmerk]) for wat in (dossier, ander_dossier)]
    # Later than the making of the dossiers, which counts too; within the hour that a session may lie still.
    with time_machine.travel(nu() + timedelta(minutes=20), tick=True):
        assert hr.get(adressen[0]).status_code == 200
        te_veel = hr.get(adressen[1])

        assert te_veel["Location"].startswith("/account/login/?next=")
        assert "Meld u opnieuw aan" in hr.get(te_veel["Location"]).content.decode()
        assert tweede_browser.get(adressen[0]).status_code == 302
        hr.post(reverse("account_demo", args=[actor(Rol.WERKGEVER).gebruiker_id]))
        assert hr.get(adressen[1]).status_code == 200
    toezicht = als(Rol.PRIVACY_OFFICER).get(reverse("web:toezicht"))
    assert [signaal.aantal_dossiers for signaal in toezicht.context["signalen"]] == [2]

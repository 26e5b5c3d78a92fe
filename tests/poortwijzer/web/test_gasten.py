"""The pages of visitors: one thing opens, nothing else, and the secret leaves the address."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from poortwijzer.accounts import demo
from poortwijzer.accounts.gasten import gast_met_link
from poortwijzer.accounts.models import Gastlink, Gebruiker
from poortwijzer.dossiers.gasten import GastGeweigerd, beantwoord_als_gast, vraag_voor_gast
from poortwijzer.dossiers.models import Toestemming
from poortwijzer.toegang.rollen import Rol

VRAAG = {"wat": "behandelaar_vragen", "aan": "huisarts Jansen", "onderwerp": "Wat kan zij tillen?"}


@pytest.fixture
def toestemming(dossier, als) -> str:
    """What the bedrijfsarts asked and the employee agreed to, with one button."""
    als(Rol.BEDRIJFSARTS).post(reverse("web:toestemming_vragen", args=[dossier.kenmerk]), VRAAG)
    werknemer = als(Rol.WERKNEMER)
    blad = werknemer.get(reverse("web:toestemmingen", args=[dossier.kenmerk])).content.decode()
    assert "Wat kan zij tillen?" in blad
    adres = re.search(r'action="(/dossiers/[^"]+/antwoord/)"', blad)
    werknemer.post(adres[1], {"keuze": "gegeven"})
    return str(Toestemming.objects.get().pk)


@pytest.fixture
def link(dossier, als, toestemming) -> str:
    """The address that the bedrijfsarts sends."""
    gekozen = {"toestemming": toestemming, "dagen": "7"}
    blad = als(Rol.BEDRIJFSARTS).post(reverse("web:gast_nieuw", args=[dossier.kenmerk]), gekozen)
    gevonden = re.search(r"http://testserver(/gast/\S+?/)<", blad.content.decode())
    assert gevonden
    return gevonden[1]


def test_van_vraag_tot_antwoord(link, dossier, als):
    gast = Client()

    binnen = gast.get(link, follow=True)
    assert binnen.redirect_chain == [("/gast/", 302)]
    assert "Wat kan zij tillen?" in binnen.content.decode()
    leeg = gast.post("/gast/", {"antwoord": ""})
    assert leeg.status_code == 422
    assert "Wat kan zij tillen?" in leeg.content.decode()
    klaar = gast.post("/gast/", {"antwoord": "Tot vijf kilo."})

    assert "Uw antwoord is verstuurd" in klaar.content.decode()
    assert gast.get("/gast/").status_code == gast.get(link).status_code == 410
    lijst = als(Rol.BEDRIJFSARTS).get(reverse("web:gasten", args=[dossier.kenmerk])).content.decode()
    antwoord = re.search(r'href="(/dossiers/[^"]+/antwoord/)"', lijst)
    assert "Tot vijf kilo." in als(Rol.BEDRIJFSARTS).get(antwoord[1]).content.decode()
    assert als(Rol.CASEMANAGER).get(antwoord[1]).status_code == 403


def test_een_gast_opent_niets_anders(link, dossier, als):
    gast = Client()
    gast.get(link, follow=True)
    for naam, argumenten in (
        ("dossier", [dossier.kenmerk]),
        ("documenten", [dossier.kenmerk]),
        ("gasten", [dossier.kenmerk]),
        ("werk", []),
        ("toezicht", []),
        ("mijn_account", []),
    ):
        antwoord = gast.get(reverse(f"web:{naam}", args=argumenten))
        assert (antwoord.status_code, antwoord["Location"].split("?")[0]) == (302, "/account/login/"), naam


def test_een_ingetrokken_link_werkt_meteen_niet_meer_ook_halverwege(link, dossier, als):
    gast, arts = Client(), als(Rol.BEDRIJFSARTS)
    assert gast.get(link, follow=True).status_code == 200
    lijst = arts.get(reverse("web:gasten", args=[dossier.kenmerk])).content.decode()
    intrekken = re.search(r'action="(/dossiers/[^"]+/intrekken/)"', lijst)

    arts.post(intrekken[1])

    assert gast.post("/gast/", {"antwoord": "Tot vijf kilo."}).status_code == 410
    assert "werkt al niet meer" in arts.post(intrekken[1], follow=True).content.decode()


@pytest.mark.parametrize("adres", ["/gast/", "/gast/verzonnen/"])
def test_zonder_link_is_er_niets(client: Client, db, adres):
    antwoord = client.get(adres)
    assert antwoord.status_code == 410
    assert "no-store" in antwoord["Cache-Control"]


def test_wie_geen_link_mag_geven_ziet_de_bladen_niet(dossier, als):
    for naam in ("gasten", "gast_nieuw"):
        adres = reverse(f"web:{naam}", args=[dossier.kenmerk])
        assert als(Rol.WERKNEMER).get(adres).status_code == 200
        assert als(Rol.LEIDINGGEVENDE).get(adres).status_code == 403


def test_zonder_toestemming_staat_er_geen_formulier_maar_wat_eerst_moet(dossier, als):
    """Nothing to choose is no form: first asking, then waiting, then choosing."""
    adres, arts = reverse("web:gast_nieuw", args=[dossier.kenmerk]), als(Rol.BEDRIJFSARTS)
    vragen = reverse("web:toestemming_vragen", args=[dossier.kenmerk])
    for blad in (arts.get(adres), arts.post(adres, {"dagen": "9"})):
        assert blad.status_code == (422 if blad.wsgi_request.method == "POST" else 200)
        assert "heeft nog niets goedgevonden" in blad.content.decode()
        assert f'href="{vragen}"' in blad.content.decode()
        assert "Maak de link" not in blad.content.decode()

    arts.post(vragen, VRAAG)
    wacht = arts.get(adres).content.decode()
    assert "heeft nog niet geantwoord" in wacht
    assert "Maak de link" not in wacht

    als(Rol.WERKNEMER).post(
        reverse("web:toestemming_antwoord", args=[dossier.kenmerk, Toestemming.objects.get().pk]), {"keuze": "gegeven"}
    )
    assert "Maak de link" in arts.get(adres).content.decode()


def test_zonder_vastgesteld_document_is_er_niets_te_delen_en_niets_te_vragen(dossier, als):
    for rol, naam in ((Rol.WERKNEMER, "gast_nieuw"), (Rol.CASEMANAGER, "toestemming_vragen")):
        blad = als(rol).get(reverse(f"web:{naam}", args=[dossier.kenmerk])).content.decode()
        assert "Er is nog niets om te laten lezen" in blad
        assert '<form method="post" novalidate' not in blad


def test_wie_toestemming_vroeg_leest_over_de_werknemer_en_de_werknemer_over_zichzelf(toestemming, dossier, als):
    adres = reverse("web:toestemmingen", args=[dossier.kenmerk])
    aan_werknemer, over_werknemer = "U hoeft dit niet goed te vinden", "De werknemer hoeft dit niet goed te vinden"
    arts = als(Rol.BEDRIJFSARTS).get(adres).content.decode()
    eerst, gelezen = arts.split("De woorden die de werknemer las")
    assert over_werknemer in eerst
    assert aan_werknemer not in eerst
    assert aan_werknemer in gelezen
    werknemer = als(Rol.WERKNEMER).get(adres).content.decode()
    assert aan_werknemer in werknemer
    assert over_werknemer not in werknemer


def test_een_ingetrokken_toestemming_sluit_de_link_ook_halverwege(link, toestemming, dossier, als):
    gast = Client()
    assert gast.get(link, follow=True).status_code == 200
    antwoord = reverse("web:toestemming_antwoord", args=[dossier.kenmerk, toestemming])

    klaar = als(Rol.WERKNEMER).post(antwoord, {"keuze": "ingetrokken"}, follow=True)

    assert "toestemming ingetrokken" in klaar.content.decode()
    assert gast.post("/gast/", {"antwoord": "Tot vijf kilo."}).status_code == 410
    gast.get(link)
    assert gast.get("/gast/").status_code == 410


def test_zonder_account_noteert_wie_het_vroeg_wat_de_werknemer_zei(dossier, als):
    dossier.werknemer.gebruiker = None
    dossier.werknemer.save()
    arts = als(Rol.BEDRIJFSARTS)
    arts.post(reverse("web:toestemming_vragen", args=[dossier.kenmerk]), VRAAG)
    noteren = reverse("web:toestemming_noteren", args=[dossier.kenmerk, Toestemming.objects.get().pk])

    gezegd = {"keuze": "gegeven", "wijze": "mondeling", "gezegd_op": "2026-01-05"}
    assert arts.post(noteren, gezegd).status_code == 422
    gezegd = {**gezegd, "wijze": "schriftelijk", "vindplaats": "map 12"}
    klaar = arts.post(noteren, gezegd, follow=True).content.decode()

    assert "op papier gezegd" in klaar
    assert "map 12" in klaar
    assert als(Rol.CASEMANAGER).post(noteren, gezegd).status_code == 404

    dossier.werknemer.gebruiker_id = demo.demo_gebruiker_id(Rol.WERKNEMER)
    dossier.werknemer.save()
    werknemer = als(Rol.WERKNEMER)
    assert "Iemand noteerde namens u toestemming" in werknemer.get(f"/dossiers/{dossier.kenmerk}/").content.decode()
    blad = werknemer.get(f"/dossiers/{dossier.kenmerk}/toestemming/").content.decode()
    assert "Ja, dat klopt" in blad
    assert "map 12" in blad


def test_met_het_account_van_de_gever_sluit_de_link_ook_halverwege(link, dossier, als, actor):
    """The visitor stands with an open page, and whoever gave the link is no longer let in."""
    gast = Client()
    assert gast.get(link, follow=True).status_code == 200
    arts = Gebruiker.objects.filter(pk=actor(Rol.BEDRIJFSARTS).gebruiker_id)

    arts.update(is_active=False)

    assert gast.post("/gast/", {"antwoord": "Tot vijf kilo."}).status_code == 410
    assert [gast.get("/gast/").status_code, gast.get(link).status_code, Client().get(link).status_code] == [410] * 3
    assert Gastlink.objects.get().antwoord_op is None


def test_ook_wie_al_binnen_was_komt_met_een_gesloten_account_niet_door_de_deur(link, actor):
    """The second look, at the door itself: between the first and the act the account may be closed."""
    bezoeker = gast_met_link(Gastlink.objects.get().pk)
    assert vraag_voor_gast(bezoeker) == "Wat kan zij tillen?"
    Gebruiker.objects.filter(pk=actor(Rol.BEDRIJFSARTS).gebruiker_id).update(is_active=False)
    with pytest.raises(GastGeweigerd):
        vraag_voor_gast(bezoeker)
    with pytest.raises(GastGeweigerd):
        beantwoord_als_gast(bezoeker, "Tot vijf kilo.")

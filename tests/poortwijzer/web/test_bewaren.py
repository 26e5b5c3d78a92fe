"""Keeping and erasing on the screen: from a list by one, by way of the approval of another, to the proof."""

import json
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.actions import Invoerfout, blokkeer_wissen, herzie_blokkade, leg_feit_vast
from poortwijzer.dossiers.models import Dossier, Wisronde, Wissing
from poortwijzer.dossiers.wisrondes import voer_alles_uit
from poortwijzer.lib.datums import datum
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.wisbewijs import als_stuk


def test_van_lijst_tot_bewijs(dossier, actor, als):
    waarde = {"begin": "2010-01-01", "einde": "2020-06-30"}
    leg_feit_vast(dossier=dossier, actor=actor(Rol.WERKGEVER), naam="dienstverband", waarde=waarde)
    beheerder, hr = als(Rol.BEHEERDER), als(Rol.WERKGEVER)
    naam = dossier.werknemer.naam

    gemaakt = beheerder.post(reverse("web:wislijst_maken"), follow=True).content.decode()

    assert dossier.kenmerk in gemaakt
    assert "AVG-AP-8" in gemaakt
    assert naam not in gemaakt
    assert "Keur goed" not in gemaakt
    ronde = Wisronde.objects.get(grond="bewaartermijn")
    blad = hr.get(reverse("web:wislijst", args=[ronde.pk])).content.decode()
    assert "Keur goed en wis" in blad
    klaar = hr.post(reverse("web:wislijst_goedkeuren", args=[ronde.pk]), follow=True).content.decode()
    assert "goedgekeurd" in klaar
    assert voer_alles_uit() == (1, 0)
    assert not Dossier.objects.filter(pk=dossier.pk).exists()

    overzicht = als(Rol.PRIVACY_OFFICER).get(reverse("web:bewaren")).content.decode()
    wissing = Wissing.objects.get()
    pdf = reverse("web:wisbewijs_pdf", args=[wissing.pk])
    assert pdf in overzicht
    assert hr.get(pdf).content.startswith(b"%PDF-")
    bewijs = json.loads(hr.get(reverse("web:wisbewijs_json", args=[wissing.pk])).content)
    assert (bewijs["kenmerk"], bewijs["norm"]) == (dossier.kenmerk, "AVG-AP-8")
    assert bewijs["laatste_kopie_van_de_sleutel_weg_op"] == wissing.kopie_weg_op.isoformat()
    assert naam not in json.dumps(bewijs)


@pytest.fixture
def gevraagd(dossier):
    return {
        "kenmerk": dossier.kenmerk,
        "deel": "re_integratie",
        "verzocht_op": "2026-01-31",
        "uitzondering": "plicht",
        "uitkomst": "wissen",
    }


def test_een_verzoek_om_te_wissen_met_wat_gewogen_is_van_voorstel_tot_bewijs(gevraagd, als):
    hr = als(Rol.WERKGEVER)
    lijst = als(Rol.BEHEERDER).post(reverse("web:wisverzoek"), gevraagd, follow=True).content.decode()
    for tekst in ("za 31 januari 2026", "Za 28 februari 2026", "onder b", "Het deel kan weg", "AVG-17-3", "AVG-12-3"):
        assert tekst.lower() in lijst.lower(), tekst

    hr.post(reverse("web:wislijst_goedkeuren", args=[Wisronde.objects.get().pk]))
    assert voer_alles_uit() == (1, 0)
    wissing = Wissing.objects.get()
    bewijs = json.loads(hr.get(reverse("web:wisbewijs_json", args=[wissing.pk])).content)
    assert (bewijs["verzocht_op"], bewijs["gewogen_uitzondering"], bewijs["uitzondering_geldt"]) == (
        "2026-01-31",
        "plicht",
        False,
    )
    assert hr.get(reverse("web:wisbewijs_pdf", args=[wissing.pk])).content.startswith(b"%PDF-")
    vragen = {blok.label: blok.alineas for sectie in als_stuk(wissing).secties for blok in sectie.blokken}
    assert "za 28 februari 2026" in vragen["Uiterlijk wanneer is er antwoord?"][0]


def test_een_uitzondering_die_geldt_laat_niets_goedkeuren(gevraagd, als):
    blad = als(Rol.BEHEERDER).post(reverse("web:wisverzoek"), {**gevraagd, "uitkomst": "blijft"}, follow=True)
    tekst = blad.content.decode()
    assert "niet gewist: een uitzondering geldt" in tekst
    assert "Keur goed" not in als(Rol.WERKGEVER).get(blad.redirect_chain[-1][0]).content.decode()


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("verzocht_op", "", "op welke dag het verzoek binnenkwam"),
        ("verzocht_op", "2149-01-01", "Deze dag is nog niet geweest"),
        ("uitzondering", "", "Kies welke uitzondering u heeft gewogen"),
        ("uitkomst", "", "Kies wat uit de afweging kwam"),
    ],
)
def test_wat_ontbreekt_staat_bij_het_veld_en_de_rest_blijft_staan(gevraagd, als, veld, waarde, melding):
    antwoord = als(Rol.BEHEERDER).post(reverse("web:wisverzoek"), {**gevraagd, veld: waarde})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert melding in tekst
    assert f'value="{gevraagd["kenmerk"]}"' in tekst
    assert not Wisronde.objects.exists()


@pytest.mark.parametrize(("dag", "aan_de_beurt"), [(date(2026, 7, 9), False), (date(2026, 7, 10), True)])
def test_na_een_half_jaar_vraagt_het_scherm_of_vasthouden_nog_nodig_is(dossier, actor, als, dag, aan_de_beurt):
    begin = date(2026, 1, 10)
    houd = {"dossier": dossier, "deel": "re_integratie", "grond": "conflict"}
    blokkade = blokkeer_wissen(actor=actor(Rol.WERKGEVER), vanaf=begin, **houd)
    hr, officier, beheerder = als(Rol.WERKGEVER), als(Rol.PRIVACY_OFFICER), als(Rol.BEHEERDER)
    overzicht, blad = reverse("web:bewaren"), reverse("web:dossier_bewaren", args=[dossier.kenmerk])
    knop = reverse("web:blokkade_herzien", args=[dossier.kenmerk, blokkade.pk])
    with time_machine.travel(dag, tick=False):
        for browser in (hr, officier):
            assert (dossier.kenmerk in browser.get(overzicht).content.decode()) is aan_de_beurt
            assert (knop in browser.get(blad).content.decode()) is aan_de_beurt
        assert dossier.kenmerk not in beheerder.get(overzicht).content.decode(), "he answers for no part"
        gezegd = hr.post(knop, follow=True).content.decode()
        assert datum(date(2027, 1, dag.day)) in gezegd
        assert "Nog nodig volgens" in gezegd
        assert dossier.kenmerk not in officier.get(overzicht).content.decode()
    blokkade.refresh_from_db()
    assert (blokkade.bekeken_op, blokkade.bekeken_door_id) == (dag, actor(Rol.WERKGEVER).gebruiker_id)
    assert Auditregel.objects.filter(doel=f"blijft nodig {blokkade.pk}", handeling="blokkeren").count() == 1


def test_wat_niet_loopt_of_van_een_ander_deel_is_wordt_niet_herzien(dossier, actor):
    hr, morgen = actor(Rol.WERKGEVER), vandaag() + timedelta(days=1)
    vroeg = blokkeer_wissen(dossier=dossier, actor=hr, deel="re_integratie", grond="conflict", vanaf=morgen)
    with pytest.raises(Invoerfout, match="nog niet begonnen"):
        herzie_blokkade(dossier=dossier, actor=hr, blokkade_id=vroeg.pk)
    van_alles = blokkeer_wissen(
        dossier=dossier, actor=actor(Rol.PRIVACY_OFFICER), deel="", grond="conflict", vanaf=vandaag()
    )
    with pytest.raises(Invoerfout, match="gaat uw rol niet"):
        herzie_blokkade(dossier=dossier, actor=hr, blokkade_id=van_alles.pk)
    voorbij = blokkeer_wissen(
        dossier=dossier,
        actor=hr,
        deel="re_integratie",
        grond="conflict",
        vanaf=vandaag() - timedelta(days=2),
        tot=vandaag() - timedelta(days=1),
    )
    with pytest.raises(Invoerfout, match="loopt niet meer"):
        herzie_blokkade(dossier=dossier, actor=hr, blokkade_id=voorbij.pk)


def test_het_eigen_dossier_staat_niet_op_de_lijst_van_wie_ook_hr_is(dossier, actor, als):
    hr = actor(Rol.WERKGEVER)
    blokkeer_wissen(dossier=dossier, actor=hr, deel="re_integratie", grond="conflict", vanaf=date(2020, 1, 1))
    overzicht = reverse("web:bewaren")
    assert dossier.kenmerk in als(Rol.WERKGEVER).get(overzicht).content.decode()
    type(dossier.werknemer).objects.filter(pk=dossier.werknemer_id).update(gebruiker_id=hr.gebruiker_id)
    assert dossier.kenmerk not in als(Rol.WERKGEVER).get(overzicht).content.decode()
    assert dossier.kenmerk in als(Rol.PRIVACY_OFFICER).get(overzicht).content.decode()

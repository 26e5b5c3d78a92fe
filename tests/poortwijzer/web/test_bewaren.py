"""Keeping and erasing on the screen: from a list by one, by way of the approval of another, to the proof."""

import json

from django.urls import reverse

from poortwijzer.dossiers.actions import leg_feit_vast
from poortwijzer.dossiers.models import Dossier, Wisronde, Wissing
from poortwijzer.dossiers.wisrondes import voer_alles_uit
from poortwijzer.toegang.rollen import Rol


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

"""Employees, withdrawing what should not be there, and closing a dossier."""

from django.urls import reverse

from poortwijzer.dossiers.models import Dossier, Feit, Werknemer
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol


def test_hr_voegt_een_werknemer_toe_en_een_ander_niet(werknemer, als):
    adres = reverse("web:werknemer_toevoegen")

    assert als(Rol.LEIDINGGEVENDE).get(adres).status_code == 403
    hr = als(Rol.WERKGEVER)
    assert hr.post(adres, {"naam": "", "functie": "monteur"}).status_code == 422
    hr.post(adres, {"naam": "Joris Bakker", "functie": "monteur", "uren_per_week": "32,5"})

    nieuw = Werknemer.objects.get(naam="Joris Bakker")
    assert str(nieuw.uren_per_week) == "32.50"
    assert "Joris Bakker" in hr.get(reverse("web:ziekmelden")).content.decode()


def test_een_personeelsnummer_dat_al_bestaat_komt_terug_bij_het_veld(werknemer, als):
    antwoord = als(Rol.WERKGEVER).post(
        reverse("web:werknemer_toevoegen"), {"naam": "Joris Bakker", "personeelsnummer": werknemer.personeelsnummer}
    )

    assert antwoord.status_code == 422
    assert "al in gebruik" in antwoord.content.decode()
    assert 'value="Joris Bakker"' in antwoord.content.decode()


def test_een_werknemer_krijgt_een_account_maar_niet_dat_van_een_ander(werknemer, als, actor):
    los = Werknemer.objects.create(organisatie=werknemer.organisatie, naam="Joris Bakker")
    adres = reverse("web:werknemer_account", args=[los.pk])
    hr = als(Rol.WERKGEVER)
    gekozen = {"gebruiker_id": str(actor(Rol.WERKNEMER).gebruiker_id)}

    assert als(Rol.LEIDINGGEVENDE).get(adres).status_code == 403
    geweigerd = hr.post(adres, gekozen)
    assert geweigerd.status_code == 422
    assert "al van een andere werknemer" in geweigerd.content.decode()

    Werknemer.objects.filter(pk=werknemer.pk).update(gebruiker=None)
    hr.post(adres, gekozen)

    los.refresh_from_db()
    assert los.gebruiker_id == actor(Rol.WERKNEMER).gebruiker_id


def test_intrekken_vraagt_waarom_en_laat_het_gegeven_leesbaar(dossier, als):
    client = als(Rol.CASEMANAGER)
    client.post(
        reverse("web:hervatting", args=[dossier.kenmerk]),
        {"vanaf": vandaag().isoformat(), "uren_per_week": "10", "werk": "eigen"},
    )
    feit = Feit.objects.get(naam="hervattingen")
    adres = reverse("web:intrekken", args=[dossier.kenmerk, feit.pk])

    assert als(Rol.LEIDINGGEVENDE).get(adres).status_code == 404
    assert client.post(adres, {"motivering": ""}).status_code == 422
    client.post(adres, {"motivering": "Was van een andere werknemer."})

    blad = client.get(reverse("web:gegevens", args=[dossier.kenmerk])).content.decode()
    assert "ingetrokken" in blad
    assert "10 uur" in blad


def test_een_hersteld_dossier_sluiten_en_heropenen(dossier, als):
    client, adres = als(Rol.CASEMANAGER), reverse("web:sluiten", args=[dossier.kenmerk])
    assert als(Rol.WERKNEMER).post(adres).status_code == 403
    client.post(reverse("web:herstel", args=[dossier.kenmerk]), {"hersteld_op": vandaag().isoformat()})

    gesloten = client.post(adres, {"doe": "sluit"}, follow=True).content.decode()
    assert "Dit dossier is gesloten" in gesloten
    assert Dossier.objects.get().gesloten_op
    assert dossier.kenmerk not in client.get(reverse("web:dossiers")).content.decode()
    client.post(adres, {"doe": "heropen"})
    assert not Dossier.objects.get().gesloten_op

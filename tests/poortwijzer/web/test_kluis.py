"""Pages say what is the matter when sealed values cannot be opened, and what was typed stays."""

import pytest
from django.test import Client
from django.urls import reverse

from poortwijzer.dossiers.models import Feit
from poortwijzer.kluis.beheer import vernietig
from poortwijzer.kluis.models import Sleutel
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def zonder_sleutel(settings):
    settings.KLUIS_SLEUTELS = "geen"


def test_zonder_sleutel_zegt_het_dossier_dat_het_nu_niet_te_lezen_is(dossier, als, zonder_sleutel):
    antwoord = als(Rol.CASEMANAGER).get(reverse("web:dossier", args=[dossier.kenmerk]))

    assert antwoord.status_code == 503
    assert "Poortwijzer mist de sleutel" in antwoord.content.decode()
    assert antwoord["Retry-After"]
    assert antwoord["Cache-Control"] == "no-store"


def test_zonder_sleutel_wordt_niets_bewaard_en_staat_het_getypte_er_nog(dossier, als, settings):
    client = als(Rol.CASEMANAGER)
    adres = reverse("web:hervatting", args=[dossier.kenmerk])
    aantal = Feit.objects.count()
    settings.KLUIS_SLEUTELS = "geen"

    antwoord = client.post(adres, {"vanaf": vandaag().isoformat(), "uren_per_week": "12,5", "werk": "eigen"})

    assert antwoord.status_code == 503
    assert 'name="uren_per_week" value="12,5"' in antwoord.content.decode()
    assert Feit.objects.count() == aantal


def test_zonder_sleutel_werkt_wat_niet_verzegeld_is(als, zonder_sleutel):
    assert Client().get(reverse("account_login")).status_code == 200
    assert als(Rol.CASEMANAGER).get(reverse("web:normen")).status_code == 200


def test_een_gewist_dossier_zegt_dat_het_weg_is(dossier, als):
    client = als(Rol.CASEMANAGER)
    vernietig(dossier.pk)

    antwoord = client.get(reverse("web:dossier", args=[dossier.kenmerk]))

    assert antwoord.status_code == 410
    assert "Dit dossier is gewist" in antwoord.content.decode()
    assert client.get(reverse("web:werk")).status_code == 200


def test_waar_mee_geknoeid_is_blijft_een_fout_voor_de_beheerder(dossier, als):
    client = als(Rol.CASEMANAGER)
    client.raise_request_exception = False
    Sleutel.objects.filter(soort="organisatie").update(ingepakt=b"\x01" * 80)

    assert client.get(reverse("web:dossier", args=[dossier.kenmerk])).status_code == 500

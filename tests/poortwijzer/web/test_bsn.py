"""No field asks for a burgerservicenummer, and where somebody types one all the same it is not kept."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.urls import reverse

from poortnormen.feiten import FEITEN
from poortwijzer.dossiers.actions import afwijkbare_normen
from poortwijzer.dossiers.models import Dossier, Feit, Werknemer
from poortwijzer.formulieren.bsn import met_bsn
from poortwijzer.formulieren.register import soorten
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

BSN, GEEN_BSN = "111222333", "111222334"


@pytest.mark.norm("AVG-AP-6", waar="poortwijzer.web.forms.bsn.weiger_bsn")
def test_nergens_is_een_veld_voor_een_bsn():
    velden = {veld.name for model in apps.get_models() for veld in model._meta.get_fields()}
    vragen = {veld.naam for soort in soorten().values() for veld in soort.velden()}
    for naam in (*velden, *vragen, *FEITEN):
        assert "bsn" not in naam.casefold()
        assert "burgerservice" not in naam.casefold()


@pytest.mark.norm("AVG-AP-6", waar="poortwijzer.web.forms.bsn.weiger_bsn")
@pytest.mark.django_db
@pytest.mark.parametrize(("getal", "blijft"), [(BSN, False), (GEEN_BSN, True), (f"D-{BSN}", True)])
def test_een_bsn_als_personeelsnummer_wordt_niet_bewaard(als, getal: str, blijft: bool):  # noqa: FBT001  # given by the table
    antwoord = als(Rol.WERKGEVER).post(reverse("web:werknemer_toevoegen"), {"naam": "Noor", "personeelsnummer": getal})
    assert (antwoord.status_code == 302) is blijft
    assert Werknemer.objects.filter(personeelsnummer=getal).exists() is blijft
    if not blijft:
        assert "burgerservicenummer kan zijn" in antwoord.content.decode()
        assert "Noor" in antwoord.content.decode()


@pytest.mark.norm("AVG-AP-6", waar="poortwijzer.web.forms.bsn.weiger_bsn")
@pytest.mark.django_db
def test_een_bsn_in_vrije_tekst_bij_een_feit_en_een_ziekmelding(als, dossier, werknemer):
    adres = reverse("web:afwijking", args=[dossier.kenmerk, min(afwijkbare_normen())])
    dag = (vandaag() + timedelta(days=200)).isoformat()
    aantal = Feit.objects.count()
    antwoord = als(Rol.CASEMANAGER).post(adres, {"nieuwe_dag": dag, "reden": f"zie {BSN[:3]}.{BSN[3:6]}.{BSN[6:]}"})
    assert antwoord.status_code == 422
    assert Feit.objects.count() == aantal
    Dossier.objects.update(gesloten_op=vandaag())
    melding = {"eerste_ziektedag": vandaag().isoformat(), "verwachte_duur": "weken", "lopend_werk": f"klant {BSN}"}
    antwoord = als(Rol.LEIDINGGEVENDE).post(reverse("web:ziekmelden_wie", args=[werknemer.pk]), melding)
    assert "burgerservicenummer kan zijn" in antwoord.content.decode()
    assert Dossier.objects.count() == 1


@pytest.mark.norm("AVG-AP-6", waar="poortwijzer.formulieren.bsn.met_bsn")
def test_een_bsn_in_een_document_vraagt_om_weghalen_of_om_een_reden():
    plan = soorten()["plan_van_aanpak"]
    veld = next(veld for veld in plan.velden() if veld.type == "lange_tekst")
    (gevonden,) = met_bsn(plan, {veld.naam: f"nummer {BSN}"})
    assert gevonden.norm == "AVG-AP-6"
    assert gevonden.reden_volstaat
    assert BSN not in f"{gevonden.wat}{gevonden.waarom}{gevonden.doe}"
    assert not list(met_bsn(plan, {veld.naam: f"nummer {GEEN_BSN}"}))


@pytest.mark.norm("AVG-AP-6", waar="poortwijzer.formulieren.bsn.met_bsn")
def test_ook_in_een_rij_van_een_tabel():
    plan = soorten()["plan_van_aanpak"]
    tabel = next(veld for veld in plan.velden() if veld.type == "tabel")
    assert len(list(met_bsn(plan, {tabel.naam: [{tabel.kolommen[0].naam: BSN}]}))) == 1

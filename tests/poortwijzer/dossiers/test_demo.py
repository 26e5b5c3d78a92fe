"""The demo's dossiers: from the exchange format, whole or not at all, and once."""

import json

import pytest
from django.core.exceptions import ImproperlyConfigured

from poortnormen.dossier import Dossierfout, lees_dossier
from poortwijzer.accounts import demo as accounts_demo
from poortwijzer.dossiers import demo
from poortwijzer.dossiers.assessments import te_bewerken
from poortwijzer.dossiers.facts import kern_dossier
from poortwijzer.dossiers.models import Dossier, Feit
from poortwijzer.dossiers.queries import dossierlijst
from poortwijzer.formulieren.models import Formulier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.een_database("sqlite")


def feit(id_, naam, waarde, dag, gever, **velden):
    return {"id": id_, "feit": naam, "waarde": waarde, "vastgelegd_op": dag, "gever": gever, **velden}


VOORBEELD = {
    "versie": 1,
    "kenmerk": "VOORBEELD-1",
    "omschrijving": "Een herstelmelding die niet klopte",
    "personen": {"werknemer": "Katja de Wit", "casemanager": "Youssef Amrani", "arbeidsdeskundige": "Iemand Anders"},
    "feiten": [
        feit("m", "ziekmeldingen", {"eerste_ziektedag": "2026-01-05"}, "2026-01-06", "werkgever"),
        feit("h", "hersteldmeldingen", {"hersteld_op": "2026-02-02"}, "2026-02-02", "werknemer"),
        feit("w", "hersteldmeldingen", None, "2026-02-05", "werkgever", vervangt="h", motivering="niet hersteld"),
    ],
}


@pytest.fixture
def map_(tmp_path, db):
    accounts_demo.laad()
    (tmp_path / "een.json").write_text(json.dumps(VOORBEELD), encoding="utf-8")
    return tmp_path


def test_een_voorbeeld_wordt_een_keer_geladen_met_zijn_eigen_dagen(map_):
    assert demo.laad(map_) == 1
    assert demo.laad(map_) == 0

    dossier = Dossier.objects.get()
    assert dossier.verzuimstand == "ziek"
    origineel = lees_dossier(VOORBEELD)
    assert [(f.naam, f.waarde, f.vastgelegd_op, f.gever) for f in kern_dossier(dossier).feiten] == [
        (f.naam, f.waarde, f.vastgelegd_op, f.gever) for f in origineel.feiten
    ]


def test_wie_in_het_voorbeeld_staat_ziet_het_en_een_ander_niet(map_):
    demo.laad(map_)

    ziet = {
        persoon.rol
        for persoon in accounts_demo.PERSONEN
        if dossierlijst(
            Actor(gebruiker_id=persoon.id, rol=persoon.rol, organisatie_id=persoon.organisatie.id, naam=persoon.naam)
        ).totaal
    }

    assert ziet == {Rol.WERKNEMER, Rol.WERKGEVER, Rol.CASEMANAGER, Rol.ARBODIENST, Rol.PRIVACY_OFFICER}


def test_de_voorbeelden_van_het_project_zijn_allemaal_te_laden(db, settings):
    accounts_demo.laad()
    aantal = len(list(settings.POORTWIJZER_VOORBEELDEN.glob("*.json")))

    assert demo.laad() == aantal
    assert not Dossier.objects.filter(verzuimstand="onbekend").exists()
    assert not te_bewerken(vandaag()).exists()
    stukken = [
        feit
        for feit in Feit.objects.filter(naam="stukken")
        if feit.waarde and feit.waarde["soort"] == "plan_van_aanpak"
    ]
    assert stukken
    for feit in stukken:
        stuk = Formulier.objects.get(pk=feit.stuk_id)
        assert stuk.is_definitief
        assert stuk.opgesteld_op.isoformat() == feit.waarde["opgesteld_op"]
        assert stuk.inhoud["einddoel"].startswith(stuk.dossier.werknemer.naam)
    for stuk in Formulier.objects.all():
        assert len(stuk.inhoud) > len(stuk.redenen), f"{stuk.soort} of {stuk.dossier.kenmerk} is empty"


def test_de_woorden_van_een_document_zijn_van_wie_zij_zijn(db):
    accounts_demo.laad()
    demo.laad()

    plan = Formulier.objects.get(dossier__kenmerk="katja-nu", soort="plan_van_aanpak")
    assert plan.invullers["visie_werknemer"] == Rol.WERKNEMER
    assert plan.invullers["visie_werkgever"] == Rol.WERKGEVER
    zonder = Formulier.objects.get(dossier__kenmerk="geen-mogelijkheden", soort="probleemanalyse")
    assert zonder.inhoud["heeft_mogelijkheden"] == "nee"
    assert "niet mogelijk" in zonder.inhoud["advies"]


def test_een_voorbeeld_met_een_fout_wordt_niet_half_geladen(map_):
    fout = {**VOORBEELD, "kenmerk": "VOORBEELD-2", "feiten": [*VOORBEELD["feiten"], {"feit": "onzin"}]}
    (map_ / "fout.json").write_text(json.dumps(fout), encoding="utf-8")

    with pytest.raises(Dossierfout):
        demo.laad(map_)

    assert [dossier.kenmerk for dossier in Dossier.objects.all()] == ["VOORBEELD-1"]


def test_buiten_de_demo_wordt_niets_geladen(map_, settings):
    settings.POORTWIJZER_DEMO = False

    with pytest.raises(ImproperlyConfigured):
        demo.laad(map_)

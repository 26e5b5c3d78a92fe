"""Freezing: what is frozen cannot change, what is missing needs a reason, and the fingerprint tells."""

import pytest
from django.db import DatabaseError, transaction

from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.services import (
    ConceptGewijzigd,
    IsDefinitief,
    NietDeGever,
    NogOntbrekend,
    bewaar_concept,
    klopt_afdruk,
    maak_definitief,
    mag_vaststellen,
    ontbrekend,
)
from poortwijzer.formulieren.waarden import dag
from poortwijzer.kluis.envelop import Verzegeld
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


def stel_vast(formulier, actor, redenen=None):
    return maak_definitief(formulier, door=actor, verwachte_versie=formulier.versie, redenen=redenen or {})


def test_volledig_stuk_staat_vast_met_dag_afdruk_en_vormversie(plan, actoren):
    vast = stel_vast(plan, actoren[Rol.CASEMANAGER])

    opgehaald = Formulier.objects.get(pk=vast.pk)
    assert opgehaald.is_definitief
    assert opgehaald.opgesteld_op == dag("2024-12-24")
    assert opgehaald.vormversie == 2
    assert len(opgehaald.inhoud_hash) == 64
    assert opgehaald.vastgesteld_als == "casemanager"
    assert opgehaald.redenen == []
    assert klopt_afdruk(opgehaald)


@pytest.mark.parametrize("veld", ["inhoud", "status", "inhoud_hash", "opgesteld_op"])
def test_database_weigert_elke_wijziging_van_wat_vaststaat(vastgesteld_plan, veld):
    anders = Verzegeld(b"\x01" * 100)
    waarde = {"inhoud": anders, "status": "concept", "inhoud_hash": anders, "opgesteld_op": "2020-01-01"}[veld]

    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Formulier.objects.filter(pk=vastgesteld_plan.pk).update(**{veld: waarde})
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Formulier.objects.filter(pk=vastgesteld_plan.pk)._raw_delete("default")

    assert klopt_afdruk(Formulier.objects.get(pk=vastgesteld_plan.pk))


def test_concept_mag_nog_wel_veranderen(plan):
    plan.inhoud = {}
    plan.save()

    assert Formulier.objects.get(pk=plan.pk).inhoud == {}


def test_bewaren_of_opnieuw_vaststellen_van_een_vast_stuk_wordt_geweigerd(vastgesteld_plan, actoren):
    door = actoren[Rol.CASEMANAGER]

    with pytest.raises(IsDefinitief, match="nieuwe versie"):
        bewaar_concept(vastgesteld_plan, {"einddoel": "Anders"}, door=door, verwachte_versie=vastgesteld_plan.versie)
    with pytest.raises(IsDefinitief):
        stel_vast(vastgesteld_plan, door)


def test_afdruk_verandert_met_elk_deel_van_de_inhoud(vastgesteld_plan):
    for veld, waarde in {
        "inhoud": {**vastgesteld_plan.inhoud, "einddoel": "Iets anders."},
        "redenen": [{"sleutel": "x", "wat": "x", "norm": None, "reden": "x"}],
        "vormversie": 1,
        "versienummer": 9,
        "dictaten": {"visie_werknemer": {}},
        "invullers": {},
        "vastgesteld_als": "werkgever",
    }.items():
        ander = Formulier.objects.get(pk=vastgesteld_plan.pk)
        setattr(ander, veld, waarde)
        assert not klopt_afdruk(ander), veld


def test_afdruk_hangt_niet_van_de_volgorde_van_de_velden_af(vastgesteld_plan):
    ander = Formulier.objects.get(pk=vastgesteld_plan.pk)
    ander.inhoud = dict(reversed(ander.inhoud.items()))

    assert klopt_afdruk(ander)


def test_ontbrekend_deel_vraagt_een_reden_en_gaat_met_reden_door(vul, actoren, antwoorden):
    plan = vul("plan_van_aanpak", {Rol.CASEMANAGER: antwoorden.plan})
    door = actoren[Rol.CASEMANAGER]

    with pytest.raises(NogOntbrekend) as fout:
        stel_vast(plan, door, {"visie_werkgever": "   "})
    assert [deel.sleutel for deel in fout.value.ontbreekt] == ["visie_werkgever", "visie_werknemer"]

    vast = stel_vast(
        plan, door, {"visie_werkgever": "Met verlof.", "visie_werknemer": "Gevraagd op 20 december.", "nergens": "x"}
    )
    assert [(deel["sleutel"], deel["norm"], deel["reden"]) for deel in vast.redenen] == [
        ("visie_werkgever", "PRG-4-2-2", "Met verlof."),
        ("visie_werknemer", "PRG-4-2-2", "Gevraagd op 20 december."),
    ]


def test_zonder_dag_of_met_een_dag_in_de_toekomst_helpt_geen_reden(vul, actoren, antwoorden):
    leeg = vul("evaluatie", {Rol.WERKGEVER: {"conclusie": "voortzetten"}})
    redenen = {deel.sleutel: "Daarom." for deel in ontbrekend(leeg)}
    with pytest.raises(NogOntbrekend) as fout:
        stel_vast(leeg, actoren[Rol.WERKGEVER], redenen)
    assert [deel.sleutel for deel in fout.value.ontbreekt] == ["opgesteld_op"]

    morgen = bewaar_concept(
        leeg, {"opgesteld_op": "2024-12-25"}, door=actoren[Rol.WERKGEVER], verwachte_versie=leeg.versie
    ).formulier
    redenen = {deel.sleutel: "Daarom." for deel in ontbrekend(morgen)}
    with pytest.raises(NogOntbrekend) as fout:
        stel_vast(morgen, actoren[Rol.WERKGEVER], redenen)
    assert "wo 25 december 2024" in fout.value.ontbreekt[0].wat


def test_onleesbare_dag_blijft_bewaard_en_telt_niet_als_dag(vul, actoren, antwoorden):
    analyse = vul("probleemanalyse", {Rol.BEDRIJFSARTS: {**antwoorden.analyse, "oordeel_op": "gisteren"}})

    with pytest.raises(NogOntbrekend) as fout:
        stel_vast(analyse, actoren[Rol.BEDRIJFSARTS], {"oordeel_op": "Weet ik niet."})

    assert Formulier.objects.get(pk=analyse.pk).inhoud["oordeel_op"] == "gisteren"
    assert "gisteren" in fout.value.ontbreekt[0].wat


def test_wie_iets_anders_zag_stelt_niet_vast(plan, actoren):
    gezien = plan.versie
    bewaar_concept(
        plan, {"visie_werknemer": "Toch niet zo."}, door=actoren[Rol.WERKNEMER], verwachte_versie=plan.versie
    )

    with pytest.raises(ConceptGewijzigd) as fout:
        maak_definitief(plan, door=actoren[Rol.CASEMANAGER], verwachte_versie=gezien, redenen={})

    assert fout.value.opgeslagen == {"visie_werknemer": "Toch niet zo."}
    assert not Formulier.objects.get(pk=plan.pk).is_definitief


def test_alleen_de_vaststellers_van_een_soort_stellen_vast(vul, actoren, antwoorden):
    analyse = vul("probleemanalyse", {Rol.BEDRIJFSARTS: antwoorden.analyse})

    assert not mag_vaststellen(analyse, Rol.WERKGEVER)
    with pytest.raises(NietDeGever, match="bedrijfsarts"):
        stel_vast(analyse, actoren[Rol.WERKGEVER])
    assert stel_vast(analyse, actoren[Rol.BEDRIJFSARTS]).is_definitief

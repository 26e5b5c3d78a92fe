"""From a frozen document to the facts of the core."""

import pytest

from poortnormen.dossier import lees_dossier
from poortwijzer.formulieren.feiten import feiten_uit
from poortwijzer.formulieren.register import soorten
from poortwijzer.formulieren.services import maak_definitief, ontbrekend
from poortwijzer.formulieren.waarden import dag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


def stel_vast(formulier, actor):
    redenen = {deel.sleutel: "Nog niet besproken." for deel in ontbrekend(formulier)}
    return maak_definitief(formulier, door=actor, verwachte_versie=formulier.versie, redenen=redenen)


def test_probleemanalyse_geeft_het_stuk_en_de_verwachtingen_van_de_bedrijfsarts(vul, actoren, antwoorden):
    analyse = stel_vast(vul("probleemanalyse", {Rol.BEDRIJFSARTS: antwoorden.analyse}), actoren[Rol.BEDRIJFSARTS])

    op = dag("2024-12-10")
    assert [(feit.naam, feit.waarde, feit.op) for feit in feiten_uit(analyse)] == [
        ("stukken", {"soort": "probleemanalyse", "opgesteld_op": "2024-12-10"}, op),
        ("dreigt_langdurig_verzuim", True, op),
        ("heeft_mogelijkheden", True, op),
    ]


@pytest.mark.parametrize(("antwoord", "waarden"), [("nee", [False]), ("onbekend", []), ("", [])])
def test_onbekend_wordt_geen_feit(vul, actoren, antwoorden, antwoord, waarden):
    antwoorden.analyse["heeft_mogelijkheden"] = antwoord
    analyse = stel_vast(vul("probleemanalyse", {Rol.BEDRIJFSARTS: antwoorden.analyse}), actoren[Rol.BEDRIJFSARTS])

    assert [feit.waarde for feit in feiten_uit(analyse) if feit.naam == "heeft_mogelijkheden"] == waarden


def test_plan_zegt_wiens_visie_erin_staat(vul, actoren, antwoorden):
    alleen_werkgever = {Rol.CASEMANAGER: antwoorden.plan, Rol.WERKGEVER: antwoorden.visies[Rol.WERKGEVER]}
    plan = stel_vast(vul("plan_van_aanpak", alleen_werkgever), actoren[Rol.CASEMANAGER])

    assert feiten_uit(plan)[0].waarde == {
        "soort": "plan_van_aanpak",
        "opgesteld_op": "2024-12-24",
        "heeft_visie_werkgever": True,
        "heeft_visie_werknemer": False,
        "evaluatiemomenten": ["2025-02-04", "2025-03-18"],
        "delen": ["activiteiten_werkgever", "activiteiten_werknemer", "doelen", "doeldagen", "casemanager"],
    }


@pytest.mark.parametrize(
    ("anders", "zonder"),
    [
        ({"activiteiten": []}, ["activiteiten_werkgever", "activiteiten_werknemer", "doelen", "doeldagen"]),
        ({"casemanager": "afdeling HR"}, ["casemanager"]),
        ({"einddoel": ""}, ["doelen"]),
    ],
)
def test_plan_zegt_wat_erin_staat(vul, actoren, antwoorden, anders, zonder):
    plan = stel_vast(vul("plan_van_aanpak", {Rol.CASEMANAGER: antwoorden.plan | anders}), actoren[Rol.CASEMANAGER])

    alle = list(plan.vorm.stuk.delen)
    assert feiten_uit(plan)[0].waarde["delen"] == [deel for deel in alle if deel not in zonder]


def test_plan_zonder_momenten_noemt_er_geen(vul, actoren, antwoorden):
    leeg = antwoorden.plan | {"evaluatiemomenten": []}
    plan = stel_vast(vul("plan_van_aanpak", {Rol.CASEMANAGER: leeg}), actoren[Rol.CASEMANAGER])

    assert feiten_uit(plan)[0].waarde["evaluatiemomenten"] == []


def test_actueel_oordeel_zegt_van_wie_het_komt(vul, actoren):
    alleen_arts = {"opgesteld_op": "2024-12-20", "verloop": "a", "beperkingen": "b", "mogelijkheden": "c"}
    oordeel = stel_vast(vul("actueel_oordeel", {Rol.BEDRIJFSARTS: alleen_arts}), actoren[Rol.BEDRIJFSARTS])

    assert feiten_uit(oordeel)[0].waarde["delen"] == ["belastbaarheid"]


def test_een_concept_is_geen_feit(plan):
    with pytest.raises(ValueError, match="no facts"):
        feiten_uit(plan)


@pytest.mark.parametrize("naam", sorted(soorten()))
def test_de_kern_kan_de_feiten_van_elke_soort_lezen(vul, actoren, naam):
    soort = soorten()[naam]
    rol = soort.vaststellers[0]
    stuk = stel_vast(vul(naam, {rol: {soort.dag: "2024-12-20"}}), actoren[rol])

    feiten = [
        {
            "id": str(nummer),
            "feit": feit.naam,
            "waarde": feit.waarde,
            "vastgelegd_op": "2024-12-24",
            "gever": "werkgever",
        }
        for nummer, feit in enumerate(feiten_uit(stuk))
    ]
    if naam == "probleemanalyse":
        feiten = [feit | {"gever": "bedrijfsarts"} for feit in feiten]
    gelezen = lees_dossier({"versie": 1, "kenmerk": "K7RM-2XQP", "feiten": feiten})
    assert gelezen.feiten[0].naam == "stukken"

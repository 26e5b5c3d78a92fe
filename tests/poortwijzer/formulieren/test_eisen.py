"""What the regulation asks of the contents of each document."""

from datetime import date

import pytest

from poortwijzer.formulieren.eisen import ontbrekend_in
from poortwijzer.formulieren.register import soort_van
from poortwijzer.toegang.rollen import Rol

VANDAAG = date(2026, 7, 28)
WAAR = "poortwijzer.formulieren.eisen.ontbrekend_in"


def leemten(soort, inhoud, **meer):
    return {deel.sleutel: deel for deel in ontbrekend_in(soort_van(soort), inhoud, vandaag=VANDAAG, **meer)}


@pytest.fixture
def plan(antwoorden):
    return antwoorden.plan | antwoorden.visies[Rol.WERKGEVER] | antwoorden.visies[Rol.WERKNEMER]


def test_een_volledig_plan_mist_niets(plan):
    assert leemten("plan_van_aanpak", plan) == {}


def test_elke_leemte_zegt_wat_waarom_wat_te_doen_en_wie():
    for soort in ("probleemanalyse", "plan_van_aanpak", "bijstelling", "evaluatie", "eerstejaarsevaluatie",
                  "actueel_oordeel", "eindevaluatie", "oordeel_werknemer"):  # fmt: skip
        gevonden = leemten(soort, {})
        assert gevonden
        for deel in gevonden.values():
            assert deel.wat.endswith(".")
            assert deel.waarom.endswith(".")
            assert deel.doe.endswith(".")
            assert deel.gevers
            assert deel.norm


@pytest.mark.norm("PRG-4-2a", waar=WAAR)
@pytest.mark.parametrize("soort", ["plan_van_aanpak", "bijstelling"])
@pytest.mark.parametrize(
    ("rijen", "mist"),
    [
        ([], {"activiteiten.werkgever", "activiteiten.werknemer"}),
        (["werkgever", "werkgever"], {"activiteiten.werknemer"}),
        (["werknemer", "ander"], {"activiteiten.werkgever"}),
        (["werkgever", "werknemer"], set()),
        (["samen"], set()),
    ],
)
def test_plan_noemt_activiteiten_van_werkgever_en_werknemer(plan, soort, rijen, mist):
    plan["activiteiten"] = [{"activiteit": "x", "wie": wie, "doel": "y", "verwacht_op": "2025-01-06"} for wie in rijen]

    gevonden = {sleutel for sleutel, deel in leemten(soort, plan).items() if deel.norm == "PRG-4-2a"}
    assert gevonden == mist


@pytest.mark.norm("PRG-4-2a", waar=WAAR)
@pytest.mark.parametrize("kolom", ["doel", "verwacht_op"])
def test_bij_elke_activiteit_hoort_een_doel_en_een_dag(plan, kolom):
    del plan["activiteiten"][1][kolom]

    leemte = leemten("plan_van_aanpak", plan)[f"activiteiten.{kolom}"]
    assert leemte.norm == "PRG-4-2a"
    assert leemte.reden_volstaat


@pytest.mark.norm("PRG-4-2a", waar=WAAR)
def test_plan_zonder_doel_is_niet_volledig(plan):
    del plan["einddoel"]

    assert leemten("plan_van_aanpak", plan)["einddoel"].norm == "PRG-4-2a"


@pytest.mark.norm("PRG-4-2b", waar=WAAR)
@pytest.mark.parametrize("soort", ["plan_van_aanpak", "bijstelling"])
def test_plan_zonder_evaluatiemomenten_is_niet_volledig(plan, soort):
    assert "evaluatiemomenten" not in leemten(soort, plan)

    del plan["evaluatiemomenten"]
    assert leemten(soort, plan)["evaluatiemomenten"].norm == "PRG-4-2b"


@pytest.mark.norm("PRG-4-2b", waar=WAAR)
def test_evaluatie_vraagt_voortgang_conclusie_en_volgende_dag():
    assert {"opgesteld_op", "voortgang", "conclusie", "volgende_evaluatie_op"} <= set(leemten("evaluatie", {}))

    inhoud = {
        "opgesteld_op": "2025-02-04",
        "gewerkte_uren": "12",
        "voortgang": [{"activiteit": "Opbouw", "voortgang": "loopt"}],
        "conclusie": "voortzetten",
        "volgende_evaluatie_op": "2025-03-18",
    }
    assert leemten("evaluatie", inhoud) == {}
    inhoud["voortgang"] = [{"activiteit": "Opbouw"}]
    assert set(leemten("evaluatie", inhoud)) == {"voortgang.voortgang"}


@pytest.mark.norm("PRG-4-2c", waar=WAAR)
def test_plan_zonder_casemanager_is_niet_volledig(plan):
    del plan["casemanager"]

    assert leemten("plan_van_aanpak", plan)["casemanager"].norm == "PRG-4-2c"


@pytest.mark.norm("PRG-4-2c", waar=WAAR)
@pytest.mark.parametrize(
    "naam", ["afdeling HR", "HR", "Team Verzuim", "P&O", "Personeelszaken Zuid", "n.v.t.", "Arbodienst West"]
)
def test_een_afdeling_is_geen_casemanager(plan, naam):
    plan["casemanager"] = naam

    leemte = leemten("plan_van_aanpak", plan)["casemanager.persoon"]
    assert leemte.norm == "PRG-4-2c"
    assert leemte.reden_volstaat, "it warns, and never blocks"


@pytest.mark.parametrize("naam", ["P. de Boer", "Hrvoje Teamović", "Thérèse van der Directeur", "Jan Management-Smit"])
def test_een_naam_die_op_een_afdeling_lijkt_is_een_mens(plan, naam):
    plan["casemanager"] = naam

    waarschuwt = "casemanager.persoon" in leemten("plan_van_aanpak", plan)
    assert waarschuwt == ("Management" in naam)


@pytest.mark.norm("PRG-4-2-2", waar=WAAR)
@pytest.mark.parametrize("soort", ["plan_van_aanpak", "bijstelling", "eerstejaarsevaluatie"])
@pytest.mark.parametrize("partij", ["werkgever", "werknemer"])
def test_beide_visies_horen_in_plan_en_eerstejaarsevaluatie(plan, soort, partij):
    assert f"visie_{partij}" not in leemten(soort, plan)

    del plan[f"visie_{partij}"]
    leemte = leemten(soort, plan)[f"visie_{partij}"]
    assert leemte.norm == "PRG-4-2-2"
    assert leemte.reden_volstaat
    assert Rol(partij) in leemte.gevers


@pytest.mark.norm("PRG-4-2-2", waar="poortwijzer.formulieren.soort.Veld")
@pytest.mark.parametrize("soort", ["plan_van_aanpak", "bijstelling", "eerstejaarsevaluatie"])
def test_een_visie_is_alleen_van_de_eigen_partij(soort):
    werkgever, werknemer = soort_van(soort).veld("visie_werkgever"), soort_van(soort).veld("visie_werknemer")

    assert set(werkgever.gevers) == {Rol.WERKGEVER, Rol.LEIDINGGEVENDE}
    assert set(werknemer.gevers) == {Rol.WERKNEMER}


def test_wat_op_de_dag_van_het_stuk_nog_niet_gold_wordt_niet_gevraagd(plan):
    del plan["visie_werknemer"]
    plan["opgesteld_op"] = "2023-05-01"

    def nog_niet(norm, dag):
        return norm != "PRG-4-2-2" or dag >= date(2023, 7, 1)

    assert leemten("plan_van_aanpak", plan, geldt=nog_niet) == {}
    plan["opgesteld_op"] = "2023-07-01"
    assert set(leemten("plan_van_aanpak", plan, geldt=nog_niet)) == {"visie_werknemer"}


@pytest.mark.norm("PRG-6-1j", waar=WAAR)
@pytest.mark.parametrize(
    ("veld", "onderdeel", "gevers"),
    [
        ("arbeidsrelatie_werkgever", "i", {Rol.WERKGEVER, Rol.CASEMANAGER}),
        ("arbeidsrelatie_bedrijfsarts", "i", {Rol.BEDRIJFSARTS}),
        ("verloop", "j", {Rol.BEDRIJFSARTS}),
        ("beperkingen", "j", {Rol.BEDRIJFSARTS}),
        ("mogelijkheden", "j", {Rol.BEDRIJFSARTS}),
        ("passend_werk_bedrijfsarts", "k", {Rol.BEDRIJFSARTS}),
        ("passend_werk_werkgever", "k", {Rol.WERKGEVER, Rol.CASEMANAGER}),
    ],
)
def test_onderdelen_i_j_en_k_komen_van_hun_vaste_afzenders(veld, onderdeel, gevers):
    soort = soort_van("actueel_oordeel")
    sectie = next(sectie for sectie in soort.secties if veld in {deel.naam for deel in sectie.velden})
    leemte = leemten("actueel_oordeel", {"opgesteld_op": "2026-07-18"})[veld]

    assert sectie.onderdeel == onderdeel
    assert set(leemte.gevers) == gevers
    assert leemte.norm == "PRG-6-1j"


@pytest.mark.norm("PRG-6-1j", waar=WAAR)
def test_half_gevulde_arbeidsrelatie_noemt_wie_nog_ontbreekt():
    gevonden = leemten("actueel_oordeel", {"opgesteld_op": "2026-07-18", "arbeidsrelatie_werkgever": "Goed."})

    assert "arbeidsrelatie_werkgever" not in gevonden
    assert "bedrijfsarts" in gevonden["arbeidsrelatie_bedrijfsarts"].wat


@pytest.mark.norm("PRG-6-1l", waar=WAAR)
@pytest.mark.parametrize("letter", "abcdefghijk")
def test_werknemer_oordeelt_over_elk_ander_onderdeel(letter):
    leemte = leemten("oordeel_werknemer", {"opgesteld_op": "2026-07-20"})[f"onderdeel_{letter}"]

    assert leemte.norm == "PRG-6-1l"
    assert leemte.gevers == (Rol.WERKNEMER,)


def test_bij_verschil_van_mening_wordt_naar_een_deskundigenoordeel_gevraagd(plan):
    plan["overeenstemming"] = "nee"

    gevonden = leemten("plan_van_aanpak", plan)
    assert set(gevonden) == {"verschil", "deskundigenoordeel"}
    assert gevonden["deskundigenoordeel"].norm == "BKP-10-04"


def test_zonder_mogelijkheden_hoeft_de_belastbaarheid_niet(antwoorden):
    analyse = antwoorden.analyse
    del analyse["werktijden"]
    assert set(leemten("probleemanalyse", analyse)) == {"belastbaarheid.belastbaarheid"}

    analyse |= {"heeft_mogelijkheden": "nee", "verbetering_verwacht": "nee"}
    assert leemten("probleemanalyse", analyse) == {}


@pytest.mark.norm("BKP-7.4-05", waar=WAAR)
@pytest.mark.norm("BKP-7.4-06", waar=WAAR)
@pytest.mark.norm("BKP-7.4-07", waar=WAAR)
@pytest.mark.norm("BKP-5-11", waar=WAAR)
@pytest.mark.parametrize(
    ("antwoorden_arts", "ontbreekt"),
    [
        # Situation 1: there are possibilities, so there is advice.
        ({"heeft_mogelijkheden": "ja"}, {"advies": "BKP-5-11"}),
        # Not said yet which of the other two it is.
        ({"heeft_mogelijkheden": "nee"}, {"verbetering_verwacht": "BKP-7.4-05", "advies": "BKP-5-11"}),
        # Situation 2: it can get better, so there is advice and a day to look again.
        (
            {"heeft_mogelijkheden": "nee", "verbetering_verwacht": "ja"},
            {"opnieuw_kijken_op": "BKP-7.4-06", "advies": "BKP-5-11"},
        ),
        (
            {"heeft_mogelijkheden": "nee", "verbetering_verwacht": "onbekend"},
            {"opnieuw_kijken_op": "BKP-7.4-06", "advies": "BKP-5-11"},
        ),
        # Situation 3: nothing to expect, so a short analysis does.
        ({"heeft_mogelijkheden": "nee", "verbetering_verwacht": "nee"}, {}),
    ],
)
def test_per_situatie_vraagt_de_probleemanalyse_iets_anders(antwoorden, antwoorden_arts, ontbreekt):
    analyse = antwoorden.analyse
    del analyse["advies"]

    gevonden = leemten("probleemanalyse", analyse | antwoorden_arts)
    assert {sleutel: leemte.norm for sleutel, leemte in gevonden.items()} == ontbreekt


@pytest.mark.norm("BKP-5-09", waar=WAAR)
@pytest.mark.norm("BKP-5-10", waar=WAAR)
@pytest.mark.norm("BKP-7.4-14", waar=WAAR)
@pytest.mark.parametrize(
    ("weg", "anders", "sleutel", "norm"),
    [
        ("invloed_werk", {}, "invloeden.invloeden", "BKP-5-09"),
        ("totaalbeeld", {}, "totaalbeeld", "BKP-7.4-14"),
        ("totaalbeeld", {"heeft_mogelijkheden": "onbekend"}, "nog_onduidelijk", "BKP-5-10"),
    ],
)
def test_de_probleemanalyse_zegt_wat_meespeelt_wat_het_betekent_en_wat_nog_onduidelijk_is(
    antwoorden, weg, anders, sleutel, norm
):
    analyse = antwoorden.analyse | anders
    assert sleutel not in leemten("probleemanalyse", analyse) or anders
    del analyse[weg]

    assert {naam: leemte.norm for naam, leemte in leemten("probleemanalyse", analyse).items()} == {sleutel: norm}


@pytest.mark.norm("BKP-5-20", waar=WAAR)
@pytest.mark.norm("BKP-5-21", waar=WAAR)
@pytest.mark.parametrize("soort", ["plan_van_aanpak", "bijstelling"])
@pytest.mark.parametrize(
    ("keuzes", "ontbreekt"),
    [
        ({"zoekrichting": "eigen_werk_aangepast"}, {}),
        ({"zoekrichting": "ander_werk_intern"}, {}),
        ({"zoekrichting": "andere_werkgever"}, {"volgorde": "BKP-5-20"}),
        ({"zoekrichting": "andere_werkgever", "volgorde": "eerst_intern"}, {}),
        ({"zoekrichting": "andere_werkgever", "volgorde": "niet_gekeken"}, {"volgorde.waarschuwing": "BKP-5-20"}),
        ({"zoekrichting": "andere_werkgever", "volgorde": "samen_gekozen"}, {"waarom_elders": "BKP-5-21"}),
        (
            {"zoekrichting": "andere_werkgever", "volgorde": "samen_gekozen", "waarom_elders": "Daar is meer kans."},
            {},
        ),
    ],
)
def test_wie_de_zoekvolgorde_omdraait_krijgt_een_waarschuwing_behalve_als_beiden_dat_kiezen(
    plan, soort, keuzes, ontbreekt
):
    bijstelling = {"aanleiding": "anders", "wat_verandert": "De richting.", "waarom_verandert": "Er is meer kans."}
    inhoud = plan | (bijstelling if soort == "bijstelling" else {}) | keuzes

    gevonden = leemten(soort, inhoud)
    assert {sleutel: leemte.norm for sleutel, leemte in gevonden.items()} == ontbreekt
    assert all(leemte.reden_volstaat for leemte in gevonden.values()), "it warns, and does not block"


@pytest.mark.parametrize(
    ("spoor_2", "vraagt"), [("loopt", "spoor_2_op"), ("start", "spoor_2_op"), ("niet", "spoor_2_waarom_niet")]
)
def test_eerstejaarsevaluatie_vraagt_door_over_spoor_2(spoor_2, vraagt):
    gevonden = leemten("eerstejaarsevaluatie", {"spoor_2": spoor_2})

    assert {sleutel for sleutel in gevonden if "spoor_2" in sleutel} == {vraagt}

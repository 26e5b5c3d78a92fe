"""Reading what people type: it is understood, or it stays as it was with a clear fault."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortwijzer.formulieren.register import soort_van
from poortwijzer.formulieren.waarden import dag, fouten_in, lees

PLAN = soort_van("plan_van_aanpak")
EVALUATIE = soort_van("evaluatie")
OORDEEL = soort_van("oordeel_werknemer")


@pytest.mark.parametrize(
    "getypt",
    ["2026-03-24", "2026-3-24", "24-03-2026", "24-3-2026", "24/3/2026", "24.3.2026", "24 maart 2026", "24 mrt 2026",
     "di 24 maart 2026", "24 MRT. 2026", " 24-03-2026 "],
)  # fmt: skip
def test_een_dag_mag_op_veel_manieren(getypt):
    assert lees(PLAN.veld("opgesteld_op"), getypt) == "2026-03-24"


@pytest.mark.parametrize(
    "getypt", ["32-03-2026", "29-02-2025", "24 m 2026", "24 jun 26", "straks", "24-03", "2026-13-01", "0-0-0000"]
)
def test_wat_geen_dag_is_blijft_staan_en_krijgt_een_fout(getypt):
    gelezen = lees(PLAN.veld("opgesteld_op"), getypt)

    assert gelezen == getypt
    (fout,) = fouten_in(PLAN, {"opgesteld_op": gelezen})
    assert fout.plaats == "opgesteld_op"
    assert getypt in fout.wat
    assert "24-03-2026" in fout.doe


def test_een_jaar_dat_niet_kan_krijgt_een_fout():
    (fout,) = fouten_in(PLAN, {"opgesteld_op": "1026-03-24"})

    assert "1026" in fout.wat


@pytest.mark.parametrize(("getypt", "gelezen"), [("16,5", "16.5"), ("16.50", "16.5"), ("0", "0"), ("40", "40")])
def test_een_getal_mag_met_komma_of_punt(getypt, gelezen):
    assert lees(EVALUATIE.veld("gewerkte_uren"), getypt) == gelezen
    assert list(fouten_in(EVALUATIE, {"gewerkte_uren": gelezen})) == []


@pytest.mark.parametrize("getypt", ["veel", "169", "-1", "1e3", "NaN", "Infinity", "1.000,5", "½"])
def test_een_getal_dat_niet_kan_krijgt_een_fout(getypt):
    gelezen = lees(EVALUATIE.veld("gewerkte_uren"), getypt)

    assert [fout.plaats for fout in fouten_in(EVALUATIE, {"gewerkte_uren": gelezen})] == ["gewerkte_uren"]


def test_een_procentteken_mag_erbij():
    assert lees(soort_van("eindevaluatie").veld("loonwaarde"), "65 %") == "65"


def test_lege_rijen_en_momenten_vervallen():
    rijen = [{"activiteit": " ", "wie": ""}, {"activiteit": "Bellen", "wie": "werknemer", "onbekend": "x"}]

    assert lees(PLAN.veld("activiteiten"), rijen) == [{"activiteit": "Bellen", "wie": "werknemer"}]
    assert lees(PLAN.veld("evaluatiemomenten"), ["", "18-03-2025", "4-2-2025", "18-3-2025"]) == [
        "2025-02-04",
        "2025-03-18",
    ]


def test_fouten_in_een_rij_wijzen_naar_hun_cel():
    rijen = [{"activiteit": "x"}, {"activiteit": "y", "wie": "de baas", "verwacht_op": "ooit"}]

    plaatsen = [fout.plaats for fout in fouten_in(PLAN, {"activiteiten": rijen})]
    assert plaatsen == ["activiteiten-1-wie", "activiteiten-1-verwacht_op"]


@pytest.mark.parametrize(
    ("inhoud", "plaats"),
    [
        ({"einddoel": "x" * 10_001}, "einddoel"),
        ({"casemanager": "x" * 301}, "casemanager"),
        ({"overeenstemming": "misschien"}, "overeenstemming"),
        ({"evaluatiemomenten": ["2025-01-01"] * 101}, "evaluatiemomenten"),
    ],
)
def test_te_lang_te_veel_of_onbekend_krijgt_een_fout(inhoud, plaats):
    assert [fout.plaats for fout in fouten_in(PLAN, inhoud)] == [plaats]


def test_woorden_zonder_keuze_vragen_om_een_keuze():
    assert [fout.plaats for fout in fouten_in(OORDEEL, {"onderdeel_a": {"woorden": "Klopt niet."}})] == [
        "onderdeel_a-standpunt"
    ]
    assert [fout.plaats for fout in fouten_in(OORDEEL, {"onderdeel_a": {"standpunt": "boos"}})] == [
        "onderdeel_a-standpunt"
    ]


@pytest.mark.parametrize(
    ("veld", "getypt"),
    [("einddoel", ["x"]), ("activiteiten", "x"), ("evaluatiemomenten", {"a": 1}), ("einddoel", None), ("einddoel", 3)],
)
def test_een_vorm_die_niet_bij_het_veld_hoort_wordt_geweigerd(veld, getypt):
    with pytest.raises(TypeError):
        lees(PLAN.veld(veld), getypt)


def test_stuurtekens_vervallen_en_regels_blijven():
    assert lees(PLAN.veld("einddoel"), "een\r\ntwee\x00\x07\rdrie\tvier\ud800") == "een\ntwee\ndrie\tvier"


@given(st.text(max_size=60))
def test_lezen_van_wat_gelezen_is_verandert_niets(getypt):
    for veld in (PLAN.veld("einddoel"), PLAN.veld("opgesteld_op"), EVALUATIE.veld("gewerkte_uren")):
        gelezen = lees(veld, getypt)
        assert lees(veld, gelezen) == gelezen
        list(fouten_in(PLAN if veld.naam in {"einddoel", "opgesteld_op"} else EVALUATIE, {veld.naam: gelezen}))


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 12, 31)))
def test_elke_dag_komt_heen_en_terug(gekozen):
    for getypt in (gekozen.isoformat(), f"{gekozen:%d-%m-%Y}"):
        assert dag(lees(PLAN.veld("opgesteld_op"), getypt)) == gekozen

"""De drie schema's heen en terug, en de casus van de Werkwijzer met alles wat er niet aan klopt."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortnormen.bronnen.werkaanpassing.regels.keuze import rangorde_oplossingen, scores, voorstel_volgorde
from poortnormen.bronnen.werkaanpassing.regels.knelpunten import (
    ernst,
    frequentie,
    onderbouwing_prioriteit,
    prioriteiten,
    voorgestelde_volgorde,
)
from poortnormen.bronnen.werkaanpassing.regels.plan import planregels
from poortnormen.bronnen.werkaanpassing.soorten import Herkomst, Rol, Variant
from poortnormen.stukregel import getal
from poortnormen.werkaanpassing import casus
from poortnormen.werkaanpassing.schema import (
    GROEP_CRITERIA,
    KOLOMMEN_KNELPUNTEN,
    KOLOMMEN_OPLOSSINGEN,
    KOLOMMEN_PLAN,
    Schemafout,
    lees_csv,
    lees_knelpunten,
    lees_oplossingen,
    lees_plan,
    schrijf_csv,
    schrijf_knelpunten,
    schrijf_oplossingen,
    schrijf_plan,
)

DAG = date(2026, 3, 2)
SCHEMA = "poortnormen.werkaanpassing.schema"
CASUS = "poortnormen.werkaanpassing.casus"
TEKST = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\x85\u2028\u2029"), min_size=1, max_size=20
)
CEL = st.one_of(st.just(""), TEKST)


# --- heen en terug ----------------------------------------------------------------------------------------------


@pytest.mark.norm("WAP-B2-22", waar="poortnormen.werkaanpassing.schema.KOLOMMEN_KNELPUNTEN")
def test_het_knelpuntenschema_heeft_zes_kolommen() -> None:
    kop = schrijf_csv(schrijf_knelpunten(casus.knelpunten()), KOLOMMEN_KNELPUNTEN).splitlines()[0]

    assert kop == "Hoofdtaken,Werkzaamheden,Knelpunten,Frequentie,Ernst,Prioriteit van knelpunten"


@pytest.mark.norm("WAP-B3-22", waar="poortnormen.werkaanpassing.schema.KOLOMMEN_OPLOSSINGEN")
def test_het_keuzeformulier_heeft_zeven_kolommen_waarvan_drie_criteria() -> None:
    kop = schrijf_csv(schrijf_oplossingen(casus.oplossingen()), KOLOMMEN_OPLOSSINGEN).splitlines()[0]

    assert kop == "Knelpunten,Oplossingen,Opmerkingen,Effectief,Bestaat,Haalbaar,Prioriteit van oplossingen"
    assert GROEP_CRITERIA == "Beoordelingscriteria"


def test_het_plan_heeft_zes_kolommen() -> None:
    kop = schrijf_csv(schrijf_plan(casus.plan()), KOLOMMEN_PLAN).splitlines()[0]

    assert kop == "Knelpunt,Oplossing,Actie,Verantwoordelijke,Wanneer,Gebeurd"


@pytest.mark.parametrize(
    ("naam", "kolommen", "lezer", "schrijver"),
    [
        ("knelpunten", KOLOMMEN_KNELPUNTEN, lambda r: lees_knelpunten(r, Variant.WERKNEMER), schrijf_knelpunten),
        ("oplossingen", KOLOMMEN_OPLOSSINGEN, lees_oplossingen, schrijf_oplossingen),
        ("plan", KOLOMMEN_PLAN, lees_plan, schrijf_plan),
    ],
)
def test_de_casus_komt_letter_voor_letter_terug(naam, kolommen, lezer, schrijver) -> None:
    bestand = casus.bestand(naam)

    assert schrijf_csv(schrijver(lezer(lees_csv(bestand, kolommen))), kolommen) == bestand


@given(st.lists(st.tuples(TEKST, TEKST, CEL, CEL, CEL, CEL).filter(lambda rij: rij[0].strip() and rij[1].strip())))
def test_elk_knelpuntenschema_komt_terug_zoals_het_was(rijen: list[tuple[str, ...]]) -> None:
    gelezen = lees_csv(schrijf_csv(rijen, KOLOMMEN_KNELPUNTEN), KOLOMMEN_KNELPUNTEN)

    assert list(schrijf_knelpunten(lees_knelpunten(gelezen, Variant.WERKNEMER))) == rijen


@given(st.lists(st.tuples(TEKST, TEKST, CEL, CEL, CEL, CEL, CEL).filter(lambda rij: rij[0].strip())))
def test_elk_keuzeformulier_komt_terug_zoals_het_was(rijen: list[tuple[str, ...]]) -> None:
    gelezen = lees_csv(schrijf_csv(rijen, KOLOMMEN_OPLOSSINGEN), KOLOMMEN_OPLOSSINGEN)

    assert list(schrijf_oplossingen(lees_oplossingen(gelezen))) == rijen


@given(st.lists(st.tuples(TEKST, CEL, CEL, CEL, CEL, CEL).filter(lambda rij: rij[0].strip())))
def test_elk_plan_komt_terug_zoals_het_was(rijen: list[tuple[str, ...]]) -> None:
    gelezen = lees_csv(schrijf_csv(rijen, KOLOMMEN_PLAN), KOLOMMEN_PLAN)

    assert list(schrijf_plan(lees_plan(gelezen))) == rijen


def test_een_lege_hoofdtaak_is_die_van_de_rij_erboven() -> None:
    formulier = lees_knelpunten(
        [("Balie", "a", "x", "*", "*", "1"), ("", "", "y", "*", "*", "2"), ("", "b", "z", "*", "*", "3")],
        Variant.LEIDINGGEVENDE,
    )

    assert [deel.id for deel in formulier.knelpunten()] == ["1a-1", "1a-2", "1b-1"]
    assert {deel.herkomst for deel in formulier.knelpunten()} == {Herkomst.LEIDINGGEVENDE}
    assert schrijf_knelpunten(formulier)[1][:2] == ("Balie", "a")


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("", "De eerste rij moet deze kolommen hebben"),
        ("Knelpunt,Oplossing\r\n", "De eerste rij moet deze kolommen hebben"),
        (",".join(KOLOMMEN_PLAN) + "\r\na,b\r\n", "Rij 2 heeft 2 cellen en moet er 6 hebben"),
    ],
)
def test_een_bestand_met_andere_kolommen_wordt_geweigerd(tekst: str, melding: str) -> None:
    with pytest.raises(Schemafout, match=melding):
        lees_csv(tekst, KOLOMMEN_PLAN)


@pytest.mark.parametrize("cel", ["", " *", "*****", "vaak", "3"])
def test_wat_geen_ster_is_blijft_tekst(cel: str) -> None:
    (deel,) = lees_knelpunten([("t", "w", "k", cel, cel, "x")], Variant.GEZAMENLIJK).knelpunten()

    assert (deel.frequentie, deel.ernst, deel.prioriteit) == (None, None, None)
    assert (deel.frequentie_origineel, deel.ernst_origineel, deel.prioriteit_origineel) == (cel, cel, "x")


def test_een_keuze_van_een_mens_gaat_voor_wat_er_stond() -> None:
    (regel,) = lees_plan([("k", "o", "a", "Noor", "12-5-2026", "31-02-2026")]).regels

    assert (regel.verantwoordelijken, regel.is_te_bevestigen) == (("Noor",), True)
    assert (regel.wanneer, regel.gebeurd_op, regel.gebeurd_tekst) == (date(2026, 5, 12), None, "31-02-2026")


# --- de casus ---------------------------------------------------------------------------------------------------


@pytest.mark.norm("WAP-7.3-02", waar="poortnormen.werkaanpassing.casus.knelpunten")
def test_de_casus_heeft_vier_knelpunten_met_sterren_en_rang() -> None:
    formulier = casus.knelpunten()

    assert [len(taak.werkzaamheden) for taak in formulier.hoofdtaken] == [1]
    rijen = [(d.frequentie, d.ernst, d.ernst_origineel, d.prioriteit) for d in formulier.knelpunten()]
    assert rijen == [(4, None, "****", 1), (2, 3, "", 4), (3, None, "****", 3), (4, None, "****", 2)]
    op_rang = sorted(formulier.knelpunten(), key=lambda deel: deel.prioriteit or 0)
    assert [deel.id for deel in op_rang] == ["1a-1", "1a-4", "1a-3", "1a-2"]


def test_de_casus_is_niet_verbeterd() -> None:
    formulier = casus.knelpunten()
    opgemerkt = [
        f"{deel.code} {deel.plek}"
        for regel in (
            prioriteiten(formulier=formulier),
            frequentie(formulier=formulier, frequentieschaal=getal("frequentieschaal", DAG)),
            ernst(formulier=formulier, ernstschaal=getal("ernstschaal", DAG)),
            onderbouwing_prioriteit(formulier=formulier),
        )
        for deel in regel
    ]

    assert opgemerkt == [f"ernst_ingelezen_buiten_schaal 1a-{rij}" for rij in (1, 3, 4)]
    assert voorgestelde_volgorde(formulier=formulier) == (("1a-1", "1a-4"), ("1a-3",), ("1a-2",))


@pytest.mark.norm("WAP-7.3-05", waar="poortnormen.werkaanpassing.casus.oplossingen")
def test_de_casus_heeft_zeven_oplossingen_en_zes_rangnummers() -> None:
    formulier = casus.oplossingen()

    assert [deel.id for deel in formulier.oplossingen()] == ["1a", "1b", "2a", "3a", "3b", "3c", "4a"]
    assert [rij.prioriteit for rij in formulier.waarderingen] == [1, 4, 6, 3, 5, 2]
    gelezen = [(rij.effectief, rij.bestaat, rij.haalbaar) for rij in formulier.waarderingen]
    drie = ("+++", "+++", "+++")
    assert gelezen == [drie, ("++", "++", "+++"), ("++", "++", "++"), drie, ("++", "+", "+++"), drie]
    assert list(rangorde_oplossingen(formulier=formulier)) == []
    assert list(scores(formulier=formulier)) == []
    assert voorstel_volgorde(formulier=formulier) == (("1a+1b", "3b", "4a"), ("2a",), ("3a", "3c"))


@pytest.mark.norm("WAP-7.3-08", waar="poortnormen.werkaanpassing.casus.plan")
def test_het_plan_van_de_casus_blijft_onaf() -> None:
    plan = casus.plan()
    opgemerkt = [(deel.code, int(deel.plek)) for deel in planregels(plan=plan)]

    assert [regel.wanneer for regel in plan.regels] == [
        None, None, date(2006, 4, 5), date(2006, 5, 7), None, None, None,
    ]  # fmt: skip
    assert [plek for code, plek in opgemerkt if code == "dag_ontbreekt"] == [1, 2, 5, 6, 7]
    assert [plek for code, plek in opgemerkt if code == "verantwoordelijke_ontbreekt"] == [1, 2]
    assert [plek for code, plek in opgemerkt if code == "te_bevestigen"] == [3, 4, 6]
    assert {regel.gebeurd_op for regel in plan.regels} == {None}
    assert plan.regels[3].verantwoordelijke_rol is Rol.LEIDINGGEVENDE
    assert plan.regels[0].verantwoordelijke_tekst.startswith("Bedrijfsarts geeft advies")

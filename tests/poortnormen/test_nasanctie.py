"""Na een loonsanctie: het herstelplan, de dagen en het loon, met de hand uitgerekend."""

from datetime import date
from fractions import Fraction

import pytest
from proef import feit

from poortnormen.bronnen.beoordelingskader.regels.nasanctie import Herstelfase
from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, Feit
from poortnormen.feiten.loon import Loonafspraak, Loontijdvak
from poortnormen.feiten.nasanctie import Herstelstap
from poortnormen.feiten.stukken import Stuk, Stuksoort
from poortnormen.feiten.uwv import Bekortingsverzoek, Herstelbesluit, Toetsbesluit
from poortnormen.feiten.verzuim import Ziekmelding
from poortnormen.geld import Bedrag
from poortnormen.nasanctie import Herstelstand, NaSanctie, nasanctie, nasanctienormen

ZIEK = feit("ziekmeldingen", Ziekmelding(eerste_ziektedag=date(2024, 11, 5)))
AANVRAAG = feit("wia_aanvraag_op", date(2026, 8, 12))
GRONDEN = ("spoor 2 te laat", "geen plan")
WIJZEN = ("schakel een bureau in", "maak een plan")
# Zonder sanctie eindigt het loon op 2 november 2026; met de langste sanctie op 1 november 2027.
EERSTE, LANGSTE = date(2026, 11, 3), date(2027, 11, 1)


def besluit(op: date = date(2026, 9, 15), *, gronden: tuple[str, ...] = GRONDEN) -> Feit:
    return feit("toetsbesluit", Toetsbesluit(besluit_op=op, is_loonsanctie=True, gronden=gronden, herstelwijzen=WIJZEN))


def stap(grond: str, op: date, *, is_hersteld: bool | None = True, bewijs: str = "contract") -> Feit:
    waarde = Herstelstap(gedaan_op=op, grond=grond, wat="gedaan", bewijs=bewijs, is_hiermee_hersteld=is_hersteld)
    return feit("herstelstappen", waarde, id=f"{grond}-{op}")


def loon(centen: int = 300_000, per: Loontijdvak = Loontijdvak.MAAND) -> Feit:
    afspraak = Loonafspraak(vanaf=date(2020, 1, 1), loon_centen=centen, per=per, uren_per_week=Fraction(36))
    return feit("loonafspraken", afspraak)


def gegeven(*feiten: Feit, op: date, met_besluit: bool = True) -> NaSanctie | None:
    regels = catalogus()
    alles = (ZIEK, AANVRAAG, *((besluit(),) if met_besluit else ()), *feiten)
    dossier = Dossier(kenmerk="proef", feiten=alles)
    return nasanctie(regels, regels.beoordeel(dossier, op, alleen=nasanctienormen(regels)))


def na(*feiten: Feit, op: date, met_besluit: bool = True) -> NaSanctie:
    gevonden = gegeven(*feiten, op=op, met_besluit=met_besluit)
    assert gevonden is not None
    return gevonden


def test_zonder_loonsanctie_is_er_niets():
    assert gegeven(op=date(2026, 10, 1), met_besluit=False) is None
    assert gegeven(feit("loonsanctie_ingetrokken_op", date(2026, 9, 30)), op=date(2026, 10, 1)) is None


@pytest.mark.norm("BKP-3-20", waar="poortnormen.nasanctie.nasanctie")
def test_van_elke_tekortkoming_is_te_zien_hoe_ver_het_herstel_is():
    gezien = na(
        stap(GRONDEN[0], date(2026, 9, 20)),
        stap("iets anders", date(2026, 9, 21)),
        stap(GRONDEN[1], date(2026, 9, 14)),  # van voor het besluit
        op=date(2026, 10, 1),
    )

    assert gezien.fase is Herstelfase.BEZIG
    assert [(t.grond, t.herstelwijze, t.stand, t.heeft_bewijs) for t in gezien.tekortkomingen] == [
        (GRONDEN[0], WIJZEN[0], Herstelstand.VOLGENS_WERKGEVER, True),
        (GRONDEN[1], WIJZEN[1], Herstelstand.OPEN, False),
    ]
    assert [een.grond for een in gezien.andere_stappen] == ["iets anders"]


def test_een_stap_zonder_uitkomst_of_bewijs_is_begonnen_en_niet_meer():
    (eerste, _) = na(
        stap(GRONDEN[0], date(2026, 9, 20), is_hersteld=None, bewijs=" "), op=date(2026, 10, 1)
    ).tekortkomingen

    assert (eerste.stand, eerste.heeft_bewijs) == (Herstelstand.BEZIG, False)


def test_gemeld_is_alleen_waar_bewijs_bij_zit_en_vastgesteld_is_alles():
    verzoek = feit(
        "bekortingsverzoeken", Bekortingsverzoek(ontvangen_op=date(2026, 12, 1), gronden_met_bewijs=(GRONDEN[0],))
    )
    gemeld = na(verzoek, op=date(2026, 12, 10))
    assert [t.stand for t in gemeld.tekortkomingen] == [Herstelstand.GEMELD, Herstelstand.OPEN]
    assert gemeld.beslissingen[-1].gronden_zonder_bewijs == (GRONDEN[1],)

    hersteld = Herstelbesluit(besluit_op=date(2026, 12, 18), verzoek_ontvangen_op=date(2026, 12, 1), is_hersteld=True)
    klaar = na(verzoek, feit("herstelbesluiten", hersteld), op=date(2026, 12, 20))
    assert [t.stand for t in klaar.tekortkomingen] == [Herstelstand.VASTGESTELD] * 2
    assert klaar.laatste_dag == date(2027, 1, 29)  # zes weken na 18 december
    assert klaar.snelste_dag is None
    assert klaar.beslissingen[-1].is_hersteld is True


def test_wie_nu_meldt_krijgt_drie_weken_en_dan_zes_weken():
    gezien = na(op=date(2027, 2, 1))

    assert (gezien.eerste_dag, gezien.langste_dag, gezien.laatste_dag) == (EERSTE, LANGSTE, LANGSTE)
    assert gezien.snelste_dag == date(2027, 4, 5)  # 1 februari, drie weken: 22 februari, zes weken: 5 april


def test_zo_laat_dat_melden_niets_meer_verandert():
    # Vrijdag 27 augustus: 17 september, en dan zes weken. Zaterdag schuift de beslisdag door tot maandag.
    assert na(op=date(2027, 8, 27)).snelste_dag == date(2027, 10, 29)
    assert na(op=date(2027, 8, 28)).snelste_dag is None


def test_voor_de_sanctie_begint_kan_het_loon_op_zijn_vroegst_eindigen_zoals_zonder_sanctie():
    # UWV beslist uiterlijk op 10 september, en zes weken later is 22 oktober: dan was er ook zonder sanctie loon.
    vroeg = feit("bekortingsverzoeken", Bekortingsverzoek(ontvangen_op=date(2026, 8, 20)))
    assert na(besluit(date(2026, 8, 20)), vroeg, op=date(2026, 8, 25), met_besluit=False).snelste_dag == date(
        2026, 11, 2
    )


@pytest.mark.parametrize(("op", "te_laat"), [(date(2027, 1, 4), 0), (date(2027, 1, 11), 7)])
def test_elke_dag_dat_uwv_te_laat_beslist_maakt_de_sanctie_korter(op: date, te_laat: int):
    verzoek = feit("bekortingsverzoeken", Bekortingsverzoek(ontvangen_op=date(2026, 12, 14)))
    gezien = na(verzoek, op=op)
    beslissing = gezien.beslissingen[-1]

    assert (beslissing.verzoek_van, beslissing.uiterste_dag) == (date(2026, 12, 14), date(2027, 1, 4))
    assert (beslissing.besluit_op, beslissing.dagen_te_laat) == (None, te_laat)
    # Beslist UWV nu, dan loopt het loon nog zes weken, met eraf wat UWV te laat is: zeven dagen later valt dat weg.
    assert gezien.snelste_dag == date(2027, 2, 15)


def test_een_te_laat_besluit_over_de_sanctie_telt_ook_en_een_verbod_wordt_gezegd():
    laat = na(besluit(date(2026, 9, 24)), op=date(2026, 10, 1), met_besluit=False)
    assert (laat.beslissingen[0].dagen_te_laat, laat.laatste_dag) == (3, date(2027, 10, 29))
    assert laat.is_besluit_te_laat is False

    assert na(besluit(date(2026, 11, 2)), op=date(2026, 12, 1), met_besluit=False).is_besluit_te_laat is False
    assert na(besluit(date(2026, 11, 3)), op=date(2026, 12, 1), met_besluit=False).is_besluit_te_laat is True


def test_stukken_van_na_het_besluit_kunnen_bewijs_zijn():
    oud = feit("stukken", Stuk(soort=Stuksoort.BIJSTELLING, opgesteld_op=date(2026, 9, 14)), id="oud")
    nieuw = feit("stukken", Stuk(soort=Stuksoort.BIJSTELLING, opgesteld_op=date(2026, 9, 15)), id="nieuw")

    assert na(oud, nieuw, op=date(2026, 10, 1)).stukken == (nieuw.waarde,)


def test_de_meter_telt_het_loon_per_dag():
    # 70% van 3.000 is 2.100 per maand; een maand is 52/12 week: 69,23 per dag (2100 * 12 / 364).
    gezien = na(loon(), op=date(2026, 11, 16))
    per_dag = Fraction(210_000 * 12, 364)

    assert gezien.kosten.tot_nu == Bedrag(round(per_dag * 14)) == Bedrag(96_923)
    assert gezien.kosten.nog == Bedrag(round(per_dag * 350)) == Bedrag(2_423_077)
    # Wie op 16 november meldt: 7 december en dan zes weken is 18 januari; daarna vallen 287 dagen weg.
    assert gezien.snelste_dag == date(2027, 1, 18)
    assert gezien.kosten.te_besparen == Bedrag(round(per_dag * 287)) == Bedrag(1_986_923)
    assert gezien.kosten.geschat_vanaf == date(2027, 1, 1)  # het maximumdagloon van 2027 kennen wij nog niet


def test_voor_de_eerste_dag_kostte_het_nog_niets_en_zonder_loon_is_de_meter_leeg():
    assert na(loon(), op=date(2026, 10, 1)).kosten.tot_nu == Bedrag(0)
    zonder = na(op=date(2026, 11, 16)).kosten
    assert (zonder.tot_nu, zonder.nog, zonder.te_besparen) == (None, None, None)


def test_na_het_einde_kost_het_niets_meer():
    gezien = na(loon(), op=date(2027, 12, 1))

    assert gezien.kosten.nog == Bedrag(0)
    assert gezien.kosten.tot_nu == Bedrag(2_520_000)  # 52 weken: twaalf maanden van 2.100

"""Wanneer een ontbrekend feit een vraag is: niet eerder dan het ertoe doet, en nooit naar wat nog moet gebeuren."""

from datetime import date, timedelta

import pytest
from proef import feit, oordeel

from poortnormen.catalogus import catalogus
from poortnormen.dossier import Feit
from poortnormen.feiten.verzuim import Ziekmelding
from poortnormen.tijdlijn import Moment, tijdlijn
from poortnormen.uitkomst import Stand

EERSTE_DAG = date(2024, 11, 5)
LAATSTE_DAG_WIA_AANVRAAG = date(2026, 8, 17)
ZIEK = feit("ziekmeldingen", Ziekmelding(eerste_ziektedag=EERSTE_DAG), vastgelegd_op=EERSTE_DAG)


def moment(norm: str, peildatum: date, *feiten: Feit) -> Moment:
    momenten = tijdlijn(catalogus(), oordeel(catalogus(), ZIEK, *feiten, peildatum=peildatum))
    return next(moment for moment in momenten if moment.norm == norm)


def test_naar_de_wia_aanvraag_wordt_niet_gevraagd_zolang_zij_nog_kan_komen():
    vroeg = moment("WIA-25-10", EERSTE_DAG + timedelta(days=4))

    assert vroeg.status is Stand.ONBEKEND
    assert vroeg.ontbreekt == ("wia_aanvraag_op",)
    assert vroeg.vragen == ()


def test_een_besluit_na_een_late_aanvraag_vraagt_op_de_eerste_dag_nog_niets():
    assert moment("WIA-25-10-2", EERSTE_DAG).vragen == ()


@pytest.mark.parametrize(
    ("dagen_ervoor", "vragen"), [(15, ()), (14, ("dreigt_langdurig_verzuim",)), (0, ("dreigt_langdurig_verzuim",))]
)
def test_een_toestand_is_een_vraag_vanaf_dat_haar_dag_nadert(dagen_ervoor, vragen):
    uiterste_dag = date(2024, 12, 17)
    gezien = moment("PRG-2-2", uiterste_dag - timedelta(days=dagen_ervoor))

    assert (gezien.uiterste_dag, gezien.vragen) == (uiterste_dag, vragen)


def test_de_dag_waarop_de_vraag_komt_hoort_bij_de_houdbaarheid():
    """Anders zou de dagelijkse bijwerking de vraag pas stellen als er iets anders verandert."""
    assert moment("PRG-2-2", date(2024, 11, 18)).houdbaar_tot == date(2024, 12, 3)


def test_een_gebeurtenis_wordt_een_vraag_als_haar_laatste_dag_voorbij_is():
    brief = date(2026, 7, 20)

    assert moment("WIA-64-2", brief).vragen == ()
    assert moment("WIA-64-2", brief + timedelta(days=1)).vragen == ("kennisgeving_ontvangen_op",)


def test_wie_vastlegt_dat_de_brief_nooit_kwam_krijgt_geen_vraag_naar_de_dag_van_ontvangst():
    nooit = feit("is_kennisgeving_uitgebleven", waarde=True)
    gezien = moment("WIA-64-2", LAATSTE_DAG_WIA_AANVRAAG, nooit)

    assert (gezien.status, gezien.ontbreekt, gezien.vragen) == (Stand.NIET_VAN_TOEPASSING, (), ())


def test_een_brief_die_nog_kan_komen_blijft_een_vraag():
    gezien = moment("WIA-64-2", LAATSTE_DAG_WIA_AANVRAAG, feit("is_kennisgeving_uitgebleven", waarde=False))

    assert (gezien.status, gezien.vragen) == (Stand.ONBEKEND, ("kennisgeving_ontvangen_op",))

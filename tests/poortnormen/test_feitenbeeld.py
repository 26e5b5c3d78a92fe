"""Wat op een peildatum van elk feit waar is, en tot wanneer."""

from dataclasses import replace
from datetime import date

from proef import PEILDATUM, feit, met_id

from poortnormen.dossier import Dossier, Feit
from poortnormen.feiten.stukken import Stuk, Stuksoort
from poortnormen.feitenbeeld import Feitenbeeld


def _beeld(*feiten: Feit, peildatum: date = PEILDATUM, bekend_op: date | None = None) -> Feitenbeeld:
    genummerd = [deel if deel.id else met_id(deel, nummer) for nummer, deel in enumerate(feiten)]
    return Feitenbeeld(Dossier(kenmerk="proef", feiten=tuple(genummerd)), peildatum, bekend_op)


def test_van_een_toestand_geldt_de_laatste_en_bij_dezelfde_dag_de_laatst_vastgelegde() -> None:
    eerst = feit("heeft_mogelijkheden", waarde=True, op=date(2025, 1, 1), vastgelegd_op=date(2025, 1, 2))
    verbeterd = feit("heeft_mogelijkheden", waarde=False, op=date(2025, 1, 1), vastgelegd_op=date(2025, 1, 9))

    assert _beeld(verbeterd, eerst)["heeft_mogelijkheden"].waarde is False


def test_wat_later_is_vastgelegd_was_toen_niet_bekend() -> None:
    eerst = feit("heeft_mogelijkheden", waarde=True, vastgelegd_op=date(2025, 1, 2), id="a")
    later_ = feit("heeft_mogelijkheden", waarde=False, vastgelegd_op=date(2025, 1, 9), id="b", vervangt="a")

    assert _beeld(eerst, later_, bekend_op=date(2025, 1, 8))["heeft_mogelijkheden"].waarde is True
    assert _beeld(eerst, later_, bekend_op=date(2025, 1, 9))["heeft_mogelijkheden"].waarde is False
    assert _beeld(eerst, later_, bekend_op=date(2025, 1, 1))["heeft_mogelijkheden"].waarde is None


def test_een_ingetrokken_feit_is_er_niet_meer() -> None:
    eerst = feit("heeft_mogelijkheden", waarde=True, id="a")
    weg = feit("heeft_mogelijkheden", waarde=None, id="b", vervangt="a")

    assert _beeld(eerst, weg)["heeft_mogelijkheden"].waarde is None


def test_sinds_wanneer_iets_waar_is() -> None:
    verloop = [(1, False), (3, True), (5, True), (7, False), (9, True), (20, False)]
    feiten = [feit("dreigt_langdurig_verzuim", waarde, op=date(2025, 1, dag)) for dag, waarde in verloop]

    for peildag, sinds, houdbaar in ((2, None, 3), (4, 3, 5), (6, 3, 7), (8, None, 9), (10, 9, 20), (21, None, None)):
        gelezen = _beeld(*feiten, peildatum=date(2025, 1, peildag))["dreiging_bleek_op"]
        assert gelezen.waarde == (sinds and date(2025, 1, sinds))
        assert gelezen.houdbaar_tot == (houdbaar and date(2025, 1, houdbaar))


def test_een_stuk_van_voor_dit_verzuim_telt_niet() -> None:
    stukken = [
        feit("stukken", Stuk(soort=Stuksoort.PROBLEEMANALYSE, opgesteld_op=dag))
        for dag in (date(2024, 6, 1), date(2025, 1, 10), date(2025, 1, 12))
    ]
    beeld = _beeld(*stukken)
    beeld.begin_verzuim(date(2024, 12, 1), date(2025, 3, 1))

    gelezen = beeld["oordeel_op"]

    assert (gelezen.waarde, gelezen.houdbaar_tot) == (date(2025, 1, 10), date(2025, 3, 1))


# --- wat mensen wegen ---------------------------------------------------------------------------------------------

VRAAG = "zijn_inspanningen_voldoende"


def _oordeel(gever: str, dag: int, motivering: str = "Zo is het besproken.", *, waarde: bool) -> Feit:
    return replace(feit(VRAAG, waarde, op=date(2025, 1, dag), motivering=motivering), gever=gever)


def test_een_oordeel_zonder_motivering_telt_niet_maar_is_te_zien() -> None:
    gelezen = _beeld(_oordeel("werkgever", 2, " ", waarde=True))[VRAAG]

    assert (gelezen.waarde, [een.waarde for een in gelezen.uit]) == (None, [True])


def test_van_een_gever_telt_het_laatste_oordeel_ook_als_het_geen_motivering_heeft() -> None:
    anders = _beeld(_oordeel("werkgever", 2, waarde=True), _oordeel("werkgever", 5, waarde=False))[VRAAG]
    zonder = _beeld(_oordeel("werkgever", 2, waarde=True), _oordeel("werkgever", 5, "", waarde=False))[VRAAG]

    assert (anders.waarde, len(anders.uit)) == (False, 1)
    assert zonder.waarde is None


def test_zijn_twee_gevers_het_oneens_dan_is_er_geen_antwoord_en_zijn_beide_te_zien() -> None:
    gelezen = _beeld(_oordeel("werkgever", 2, waarde=True), _oordeel("werknemer", 5, waarde=False))[VRAAG]

    assert gelezen.waarde is None
    assert {(een.gever, een.waarde) for een in gelezen.uit} == {("werkgever", True), ("werknemer", False)}


def test_zijn_twee_gevers_het_eens_dan_is_dat_het_antwoord() -> None:
    gelezen = _beeld(_oordeel("werkgever", 2, waarde=True), _oordeel("werknemer", 5, waarde=True))[VRAAG]

    assert (gelezen.waarde, [een.gever for een in gelezen.uit]) == (True, ["werknemer"])


def test_een_ander_zonder_motivering_spreekt_niet_tegen() -> None:
    gelezen = _beeld(_oordeel("werkgever", 2, waarde=True), _oordeel("werknemer", 5, "", waarde=False))[VRAAG]

    assert gelezen.waarde is True


def test_uwv_beslist_ook_als_het_eerder_oordeelde() -> None:
    gelezen = _beeld(
        _oordeel("uwv", 2, waarde=False), _oordeel("werkgever", 5, waarde=True), _oordeel("werknemer", 6, waarde=False)
    )[VRAAG]

    assert (gelezen.waarde, [een.gever for een in gelezen.uit]) == (False, ["uwv"])


def test_een_oordeel_geldt_tot_het_volgende_ingaat() -> None:
    beeld = _beeld(
        _oordeel("werkgever", 2, waarde=True), _oordeel("werkgever", 9, waarde=False), peildatum=date(2025, 1, 5)
    )

    assert (beeld[VRAAG].waarde, beeld[VRAAG].houdbaar_tot) == (True, date(2025, 1, 9))

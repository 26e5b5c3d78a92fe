"""Het loonpad: bedragen per tijdvak, gesplitst waar er iets verandert."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from strategie import dossiers

from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, lees_dossier
from poortnormen.feiten import FEITEN
from poortnormen.loonpad import Loonpad, Loonperiode, loonnormen, loonpad

PEILDATUM = date(2026, 10, 1)
VIERDUIZEND = {"vanaf": "2020-01-01", "loon_centen": 400000, "per": "maand", "uren_per_week": 36}
ZIEK = {"ziekmeldingen": [{"eerste_ziektedag": "2024-11-05"}], "loonafspraken": [VIERDUIZEND]}
VOLWASSEN = {"geboortedatum": "1985-04-20"}


def _dossier(gegeven: Mapping[str, Any]) -> Dossier:
    feiten = [
        {"feit": naam, "waarde": deel, "vastgelegd_op": "2024-11-05", "gever": FEITEN[naam].gevers[0]}
        for naam, waarde in gegeven.items()
        for deel in (waarde if FEITEN[naam].is_meervoud else [waarde])
    ]
    return lees_dossier({"versie": 1, "kenmerk": "loon", "feiten": feiten})


def _pad(gegeven: Mapping[str, Any], peildatum: date = PEILDATUM) -> Loonpad:
    cat = catalogus()
    return loonpad(cat, cat.beoordeel(_dossier(gegeven), peildatum, alleen=loonnormen(cat)))


def _op(pad: Loonpad, dag: str) -> Loonperiode:
    (periode,) = [p for p in pad.perioden if p.van <= date.fromisoformat(dag) <= p.tot_en_met]
    return periode


def _euro(pad: Loonpad, dag: str) -> str:
    return str(_op(pad, dag).bedrag)


@pytest.mark.norm("BW7-629-1", waar="poortnormen.loonpad.loonpad")
def test_zeventig_procent_tot_en_met_de_laatste_dag_van_104_weken() -> None:
    pad = _pad(ZIEK | VOLWASSEN)

    assert _euro(pad, "2025-12-10") == "2800.00"
    assert (pad.perioden[0].van, pad.perioden[-1].tot_en_met) == (date(2024, 11, 5), date(2026, 11, 2))


@pytest.mark.norm("BW7-629-1-2", waar="poortnormen.loonpad.loonpad")
def test_de_bodem_geldt_tot_en_met_week_52_en_de_dag_erna_niet_meer() -> None:
    loon = {**VIERDUIZEND, "loon_centen": 260000}
    pad = _pad({**ZIEK, **VOLWASSEN, "loonafspraken": [loon]})

    assert _euro(pad, "2025-11-03") == "2246.40"
    assert "BW7-629-1-2" in _op(pad, "2025-11-03").normen
    assert _euro(pad, "2025-11-04") == "1820.00"
    assert "BW7-629-1-2" not in _op(pad, "2025-11-04").normen


def test_de_bodem_komt_nooit_boven_het_eigen_loon() -> None:
    loon = {**VIERDUIZEND, "loon_centen": 200000}
    pad = _pad({**ZIEK, **VOLWASSEN, "loonafspraken": [loon]})

    assert _euro(pad, "2025-11-03") == "2000.00"


def test_zonder_geboortedatum_is_een_hoog_loon_wel_bekend_en_een_laag_loon_niet() -> None:
    hoog = _pad(ZIEK)
    laag = _op(_pad({**ZIEK, "loonafspraken": [{**VIERDUIZEND, "loon_centen": 260000}]}), "2025-11-03")

    assert _euro(hoog, "2025-11-03") == "2800.00"
    assert (laag.bedrag, laag.ontbreekt) == (None, ("geboortedatum",))


@pytest.mark.norm("BW7-629-1-3", waar="poortnormen.loonpad.loonpad")
def test_boven_het_maximumdagloon_telt_het_loon_niet_mee_en_na_de_tabel_is_het_onbekend() -> None:
    loon = {**VIERDUIZEND, "loon_centen": 750000, "uren_per_week": 40}
    pad = _pad({"ziekmeldingen": [{"eerste_ziektedag": "2026-06-01"}], "loonafspraken": [loon], **VOLWASSEN})

    assert _euro(pad, "2026-06-30") == "4632.21"
    assert _euro(pad, "2026-07-01") == "4718.38"
    assert "BW7-629-1-3" in _op(pad, "2026-07-01").normen
    assert _op(pad, "2027-01-01").bedrag is None


@pytest.mark.norm("BW7-629-9-2", waar="poortnormen.loonpad.loonpad")
def test_een_cao_geeft_meer_en_nooit_minder_dan_de_wet() -> None:
    treden = [(1, 100), (183, 90), (365, 60)]
    pad = _pad({**ZIEK, **VOLWASSEN, "loontreden": [{"vanaf_ziektedag": dag, "loon_pct": pct} for dag, pct in treden]})

    assert [_euro(pad, dag) for dag in ("2025-05-05", "2025-05-06", "2025-11-04")] == ["4000.00", "3600.00", "2800.00"]


@pytest.mark.norm("BW7-629-9", waar="poortnormen.loonpad.loonpad")
def test_wachtdagen_zijn_onbetaald_en_daarna_is_er_loon() -> None:
    pad = _pad({**ZIEK, **VOLWASSEN, "wachtdagen": 2})

    assert [_euro(pad, dag) for dag in ("2024-11-05", "2024-11-06", "2024-11-07")] == ["0.00", "0.00", "2800.00"]


@pytest.mark.norm("BW7-629-4", waar="poortnormen.loonpad.loonpad")
def test_tijdens_verlof_is_er_geen_loon_van_de_werkgever() -> None:
    verlof = {"vanaf": "2025-03-10", "tot_en_met": "2025-06-29"}
    pad = _pad({**ZIEK, **VOLWASSEN, "verloven": [verlof], "is_ziekte_rond_verlof_zelfde_oorzaak": True})

    dagen = ("2025-03-09", "2025-03-10", "2025-06-29", "2025-06-30")
    assert [_euro(pad, dag) for dag in dagen] == ["2800.00", "0.00", "0.00", "2800.00"]


@pytest.mark.norm("BW7-629-5-2", waar="poortnormen.loonpad.loonpad")
def test_gedeeltelijk_werk_volgt_de_gekozen_lezing_en_noemt_de_andere() -> None:
    hervat = {**ZIEK, **VOLWASSEN, "hervattingen": [{"vanaf": "2026-02-02", "uren_per_week": 18}]}
    vol = _op(_pad(hervat), "2026-02-02")
    eraf = _op(_pad({**hervat, "lezing_gedeeltelijk_werk": "verdiend_loon_eraf"}), "2026-02-02")

    assert (str(vol.bedrag), str(eraf.bedrag)) == ("3400.00", "2800.00")
    assert str(vol.uitleg[-1].gegevens["andere_lezing"]) == "2800.00"
    assert (vol.loonwaarde_pct, vol.normen[-1]) == (50, "BW7-629-5-2")


@pytest.mark.parametrize(
    ("hervatting", "loonwaarde", "bedrag"),
    [
        ({"uren_per_week": 18, "is_therapeutisch": True}, 0, "2800.00"),
        ({"uren_per_week": 18, "loonwaarde_pct": 25, "werk": "ander_bij_eigen_werkgever"}, 25, "3100.00"),
        ({"uren_per_week": 18, "werk": "ander_bij_eigen_werkgever"}, None, "None"),
        ({"uren_per_week": 18, "loonwaarde_pct": 50, "werk": "elders"}, None, "None"),
        ({"uren_per_week": 36, "loonwaarde_pct": 100}, 100, "4000.00"),
    ],
)
def test_wat_het_werk_waard_is(hervatting: dict[str, Any], loonwaarde: int | None, bedrag: str) -> None:
    pad = _pad({**ZIEK, **VOLWASSEN, "hervattingen": [{"vanaf": "2026-02-02", **hervatting}]})

    assert (_op(pad, "2026-02-02").loonwaarde_pct, _euro(pad, "2026-02-02")) == (loonwaarde, bedrag)
    assert _op(pad, "2026-02-01").loonwaarde_pct == 0


def test_hersteld_tussendoor_is_er_het_gewone_loon_en_een_oude_hervatting_telt_daarna_niet_meer() -> None:
    pad = _pad(
        {
            **VOLWASSEN,
            "loonafspraken": [VIERDUIZEND],
            "ziekmeldingen": [{"eerste_ziektedag": "2024-11-05"}, {"eerste_ziektedag": "2025-03-02"}],
            "hersteldmeldingen": [{"hersteld_op": "2025-02-03"}],
            "hervattingen": [{"vanaf": "2025-01-06", "uren_per_week": 18}],
        }
    )

    dagen = ("2025-01-06", "2025-02-03", "2025-03-01", "2025-03-02")
    assert [_euro(pad, dag) for dag in dagen] == ["3400.00", "4000.00", "4000.00", "2800.00"]


def test_een_loonstop_geeft_niets_en_een_opschorting_verandert_het_bedrag_niet() -> None:
    maatregelen = [
        {"soort": "stop", "grond": "c", "vanaf": "2026-03-09", "tot_en_met": "2026-03-13"},
        {"soort": "opschorting", "vanaf": "2026-04-01", "tot_en_met": "2026-04-03"},
    ]
    pad = _pad({**ZIEK, **VOLWASSEN, "loonmaatregelen": maatregelen})

    dagen = ("2026-03-08", "2026-03-09", "2026-03-13", "2026-03-14", "2026-04-01")
    assert [_euro(pad, dag) for dag in dagen] == ["2800.00", "0.00", "0.00", "2800.00", "2800.00"]
    assert len(_op(pad, "2026-04-01").uitleg) == len(_op(pad, "2026-04-04").uitleg) + 1


@pytest.mark.norm("BW7-629-3c", waar="poortnormen.loonregels.antwoord_op")
def test_wie_een_deel_van_het_passende_werk_weigert_krijgt_het_hele_loon_niet() -> None:
    dagen = {"vanaf": "2026-03-09", "tot_en_met": "2026-03-13"}
    geweigerd = _pad(
        {**ZIEK, **VOLWASSEN, "loonmaatregelen": [{"soort": "stop", "grond": "c", "geweigerde_uren": 4, **dagen}]}
    )
    anders = _pad({**ZIEK, **VOLWASSEN, "loonmaatregelen": [{"soort": "stop", "grond": "d", **dagen}]})

    assert (_euro(geweigerd, "2026-03-09"), _euro(anders, "2026-03-09")) == ("0.00", "0.00")
    assert _op(geweigerd, "2026-03-09").normen == ("BW7-629-3", "BW7-629-3c")
    assert _op(anders, "2026-03-09").normen == ("BW7-629-3",)


@pytest.mark.norm("BW7-629-7", waar="poortnormen.loonregels.antwoord_op")
@pytest.mark.parametrize(("is_op_tijd", "bedrag"), [(True, "0.00"), (None, "0.00"), (False, "2800.00")])
def test_een_loonstop_die_te_laat_is_gezegd_vervalt(*, is_op_tijd: bool | None, bedrag: str) -> None:
    maatregel = {"soort": "stop", "grond": "d", "vanaf": "2026-03-09", "tot_en_met": "2026-03-13"}
    wacht = {"soort": "opschorting", "vanaf": "2026-04-01", "tot_en_met": "2026-04-03"}
    gezegd = {} if is_op_tijd is None else {"is_loonmaatregel_zonder_uitstel_gemeld": is_op_tijd}
    pad = _pad({**ZIEK, **VOLWASSEN, "loonmaatregelen": [maatregel, wacht], **gezegd})

    assert [_euro(pad, dag) for dag in ("2026-03-08", "2026-03-09", "2026-03-14")] == ["2800.00", bedrag, "2800.00"]
    te_laat = [
        any("hoorde te laat" in u.sjabloon for u in _op(pad, dag).uitleg) for dag in ("2026-03-09", "2026-04-01")
    ]
    assert te_laat == [is_op_tijd is False] * 2
    assert not any("hoorde te laat" in u.sjabloon for u in _op(pad, "2026-03-20").uitleg)


def test_een_ander_loon_en_het_einde_van_het_contract_splitsen_het_pad() -> None:
    hoger = {**VIERDUIZEND, "vanaf": "2025-12-01", "loon_centen": 410000}
    einde = {"begin": "2020-01-01", "einde": "2026-01-31"}
    pad = _pad({**ZIEK, **VOLWASSEN, "loonafspraken": [VIERDUIZEND, hoger], "dienstverband": einde})

    assert [_euro(pad, dag) for dag in ("2025-11-30", "2025-12-01")] == ["2800.00", "2870.00"]
    assert pad.perioden[-1].tot_en_met == date(2026, 1, 31)


def test_een_loonsanctie_verlengt_het_pad_zonder_bodem() -> None:
    besluit = {"besluit_op": "2026-09-20", "is_loonsanctie": True}
    pad = _pad({**ZIEK, **VOLWASSEN, "wia_aanvraag_op": "2026-08-17", "toetsbesluit": besluit})

    assert pad.perioden[-1].tot_en_met == date(2027, 11, 1)
    assert _euro(pad, "2026-11-03") == "2800.00"


def test_zonder_loon_is_het_bedrag_leeg_en_zegt_het_pad_wat_ontbreekt() -> None:
    pad = _pad({"ziekmeldingen": ZIEK["ziekmeldingen"]})

    assert {(p.bedrag, p.per, p.ontbreekt) for p in pad.perioden} == {(None, None, ("loonafspraken",))}


def test_zonder_ziekmelding_is_er_geen_pad() -> None:
    pad = _pad({"loonafspraken": [VIERDUIZEND]})

    assert (pad.perioden, pad.ontbreekt) == ((), ("ziekmeldingen",))


@given(dossier=dossiers())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
def test_perioden_sluiten_aan_en_zijn_nooit_lager_dan_nul(dossier: Dossier) -> None:
    cat = catalogus()
    pad = loonpad(cat, cat.beoordeel(dossier, PEILDATUM, alleen=loonnormen(cat)))

    for periode in pad.perioden:
        assert periode.van <= periode.tot_en_met
        assert periode.bedrag is None or periode.bedrag.centen >= 0
    for eerste, tweede in pairwise(pad.perioden):
        assert tweede.van == eerste.tot_en_met + timedelta(days=1)


@given(dossier=dossiers())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
def test_het_pad_blijft_gelijk_tot_de_dag_van_houdbaarheid(dossier: Dossier) -> None:
    cat = catalogus()
    nu = loonpad(cat, cat.beoordeel(dossier, date(2025, 6, 1), alleen=loonnormen(cat)))
    tot = nu.houdbaar_tot or date(2029, 1, 1)

    later = loonpad(cat, cat.beoordeel(dossier, tot - timedelta(days=1), alleen=loonnormen(cat)))

    assert later.perioden == nu.perioden

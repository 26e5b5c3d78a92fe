"""De motor: hoe een uitkomst ontstaat uit feiten, waarden en andere uitkomsten, en hoe lang zij geldt."""

from datetime import date

import pytest
from proef import AOW, BRON, PEILDATUM, cat_van, feit, laatste, oordeel

from poortnormen.beoordeling import samenvatting
from poortnormen.bron import Inhoud
from poortnormen.catalogus import bouw, catalogus
from poortnormen.dossier import Dossier
from poortnormen.feiten.begeleiding import Advies
from poortnormen.feiten.verzuim import Ziekmelding
from poortnormen.norm import Bepaling
from poortnormen.tijd import Weken, dagen_later
from poortnormen.uitkomst import (
    FeitOntbreekt,
    Mist,
    NietGeldig,
    NietVanToepassing,
    Nvt,
    Onbekend,
    Tot,
    Uitkomst,
    Vastgesteld,
    WaardeOntbreekt,
    mist,
    nvt,
)
from poortnormen.waarden import Waardenreeks, lees_reeks


def aow_dag(*, aow_datum: date) -> date:
    """De AOW-dag."""
    return aow_datum


def later(*, aow_dag: date) -> date:
    """Een dag later."""
    return dagen_later(aow_dag, 1)


def leunt_op_later(*, later: date) -> date:
    """Wat later gaf."""
    return later


# --- feiten ---------------------------------------------------------------------------------------------------


def test_een_bekend_feit_geeft_een_vaststelling_met_wat_is_gebruikt() -> None:
    uitkomst = laatste(cat_van(aow_dag), feit("aow_datum", AOW))

    assert isinstance(uitkomst, Vastgesteld)
    assert (uitkomst.waarde, uitkomst.houdbaar_tot) == (AOW, None)
    assert uitkomst.uitleg.gegevens == {"aow_datum": AOW, "uitkomst": AOW}


def test_een_ontbrekend_feit_wordt_genoemd_ook_door_wie_erop_steunt() -> None:
    uitkomst = laatste(cat_van(aow_dag, later, leunt_op_later))

    assert isinstance(uitkomst, Onbekend)
    assert uitkomst.ontbreekt == ("aow_datum",)


def test_een_feit_dat_mag_ontbreken_is_leeg() -> None:
    def is_bekend(*, aow_datum: date | None) -> bool:
        return aow_datum is not None

    uitkomst = laatste(cat_van(is_bekend))

    assert isinstance(uitkomst, Vastgesteld)
    assert uitkomst.waarde is False


def test_een_feit_van_later_telt_nog_niet_en_bepaalt_de_houdbaarheid() -> None:
    def mogelijkheden(*, heeft_mogelijkheden: bool) -> bool:
        return heeft_mogelijkheden

    straks = feit("heeft_mogelijkheden", waarde=True, op=date(2025, 2, 1))
    nu = feit("heeft_mogelijkheden", waarde=False, op=date(2025, 1, 1))
    cat = cat_van(mogelijkheden)

    alleen_straks, allebei = laatste(cat, straks), laatste(cat, nu, straks)
    na = laatste(cat, nu, straks, peildatum=date(2025, 2, 1))

    assert isinstance(alleen_straks, Onbekend)
    assert alleen_straks.houdbaar_tot == date(2025, 2, 1)
    assert isinstance(allebei, Vastgesteld)
    assert (allebei.waarde, allebei.houdbaar_tot) == (False, date(2025, 2, 1))
    assert isinstance(na, Vastgesteld)
    assert (na.waarde, na.houdbaar_tot) == (True, None)


def test_per_onderdeel_een_uitkomst_en_zonder_onderdelen_geen() -> None:
    def is_nodig(*, advies: Advies) -> bool | Nvt:
        return nvt("zomaar") if not advies.is_bijstelling_nodig else True

    cat = cat_van(is_nodig, per="adviezen")
    adviezen = [
        feit("adviezen", Advies(gegeven_op=date(2025, 1, dag), is_bijstelling_nodig=nodig))
        for dag, nodig in ((10, True), (5, False), (20, True))
    ]

    leeg, gevuld = oordeel(cat), oordeel(cat, *adviezen)

    assert leeg.uitkomsten("PRF-1") == ()
    assert [(u.item, type(u)) for u in gevuld.uitkomsten("PRF-1")] == [("1", NietVanToepassing), ("2", Vastgesteld)]
    assert gevuld.houdbaar_tot == date(2025, 1, 20)


def test_wie_op_een_norm_per_onderdeel_steunt_krijgt_wat_is_vastgesteld() -> None:
    def dag_van(*, advies: Advies) -> date | Nvt:
        return advies.gegeven_op if advies.is_bijstelling_nodig else nvt("zomaar")

    def aantal(*, dag_van: tuple[date, ...]) -> int:
        return len(dag_van)

    bepalingen = [Bepaling("PRF-1", dag_van, "adviezen"), Bepaling("PRF-2", aantal, None)]
    normen = tuple(cat_van(aow_dag, later).normen.values())
    cat = bouw([Inhoud(BRON, normen, (), "proef")], bepalingen)
    adviezen = [
        feit("adviezen", Advies(gegeven_op=date(2025, 1, dag), is_bijstelling_nodig=nodig))
        for dag, nodig in ((5, False), (10, True))
    ]

    uitkomst = oordeel(cat, *adviezen).uitkomst("PRF-2")

    assert isinstance(uitkomst, Vastgesteld)
    assert uitkomst.waarde == 1


# --- antwoorden die geen waarde zijn --------------------------------------------------------------------------


def test_wat_niet_geldt_geldt_ook_niet_voor_wie_erop_steunt_met_dezelfde_reden() -> None:
    def aow_dag(*, aow_datum: date) -> date | Nvt:
        return nvt("zomaar", waarom=aow_datum)

    uitkomst = laatste(cat_van(aow_dag, later, leunt_op_later), feit("aow_datum", AOW))

    assert isinstance(uitkomst, NietVanToepassing)
    assert (uitkomst.norm, uitkomst.reden, uitkomst.sjabloon) == ("PRF-3", "zomaar", "Het geldt niet.")
    assert uitkomst.gebruikt["waarom"] == AOW


def test_wie_zonder_kan_krijgt_niets_van_een_norm_die_niet_geldt() -> None:
    def aow_dag(*, aow_datum: date) -> date | Nvt:
        return nvt("zomaar")

    def is_er(*, aow_dag: date | None) -> bool:
        return aow_dag is not None

    uitkomst = laatste(cat_van(aow_dag, is_er), feit("aow_datum", AOW))

    assert isinstance(uitkomst, Vastgesteld)
    assert uitkomst.waarde is False


def test_wie_zonder_kan_blijft_onbekend_als_de_ander_onbekend_is() -> None:
    """Onbekend is een antwoord: het wordt nooit stilzwijgend 'nee'."""

    def is_er(*, aow_dag: date | None) -> bool:
        return aow_dag is not None

    assert isinstance(laatste(cat_van(aow_dag, is_er)), Onbekend)


def test_wie_de_uitkomst_zelf_vraagt_ziet_ook_dat_zij_onbekend_is() -> None:
    def soort(*, aow_dag: Uitkomst) -> str:
        return type(aow_dag).__name__

    uitkomst = laatste(cat_van(aow_dag, soort))

    assert isinstance(uitkomst, Vastgesteld)
    assert uitkomst.waarde == "Onbekend"


def test_een_berekening_die_vastloopt_op_een_feit_wordt_onbekend() -> None:
    def loopt_vast(*, aow_datum: date | None) -> date:
        raise FeitOntbreekt("verloven")

    uitkomst = laatste(cat_van(loopt_vast))

    assert isinstance(uitkomst, Onbekend)
    assert uitkomst.ontbreekt == ("verloven",)


def test_een_berekening_die_vastloopt_op_een_waarde_is_niet_geldig() -> None:
    def loopt_vast(*, aow_datum: date | None) -> date:
        raise WaardeOntbreekt("gelijkgestelde_dagen")

    uitkomst = laatste(cat_van(loopt_vast))

    assert isinstance(uitkomst, NietGeldig)
    assert uitkomst.reden == "waarde_onbekend"


def test_mist_noemt_wat_het_bij_elk_antwoord_zou_worden() -> None:
    def hangt_ervan_af(*, heeft_mogelijkheden: bool | None) -> date | Mist:
        return mist("heeft_mogelijkheden", mogelijk=(("ja", AOW),), houdbaar_tot=date(2026, 1, 1))

    uitkomst = laatste(cat_van(hangt_ervan_af))

    assert isinstance(uitkomst, Onbekend)
    assert uitkomst.mogelijk == (("ja", AOW),)
    assert uitkomst.houdbaar_tot == date(2026, 1, 1)


def test_de_vroegste_houdbaarheid_telt() -> None:
    def tot_maart(*, peildatum: date, heeft_mogelijkheden: bool) -> Tot:
        return Tot(heeft_mogelijkheden, date(2025, 3, 1))

    def leunt(*, tot_maart: bool) -> bool:
        return tot_maart

    feiten = [
        feit("heeft_mogelijkheden", waarde=True, op=date(2025, 1, 1)),
        feit("heeft_mogelijkheden", waarde=False, op=date(2025, 4, 1)),
    ]

    uitkomst = laatste(cat_van(tot_maart, leunt), *feiten)

    assert uitkomst.houdbaar_tot == date(2025, 3, 1)


# --- geldigheid en waarden in de tijd -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("peildatum", "reden", "houdbaar_tot"),
    [
        (date(2019, 12, 31), "nog_niet", date(2020, 1, 1)),
        (date(2020, 1, 1), None, date(2026, 1, 1)),
        (date(2025, 12, 31), None, date(2026, 1, 1)),
        (date(2026, 1, 1), "niet_meer", None),
    ],
)
def test_een_norm_geldt_vanaf_en_tot(peildatum: date, reden: str | None, houdbaar_tot: date | None) -> None:
    cat = cat_van(aow_dag, geldig={"vanaf": date(2020, 1, 1), "tot": date(2026, 1, 1)})

    uitkomst = laatste(cat, feit("aow_datum", AOW), peildatum=peildatum)

    assert getattr(uitkomst, "reden", None) == reden
    assert isinstance(uitkomst, Vastgesteld if reden is None else NietGeldig)
    assert uitkomst.houdbaar_tot == houdbaar_tot


@pytest.mark.parametrize(
    ("aow", "soort"), [(date(2019, 12, 31), NietGeldig), (date(2020, 1, 1), Vastgesteld), (None, Onbekend)]
)
def test_een_norm_kan_gelden_naar_een_feit(aow: date | None, soort: type) -> None:
    cat = cat_van(aow_dag, geldig={"vanaf": date(2020, 1, 1), "naar": "aow_datum"})

    uitkomst = laatste(cat, *([] if aow is None else [feit("aow_datum", aow)]))

    assert isinstance(uitkomst, soort)


@pytest.mark.parametrize(
    ("aow", "soort"), [(date(2019, 12, 31), NietGeldig), (date(2020, 1, 1), Vastgesteld), (None, Onbekend)]
)
def test_een_norm_kan_gelden_naar_een_uitkomst(aow: date | None, soort: type) -> None:
    def iets(*, heeft_mogelijkheden: bool | None) -> bool:
        return bool(heeft_mogelijkheden)

    cat = cat_van(aow_dag, iets, geldig={"vanaf": date(2020, 1, 1), "naar": "aow_dag"})

    uitkomst = laatste(cat, *([] if aow is None else [feit("aow_datum", aow)]))

    assert isinstance(uitkomst, soort)


def _tarief() -> Waardenreeks:
    ruw = {
        "eenheid": "weken",
        "tot": date(2026, 1, 1),
        "waarden": [
            {"vanaf": date(2024, 1, 1), "waarde": 1, "zekerheid": "V"},
            {"vanaf": date(2025, 1, 1), "waarde": 2, "zekerheid": "V"},
        ],
    }
    return lees_reeks("tarief", "proef", ruw)


@pytest.mark.parametrize(
    ("peildatum", "waarde", "houdbaar_tot"),
    [
        (date(2023, 12, 31), None, date(2024, 1, 1)),
        (date(2024, 1, 1), Weken(1), date(2025, 1, 1)),
        (date(2024, 12, 31), Weken(1), date(2025, 1, 1)),
        (date(2025, 1, 1), Weken(2), date(2026, 1, 1)),
        (date(2025, 12, 31), Weken(2), date(2026, 1, 1)),
        (date(2026, 1, 1), None, None),
    ],
)
def test_een_waarde_geldt_op_haar_dag_en_daarbuiten_is_er_geen(
    peildatum: date, waarde: Weken | None, houdbaar_tot: date | None
) -> None:
    def geeft(*, tarief: Weken) -> Weken:
        return tarief

    uitkomst = laatste(cat_van(geeft, waarden=(_tarief(),)), peildatum=peildatum)

    assert uitkomst.houdbaar_tot == houdbaar_tot
    if waarde is None:
        assert isinstance(uitkomst, NietGeldig)
        assert uitkomst.reden == "waarde_onbekend"
    else:
        assert isinstance(uitkomst, Vastgesteld)
        assert uitkomst.waarde == waarde


@pytest.mark.parametrize(
    ("aow", "soort"), [(date(2024, 6, 1), Vastgesteld), (date(2027, 1, 1), NietGeldig), (None, Onbekend)]
)
def test_een_waarde_kan_gelden_naar_een_feit(aow: date | None, soort: type) -> None:
    def geeft(*, tarief: Weken) -> Weken:
        return tarief

    cat = cat_van(geeft, waarden=(_tarief(),), geldig={"naar": "aow_datum"})

    assert isinstance(laatste(cat, *([] if aow is None else [feit("aow_datum", aow)])), soort)


def test_een_hele_reeks_kan_ook() -> None:
    def hoeveel(*, tarief: Waardenreeks) -> int:
        return len(tarief.rijen)

    uitkomst = laatste(cat_van(hoeveel, waarden=(_tarief(),)))

    assert isinstance(uitkomst, Vastgesteld)
    assert (uitkomst.waarde, uitkomst.houdbaar_tot) == (2, None)


# --- een deel beoordelen, en de bon ---------------------------------------------------------------------------


def test_alleen_het_gevraagde_met_wat_het_nodig_heeft() -> None:
    def ander(*, geboortedatum: date) -> date:
        return geboortedatum

    cat = cat_van(aow_dag, ander, later)
    dossier = Dossier(kenmerk="proef", feiten=(feit("aow_datum", AOW, id="a"),))

    assert set(cat.beoordeel(dossier, PEILDATUM, alleen=["PRF-3"]).reeksen) == {"PRF-1", "PRF-3"}


def test_een_deel_geeft_dezelfde_uitkomsten_als_het_geheel() -> None:
    cat = catalogus()
    dossier = Dossier(
        kenmerk="proef", feiten=(feit("ziekmeldingen", Ziekmelding(eerste_ziektedag=date(2024, 3, 1)), id="a"),)
    )
    heel = cat.beoordeel(dossier, PEILDATUM)

    for norm_id in ("PRG-4-2b-2", "WIA-25-3", "ZW-38-1"):
        deel = cat.beoordeel(dossier, PEILDATUM, alleen=[norm_id])
        assert deel.uitkomsten(norm_id) == heel.uitkomsten(norm_id)


def test_de_bon_noemt_per_norm_kort_wat_eruit_kwam() -> None:
    def niet(*, aow_dag: date) -> date | Nvt:
        return nvt("zomaar")

    def ooit(*, aow_dag: date) -> date:
        return aow_dag

    cat = cat_van(aow_dag, niet, ooit, geldig={"vanaf": date(2026, 1, 1)})
    beoordeling = oordeel(cat, feit("aow_datum", AOW))

    assert samenvatting(beoordeling) == {
        "PRF-1": [{"vastgesteld": "2030-05-01"}],
        "PRF-2": [{"niet_van_toepassing": "zomaar"}],
        "PRF-3": [{"niet_geldig": "nog_niet", "houdbaar_tot": "2026-01-01"}],
    }
    assert samenvatting(oordeel(cat))["PRF-1"] == [{"onbekend": ["aow_datum"]}]


def test_bij_een_uitkomst_zijn_de_vastgelegde_feiten_te_vinden() -> None:
    beoordeling = oordeel(cat_van(aow_dag), feit("aow_datum", AOW, id="bron"))

    assert [bron.id for bron in beoordeling.feiten_van(beoordeling.uitkomst("PRF-1"))] == ["bron"]

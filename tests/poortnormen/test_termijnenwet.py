"""De Algemene termijnenwet: feestdagen, verschuiven, aanvullen, en welke norm wel en niet verschuift."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poortnormen.catalogus import Catalogus, catalogus
from poortnormen.dossier import Dossier
from poortnormen.norm import Aard, Hardheid, Norm, Telrichting
from poortnormen.termijnregels import Termijnregels
from poortnormen.tijd import Dagen, Duur, Jaren, Maanden, Termijnkalender, Weken
from poortnormen.uitkomst import Vastgesteld, WaardeOntbreekt

FEESTDAGEN_2026 = Path(__file__).parent / "gegevens" / "feestdagen_2026.toml"


def _waarde(norm_id: str) -> object:
    uitkomst = catalogus().beoordeel(Dossier(kenmerk="leeg"), date(2026, 1, 1), alleen=[norm_id]).uitkomst(norm_id)
    assert isinstance(uitkomst, Vastgesteld)
    assert uitkomst.houdbaar_tot is None
    return uitkomst.waarde


@pytest.fixture(scope="module")
def kalender() -> Termijnkalender:
    waarde = _waarde("ATW-3-1")
    assert isinstance(waarde, Termijnkalender)
    return waarde


@pytest.fixture(scope="module")
def regels() -> Termijnregels:
    waarde = _waarde("ATW-1-1")
    assert isinstance(waarde, Termijnregels)
    return waarde


def feestdagen(kalender: Termijnkalender, jaar: int) -> set[date]:
    """Elke dag van een jaar die volgens de kalender een feestdag is."""
    begin = date(jaar, 1, 1)
    dagen = (begin + timedelta(days=nummer) for nummer in range((date(jaar + 1, 1, 1) - begin).days))
    return {dag for dag in dagen if kalender.feestdag_op(dag) is not None}


# --- feestdagen -----------------------------------------------------------------------------------------------


@pytest.mark.norm("ATW-3-1", waar="poortnormen.bronnen.termijnenwet.regels.kalender")
def test_de_feestdagen_van_2026_zijn_precies_die_van_de_wet_en_de_besluiten(kalender: Termijnkalender) -> None:
    verwacht = {rij["datum"] for rij in tomllib.loads(FEESTDAGEN_2026.read_text(encoding="utf-8"))["dagen"]}

    assert feestdagen(kalender, 2026) == verwacht


@pytest.mark.norm("ATW-3-1", waar="poortnormen.bronnen.termijnenwet.regels.kalender")
@pytest.mark.parametrize(
    ("dag", "is_feestdag"),
    [
        (date(2025, 4, 26), True),  # Koningsdag, want de 27e is een zondag
        (date(2025, 4, 27), False),
        (date(2026, 4, 27), True),
        (date(2026, 4, 26), False),
        (date(2024, 5, 5), True),  # ook als de werkgever geen vrij geeft
        (date(2026, 5, 5), True),
        (date(2026, 12, 31), False),
        (date(2026, 4, 5), False),  # eerste paasdag is al een zondag
        (date(2026, 4, 3), True),  # Goede Vrijdag
    ],
)
def test_grenzen_van_de_feestdagen(kalender: Termijnkalender, dag: date, *, is_feestdag: bool) -> None:
    assert (kalender.feestdag_op(dag) is not None) is is_feestdag


@pytest.mark.parametrize("jaar", range(2014, 2051))
def test_een_ander_rekenprogramma_kent_dezelfde_feestdagen(kalender: Termijnkalender, jaar: int) -> None:
    """Dat programma kent zondagen als paasdag, en 5 mei als vrije dag alleen om de vijf jaar (anders: optioneel)."""
    anders = holidays.country_holidays("NL", years=jaar, categories=("public", "optional"))
    zondagen = {dag for dag in anders if dag.isoweekday() == 7}
    losse_dagen = {feestdag.dag for feestdag in kalender.gelijkgesteld}

    eigen = feestdagen(kalender, jaar) - losse_dagen

    assert {dag for dag in eigen if dag.isoweekday() != 7} == set(anders) - zondagen
    assert date(jaar, 5, 5) in eigen


@pytest.mark.norm("ATW-3-3", waar="poortnormen.bronnen.termijnenwet.regels.gelijkstelling")
def test_een_gelijkgestelde_dag_telt_niet_als_werkdag_en_zegt_hoe_zeker_dat_is(regels: Termijnregels) -> None:
    verschuiving = regels.verschuif(date(2026, 5, 14))

    assert verschuiving.naar == date(2026, 5, 18)
    assert [(feestdag.dag, feestdag.zekerheid) for feestdag in verschuiving.overgeslagen] == [
        (date(2026, 5, 14), ""),
        (date(2026, 5, 15), "S"),
    ]


@pytest.mark.norm("ATW-3-3", waar="poortnormen.bronnen.termijnenwet.regels.gelijkstelling")
@pytest.mark.parametrize("dag", [date(2029, 1, 2), date(2011, 1, 3), date(2021, 12, 31)])
def test_buiten_de_nagezochte_jaren_is_een_werkdag_niet_zeker(regels: Termijnregels, dag: date) -> None:
    with pytest.raises(WaardeOntbreekt):
        regels.verschuif(dag)


@pytest.mark.parametrize("dag", [date(2022, 1, 3), date(2028, 12, 29), date(2010, 12, 31)])
def test_binnen_de_nagezochte_jaren_is_een_werkdag_zeker(regels: Termijnregels, dag: date) -> None:
    assert not regels.verschuif(dag).is_verschoven


# --- verschuiven en aanvullen ---------------------------------------------------------------------------------


@pytest.mark.norm("ATW-1-1", waar="poortnormen.termijnregels.Termijnregels.verschuif")
@pytest.mark.parametrize(
    ("dag", "naar"),
    [
        (date(2026, 3, 4), date(2026, 3, 4)),  # een woensdag blijft
        (date(2026, 3, 6), date(2026, 3, 6)),  # een vrijdag blijft
        (date(2026, 3, 7), date(2026, 3, 9)),  # zaterdag
        (date(2026, 3, 8), date(2026, 3, 9)),  # zondag
        (date(2026, 4, 4), date(2026, 4, 7)),  # zaterdag voor Pasen: over tweede paasdag heen
        (date(2026, 12, 25), date(2026, 12, 28)),
    ],
)
def test_een_laatste_dag_schuift_naar_de_eerstvolgende_werkdag(regels: Termijnregels, dag: date, naar: date) -> None:
    assert regels.verschuif(dag).naar == naar


@pytest.mark.norm("ATW-2-1", waar="poortnormen.termijnregels.Termijnregels.laatste_dag")
@pytest.mark.parametrize(
    ("na", "termijn", "laatste_dag"),
    [
        (date(2026, 5, 23), Dagen(3), date(2026, 5, 27)),  # alleen de dinsdag na Pinksteren telde
        (date(2026, 3, 2), Dagen(3), date(2026, 3, 5)),  # drie werkdagen: geen verschil
        (date(2026, 5, 23), Dagen(2), date(2026, 5, 26)),  # korter dan drie dagen: alleen opschuiven
        (date(2026, 3, 6), Dagen(3), date(2026, 3, 10)),  # einde op maandag, en dat is de enige werkdag
        (date(2026, 2, 2), Weken(2), date(2026, 2, 16)),
    ],
)
def test_in_een_termijn_zitten_minstens_twee_werkdagen(
    regels: Termijnregels, na: date, termijn: Dagen | Weken, laatste_dag: date
) -> None:
    assert regels.laatste_dag(na=na, termijn=termijn) == laatste_dag


@pytest.mark.norm("ATW-4-a", waar="poortnormen.termijnregels.Termijngrens.omvat")
@pytest.mark.parametrize(
    ("termijn", "schuift"),
    [
        (Weken(12), True),
        (Weken(13), False),
        (Dagen(90), True),
        (Dagen(91), False),
        (Maanden(3), True),
        (Maanden(4), False),
        (Jaren(1), False),
    ],
)
def test_een_lange_termijn_valt_buiten_de_wet(regels: Termijnregels, termijn: Duur, *, schuift: bool) -> None:
    assert regels.grens.omvat(termijn) is schuift


@pytest.mark.norm("ATW-4-a", waar="poortnormen.termijnregels.Termijnregels.laatste_dag")
def test_twaalf_weken_tot_een_zaterdag_schuift_en_dertien_niet(regels: Termijnregels) -> None:
    zaterdag = date(2026, 1, 10)

    assert regels.laatste_dag(na=zaterdag, termijn=Weken(12)) == date(2026, 4, 7)
    assert regels.laatste_dag(na=zaterdag, termijn=Weken(13)) == date(2026, 4, 11)


@given(na=st.dates(date(2022, 1, 1), date(2028, 9, 1)), termijn=st.integers(1, 90).map(Dagen))
def test_een_verschoven_dag_is_een_werkdag_en_ligt_nooit_eerder(na: date, termijn: Dagen) -> None:
    regels = _waarde("ATW-1-1")
    assert isinstance(regels, Termijnregels)

    dag = regels.laatste_dag(na=na, termijn=termijn)

    assert regels.kalender.is_werkdag(dag)
    assert 0 <= (dag - na).days - termijn.dagen <= 6


# --- welke norm schuift ---------------------------------------------------------------------------------------


@pytest.mark.norm("ATW-1-2", waar="poortnormen.bronnen.termijnenwet.regels.telrichtingen_die_schuiven")
@pytest.mark.parametrize(
    ("telrichting", "schuift"), [(Telrichting.VOORUIT, True), (Telrichting.TERUG, False), (Telrichting.DUUR, False)]
)
def test_alleen_een_termijn_die_vooruit_loopt_schuift(
    regels: Termijnregels, telrichting: Telrichting, *, schuift: bool
) -> None:
    geldt = regels.geldt_voor(aard=Aard.WET, hardheid=Hardheid.WETTELIJK, telrichting=telrichting, termijn=Weken(3))

    assert geldt is schuift


@pytest.mark.norm("ATW-5-1", waar="poortnormen.bronnen.termijnenwet.regels.bronnen_die_schuiven")
@pytest.mark.parametrize("aard", list(Aard))
def test_alleen_een_termijn_uit_wet_of_amvb_schuift(regels: Termijnregels, aard: Aard) -> None:
    geldt = regels.geldt_voor(aard=aard, hardheid=Hardheid.WETTELIJK, telrichting=Telrichting.VOORUIT, termijn=Weken(3))

    assert geldt is (aard in {Aard.WET, Aard.AMVB})


def test_een_termijn_die_alleen_beleid_is_schuift_niet(regels: Termijnregels) -> None:
    assert not regels.geldt_voor(
        aard=Aard.WET, hardheid=Hardheid.BELEID, telrichting=Telrichting.VOORUIT, termijn=Weken(1)
    )


def _termijn(cat: Catalogus, norm: Norm) -> Duur | None:
    """De lengte van de termijn: de genoemde waarde, of anders de enige duur in de uitwerking die van deze norm is."""
    if norm.termijn:
        duur = cat.waarden[norm.termijn].rijen[0].waarde
        assert isinstance(duur, Duur)
        return duur
    uitwerking = cat.uitwerkingen.get(norm.gelijk_aan or norm.id)
    argumenten = () if uitwerking is None else uitwerking.argumenten
    duren = [
        rij.waarde
        for argument in argumenten
        if argument.reeks is not None and argument.reeks.norm == norm.id
        for rij in argument.reeks.rijen[:1]
        if isinstance(rij.waarde, Duur)
    ]
    assert len(duren) <= 1, f"{norm.id} heeft meer dan een termijn; noem de bedoelde in 'termijn'."
    return duren[0] if duren else None


def _met_schuift() -> list[str]:
    return [norm.id for norm in catalogus().normen.values() if norm.schuift is not None]


@pytest.mark.norm("ATW-4-a", waar="poortnormen.termijnregels.Termijnregels.geldt_voor")
@pytest.mark.parametrize("norm_id", _met_schuift())
def test_wat_een_norm_over_schuiven_zegt_klopt_met_de_wet(regels: Termijnregels, norm_id: str) -> None:
    cat = catalogus()
    norm = cat.normen[norm_id]

    geldt = regels.geldt_voor(
        aard=cat.bronnen[norm.bron].aard,
        hardheid=norm.hardheid,
        telrichting=norm.telrichting,
        termijn=_termijn(cat, norm),
    )

    assert geldt is norm.schuift

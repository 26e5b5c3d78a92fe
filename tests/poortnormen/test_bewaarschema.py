"""Het bewaarschema: vanaf welke dag een deel weg moet, met de grenzen aan weerszijden."""

from datetime import date

import pytest

from poortnormen.bewaarschema import (
    Bewaaroordeel,
    bewaaroordeel,
    bewaarschema,
    blokkade_opnieuw_bekijken_op,
    eerste_dag_die_blijft,
    gewone_termijn,
)
from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, Feit
from poortnormen.feiten.bewaren import Bewaarblokkade
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.tijd import Jaren, dagen_later
from poortnormen.uitkomst import Vastgesteld

UIT_DIENST = Dienstverband(begin=date(2010, 1, 1), einde=date(2026, 6, 30))
GEEN_ERD = {"is_eigenrisicodrager": False, "is_eigenrisicodrager_wga": False}


def oordeel(
    feiten: dict[str, object], onderdeel: str = "re_integratie", eigen: int | None = None, op: date = date(2028, 7, 1)
) -> Bewaaroordeel:
    dossier = Dossier(
        kenmerk="x",
        feiten=tuple(
            Feit(naam=naam, waarde=waarde, vastgelegd_op=date(2020, 1, 1), gever="werkgever", id=str(nummer))
            for nummer, (naam, waarde) in enumerate(feiten.items())
        ),
    )
    beoordeling = catalogus().beoordeel(dossier, op)
    termijn = None if eigen is None else Jaren(eigen)
    return bewaaroordeel(catalogus(), beoordeling, onderdeel, eigen_termijn=termijn)


def test_de_dag_na_de_laatste_dag_moet_het_weg_en_geen_dag_eerder():
    gevonden = oordeel({"dienstverband": UIT_DIENST, **GEEN_ERD})
    assert (gevonden.norm, gevonden.weg_vanaf) == ("AVG-AP-8", date(2028, 7, 1))
    assert gevonden.moet_weg(date(2028, 7, 1))
    assert not gevonden.moet_weg(date(2028, 6, 30))


def test_zonder_begin_is_de_dag_onbekend_en_gaat_er_niets_weg():
    gevonden = oordeel(GEEN_ERD)
    assert (gevonden.weg_vanaf, gevonden.ontbreekt) == (None, ("dienstverband",))
    assert not gevonden.moet_weg(date.max)


def test_een_dienstverband_dat_loopt_houdt_het_dossier():
    gevonden = oordeel({"dienstverband": Dienstverband(begin=date(2010, 1, 1)), **GEEN_ERD})
    assert (gevonden.weg_vanaf, gevonden.ontbreekt) == (None, ())


def test_de_eigenrisicodrager_bewaart_langer_maar_nooit_korter_dan_gewoon():
    erd = {"is_eigenrisicodrager": True, "is_eigenrisicodrager_wga": False}
    langer = oordeel({"dienstverband": UIT_DIENST, **erd, "begin_bewaartermijn_eigenrisico": date(2026, 6, 30)})
    assert (langer.norm, langer.weg_vanaf) == ("AVG-AP-9", date(2031, 7, 1))
    vroeg = oordeel({"dienstverband": UIT_DIENST, **erd, "begin_bewaartermijn_eigenrisico": date(2020, 6, 30)})
    assert (vroeg.norm, vroeg.weg_vanaf) == ("AVG-AP-8", date(2028, 7, 1))


def test_wie_niet_weet_of_er_eigen_risico_is_krijgt_de_gewone_termijn_en_een_vraag():
    gevonden = oordeel({"dienstverband": UIT_DIENST})
    assert (gevonden.weg_vanaf, gevonden.na_te_gaan) == (date(2028, 7, 1), ("is_eigenrisicodrager_wga",))


@pytest.mark.parametrize(("jaren", "weg_vanaf"), [(1, date(2027, 7, 1)), (2, date(2028, 7, 1)), (3, date(2029, 7, 1))])
def test_een_eigen_termijn_telt_vanaf_hetzelfde_begin(jaren: int, weg_vanaf: date):
    assert oordeel({"dienstverband": UIT_DIENST, **GEEN_ERD}, eigen=jaren).weg_vanaf == weg_vanaf


def test_een_conflict_gaat_voor_een_kortere_eigen_termijn():
    blokkade = {"bewaarblokkades": Bewaarblokkade(vanaf=date(2027, 1, 10), tot=date(2029, 3, 2))}
    assert oordeel({"dienstverband": UIT_DIENST, **GEEN_ERD, **blokkade}, eigen=1).weg_vanaf == date(2029, 3, 2)
    lopend = {"bewaarblokkades": Bewaarblokkade(vanaf=date(2027, 1, 10))}
    assert oordeel({"dienstverband": UIT_DIENST, **GEEN_ERD, **lopend}, eigen=1).weg_vanaf is None


def test_het_medisch_dossier_gaat_twintig_jaar_na_de_laatste_wijziging_weg():
    gevonden = oordeel({"medisch_dossier_gewijzigd_op": date(2006, 3, 10)}, "medisch", op=date(2026, 3, 11))
    assert (gevonden.norm, gevonden.weg_vanaf) == ("BW7-454-3", date(2026, 3, 11))
    assert not gevonden.moet_weg(date(2026, 3, 10))


@pytest.mark.parametrize(
    ("onderdeel", "mag"),
    [("re_integratie", (True, True)), ("medisch", (False, True)), ("logboek", (False, False))],
)
def test_alleen_waar_de_wet_het_laat_mag_een_organisatie_afwijken(onderdeel: str, mag: tuple[bool, bool]):
    regel, gewoon = bewaarschema()[onderdeel], gewone_termijn(catalogus(), onderdeel, date(2026, 1, 1))
    assert regel.mag_worden(gewoon, gewoon=gewoon)
    assert tuple(regel.mag_worden(Jaren(gewoon.aantal + stap), gewoon=gewoon) for stap in (-1, 1)) == mag


def test_elk_deel_heeft_een_norm_en_een_termijn_uit_de_catalogus():
    for regel in bewaarschema().values():
        assert catalogus().uitgewerkt(regel.norm)
        assert catalogus().waarden[regel.termijn].norm == regel.norm
        assert not regel.voorrang or catalogus().uitgewerkt(regel.voorrang)


@pytest.mark.parametrize(
    ("peildatum", "eerste"),
    [
        (date(2031, 3, 10), date(2026, 3, 10)),
        (date(2031, 3, 11), date(2026, 3, 11)),
        (date(2029, 2, 28), date(2024, 2, 28)),
        (date(2029, 3, 1), date(2024, 2, 29)),
        (date(2029, 3, 2), date(2024, 3, 2)),
        (date(2028, 2, 29), date(2023, 3, 1)),
    ],
)
def test_van_welke_dag_de_regels_in_het_logboek_nog_blijven(peildatum: date, eerste: date):
    assert eerste_dag_die_blijft(catalogus(), peildatum) == eerste
    for dag, blijft in ((eerste, True), (dagen_later(eerste, -1), False)):
        laatste = (
            catalogus()
            .beoordeel(
                Dossier(
                    kenmerk="x", feiten=(Feit(naam="logregel_op", waarde=dag, vastgelegd_op=dag, gever="werkgever"),)
                ),
                peildatum,
            )
            .uitkomst("AVG-LOG-1")
        )
        assert isinstance(laatste, Vastgesteld)
        assert (laatste.waarde >= peildatum) is blijft


@pytest.mark.parametrize(
    ("laatst", "weer"),
    [
        (date(2026, 1, 10), date(2026, 7, 10)),
        (date(2026, 8, 30), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
    ],
)
def test_een_half_jaar_na_de_laatste_keer_wordt_vasthouden_opnieuw_bekeken(laatst: date, weer: date):
    assert blokkade_opnieuw_bekijken_op(catalogus(), laatst) == weer

"""De stand in het kort: het zwakste punt, het kantelpunt en het risico op langer loon, met de hand uitgerekend."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, Feit, lees_dossier
from poortnormen.feiten.loon import Loonafspraak, Loontijdvak
from poortnormen.feiten.uwv import Herstelbesluit
from poortnormen.geld import Bedrag
from poortnormen.kortbeeld import Kortbeeld, kortbeeld
from poortnormen.stand import stand, standnormen
from poortnormen.tijd import Weken
from poortnormen.tijdlijn import tijdlijn

VOORBEELDEN = Path(__file__).resolve().parents[2] / "voorbeelden"
DAG = date(2026, 11, 24)


def lees(naam: str) -> Dossier:
    return lees_dossier((VOORBEELDEN / f"{naam}.json").read_bytes())


def kort(dossier: Dossier, peildatum: date = DAG) -> Kortbeeld:
    regels = catalogus()
    beoordeling = regels.beoordeel(dossier, peildatum, alleen=standnormen(regels))
    return kortbeeld(regels, beoordeling, stand(beoordeling, tijdlijn(regels, beoordeling)))


def loon(centen: int, per: Loontijdvak) -> Feit:
    afspraak = Loonafspraak(vanaf=date(2025, 1, 1), loon_centen=centen, per=per, uren_per_week=Fraction(36))
    return Feit(naam="loonafspraken", waarde=afspraak, vastgelegd_op=date(2025, 1, 1), gever="werkgever", id="loon")


@pytest.mark.parametrize(
    ("naam", "norm"),
    [
        ("spoor-2-vergeten", "BKP-9-12"),  # het eerste tekort in de volgorde van de bron
        ("contract-eindigt-te-weinig-gedaan", "BKP-4c-04"),
        ("te-weinig-gedaan", "BKP-3-17"),  # alleen over het geheel geoordeeld
        ("verslag-niet-aangevuld", "PRG-6-1j"),
        ("partijen-oneens", "BKP-3-17"),
        ("alleen-ziekmelding", "BKP-3-27"),
        ("spoor-2-zonder-baan", None),
        ("zeventig-procent", None),
    ],
)
def test_het_zwakste_punt_is_zo_diep_als_de_antwoorden_reiken(naam: str, norm: str | None) -> None:
    zwakste = kort(lees(naam)).zwakste
    assert (zwakste and zwakste.norm) == norm


@pytest.mark.parametrize(
    ("naam", "dag"),
    [
        ("week-om-aan-te-vullen", date(2026, 11, 25)),  # de laatste dag om aan te vullen
        ("spoor-2-vergeten", date(2027, 1, 10)),  # de laatste dag waarop UWV kan beslissen
        ("geen-kans-gemist", date(2027, 1, 11)),  # de dag erna hangt het van het besluit af
    ],
)
def test_het_kantelpunt_is_de_eerste_dag_waarop_iets_anders_wordt_of_niet_meer_helpt(naam: str, dag: date) -> None:
    assert kort(lees(naam)).kantelpunt == dag


@pytest.mark.parametrize(
    ("peildatum", "minstens"),
    [
        (date(2026, 11, 8), 0),  # 63 dagen voor de laatste dag zonder sanctie (10 januari 2027)
        (date(2026, 11, 9), 1),
        (date(2026, 11, 24), 3),  # nog 47 dagen; 63 min 47 is 16 dagen
        (date(2027, 1, 10), 9),
    ],
)
def test_wie_vandaag_herstel_meldt_betaalt_minstens_zoveel_weken(peildatum: date, minstens: int) -> None:
    risico = kort(lees("te-weinig-gedaan"), peildatum).loonrisico
    assert risico is not None
    assert (risico.minstens, risico.hoogstens, risico.eerste_dag) == (Weken(minstens), Weken(52), date(2027, 1, 11))


@pytest.mark.parametrize(
    ("centen", "per", "per_week"),
    [
        (300_000, Loontijdvak.MAAND, 48_462),  # 3.000 x 12 / 52 x 70% = 484,615...
        (280_000, Loontijdvak.VIER_WEKEN, 49_000),
        (70_000, Loontijdvak.WEEK, 49_000),
    ],
)
def test_het_loon_van_een_week_is_zeventig_procent(centen: int, per: Loontijdvak, per_week: int) -> None:
    risico = kort(lees("te-weinig-gedaan").met(loon(centen, per))).loonrisico
    assert risico is not None
    assert risico.per_week == Bedrag(per_week)
    assert risico.bedragen == (Bedrag(3 * per_week), Bedrag(52 * per_week))
    assert len(risico.aannames) == 3


def test_zonder_loon_is_er_geen_bedrag() -> None:
    risico = kort(lees("te-weinig-gedaan")).loonrisico
    assert risico is not None
    assert (risico.per_week, risico.bedragen, len(risico.aannames)) == (None, None, 2)


def test_zonder_dienstverband_is_er_verhaal_van_ziekengeld_en_geen_loon() -> None:
    """Het contract eindigde op 31 oktober 2026; UWV kan hoogstens 52 weken verhalen."""
    risico = kort(lees("contract-eindigt-te-weinig-gedaan")).loonrisico
    assert risico is not None
    assert (risico.eerste_dag, risico.hoogstens, risico.per_week) == (date(2026, 11, 1), Weken(52), None)


@pytest.mark.parametrize("naam", ["spoor-2-zonder-baan", "zeventig-procent", "henk", "geen-tweede-traject"])
def test_zonder_sanctie_is_er_geen_risico(naam: str) -> None:
    assert kort(lees(naam)).loonrisico is None


def test_zonder_ziekmelding_valt_over_de_duur_niets_te_zeggen() -> None:
    assert kort(Dossier(kenmerk="leeg")).loonrisico is None


@pytest.mark.parametrize(
    ("peildatum", "weken", "tot_en_met"),
    [
        (date(2026, 4, 15), (3, 52), None),  # de dag voor het besluit: wat een sanctie zou kosten
        (date(2026, 4, 16), (3, 52), date(2027, 5, 30)),  # vanaf het besluit: de sanctie die er is
        (date(2026, 11, 24), (35, 52), date(2027, 5, 30)),
        (date(2027, 5, 30), (52, 52), date(2027, 5, 30)),
        (date(2027, 5, 31), None, None),  # voorbij: een tweede komt er niet
    ],
)
def test_een_opgelegde_loonsanctie_is_geen_verwachting_meer(
    peildatum: date, weken: tuple[int, int] | None, tot_en_met: date | None
) -> None:
    risico = kort(lees("na-loonsanctie"), peildatum).loonrisico
    assert (risico and (risico.minstens.aantal, risico.hoogstens.aantal)) == weken
    assert (risico and risico.tot_en_met) == tot_en_met


def test_hersteld_binnen_een_jaar_duurt_de_loonsanctie_korter_dan_52_weken() -> None:
    besluit = Herstelbesluit(verzoek_ontvangen_op=date(2026, 10, 19), besluit_op=date(2026, 11, 9), is_hersteld=True)
    feit = Feit(naam="herstelbesluiten", waarde=besluit, vastgelegd_op=date(2026, 11, 9), gever="uwv", id="hersteld")
    risico = kort(lees("na-loonsanctie").met(feit)).loonrisico
    assert risico is not None
    assert risico.tot_en_met == date(2026, 12, 21)  # zes weken na 9 november
    assert (risico.eerste_dag, risico.hoogstens) == (date(2026, 6, 1), Weken(30))  # 204 dagen

"""The 104-week line: nothing collides, everything stands where its day is, and it says in words what it shows."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from poortnormen.uitkomst import Stand
from poortwijzer.dossiers.beelden import Periodebeeld, Periodesoort
from poortwijzer.web.lijn import RIJ, TEKENBREEDTE, Punt, liggend, punten, staand
from poortwijzer.web.verloop import treden

BEGIN = date(2025, 1, 6)
EINDE = BEGIN + timedelta(days=727)
VANDAAG = BEGIN + timedelta(days=300)

dagen = st.integers(min_value=0, max_value=727)
teksten = st.text(alphabet="abcdefghij ", min_size=1, max_size=30)
momenten = st.lists(
    st.builds(lambda dag, tekst: Punt(dag=BEGIN + timedelta(days=dag), tekst=tekst, soort="open"), dagen, teksten),
    max_size=30,
).map(lambda lijst: sorted(lijst, key=lambda punt: punt.dag))


@dataclass(frozen=True)
class Nepmoment:
    """The part of a moment that the picture looks at."""

    naam: str
    uiterste_dag: date | None
    status: Stand
    gedaan_op: date | None = None


@dataclass(frozen=True)
class Nepbeeld:
    moment: Nepmoment


@given(momenten)
def test_teksten_liggen_nooit_over_elkaar_en_geen_paal_gaat_door_een_tekst(lijst: list[Punt]):
    merken = liggend(BEGIN, EINDE, VANDAAG, lijst, ()).merken

    for merk in merken:
        links, rechts = merk.tekst_x, merk.tekst_x + len(merk.tekst) * TEKENBREEDTE
        for ander in merken:
            if ander is merk:
                continue
            overlapt = ander.tekst_x < rechts and links < ander.tekst_x + len(ander.tekst) * TEKENBREEDTE
            assert not (overlapt and ander.label == merk.label), "two texts"
            assert not (links < ander.plek < rechts and ander.label > merk.label), "a pole through a text"


@given(momenten)
def test_alles_past_in_de_tekening(lijst: list[Punt]):
    tekening = liggend(BEGIN, EINDE, VANDAAG, lijst, ())

    for merk in tekening.merken:
        assert 0 <= merk.plek <= tekening.einde
        assert merk.tekst_x + len(merk.tekst) * TEKENBREEDTE <= tekening.breed
        assert tekening.as_ - merk.label >= 12


@given(momenten)
def test_rechtop_staan_de_teksten_onder_elkaar_en_blijven_in_beeld(lijst: list[Punt]):
    tekening = staand(BEGIN, EINDE, VANDAAG, lijst, ())

    labels = [merk.label for merk in tekening.merken]
    assert all(onder - boven >= RIJ for boven, onder in pairwise(labels))
    assert all(0 < label < tekening.hoog for label in labels)


def test_rechtop_staat_week_0_bovenaan_en_vandaag_tussen_de_momenten():
    later = Punt(dag=EINDE, tekst="einde", soort="open")

    tekening = staand(BEGIN, EINDE, VANDAAG, [later], ())

    assert [merk.soort for merk in tekening.merken] == ["nu", "open"]
    assert tekening.strepen[0].plek < tekening.strepen[-1].plek


def test_momenten_op_dezelfde_dag_worden_een_merk_en_wat_niet_geldt_staat_er_niet():
    dag = BEGIN + timedelta(days=42)
    beelden = [
        Nepbeeld(Nepmoment("Probleemanalyse", dag, Stand.OPEN)),
        Nepbeeld(Nepmoment("Melding", dag, Stand.OPEN)),
        Nepbeeld(Nepmoment("Nooit", dag, Stand.NIET_VAN_TOEPASSING)),
        Nepbeeld(Nepmoment("Zonder dag", None, Stand.ONBEKEND)),
    ]

    assert punten(beelden) == (Punt(dag=dag, tekst="Probleemanalyse en 1 meer", soort="open"),)  # type: ignore[arg-type]  # stand-ins


def test_wat_is_gedaan_staat_op_de_dag_waarop_het_is_gedaan():
    gedaan = BEGIN + timedelta(days=30)
    beeld = Nepbeeld(Nepmoment("Plan", BEGIN + timedelta(days=56), Stand.OP_TIJD, gedaan))

    assert punten([beeld])[0].dag == gedaan  # type: ignore[arg-type]  # a stand-in


def test_na_het_einde_is_er_geen_vandaag():
    tekening = liggend(BEGIN, EINDE, EINDE + timedelta(days=1), (), ())

    assert tekening.nu is None


ZIEK = Periodebeeld(soort=Periodesoort.ZIEK, vanaf=BEGIN, tot_en_met=None)
HALF = Periodebeeld(
    soort=Periodesoort.HERVATTING, vanaf=BEGIN + timedelta(days=100), tot_en_met=None, uren_pct=Decimal(50)
)


def test_hervatten_maakt_het_vlak_lager_en_herstel_maakt_het_leeg():
    hersteld = Periodebeeld(soort=Periodesoort.HERSTELD, vanaf=BEGIN + timedelta(days=200), tot_en_met=None)

    stappen = list(treden([ZIEK, HALF, hersteld], BEGIN, VANDAAG))

    assert [(stap.pct, (stap.tot - stap.vanaf).days) for stap in stappen] == [(100, 100), (50, 100)]


def test_een_latere_hervatting_komt_in_de_plaats_van_een_eerdere():
    meer = replace(HALF, vanaf=BEGIN + timedelta(days=150), uren_pct=Decimal(75))

    stappen = list(treden([ZIEK, HALF, meer], BEGIN, VANDAAG))

    assert [stap.pct for stap in stappen] == [100, 50, 25]


def test_arbeidstherapie_verlaagt_het_vlak_niet_en_ziet_er_anders_uit():
    therapie = replace(HALF, is_therapeutisch=True)

    laatste = list(treden([ZIEK, therapie], BEGIN, VANDAAG))[-1]

    assert (laatste.pct, laatste.soort) == (100, "therapie")


@pytest.mark.parametrize(("maak", "sjabloon"), [(liggend, "lijn_liggend"), (staand, "lijn_staand")])
def test_de_svg_heeft_hele_getallen_een_titel_en_geen_stijl(maak, sjabloon):
    punt = Punt(dag=VANDAAG, tekst="Plan <b>", soort="te_laat")
    tekening = maak(BEGIN, EINDE, VANDAAG, [punt], [ZIEK, HALF])

    svg = render_to_string(f"web/delen/{sjabloon}.html", {"t": tekening, "lijn": {"beschrijving": "Dag 301 van 728."}})

    assert "<title" in svg
    assert "Dag 301 van 728." in svg
    assert "Plan &lt;b&gt;" in svg
    assert "style=" not in svg
    assert "," not in svg.split("<g", 1)[1].replace("Plan", "")

"""Eigenschappen die voor elk dossier gelden, niet alleen voor de gouden gevallen."""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st
from strategie import dossiers

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, Feit
from poortnormen.feiten.verzuim import Hersteldmelding, Ziekmelding
from poortnormen.stand import StandVoorUwv, stand
from poortnormen.tijdlijn import Moment, houdbaar_tot, tijdlijn
from poortnormen.uitkomst import Onbekend, Stand, Uitkomst, Vastgesteld

WACHTTIJD = timedelta(weeks=104)
peildagen = st.integers(-10, 900)


def _ziek(*eerste_ziektedagen: date, hersteld: tuple[date, ...] = ()) -> Dossier:
    meldingen = [("ziekmeldingen", Ziekmelding(eerste_ziektedag=dag), dag) for dag in eerste_ziektedagen]
    herstel = [("hersteldmeldingen", Hersteldmelding(hersteld_op=dag), dag) for dag in hersteld]
    return Dossier(
        kenmerk="ziek",
        feiten=tuple(
            Feit(naam=naam, waarde=waarde, vastgelegd_op=dag, gever="werkgever", id=f"{naam}-{dag}")
            for naam, waarde, dag in (*meldingen, *herstel)
        ),
    )


def _begin(dossier: Dossier) -> date:
    return min(feit.waarde.eerste_ziektedag for feit in dossier.feiten if isinstance(feit.waarde, Ziekmelding))


def _momenten(dossier: Dossier, peildatum: date) -> tuple[Moment, ...]:
    return tijdlijn(catalogus(), catalogus().beoordeel(dossier, peildatum))


def _inhoud(uitkomst: Uitkomst) -> tuple[object, ...]:
    """Wat aan een uitkomst niet mag veranderen zolang zij houdbaar is."""
    waarde = uitkomst.waarde if isinstance(uitkomst, Vastgesteld) else None
    mogelijk = uitkomst.mogelijk if isinstance(uitkomst, Onbekend) else ()
    ontbreekt = uitkomst.ontbreekt if isinstance(uitkomst, Onbekend) else ()
    return type(uitkomst), waarde, mogelijk, ontbreekt, getattr(uitkomst, "reden", ""), uitkomst.sjabloon


def _stand_van(moment: Moment) -> tuple[object, ...]:
    return (
        moment.status,
        moment.vroegste_dag,
        moment.uiterste_dag,
        moment.wettelijke_dag,
        moment.streefdag,
        moment.gedaan_op,
        moment.ontbreekt,
    )


# --- houdbaar tot ---------------------------------------------------------------------------------------------


class _Beeld:
    """Alles wat op één peildatum te zien is."""

    def __init__(self, dossier: Dossier, peildatum: date) -> None:
        self.peildatum = peildatum
        self.beoordeling: Beoordeling = catalogus().beoordeel(dossier, peildatum)
        self.momenten = tijdlijn(catalogus(), self.beoordeling)
        self.stand: StandVoorUwv = stand(self.beoordeling, self.momenten)

    def horizonnen(self) -> set[date]:
        """De houdbaarheid van elke uitkomst en elk moment."""
        alle = [u.houdbaar_tot for reeks in self.beoordeling.reeksen.values() for u in reeks.uitkomsten]
        alle += [reeks.houdbaar_tot for reeks in self.beoordeling.reeksen.values()]
        alle += [moment.houdbaar_tot for moment in self.momenten]
        return {dag for dag in alle if dag is not None}

    def verschillen(self, later: "_Beeld") -> Iterator[str]:
        """Wat op een latere dag anders is en volgens zijn houdbaarheid nog gelijk moest zijn."""
        dag = later.peildatum
        for norm_id, reeks in self.beoordeling.reeksen.items():
            andere = later.beoordeling.reeksen[norm_id]
            if (
                _is_houdbaar(reeks.houdbaar_tot, dag)
                and all(_is_houdbaar(u.houdbaar_tot, dag) for u in reeks.uitkomsten)
                and len(reeks.uitkomsten) != len(andere.uitkomsten)
            ):
                yield f"{norm_id}: {len(reeks.uitkomsten)} uitkomsten, {len(andere.uitkomsten)} op {dag}"
            for een, twee in zip(reeks.uitkomsten, andere.uitkomsten, strict=False):
                if _is_houdbaar(een.houdbaar_tot, dag) and _inhoud(een) != _inhoud(twee):
                    yield f"{norm_id}: {_inhoud(een)} werd op {dag} {_inhoud(twee)}"
        toekomst = {(moment.norm, moment.item): moment for moment in later.momenten}
        for moment in self.momenten:
            if not _is_houdbaar(moment.houdbaar_tot, dag):
                continue
            ander = toekomst.get((moment.norm, moment.item))
            if ander is None or _stand_van(moment) != _stand_van(ander):
                yield f"moment {moment.norm}: {_stand_van(moment)} werd op {dag} {ander and _stand_van(ander)}"
        if _is_houdbaar(self.stand.houdbaar_tot, dag) and self.stand.oordeel != later.stand.oordeel:
            yield f"stand voor het UWV: {self.stand.oordeel} werd op {dag} {later.stand.oordeel}"


def _is_houdbaar(tot: date | None, dag: date) -> bool:
    return tot is None or dag < tot


@given(dossier=dossiers(), na=peildagen, data=st.data())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_tot_de_dag_van_houdbaarheid_blijft_alles_gelijk(dossier: Dossier, na: int, data: st.DataObject) -> None:
    nu = _Beeld(dossier, _begin(dossier) + timedelta(days=na))
    assert all(dag > nu.peildatum for dag in nu.horizonnen()), "een houdbaarheid ligt na de peildatum"

    sprongen = data.draw(st.lists(st.integers(1, 728), min_size=1, max_size=4))
    dagen = {dag - timedelta(days=1) for dag in nu.horizonnen()} | {nu.peildatum + timedelta(days=s) for s in sprongen}
    verschillen = [zin for dag in sorted(dagen) for zin in nu.verschillen(_Beeld(dossier, dag))]

    note("\n".join(f"{feit.naam} op {feit.telt_vanaf}: {feit.waarde}" for feit in dossier.feiten))
    assert not verschillen, f"peildatum {nu.peildatum}: " + "\n".join(verschillen[:5])


@pytest.mark.traag
@given(dossier=dossiers())
@settings(
    max_examples=60,
    phases=[Phase.reuse, Phase.generate],  # elk voorbeeld duurt seconden: verkleinen zou uren duren
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_op_elke_dag_van_104_weken_klopt_de_houdbaarheid(dossier: Dossier) -> None:
    begin = _begin(dossier)
    beelden = [_Beeld(dossier, begin + timedelta(days=na)) for na in range(-1, WACHTTIJD.days + 30)]

    gevonden = [zin for eerder, later in itertools.pairwise(beelden) for zin in eerder.verschillen(later)]

    assert not gevonden, "\n".join(gevonden[:5])


# --- tijd -----------------------------------------------------------------------------------------------------


@given(dag=st.dates(date(2022, 1, 1), date(2026, 6, 30)), later=st.integers(1, 400))
def test_een_latere_eerste_ziektedag_geeft_nergens_een_eerdere_laatste_dag(dag: date, later: int) -> None:
    peildatum = date(2028, 1, 1)
    eerst = {m.norm: m.uiterste_dag for m in _momenten(_ziek(dag), peildatum)}
    daarna = {m.norm: m.uiterste_dag for m in _momenten(_ziek(dag + timedelta(days=later)), peildatum)}

    vergeleken = 0
    for norm, uiterste in eerst.items():
        ander = daarna[norm]
        if uiterste is not None and ander is not None:
            assert ander >= uiterste, norm
            vergeleken += 1
    assert vergeleken, "geen enkel moment had een dag"


@given(
    dag=st.dates(date(2022, 1, 1), date(2025, 12, 31)),
    knip=st.integers(1, 800),
    peildatum=st.integers(0, 900),
)
def test_een_periode_in_twee_aansluitende_knippen_verandert_niets(dag: date, knip: int, peildatum: int) -> None:
    knipdag = dag + timedelta(days=knip)
    op = dag + timedelta(days=peildatum)

    heel = _momenten(_ziek(dag), op)
    geknipt = _momenten(_ziek(dag, knipdag, hersteld=(knipdag,)), op)

    assert [(m.norm, *_stand_van(m)) for m in geknipt] == [(m.norm, *_stand_van(m)) for m in heel]


# --- onbekend -------------------------------------------------------------------------------------------------


@given(peildatum=st.dates(date(2022, 1, 1), date(2028, 12, 31)))
def test_zonder_feiten_is_niets_op_tijd_of_te_laat(peildatum: date) -> None:
    momenten = _momenten(Dossier(kenmerk="leeg"), peildatum)

    assert {moment.status for moment in momenten} <= {Stand.ONBEKEND, Stand.NIET_VAN_TOEPASSING}
    assert all(moment.ontbreekt for moment in momenten if moment.status is Stand.ONBEKEND)


@given(dossier=dossiers(), na=peildagen)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_wat_onbekend_is_heet_onbekend_en_noemt_wat_ontbreekt(dossier: Dossier, na: int) -> None:
    for moment in _momenten(dossier, _begin(dossier) + timedelta(days=na)):
        assert (moment.status is Stand.ONBEKEND) == bool(moment.ontbreekt), moment
        if isinstance(moment.uitkomst, Onbekend):
            assert moment.status in {Stand.ONBEKEND, Stand.NIET_VAN_TOEPASSING}, moment  # de laatste na herstel


@given(dossier=dossiers(), na=peildagen)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_de_kleinste_houdbaarheid_is_die_van_het_geheel(dossier: Dossier, na: int) -> None:
    beeld = _Beeld(dossier, _begin(dossier) + timedelta(days=na))

    assert houdbaar_tot(beeld.beoordeling, beeld.momenten) == min(beeld.horizonnen(), default=None)

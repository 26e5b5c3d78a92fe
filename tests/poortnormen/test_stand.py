"""De stand voor het UWV: elk oordeel van twee kanten, en wat voor elk dossier moet gelden."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from stappen import zet_stappen

from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, Feit, lees_dossier
from poortnormen.feiten import FEITEN
from poortnormen.feiten.dienstverband import Dienstverband
from poortnormen.feiten.uwv import OnvolledigBericht, Toetsbesluit
from poortnormen.feiten.verzuim import Hersteldmelding
from poortnormen.feiten.wachttijd import VerkorteWachttijdbesluit, VerkorteWachttijdverzoek
from poortnormen.norm import Inspanning
from poortnormen.stand import stand, standnormen
from poortnormen.standdelen import NEGATIEF, Antwoord, Oordeel, Reden, Stap
from poortnormen.tijdlijn import tijdlijn
from poortnormen.toetsboom import VOLLEDIG

LANG = os.environ.get("HYPOTHESIS_PROFILE") == "lang"
VOORBEELDEN = sorted((Path(__file__).resolve().parents[2] / "voorbeelden").glob("*.json"))
DAG = date(2026, 11, 24)
GEMOTIVEERD = "Zo is het met iedereen besproken."


def lees(naam: str) -> Dossier:
    pad = next(pad for pad in VOORBEELDEN if pad.stem == naam)
    return lees_dossier(pad.read_bytes())


def toets(dossier: Dossier, peildatum: date = DAG):
    regels = catalogus()
    beoordeling = regels.beoordeel(dossier, peildatum, alleen=standnormen(regels))
    return stand(beoordeling, tijdlijn(regels, beoordeling))


def feit(
    naam: str, waarde: object, op: date | None = DAG, motivering: str = GEMOTIVEERD, gever: str = "werkgever"
) -> Feit:
    return Feit(
        naam=naam, waarde=waarde, op=op, vastgelegd_op=DAG, gever=gever, id=f"proef-{naam}", motivering=motivering
    )


def oordelen(**waarden: bool) -> list[Feit]:
    return [feit(naam, waarde) for naam, waarde in waarden.items()]


COMPLEET = "aow-binnen-een-jaar"  # een compleet en tijdig verslag; UWV besliste op 10 november


def zonder_oordeel(naam: str = COMPLEET) -> Dossier:
    dossier = lees(naam)
    weg = {"is_resultaat_bevredigend", "zijn_inspanningen_voldoende", "heeft_deugdelijke_grond"}
    return Dossier(kenmerk=dossier.kenmerk, feiten=tuple(f for f in dossier.feiten if f.naam not in weg))


# --- de oordelen ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gegeven", "oordeel"),
    [
        ({}, Oordeel.ONBEKEND),
        ({"is_resultaat_bevredigend": True}, Oordeel.BEVREDIGEND),
        ({"is_resultaat_bevredigend": False}, Oordeel.ONBEKEND),
        ({"zijn_inspanningen_voldoende": True}, Oordeel.ONBEKEND),
        ({"is_resultaat_bevredigend": False, "zijn_inspanningen_voldoende": True}, Oordeel.VOLDOENDE_INSPANNINGEN),
        ({"is_resultaat_bevredigend": False, "zijn_inspanningen_voldoende": False}, Oordeel.ONBEKEND),
        (
            {
                "is_resultaat_bevredigend": False,
                "zijn_inspanningen_voldoende": False,
                "heeft_deugdelijke_grond": True,
            },
            Oordeel.DEUGDELIJKE_GROND,
        ),
        (
            {
                "is_resultaat_bevredigend": False,
                "zijn_inspanningen_voldoende": False,
                "heeft_deugdelijke_grond": False,
            },
            Oordeel.LOONSANCTIE_INHOUDELIJK,
        ),
    ],
)
def test_oordeel_volgt_uit_wat_mensen_gemotiveerd_vinden(gegeven, oordeel):
    assert toets(zonder_oordeel().met(*oordelen(**gegeven))).oordeel is oordeel


def test_oordeel_zonder_motivering_telt_niet_mee():
    gegeven = toets(zonder_oordeel().met(feit("is_resultaat_bevredigend", waarde=True, motivering=" ")))
    assert gegeven.oordeel is Oordeel.ONBEKEND
    assert "is_resultaat_bevredigend" in gegeven.ontbreekt


def test_na_het_einde_van_het_contract_wordt_het_verhaal_van_ziekengeld():
    te_weinig = {
        "is_resultaat_bevredigend": False,
        "zijn_inspanningen_voldoende": False,
        "heeft_deugdelijke_grond": False,
    }
    dossier = zonder_oordeel("contract-eindigt-week-30").met(*oordelen(**te_weinig))
    assert toets(dossier).oordeel is Oordeel.VERHAAL_ZIEKENGELD


@pytest.mark.parametrize(
    ("is_onderbouwd", "oordeel"), [(True, Oordeel.GEEN_INSPANNINGEN_VEREIST), (None, Oordeel.ONBEKEND)]
)
def test_zonder_mogelijkheden_alleen_met_onderbouwing_geen_inspanningen_nodig(is_onderbouwd, oordeel):
    dossier = lees("geen-mogelijkheden")
    feiten = tuple(f for f in dossier.feiten if f.naam != "is_ontbreken_mogelijkheden_onderbouwd")
    gegeven = Dossier(kenmerk="proef", feiten=feiten)
    if is_onderbouwd is not None:
        gegeven = gegeven.met(feit("is_ontbreken_mogelijkheden_onderbouwd", is_onderbouwd, gever="bedrijfsarts"))
    assert toets(gegeven).oordeel is oordeel


def test_verkorte_wachttijd_geeft_geen_toets_en_een_verzoek_nog_geen_antwoord():
    verzoek = feit("verkorte_wachttijd_verzoeken", VerkorteWachttijdverzoek(gedaan_op=date(2026, 9, 1)), None)
    dossier = lees("geen-mogelijkheden").met(verzoek)
    assert toets(dossier).oordeel is Oordeel.ONBEKEND
    besluit = VerkorteWachttijdbesluit(besluit_op=date(2026, 10, 1), einde=date(2026, 12, 31))
    assert toets(dossier.met(feit("verkorte_wachttijd_besluit", besluit, None))).oordeel is Oordeel.GEEN_TOETS
    geweigerd = VerkorteWachttijdbesluit(besluit_op=date(2026, 10, 1))
    gegeven = toets(dossier.met(feit("verkorte_wachttijd_besluit", geweigerd, None)))
    assert gegeven.oordeel is Oordeel.GEEN_INSPANNINGEN_VEREIST


def test_wie_hersteld_is_vraagt_geen_wia_aan():
    dossier = lees("receptioniste")
    hersteld = feit("hersteldmeldingen", Hersteldmelding(hersteld_op=date(2026, 11, 2)), None)
    assert toets(dossier).oordeel is Oordeel.ONBEKEND
    assert toets(dossier.met(hersteld)).oordeel is Oordeel.GEEN_TOETS


@pytest.mark.parametrize(
    ("aow_datum", "oordeel"), [(date(2027, 1, 4), Oordeel.GEEN_TOETS), (date(2027, 1, 5), Oordeel.BEVREDIGEND)]
)
def test_wie_aow_krijgt_voordat_de_wia_ingaat_wordt_niet_getoetst(aow_datum, oordeel):
    """De wachttijd eindigt op 3 januari 2027; de dag erna zou de WIA ingaan."""
    anders = feit("aow_datum", aow_datum, None)
    andere = tuple(f for f in lees("aow-binnen-een-jaar").feiten if f.naam != "aow_datum")
    assert toets(Dossier(kenmerk="proef", feiten=(*andere, anders))).oordeel is oordeel


@pytest.mark.parametrize(
    ("peildatum", "oordeel"),
    [
        (date(2026, 11, 1), Oordeel.ONBEKEND),
        (date(2026, 11, 2), Oordeel.AANVULLEN),
        (date(2026, 11, 24), Oordeel.AANVULLEN),
    ],
)
def test_onvolledig_verslag_is_pas_na_de_uiterste_dag_een_gebrek(peildatum, oordeel):
    """Het verslag moest op 1 november klaar zijn; het oordeel van de werknemer ontbreekt."""
    assert toets(lees("marginale-mogelijkheden"), peildatum).oordeel is oordeel


@pytest.mark.parametrize(
    ("peildatum", "aangevuld", "oordeel"),
    [
        (date(2026, 11, 23), None, Oordeel.AANVULLEN),
        (date(2026, 11, 24), None, Oordeel.LOONSANCTIE_ADMINISTRATIEF),
        (date(2026, 11, 24), date(2026, 11, 20), Oordeel.AANVULLEN),
    ],
)
def test_na_de_week_van_uwv_wordt_aanvullen_een_loonsanctie(peildatum, aangevuld, oordeel):
    """Bericht van 16 november; een week later is 23 november. Aangevuld, maar er ontbreekt nog steeds een onderdeel."""
    bericht = OnvolledigBericht(gedagtekend_op=date(2026, 11, 16))
    dossier = lees("marginale-mogelijkheden").met(feit("bericht_onvolledig_verslag", bericht, None))
    if aangevuld is not None:
        dossier = dossier.met(feit("verslag_aangevuld_op", aangevuld, None))
    assert toets(dossier, peildatum).oordeel is oordeel


def test_na_de_laatste_dag_voor_een_loonsanctie_hangt_het_van_het_besluit_van_uwv_af():
    """De wachttijd van dit dossier eindigt op 10 januari 2027."""
    dossier = lees("te-weinig-gedaan")
    assert toets(dossier, date(2027, 1, 10)).oordeel is Oordeel.LOONSANCTIE_INHOUDELIJK
    later = toets(dossier, date(2027, 1, 11))
    assert (later.oordeel, later.ontbreekt[0]) == (Oordeel.ONBEKEND, "toetsbesluit")
    besluit = Toetsbesluit(besluit_op=date(2026, 11, 20), is_loonsanctie=False)
    assert toets(dossier.met(feit("toetsbesluit", besluit, None)), date(2027, 1, 11)).oordeel is not Oordeel.ONBEKEND


def test_na_de_week_van_uwv_is_er_zonder_dienstverband_verhaal_en_geen_loonsanctie():
    bericht = feit("bericht_onvolledig_verslag", OnvolledigBericht(gedagtekend_op=date(2026, 11, 16)), None)
    uit_dienst = feit("dienstverband", Dienstverband(begin=date(2020, 1, 1), einde=date(2026, 10, 1)), None)
    dossier = lees("marginale-mogelijkheden").met(bericht)
    zonder = tuple(f for f in dossier.feiten if f.naam != "dienstverband")
    gegeven = toets(Dossier(kenmerk="proef", feiten=(*zonder, uit_dienst)))
    assert gegeven.oordeel is Oordeel.VERHAAL_ZIEKENGELD


@pytest.mark.parametrize(("waarde", "maatregel"), [(True, True), (False, False), (None, None)])
def test_maatregel_voor_de_werknemer_volgt_alleen_uit_een_gemotiveerd_oordeel(waarde, maatregel):
    dossier = zonder_oordeel()
    if waarde is not None:
        dossier = dossier.met(feit("is_werknemer_verwijtbaar_in_gebreke", waarde))
    assert toets(dossier).maatregel_werknemer is maatregel


# --- wat voor elk dossier geldt ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_zonder_oordelen_van_mensen_is_het_nooit_goed_en_nooit_te_weinig(pad):
    """Een ontbrekend feit is geen goedkeuring en geen verwijt; alleen een onvolledig verslag telt uit zichzelf."""
    gelezen = lees_dossier(pad.read_bytes())
    zonder = tuple(feit for feit in gelezen.feiten if not FEITEN[feit.naam].is_oordeel)
    gegeven = toets(Dossier(kenmerk="proef", feiten=zonder))
    is_compleet = next(reden for reden in gegeven.redenen if reden.norm == VOLLEDIG).uitkomst is not Antwoord.NEE
    uit_zichzelf = {Oordeel.ONBEKEND, Oordeel.GEEN_TOETS}
    uit_het_verslag = {Oordeel.AANVULLEN, Oordeel.LOONSANCTIE_ADMINISTRATIEF, Oordeel.VERHAAL_ZIEKENGELD}
    assert gegeven.oordeel in (uit_zichzelf if is_compleet else uit_zichzelf | uit_het_verslag)


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_wie_de_stappen_van_een_omslag_zet_krijgt_dat_oordeel(pad):
    dossier = lees_dossier(pad.read_bytes())
    for omslag in toets(dossier).omslag:
        assert toets(zet_stappen(dossier, omslag.stappen, DAG)).oordeel is omslag.oordeel, omslag


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_omslagen_zijn_de_kleinste_en_veranderen_iets(pad):
    gegeven = toets(lees_dossier(pad.read_bytes()))
    wegen = [(omslag.oordeel, frozenset(map(_kern_van_stap, omslag.stappen))) for omslag in gegeven.omslag]
    for oordeel, weg in wegen:
        assert oordeel is not gegeven.oordeel
        assert oordeel is not Oordeel.ONBEKEND or gegeven.oordeel in NEGATIEF
        assert not any(ander is oordeel and kleiner < weg for ander, kleiner in wegen)


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_de_lichtste_weg_staat_vooraan(pad):
    zwaarte = {soort: plaats for plaats, soort in enumerate(Inspanning, start=1)}
    kosten = [
        sum(zwaarte[stap.inspanning] for stap in omslag.stappen)
        for omslag in toets(lees_dossier(pad.read_bytes())).omslag
    ]
    assert kosten == sorted(kosten)


def _kern_van_stap(stap: Stap) -> object:
    return stap.feit, stap.waarde, stap.wat.sjabloon, stap.wat.gegevens.get("stuk")


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_oordeel_blijft_gelijk_tot_de_dag_die_het_noemt(pad):
    """Op elke dag voor houdbaar_tot is het oordeel, met al zijn redenen, dat van vandaag."""
    dossier = lees_dossier(pad.read_bytes())
    begin = min(f.telt_vanaf for f in dossier.feiten if f.naam == "ziekmeldingen" and f.telt_vanaf is not None)
    dag, einde = begin, begin + timedelta(weeks=110)
    while dag < einde:
        gegeven = toets(dossier, dag)
        tot = gegeven.houdbaar_tot or einde
        assert tot > dag
        for later in _tussen(dag, min(tot, einde)):
            assert _kern(toets(dossier, later)) == _kern(gegeven), (dag, later, tot)
        dag = tot


def _tussen(dag: date, tot: date) -> list[date]:
    """De laatste dag, waarop een te late dag blijkt; in de lange toets ook de dag erna en het midden."""
    dagen = (tot - dag).days
    keuze = {1, dagen // 2, dagen - 1} if LANG else {dagen - 1}
    return [dag + timedelta(days=n) for n in sorted(keuze) if 0 < n < dagen]


def _kern(gegeven) -> object:
    return gegeven.oordeel, gegeven.maatregel_werknemer, [_reden(reden) for reden in gegeven.redenen]


def _reden(reden: Reden) -> object:
    return reden.norm, reden.uitkomst, reden.ontbreekt, [_reden(deel) for deel in reden.onderliggend]


def test_dossier_zonder_feiten_geeft_vragen():
    gegeven = toets(Dossier(kenmerk="leeg"))
    assert gegeven.oordeel is Oordeel.ONBEKEND
    assert gegeven.ontbreekt


def test_einde_van_het_contract_in_de_toekomst_is_nog_geen_einde():
    te_weinig = {
        "is_resultaat_bevredigend": False,
        "zijn_inspanningen_voldoende": False,
        "heeft_deugdelijke_grond": False,
    }
    dossier = zonder_oordeel().met(
        *oordelen(**te_weinig), feit("dienstverband", Dienstverband(einde=DAG + timedelta(days=1)))
    )
    assert toets(dossier).oordeel is not Oordeel.VERHAAL_ZIEKENGELD

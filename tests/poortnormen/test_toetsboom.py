"""Wat voor elke toets geldt, met willekeurige antwoorden op de vragen van het beoordelingskader."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stappen import zet_stappen

from poortnormen.beoordeling import Beoordeling
from poortnormen.catalogus import catalogus
from poortnormen.dossier import Dossier, Feit, lees_dossier
from poortnormen.feiten import FEITEN, PARTIJEN
from poortnormen.feiten.oordelen import FEITEN as OORDELEN
from poortnormen.feiten.reintegratie import Werkvoorstel
from poortnormen.feiten.stukken import Afwijking, Stuksoort
from poortnormen.feiten.verzuim import Hervatting, Werk
from poortnormen.stand import stand, standnormen
from poortnormen.standdelen import Antwoord, Oordeel, Reden
from poortnormen.tijdlijn import tijdlijn
from poortnormen.toetsboom import (
    GROND,
    INZET,
    MAATREGEL,
    MOGELIJKHEDEN,
    RESULTAAT,
    TOETS,
    VOLLEDIG,
    VRAGEN,
    oordeel_van,
)

DAG = date(2026, 11, 24)
VOORBEELDEN = Path(__file__).resolve().parents[2] / "voorbeelden"
# Bij deze vragen is nee het goede antwoord.
OMGEKEERD = frozenset(
    {
        "zijn_kansen_gemist_zonder_onderbouwing",
        "zijn_kansen_gemist_door_proces",
        "zijn_kansen_gemist_door_dienstverlener",
        "zijn_kansen_gemist_zonder_aanspreken",
        "is_aangewezen_werk_redelijk",
        "is_eigen_plaats_vervangen",
    }
)
# Deze zeggen niet of het goed ging: zij bepalen welke vragen er zijn, of gaan over de werknemer.
NEUTRAAL = frozenset({"liep_reintegratie_vast", "werkte_werknemer_genoeg_mee", "is_werknemer_verwijtbaar_in_gebreke"})
# Een oordeel over het geheel kan de onderdelen tegenspreken; dan is het antwoord weer open.
OVER_HET_GEHEEL = frozenset({"is_resultaat_bevredigend", "zijn_inspanningen_voldoende"})
ONGUNSTIG = (Oordeel.LOONSANCTIE_INHOUDELIJK, Oordeel.ONBEKEND)
GUNSTIG = (
    Oordeel.GEEN_INSPANNINGEN_VEREIST,
    Oordeel.BEVREDIGEND,
    Oordeel.VOLDOENDE_INSPANNINGEN,
    Oordeel.DEUGDELIJKE_GROND,
)


def kale_dossiers() -> dict[str, Dossier]:
    """De voorbeelden zonder wat mensen vonden."""
    namen = {soort.naam for soort in OORDELEN}
    gelezen = {pad.stem: lees_dossier(pad.read_bytes()) for pad in sorted(VOORBEELDEN.glob("*.json"))}
    return {
        naam: replace(dossier, feiten=tuple(feit for feit in dossier.feiten if feit.naam not in namen))
        for naam, dossier in gelezen.items()
    }


KAAL = kale_dossiers()


def beoordeel(dossier: Dossier, peildatum: date = DAG) -> Beoordeling:
    regels = catalogus()
    return regels.beoordeel(dossier, peildatum, alleen=standnormen(regels))


def toets(dossier: Dossier, peildatum: date = DAG):
    beoordeling = beoordeel(dossier, peildatum)
    return stand(beoordeling, tijdlijn(catalogus(), beoordeling))


def oordeelfeit(naam: str, gever: str = "", motivering: str = "Dit is besproken.", *, waarde: bool) -> Feit:
    return Feit(
        naam=naam,
        waarde=waarde,
        op=DAG,
        vastgelegd_op=DAG,
        gever=gever or FEITEN[naam].gevers[0],
        id=f"{naam}-{gever}",
        motivering=motivering,
    )


@st.composite
def getoetst(draw: st.DrawFn) -> Dossier:
    """Een voorbeeld met een willekeurig deel van de vragen beantwoord, soms met werk en een voorstel."""
    dossier = KAAL[draw(st.sampled_from(sorted(KAAL)))]
    gekozen = draw(st.lists(st.sampled_from(OORDELEN), max_size=30, unique_by=lambda soort: soort.naam))
    feiten = [oordeelfeit(soort.naam, waarde=draw(st.booleans())) for soort in gekozen]
    if draw(st.booleans()):
        werk = Hervatting(
            vanaf=date(2026, 11, 2),
            uren_per_week=draw(st.sampled_from((0, 16, 32))),
            loonwaarde_pct=draw(st.sampled_from((None, 64, 65, 80))),
            werk=draw(st.sampled_from(Werk)),
            is_therapeutisch=draw(st.booleans()),
        )
        feiten.append(_gebeurtenis("hervattingen", werk))
    if draw(st.booleans()):
        voorstel = Werkvoorstel(
            gedaan_op=date(2026, 3, 2),
            werk="planner",
            is_ingetrokken=draw(st.booleans()),
            is_aanvaard=draw(st.sampled_from((None, True, False))),
            is_afwijzing_onderbouwd=draw(st.sampled_from((None, True, False))),
        )
        feiten.append(_gebeurtenis("werkvoorstellen", voorstel))
    return dossier.met(*feiten)


def _gebeurtenis(naam: str, waarde: object) -> Feit:
    return Feit(naam=naam, waarde=waarde, vastgelegd_op=DAG, gever=FEITEN[naam].gevers[0], id=naam)


ruim = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(dossier=getoetst())
@ruim
def test_wie_de_stappen_zet_krijgt_het_oordeel_van_de_omslag(dossier: Dossier) -> None:
    for omslag in toets(dossier).omslag:
        erna = oordeel_van(beoordeel(zet_stappen(dossier, omslag.stappen, DAG)))
        assert erna is omslag.oordeel, omslag.stappen


@given(dossier=getoetst(), data=st.data())
@ruim
def test_een_goed_antwoord_erbij_maakt_het_oordeel_nooit_slechter(dossier: Dossier, data: st.DataObject) -> None:
    voor = oordeel_van(beoordeel(dossier))
    al = {feit.naam for feit in dossier.feiten}
    open_ = [s.naam for s in OORDELEN if s.naam not in al | NEUTRAAL | OVER_HET_GEHEEL]
    if not open_:
        return
    naam = data.draw(st.sampled_from(open_))
    na = oordeel_van(beoordeel(dossier.met(oordeelfeit(naam, waarde=naam not in OMGEKEERD))))
    if voor in GUNSTIG:
        assert na in GUNSTIG, (voor, naam)
    elif na in ONGUNSTIG:
        assert voor is na or na is Oordeel.ONBEKEND, (voor, naam)


@given(dossier=getoetst())
@ruim
def test_het_oordeel_volgt_uit_de_antwoorden_in_de_boom(dossier: Dossier) -> None:
    gegeven = toets(dossier)
    antwoord = {reden.norm: reden.uitkomst for reden in gegeven.redenen}
    assert tuple(antwoord) == VRAGEN
    verwacht = {
        Oordeel.GEEN_TOETS: {TOETS: Antwoord.NEE},
        Oordeel.GEEN_INSPANNINGEN_VEREIST: {MOGELIJKHEDEN: Antwoord.NEE},
        Oordeel.BEVREDIGEND: {RESULTAAT: Antwoord.JA},
        Oordeel.AANVULLEN: {VOLLEDIG: Antwoord.NEE},
        Oordeel.LOONSANCTIE_ADMINISTRATIEF: {VOLLEDIG: Antwoord.NEE},
        Oordeel.VOLDOENDE_INSPANNINGEN: {RESULTAAT: Antwoord.NEE, INZET: Antwoord.JA},
        Oordeel.DEUGDELIJKE_GROND: {RESULTAAT: Antwoord.NEE, INZET: Antwoord.NEE, GROND: Antwoord.JA},
        Oordeel.LOONSANCTIE_INHOUDELIJK: {RESULTAAT: Antwoord.NEE, INZET: Antwoord.NEE, GROND: Antwoord.NEE},
    }.get(gegeven.oordeel, {})
    assert {norm: antwoord[norm] for norm in verwacht} == verwacht
    assert gegeven.maatregel_werknemer is {Antwoord.JA: True, Antwoord.NEE: False}.get(antwoord[MAATREGEL])


@given(dossier=getoetst())
@ruim
def test_wat_onbekend_is_noemt_wat_ontbreekt_en_wat_bekend_is_niet(dossier: Dossier) -> None:
    for reden in _alle(toets(dossier).redenen):
        assert (reden.uitkomst is Antwoord.ONBEKEND) == bool(reden.ontbreekt) or reden.uitkomst is Antwoord.NEE, reden
        assert reden.uitleg.sjabloon, reden.norm


def _alle(redenen: tuple[Reden, ...]) -> Iterator[Reden]:
    for reden in redenen:
        yield reden
        yield from _alle(reden.onderliggend)


# --- wat er staat als het antwoord open is -----------------------------------------------------------------------


def _vraag(dossier: Dossier, norm: str) -> Reden:
    return next(reden for reden in _alle(toets(dossier).redenen) if reden.norm == norm)


def _oneens(naam: str) -> tuple[Feit, Feit]:
    return oordeelfeit(naam, "werkgever", waarde=True), oordeelfeit(naam, "werknemer", waarde=False)


@pytest.mark.norm("BKP-3-16", waar="poortnormen.toetsboom.reden_van")
def test_zijn_partijen_het_oneens_dan_staan_beide_kanten_er() -> None:
    naam = "zijn_inspanningen_voldoende"
    dossier = KAAL["receptioniste"].met(*_oneens(naam))
    reden = _vraag(dossier, INZET)

    assert reden.uitkomst is Antwoord.ONBEKEND
    assert (reden.uitleg.gegevens["ja"], reden.uitleg.gegevens["nee"]) == (("werkgever",), ("werknemer",))
    assert {feit.gever for feit in reden.feiten} >= {"werkgever", "werknemer"}
    assert "deskundigenoordeel" in reden.uitleg.sjabloon


def test_spreekt_het_geheel_de_onderdelen_tegen_dan_is_dat_de_uitleg() -> None:
    dossier = KAAL["receptioniste"].met(
        oordeelfeit("zijn_inspanningen_voldoende", waarde=True),
        oordeelfeit("volgde_werkgever_de_begeleiding", waarde=False),
    )
    reden = _vraag(dossier, INZET)

    assert reden.uitkomst is Antwoord.ONBEKEND
    assert reden.uitleg.gegevens["antwoord"] is True
    assert "Weeg het opnieuw" in reden.uitleg.sjabloon


@pytest.mark.parametrize(("motivering", "woorden"), [("", "niet waarom"), (None, "nog geen oordeel")])
def test_zonder_oordeel_of_zonder_motivering_staat_dat_er(motivering: str | None, woorden: str) -> None:
    dossier = KAAL["receptioniste"]
    if motivering is not None:
        dossier = dossier.met(oordeelfeit("zijn_inspanningen_voldoende", "werkgever", motivering, waarde=True))

    assert woorden in _vraag(dossier, INZET).uitleg.sjabloon


def test_bij_onenigheid_is_de_stap_aan_uwv() -> None:
    naam = "is_resultaat_bevredigend"
    dossier = KAAL["receptioniste"].met(*_oneens(naam))
    stappen = [stap for omslag in toets(dossier).omslag for stap in omslag.stappen if stap.feit == naam]

    assert stappen
    assert {stap.wie for stap in stappen} == {("uwv",)}


def test_een_leeg_dossier_heeft_alleen_vragen() -> None:
    gegeven = toets(Dossier(kenmerk="leeg"))

    assert gegeven.oordeel is Oordeel.ONBEKEND
    assert Antwoord.NEE not in {reden.uitkomst for reden in _alle(gegeven.redenen)}


@pytest.mark.parametrize("naam", ["alleen-ziekmelding", "henk", "janita"])
def test_wie_pas_ziek_is_krijgt_vragen_en_geen_verwijten(naam: str) -> None:
    """Op de dag van de ziekmelding is nog niets te laat en niets te weinig."""
    ziek = tuple(feit for feit in KAAL[naam].feiten if feit.naam == "ziekmeldingen")[:1]
    dag = ziek[0].telt_vanaf
    assert dag is not None
    gegeven = toets(Dossier(kenmerk="ziek", feiten=ziek), dag)

    assert gegeven.oordeel is Oordeel.ONBEKEND
    assert Antwoord.NEE not in {reden.uitkomst for reden in _alle(gegeven.redenen)}


# --- de boom en haar normen --------------------------------------------------------------------------------------


@pytest.mark.norm("BKP-11-02", waar="poortnormen.toetsboom.VRAGEN")
def test_bij_een_tijdelijk_contract_gelden_dezelfde_vragen_als_bij_een_vast() -> None:
    vast = replace(KAAL["contract-eindigt-te-weinig-gedaan"], feiten=())
    tijdelijk = KAAL["contract-eindigt-te-weinig-gedaan"]

    assert [r.norm for r in toets(tijdelijk).redenen] == [r.norm for r in toets(vast).redenen]
    inzet = {naam: {d.norm for d in _vraag(dossier, INZET).onderliggend} for naam, dossier in KAAL.items()}
    assert len(set(map(frozenset, inzet.values()))) == 1


@pytest.mark.parametrize("naam", sorted(KAAL))
def test_de_toets_alleen_zegt_hetzelfde_als_met_alle_normen(naam: str) -> None:
    """De opdracht werkt alleen uit wat zij nodig heeft, een bladzijde alles."""
    dossier = lees_dossier((VOORBEELDEN / f"{naam}.json").read_bytes())
    alles = catalogus().beoordeel(dossier, DAG)
    ruim_gegeven, gegeven = stand(alles, tijdlijn(catalogus(), alles)), toets(dossier)

    assert (ruim_gegeven.oordeel, ruim_gegeven.redenen) == (gegeven.oordeel, gegeven.redenen)
    assert ruim_gegeven.omslag == gegeven.omslag


@pytest.mark.parametrize("norm_id", [norm.id for norm in catalogus().normen.values() if norm.herstel])
def test_herstel_gaat_over_een_feit_dat_de_norm_vraagt(norm_id: str) -> None:
    herstel = catalogus().normen[norm_id].herstel
    assert herstel is not None
    gevraagd = {argument.naam for argument in catalogus().uitwerkingen[norm_id].feiten}

    assert herstel.feit in gevraagd or FEITEN[herstel.feit].type is not bool
    assert set(herstel.wie) <= set(PARTIJEN)


def test_elke_norm_in_de_boom_heeft_een_zin_bij_ja_en_bij_nee() -> None:
    for reden in _alle(toets(KAAL["spoor-2-vergeten"]).redenen):
        norm = catalogus().normen[reden.norm]
        assert norm.bron != "beoordelingskader" or set(norm.uitleg_bij) >= {"ja"}, norm.id


def knoop(dossier: Dossier, norm: str) -> Reden:
    return next(reden for reden in _alle(toets(dossier).redenen) if reden.norm == norm)


def _alle(redenen: Iterable[Reden]) -> Iterator[Reden]:
    for reden in redenen:
        yield reden
        yield from _alle(reden.onderliggend)


def test_een_vraag_vraagt_alleen_wat_geen_vraag_eronder_vraagt() -> None:
    reden = knoop(KAAL["katja-nu"], "BKP-4-04")
    assert len(reden.ontbreekt) > 1
    assert reden.vragen == ()
    assert knoop(KAAL["katja-nu"], "BKP-4a-03").vragen == ("is_plan_goed",)


def test_wat_niet_geldt_noemt_het_oordeel_waarmee_het_gaat_gelden() -> None:
    assert knoop(KAAL["katja-nu"], "BKP-9-51").aan_te_voeren == ("kwam_productie_in_gevaar",)
    gegeven = KAAL["katja-nu"].met(oordeelfeit("kwam_productie_in_gevaar", waarde=False))
    assert knoop(gegeven, "BKP-9-51").aan_te_voeren == ()


def test_partijen_die_elkaar_tegenspreken_maken_de_vraag_strijdig_tot_uwv_spreekt() -> None:
    oneens = KAAL["te-weinig-gedaan"].met(
        oordeelfeit("is_plan_goed", "werkgever", waarde=True), oordeelfeit("is_plan_goed", "werknemer", waarde=False)
    )
    assert knoop(oneens, "BKP-4a-03").is_strijdig
    assert not knoop(oneens.met(oordeelfeit("is_plan_goed", "uwv", waarde=True)), "BKP-4a-03").is_strijdig


def test_een_afgesproken_andere_dag_staat_bij_de_vraag_waar_zij_telt_en_een_voorstel_niet() -> None:
    afwijking = Afwijking(
        norm="PRG-4-1",
        nieuwe_dag=date(2025, 3, 21),
        reden="De casemanager was op vakantie.",
        akkoord_werkgever_op=date(2025, 3, 3),
    )
    voorstel = _gebeurtenis("afwijkingen", afwijking)
    afgesproken = _gebeurtenis("afwijkingen", replace(afwijking, akkoord_werknemer_op=date(2025, 3, 4)))

    assert knoop(KAAL["te-weinig-gedaan"].met(voorstel), "BKP-4a-03").afwijkingen == ()
    (feit,) = knoop(KAAL["te-weinig-gedaan"].met(afgesproken), "BKP-4a-03").afwijkingen
    assert feit.waarde.reden == "De casemanager was op vakantie."
    assert knoop(KAAL["te-weinig-gedaan"].met(afgesproken), "BKP-4a-01").afwijkingen == ()


def test_een_vraag_noemt_de_termijn_waarop_zij_steunt() -> None:
    assert [steun.norm for steun in knoop(KAAL["te-weinig-gedaan"], "BKP-4a-03").steunt_op] == ["PRG-4-1"]


def test_een_ontbrekend_onderdeel_noemt_het_stuk_dat_er_moet_komen() -> None:
    dossier = KAAL["verslag-zonder-oordeel-werknemer"]
    ontbreekt = {reden.stuk for reden in _alle(toets(dossier).redenen) if reden.norm == "PRG-6-1l"}
    assert ontbreekt == {Stuksoort.OORDEEL_WERKNEMER}
    stappen = [stap.stuk for weg in toets(dossier).omslag for stap in weg.stappen if stap.feit == "stukken"]
    assert stappen
    assert set(stappen) == {Stuksoort.OORDEEL_WERKNEMER}

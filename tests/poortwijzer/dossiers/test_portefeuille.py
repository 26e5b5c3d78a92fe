"""The portfolio: the stored verdict, sorted and filtered by the database, with today's weeks at risk."""

from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from poortnormen.catalogus import catalogus
from poortnormen.feiten import FEITEN
from poortnormen.geld import Bedrag
from poortnormen.kortbeeld import kortbeeld
from poortnormen.stand import stand
from poortnormen.standdelen import Oordeel
from poortnormen.tijd import EEN_DAG
from poortwijzer.dossiers.access import GeenToegang
from poortwijzer.dossiers.actions import leg_feit_vast, sluit_dossier, trek_feit_in
from poortwijzer.dossiers.assessments import beoordeel, bijwerken, te_bewerken
from poortwijzer.dossiers.beelden import Volgorde
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.queries import portefeuille
from poortwijzer.kluis.sleutelring import eigen_ring
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

KIJKERS = frozenset({Rol.WERKGEVER, Rol.CASEMANAGER, Rol.WERKNEMER})


def leg_vast(wereld, dossier, naam, waarde, rol=Rol.CASEMANAGER):
    return leg_feit_vast(
        dossier=dossier, actor=wereld.actoren[rol], naam=naam, waarde=waarde, motivering="Dit is besproken."
    )


def te_weinig_gedaan(wereld, dagen=650):
    """A dossier near the end in which everybody agrees that too little was done, without a good reason."""
    dossier = wereld.meld_ziek(vandaag() - timedelta(days=dagen), wereld.nieuwe_werknemer())
    for naam in ("is_resultaat_bevredigend", "zijn_inspanningen_voldoende", "heeft_deugdelijke_grond"):
        leg_vast(wereld, dossier, naam, waarde=False)
    return dossier


def test_het_bewaarde_oordeel_is_dat_van_de_stand_met_zwakste_punt_kantelpunt_en_risico(wereld, ziek):
    for dossier in (ziek, te_weinig_gedaan(wereld)):
        beoordeeld = beoordeel(Dossier.objects.get(pk=dossier.pk), vandaag())
        verwacht = kortbeeld(catalogus(), beoordeeld.kern, stand(beoordeeld.kern, beoordeeld.momenten))

        regel = next(r for r in portefeuille(wereld.hr).regels if r.kenmerk == dossier.kenmerk)

        risico = verwacht.loonrisico
        assert (regel.oordeel, regel.kantelpunt) == (verwacht.oordeel, verwacht.kantelpunt)
        assert regel.zwakste_norm == verwacht.zwakste.norm
        assert (regel.risico_vanaf, regel.minstens, regel.hoogstens) == (
            risico.eerste_dag,
            risico.minstens,
            risico.hoogstens,
        )


def test_het_ergste_oordeel_staat_bovenaan_en_een_filter_houdt_alleen_dat_over(wereld, ziek):
    erg = te_weinig_gedaan(wereld)
    goed = wereld.meld_ziek(vandaag() - timedelta(days=40), wereld.nieuwe_werknemer())
    leg_vast(wereld, goed, "is_resultaat_bevredigend", waarde=True)

    alles = portefeuille(wereld.hr)
    alleen = portefeuille(wereld.hr, oordeel=Oordeel.BEVREDIGEND)

    assert alles.regels[0].kenmerk == erg.kenmerk
    assert alles.regels[-1].oordeel is Oordeel.BEVREDIGEND
    assert [regel.kenmerk for regel in alleen.regels] == [goed.kenmerk]
    assert alleen.per_oordeel == alles.per_oordeel
    assert sum(alles.per_oordeel.values()) == 3


@pytest.mark.parametrize("volgorde", list(Volgorde))
def test_elke_volgorde_toont_elk_dossier_een_keer_en_wat_onbekend_is_achteraan(wereld, ziek, volgorde):
    te_weinig_gedaan(wereld)
    te_weinig_gedaan(wereld, dagen=700)

    regels = [r for n in (1, 2, 3) for r in portefeuille(wereld.hr, volgorde=volgorde, pagina=n, per_pagina=1).regels]

    assert len({regel.kenmerk for regel in regels}) == 3
    if volgorde is Volgorde.KANTELPUNT:
        dagen = [regel.kantelpunt for regel in regels]
        bekend = [dag for dag in dagen if dag is not None]
        assert dagen == sorted(bekend) + [None] * (3 - len(bekend))
    if volgorde is Volgorde.NAAM:
        assert [regel.werknemer for regel in regels] == sorted(regel.werknemer for regel in regels)
    if volgorde is Volgorde.RISICO:
        weken = [regel.hoogstens.aantal for regel in regels]
        assert weken == sorted(weken, reverse=True)


def test_wat_het_kost_staat_er_alleen_als_het_loon_bekend_is_en_telt_de_afspraak_die_staat(wereld):
    dossier = te_weinig_gedaan(wereld)
    afspraak = {"vanaf": "2020-01-01", "loon_centen": 300_000, "per": "maand", "uren_per_week": "36"}
    assert portefeuille(wereld.hr).regels[0].bedragen is None

    fout = leg_vast(wereld, dossier, "loonafspraken", {**afspraak, "loon_centen": 900_000})
    trek_feit_in(dossier=dossier, actor=wereld.actoren[Rol.CASEMANAGER], feit_id=fout.pk, motivering="Verkeerd loon.")
    leg_vast(wereld, dossier, "loonafspraken", afspraak)

    (regel,) = portefeuille(wereld.hr).regels
    assert regel.per_week == Bedrag(48_462)  # 70% of 3,000 euro a month, 12 months in 52 weeks
    assert regel.bedragen == (Bedrag(48_462 * regel.minstens.aantal), Bedrag(48_462 * 52))


def test_de_weken_op_het_spel_tellen_vanaf_vandaag_en_niet_vanaf_de_laatste_beoordeling(wereld):
    dossier = te_weinig_gedaan(wereld)

    def weken(risico_vanaf):
        Dossier.objects.filter(pk=dossier.pk).update(risico_vanaf=risico_vanaf)
        return portefeuille(wereld.hr).regels[0].minstens.aantal

    assert weken(vandaag() - timedelta(days=69)) == weken(vandaag() + EEN_DAG) + 10


def met_loonsanctie(wereld):
    """A dossier ten weeks after the waiting time, in a loonsanctie."""
    dossier = wereld.meld_ziek(vandaag() - timedelta(weeks=114), wereld.nieuwe_werknemer())
    besluit = {"besluit_op": (vandaag() - timedelta(weeks=17)).isoformat(), "is_loonsanctie": True}
    leg_vast(wereld, dossier, "wia_aanvraag_op", (vandaag() - timedelta(weeks=23)).isoformat())
    leg_vast(wereld, dossier, "toetsbesluit", besluit)
    return dossier


def test_van_een_opgelegde_loonsanctie_staat_er_wat_nog_komt_en_na_haar_laatste_dag_niets(wereld):
    dossier = met_loonsanctie(wereld)
    (regel,) = portefeuille(wereld.hr).regels
    dossier.refresh_from_db()
    assert regel.loonsanctie_tot == dossier.loonsanctie_tot > vandaag()
    assert (regel.minstens.aantal, dossier.risico_weken) == (0, 52)
    assert regel.hoogstens.aantal == -(-((regel.loonsanctie_tot - vandaag()).days + 1) // 7) < 52

    def weken(tot):
        Dossier.objects.filter(pk=dossier.pk).update(loonsanctie_tot=tot)
        (regel,) = portefeuille(wereld.hr).regels
        return regel.hoogstens.aantal, regel.loonsanctie_tot

    assert weken(vandaag() + 7 * EEN_DAG) == (2, vandaag() + 7 * EEN_DAG)
    assert weken(vandaag() + 6 * EEN_DAG) == (1, vandaag() + 6 * EEN_DAG)
    assert weken(vandaag()) == (1, vandaag())
    assert weken(vandaag() - EEN_DAG) == (0, None)


def test_op_loon_op_het_spel_staat_een_opgelegde_loonsanctie_bovenaan(wereld):
    te_weinig_gedaan(wereld)
    opgelegd = met_loonsanctie(wereld)
    te_weinig_gedaan(wereld)
    regels = portefeuille(wereld.hr, volgorde=Volgorde.RISICO).regels
    assert [regel.kenmerk == opgelegd.kenmerk for regel in regels] == [True, False, False]


def test_het_zwakste_punt_is_een_vraag_zolang_het_oordeel_open_is_en_nooit_een_norm_die_waar_lijkt(wereld, ziek):
    leg_vast(wereld, ziek, "heeft_mogelijkheden", waarde=True, rol=Rol.BEDRIJFSARTS)
    te_weinig_gedaan(wereld)
    fout, open_ = portefeuille(wereld.hr).regels
    assert fout.zwakste.startswith("Nog niet in orde: Het re-integratieverslag bestaat")  # no sentence for a no
    assert open_.zwakste == f"Nog te beantwoorden: {FEITEN['is_resultaat_bevredigend'].vraag}"

    Dossier.objects.filter(kenmerk=fout.kenmerk).update(zwakste_norm="BKP-3-17")
    assert portefeuille(wereld.hr).regels[0].zwakste == "De werkgever heeft niet genoeg gedaan."


def test_na_het_kantelpunt_wordt_het_dossier_opnieuw_beoordeeld(wereld):
    dossier = te_weinig_gedaan(wereld)
    dossier.refresh_from_db()
    kantelpunt = dossier.kantelpunt
    assert kantelpunt is not None
    assert dossier.houdbaar_tot <= kantelpunt + EEN_DAG

    bijwerken(kantelpunt + EEN_DAG)

    dossier.refresh_from_db()
    assert dossier.kantelpunt is None or dossier.kantelpunt > kantelpunt
    assert not te_bewerken(kantelpunt + EEN_DAG).exists()


@pytest.mark.parametrize("rol", list(Rol))
def test_alleen_wie_een_oordeel_mag_zien_ziet_de_portefeuille_en_alleen_van_het_eigen_bereik(wereld, ziek, rol):
    if rol not in KIJKERS:
        with pytest.raises(GeenToegang):
            portefeuille(wereld.actoren[rol])
        return
    assert [regel.kenmerk for regel in portefeuille(wereld.actoren[rol]).regels] == [ziek.kenmerk]
    assert portefeuille(wereld.vreemden[rol]).regels == ()


def test_een_gesloten_dossier_staat_er_niet(wereld, ziek):
    sluit_dossier(dossier=ziek, actor=wereld.hr)

    assert portefeuille(wereld.hr).totaal == 0


def test_zoeken_vindt_alleen_wat_erbij_past(wereld, ziek):
    te_weinig_gedaan(wereld)

    gevonden = portefeuille(wereld.hr, zoekterm=ziek.kenmerk)

    assert [regel.kenmerk for regel in gevonden.regels] == [ziek.kenmerk]
    assert portefeuille(wereld.hr, zoekterm="qqq").totaal == 0


def test_meer_dossiers_met_een_loon_kosten_niet_meer_vragen(wereld):
    afspraak = {"vanaf": "2020-01-01", "loon_centen": 300_000, "per": "maand", "uren_per_week": "36"}

    def tel():
        with eigen_ring(), ExitStack() as stapel:
            gevangen = [stapel.enter_context(CaptureQueriesContext(connections[alias])) for alias in connections]
            assert all(regel.per_week for regel in portefeuille(wereld.hr).regels)
        return sum(len(een) for een in gevangen)

    leg_vast(wereld, te_weinig_gedaan(wereld), "loonafspraken", afspraak)
    bij_een = tel()
    for _ in range(3):
        leg_vast(wereld, te_weinig_gedaan(wereld), "loonafspraken", afspraak)

    assert tel() == bij_een

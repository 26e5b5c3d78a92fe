"""Receipts and the upkeep: only what expired, resumable after kill -9, shared by several, and honest about failures."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections

from poortnormen.catalogus import catalogus
from poortwijzer.dossiers.actions import leg_feit_vast
from poortwijzer.dossiers.assessments import beoordeel, bijwerken, laatst_bijgewerkt, te_bewerken
from poortwijzer.dossiers.models import Beoordeling, Dossier, Feit, Onderhoud, Taak
from poortwijzer.dossiers.proefdata import Proefopzet, maak_proefdossiers
from poortwijzer.dossiers.queries import werklijst
from poortwijzer.dossiers.tasks import werk_dossiers_bij
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.slot.wie import werk
from poortwijzer.toegang.rollen import Rol

WERKER = """
import time, django
django.setup()
from poortwijzer.dossiers.assessments import bijwerken
from poortwijzer.lib.klok import vandaag
from poortwijzer.slot.wie import werk
def langzaam(gedaan, totaal):
    print(gedaan, flush=True)
    time.sleep(0.05)
with werk("poortwijzer bijwerken"):
    bijwerken(vandaag(), voortgang=langzaam)
"""


def maak(wereld, aantal):
    opzet = Proefopzet(werkgever_id=wereld.werkgever.pk, betrokkenen={})
    return maak_proefdossiers(aantal, zaad=7, opzet=opzet, vandaag=vandaag())


def test_een_bon_noemt_catalogus_peildatum_feiten_en_wat_veranderde(wereld, ziek):
    eerste = ziek.beoordelingen.get()
    leg_feit_vast(dossier=ziek, actor=wereld.actoren[Rol.BEDRIJFSARTS], naam="dreigt_langdurig_verzuim", waarde=True)

    tweede = ziek.beoordelingen.get(vorige=eerste)

    assert (tweede.catalogusversie, tweede.peildatum) == (catalogus().versie, vandaag())
    assert set(eerste.feiten) < set(tweede.feiten)
    assert "PRG-2-2" in tweede.uitkomsten
    assert len(tweede.uitkomsten) < len(eerste.uitkomsten), "only what changed"
    assert "WIA-23-1" in eerste.uitkomsten
    assert "WIA-23-1" not in tweede.uitkomsten


def test_een_bon_bewaart_niet_wat_voor_elk_dossier_gelijk_is(ziek):
    assert not set(ziek.beoordelingen.get().uitkomsten) & set(catalogus().vast)


def test_bonnen_vormen_een_keten_zonder_splitsing(wereld, ziek):
    for waarde in (True, False, True):
        leg_feit_vast(
            dossier=ziek,
            actor=wereld.actoren[Rol.BEDRIJFSARTS],
            naam="heeft_mogelijkheden",
            waarde=waarde,
            op=vandaag(),
        )

    bonnen = {bon.vorige_id: bon.pk for bon in ziek.beoordelingen.all()}
    lengte, volgende = 0, bonnen.get(None)
    while volgende is not None:
        lengte, volgende = lengte + 1, bonnen.get(volgende)

    assert lengte == ziek.beoordelingen.count() == 4


def test_de_lijstvelden_zijn_die_van_de_beoordeling(ziek):
    beoordeeld = beoordeel(ziek, vandaag())

    assert ziek.houdbaar_tot == beoordeeld.houdbaar_tot
    assert ziek.beoordeeld_op == vandaag()
    assert ziek.catalogusversie == catalogus().versie


def test_bijwerken_raakt_alleen_aan_wat_verlopen_is(wereld):
    ids = maak(wereld, 6)
    assert bijwerken(vandaag()).gedaan == 6
    vers = Dossier.objects.filter(pk__in=ids[:3])
    vers.update(houdbaar_tot=None)
    Dossier.objects.filter(pk__in=ids[3:]).update(houdbaar_tot=vandaag())

    verslag = bijwerken(vandaag())

    assert (verslag.totaal, verslag.gedaan) == (3, 3)
    assert Beoordeling.objects.filter(dossier__in=vers).count() == 3
    assert bijwerken(vandaag()).totaal == 0, "again: nothing to do"


def test_bijwerken_na_een_andere_catalogus_doet_alles(wereld):
    maak(wereld, 3)
    bijwerken(vandaag())
    Dossier.objects.update(catalogusversie="een vorige", houdbaar_tot=None)

    assert bijwerken(vandaag()).gedaan == 3


def test_de_taken_volgen_de_tijd(wereld):
    dossier = wereld.meld_ziek(vandaag())
    leg_feit_vast(dossier=dossier, actor=wereld.actoren[Rol.BEDRIJFSARTS], naam="dreigt_langdurig_verzuim", waarde=True)

    def stand():
        return (
            Taak.objects.filter(dossier=dossier, norm="PRG-2-2", soort="moment")
            .values_list("status", flat=True)
            .first()
        )

    assert stand() is None
    bijwerken(vandaag() + timedelta(days=35))
    assert stand() == "nadert"
    bijwerken(vandaag() + timedelta(days=60))
    assert stand() == "te_laat"


def test_de_werklijst_zegt_dat_het_onderhoud_niet_liep(wereld, ziek):
    assert not werklijst(wereld.hr).is_verouderd
    Dossier.objects.filter(pk=ziek.pk).update(houdbaar_tot=vandaag())

    lijst = werklijst(wereld.hr)
    assert (lijst.is_verouderd, lijst.aantal_verouderd, lijst.bijgewerkt_op) == (True, 1, None)

    bijwerken(vandaag())
    lijst = werklijst(wereld.hr)
    assert (lijst.is_verouderd, lijst.bijgewerkt_op) == (False, vandaag())


def test_een_dossier_dat_niet_te_beoordelen_is_houdt_de_andere_niet_op(wereld):
    ids = maak(wereld, 4)
    Feit.objects.create(
        dossier_id=ids[1], volgnummer=99, naam="bestaat_niet", waarde=1, vastgelegd_op=nu(), gever="werkgever"
    )

    verslag = bijwerken(vandaag())

    assert verslag.gedaan == 3
    assert set(verslag.mislukt) == {str(ids[1])}
    assert "bestaat_niet" not in str(verslag.mislukt), "no content in a report"
    ronde = Onderhoud.objects.get()
    assert (ronde.aantal_gedaan, ronde.aantal_mislukt) == (3, 1)
    assert te_bewerken(vandaag()).count() == 1


def test_de_voortgang_telt_op_tot_het_geheel(wereld):
    maak(wereld, 5)
    gezien = []

    bijwerken(vandaag(), voortgang=lambda gedaan, totaal: gezien.append((gedaan, totaal)))

    assert gezien == [(nummer, 5) for nummer in range(1, 6)]


def test_de_dagelijkse_taak_geeft_alleen_aantallen(wereld):
    maak(wereld, 2)

    assert werk_dossiers_bij.func() == {"totaal": 2, "gedaan": 2, "mislukt": 0}
    assert laatst_bijgewerkt() == vandaag()


@pytest.mark.django_db(transaction=True)
def test_na_kill_9_gaat_bijwerken_verder_waar_het_was(bouw_wereld, adressen_van_databases):
    wereld = bouw_wereld()
    maak(wereld, 12)
    omgeving = {**os.environ, **adressen_van_databases}
    omgeving["DJANGO_SETTINGS_MODULE"] = "poortwijzer.config.settings.toets"

    with subprocess.Popen([sys.executable, "-c", WERKER], env=omgeving, stdout=subprocess.PIPE, text=True) as proces:
        for _ in range(4):
            assert proces.stdout is not None
            proces.stdout.readline()
        proces.send_signal(signal.SIGKILL)

    klaar = set(Dossier.objects.exclude(catalogusversie="").values_list("pk", flat=True))
    assert 4 <= len(klaar) < 12
    assert set(Beoordeling.objects.values_list("dossier_id", flat=True)) == klaar, "no half dossiers"
    verslag = bijwerken(vandaag())
    assert verslag.gedaan == 12 - len(klaar)
    assert Beoordeling.objects.count() == 12, "nothing was done twice"
    assert te_bewerken(vandaag()).count() == 0


@pytest.mark.django_db(transaction=True)
def test_twee_tegelijk_doen_samen_alles_precies_een_keer(bouw_wereld):
    wereld = bouw_wereld()
    maak(wereld, 30)

    def werk_bij(_):
        try:
            with werk("poortwijzer bijwerken"):
                return bijwerken(vandaag()).gedaan
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=2) as pool:
        gedaan = list(pool.map(werk_bij, range(2)))

    assert sum(gedaan) == 30
    assert Beoordeling.objects.count() == 30
    assert te_bewerken(vandaag()).count() == 0

"""Tasks: derived from outcomes, sorted by consequence, and what people add to them survives a rebuild."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections, transaction

from poortwijzer import audit
from poortwijzer.dossiers.access import NietBevestigd, NietGevonden
from poortwijzer.dossiers.actions import (
    Invoerfout,
    heropen_dossier,
    hervat_taak,
    laat_taak_los,
    leg_feit_vast,
    meld_herstel,
    neem_taak,
    noteer_bij_taak,
    sluit_dossier,
    stel_taak_uit,
)
from poortwijzer.dossiers.beelden import Knopsoort
from poortwijzer.dossiers.models import Accountbevestiging, Taak, Taakaantekening
from poortwijzer.dossiers.queries import taak_voor, werklijst
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def laat(wereld):
    """A dossier of ten weeks in which nothing happened: there is much to do."""
    dossier = wereld.meld_ziek(vandaag() - timedelta(days=70))
    leg_feit_vast(dossier=dossier, actor=wereld.actoren[Rol.BEDRIJFSARTS], naam="dreigt_langdurig_verzuim", waarde=True)
    return dossier


def regels(wereld, rol=Rol.WERKGEVER, **filters):
    return werklijst(wereld.actoren[rol], **filters).regels


def test_wat_te_laat_is_staat_bij_wie_het_moet_doen_met_de_handeling_erbij(wereld, laat):
    regel = next(regel for regel in regels(wereld, Rol.BEDRIJFSARTS) if regel.norm == "PRG-2-2")

    assert regel.status.value == "te_laat"
    assert (regel.gevolg.value, regel.gevolg_rang) == ("loonsanctie", 0)
    assert (regel.knop.soort, regel.knop.onderdeel) == (Knopsoort.STEL_STUK_OP, "probleemanalyse")
    assert regel.reden.sjabloon
    assert regel.uiterste_dag is not None
    assert regel.streefdag is not None


def test_de_zwaarste_gevolgen_staan_bovenaan_en_daarbinnen_de_eerste_dag(wereld, laat):
    rangen = [regel.gevolg_rang for regel in regels(wereld)]
    dagen = [regel.uiterste_dag for regel in regels(wereld) if regel.gevolg_rang == 0 and regel.uiterste_dag]

    assert rangen == sorted(rangen)
    assert dagen == sorted(dagen)


def test_een_vraag_staat_er_een_keer_en_alleen_bij_wie_haar_kan_beantwoorden(wereld, ziek):
    vragen = [regel.ontbreekt for regel in regels(wereld) if regel.ontbreekt]
    assert len(vragen) == len(set(vragen))

    van_de_arts = {regel.ontbreekt for regel in regels(wereld, Rol.BEDRIJFSARTS) if regel.ontbreekt}
    van_de_baas = {regel.ontbreekt for regel in regels(wereld, Rol.LEIDINGGEVENDE) if regel.ontbreekt}
    assert ("dreigt_langdurig_verzuim",) in van_de_arts
    assert van_de_baas == set()


def test_een_beantwoorde_vraag_verdwijnt(wereld, ziek):
    def gevraagd():
        return {regel.ontbreekt for regel in regels(wereld)}

    assert ("dienstverband",) in gevraagd()
    leg_feit_vast(dossier=ziek, actor=wereld.hr, naam="dienstverband", waarde={"begin": "2020-01-01"})
    assert ("dienstverband",) not in gevraagd()


def test_wat_mensen_toevoegen_overleeft_een_nieuwe_beoordeling(wereld, laat):
    taak = regels(wereld)[0]
    neem_taak(taak_id=taak.taak_id, actor=wereld.hr)
    noteer_bij_taak(taak_id=taak.taak_id, actor=wereld.hr, tekst="gebeld met de praktijk")

    leg_feit_vast(dossier=laat, actor=wereld.hr, naam="dienstverband", waarde={"begin": "2020-01-01"})

    opnieuw = next(regel for regel in regels(wereld) if (regel.norm, regel.wat) == (taak.norm, taak.wat))
    assert (opnieuw.genomen_door, opnieuw.is_van_mij) == (wereld.hr.naam, True)
    assert opnieuw.notitie == "gebeld met de praktijk"
    assert Taakaantekening.objects.filter(dossier=laat).count() == 2


def test_een_taak_is_over_te_nemen_en_los_te_laten(wereld, laat):
    taak = regels(wereld)[0]
    neem_taak(taak_id=taak.taak_id, actor=wereld.hr)
    neem_taak(taak_id=taak.taak_id, actor=wereld.actoren[Rol.CASEMANAGER])
    assert [regel.taak_id for regel in regels(wereld, Rol.CASEMANAGER, alleen_van_mij=True)] == [taak.taak_id]
    assert regels(wereld, alleen_van_mij=True) == ()

    laat_taak_los(taak_id=taak.taak_id, actor=wereld.hr)
    assert taak_voor(wereld.hr, taak.taak_id).genomen_door == ""


def test_wie_een_taak_opent_met_wat_collegas_erbij_schreven_staat_in_het_leeslog(wereld, laat):
    """A note is a part of the dossier: whoever reads it is seen by the employee, and counts for reading in bulk."""
    taak = regels(wereld)[0]
    noteer_bij_taak(taak_id=taak.taak_id, actor=wereld.actoren[Rol.CASEMANAGER], tekst="belt maandag terug")

    assert taak_voor(wereld.hr, taak.taak_id).notitie == "belt maandag terug"

    rij = audit.lees(laat.pk)[0]
    assert (rij.actor_id, rij.handeling, rij.onderdeel) == (wereld.hr.gebruiker_id, Handeling.INZIEN, Deel.TAKEN)


def test_uitstel_haalt_een_taak_van_de_lijst_tot_die_dag_en_schuift_de_termijn_niet(wereld, laat):
    taak = regels(wereld)[0]
    tot = vandaag() + timedelta(days=5)

    stel_taak_uit(taak_id=taak.taak_id, actor=wereld.hr, tot=tot, reden="wacht op afspraak")

    assert taak.taak_id not in {regel.taak_id for regel in regels(wereld)}
    uitgesteld = next(regel for regel in regels(wereld, met_uitgesteld=True) if regel.taak_id == taak.taak_id)
    assert (uitgesteld.uitgesteld_tot, uitgesteld.uiterste_dag) == (tot, taak.uiterste_dag)
    hervat_taak(taak_id=taak.taak_id, actor=wereld.hr)
    assert taak.taak_id in {regel.taak_id for regel in regels(wereld)}


@pytest.mark.parametrize(("dagen", "reden", "veld"), [(0, "x", "tot"), (3, "  ", "reden")])
def test_uitstel_zonder_dag_of_reden_kan_niet(wereld, laat, dagen, reden, veld):
    taak = regels(wereld)[0]

    with pytest.raises(Invoerfout) as fout:
        stel_taak_uit(taak_id=taak.taak_id, actor=wereld.hr, tot=vandaag() + timedelta(days=dagen), reden=reden)

    assert fout.value.veld == veld


def test_een_vreemde_neemt_geen_taak_en_ziet_haar_niet(wereld, laat):
    taak = regels(wereld)[0]
    vreemde = wereld.vreemden[Rol.WERKGEVER]

    with pytest.raises(NietGevonden):
        neem_taak(taak_id=taak.taak_id, actor=vreemde)
    with pytest.raises(NietGevonden):
        taak_voor(vreemde, taak.taak_id)
    neem_taak(taak_id=taak.taak_id, actor=wereld.hr)

    assert audit.lees(laat.pk)[0].handeling == "taak_nemen"


def test_na_herstel_en_na_sluiten_wacht_er_niets_meer(wereld, laat):
    sluit_dossier(dossier=laat, actor=wereld.hr)
    assert regels(wereld) == ()
    heropen_dossier(dossier=laat, actor=wereld.hr)
    assert regels(wereld)

    meld_herstel(dossier=laat, actor=wereld.hr, hersteld_op=vandaag() - timedelta(days=60))

    assert "PRG-2-2" not in {regel.norm for regel in regels(wereld) if not regel.ontbreekt}


def test_een_taak_die_niet_meer_bestaat_is_niet_te_nemen(wereld, laat):
    taak = regels(wereld)[0]
    sluit_dossier(dossier=laat, actor=wereld.hr)

    with pytest.raises(NietGevonden):
        neem_taak(taak_id=taak.taak_id, actor=wereld.hr)


@pytest.mark.django_db(transaction=True)
def test_wie_tegelijk_neemt_en_noteert_verliest_niets(bouw_wereld):
    """The second one read the task before the first had committed, and waited for the dossier."""
    wereld = bouw_wereld()
    dossier = wereld.meld_ziek(vandaag() - timedelta(days=70))
    hr, casemanager = wereld.hr, wereld.actoren[Rol.CASEMANAGER]
    taak = Taak.objects.filter(dossier=dossier).first()

    def noteer() -> None:
        try:
            noteer_bij_taak(taak_id=taak.pk, actor=casemanager, tekst="Morgen bellen")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=1) as pool:
        with transaction.atomic():
            neem_taak(taak_id=taak.pk, actor=hr)
            noteert = pool.submit(noteer)
            time.sleep(0.5)  # time to come to the lock
        noteert.result()

    taak.refresh_from_db()
    assert (taak.genomen_door_id, taak.notitie) == (hr.gebruiker_id, "Morgen bellen")


@pytest.mark.django_db(transaction=True)
def test_een_taak_die_ondertussen_verviel_is_er_niet_meer(bouw_wereld):
    wereld = bouw_wereld()
    dossier = wereld.meld_ziek(vandaag() - timedelta(days=70))
    hr = wereld.hr
    taak = Taak.objects.filter(dossier=dossier).first()

    def neem() -> bool:
        try:
            neem_taak(taak_id=taak.pk, actor=wereld.actoren[Rol.CASEMANAGER])
        except NietGevonden:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(max_workers=1) as pool:
        with transaction.atomic():
            meld_herstel(dossier=dossier, actor=hr, hersteld_op=vandaag() - timedelta(days=60))
            sluit_dossier(dossier=dossier, actor=hr)
            neemt = pool.submit(neem)
            time.sleep(0.5)  # as above
        assert neemt.result() is False


def test_een_account_dat_niemand_bevestigde_neemt_een_taak_en_zegt_er_niets_bij(wereld, ziek):
    """The reason of a postponement and a note would stand there under the name of the employee."""
    Accountbevestiging.objects.all().delete()
    werknemer = wereld.actoren[Rol.WERKNEMER]
    taak = regels(wereld, Rol.WERKNEMER)[0]
    bij = {"taak_id": taak.taak_id, "actor": werknemer}
    for doe in (
        lambda: stel_taak_uit(**bij, tot=vandaag() + timedelta(days=7), reden="op vakantie"),
        lambda: noteer_bij_taak(**bij, tekst="komt goed"),
        lambda: hervat_taak(**bij),
    ):
        with pytest.raises(NietBevestigd):
            doe()
        assert audit.lees(ziek.pk)[0].uitkomst == "geweigerd"
    assert not Taakaantekening.objects.exists()
    neem_taak(**bij)
    assert Taakaantekening.objects.get().soort == "genomen"
    assert not taak_voor(werknemer, taak.taak_id).mag_uitstellen

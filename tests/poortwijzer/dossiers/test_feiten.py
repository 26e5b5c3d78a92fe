"""The fact store: append-only, superseded once, two dates, and to the core and back."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError, IntegrityError, transaction

from poortnormen.dossier import lees_dossier, schrijf_dossier
from poortnormen.omzetting import Omzetfout
from poortwijzer.dossiers.access import GeenToegang, access_dossier
from poortwijzer.dossiers.actions import Conflict, Invoerfout, leg_feit_vast, meld_herstel, trek_feit_in
from poortwijzer.dossiers.assessments import beoordeel
from poortwijzer.dossiers.facts import Feitfout, kern_dossier, lees_feitwaarde
from poortwijzer.dossiers.models import Beoordeling, Feit, Taakaantekening, Ziekmelding
from poortwijzer.dossiers.queries import dossierbeeld
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol

ALLEEN_TOEVOEGEN = (Feit, Ziekmelding, Beoordeling)


@pytest.mark.parametrize("model", ALLEEN_TOEVOEGEN)
def test_de_database_weigert_wijzigen_en_wissen(ziek, model):
    rij = model.objects.filter(dossier=ziek).first()

    with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
        model.objects.filter(pk=rij.pk).update(dossier=ziek)
    with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
        model.objects.filter(pk=rij.pk)._raw_delete("default")

    assert model.objects.filter(pk=rij.pk).exists()


def test_ook_een_aantekening_bij_een_taak_blijft_staan(ziek, wereld):
    rij = Taakaantekening.objects.create(
        dossier=ziek, taaksoort="moment", norm="X", soort="genomen", door_id=wereld.hr.gebruiker_id, op=nu()
    )

    with pytest.raises(DatabaseError, match="append only"), transaction.atomic():
        rij.delete()


def test_een_feit_wordt_hoogstens_een_keer_vervangen(ziek, wereld):
    eerste = meld_herstel(dossier=ziek, actor=wereld.hr, hersteld_op=vandaag())
    gelijk = {"dossier": ziek, "naam": eerste.naam, "vastgelegd_op": nu(), "gever": "werkgever", "vervangt": eerste}

    Feit.objects.create(volgnummer=90, **gelijk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Feit.objects.create(volgnummer=91, **gelijk)


def test_een_feit_vervangt_niet_zichzelf_en_heeft_een_naam(ziek):
    id_ = uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        Feit.objects.create(
            id=id_, vervangt_id=id_, dossier=ziek, volgnummer=90, naam="x", vastgelegd_op=nu(), gever="werkgever"
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Feit.objects.create(dossier=ziek, volgnummer=91, naam="", vastgelegd_op=nu(), gever="werkgever")


def test_feiten_gaan_heen_en_weer_naar_de_kern(ziek, wereld):
    leg_feit_vast(dossier=ziek, actor=wereld.hr, naam="werkdagen", waarde=["ma", "wo"], op=vandaag())

    geval = kern_dossier(ziek)

    assert lees_dossier(schrijf_dossier(geval)) == geval
    assert [feit.id for feit in geval.feiten] == sorted(feit.id for feit in geval.feiten)


def test_een_geboortedatum_uit_de_personeelsadministratie_is_ook_een_feit(ziek):
    ziek.werknemer.geboortedatum = date(1980, 5, 17)

    (feit,) = [feit for feit in kern_dossier(ziek).feiten if feit.naam == "geboortedatum"]

    assert (feit.waarde, feit.gever) == (date(1980, 5, 17), "werkgever")
    assert beoordeel(ziek, vandaag()).kern.beeld["geboortedatum"].waarde == date(1980, 5, 17)


def test_een_dossier_is_te_tonen_zoals_het_op_een_dag_bekend_was(wereld):
    begin = vandaag() - timedelta(days=100)
    with time_machine.travel(datetime.combine(begin, datetime.min.time()) + timedelta(hours=10)):
        dossier = wereld.meld_ziek(begin)
    with time_machine.travel(datetime.combine(begin + timedelta(days=50), datetime.min.time()) + timedelta(hours=10)):
        fout = meld_herstel(dossier=dossier, actor=wereld.hr, hersteld_op=begin + timedelta(days=40))
    trek_feit_in(dossier=dossier, actor=wereld.hr, feit_id=fout.pk, motivering="was niet hersteld")
    actor, dag = wereld.hr, begin + timedelta(days=60)

    dossier = access_dossier(actor, dossier.kenmerk, deel=Deel.TIJDLIJN)

    def stand(bekend_op):
        return dossierbeeld(actor, dossier, peildatum=dag, bekend_op=bekend_op).verzuimstand.value

    assert stand(begin + timedelta(days=49)) == "ziek"
    assert stand(begin + timedelta(days=55)) == "hersteld"
    assert stand(None) == "ziek"


def test_een_dossier_is_te_lezen_tot_op_een_moment_ook_binnen_een_dag(ziek, wereld):
    moment = ziek.feiten.order_by("-volgnummer").first().vastgelegd_op
    with time_machine.travel(moment + timedelta(seconds=1)):
        leg_feit_vast(dossier=ziek, actor=wereld.hr, naam="werkdagen", waarde=["ma", "wo"], op=vandaag())

    def namen(tot):
        return [feit.naam for feit in kern_dossier(ziek, tot=tot).feiten]

    assert [*namen(moment), "werkdagen"] == namen(None) == namen(moment + timedelta(seconds=2))


def test_wat_werd_ingetrokken_blijft_leesbaar_met_de_reden(ziek, wereld):
    fout = meld_herstel(dossier=ziek, actor=wereld.hr, hersteld_op=vandaag())

    trek_feit_in(dossier=ziek, actor=wereld.hr, feit_id=fout.pk, motivering="vergissing")

    dossier = access_dossier(wereld.hr, ziek.kenmerk, deel=Deel.TIJDLIJN)
    beeld = dossierbeeld(wereld.hr, dossier)
    feit = next(feit for feit in beeld.feiten if feit.id == fout.pk)
    assert feit.is_ingetrokken
    assert next(f for f in beeld.feiten if f.id == feit.vervangen_door).motivering == "vergissing"
    assert beeld.verzuimstand.value == "ziek"


def test_intrekken_van_wat_al_is_ingetrokken_is_een_conflict(ziek, wereld):
    fout = meld_herstel(dossier=ziek, actor=wereld.hr, hersteld_op=vandaag())
    trek_feit_in(dossier=ziek, actor=wereld.hr, feit_id=fout.pk, motivering="vergissing")

    with pytest.raises(Conflict):
        trek_feit_in(dossier=ziek, actor=wereld.hr, feit_id=fout.pk, motivering="nog eens")


def test_een_ziekmelding_met_herstel_erna_is_niet_los_in_te_trekken(ziek, wereld):
    meld_herstel(dossier=ziek, actor=wereld.hr, hersteld_op=vandaag())
    melding = ziek.feiten.get(naam="ziekmeldingen")

    with pytest.raises(Feitfout, match="liep er geen ziekteperiode"):
        trek_feit_in(dossier=ziek, actor=wereld.hr, feit_id=melding.pk, motivering="nooit ziek geweest")


def test_een_feit_van_een_ander_dossier_is_niet_te_vervangen(ziek, wereld):
    ander = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    vreemd = ander.feiten.get(naam="ziekmeldingen")

    with pytest.raises(Invoerfout):
        trek_feit_in(dossier=ziek, actor=wereld.hr, feit_id=vreemd.pk, motivering="x")
    with pytest.raises(Invoerfout):
        leg_feit_vast(
            dossier=ziek, actor=wereld.hr, naam="ziekmeldingen", waarde={"eerste_ziektedag": "2026-01-01"},
            vervangt=vreemd.pk, motivering="x",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [("dreigt_langdurig_verzuim", "misschien"), ("heeft_mogelijkheden", None), ("wia_aanvraag_op", "2026-13-01")],
)
def test_een_waarde_die_niet_past_wordt_geweigerd(ziek, wereld, naam, waarde):
    with pytest.raises(Omzetfout):
        leg_feit_vast(dossier=ziek, actor=wereld.actoren[Rol.BEDRIJFSARTS], naam=naam, waarde=waarde)


@pytest.mark.parametrize("naam", ["oordeel_op", "bestaat_niet"])
def test_wat_uit_een_stuk_volgt_of_onbekend_is_wordt_niet_los_vastgelegd(naam):
    with pytest.raises(Feitfout):
        lees_feitwaarde(naam, "2026-01-01")


def test_alleen_wie_het_kan_weten_geeft_een_feit(ziek, wereld):
    with pytest.raises(GeenToegang):
        leg_feit_vast(dossier=ziek, actor=wereld.hr, naam="dreigt_langdurig_verzuim", waarde=True)
    leg_feit_vast(dossier=ziek, actor=wereld.actoren[Rol.BEDRIJFSARTS], naam="dreigt_langdurig_verzuim", waarde=True)

    feit = ziek.feiten.get(naam="dreigt_langdurig_verzuim")
    assert (feit.gever, feit.vastgelegd_door_id) == ("bedrijfsarts", wereld.actoren[Rol.BEDRIJFSARTS].gebruiker_id)


def test_de_casemanager_geeft_een_feit_namens_de_werkgever(ziek, wereld):
    leg_feit_vast(
        dossier=ziek,
        actor=wereld.actoren[Rol.CASEMANAGER],
        naam="ziekteaangifte",
        waarde={"gedaan_op": vandaag().isoformat()},
    )

    assert ziek.feiten.get(naam="ziekteaangifte").gever == "werkgever"


def test_wat_uwv_schreef_legt_een_ander_vast_namens_uwv(ziek, wereld):
    feit = leg_feit_vast(
        dossier=ziek, actor=wereld.hr, naam="wia_aanvraag_op", waarde=vandaag().isoformat(), gever="uwv"
    )

    assert feit.gever == "uwv"
    with pytest.raises(GeenToegang):
        leg_feit_vast(
            dossier=ziek, actor=wereld.hr, naam="wia_aanvraag_op", waarde=vandaag().isoformat(), gever="werknemer"
        )


def stuk(soort):
    return {"soort": soort, "opgesteld_op": vandaag().isoformat()}


def test_een_stuk_van_elders_legt_vast_wie_zo_een_stuk_mag_vaststellen(ziek, wereld):
    with pytest.raises(GeenToegang):
        leg_feit_vast(dossier=ziek, actor=wereld.hr, naam="stukken", waarde=stuk("probleemanalyse"))
    leg_feit_vast(dossier=ziek, actor=wereld.hr, naam="stukken", waarde=stuk("reintegratieverslag"))

    (feit,) = ziek.feiten.filter(naam="stukken")
    assert (feit.waarde["soort"], feit.stuk_id) == ("reintegratieverslag", None)
    trek_feit_in(dossier=ziek, actor=wereld.hr, feit_id=feit.pk, motivering="nog niet klaar")


def test_elke_handeling_hoogt_de_versie_op_en_beoordeelt_opnieuw(ziek, wereld):
    voor = (ziek.versie, ziek.beoordelingen.count())

    leg_feit_vast(dossier=ziek, actor=wereld.actoren[Rol.BEDRIJFSARTS], naam="dreigt_langdurig_verzuim", waarde=True)

    ziek.refresh_from_db()
    assert (ziek.versie, ziek.beoordelingen.count()) == (voor[0] + 1, voor[1] + 1)


def test_een_toestand_geldt_van_begin_af_en_een_veranderde_vanaf_vandaag(ziek, wereld):
    eigen = {"dossier": ziek, "actor": wereld.hr, "naam": "dienstverband"}

    eerste = leg_feit_vast(waarde={"begin": "2020-01-01"}, **eigen)
    anders = leg_feit_vast(waarde={"begin": "2020-01-01", "einde": "2027-01-01"}, **eigen)
    verbeterd = leg_feit_vast(waarde={"begin": "2021-01-01"}, vervangt=eerste.pk, motivering="tikfout", **eigen)

    assert (eerste.op, anders.op, verbeterd.op) == (None, vandaag(), None)


def test_de_dag_waarop_lang_verzuim_bleek_te_dreigen_wordt_gegeven_en_niet_geraden(ziek, wereld):
    eigen = {"dossier": ziek, "actor": wereld.actoren[Rol.BEDRIJFSARTS], "naam": "dreigt_langdurig_verzuim"}

    zonder_dag = leg_feit_vast(waarde=True, **eigen)
    assert beoordeel(ziek, vandaag()).kern.beeld["dreiging_bleek_op"].waarde is None
    leg_feit_vast(waarde=True, op=vandaag(), vervangt=zonder_dag.pk, motivering="de dag erbij", **eigen)

    assert beoordeel(ziek, vandaag()).kern.beeld["dreiging_bleek_op"].waarde == vandaag()


def afschrift(soort):
    return {"soort": soort, "ontvanger": "uwv", "verstrekt_op": vandaag().isoformat()}


OVER_STUKKEN = (("stukken", stuk), ("afschriften", afschrift))


@pytest.mark.parametrize(
    ("rol", "eigen", "van_een_ander"),
    [
        (Rol.CASEMANAGER, "plan_van_aanpak", "oordeel_werknemer"),
        (Rol.CASEMANAGER, "reintegratieverslag", "probleemanalyse"),
        (Rol.BEDRIJFSARTS, "probleemanalyse", "plan_van_aanpak"),
        (Rol.WERKNEMER, "oordeel_werknemer", "evaluatie"),
    ],
)
def test_dat_een_stuk_er_is_en_wie_het_kreeg_is_van_wie_het_mag_vaststellen(ziek, wereld, rol, eigen, van_een_ander):
    actor = wereld.actoren[rol]

    for naam, vorm in OVER_STUKKEN:
        feit = leg_feit_vast(dossier=ziek, actor=actor, naam=naam, waarde=vorm(eigen))
        with pytest.raises(GeenToegang):
            leg_feit_vast(dossier=ziek, actor=actor, naam=naam, waarde=vorm(van_een_ander))
        assert list(ziek.feiten.filter(naam=naam)) == [feit]


@pytest.mark.parametrize(("naam", "vorm"), OVER_STUKKEN)
def test_een_stuk_verbeteren_tot_een_ander_stuk_mag_alleen_van_beide(ziek, wereld, naam, vorm):
    leidinggevende = wereld.actoren[Rol.LEIDINGGEVENDE]
    plan = leg_feit_vast(dossier=ziek, actor=wereld.hr, naam=naam, waarde=vorm("plan_van_aanpak"))
    evaluatie = leg_feit_vast(dossier=ziek, actor=leidinggevende, naam=naam, waarde=vorm("evaluatie"))
    over = {"dossier": ziek, "naam": naam, "motivering": "het verkeerde stuk"}

    with pytest.raises(GeenToegang):
        leg_feit_vast(actor=leidinggevende, waarde=vorm("evaluatie"), vervangt=plan.pk, **over)
    with pytest.raises(GeenToegang):
        trek_feit_in(dossier=ziek, actor=leidinggevende, feit_id=plan.pk, motivering="weg")
    leg_feit_vast(actor=wereld.hr, waarde=vorm("plan_van_aanpak"), vervangt=evaluatie.pk, **over)


def test_wat_werd_ingetrokken_blijft_van_wie_het_stuk_leest(ziek, wereld):
    werknemer = wereld.actoren[Rol.WERKNEMER]
    feit = leg_feit_vast(dossier=ziek, actor=werknemer, naam="afschriften", waarde=afschrift("oordeel_werknemer"))
    trek_feit_in(dossier=ziek, actor=werknemer, feit_id=feit.pk, motivering="aan een ander gegeven")

    def gezien(actor):
        dossier = access_dossier(actor, ziek.kenmerk, deel=Deel.VERZUIM)
        return [(f.waarde is None, f.deel) for f in dossierbeeld(actor, dossier).feiten if f.naam == "afschriften"]

    assert gezien(werknemer) == [(True, Deel.OORDEEL_WERKNEMER), (False, Deel.OORDEEL_WERKNEMER)]
    assert gezien(wereld.hr) == []


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("bewaarblokkades", {"vanaf": "2026-01-01"}),
        ("logregel_op", "2026-01-01"),
        ("wisverzoek_ontvangen_op", "2026-01-01"),
    ],
)
def test_wat_uit_een_andere_handeling_volgt_is_geen_antwoord_op_een_vraag(ziek, wereld, naam, waarde):
    """A hold is for who may block: as an answer to a question everybody at the employer could make one."""
    with pytest.raises(GeenToegang):
        leg_feit_vast(dossier=ziek, actor=wereld.hr, naam=naam, waarde=waarde)

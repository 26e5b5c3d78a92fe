"""Documents: who works on them, what freezing does to the facts, and what the parties say."""

from datetime import timedelta

import pytest

from poortwijzer import audit
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.actions import (
    Invoerfout,
    begin_nieuwe_versie,
    begin_stuk,
    bewaar_stuk,
    leg_afschrift_vast,
    leg_feit_vast,
    reageer_op_stuk,
    stel_stuk_vast,
    trek_feit_in,
)
from poortwijzer.dossiers.beelden import Knopsoort
from poortwijzer.dossiers.partijen import gever_voor
from poortwijzer.dossiers.queries import dossierbeeld
from poortwijzer.dossiers.stukken import access_stuk
from poortwijzer.formulieren.register import soort_van
from poortwijzer.formulieren.services import ConceptGewijzigd, IsConcept, ontbrekend
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling
from poortwijzer.toegang.rollen import Rol


def stel_vast(wereld, dossier, soort, rol, dag=None):
    """Make and freeze a document with only its day in it, and a reason for all that is missing."""
    actor = wereld.actoren[rol]
    stuk = begin_stuk(dossier=dossier, actor=actor, soort=soort)
    dag_veld = soort_van(soort).dag
    bewaring = bewaar_stuk(
        dossier=dossier,
        actor=actor,
        stuk_id=stuk.pk,
        wijzigingen={dag_veld: (dag or vandaag()).isoformat()},
        verwachte_versie=stuk.versie,
    )
    stuk = bewaring.formulier
    return stel_stuk_vast(
        dossier=dossier,
        actor=actor,
        stuk_id=stuk.pk,
        verwachte_versie=stuk.versie,
        redenen={deel.sleutel: "nog niet bekend" for deel in ontbrekend(stuk)},
    )


def test_een_vastgestelde_probleemanalyse_is_een_feit_en_zet_het_moment_op_gedaan(wereld, ziek):
    leg_feit_vast(dossier=ziek, actor=wereld.actoren[Rol.BEDRIJFSARTS], naam="dreigt_langdurig_verzuim", waarde=True)

    stuk = stel_vast(wereld, ziek, "probleemanalyse", Rol.BEDRIJFSARTS)

    feit = ziek.feiten.get(naam="stukken")
    assert (feit.stuk_id, feit.gever) == (stuk.pk, "bedrijfsarts")
    beeld = dossierbeeld(wereld.hr, access_dossier(wereld.hr, ziek.kenmerk, deel=Deel.TIJDLIJN))
    moment = next(m.moment for m in beeld.momenten if m.moment.norm == "PRG-2-2")
    assert (moment.status.value, moment.gedaan_op) == ("op_tijd", vandaag())
    assert audit.lees(ziek.pk)[1].handeling == "stuk_vaststellen"


def test_het_feit_van_een_vastgesteld_stuk_is_niet_in_te_trekken(wereld, ziek):
    stel_vast(wereld, ziek, "plan_van_aanpak", Rol.CASEMANAGER)
    feit = ziek.feiten.get(naam="stukken")

    with pytest.raises(Invoerfout, match="nieuwe versie"):
        trek_feit_in(dossier=ziek, actor=wereld.hr, feit_id=feit.pk, motivering="weg ermee")
    with pytest.raises(Invoerfout, match="nieuwe versie"):
        leg_feit_vast(
            dossier=ziek, actor=wereld.hr, naam="stukken", waarde=feit.waarde, vervangt=feit.pk, motivering="anders"
        )


def test_een_concept_is_geen_feit_en_alleen_voor_wie_eraan_werkt(wereld, ziek):
    stuk = begin_stuk(dossier=ziek, actor=wereld.actoren[Rol.BEDRIJFSARTS], soort="probleemanalyse")

    assert not ziek.feiten.filter(naam="stukken").exists()
    assert access_stuk(wereld.actoren[Rol.BEDRIJFSARTS], ziek.kenmerk, stuk.pk)[1] == stuk
    with pytest.raises(NietGevonden):
        access_stuk(wereld.hr, ziek.kenmerk, stuk.pk)
    assert dossierbeeld(wereld.hr, access_dossier(wereld.hr, ziek.kenmerk, deel=Deel.TIJDLIJN)).stukken == ()


def test_een_stuk_van_een_ander_dossier_is_er_niet(wereld, ziek):
    ander = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
    stuk = begin_stuk(dossier=ander, actor=wereld.hr, soort="plan_van_aanpak")

    with pytest.raises(NietGevonden):
        access_stuk(wereld.hr, ziek.kenmerk, stuk.pk)
    with pytest.raises(NietGevonden):
        bewaar_stuk(dossier=ziek, actor=wereld.hr, stuk_id=stuk.pk, wijzigingen={}, verwachte_versie=0)


@pytest.mark.parametrize("rol", [Rol.WERKNEMER, Rol.LEIDINGGEVENDE, Rol.WERKGEVER, Rol.ARBODIENST])
def test_een_probleemanalyse_is_van_de_bedrijfsarts(wereld, ziek, rol):
    with pytest.raises(GeenToegang):
        begin_stuk(dossier=ziek, actor=wereld.actoren[rol], soort="probleemanalyse")
    begin_stuk(dossier=ziek, actor=wereld.actoren[Rol.BEDRIJFSARTS], soort="probleemanalyse")

    assert ziek.formulieren.count() == 1


def test_een_soort_die_niet_bestaat_krijgt_een_antwoord(wereld, ziek):
    with pytest.raises(Invoerfout):
        begin_stuk(dossier=ziek, actor=wereld.hr, soort="verlanglijst")


def test_twee_mensen_op_hetzelfde_veld_krijgen_beide_teksten(wereld, ziek):
    stuk = begin_stuk(dossier=ziek, actor=wereld.hr, soort="plan_van_aanpak")
    dag = stuk.vorm.dag
    eigen = {"dossier": ziek, "stuk_id": stuk.pk, "verwachte_versie": stuk.versie}

    bewaar_stuk(actor=wereld.hr, wijzigingen={dag: "2026-01-01"}, **eigen)
    with pytest.raises(ConceptGewijzigd) as conflict:
        bewaar_stuk(actor=wereld.actoren[Rol.CASEMANAGER], wijzigingen={dag: "2026-01-02"}, **eigen)

    assert (conflict.value.eigen[dag], conflict.value.opgeslagen[dag]) == ("2026-01-02", "2026-01-01")


def test_partijen_zeggen_wat_zij_van_een_stuk_vinden(wereld, ziek):
    stuk = stel_vast(wereld, ziek, "plan_van_aanpak", Rol.CASEMANAGER)

    reageer_op_stuk(
        dossier=ziek,
        actor=wereld.actoren[Rol.WERKNEMER],
        stuk_id=stuk.pk,
        standpunt="oneens",
        eigen_woorden="Het gaat te snel.",
    )

    beeld = dossierbeeld(wereld.hr, access_dossier(wereld.hr, ziek.kenmerk, deel=Deel.TIJDLIJN))
    (standpunt,) = beeld.stukken[0].standpunten
    assert (standpunt.partij, standpunt.standpunt) == ("werknemer", "oneens")
    assert standpunt.eigen_woorden == "Het gaat te snel."


def test_niemand_reageert_namens_een_ander_maar_niet_bereikbaar_is_vast_te_leggen(wereld, ziek):
    stuk = stel_vast(wereld, ziek, "plan_van_aanpak", Rol.CASEMANAGER)
    eigen = {"dossier": ziek, "stuk_id": stuk.pk, "partij": Rol.WERKNEMER}

    with pytest.raises(GeenToegang):
        reageer_op_stuk(actor=wereld.hr, standpunt="eens", **eigen)
    vastgelegd = reageer_op_stuk(
        actor=wereld.hr, standpunt="niet_bereikbaar", eigen_woorden="drie keer gebeld", **eigen
    )

    assert vastgelegd.partij == "werknemer"


def test_op_een_concept_reageert_niemand(wereld, ziek):
    stuk = begin_stuk(dossier=ziek, actor=wereld.hr, soort="plan_van_aanpak")

    with pytest.raises(IsConcept):
        reageer_op_stuk(dossier=ziek, actor=wereld.actoren[Rol.WERKNEMER], stuk_id=stuk.pk, standpunt="eens")
    with pytest.raises(Invoerfout):
        leg_afschrift_vast(
            dossier=ziek, actor=wereld.hr, stuk_id=stuk.pk, ontvanger="werknemer", verstrekt_op=vandaag()
        )


def test_een_afschrift_is_een_feit(wereld, ziek):
    stuk = stel_vast(wereld, ziek, "plan_van_aanpak", Rol.CASEMANAGER)

    leg_afschrift_vast(dossier=ziek, actor=wereld.hr, stuk_id=stuk.pk, ontvanger="werknemer", verstrekt_op=vandaag())
    with pytest.raises(Invoerfout):
        leg_afschrift_vast(dossier=ziek, actor=wereld.hr, stuk_id=stuk.pk, ontvanger="buurman", verstrekt_op=vandaag())

    feit = ziek.feiten.get(naam="afschriften")
    assert feit.waarde["ontvanger"] == "werknemer"
    assert feit.stuk_id == stuk.pk


@pytest.mark.parametrize(
    ("soort", "rol", "gever"),
    [
        ("probleemanalyse", Rol.BEDRIJFSARTS, "bedrijfsarts"),
        ("plan_van_aanpak", Rol.CASEMANAGER, "casemanager"),
        ("oordeel_werknemer", Rol.WERKNEMER, "werknemer"),
    ],
)
def test_een_afschrift_is_van_wie_het_vastlegt(wereld, ziek, soort, rol, gever):
    stuk = stel_vast(wereld, ziek, soort, rol)
    leg_afschrift_vast(
        dossier=ziek, actor=wereld.actoren[rol], stuk_id=stuk.pk, ontvanger="werknemer", verstrekt_op=vandaag()
    )
    assert ziek.feiten.get(naam="afschriften").gever == gever


def test_wie_een_stuk_vaststelt_kan_ook_vastleggen_wie_een_afschrift_kreeg():
    vaststellers = {rol for rol in Rol for deel in STUKKEN if mag(rol, Handeling.STUK_VASTSTELLEN, deel)}
    assert vaststellers
    assert not {rol for rol in vaststellers if gever_voor(rol, "afschriften") is None}


def test_een_nieuwe_versie_volgt_op_de_oude_en_laat_die_staan(wereld, ziek):
    stuk = stel_vast(wereld, ziek, "plan_van_aanpak", Rol.CASEMANAGER, vandaag() - timedelta(days=1))

    nieuw = begin_nieuwe_versie(dossier=ziek, actor=wereld.hr, stuk_id=stuk.pk)

    assert nieuw.vorige_id == stuk.pk
    assert not nieuw.is_definitief
    assert stuk.is_definitief


def test_een_verbeterd_stuk_van_dezelfde_dag_vervangt_het_feit(wereld, ziek):
    stuk = stel_vast(wereld, ziek, "probleemanalyse", Rol.BEDRIJFSARTS)
    actor = wereld.actoren[Rol.BEDRIJFSARTS]
    nieuw = begin_nieuwe_versie(dossier=ziek, actor=actor, stuk_id=stuk.pk)
    if nieuw.soort != stuk.soort:
        pytest.fail("a probleemanalyse is followed by one")
    bewaard = bewaar_stuk(
        dossier=ziek,
        actor=actor,
        stuk_id=nieuw.pk,
        wijzigingen={nieuw.vorm.dag: vandaag().isoformat()},
        verwachte_versie=nieuw.versie,
    ).formulier
    stel_stuk_vast(
        dossier=ziek,
        actor=actor,
        stuk_id=nieuw.pk,
        verwachte_versie=bewaard.versie,
        redenen={deel.sleutel: "onbekend" for deel in ontbrekend(bewaard)},
    )

    eerste, tweede = ziek.feiten.filter(naam="stukken").order_by("volgnummer")
    assert tweede.vervangt_id == eerste.pk
    assert tweede.motivering


def test_het_oordeel_van_de_werknemer_leest_de_werkgever_niet(wereld, ziek):
    stuk = stel_vast(wereld, ziek, "oordeel_werknemer", Rol.WERKNEMER)

    with pytest.raises(GeenToegang):
        access_stuk(wereld.hr, ziek.kenmerk, stuk.pk)
    beeld = dossierbeeld(wereld.hr, access_dossier(wereld.hr, ziek.kenmerk, deel=Deel.TIJDLIJN))
    assert beeld.stukken == ()
    assert not [feit for feit in beeld.feiten if feit.naam == "stukken"]


def test_knoppen_bij_een_stuk_passen_bij_de_rol(wereld, ziek):
    stuk = stel_vast(wereld, ziek, "plan_van_aanpak", Rol.CASEMANAGER)

    def soorten(rol):
        actor = wereld.actoren[rol]
        beeld = dossierbeeld(actor, access_dossier(actor, ziek.kenmerk, deel=Deel.TIJDLIJN))
        return {knop.soort for knop in beeld.stukken[0].knoppen}

    assert soorten(Rol.WERKNEMER) == {Knopsoort.LEES_STUK, Knopsoort.REAGEER_OP_STUK}
    assert soorten(Rol.BEDRIJFSARTS) == {Knopsoort.LEES_STUK}
    assert Knopsoort.LEG_AFSCHRIFT_VAST in soorten(Rol.CASEMANAGER)
    assert access_stuk(wereld.hr, ziek.kenmerk, stuk.pk, handeling=Handeling.STUK_REAGEREN)

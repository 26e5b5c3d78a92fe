"""Another last day, agreed by both parties."""

from datetime import timedelta

import pytest

from poortwijzer.dossiers.access import GeenToegang, access_dossier
from poortwijzer.dossiers.actions import (
    Conflict,
    Invoerfout,
    afwijkbare_normen,
    leg_feit_vast,
    reageer_op_afwijking,
    stel_afwijking_voor,
)
from poortwijzer.dossiers.queries import dossierbeeld
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol

NORM = "PRG-2-2"


@pytest.fixture
def voorstel(wereld, ziek):
    leg_feit_vast(dossier=ziek, actor=wereld.actoren[Rol.BEDRIJFSARTS], naam="dreigt_langdurig_verzuim", waarde=True)
    return stel_afwijking_voor(
        dossier=ziek, actor=wereld.hr, norm=NORM, nieuwe_dag=vandaag() + timedelta(days=40), reden="arts met verlof"
    )


def beeld(wereld, dossier, rol):
    actor = wereld.actoren[rol]
    return dossierbeeld(actor, access_dossier(actor, dossier.kenmerk, deel=Deel.TIJDLIJN))


def dag_van(wereld, dossier):
    return next(m.moment for m in beeld(wereld, dossier, Rol.WERKGEVER).momenten if m.moment.norm == NORM)


def test_een_voorstel_telt_pas_als_de_ander_instemt(wereld, ziek, voorstel):
    assert dag_van(wereld, ziek).wettelijke_dag is None
    (open_,) = beeld(wereld, ziek, Rol.WERKNEMER).afwijkingen
    assert not open_.is_overeengekomen
    assert open_.knop is not None

    reageer_op_afwijking(dossier=ziek, actor=wereld.actoren[Rol.WERKNEMER], feit_id=voorstel.pk, is_akkoord=True)

    moment = dag_van(wereld, ziek)
    assert moment.uiterste_dag == vandaag() + timedelta(days=40)
    assert moment.wettelijke_dag is not None
    (eens,) = beeld(wereld, ziek, Rol.WERKNEMER).afwijkingen
    assert eens.is_overeengekomen
    assert eens.knop is None


def test_wie_het_niet_eens_is_zegt_waarom_en_het_voorstel_blijft_leesbaar(wereld, ziek, voorstel):
    werknemer = wereld.actoren[Rol.WERKNEMER]

    with pytest.raises(Invoerfout):
        reageer_op_afwijking(dossier=ziek, actor=werknemer, feit_id=voorstel.pk, is_akkoord=False)
    reageer_op_afwijking(
        dossier=ziek, actor=werknemer, feit_id=voorstel.pk, is_akkoord=False, eigen_woorden="ik wil nu duidelijkheid"
    )

    blad = beeld(wereld, ziek, Rol.WERKGEVER)
    assert blad.afwijkingen == ()
    assert "ik wil nu duidelijkheid" in {feit.motivering for feit in blad.feiten}
    assert dag_van(wereld, ziek).wettelijke_dag is None


def test_het_eigen_voorstel_keurt_niemand_goed(wereld, ziek, voorstel):
    with pytest.raises(Invoerfout):
        reageer_op_afwijking(dossier=ziek, actor=wereld.actoren[Rol.CASEMANAGER], feit_id=voorstel.pk, is_akkoord=True)


def test_twee_antwoorden_op_een_voorstel_zijn_een_conflict(wereld, ziek, voorstel):
    werknemer = wereld.actoren[Rol.WERKNEMER]
    reageer_op_afwijking(dossier=ziek, actor=werknemer, feit_id=voorstel.pk, is_akkoord=True)

    with pytest.raises(Conflict):
        reageer_op_afwijking(
            dossier=ziek, actor=werknemer, feit_id=voorstel.pk, is_akkoord=False, eigen_woorden="toch niet"
        )


def test_van_een_wettelijke_dag_zonder_afwijking_valt_niets_af_te_spreken(wereld, ziek):
    assert NORM in afwijkbare_normen()
    assert "ZW-38-1" not in afwijkbare_normen()
    with pytest.raises(Invoerfout):
        stel_afwijking_voor(dossier=ziek, actor=wereld.hr, norm="ZW-38-1", nieuwe_dag=vandaag(), reden="later")


@pytest.mark.parametrize("rol", [Rol.LEIDINGGEVENDE, Rol.BEDRIJFSARTS])
def test_wie_geen_partij_is_stelt_niets_voor(wereld, ziek, rol):
    with pytest.raises(GeenToegang):
        stel_afwijking_voor(dossier=ziek, actor=wereld.actoren[rol], norm=NORM, nieuwe_dag=vandaag(), reden="x")
    stel_afwijking_voor(dossier=ziek, actor=wereld.hr, norm=NORM, nieuwe_dag=vandaag(), reden="x")

    assert ziek.feiten.filter(naam="afwijkingen").count() == 1

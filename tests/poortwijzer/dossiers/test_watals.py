"""The verdict and what would move it: supposing stores nothing."""

from datetime import timedelta

import pytest

from poortnormen.dossier import Feit as KernFeit
from poortnormen.feiten.verzuim import Hersteldmelding
from poortwijzer.dossiers.access import GeenToegang, access_dossier
from poortwijzer.dossiers.beelden import Oordeelstand
from poortwijzer.dossiers.facts import Feitfout, kern_dossier
from poortwijzer.dossiers.models import Beoordeling, Feit
from poortwijzer.dossiers.queries import leeslog, oordeelbeeld, stel_dat
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol


def open_(wereld, dossier, deel=Deel.TIJDLIJN, rol=Rol.WERKGEVER):
    return access_dossier(wereld.actoren[rol], dossier.kenmerk, deel=deel)


def feit(naam, waarde, gever="bedrijfsarts", **velden):
    return KernFeit(naam=naam, waarde=waarde, vastgelegd_op=vandaag(), gever=gever, id="stel", **velden)


def test_een_andere_peildatum_laat_zien_wat_dan_te_laat_is_en_bewaart_niets(wereld, ziek):
    voor = (Feit.objects.count(), Beoordeling.objects.count())

    beeld = stel_dat(open_(wereld, ziek), wereld.hr, peildatum=vandaag() + timedelta(days=400))

    aangifte = next(regel for regel in beeld.veranderd if regel.norm == "ZW-38-1")
    assert (aangifte.voor.status.value, aangifte.na.status.value) == ("open", "te_laat")
    assert (beeld.peildatum_voor, beeld.peildatum_na) == (vandaag(), vandaag() + timedelta(days=400))
    assert (Feit.objects.count(), Beoordeling.objects.count()) == voor


def test_een_verondersteld_feit_verandert_alleen_het_beeld(wereld, ziek):
    beeld = stel_dat(open_(wereld, ziek), wereld.hr, extra_feiten=[feit("dreigt_langdurig_verzuim", waarde=True)])

    analyse = next(regel for regel in beeld.veranderd if regel.norm == "PRG-2-2")
    assert (analyse.voor.status.value, analyse.na.status.value) == ("onbekend", "nadert")
    assert not ziek.feiten.filter(naam="dreigt_langdurig_verzuim").exists()


def test_een_verondersteld_feit_kan_een_vastgelegd_feit_vervangen(wereld, ziek):
    dossier = open_(wereld, ziek)
    melding = next(f for f in kern_dossier(dossier).feiten if f.naam == "ziekmeldingen")
    eerder = type(melding.waarde)(eerste_ziektedag=vandaag() - timedelta(days=60))

    beeld = stel_dat(
        dossier, wereld.hr, extra_feiten=[feit("ziekmeldingen", eerder, gever="werkgever", vervangt=melding.id)]
    )

    einde = next(regel for regel in beeld.veranderd if regel.norm == "WIA-23-1")
    assert (einde.voor.uiterste_dag - einde.na.uiterste_dag).days == 30


def test_wat_niet_samen_kan_krijgt_een_antwoord(wereld, ziek):
    onmogelijk = feit("hersteldmeldingen", Hersteldmelding(hersteld_op=vandaag() - timedelta(days=90)))

    with pytest.raises(Feitfout):
        stel_dat(open_(wereld, ziek), wereld.hr, extra_feiten=[onmogelijk])


def test_niet_elke_rol_kijkt_vooruit(wereld, ziek):
    actor = wereld.actoren[Rol.ARBEIDSDESKUNDIGE]

    with pytest.raises(GeenToegang):
        stel_dat(open_(wereld, ziek, rol=Rol.ARBEIDSDESKUNDIGE), actor)
    assert stel_dat(open_(wereld, ziek, rol=Rol.WERKNEMER), wereld.actoren[Rol.WERKNEMER]).veranderd == ()


def test_zolang_er_iets_ontbreekt_is_het_oordeel_onbekend_en_staat_er_wat(wereld, ziek):
    beeld = oordeelbeeld(wereld.hr, open_(wereld, ziek, Deel.OORDEEL))

    assert beeld.stand is Oordeelstand.NOG_NIET_TE_ZEGGEN
    assert "heeft_mogelijkheden" in dict(beeld.vragen)
    assert beeld.uwv.oordeel.value == "onbekend"


def test_wat_te_laat_is_en_loon_kan_kosten_telt_het_zwaarst(wereld, ziek):
    dossier = open_(wereld, ziek)
    later = vandaag() + timedelta(days=120)

    beeld = stel_dat(
        dossier, wereld.hr, peildatum=later, extra_feiten=[feit("dreigt_langdurig_verzuim", waarde=True)]
    ).oordeel_na

    assert beeld.stand is Oordeelstand.NIET_OP_KOERS
    assert beeld.mist[0].norm == "PRG-2-2"
    assert beeld.mist[0].gevolg.value == "loonsanctie"


def test_het_leeslog_noemt_wie_wat_deed_met_naam_en_rol(wereld, ziek):
    dossier = open_(wereld, ziek, Deel.LEESLOG, Rol.WERKNEMER)

    eerste, laatste = leeslog(dossier)[0], leeslog(dossier)[-1]

    assert (eerste.naam, eerste.rol, eerste.onderdeel) == ("werknemer hier", "werknemer", "wie het dossier las")
    assert (laatste.handeling, laatste.is_gelukt) == ("ziek melden", True)

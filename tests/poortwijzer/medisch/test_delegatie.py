"""Tasks that a bedrijfsarts leaves to somebody: until a day, under his responsibility, and never the judgement."""

from datetime import timedelta

import pytest
import time_machine

from poortwijzer.accounts import demo
from poortwijzer.accounts.actions.geef_rol import geef_rol
from poortwijzer.accounts.models import Gebruiker
from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.actions import (
    Invoerfout,
    begin_stuk,
    delegeer,
    leg_feit_vast,
    stel_stuk_vast,
    trek_delegatie_in,
    voeg_betrokkene_toe,
)
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.medisch.actions import leg_medisch_vast
from poortwijzer.medisch.models import Medischeregel
from poortwijzer.medisch.queries import medisch_dossier
from poortwijzer.medisch.regel import Regel, Regelsoort
from poortwijzer.toegang.beleid import BELEID, DELEGEERBAAR, mag_op_delegatie
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.toegangspoort import dossier_voor

pytestmark = pytest.mark.norm("AVG-AP-7", waar="poortwijzer.toegang.beleid.DELEGEERBAAR")


def uitbesteed(dossier, arts, wie, *taken: Deeltaak, dagen: int = 30):
    return delegeer(
        dossier=dossier,
        actor=arts,
        gedelegeerde_id=wie.gebruiker_id,
        taken=taken or tuple(Deeltaak),
        tot=vandaag() + timedelta(days=dagen),
    )


def test_alleen_met_een_delegatie_en_alleen_zolang_zij_loopt(dossier, arts, ondersteuner):
    with pytest.raises(NietGevonden):
        access_dossier(ondersteuner, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)

    uitbesteed(dossier, arts, ondersteuner, dagen=30)

    access_dossier(ondersteuner, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    with time_machine.travel(nu() + timedelta(days=29)):
        access_dossier(ondersteuner, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    with time_machine.travel(nu() + timedelta(days=30)), pytest.raises(NietGevonden):
        access_dossier(ondersteuner, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)


def test_ingetrokken_is_meteen_dicht(dossier, arts, ondersteuner):
    delegatie = uitbesteed(dossier, arts, ondersteuner)
    trek_delegatie_in(dossier=dossier, actor=arts, delegatie_id=delegatie.pk)

    with pytest.raises(NietGevonden):
        access_dossier(ondersteuner, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    with pytest.raises(Invoerfout):
        trek_delegatie_in(dossier=dossier, actor=arts, delegatie_id=delegatie.pk)


def test_met_de_rol_van_de_bedrijfsarts_eindigt_wat_hij_uitbesteedde(dossier, arts, ondersteuner):
    uitbesteed(dossier, arts, ondersteuner)
    dossier.betrokkenen.filter(rol=Rol.BEDRIJFSARTS).delete()

    with pytest.raises(NietGevonden):
        access_dossier(ondersteuner, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)


@pytest.mark.norm("AVG-NEN7513-1", waar="poortwijzer.dossiers.access.access_dossier")
def test_wat_zij_schrijft_en_leest_staat_op_naam_van_beiden(dossier, arts, ondersteuner):
    uitbesteed(dossier, arts, ondersteuner, Deeltaak.DOSSIER_BIJHOUDEN)
    regel = Regel(soort=Regelsoort.PROGNOSE, op=vandaag(), tekst="wordt beter")
    leg_medisch_vast(dossier=dossier, actor=ondersteuner, regel=regel)
    access_dossier(ondersteuner, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)

    rij = Medischeregel.objects.get()
    assert (rij.created_by_id, rij.verantwoordelijke_id) == (ondersteuner.gebruiker_id, arts.gebruiker_id)
    verantwoordelijken = Auditregel.objects.filter(actor_id=ondersteuner.gebruiker_id, uitkomst="gelukt")
    assert set(verantwoordelijken.values_list("verantwoordelijke_id", flat=True)) == {arts.gebruiker_id}


def test_alleen_de_taken_die_zij_kreeg(dossier, arts, ondersteuner):
    uitbesteed(dossier, arts, ondersteuner, Deeltaak.CONCEPT_OPSTELLEN)

    assert begin_stuk(dossier=dossier, actor=ondersteuner, soort="probleemanalyse")
    with pytest.raises(GeenToegang):
        leg_medisch_vast(
            dossier=dossier,
            actor=ondersteuner,
            regel=Regel(soort=Regelsoort.PROGNOSE, op=vandaag(), tekst="wordt beter"),
        )


def test_het_blad_van_een_handeling_buiten_de_taken_gaat_niet_open(dossier, arts, ondersteuner):
    """Else somebody fills in a form that is refused when it is sent."""
    uitbesteed(dossier, arts, ondersteuner, Deeltaak.CONCEPT_OPSTELLEN)
    analyse = Deel.PROBLEEMANALYSE

    assert dossier_voor(ondersteuner, dossier.kenmerk, analyse, Handeling.STUK_OPSTELLEN) == dossier
    assert dossier_voor(arts, dossier.kenmerk, analyse, Handeling.STUK_VASTSTELLEN) == dossier
    with pytest.raises(GeenToegang):
        dossier_voor(ondersteuner, dossier.kenmerk, analyse, Handeling.STUK_VASTSTELLEN)


def test_het_oordeel_blijft_van_de_bedrijfsarts(dossier, arts, ondersteuner):
    uitbesteed(dossier, arts, ondersteuner)
    concept = begin_stuk(dossier=dossier, actor=ondersteuner, soort="probleemanalyse")

    with pytest.raises(GeenToegang):
        stel_stuk_vast(dossier=dossier, actor=ondersteuner, stuk_id=concept.pk, verwachte_versie=concept.versie)
    with pytest.raises(GeenToegang):
        leg_feit_vast(dossier=dossier, actor=ondersteuner, naam="heeft_mogelijkheden", waarde=True)
    with pytest.raises(GeenToegang):
        uitbesteed(dossier, ondersteuner, arts)
    assert leg_feit_vast(dossier=dossier, actor=arts, naam="heeft_mogelijkheden", waarde=True)


def test_wie_zelf_bedrijfsarts_van_het_dossier_wordt_werkt_niet_meer_voor_een_ander(dossier, arts, actor, ondersteuner):
    uitbesteed(dossier, arts, ondersteuner, Deeltaak.CONCEPT_OPSTELLEN)
    voeg_betrokkene_toe(
        dossier=dossier,
        actor=actor(Rol.CASEMANAGER),
        gebruiker_id=ondersteuner.gebruiker_id,
        rol=Rol.BEDRIJFSARTS,
        doel="begeleiding",
    )

    leg_feit_vast(dossier=dossier, actor=ondersteuner, naam="heeft_mogelijkheden", waarde=True)

    regel = Auditregel.objects.filter(actor_id=ondersteuner.gebruiker_id).latest("volgnummer")
    assert (regel.uitkomst, regel.verantwoordelijke_id) == ("gelukt", ondersteuner.gebruiker_id)


def test_geen_taak_opent_iets_waarmee_iets_vast_komt_te_staan():
    beslissend = {Handeling.STUK_VASTSTELLEN, Handeling.FEIT_VASTLEGGEN, Handeling.DELEGEREN, Handeling.NOODTOEGANG}
    for (rol, deel), handelingen in BELEID.items():
        if rol is Rol.BEDRIJFSARTS:
            assert not any(mag_op_delegatie(list(Deeltaak), h, deel) for h in handelingen & beslissend), deel
    assert all(handeling not in beslissend for paren in DELEGEERBAAR.values() for _deel, handeling in paren)


def test_de_eigen_aantekeningen_van_de_arts_blijven_van_hem(dossier, arts, ondersteuner):
    regel = Regel(soort=Regelsoort.PROGNOSE, op=vandaag(), tekst="eigen geheugen")
    leg_medisch_vast(dossier=dossier, actor=arts, regel=regel, is_werkaantekening=True)
    uitbesteed(dossier, arts, ondersteuner)

    geopend = access_dossier(ondersteuner, dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    assert medisch_dossier(ondersteuner, geopend).werkaantekeningen == ()
    assert len(medisch_dossier(arts, dossier).werkaantekeningen) == 1


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.BEDRIJFSARTS])
def test_niemand_anders_besteedt_taken_uit(rol, dossier, actor, ondersteuner):
    with pytest.raises((GeenToegang, NietGevonden)):
        uitbesteed(dossier, actor(rol), ondersteuner)


def test_wie_voor_de_werkgever_werkt_krijgt_geen_taak(dossier, arts, actor, ondersteuner):
    for fout in (actor(Rol.CASEMANAGER), actor(Rol.WERKNEMER), arts):
        with pytest.raises(Invoerfout):
            uitbesteed(dossier, arts, fout)
    geef_rol(
        gebruiker=Gebruiker.objects.get(pk=ondersteuner.gebruiker_id),
        rol=Rol.CASEMANAGER,
        organisatie_id=demo.WERKGEVER.id,
        vanaf=vandaag(),
    )
    with pytest.raises(Invoerfout, match="werkgever"):
        uitbesteed(dossier, arts, ondersteuner)


@pytest.mark.parametrize(("taken", "dagen", "veld"), [((), 30, "taken"), ((Deeltaak.DOSSIER_BIJHOUDEN,), 0, "tot")])
def test_een_delegatie_heeft_taken_en_een_einde(  # noqa: PLR0913, PLR0917  # three of them are the case
    taken, dagen, veld, dossier, arts, ondersteuner
):
    with pytest.raises(Invoerfout) as fout:
        delegeer(
            dossier=dossier,
            actor=arts,
            gedelegeerde_id=ondersteuner.gebruiker_id,
            taken=taken,
            tot=vandaag() + timedelta(days=dagen),
        )
    assert fout.value.veld == veld

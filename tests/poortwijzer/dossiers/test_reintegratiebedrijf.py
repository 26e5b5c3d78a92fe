"""What a re-integration company sees: what its assignment needs, while the assignment runs, and no more."""

from datetime import date, timedelta

import pytest

from poortnormen.feiten import FEITEN
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.models import Betrokkene
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.beleid import leesbare_delen
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol

# The employer's own affairs, and what the employee says about the employer.
NIET_NODIG = (Deel.DIENSTVERBAND, Deel.UWV, Deel.OORDEEL, Deel.OORDEEL_WERKNEMER, Deel.LEESLOG)


@pytest.mark.norm("BW7-658a-5", waar="poortwijzer.toegang.beleid.BELEID")
def test_het_bedrijf_leest_alleen_wat_voor_de_opdracht_nodig_is(wereld, ziek):
    actor = wereld.actoren[Rol.RE_INTEGRATIEBEDRIJF]

    assert access_dossier(actor, ziek.kenmerk, deel=Deel.PLAN_VAN_AANPAK) == ziek
    assert not set(NIET_NODIG) & set(leesbare_delen(Rol.RE_INTEGRATIEBEDRIJF))
    for deel in NIET_NODIG:
        with pytest.raises(GeenToegang):
            access_dossier(actor, ziek.kenmerk, deel=deel)


@pytest.mark.norm("BW7-658a-5", waar="poortwijzer.dossiers.access.access_dossier")
def test_met_de_opdracht_eindigt_de_toegang_en_een_ander_dossier_opent_nooit(wereld, ziek):
    actor = wereld.actoren[Rol.RE_INTEGRATIEBEDRIJF]
    ander = wereld.meld_ziek(vandaag() - timedelta(days=5), wereld.nieuwe_werknemer())
    Betrokkene.objects.filter(dossier=ander, rol=actor.rol).delete()

    with pytest.raises(NietGevonden):
        access_dossier(actor, ander.kenmerk, deel=Deel.PLAN_VAN_AANPAK)
    Betrokkene.objects.filter(dossier=ziek, rol=actor.rol).update(vanaf=date(2020, 1, 1), tot=vandaag())
    with pytest.raises(NietGevonden):
        access_dossier(actor, ziek.kenmerk, deel=Deel.PLAN_VAN_AANPAK)


@pytest.mark.norm("BW7-658a-5", waar="poortnormen.feiten.FEITEN")
def test_er_is_geen_plaats_voor_een_burgerservicenummer():
    """What is not kept cannot be used for another purpose."""
    namen = {soort.naam for soort in FEITEN.values()}

    assert not [naam for naam in namen if "bsn" in naam or "burgerservice" in naam]

"""Reading in bulk: who opens very many dossiers signs in again, and the privacy officer is told."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import update_last_login

from poortwijzer import audit
from poortwijzer.accounts.leesgrens import LeesgrensBereikt
from poortwijzer.accounts.models import Gebruiker, Leessignaal
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.queries.toezicht import signaallijst
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def dossiers(wereld, settings):
    """Four dossiers where three is the limit."""
    settings.LEESGRENS_DOSSIERS = 3
    return [wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer()) for _ in range(4)]


def lees(actor, dossiers) -> None:
    for dossier in dossiers:
        access_dossier(actor, dossier.kenmerk, deel=Deel.TIJDLIJN)


@pytest.fixture
def later():
    """The moment after the dossiers were made: making one is an act of the same people."""
    return nu() + timedelta(minutes=11)


def test_een_dossier_te_veel_gaat_niet_open_en_wordt_gemeld(wereld, dossiers, later):
    arts = wereld.actoren[Rol.BEDRIJFSARTS]
    with time_machine.travel(later, tick=False):
        lees(arts, dossiers[:3])
        lees(arts, dossiers[:3])  # the same ones again are no more dossiers
        assert not Leessignaal.objects.exists()

        with pytest.raises(LeesgrensBereikt):
            lees(arts, dossiers[3:])

    (signaal,) = signaallijst(wereld.arbodienst.pk)
    assert (signaal.naam, signaal.aantal_dossiers) == ("bedrijfsarts hier", 4)
    regel = audit.laatste(wereld.arbodienst.pk)[1]
    assert (regel.handeling, regel.uitkomst, regel.doel) == ("massaal_lezen", "geweigerd", "4")
    (geweigerd,) = [rij for rij in audit.lees(dossiers[3].pk) if rij.rol == "bedrijfsarts"]
    assert (geweigerd.handeling, geweigerd.uitkomst, geweigerd.reden) == ("inzien", "geweigerd", "massaal_lezen")


def test_na_opnieuw_aanmelden_telt_het_opnieuw(wereld, dossiers, later):
    arts = wereld.actoren[Rol.BEDRIJFSARTS]
    with time_machine.travel(later, tick=True):
        lees(arts, dossiers[:3])
        update_last_login(Gebruiker, Gebruiker.objects.get(pk=arts.gebruiker_id))
        lees(arts, dossiers[1:])


def test_wie_rustig_leest_merkt_er_niets_van(wereld, dossiers, later):
    arts = wereld.actoren[Rol.BEDRIJFSARTS]
    with time_machine.travel(later, tick=False) as klok:
        for dossier in dossiers:
            lees(arts, [dossier])
            klok.shift(timedelta(minutes=4))
    assert not Leessignaal.objects.exists()


def test_een_ander_wordt_niet_geremd(wereld, dossiers, later):
    with time_machine.travel(later, tick=False):
        lees(wereld.actoren[Rol.BEDRIJFSARTS], dossiers[:3])
        lees(wereld.actoren[Rol.CASEMANAGER], dossiers[:1])


def test_zestig_in_tien_minuten_is_de_grens(settings):
    assert (60, timedelta(minutes=10)) == (settings.LEESGRENS_DOSSIERS, settings.LEESGRENS_DUUR)

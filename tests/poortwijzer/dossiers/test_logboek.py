"""No act without its row in the log: what cannot be recorded does not happen."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from regelproef import WEIGERT, log_weigert

from poortwijzer import audit
from poortwijzer.dossiers import actions
from poortwijzer.dossiers.models import Dossier, Feit, Taak
from poortwijzer.formulieren.models import Formulier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

HANDELINGEN = {
    "hervatting": lambda w, d: actions.leg_hervatting_vast(
        dossier=d, actor=w.hr, vanaf=vandaag(), uren_per_week=Fraction(8)
    ),
    "herstel": lambda w, d: actions.meld_herstel(dossier=d, actor=w.hr, hersteld_op=vandaag()),
    "feit": lambda w, d: actions.leg_feit_vast(
        dossier=d, actor=w.actoren[Rol.BEDRIJFSARTS], naam="dreigt_langdurig_verzuim", waarde=True
    ),
    "intrekken": lambda w, d: actions.trek_feit_in(
        dossier=d, actor=w.hr, feit_id=d.feiten.filter(naam="hervattingen").first().pk, motivering="fout"
    ),
    "stuk": lambda w, d: actions.begin_stuk(dossier=d, actor=w.hr, soort="evaluatie"),
    "afwijking": lambda w, d: actions.stel_afwijking_voor(
        dossier=d, actor=w.hr, norm="PRG-2-2", nieuwe_dag=vandaag(), reden="samen afgesproken"
    ),
    "taak": lambda w, d: actions.neem_taak(taak_id=d.taken.first().pk, actor=w.hr),
    "uitstel": lambda w, d: actions.stel_taak_uit(
        taak_id=d.taken.first().pk, actor=w.hr, tot=vandaag() + timedelta(days=2), reden="even wachten"
    ),
    "betrokkene": lambda w, d: actions.voeg_betrokkene_toe(
        dossier=d, actor=w.hr, gebruiker_id=w.tweede_casemanager.gebruiker_id, rol=Rol.CASEMANAGER, doel="hulp"
    ),
    "sluiten": lambda w, d: actions.sluit_dossier(dossier=d, actor=w.hr),
    "heropenen": lambda w, d: actions.heropen_dossier(dossier=d, actor=w.hr),
    "vreemde": lambda w, d: actions.meld_herstel(dossier=d, actor=w.vreemden[Rol.WERKGEVER], hersteld_op=vandaag()),
}


def afdruk(dossier):
    """Everything of the dossier that an act can change, as counts and values."""
    rij = Dossier.objects.values().get(pk=dossier.pk)
    return (
        rij,
        [model.objects.filter(dossier=dossier).count() for model in (Feit, Taak, Formulier)],
        dossier.taakaantekeningen.count(),
        dossier.betrokkenen.count(),
        dossier.beoordelingen.count(),
    )


def aantal_regels(dossier):
    return len(audit.lees(dossier.pk, hoogstens=10_000))


@given(st.lists(st.sampled_from(sorted(HANDELINGEN)), min_size=1, max_size=8))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_elke_reeks_handelingen_laat_voor_elke_verandering_een_regel_na(wereld, reeks):
    with transaction.atomic():
        dossier = wereld.meld_ziek(werknemer=wereld.nieuwe_werknemer())
        for naam in reeks:
            _doe_en_vergelijk(wereld, dossier, naam)
        transaction.set_rollback(True)  # the next example begins with the same world


def _doe_en_vergelijk(wereld, dossier, naam):
    voor, regels = afdruk(dossier), aantal_regels(dossier)
    try:
        with transaction.atomic():
            HANDELINGEN[naam](wereld, dossier)
    except Exception:  # noqa: BLE001  # any refusal counts here: what matters is what it leaves behind
        assert afdruk(dossier) == voor, f"{naam} was refused and changed something"
        return
    assert afdruk(dossier) != voor
    assert aantal_regels(dossier) == regels + 1
    versie = Dossier.objects.get(pk=dossier.pk).versie
    assert versie == voor[0]["versie"] + 1


@pytest.fixture
def logboek_vol(db):
    """A log that takes no rows any more, as with a full disk."""
    with log_weigert():
        yield


@pytest.mark.parametrize("naam", sorted(set(HANDELINGEN) - {"intrekken", "vreemde"}))
def test_zonder_regel_in_het_logboek_gebeurt_er_niets(wereld, ziek, request, naam):
    request.getfixturevalue("logboek_vol")
    voor = afdruk(ziek)

    with pytest.raises(DatabaseError, match=WEIGERT), transaction.atomic():
        HANDELINGEN[naam](wereld, ziek)

    assert afdruk(ziek) == voor


def test_zonder_regel_in_het_logboek_komt_er_ook_geen_dossier(wereld, request):
    request.getfixturevalue("logboek_vol")

    with pytest.raises(DatabaseError, match=WEIGERT), transaction.atomic():
        wereld.meld_ziek()

    assert not Dossier.objects.exists()

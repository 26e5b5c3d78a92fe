"""A fixed number of queries, for one row and for many, and for every role."""

from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from poortwijzer.dossiers.access import GeenToegang, NietGevonden, access_dossier
from poortwijzer.dossiers.actions import begin_stuk, leg_feit_vast
from poortwijzer.dossiers.assessments import bijwerken
from poortwijzer.dossiers.models import Werknemer
from poortwijzer.dossiers.proefdata import Proefopzet, maak_proefdossiers
from poortwijzer.dossiers.queries import (
    dossierbeeld,
    dossierlijst,
    leeslog,
    oordeelbeeld,
    portefeuille,
    stel_dat,
    werklijst,
)
from poortwijzer.kluis.sleutelring import eigen_ring
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol

HOOGSTENS_LIJST = 9  # with session, person and role of the request it stays under twelve
HOOGSTENS_DOSSIERLIJST = 2
HOOGSTENS_BLAD = 14  # under twenty, in the same way, the row in the log included
MET_PORTEFEUILLE = frozenset({Rol.WERKGEVER, Rol.CASEMANAGER, Rol.WERKNEMER})
MET_BLAD = [rol for rol in Rol if rol not in {Rol.PRIVACY_OFFICER, Rol.BEHEERDER}]


def tel(functie, *args, **kwargs):
    """Give the answer and the number of queries, those to the key store too, transaction statements left out."""
    with ExitStack() as stapel:
        stapel.enter_context(eigen_ring())  # as a request begins: without an opened key
        gevangen = [stapel.enter_context(CaptureQueriesContext(connections[alias])) for alias in connections]
        antwoord = functie(*args, **kwargs)
    sturing = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
    vragen = [vraag["sql"] for een in gevangen for vraag in een.captured_queries]
    return antwoord, sum(not vraag.startswith(sturing) for vraag in vragen)


@pytest.fixture
def veel(wereld):
    """Enough dossiers to fill several pages, for everybody, also for one employee."""
    betrokkenen = {
        rol: (wereld.actoren[rol].gebruiker_id, wereld.actoren[rol].organisatie_id)
        for rol in MET_BLAD
        if rol not in {Rol.WERKNEMER, Rol.WERKGEVER}
    }
    opzet = Proefopzet(werkgever_id=wereld.werkgever.pk, betrokkenen=betrokkenen)
    maak_proefdossiers(120, zaad=3, opzet=opzet, vandaag=vandaag())
    Werknemer.objects.update(gebruiker_id=wereld.actoren[Rol.WERKNEMER].gebruiker_id)
    bijwerken(vandaag())
    return wereld


def test_een_lijst_kost_voor_1_50_en_500_rijen_evenveel_wie_er_ook_kijkt(veel):
    for rol in Rol:
        actor = veel.actoren[rol]
        rijen, werk, alle, stand = {}, {}, {}, {}
        for per_pagina in (1, 50, 500):
            lijst, werk[per_pagina] = tel(werklijst, actor, per_pagina=per_pagina)
            rijen[per_pagina] = len(lijst.regels)
            _, alle[per_pagina] = tel(dossierlijst, actor, per_pagina=per_pagina)
            if rol in MET_PORTEFEUILLE:
                _, stand[per_pagina] = tel(portefeuille, actor, per_pagina=per_pagina)

        assert len(set(werk.values())) == 1, (rol, werk, rijen)
        assert werk[1] <= HOOGSTENS_LIJST, rol
        assert len(set(alle.values())) == 1, (rol, alle)
        assert alle[1] <= HOOGSTENS_DOSSIERLIJST, rol
        assert len(set(stand.values())) <= 1, (rol, stand)
        assert not stand or stand[1] <= HOOGSTENS_LIJST, rol
        if rol in {Rol.WERKGEVER, Rol.CASEMANAGER, Rol.WERKNEMER}:
            assert rijen[1] == 1
            assert rijen[500] > 50, "the test must see many rows"


@pytest.mark.parametrize("rol", MET_BLAD)
def test_het_dossierblad_kost_een_vast_aantal_met_de_regel_in_het_logboek(wereld, ziek, rol):
    actor = wereld.actoren[rol]

    def blad():
        return dossierbeeld(actor, access_dossier(actor, ziek.kenmerk, deel=Deel.TIJDLIJN))

    _, leeg = tel(blad)
    for _ in range(12):
        leg_feit_vast(
            dossier=ziek,
            actor=wereld.hr,
            naam="correspondentie",
            waarde={"verzonden_op": vandaag().isoformat(), "van": "werkgever"},
        )
    for soort in ("plan_van_aanpak", "evaluatie", "eindevaluatie"):
        begin_stuk(dossier=ziek, actor=wereld.hr, soort=soort)
    _, vol = tel(blad)

    assert vol <= HOOGSTENS_BLAD
    assert vol - leeg in {0, 1}, "one more where documents bring statements"


def test_de_andere_bladen_kosten_een_vast_aantal(wereld, ziek):
    dossier = access_dossier(wereld.hr, ziek.kenmerk, deel=Deel.OORDEEL)
    assert tel(oordeelbeeld, wereld.hr, dossier)[1] <= 4
    dossier = access_dossier(wereld.hr, ziek.kenmerk, deel=Deel.TIJDLIJN)
    assert tel(stel_dat, dossier, wereld.hr, peildatum=vandaag() + timedelta(days=300))[1] <= 4
    assert tel(leeslog, dossier)[1] == 3


@pytest.mark.parametrize("rol", [Rol.PRIVACY_OFFICER, Rol.BEHEERDER])
def test_wie_geen_inhoud_leest_krijgt_een_lege_lijst_en_geen_blad(wereld, ziek, rol):
    actor = wereld.actoren[rol]

    assert werklijst(actor).regels == ()
    assert [regel.werknemer for regel in dossierlijst(actor).regels] in ([], [""])
    with pytest.raises((NietGevonden, GeenToegang)):
        access_dossier(actor, ziek.kenmerk, deel=Deel.TIJDLIJN)

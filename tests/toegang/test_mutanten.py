"""The matrix has teeth: a policy that is wrong in one place gives an answer that it does not expect."""

import pytest
from doorloop import meld
from mutanten import MINSTENS, bereikte_proeven, jaag, jaag_op_alles, meet, mutanten_van_beleid, mutanten_van_bereik
from proefwereld import Proefwereld

from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db(databases="__all__")
# A wrong rule must be seen by the matrix, and not be caught behind it.
ZONDER_SLOT = True

# Enough to see that hunting works; the whole hunt takes minutes.
STEEKPROEF_ROUTES = frozenset({"web:sluiten", "web:inzage", "web:betrokkenen", "web:hervatting", "web:stand"})
STEEKPROEF_DELEN = frozenset({Deel.LEESLOG, Deel.OORDEEL})
STEEKPROEF_HANDELINGEN = frozenset(
    {(Deel.VERZUIM, Handeling.HERVATTING_VASTLEGGEN), (Deel.VERZUIM, Handeling.FEIT_VASTLEGGEN)}
)
STEEKPROEF_ROLLEN = frozenset({Rol.CASEMANAGER, Rol.PRIVACY_OFFICER})


def test_een_steekproef_van_foute_regels_wordt_gezien(wereld: Proefwereld):
    proeven = [(geval, wie) for geval, wie in bereikte_proeven() if geval.route in STEEKPROEF_ROUTES]
    nulmeting = meet(wereld, [(geval, wie) for geval, wie in proeven if wie in STEEKPROEF_ROLLEN])
    doorslag = {
        vraag: proeven
        for vraag, proeven in nulmeting.per_vraag.items()
        if vraag[1] in STEEKPROEF_DELEN or vraag[1:] in STEEKPROEF_HANDELINGEN
    }
    mutanten = [mutant for mutant in mutanten_van_beleid(doorslag) if mutant.proeven]
    telling = jaag(wereld, mutanten, nulmeting)
    assert telling.gezien > 5, telling.slotregel()
    assert not telling.overlevers, telling.overlevers


def test_elke_voorwaarde_van_een_rol_doet_ertoe(wereld: Proefwereld):
    mutanten = [mutant for mutant in mutanten_van_bereik() if mutant.naam.startswith("privacy_officer ")]
    telling = jaag(wereld, mutanten, meet(wereld, (proef for mutant in mutanten for proef in mutant.proeven)))
    assert not telling.overlevers, telling.overlevers


@pytest.mark.traag
def test_bijna_elke_foute_regel_wordt_gezien(wereld: Proefwereld):
    telling, mis = jaag_op_alles(wereld)
    meld(telling.slotregel())
    assert not mis, "\n".join(mis)
    assert telling.deel >= MINSTENS, "\n".join([*telling.overlevers, telling.slotregel()])

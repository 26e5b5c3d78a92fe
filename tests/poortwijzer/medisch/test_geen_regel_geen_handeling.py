"""No row in the log, no act on the medical record: when the log refuses its row, nothing of the act is left."""

from regelproef import Proef, handelingen

from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch import actions
from poortwijzer.medisch.regel import Overdrachtsgrond, Regel, Regelsoort
from poortwijzer.toegang.rollen import Rol


def test_zonder_regel_geen_enkele_handeling(dossier, actor, arts, ander):
    proef, regel = Proef(), Regel(soort=Regelsoort.KLACHTEN, op=vandaag(), tekst="moe na een uur staan")
    oud = proef(actions.leg_medisch_vast, dossier=dossier, actor=arts, regel=regel)
    proef(actions.leg_medisch_vast, dossier=dossier, actor=arts, regel=regel, vervangt=oud.pk)
    proef(actions.leg_medisch_vast, dossier=dossier, actor=arts, regel=regel, is_werkaantekening=True)
    proef(actions.stuur_in, dossier=dossier, actor=actor(Rol.WERKNEMER), tekst="Ik lever een brief aan.")
    proef(
        actions.draag_medisch_dossier_over,
        dossier=dossier,
        actor=arts,
        naar=ander.organisatie_id,
        grond=Overdrachtsgrond.TOESTEMMING,
        verteld_op=vandaag(),
    )
    assert handelingen(actions.__all__, actions, geen={}) == proef.gedaan

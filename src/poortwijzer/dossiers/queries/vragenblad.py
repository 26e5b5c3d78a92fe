"""The questions of the test that are put to a role which does not see the verdict: what to answer, and no more."""

from poortnormen.stand import stand
from poortwijzer.dossiers.assessments import beoordeel
from poortwijzer.dossiers.beelden import Openvraag
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.partijen import gever_voor, te_vragen
from poortwijzer.dossiers.queries.oordeelblad import met_gelezen_feiten
from poortwijzer.dossiers.queries.redenblad import Lezer
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


def krijgt_vragen(rol: Rol) -> bool:
    """Tell whether this role answers questions of the test without seeing the page on which they stand."""
    return mag(rol, Handeling.FEIT_VASTLEGGEN, Deel.REINTEGRATIE) and not mag(rol, Handeling.INZIEN, Deel.OORDEEL)


def vragen_aan(actor: Actor, dossier: Dossier) -> tuple[Openvraag, ...]:
    """Give the open questions of the test and of the terms that this role answers in its own name; the dossier is open.

    Nothing for a role that finds them with the verdict. What is open follows from the facts, which this role reads.
    """
    if not krijgt_vragen(actor.rol):
        return ()
    beoordeeld = beoordeel(met_gelezen_feiten(dossier), vandaag())
    uwv = stand(beoordeeld.kern, beoordeeld.momenten, met_omslag=False)
    ontbreekt = (*uwv.ontbreekt, *(naam for moment in beoordeeld.momenten for naam in moment.vragen))
    lezer = Lezer(
        rol=actor.rol,
        beoordeeld=beoordeeld,
        dossier=dossier,
        concepten={},
        is_bevestigd=not dossier.gesloten_delen,
        mag_handelen=not dossier.gesloten_delen,
    )
    namen = dict.fromkeys(filter(None, map(te_vragen, ontbreekt)))
    eigen = (lezer.vraag(naam) for naam in namen if gever_voor(actor.rol, naam) == actor.rol.partij)
    return tuple(vraag for vraag in eigen if vraag.knop is not None)

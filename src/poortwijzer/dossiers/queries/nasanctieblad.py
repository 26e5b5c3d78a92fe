"""What came after a decision of the UWV on the report: the repair plan, the terms of the UWV, and the cost."""

from poortnormen.catalogus import catalogus
from poortnormen.nasanctie import FASENORM, INHOUDNORM, KADERNORM, nasanctie
from poortnormen.uitkomst import Vastgesteld
from poortwijzer.dossiers.assessments import beoordeel
from poortwijzer.dossiers.beelden.nasanctie import Nasanctiebeeld
from poortwijzer.dossiers.knoppen import voor_feit
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.queries.dossierblad import dossierbeeld
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling

VRAAGNORM = "BKP-4-03"
OVER_BESLUIT = (INHOUDNORM, KADERNORM)
# What can be recorded here, in the order of what happens.
VAST_TE_LEGGEN = (
    "informatieverzoeken",
    "informatieantwoorden",
    "toetsbesluit",
    "herstelstappen",
    "bekortingsverzoeken",
    "herstelbesluiten",
    "loonsanctie_ingetrokken_op",
)


def nasanctiebeeld(actor: Actor, dossier: Dossier) -> Nasanctiebeeld:
    """Give how it stands after a decision of the UWV; `dossier` comes from `access_dossier` for `Deel.UWV`."""
    beeld = dossierbeeld(actor, dossier)
    regels = catalogus()
    beoordeeld = beoordeel(dossier, vandaag())
    kern = beoordeeld.kern
    na = nasanctie(regels, kern)
    uitkomsten = ((norm, kern.uitkomst(norm)) for norm in OVER_BESLUIT)
    knoppen = {naam: knop for naam in VAST_TE_LEGGEN if (knop := voor_feit(actor.rol, naam)) is not None}
    return Nasanctiebeeld(
        peildatum=kern.peildatum,
        na=na,
        fase=kern.uitkomst(FASENORM).uitleg if na is not None else None,
        over_besluit=tuple((norm, u.uitleg) for norm, u in uitkomsten if isinstance(u, Vastgesteld)),
        mag_loon=mag(actor.rol, Handeling.INZIEN, Deel.DIENSTVERBAND),
        vragen=tuple(moment for moment in beoordeeld.momenten if moment.norm == VRAAGNORM),
        feiten=tuple(feit for feit in beeld.feiten if feit.naam in VAST_TE_LEGGEN and feit.vervangen_door is None),
        knoppen=knoppen,
    )

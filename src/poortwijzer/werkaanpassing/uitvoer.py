"""The copy of the trajectories that somebody takes along: what the pages show this reader, in an open format."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from poortnormen.bronnen.werkaanpassing.soorten import Variant
from poortnormen.omzetting import schrijf_waarde
from poortwijzer.dossiers.access import NietGevonden
from poortwijzer.lib.zipstroom import Zipdeel, json_deel
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.werkaanpassing.actions.lijst import DEEL_VAN
from poortwijzer.werkaanpassing.beelden import Trajectbeeld
from poortwijzer.werkaanpassing.queries import ideeen, lijst, trajecten

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


def traject_uitvoer(actor: Actor, dossier: "Dossier") -> Iterator[Zipdeel]:
    """Give what this actor may read of each trajectory; the dossier was opened for him. It is unsealed here."""
    alle = [_traject(actor, dossier, beeld) for beeld in trajecten(actor, dossier)]
    if alle:
        wat = _("uw trajecten werkaanpassing: stappen, knelpunten en oplossingen")
        yield json_deel("werkaanpassing.json", wat, alle)


def _traject(actor: Actor, dossier: "Dossier", beeld: Trajectbeeld) -> dict[str, object]:
    rondes = []
    for ronde in beeld.rondes:
        formulieren = {}
        for variant in Variant:
            if mag(actor.rol, Handeling.INZIEN, DEEL_VAN[variant]):
                try:
                    formulieren[str(variant)] = schrijf_waarde(
                        lijst(actor, dossier, beeld.id, variant, ronde=ronde.nummer)
                    )
                except NietGevonden:
                    continue  # not made yet, or not open to this reader
        samen = mag(actor.rol, Handeling.INZIEN, Deel.KNELPUNTEN_SAMEN)
        oplossingen = ideeen(actor, dossier, beeld.id, ronde=ronde.nummer) if samen else ()
        rondes.append(
            {
                "ronde": schrijf_waarde(ronde),
                "formulieren": formulieren,
                "oplossingen": schrijf_waarde(oplossingen),
            }
        )
    return {"traject": schrijf_waarde(beeld), "rondes": rondes}

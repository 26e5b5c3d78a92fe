"""The door to a trajectory, behind the door of its dossier; and what stops an act, in words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from poortnormen.bronnen.werkaanpassing.bevinding import Bevinding
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import GeenToegang, niet_gevonden
from poortwijzer.dossiers.actions import Conflict, Invoerfout
from poortwijzer.dossiers.actions.kader import open_voor
from poortwijzer.lib.zinnen import zin
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.werkaanpassing.models import Knelpuntregel, Lijst, Oplossingregel, Ronde, Traject

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


class Tegengehouden(Invoerfout):
    """The method itself stops this; `bevindingen` says by which norms, and what can be done."""

    def __init__(self, veld: str, bevindingen: Iterable[Bevinding]) -> None:
        self.bevindingen = tuple(bevindingen)
        super().__init__(veld, " ".join(zin(deel.uitleg) for deel in self.bevindingen))


def weiger(veld: str, bevindingen: Iterable[Bevinding]) -> None:
    """Stop when there is something that stops it. Raises Tegengehouden."""
    gevonden = tuple(bevindingen)
    if gevonden:
        raise Tegengehouden(veld, gevonden)


def open_ronde(  # noqa: PLR0913  # who, where and what for, all by name
    actor: Actor,
    dossier: "Dossier",
    traject_id: UUID,
    *,
    deel: Deel,
    handeling: Handeling,
    ook_zonder_begeleider: bool = False,
) -> "tuple[Dossier, Ronde]":
    """Give the running round of a trajectory for an act, with its dossier locked.

    Raises:
        NietGevonden: no such trajectory on this dossier, or see `access`.
        GeenToegang: see `access`; also a guide who does not guide this one.
        Invoerfout: the trajectory has ended.
    """
    dossier = open_voor(actor, dossier, deel=deel, handeling=handeling)
    traject = traject_van(actor, dossier, traject_id, deel=deel, handeling=handeling)
    if actor.rol is Rol.PROCESBEGELEIDER and not ook_zonder_begeleider:
        alleen_eigen(actor, traject, deel=deel, handeling=handeling)
    if traject.stand != Traject.Stand.LOOPT:
        raise Invoerfout("", _("Dit traject is voorbij. U kunt het nog lezen, en niets meer veranderen."))
    ronde = Ronde.objects.select_related("traject").get(traject=traject, gesloten_op__isnull=True)
    return dossier, ronde


def traject_van(
    actor: Actor, dossier: "Dossier", traject_id: UUID, *, deel: Deel, handeling: Handeling = Handeling.INZIEN
) -> Traject:
    """Give a trajectory of a dossier that the door gave. Raises NietGevonden."""
    traject = Traject.objects.filter(dossier=dossier, pk=traject_id).first()
    if traject is None:
        raise niet_gevonden(actor, dossier, deel, handeling, "traject bestaat niet")
    return traject


def alleen_eigen(actor: Actor, traject: Traject, *, deel: Deel, handeling: Handeling) -> None:
    """Keep a guide to the trajectories that he took on himself. Raises GeenToegang."""
    if traject.begeleider_id != actor.gebruiker_id:
        reden, waar = "begeleidt dit traject niet", traject.dossier_id
        raise GeenToegang(Weigering(actor=actor, deel=deel, handeling=handeling, dossier_id=waar, reden=reden))


def open_lijst(ronde: Ronde, variant: str) -> tuple[Lijst, "QuerySet[Knelpuntregel]"]:
    """Give a form of a round with its rows, to change it. Raises Invoerfout when it is not there yet, or final."""
    lijst = Lijst.objects.filter(ronde=ronde, variant=variant).first()
    if lijst is None:
        raise Invoerfout("", _("Dit formulier is er nog niet. De procesbegeleider begint het."))
    if lijst.vastgesteld_op is not None:
        raise Invoerfout("", _("Dit formulier staat vast. Wat anders moet, komt in een volgende ronde."))
    return lijst, Knelpuntregel.objects.filter(lijst=lijst)


def bewaak_versie(
    rij: Ronde | Lijst | Knelpuntregel | Oplossingregel, verwacht: int | None, *, ingediend: object, huidig: object
) -> None:
    """Count a change of a row, unless somebody else changed it since it was shown. Raises Conflict."""
    if verwacht is not None and verwacht != rij.versie:
        raise Conflict(ingediend=ingediend, huidig=huidig)
    rij.versie += 1

"""Handing the medical record over to the bedrijfsarts of another organisation, with its key."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from poortwijzer.dossiers.actions import Invoerfout
from poortwijzer.dossiers.actions.betrokkenen import eindig_rollen_van
from poortwijzer.dossiers.actions.kader import handeling, open_voor, rond_af
from poortwijzer.kluis.beheer import draag_over, eigenaar_van
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.models import Overdracht
from poortwijzer.medisch.queries import ontvangers
from poortwijzer.medisch.regel import Overdrachtsgrond
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


@handeling
def draag_medisch_dossier_over(
    *, dossier: "Dossier", actor: Actor, naar: UUID, grond: Overdrachtsgrond, verteld_op: date
) -> Overdracht:
    """Give the record and its key to another organisation with a bedrijfsarts on this dossier.

    The employee was told (`verteld_op`) and agreed or did not object (`grond`). The roles of the bedrijfsartsen who
    hand it over end, with the links that they gave; their own working notes stay behind, for nobody to read.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: the record is not of this organisation, nobody there can receive it, or the day is to come.
    """
    dossier = open_voor(actor, dossier, deel=Deel.MEDISCH_DOSSIER, handeling=Handeling.MEDISCH_OVERDRAGEN)
    van = actor.organisatie_id
    if van is None or eigenaar_van(dossier.pk, Vaksoort.MEDISCH) != van:
        raise Invoerfout("naar", _("Er is geen medisch dossier van uw organisatie om over te dragen."))
    if naar not in ontvangers(actor, dossier):
        raise Invoerfout("naar", _("Kies een organisatie met een bedrijfsarts bij dit dossier."))
    if verteld_op > vandaag():
        raise Invoerfout("verteld_op", _("Vertel het de werknemer eerst. Kies daarna de dag waarop u dat deed."))
    rij = Overdracht.objects.create(
        dossier=dossier,
        van_id=van,
        naar_id=naar,
        grond=grond,
        verteld_op=verteld_op,
        created_by_id=actor.gebruiker_id,
    )
    eindig_rollen_van(dossier=dossier, actor=actor, rol=Rol.BEDRIJFSARTS, organisatie_id=van)
    doel = f"{grond} {rij.pk}"
    rond_af(
        actor, dossier, deel=Deel.MEDISCH_DOSSIER, handeling=Handeling.MEDISCH_OVERDRAGEN, doel=doel, beoordeel=False
    )
    # Last, in the store of the keys: cut off in between, nothing of this act is there and it can be done again.
    draag_over(dossier.pk, Vaksoort.MEDISCH, naar=naar)
    return rij

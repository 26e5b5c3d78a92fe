"""Opening a dossier for a page that can also change something.

The log must not say that something was recorded when somebody only opened the form for it: showing the page is reading,
the act itself writes its own row. Who may not act is refused here already, and that is recorded.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from poortwijzer.dossiers.access import access_dossier, mag_hier
from poortwijzer.dossiers.bijlagen import access_bijlage
from poortwijzer.dossiers.stukken import access_stuk
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Bijlage, Dossier
    from poortwijzer.formulieren.models import Formulier


def dossier_voor(actor: Actor, kenmerk: str, deel: Deel, handeling: Handeling) -> "Dossier":
    """Give the dossier for a page on which `handeling` can be done on `deel`.

    Raises:
        NietGevonden: no such dossier, or not for this actor.
        GeenToegang: this actor may not do this here.
    """
    if mag(actor.rol, handeling, deel):
        dossier = access_dossier(actor, kenmerk, deel=deel)
        if mag_hier(actor, dossier, handeling, deel):
            return dossier
    return access_dossier(actor, kenmerk, deel=deel, handeling=handeling)


def stuk_voor(actor: Actor, kenmerk: str, stuk_id: UUID, handeling: Handeling) -> "tuple[Dossier, Formulier]":
    """Give a document with its dossier for a page on which `handeling` can be done; raises as `dossier_voor`."""
    dossier, stuk = access_stuk(actor, kenmerk, stuk_id)
    if not mag_hier(actor, dossier, handeling, Deel(stuk.soort)):
        return access_stuk(actor, kenmerk, stuk_id, handeling=handeling)
    return dossier, stuk


def bijlage_voor(actor: Actor, kenmerk: str, bijlage_id: UUID, handeling: Handeling) -> "tuple[Dossier, Bijlage]":
    """Give a file with its dossier for a page on which `handeling` can be done; raises as `dossier_voor`."""
    dossier, bijlage = access_bijlage(actor, kenmerk, bijlage_id)
    if not mag_hier(actor, dossier, handeling, Deel(bijlage.deel)):
        return access_bijlage(actor, kenmerk, bijlage_id, handeling=handeling)
    return dossier, bijlage


def weiger_als_het_hier_niet_mag(actor: Actor, dossier: "Dossier", deel: Deel, handeling: Handeling) -> None:
    """Refuse an act that the role may do, and this actor not on this dossier (yet), before its form is shown.

    Raises:
        GeenToegang: the account of the employee is not confirmed, or the act is outside the delegation.
    """
    if mag(actor.rol, handeling, deel) and not mag_hier(actor, dossier, handeling, deel):
        access_dossier(actor, dossier.kenmerk, deel=deel, handeling=handeling)

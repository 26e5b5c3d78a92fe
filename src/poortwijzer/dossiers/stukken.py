"""The documents of a dossier at the door: which one, of this dossier, and open for this actor."""

from functools import partial
from uuid import UUID

from poortwijzer.dossiers.access import access_dossier, gevraagd, niet_gevonden
from poortwijzer.dossiers.knoppen import werkt_aan
from poortwijzer.dossiers.models import Dossier
from poortwijzer.formulieren.models import Formulier
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling


def access_stuk(
    actor: Actor, kenmerk: str, stuk_id: UUID, *, handeling: Handeling = Handeling.INZIEN, als: str = ""
) -> tuple[Dossier, Formulier]:
    """Give a document with its dossier, and record that it was opened. A draft is there only for who works on it.

    `als` is the role as which somebody looks at it, for the log: the reading is that of the actor.

    Raises:
        NietGevonden: no such dossier or document, or not for this actor.
        GeenToegang: the actor reaches the dossier, but may not do this with this document.
    """
    vind = partial(_zichtbaar, actor, kenmerk, stuk_id)
    stuk = vind()
    gezocht = stuk or gevraagd(vind)
    deel = Deel.TIJDLIJN if gezocht is None else Deel(gezocht.soort)
    dossier = access_dossier(
        actor, kenmerk, deel=deel, handeling=handeling, doel=f"{stuk_id} als {als}" if als else str(stuk_id)
    )
    if stuk is None:
        raise niet_gevonden(actor, dossier, Deel.TIJDLIJN, handeling, "stuk bestaat niet")
    stuk.dossier = dossier
    return dossier, stuk


def _zichtbaar(actor: Actor, kenmerk: str, stuk_id: UUID) -> Formulier | None:
    stuk = Formulier.objects.filter(pk=stuk_id, dossier__kenmerk=kenmerk).first()
    if stuk is not None and not stuk.is_definitief and not werkt_aan(actor.rol, Deel(stuk.soort)):
        return None
    return stuk


def stuk_van(actor: Actor, dossier: Dossier, stuk_id: UUID, handeling: Handeling) -> Formulier:
    """Give a document of this dossier, for an act.

    Raises:
        NietGevonden: this dossier has no such document.
    """
    stuk = Formulier.objects.filter(pk=stuk_id, dossier=dossier).first()
    if stuk is None:
        raise niet_gevonden(actor, dossier, Deel.TIJDLIJN, handeling, "stuk bestaat niet")
    return stuk

"""Visitors of a dossier: who has a link, what could be shared, and what came back."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from poortwijzer.accounts.gasten import Gastregel, gastantwoord, gastregels
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import NietGevonden
from poortwijzer.dossiers.actions.gastlinks import zichtbaar_van
from poortwijzer.dossiers.models import Dossier
from poortwijzer.formulieren.models import Formulier
from poortwijzer.lib.datums import gettext
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling
from poortwijzer.toegang.gasten import Gastdoel, mag_gast_uitnodigen
from poortwijzer.toegang.rollen import Rol


def gastenlijst(actor: Actor, dossier: Dossier) -> tuple[Gastregel, ...]:
    """Give the links of this dossier that the actor sees; the dossier comes from `access_dossier` for `Deel.GASTEN`."""
    return gastregels(dossier.pk, van_rol=zichtbaar_van(actor))


def te_delen_stukken(actor: Actor, dossier: Dossier) -> Iterator[tuple[UUID, Deel, str, date | None]]:
    """Give the frozen documents that this role may let a visitor read: id, part, title and day, the newest first."""
    delen = [deel for deel in STUKKEN if mag_gast_uitnodigen(actor.rol, Gastdoel.STUK_INZIEN, deel)]
    stukken = Formulier.objects.filter(dossier=dossier, soort__in=delen, status=Formulier.Fase.DEFINITIEF)
    for stuk in stukken.order_by("-opgesteld_op", "-created_at"):
        yield stuk.pk, Deel(stuk.soort), gettext(stuk.vorm.titel), stuk.opgesteld_op


def antwoord_van_gast(actor: Actor, dossier: Dossier, link_id: UUID) -> tuple[str, str, datetime]:
    """Give question, answer and moment; the dossier comes from `access_dossier` for `Deel.GASTANTWOORDEN`.

    A doctor reads what was answered to his own organisation, the employee reads all.

    Raises NietGevonden when there is no such answer here.
    """
    van = None if actor.rol is Rol.WERKNEMER else actor.organisatie_id
    gevonden = gastantwoord(dossier.pk, link_id, eigenaar_id=van)
    if gevonden is None:
        raise NietGevonden(
            Weigering(
                actor=actor,
                deel=Deel.GASTANTWOORDEN,
                handeling=Handeling.INZIEN,
                dossier_id=dossier.pk,
                reden="antwoord bestaat niet",
            )
        )
    return gevonden

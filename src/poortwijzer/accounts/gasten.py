"""Links for visitors: making one, finding who holds one, and what came back. Who may do so is for `dossiers`."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from poortwijzer.accounts.actions.nodig_uit import hash_van_token
from poortwijzer.accounts.models import Gastlink
from poortwijzer.lib.klok import nu
from poortwijzer.slot import wie
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.gasten import Gast, Gastdoel
from poortwijzer.toegang.rollen import Rol

MEESTE_TEKENS = 4000  # of a question and of an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Gastverzoek:
    """What a link is for: for whom, over what, until when. `vraag` only where something is asked.

    `toestemming_id` is the consent that it rests on; none for an employee who shares what is his own.
    """

    doel: Gastdoel
    deel: Deel
    gast: str
    geldig: timedelta
    stuk_id: UUID | None = None
    vraag: str = ""
    toestemming_id: UUID | None = None

    @property
    def is_medisch(self) -> bool:
        """Whether its texts belong to the medical part: what is asked of the treating sector."""
        return self.doel is Gastdoel.INFORMATIE_AANLEVEREN


@dataclass(frozen=True, slots=True, kw_only=True)
class Gastregel:
    """A link, for who gave it and for the employee."""

    id: UUID
    eigenaar_id: UUID
    doel: Gastdoel
    deel: Deel
    stuk_id: UUID | None
    gast: str
    rol: Rol
    created_by_id: UUID
    created_at: datetime
    expires_at: datetime
    ingetrokken_op: datetime | None
    antwoord_op: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether it still opens something."""
        beantwoord = self.doel is Gastdoel.INFORMATIE_AANLEVEREN and self.antwoord_op is not None
        return self.ingetrokken_op is None and not beantwoord and self.expires_at > nu()


def maak_gastlink(*, actor: Actor, dossier_id: UUID, eigenaar_id: UUID, verzoek: Gastverzoek) -> tuple[UUID, str]:
    """Make a link of the actor, and give its id and its secret, which is kept nowhere.

    `eigenaar_id` is the organisation that owns the part of the dossier which the texts belong to.
    """
    token, nu_ = secrets.token_urlsafe(32), nu()
    link = Gastlink.objects.create(
        token_hash=hash_van_token(token),
        dossier_id=dossier_id,
        eigenaar_id=eigenaar_id,
        doel=verzoek.doel,
        deel=verzoek.deel,
        stuk_id=verzoek.stuk_id,
        gast=verzoek.gast,
        vraag=verzoek.vraag,
        toestemming_id=verzoek.toestemming_id,
        rol=actor.rol,
        organisatie_id=actor.organisatie_id,
        created_by_id=actor.gebruiker_id,
        created_at=nu_,
        expires_at=nu_ + verzoek.geldig,
    )
    return link.pk, token


def gast_met_token(token: str) -> Gast | None:
    """Give the visitor who holds this secret; None when the link is unknown, too old, withdrawn or answered."""
    token_hash = hash_van_token(token)
    with wie.houder(token_hash):
        return _gast(_open().filter(token_hash=token_hash))


def gast_met_link(link_id: UUID) -> Gast | None:
    """Give the visitor of this link, as long as it is open; asked again at every page."""
    with wie.gast(link_id):
        return _gast(_open().filter(pk=link_id))


def gastlink(gast: Gast) -> Gastlink:
    """Give the link itself, locked until the end of the transaction; only for the door of visitors in `dossiers`."""
    return Gastlink.objects.select_for_update().get(pk=gast.link_id)


def gastregels(dossier_id: UUID, *, van_rol: Rol | None = None) -> tuple[Gastregel, ...]:
    """Give the links of a dossier, the newest first; with `van_rol` those that were given in that role."""
    links = Gastlink.objects.filter(dossier_id=dossier_id).order_by("-created_at")
    if van_rol is not None:
        links = links.filter(rol=van_rol)
    return tuple(
        Gastregel(
            id=rij.pk,
            eigenaar_id=rij.eigenaar_id,
            doel=Gastdoel(rij.doel),
            deel=Deel(rij.deel),
            stuk_id=rij.stuk_id,
            gast=rij.gast,
            rol=Rol(rij.rol),
            created_by_id=rij.created_by_id,
            created_at=rij.created_at,
            expires_at=rij.expires_at,
            ingetrokken_op=rij.ingetrokken_op,
            antwoord_op=rij.antwoord_op,
        )
        for rij in links
    )


def gastantwoord(
    dossier_id: UUID, link_id: UUID, *, eigenaar_id: UUID | None = None
) -> tuple[str, str, datetime] | None:
    """Give question, answer and moment of an answered link of this dossier; None when there is no answer.

    With `eigenaar_id` only of a link of that organisation.
    """
    links = Gastlink.objects.filter(dossier_id=dossier_id, pk=link_id, antwoord_op__isnull=False)
    if eigenaar_id is not None:
        links = links.filter(eigenaar=eigenaar_id)
    link = links.first()
    return None if link is None or link.antwoord_op is None else (link.vraag, link.antwoord, link.antwoord_op)


def trek_gastlink_in(dossier_id: UUID, link_id: UUID, *, van_rol: Rol | None = None) -> bool:
    """Close a link of this dossier at once, and tell whether there was an open one (given in `van_rol`)."""
    links = _open().filter(dossier_id=dossier_id, pk=link_id)
    if van_rol is not None:
        links = links.filter(rol=van_rol)
    return bool(links.update(ingetrokken_op=nu()))


def sluit_links_met(toestemming_id: UUID) -> None:
    """Close every link that rests on this consent, at once."""
    _open().filter(toestemming_id=toestemming_id).update(ingetrokken_op=nu())


def _open() -> QuerySet[Gastlink]:
    beantwoord = {"doel": Gastdoel.INFORMATIE_AANLEVEREN, "antwoord_op__isnull": False}
    geldig = Gastlink.objects.filter(ingetrokken_op=None, expires_at__gt=nu(), created_by__is_active=True)
    return geldig.exclude(**beantwoord)


def _gast(links: QuerySet[Gastlink]) -> Gast | None:
    link = links.first()
    if link is None:
        return None
    return Gast(
        link_id=link.pk,
        dossier_id=link.dossier_id,
        doel=Gastdoel(link.doel),
        deel=Deel(link.deel),
        organisatie_id=link.organisatie_id,
    )


def trek_gastlinks_in(*, organisatie_id: UUID, dossier_ids: Iterable[UUID]) -> int:
    """Close the open links that people of this organisation gave on these dossiers, and give how many."""
    open_ = Gastlink.objects.filter(organisatie=organisatie_id, dossier_id__in=set(dossier_ids), ingetrokken_op=None)
    return open_.update(ingetrokken_op=nu())

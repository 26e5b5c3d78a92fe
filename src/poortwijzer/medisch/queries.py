"""Reading the medical record: for the bedrijfsarts, for who does tasks for him, and for the employee."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from poortwijzer.accounts.gasten import gastantwoord, gastregels
from poortwijzer.accounts.queries import gebruiker_naam, organisatie_naam
from poortwijzer.dossiers.queries.betrokkenen import organisaties_met_rol
from poortwijzer.medisch.eigendom import bezit, leesbaar_voor
from poortwijzer.medisch.models import Medischeregel, Overdracht
from poortwijzer.medisch.regel import Overdrachtsgrond, Regel
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.gasten import Gastdoel
from poortwijzer.toegang.rollen import Rol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelbeeld:
    """A row as it stands now, with who wrote it and the versions that it took the place of, the newest first."""

    id: UUID
    regel: Regel
    door: str
    rol: Rol
    op: datetime
    verantwoordelijke: str
    is_werkaantekening: bool
    eerder: tuple["Regelbeeld", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoordbeeld:
    """What the treating sector answered through a link."""

    gast: str
    vraag: str
    antwoord: str
    op: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdrachtbeeld:
    """That the record went to another organisation: from whom, to whom, by whom, and why that was allowed."""

    van: str
    naar: str
    door: str
    op: datetime
    grond: Overdrachtsgrond
    verteld_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Medischbeeld:
    """The medical record of one dossier as this actor may read it."""

    regels: tuple[Regelbeeld, ...]
    werkaantekeningen: tuple[Regelbeeld, ...]
    antwoorden: tuple[Antwoordbeeld, ...]
    overdrachten: tuple[Overdrachtbeeld, ...]


def medisch_dossier(actor: Actor, dossier: "Dossier") -> Medischbeeld:
    """Give the record; the dossier comes from `access_dossier` for `Deel.MEDISCH_DOSSIER`.

    A doctor reads what his own organisation owns: another arbodienst, or a doctor whom the employer appointed, does not
    get at what was entrusted to this one, unless it is handed over. The employee reads what is of who confirmed the own
    account, so all of it once every owner did. Notes that a doctor keeps for himself are read by nobody but him: a note
    that a colleague reads is part of the record, and then the employee reads it too.
    """
    ziet_werk = mag(actor.rol, Handeling.INZIEN, Deel.WERKAANTEKENINGEN) and dossier.verantwoordelijke_id is None
    rijen = Medischeregel.objects.filter(dossier=dossier).order_by("-created_at", "-id")
    if actor.rol is Rol.WERKNEMER:
        rijen = rijen.filter(eigenaar__in=_eigenaren(actor, dossier))
    else:
        rijen = rijen.filter(leesbaar_voor(dossier.pk, actor.organisatie_id))
    eigen = Q(is_werkaantekening=True, created_by_id=actor.gebruiker_id)
    rijen = rijen.filter(eigen | Q(is_werkaantekening=False)) if ziet_werk else rijen.filter(is_werkaantekening=False)
    beelden = tuple(_beelden(list(rijen)))
    return Medischbeeld(
        regels=tuple(beeld for beeld in beelden if not beeld.is_werkaantekening),
        werkaantekeningen=tuple(beeld for beeld in beelden if beeld.is_werkaantekening),
        antwoorden=tuple(_antwoorden(actor, dossier)),
        overdrachten=tuple(_overdrachten(dossier)),
    )


def _eigenaren(actor: Actor, dossier: "Dossier") -> frozenset[UUID]:
    """Give whose rows this actor may read; what a confirmed owner wrote stays readable when it is handed over."""
    if actor.rol is not Rol.WERKNEMER:
        return bezit(dossier.pk, actor.organisatie_id)
    bevestigd = frozenset(dossier.bevestigd_door)
    return bevestigd.union(*(bezit(dossier.pk, organisatie_id) for organisatie_id in bevestigd))


def regel_van(actor: Actor, dossier: "Dossier", regel_id: UUID) -> Regelbeeld | None:
    """Give the newest version of a row that this actor may read; None when there is none such."""
    beeld = medisch_dossier(actor, dossier)
    return next((rij for rij in (*beeld.regels, *beeld.werkaantekeningen) if rij.id == regel_id), None)


def _beelden(rijen: list[Medischeregel]) -> Iterator[Regelbeeld]:
    namen = gebruiker_naam(
        gebruiker for rij in rijen for gebruiker in (rij.created_by_id, rij.verantwoordelijke_id) if gebruiker
    )
    per_id = {rij.pk: rij for rij in rijen}
    vervangen = {rij.vervangt_id for rij in rijen}
    nieuwste = [rij for rij in rijen if rij.pk not in vervangen]
    for rij in sorted(nieuwste, key=lambda rij: (rij.inhoud["op"], rij.created_at), reverse=True):
        yield _beeld(rij, namen, tuple(_voorgangers(rij, per_id, namen)))


def _voorgangers(rij: Medischeregel, per_id: dict[UUID, Medischeregel], namen: dict[UUID, str]) -> Iterator[Regelbeeld]:
    while rij.vervangt_id is not None:
        rij = per_id[rij.vervangt_id]
        yield _beeld(rij, namen, ())


def _beeld(rij: Medischeregel, namen: dict[UUID, str], eerder: tuple[Regelbeeld, ...]) -> Regelbeeld:
    return Regelbeeld(
        id=rij.pk,
        regel=Regel.uit_json(rij.inhoud),
        door=namen.get(rij.created_by_id, ""),
        rol=Rol(rij.rol),
        op=rij.created_at,
        verantwoordelijke=namen.get(rij.verantwoordelijke_id, "") if rij.verantwoordelijke_id else "",
        is_werkaantekening=rij.is_werkaantekening,
        eerder=eerder,
    )


def _antwoorden(actor: Actor, dossier: "Dossier") -> Iterator[Antwoordbeeld]:
    eigen = _eigenaren(actor, dossier)
    for link in gastregels(dossier.pk):
        if link.eigenaar_id not in eigen:
            continue
        gegeven = gastantwoord(dossier.pk, link.id) if link.doel is Gastdoel.INFORMATIE_AANLEVEREN else None
        if gegeven is not None:
            vraag, antwoord, op = gegeven
            yield Antwoordbeeld(gast=link.gast, vraag=vraag, antwoord=antwoord, op=op)


def ontvangers(actor: Actor, dossier: "Dossier") -> dict[UUID, str]:
    """Give the other organisations that have a bedrijfsarts on this dossier today, by name: whom it can go to."""
    return organisatie_naam(organisaties_met_rol(dossier, Rol.BEDRIJFSARTS) - {actor.organisatie_id})


def _overdrachten(dossier: "Dossier") -> Iterator[Overdrachtbeeld]:
    rijen = Overdracht.objects.filter(dossier=dossier).select_related("van", "naar", "created_by")
    for rij in rijen.order_by("-created_at"):
        yield Overdrachtbeeld(
            van=rij.van.naam,
            naar=rij.naar.naam,
            door=rij.created_by.naam,
            op=rij.created_at,
            grond=Overdrachtsgrond(rij.grond),
            verteld_op=rij.verteld_op,
        )

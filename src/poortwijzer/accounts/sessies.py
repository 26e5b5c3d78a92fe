"""Sessions: how long they last, which there are, and ending them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest

from poortwijzer.accounts.apparaat import apparaat_van
from poortwijzer.accounts.models import Gebruiker, Sessie
from poortwijzer.accounts.sessieopslag import hash_van_sleutel
from poortwijzer.lib.klok import nu

BEGONNEN = "begonnen_op"  # in the session: seconds since 1970, as a number
GEBRUIKT = "gebruikt_op"
# How exactly the last use is known. Writing it at every request would make every page a write.
NAUWKEURIG = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sessieregel:
    """A session, as its owner sees it."""

    id: UUID
    apparaat: str
    begonnen_op: datetime
    gebruikt_op: datetime
    is_deze: bool


def begin_sessie(request: HttpRequest, gebruiker: Gebruiker) -> None:
    """Remember that this session of `gebruiker` began now, on this device."""
    if request.session.session_key is None:
        request.session.create()
    op = nu()
    request.session[BEGONNEN] = request.session[GEBRUIKT] = op.timestamp()
    Sessie.objects.update_or_create(
        sleutel=hash_van_sleutel(request.session.session_key),
        defaults={
            "gebruiker": gebruiker,
            "apparaat": apparaat_van(request)[:80],
            "begonnen_op": op,
            "gebruikt_op": op,
        },
    )


def houd_bij(request: HttpRequest) -> None:
    """End the session when it lasted too long or lay still too long; else remember that it is in use.

    The limits are the settings SESSIE_STIL and SESSIE_LANGST. A session without a beginning is no session of ours.
    """
    sessie, nu_ = request.session, nu()
    begonnen, gebruikt = (sessie.get(naam) for naam in (BEGONNEN, GEBRUIKT))
    if not isinstance(begonnen, float) or not isinstance(gebruikt, float) or _is_voorbij(begonnen, gebruikt):
        logout(request)
    elif _geleden(gebruikt) >= NAUWKEURIG:
        sessie[GEBRUIKT] = nu_.timestamp()
        Sessie.objects.filter(sleutel=hash_van_sleutel(sessie.session_key)).update(gebruikt_op=nu_)


def eigen_sessies(gebruiker_id: UUID, sleutel: str | None) -> tuple[Sessieregel, ...]:
    """Give the sessions of this person that still work, the one with `sleutel` marked, the last used first."""
    nu_ = nu()
    levend = Sessie.objects.filter(
        gebruiker=gebruiker_id,
        begonnen_op__gt=nu_ - settings.SESSIE_LANGST,
        gebruikt_op__gt=nu_ - settings.SESSIE_STIL,
    )
    return tuple(
        Sessieregel(
            id=rij.pk,
            apparaat=rij.apparaat,
            begonnen_op=rij.begonnen_op,
            gebruikt_op=rij.gebruikt_op,
            is_deze=rij.sleutel == hash_van_sleutel(sleutel),
        )
        for rij in levend.order_by("-gebruikt_op")
    )


@transaction.atomic
def beeindig_sessie(*, gebruiker_id: UUID, sessie_id: UUID) -> bool:
    """End one session of this person, and tell whether there was one; of somebody else nothing is ended."""
    return bool(
        _beeindig(Sessie.objects.filter(gebruiker=gebruiker_id, pk=sessie_id).values_list("sleutel", flat=True))
    )


@transaction.atomic
def beeindig_sessies(*, gebruiker_id: UUID, behalve: str | None = None) -> int:
    """End all sessions of this person but the one with the key `behalve`, and give how many."""
    sessies = Sessie.objects.filter(gebruiker=gebruiker_id).exclude(sleutel=hash_van_sleutel(behalve))
    return _beeindig(sessies.values_list("sleutel", flat=True))


@transaction.atomic
def ruim_sessies_op() -> int:
    """Drop what is left of sessions that ended by themselves, and give how many."""
    nu_ = nu()
    Session.objects.filter(expire_date__lte=nu_).delete()
    oud = Sessie.objects.filter(begonnen_op__lte=nu_ - settings.SESSIE_LANGST)
    stil = Sessie.objects.filter(gebruikt_op__lte=nu_ - settings.SESSIE_STIL)
    return _beeindig((oud | stil).values_list("sleutel", flat=True))


def _beeindig(sleutels: Iterable[str]) -> int:
    weg = list(sleutels)
    Session.objects.filter(pk__in=weg).delete()
    Sessie.objects.filter(sleutel__in=weg).delete()
    return len(weg)


def _is_voorbij(begonnen: float, gebruikt: float) -> bool:
    return _geleden(begonnen) >= settings.SESSIE_LANGST or _geleden(gebruikt) >= settings.SESSIE_STIL


def _geleden(tijdstip: float) -> timedelta:
    return timedelta(seconds=nu().timestamp() - tijdstip)


def beeindig_sessies_over(kenmerk: str) -> int:
    """End the sessions that still hold something of this dossier, such as what somebody typed; give how many.

    What a session holds lies in it as text that no database can search, so every session that still runs is read.
    """
    over_dit = [
        sessie.session_key
        for sessie in Session.objects.filter(expire_date__gt=nu()).iterator()
        if kenmerk in repr(sessie.get_decoded())
    ]
    Session.objects.filter(session_key__in=over_dit).delete()
    Sessie.objects.filter(sleutel__in=over_dit).delete()
    return len(over_dit)

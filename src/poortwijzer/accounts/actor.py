"""Who acts in this request: the person who signed in, in one role."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from poortwijzer.accounts.models import Gebruiker
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.aanspraak import voor
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

# In the session: the id of the Rolvervulling that the person chose.
GEKOZEN_ROL = "rolvervulling"
_VEILIGE_METHODEN = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolkeuze:
    """A role that a person can act in today, for the switch on the page."""

    id: UUID
    rol: Rol
    organisatie_id: UUID | None
    organisatie: str


def rolkeuzes(gebruiker: Gebruiker) -> tuple[Rolkeuze, ...]:
    """Give the roles of `gebruiker` that run today, in the order of the roles and then by organisation."""
    vervullingen = gebruiker.rolvervullingen.lopend(vandaag()).select_related("organisatie")
    keuzes = (
        Rolkeuze(
            id=vervulling.pk,
            rol=Rol(vervulling.rol),
            organisatie_id=vervulling.organisatie_id,
            organisatie=vervulling.organisatie.naam if vervulling.organisatie else "",
        )
        for vervulling in vervullingen
    )
    volgorde = list(Rol)
    return tuple(sorted(keuzes, key=lambda keuze: (volgorde.index(keuze.rol), keuze.organisatie, keuze.id)))


def kies_rol(request: HttpRequest, keuze_id: UUID) -> Rolkeuze:
    """Let the person of this session act in the role `keuze_id` from now on, and give it.

    Raises PermissionDenied when that is no role of this person that runs today.
    """
    gebruiker = request.user
    if isinstance(gebruiker, Gebruiker):
        for keuze in rolkeuzes(gebruiker):
            if keuze.id == keuze_id:
                request.session[GEKOZEN_ROL] = str(keuze.id)
                return keuze
    raise PermissionDenied


def actor_van(request: HttpRequest) -> Actor:
    """Give who acts; raises PermissionDenied when nobody signed in or no role of the person runs today."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        raise PermissionDenied
    return actor


class ActorMiddleware:
    """Sets `request.actor` (or None) and `request.rolkeuzes`, with one query for who is signed in.

    A role that ended while the session went on no longer counts: reading goes on in the first role that still
    runs, but nothing is changed in a role that the person did not choose.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Decide the role before the view runs."""
        gebruiker = request.user
        is_half = getattr(request, "is_half_aangemeld", False)  # no role before the second step
        keuzes = rolkeuzes(gebruiker) if isinstance(gebruiker, Gebruiker) and not is_half else ()
        actor = _actor(request, gebruiker, keuzes) if isinstance(gebruiker, Gebruiker) else None
        if isinstance(gebruiker, Gebruiker):
            translation.activate(gebruiker.taal)  # what this person chose, over what the browser asks for
        request.rolkeuzes = keuzes  # type: ignore[attr-defined]  # what this middleware is for
        request.actor = actor  # type: ignore[attr-defined]  # what this middleware is for
        with voor(actor) if actor else nullcontext():
            return self.get_response(request)


def als_actor(gebruiker: Gebruiker, keuze: Rolkeuze) -> Actor:
    """Give who this person is in the role of `keuze`, which must be one of his own."""
    return Actor(gebruiker_id=gebruiker.pk, rol=keuze.rol, organisatie_id=keuze.organisatie_id, naam=gebruiker.naam)


def heeft_rol(actor: Actor) -> bool:
    """Tell whether this person can sign in today and then act so: in this role, for this organisation."""
    mensen = Gebruiker.objects.filter(pk=actor.gebruiker_id, is_active=True)
    return any(
        (keuze.rol, keuze.organisatie_id) == (actor.rol, actor.organisatie_id)
        for gebruiker in mensen
        for keuze in rolkeuzes(gebruiker)
    )


def eerste_actor(gebruiker: Gebruiker) -> Actor | None:
    """Give who this person is when no role is chosen yet; None without a role that runs today."""
    return next((als_actor(gebruiker, keuze) for keuze in rolkeuzes(gebruiker)), None)


def _actor(request: HttpRequest, gebruiker: Gebruiker, keuzes: tuple[Rolkeuze, ...]) -> Actor | None:
    gekozen = request.session.get(GEKOZEN_ROL)
    keuze = next((keuze for keuze in keuzes if str(keuze.id) == gekozen), None)
    if keuze is None:
        if not keuzes or (gekozen is not None and request.method not in _VEILIGE_METHODEN):
            return None
        keuze = keuzes[0]
    return als_actor(gebruiker, keuze)

"""Read models about people and organisations, for the apps above."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from poortwijzer.accounts.geheimhouding import te_verplichten
from poortwijzer.accounts.models import Gebruiker, Organisatie, Rolvervulling, Uitnodiging
from poortwijzer.accounts.tweede_stap import wie_een_tweede_stap_heeft
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import uit_te_nodigen
from poortwijzer.toegang.organisaties import ROLLEN_BIJ, Organisatiesoort, past_bij
from poortwijzer.toegang.rollen import Rol

MEESTE_ROLHOUDERS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """A person who has a role at an organisation today."""

    gebruiker_id: UUID
    naam: str
    rol: Rol
    organisatie_id: UUID | None = None
    organisatie: str = ""


def gebruiker_naam(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Give the names of people by id, in one query; an id that is nobody's is left out."""
    return dict(Gebruiker.objects.filter(pk__in=set(ids)).values_list("pk", "naam"))


def wie_heet(naam: str, *, organisatie_id: UUID, rollen: Iterable[Rol]) -> QuerySet[Rolvervulling, UUID]:
    """Give, for another query, who has or had one of these roles at this organisation and has that in the name."""
    gevonden = Rolvervulling.objects.filter(organisatie=organisatie_id, rol__in=rollen, gebruiker__naam__icontains=naam)
    return gevonden.order_by().values_list("gebruiker_id", flat=True)


def organisatie_naam(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Give the names of organisations by id, in one query; an id that is none's is left out."""
    return dict(Organisatie.objects.filter(pk__in=set(ids)).values_list("pk", "naam"))


def organisatiebeeld(organisatie_id: UUID) -> tuple[str, Organisatiesoort]:
    """Give the name and the kind of an organisation."""
    naam, soort = Organisatie.objects.values_list("naam", "soort").get(pk=organisatie_id)
    return naam, Organisatiesoort(soort)


@dataclass(frozen=True, slots=True, kw_only=True)
class Functionaris:
    """Who guards privacy at an organisation, and how to reach this person."""

    naam: str
    email: str


def functionarissen(organisatie_id: UUID) -> tuple[Functionaris, ...]:
    """Give who guards privacy at this organisation today, by name; the caller looked who asks."""
    lopend = Rolvervulling.objects.lopend(vandaag()).filter(rol=Rol.PRIVACY_OFFICER, organisatie=organisatie_id)
    namen = lopend.order_by("gebruiker__naam").values_list("gebruiker__naam", "gebruiker__email").distinct()
    return tuple(Functionaris(naam=naam, email=email) for naam, email in namen)


def organisaties_met_dossiers() -> tuple[UUID, ...]:
    """Give every organisation that can own a part of a dossier, for work that no person does."""
    return tuple(Organisatie.objects.order_by("pk").values_list("pk", flat=True))


def mensen_met_rol(*, rol: Rol, organisatie_ids: Iterable[UUID | None]) -> tuple[Persoon, ...]:
    """Give who has `rol` at one of these organisations today, by name.

    For a choice of whom to add to a dossier. The act that adds somebody checks the right to do so.
    """
    vervullingen = Rolvervulling.objects.lopend(vandaag()).filter(rol=rol, organisatie_id__in=set(organisatie_ids))
    return tuple(
        Persoon(gebruiker_id=gebruiker_id, naam=naam, rol=rol, organisatie_id=organisatie_id, organisatie=organisatie)
        for gebruiker_id, naam, organisatie_id, organisatie in vervullingen.values_list(
            "gebruiker_id", "gebruiker__naam", "organisatie_id", "organisatie__naam"
        )
        .order_by("gebruiker__naam", "gebruiker_id", "organisatie__naam")
        .distinct()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolhouder:
    """Somebody whose role this actor could end; it opens nothing unless it `past` at this kind of organisation.

    `moet_zwijgen`: this role reads of dossiers at the own employer; `geheimhouding_op` says since when that is secret.
    """

    rolvervulling_id: UUID
    gebruiker_id: UUID
    naam: str
    rol: Rol
    heeft_tweede_stap: bool
    past: bool
    moet_zwijgen: bool
    geheimhouding_op: date | None


def rolhouders(actor: Actor, *, zoek: str = "") -> tuple[Rolhouder, ...]:
    """Give who has which role at the actor's organisation today, for the roles that the actor manages, by name.

    Also roles that do not fit there, or nobody could end them. Not the actor, and at most `MEESTE_ROLHOUDERS`: with
    `zoek` those whose name has that in it.
    """
    if actor.organisatie_id is None:
        return ()
    vervullingen = (
        Rolvervulling.objects.te_beeindigen(vandaag())
        .filter(organisatie_id=actor.organisatie_id, rol__in=uit_te_nodigen(actor.rol), gebruiker__naam__icontains=zoek)
        .exclude(gebruiker=actor.gebruiker_id)
        .select_related("gebruiker", "organisatie")
        .order_by("gebruiker__naam", "gebruiker", "rol")[:MEESTE_ROLHOUDERS]
    )
    met_stap = wie_een_tweede_stap_heeft(rij.gebruiker_id for rij in vervullingen)
    zwijgend = frozenset(te_verplichten(actor).values_list("pk", flat=True))
    return tuple(
        Rolhouder(
            rolvervulling_id=rij.pk,
            gebruiker_id=rij.gebruiker_id,
            naam=rij.gebruiker.naam,
            rol=Rol(rij.rol),
            heeft_tweede_stap=rij.gebruiker_id in met_stap,
            past=rij.organisatie is not None and past_bij(Rol(rij.rol), rij.organisatie.soort),
            moet_zwijgen=rij.pk in zwijgend,
            geheimhouding_op=rij.geheimhouding_op,
        )
        for rij in vervullingen
    )


def heeft_rol_bij(organisatie_ids: Iterable[UUID], *, gebruiker_id: UUID, rol: Rol) -> bool:
    """Tell whether the person has `rol` at one of these organisations today."""
    vervullingen = Rolvervulling.objects.lopend(vandaag()).filter(gebruiker_id=gebruiker_id, rol=rol)
    return vervullingen.filter(organisatie_id__in=set(organisatie_ids)).exists()


def waar_in_rol(gebruiker_id: UUID, rollen: Iterable[Rol], op: date) -> QuerySet[Rolvervulling, UUID | None]:
    """Give where this person has one of these roles on a day, as a query of ids to put in another."""
    vervullingen = Rolvervulling.objects.lopend(op).filter(gebruiker_id=gebruiker_id, rol__in=rollen)
    return vervullingen.filter(organisatie__isnull=False).values_list("organisatie_id", flat=True)


def wie_heeft_rol_bij(organisatie_id: UUID, rol: Rol) -> QuerySet[Rolvervulling, UUID]:
    """Give who has `rol` at this organisation today, as a query of ids to put in another."""
    vervullingen = Rolvervulling.objects.lopend(vandaag()).filter(organisatie_id=organisatie_id, rol=rol)
    return vervullingen.values_list("gebruiker_id", flat=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountbeeld:
    """One's own account, with every role there ever was."""

    naam: str
    email: str
    taal: str
    sinds: datetime
    rollen: tuple[tuple[str, str, date, date | None], ...]


def eigen_account(gebruiker_id: UUID) -> Accountbeeld | None:
    """Give the account of a person, for that person: roles as role, organisation, from and until (exclusive)."""
    gebruiker = Gebruiker.objects.filter(pk=gebruiker_id).first()
    if gebruiker is None:
        return None
    rollen = gebruiker.rolvervullingen.select_related("organisatie").order_by("vanaf", "rol")
    return Accountbeeld(
        naam=gebruiker.naam,
        email=gebruiker.email,
        taal=gebruiker.taal,
        sinds=gebruiker.created_at,
        rollen=tuple(
            (str(Rol(rij.rol).label), rij.organisatie.naam if rij.organisatie else "", rij.vanaf, rij.tot)
            for rij in rollen
        ),
    )


def organisaties_in_rol(gebruiker_id: UUID, rol: Rol) -> frozenset[UUID]:
    """Give the organisations for which this person has `rol` today."""
    vervullingen = Rolvervulling.objects.lopend(vandaag()).filter(gebruiker_id=gebruiker_id, rol=rol)
    return frozenset(vervullingen.exclude(organisatie=None).values_list("organisatie_id", flat=True))


def heeft_account(email: str) -> bool:
    """Tell whether somebody signs in with this address; ask it only on behalf of who proved to own it."""
    return Gebruiker.objects.filter(email=email).exists()


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenUitnodiging:
    """An invitation that still works."""

    id: UUID
    naam: str
    email: str
    rol: Rol
    expires_at: datetime


def te_geven_rollen(actor: Actor) -> frozenset[Rol]:
    """Give the roles in which this actor may invite people, as far as an organisation of its kind has them."""
    if actor.organisatie_id is None:
        return frozenset()
    soort = Organisatie.objects.values_list("soort", flat=True).get(pk=actor.organisatie_id)
    return uit_te_nodigen(actor.rol) & ROLLEN_BIJ[Organisatiesoort(soort)]


def open_uitnodigingen(actor: Actor) -> tuple[OpenUitnodiging, ...]:
    """Give the invitations of the actor's organisation that still work and that the actor could withdraw."""
    if actor.organisatie_id is None:
        return ()
    open_ = (
        Uitnodiging.objects.werkend(nu())
        .filter(organisatie=actor.organisatie_id, rol__in=uit_te_nodigen(actor.rol))
        .order_by("-created_at")
    )
    return tuple(
        OpenUitnodiging(id=rij.pk, naam=rij.naam, email=rij.email, rol=Rol(rij.rol), expires_at=rij.expires_at)
        for rij in open_
    )

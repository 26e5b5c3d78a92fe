"""The only door to a dossier. Who comes in, and who is turned away, is recorded.

The policy stands in `toegang`; here its conditions become queries, once, for one dossier and for lists alike.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet, Subquery, Value
from django.http import Http404
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.contracten import werkgevers_onder_contract
from poortwijzer.accounts.leesgrens import LeesgrensBereikt, bewaak_leestempo, leg_signaal_vast
from poortwijzer.accounts.nood import dossiers_in_nood
from poortwijzer.accounts.weigeringen import Geweigerd, Weigering, leg_weigering_vast
from poortwijzer.dossiers.bevestiging import bevestigd_door
from poortwijzer.dossiers.models import Betrokkene, Delegatie, Dossier, Werknemer
from poortwijzer.dossiers.scheiding import voor_werkgever
from poortwijzer.dossiers.zelf import eigen_werknemers
from poortwijzer.lib.klok import vandaag
from poortwijzer.slot.wie import werk
from poortwijzer.toegang.aanspraak import voor
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import NA_BEVESTIGING, mag, mag_op_delegatie, mag_voor_bevestiging
from poortwijzer.toegang.delen import MEDISCHE_DELEN, Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde

T = TypeVar("T")

NIEMAND = Q(pk__in=())
BUITEN_BEREIK = "buiten bereik"  # in the log: it exists, and this actor does not reach it


class NietGevonden(Http404):  # an answer, and Django's own name has no Error either
    """There is no such dossier, or this actor may not know of it; nobody can tell which."""

    def __init__(self, weigering: Weigering) -> None:
        super().__init__(_("Dit dossier bestaat niet, of u heeft er geen toegang toe."))
        self.weigering = weigering


def niet_gevonden(actor: Actor, dossier: Dossier, deel: Deel, handeling: Handeling, reden: str) -> NietGevonden:
    """Give the answer for what is not in a dossier that this actor does reach; `reden` is for the log."""
    return NietGevonden(Weigering(actor=actor, deel=deel, handeling=handeling, dossier_id=dossier.pk, reden=reden))


class GeenToegang(PermissionDenied):  # an answer, and Django's own name has no Error either
    """The actor knows the dossier, but may not do this in this role."""

    def __init__(self, weigering: Weigering) -> None:
        deel, handeling = weigering.deel.label, weigering.handeling.label
        super().__init__(
            _("In uw rol mag u dit niet: %(handeling)s bij %(deel)s.") % {"handeling": handeling, "deel": deel}
        )
        self.weigering = weigering


class NietBevestigd(GeenToegang):  # as the others
    """It is the own dossier by what the employer linked, and nobody of the medical side said so yet."""

    def __init__(self, weigering: Weigering) -> None:
        super().__init__(weigering)
        leest = weigering.handeling is Handeling.INZIEN
        self.args = (
            _("Dit deel opent als uw bedrijfsarts heeft bevestigd dat dit account van u is.")
            if leest
            else _("Dit kan als uw bedrijfsarts heeft bevestigd dat dit account van u is."),
        )


def access_dossier(
    actor: Actor, kenmerk: str, *, deel: Deel, handeling: Handeling = Handeling.INZIEN, doel: str = ""
) -> Dossier:
    """Give the dossier with this reference for `handeling` on `deel`, and record that it was opened.

    Raises:
        NietGevonden: no such dossier, or not for this actor.
        GeenToegang: the actor reaches the dossier, but may not do this with this part.
        LeesgrensBereikt: the actor opened too many dossiers in a short time, and signs in again first.
    """
    with voor(actor), recording_refusals(), transaction.atomic():
        dossier = _resolve(actor, Q(kenmerk=kenmerk), deel, handeling)
        bewaak_leestempo(actor, dossier_id=dossier.pk, deel=deel, handeling=handeling)
        audit.record(
            handeling=handeling,
            actor=actor,
            dossier_id=dossier.pk,
            onderdeel=deel,
            doel=doel,
            rol=actor.rol,
            is_nood=dossier.is_in_nood,
            verantwoordelijke_id=dossier.verantwoordelijke_id,
        )
    return dossier


def lock_dossier(actor: Actor, dossier_id: UUID, *, deel: Deel, handeling: Handeling) -> Dossier:
    """Give the dossier for an act, locked until the end of the transaction; the act records what it did.

    Raises:
        NietGevonden: no such dossier, or not for this actor.
        GeenToegang: the actor reaches the dossier, but may not do this with this part.
    """
    return _resolve(actor, Q(pk=dossier_id), deel, handeling, lock=True)


def mag_hier(actor: Actor, dossier: Dossier, handeling: Handeling, deel: Deel) -> bool:
    """Tell whether this actor may do this to a dossier that the door just gave; for pages that offer an act."""
    return (
        mag(actor.rol, handeling, deel)
        and _binnen_delegatie(dossier, handeling, deel)
        and _na_bevestiging(actor, dossier, handeling, deel)
    )


def bereikbaar(actor: Actor, *, op: date | None = None) -> QuerySet[Dossier]:
    """Give the dossiers that this actor reaches today (or on `op`), whatever he may read of them.

    One of which only the medical part is left is on no list: who owns that part opens it by its reference.
    """
    return Dossier.objects.filter(bereik(actor, veld="pk", op=op or vandaag()), gewist_op__isnull=True)


def bereik(actor: Actor, *, veld: str, op: date, van: OuterRef | None = None) -> Q:
    """Give the conditions of the actor's role as a filter on a table with `werkgever` and the id in `veld`.

    `van` asks it of one dossier at a time: for one that is a short question, for a list the other way is.
    """
    filter_ = Q()
    for voorwaarde in sorted(VOORWAARDEN[actor.rol]):
        filter_ &= _CONDITIES[voorwaarde](actor, veld, op, van)
    return filter_


def bereikbare_werknemers(actor: Actor) -> QuerySet[Werknemer]:
    """Give the employees whom this actor may report sick; nobody does that for himself in another role."""
    if not mag(actor.rol, Handeling.ZIEKMELDEN, Deel.VERZUIM) or actor.organisatie_id is None:
        return Werknemer.objects.none()
    mensen = Werknemer.objects.filter(organisatie=actor.organisatie_id, gewist_op__isnull=True)
    if actor.rol is Rol.LEIDINGGEVENDE:
        mensen = mensen.filter(leidinggevende=actor.gebruiker_id)
    return mensen.exclude(pk__in=eigen_werknemers(actor.gebruiker_id, actor.organisatie_id))


def access_werknemer(actor: Actor, werknemer_id: UUID) -> Werknemer:
    """Give the employee to report sick, locked until the end of the transaction.

    Raises:
        NietGevonden: no such employee, or not for this actor.
    """
    werknemer = bereikbare_werknemers(actor).filter(pk=werknemer_id).select_for_update(of=("self",)).first()
    if werknemer is None:
        raise NietGevonden(
            Weigering(
                actor=actor,
                deel=Deel.VERZUIM,
                handeling=Handeling.ZIEKMELDEN,
                dossier_id=None,
                reden="werknemer buiten bereik",
            )
        )
    return werknemer


@contextmanager
def recording_refusals() -> Iterator[None]:
    """Record a refusal after the transaction that it ended was rolled back, and pass it on."""
    try:
        yield
    except LeesgrensBereikt as fout:
        leg_signaal_vast(fout)
        raise
    except (NietGevonden, GeenToegang, Geweigerd) as fout:
        leg_weigering_vast(fout.weigering)
        raise


def _resolve(actor: Actor, which: Q, deel: Deel, handeling: Handeling, *, lock: bool = False) -> Dossier:
    reached = ExpressionWrapper(bereik(actor, veld="pk", op=vandaag(), van=OuterRef("pk")), output_field=BooleanField())
    if not (_leest_medisch(actor.rol) and deel in {*MEDISCHE_DELEN, Deel.BEWAARTERMIJN}):
        which &= Q(
            gewist_op__isnull=True
        )  # who reads nothing of the part that is left does not learn that there is one
    dossiers = Dossier.objects.filter(which).select_related("werknemer__afdeling", "werkgever")
    if lock:
        dossiers = dossiers.select_for_update(of=("self",))
    if actor.rol is Rol.BEDRIJFSARTS:
        zelf, *_anders = _eigen_wegen(actor, vandaag())  # who has the role in person does not work for another
        delegatie = (
            lopende_delegaties(actor, vandaag())
            .filter(dossier=OuterRef("pk"))
            .exclude(dossier__in=zelf)
            .order_by("-created_at")
        )
        dossiers = dossiers.annotate(
            delegatie_taken=Subquery(delegatie.values("taken")[:1]),
            delegatie_van=Subquery(delegatie.values("bedrijfsarts")[:1]),
        )
    dossier = dossiers.annotate(is_bereikbaar=reached, alleen_in_nood=_alleen_in_nood(actor)).first()
    if dossier is None:
        raise NietGevonden(_buiten_het_slot(actor, which, deel, handeling))
    weigering = Weigering(actor=actor, deel=deel, handeling=handeling, dossier_id=dossier.pk, reden=BUITEN_BEREIK)
    if not dossier.is_bereikbaar:
        raise NietGevonden(weigering)
    dossier.is_in_nood = dossier.alleen_in_nood
    if not mag(actor.rol, handeling, deel):
        raise GeenToegang(replace(weigering, is_nood=dossier.is_in_nood))
    dossier.verantwoordelijke_id = getattr(dossier, "delegatie_van", None)
    if not _binnen_delegatie(dossier, handeling, deel):
        raise GeenToegang(replace(weigering, reden="valt buiten de delegatie", is_nood=dossier.is_in_nood))
    if actor.rol is Rol.WERKNEMER:
        dossier.bevestigd_door = bevestigd_door(dossier.werknemer_id, actor.gebruiker_id)
        dossier.gesloten_delen = frozenset() if dossier.bevestigd_door else NA_BEVESTIGING
        if not _na_bevestiging(actor, dossier, handeling, deel):
            raise NietBevestigd(replace(weigering, reden="account niet bevestigd"))
    return dossier


def _binnen_delegatie(dossier: Dossier, handeling: Handeling, deel: Deel) -> bool:
    """Tell whether who came in under a delegation may do this; who came in on an own role is not held by one."""
    taken = getattr(dossier, "delegatie_taken", None) or ()
    return dossier.verantwoordelijke_id is None or mag_op_delegatie(taken, handeling, deel)


def _na_bevestiging(actor: Actor, dossier: Dossier, handeling: Handeling, deel: Deel) -> bool:
    is_bevestigd = actor.rol is not Rol.WERKNEMER or bool(dossier.bevestigd_door)
    return is_bevestigd or mag_voor_bevestiging(handeling, deel)


def _buiten_het_slot(actor: Actor, which: Q, deel: Deel, handeling: Handeling) -> Weigering:
    """Say what is recorded where there is no dossier for this actor: the second lock hides also those that do exist."""
    dossier_id = gevraagd(Dossier.objects.filter(which).values_list("pk", flat=True).first)
    reden = "bestaat niet" if dossier_id is None else BUITEN_BEREIK
    return Weigering(actor=actor, deel=deel, handeling=handeling, dossier_id=dossier_id, reden=reden)


def gevraagd(vind: Callable[[], T | None]) -> T | None:
    """Give what somebody asked for, as `vind` finds it, to be recorded and never shown.

    The second lock hides it from who does not reach the dossier; the log says what he tried all the same.
    """
    with werk("weigering vastleggen"):
        return vind()


def lopende_delegaties(actor: Actor, op: date) -> QuerySet[Delegatie]:
    """Give what a bedrijfsarts left to this actor and runs on `op`; it ends with that bedrijfsarts's own role."""
    opdrachtgever = Betrokkene.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=op),
        dossier=OuterRef("dossier"),
        gebruiker=OuterRef("bedrijfsarts"),
        organisatie=OuterRef("organisatie"),
        rol=Rol.BEDRIJFSARTS,
        vanaf__lte=op,
    )
    lopend = Delegatie.objects.filter(gedelegeerde=actor.gebruiker_id, vanaf__lte=op, tot__gt=op)
    return lopend.filter(Exists(opdrachtgever), organisatie=actor.organisatie_id)


def _alleen_in_nood(actor: Actor) -> ExpressionWrapper[Q] | Value:
    """Tell of each dossier whether this actor gets in by emergency access and in no other way."""
    if not _kent_nood(actor.rol):
        return Value(value=False, output_field=BooleanField())
    gewoon = [weg.filter(dossier_id=OuterRef("pk")) for weg in _eigen_wegen(actor, vandaag())]
    alleen = Q(Exists(dossiers_in_nood(actor).filter(dossier_id=OuterRef("pk"))))
    for weg in gewoon:
        alleen &= ~Q(Exists(weg))
    return ExpressionWrapper(alleen, output_field=BooleanField())


def _kent_nood(rol: Rol) -> bool:
    return Voorwaarde.BETROKKEN_IN_ROL in VOORWAARDEN[rol] and mag(rol, Handeling.NOODTOEGANG, Deel.BETROKKENEN)


def _leest_medisch(rol: Rol) -> bool:
    return any(mag(rol, Handeling.INZIEN, deel) for deel in MEDISCHE_DELEN)


class _Conditie(Protocol):
    def __call__(self, actor: Actor, veld: str, op: date, van: OuterRef | None, /) -> Q: ...


def _eigen(actor: Actor, veld: str, _op: date, van: OuterRef | None) -> Q:
    eigen = Dossier.objects.filter(werknemer__gebruiker=actor.gebruiker_id)
    return Q(**{f"{veld}__in": (eigen if van is None else eigen.filter(pk=van)).values("pk")})


def _niet_eigen(actor: Actor, veld: str, _op: date, van: OuterRef | None) -> Q:
    zelf = Dossier.objects.filter(werknemer__in=eigen_werknemers(actor.gebruiker_id, actor.organisatie_id))
    return ~Q(**{f"{veld}__in": (zelf if van is None else zelf.filter(pk=van)).values("pk")})


def _eigen_organisatie(actor: Actor, _veld: str, _op: date, _van: OuterRef | None) -> Q:
    return Q(werkgever=actor.organisatie_id) if actor.organisatie_id is not None else NIEMAND


def _betrokken_in_rol(actor: Actor, veld: str, op: date, van: OuterRef | None) -> Q:
    wegen = _eigen_wegen(actor, op)
    if _kent_nood(actor.rol):
        wegen.append(dossiers_in_nood(actor))
    if van is not None:
        wegen = [weg.filter(dossier_id=van) for weg in wegen]
    # One list of dossiers: with "or" between the ways, each is looked up apart and their rows are read twice.
    return Q(**{f"{veld}__in": wegen[0].union(*wegen[1:], all=True)})


def _eigen_wegen(actor: Actor, op: date) -> list[QuerySet[Any, UUID]]:
    """Give the dossiers on which the person has this very role for the organisation acted for, or all of it has."""
    lopend = Betrokkene.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=op), rol=actor.rol, organisatie=actor.organisatie_id, vanaf__lte=op
    )
    wegen: list[QuerySet[Any, UUID]] = [
        lopend.filter(gebruiker=wie).values_list("dossier", flat=True) for wie in (actor.gebruiker_id, None)
    ]
    if actor.rol is Rol.BEDRIJFSARTS:
        wegen.append(lopende_delegaties(actor, op).values_list("dossier", flat=True))
    return wegen


def onder_contract(actor: Actor, op: date) -> Q:
    """Give the dossiers of the own employer, and of those for whom the own organisation works in this role."""
    if actor.organisatie_id is None:
        return NIEMAND
    elders = werkgevers_onder_contract(actor.organisatie_id, actor.rol, op)
    return Q(werkgever=actor.organisatie_id) | Q(werkgever__in=elders)


def _contract_loopt(actor: Actor, _veld: str, op: date, _van: OuterRef | None) -> Q:
    return onder_contract(actor, op)


def _niet_voor_werkgever(actor: Actor, veld: str, op: date, van: OuterRef | None) -> Q:
    return ~voor_werkgever(actor.gebruiker_id, veld=veld, op=op, van=van)


def _geen(_actor: Actor, _veld: str, _op: date, _van: OuterRef | None) -> Q:
    return NIEMAND


_CONDITIES: Mapping[Voorwaarde, _Conditie] = MappingProxyType(
    {
        Voorwaarde.EIGEN_DOSSIER: _eigen,
        Voorwaarde.NIET_EIGEN_DOSSIER: _niet_eigen,
        Voorwaarde.EIGEN_ORGANISATIE: _eigen_organisatie,
        Voorwaarde.BETROKKEN_IN_ROL: _betrokken_in_rol,
        Voorwaarde.CONTRACT_LOOPT: _contract_loopt,
        Voorwaarde.NIET_VOOR_WERKGEVER: _niet_voor_werkgever,
        Voorwaarde.GEEN_DOSSIER: _geen,
    }
)

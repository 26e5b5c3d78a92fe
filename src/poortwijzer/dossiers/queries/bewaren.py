"""For who guards the terms: the schedule, the lists and the proofs, by reference and without content."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NoReturn
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortnormen.bewaarschema import Bewaarregel, bewaarschema, blokkade_opnieuw_bekijken_op, gewone_termijn
from poortnormen.catalogus import catalogus
from poortnormen.uitkomst import Uitleg
from poortwijzer import audit
from poortwijzer.accounts.queries import gebruiker_naam
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import NietGevonden, bereikbaar, recording_refusals
from poortwijzer.dossiers.actions.bewaren import BLOKKEERT
from poortwijzer.dossiers.bewaren import bewaarstanden
from poortwijzer.dossiers.models import Bewaarblokkade, Bewaartermijn, Dossier, Wisregel, Wisronde, Wissing
from poortwijzer.kluis.beheer import eigenaar_van
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

MEESTE_RONDES, PER_PAGINA = 20, 100
DELEN: Mapping[str, Promise] = MappingProxyType(
    {
        Vaksoort.RE_INTEGRATIE: _("re-integratiedossier"),
        Vaksoort.MEDISCH: _("medisch dossier"),
        "": _("hele dossier"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnbeeld:
    """A line of the schedule. `eigen_jaren` when the organisation chose another term, with why."""

    regel: Bewaarregel
    gewone_jaren: int
    eigen_jaren: int | None
    motivering: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondebeeld:
    """A list, in numbers."""

    ronde: Wisronde
    gemaakt_door: str
    goedgekeurd_door: str
    aantal_weg: int
    aantal_blijft: int
    regels: tuple[Wisregel, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tebekijken:
    """A dossier that somebody holds without having looked, when it was time, whether that is still needed."""

    kenmerk: str
    deel: Promise
    bekijken_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaaroverzicht:
    """What the page of the terms shows."""

    termijnen: tuple[Termijnbeeld, ...]
    rondes: tuple[Rondebeeld, ...]
    wissingen: tuple[Wissing, ...]
    te_bekijken: tuple[Tebekijken, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blokkadebeeld:
    """A hold. `toelichting` is empty for who may not read the dossier.

    While it runs, `bekijken_op` is the day on which somebody has to look again whether it is still needed.
    """

    blokkade: Bewaarblokkade
    deel: Promise
    door: str
    toelichting: str
    loopt: bool
    mag_beeindigen: bool
    bekijken_op: date | None
    is_aan_de_beurt: bool
    bekeken_door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelbeeld:
    """How long one part of a dossier stays."""

    naam: Promise
    norm: str
    weg_vanaf: date | None
    uitleg: Uitleg
    ontbreekt: tuple[str, ...]
    na_te_gaan: tuple[str, ...]
    blokkade: str


# What a hold says in words is read by who may read the part it holds; at the employer by who knows the employment.
_LEEST_TOELICHTING: Mapping[str, Deel] = MappingProxyType(
    {"": Deel.DIENSTVERBAND, Vaksoort.RE_INTEGRATIE: Deel.DIENSTVERBAND, Vaksoort.MEDISCH: Deel.GASTANTWOORDEN}
)
# The employer need not know when the medical part changed last, and that day tells it.
_MEDISCH_ZIEN = frozenset({Rol.WERKNEMER, Rol.BEDRIJFSARTS})


def bewaaroverzicht(actor: Actor) -> Bewaaroverzicht:
    """Give the terms, the lists and the proofs of the organisation, and record that it was looked at.

    Raises PermissionDenied when this role may not.
    """
    organisatie_id = _organisatie(actor)
    rondes = list(Wisronde.objects.filter(organisatie=organisatie_id).order_by("-created_at")[:MEESTE_RONDES])
    wissingen = Wissing.objects.filter(organisatie=organisatie_id).order_by("-begonnen_op")[:PER_PAGINA]
    overzicht = Bewaaroverzicht(
        termijnen=tuple(termijnen_van(organisatie_id)),
        rondes=tuple(_beelden(rondes)),
        wissingen=tuple(wissingen),
        te_bekijken=_te_bekijken(actor),
    )
    _leg_vast(actor)
    return overzicht


def rondebeeld(actor: Actor, ronde_id: UUID) -> Rondebeeld:
    """Give one list with its lines; raises PermissionDenied, or NietGevonden for one of another organisation."""
    organisatie_id = _organisatie(actor)
    ronde = Wisronde.objects.filter(pk=ronde_id, organisatie=organisatie_id).first()
    if ronde is None:
        _niet_gevonden(actor)
    (beeld,) = _beelden([ronde], met_regels=True)
    _leg_vast(actor, doel=str(ronde.pk))
    return beeld


def wissing_voor(actor: Actor, wissing_id: UUID) -> Wissing:
    """Give the proof of an erasure that came to its end; raises as `rondebeeld`."""
    wissingen = Wissing.objects.filter(organisatie=_organisatie(actor), afgerond_op__isnull=False)
    wissing = wissingen.select_related("organisatie", "goedgekeurd_door").filter(pk=wissing_id).first()
    if wissing is None:
        _niet_gevonden(actor)
    _leg_vast(actor, doel=str(wissing.pk))
    return wissing


def delen_van(actor: Actor, dossier: Dossier) -> tuple[Deelbeeld, ...]:
    """Give how long each part stays that this role may know of; `dossier` comes from `access_dossier`."""
    eigenaren = {Vaksoort.RE_INTEGRATIE: dossier.werkgever_id if dossier.gewist_op is None else None}
    if actor.rol in _MEDISCH_ZIEN:
        eigenaren[Vaksoort.MEDISCH] = eigenaar_van(dossier.pk, Vaksoort.MEDISCH)
    return tuple(
        Deelbeeld(
            naam=DELEN[deel],
            norm=stand.oordeel.norm,
            weg_vanaf=stand.oordeel.weg_vanaf,
            uitleg=stand.oordeel.uitkomst.uitleg,
            ontbreekt=stand.oordeel.ontbreekt,
            na_te_gaan=stand.oordeel.na_te_gaan,
            blokkade=stand.blokkade,
        )
        for deel, eigenaar in eigenaren.items()
        if eigenaar is not None
        for stand in bewaarstanden(eigenaar, deel, vandaag(), dossier_ids=[dossier.pk])
    )


def blokkades_van(actor: Actor, dossier: Dossier) -> tuple[Blokkadebeeld, ...]:
    """Give the holds on a dossier, the newest first; `dossier` comes from `access_dossier`."""
    rijen = list(Bewaarblokkade.objects.filter(dossier=dossier).order_by("-vanaf", "-created_at"))
    namen = gebruiker_naam(wie for rij in rijen for wie in (rij.created_by_id, rij.bekeken_door_id) if wie is not None)
    eigen = BLOKKEERT.get(actor.rol, ())
    dag = vandaag()
    beelden = []
    for rij in rijen:
        loopt = rij.tot is None or rij.tot > dag
        weer_op = bekijken_op(rij) if loopt else None
        beelden.append(
            Blokkadebeeld(
                blokkade=rij,
                deel=DELEN[rij.deel],
                door=namen.get(rij.created_by_id, ""),
                toelichting=rij.toelichting if mag(actor.rol, Handeling.INZIEN, _LEEST_TOELICHTING[rij.deel]) else "",
                loopt=loopt,
                mag_beeindigen=loopt and rij.deel in eigen,
                bekijken_op=weer_op,
                is_aan_de_beurt=weer_op is not None and weer_op <= dag,
                bekeken_door=namen.get(rij.bekeken_door_id, "") if rij.bekeken_door_id else "",
            )
        )
    return tuple(beelden)


def bekijken_op(rij: Bewaarblokkade) -> date:
    """Give the day on which somebody has to look again whether a hold is still needed."""
    return blokkade_opnieuw_bekijken_op(catalogus(), rij.bekeken_op or rij.vanaf)


def _te_bekijken(actor: Actor) -> tuple[Tebekijken, ...]:
    """Give the holds that this actor reaches for which it is time, the longest overdue first.

    Of the parts that this role answers for: who guards no medical part is not told that one is held.
    """
    dag = vandaag()
    lopend = Bewaarblokkade.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=dag),
        dossier__in=bereikbaar(actor),
        deel__in=BLOKKEERT.get(actor.rol, ()),
        vanaf__lte=dag,
    ).select_related("dossier")
    rijen = [(bekijken_op(rij), rij.dossier.kenmerk, DELEN[rij.deel]) for rij in lopend]
    return tuple(
        Tebekijken(kenmerk=kenmerk, deel=deel, bekijken_op=weer_op)
        for weer_op, kenmerk, deel in sorted(rijen, key=lambda rij: rij[:2])
        if weer_op <= dag
    )


def termijnen_van(organisatie_id: UUID) -> list[Termijnbeeld]:
    """Give how long what stays at this organisation, in the order of the schedule; the caller looked who asks."""
    gekozen: dict[str, Bewaartermijn] = {}
    for keuze in Bewaartermijn.objects.filter(organisatie=organisatie_id).order_by("created_at"):
        gekozen[keuze.deel] = keuze
    beelden = []
    for deel, regel in bewaarschema().items():
        eigen = gekozen.get(deel)
        gewoon = gewone_termijn(catalogus(), deel, vandaag()).aantal
        wijkt_af = eigen is not None and eigen.jaren != gewoon
        beelden.append(
            Termijnbeeld(
                regel=regel,
                gewone_jaren=gewoon,
                eigen_jaren=eigen.jaren if eigen and wijkt_af else None,
                motivering=eigen.motivering if eigen and wijkt_af else "",
            )
        )
    return beelden


def _beelden(rondes: list[Wisronde], *, met_regels: bool = False) -> list[Rondebeeld]:
    namen = gebruiker_naam(
        wie for ronde in rondes for wie in (ronde.created_by_id, ronde.goedgekeurd_door_id) if wie is not None
    )
    per_ronde: dict[UUID, list[Wisregel]] = {ronde.pk: [] for ronde in rondes}
    weg_vanaf = F("weg_vanaf").asc(nulls_last=True)  # the databases disagree about an unknown day
    for regel in Wisregel.objects.filter(ronde__in=rondes).order_by("uitkomst", weg_vanaf, "kenmerk"):
        per_ronde[regel.ronde_id].append(regel)
    blijft = Wisregel.Uitkomst.BLIJFT
    return [
        Rondebeeld(
            ronde=ronde,
            gemaakt_door=namen.get(ronde.created_by_id, "") if ronde.created_by_id else "",
            goedgekeurd_door=namen.get(ronde.goedgekeurd_door_id, "") if ronde.goedgekeurd_door_id else "",
            aantal_weg=sum(regel.uitkomst != blijft for regel in per_ronde[ronde.pk]),
            aantal_blijft=sum(regel.uitkomst == blijft for regel in per_ronde[ronde.pk]),
            regels=tuple(per_ronde[ronde.pk]) if met_regels else (),
        )
        for ronde in rondes
    ]


def _organisatie(actor: Actor) -> UUID:
    if actor.organisatie_id is None or not mag(actor.rol, Handeling.INZIEN, Deel.BEWAREN):
        raise PermissionDenied
    return actor.organisatie_id


def _niet_gevonden(actor: Actor) -> NoReturn:
    with recording_refusals():
        raise NietGevonden(
            Weigering(
                actor=actor, deel=Deel.BEWAREN, handeling=Handeling.INZIEN, dossier_id=None, reden="buiten bereik"
            )
        )


def _leg_vast(actor: Actor, doel: str = "") -> None:
    audit.record(handeling=Handeling.INZIEN, actor=actor, dossier_id=None, onderdeel=Deel.BEWAREN, doel=doel)

"""Contracts between organisations: which employers one opens, and what there is to read of them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from poortwijzer.accounts.models import Contract, Organisatie
from poortwijzer.accounts.queries import Persoon, mensen_met_rol, organisaties_in_rol
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond, diensten_met
from poortwijzer.toegang.organisaties import Organisatiesoort
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Contractregel:
    """A contract, for who may see that it is there.

    `is_opdrachtgever`: the reader's organisation is the employer; `is_van_lezer`: the reader recorded it.
    """

    id: UUID
    opdrachtgever_id: UUID
    opdrachtnemer_id: UUID
    ander: str
    is_opdrachtgever: bool
    dienst: Dienst
    kenmerk: str
    vanaf: date
    tot: date | None
    geheimhouding: Geheimhoudingsgrond | None
    geheimhouding_op: date | None
    verwerkersovereenkomst_op: date | None
    bevestigd_op: date | None
    is_van_lezer: bool

    @property
    def is_te_bevestigen(self) -> bool:
        """Whether it waits for the word of the reader's organisation, and the reader is not who recorded it."""
        wacht = self.bevestigd_op is None and self.geheimhouding_op is not None and not self.is_voorbij
        return wacht and not self.is_opdrachtgever and not self.is_van_lezer

    @property
    def is_voorbij(self) -> bool:
        """Whether it has ended."""
        return self.tot is not None and self.tot <= vandaag()

    @property
    def opent(self) -> bool:
        """Whether it opens dossiers today."""
        is_begonnen = self.vanaf <= vandaag() and not self.is_voorbij
        is_geheim = self.geheimhouding_op is not None and self.geheimhouding_op <= vandaag()
        return is_begonnen and is_geheim and self.bevestigd_op is not None


def werkgevers_onder_contract(organisatie_id: UUID, rol: Rol, op: date) -> QuerySet[Contract, UUID]:
    """Give the employers whose dossiers people of this organisation may open in `rol` on a day, as a query of ids."""
    contracten = Contract.objects.opent(op).filter(opdrachtnemer=organisatie_id, dienst__in=diensten_met(rol))
    return contracten.values_list("opdrachtgever_id", flat=True)


def mensen_voor(werkgever_id: UUID, rol: Rol) -> tuple[Persoon, ...]:
    """Give who could get `rol` on a dossier of this employer today: its own people, and those under a contract."""
    return mensen_met_rol(rol=rol, organisatie_ids=_wie_werkt_voor(werkgever_id, rol))


def werkt_voor(werkgever_id: UUID, *, gebruiker_id: UUID, rol: Rol) -> frozenset[UUID]:
    """Give the organisations for which this person could get `rol` on a dossier of this employer today."""
    daar = organisaties_in_rol(gebruiker_id, rol)
    return daar & set(_wie_werkt_voor(werkgever_id, rol))


def contracten(actor: Actor) -> tuple[Contractregel, ...]:
    """Give the contracts of the actor's organisation, on either side; none when this role may not see them."""
    if actor.organisatie_id is None or not mag(actor.rol, Handeling.INZIEN, Deel.CONTRACTEN):
        return ()
    onze = Q(opdrachtgever=actor.organisatie_id) | Q(opdrachtnemer=actor.organisatie_id)
    rijen = Contract.objects.filter(onze).select_related("opdrachtgever", "opdrachtnemer").order_by("-vanaf", "dienst")
    return tuple(_regel(rij, actor) for rij in rijen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Samenwerking:
    """Another organisation that a running contract lets in; `is_opdrachtnemer`: it works for this one."""

    naam: str
    dienst: Dienst
    is_opdrachtnemer: bool


def samenwerkingen(organisatie_id: UUID) -> tuple[Samenwerking, ...]:
    """Give with whom this organisation works today under a contract that opens dossiers; the caller looked who asks."""
    onze = Q(opdrachtgever=organisatie_id) | Q(opdrachtnemer=organisatie_id)
    rijen = Contract.objects.opent(vandaag()).filter(onze).select_related("opdrachtgever", "opdrachtnemer")
    gevonden = {
        Samenwerking(
            naam=(rij.opdrachtnemer if rij.opdrachtgever_id == organisatie_id else rij.opdrachtgever).naam,
            dienst=Dienst(rij.dienst),
            is_opdrachtnemer=rij.opdrachtgever_id == organisatie_id,
        )
        for rij in rijen
    }
    return tuple(sorted(gevonden, key=lambda ander: (ander.naam, ander.dienst)))


def opdrachtnemers() -> tuple[Organisatie, ...]:
    """Give the organisations that work for employers, by name."""
    return tuple(Organisatie.objects.exclude(soort=Organisatiesoort.WERKGEVER).order_by("naam"))


def _wie_werkt_voor(werkgever_id: UUID, rol: Rol) -> list[UUID]:
    contracten = Contract.objects.opent(vandaag()).filter(opdrachtgever=werkgever_id, dienst__in=diensten_met(rol))
    return [werkgever_id, *contracten.values_list("opdrachtnemer_id", flat=True)]


def _regel(rij: Contract, actor: Actor) -> Contractregel:
    is_opdrachtgever = rij.opdrachtgever_id == actor.organisatie_id
    return Contractregel(
        id=rij.pk,
        opdrachtgever_id=rij.opdrachtgever_id,
        opdrachtnemer_id=rij.opdrachtnemer_id,
        ander=(rij.opdrachtnemer if is_opdrachtgever else rij.opdrachtgever).naam,
        is_opdrachtgever=is_opdrachtgever,
        dienst=Dienst(rij.dienst),
        kenmerk=rij.kenmerk,
        vanaf=rij.vanaf,
        tot=rij.tot,
        geheimhouding=Geheimhoudingsgrond(rij.geheimhouding) if rij.geheimhouding else None,
        geheimhouding_op=rij.geheimhouding_op,
        verwerkersovereenkomst_op=rij.verwerkersovereenkomst_op,
        bevestigd_op=rij.bevestigd_op,
        is_van_lezer=rij.created_by_id == actor.gebruiker_id,
    )

"""End a contract: all access through it ends with it, and first one sees what that is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.actions.contracten import eigen_contract
from poortwijzer.accounts.gasten import trek_gastlinks_in
from poortwijzer.accounts.models import Contract
from poortwijzer.dossiers.actions.kader import handeling
from poortwijzer.dossiers.models import Betrokkene, Taak
from poortwijzer.dossiers.partijen import masker
from poortwijzer.dossiers.waarneming import eindig
from poortwijzer.lib.klok import vandaag
from poortwijzer.slot.wie import werk
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.diensten import ROLLEN_VAN_DIENST, Dienst
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevolgen:
    """What the end of a contract ends: counts only, so that who manages contracts learns nothing of a dossier."""

    per_rol: Mapping[Rol, int]
    aantal_dossiers: int
    aantal_open_taken: int
    heeft_medische_dossiers: bool


def gevolgen_van_einde(*, actor: Actor, contract_id: UUID, tot: date) -> Gevolgen:
    """Give what ends when the contract ends on `tot`, and what somebody has to take over.

    Raises Geweigerd for a contract that is not of the actor's organisation, or when this role ends none.
    """
    contract = eigen_contract(actor, contract_id, lock=False)
    partijen = {rol.partij for rol in ROLLEN_VAN_DIENST[Dienst(contract.dienst)] if rol.partij}
    with werk("contract eindigt"):  # who ends it reaches none of these dossiers, and learns how many they are
        rollen = list(_rollen_door(contract, tot).values_list("rol", "dossier"))
        dossiers = {dossier for _rol, dossier in rollen}
        taken = Taak.objects.filter(dossier__in=dossiers, werkgever=contract.opdrachtgever_id)
        bits_per_taak = list(taken.values_list("partijen", flat=True))
    return Gevolgen(
        per_rol={Rol(rol): aantal for rol, aantal in sorted(Counter(rol for rol, _dossier in rollen).items())},
        aantal_dossiers=len(dossiers),
        aantal_open_taken=sum(1 for bits in bits_per_taak if bits & masker(partijen)),
        heeft_medische_dossiers=bool(dossiers) and Rol.BEDRIJFSARTS in ROLLEN_VAN_DIENST[Dienst(contract.dienst)],
    )


@handeling
def beeindig_contract(*, actor: Actor, contract_id: UUID, tot: date | None = None) -> Gevolgen:
    """Let a contract not run from `tot` (today when absent) on; the roles and guest links through it end with it.

    From that day the door is closed for all its people at once: the contract is a condition of the door, and the roles
    on the dossiers end so that what is shown is true too. Each dossier gets a row in the log.

    Raises:
        Geweigerd: no such contract of the actor's organisation, or this role ends none.
        ValidationError: the day lies in the past, or before the contract began.
    """
    contract = eigen_contract(actor, contract_id)
    einde = tot or vandaag()
    if einde < vandaag() or einde <= contract.vanaf or (contract.tot is not None and contract.tot <= vandaag()):
        raise ValidationError({"tot": _("Kies een dag vanaf vandaag waarop het contract nog loopt.")})
    gevolgen = gevolgen_van_einde(actor=actor, contract_id=contract_id, tot=einde)
    contract.tot = einde
    contract.save(update_fields=["tot"])
    per_dossier: dict[UUID, set[str]] = {}
    for rij in eindig(_rollen_door(contract, einde), einde):
        per_dossier.setdefault(rij.dossier_id, set()).add(rij.rol)
    if einde <= vandaag():
        with werk("contract eindigt"):
            trek_gastlinks_in(organisatie_id=contract.opdrachtnemer_id, dossier_ids=per_dossier)
    for dossier_id, rollen in per_dossier.items():
        _schrijf_op(actor, Handeling.BETROKKENE_BEEINDIGEN, Deel.BETROKKENEN, dossier_id, " ".join(sorted(rollen)))
    _schrijf_op(actor, Handeling.CONTRACT_VASTLEGGEN, Deel.CONTRACTEN, None, f"einde {contract.pk}")
    return gevolgen


def _rollen_door(contract: Contract, op: date) -> QuerySet[Betrokkene]:
    """Give the roles on dossiers that people have through this contract and that run on or after the day `op`."""
    return Betrokkene.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=op),
        rol__in=ROLLEN_VAN_DIENST[Dienst(contract.dienst)],
        organisatie=contract.opdrachtnemer_id,
        dossier__werkgever=contract.opdrachtgever_id,
    )


def _schrijf_op(actor: Actor, wat: Handeling, deel: Deel, dossier_id: UUID | None, doel: str) -> None:
    audit.record(handeling=wat, actor=actor, dossier_id=dossier_id, onderdeel=deel, doel=doel, rol=actor.rol)

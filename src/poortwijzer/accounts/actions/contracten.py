"""Record a contract with another organisation, what binds its people to secrecy, and that it agrees."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.models import Contract, Organisatie
from poortwijzer.accounts.weigeringen import Geweigerd, Weigering, handeling
from poortwijzer.lib.klok import vandaag
from poortwijzer.tekstwacht.wacht import hoor_ook, verantwoord
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.diensten import Dienst, Geheimhoudingsgrond
from poortwijzer.toegang.organisaties import Organisatiesoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Contractgegevens:
    """What was agreed; without a secrecy ground the contract opens nothing yet."""

    opdrachtnemer_id: UUID
    dienst: Dienst
    kenmerk: str
    vanaf: date
    tot: date | None = None
    geheimhouding: Geheimhoudingsgrond | None = None
    geheimhouding_op: date | None = None
    verwerkersovereenkomst_op: date | None = None


@handeling
def leg_contract_vast(*, actor: Actor, gegevens: Contractgegevens) -> Contract:
    """Record that another organisation works for the actor's. It opens nothing until that one confirms it.

    Raises:
        Geweigerd: this role records no contracts.
        ValidationError: the organisation works for no employer, the days cannot be, or the same contract runs already.
    """
    werkgever_id = _werkgever(actor)
    _controleer(werkgever_id, gegevens)
    contract = Contract.objects.create(
        opdrachtgever_id=werkgever_id,
        opdrachtnemer_id=gegevens.opdrachtnemer_id,
        dienst=gegevens.dienst,
        kenmerk=gegevens.kenmerk.strip(),
        vanaf=gegevens.vanaf,
        tot=gegevens.tot,
        geheimhouding=gegevens.geheimhouding or "",
        geheimhouding_op=gegevens.geheimhouding_op,
        verwerkersovereenkomst_op=gegevens.verwerkersovereenkomst_op,
        created_by_id=actor.gebruiker_id,
    )
    _schrijf_op(actor, contract, Handeling.CONTRACT_VASTLEGGEN)
    return contract


@handeling
def leg_geheimhouding_vast(
    *, actor: Actor, contract_id: UUID, grond: Geheimhoudingsgrond, op: date, kenmerk: str = ""
) -> Contract:
    """Record what binds the people of the other organisation to secrecy; without it that one has nothing to confirm.

    `kenmerk` is where the agreement can be found; without it the one of the contract stays.

    Raises:
        Geweigerd: no such contract of the actor's organisation, or this role records none.
        ValidationError: the day lies ahead: what is not signed yet binds nobody; or the other organisation confirmed
            the contract as it is.
    """
    contract = eigen_contract(actor, contract_id)
    _niet_vooruit(op)
    if contract.bevestigd_op is not None:
        raise ValidationError(_("De andere organisatie heeft dit contract al bevestigd. Leg een nieuw contract vast."))
    hoor_ook([kenmerk])
    contract.geheimhouding, contract.geheimhouding_op = grond, op
    contract.kenmerk = kenmerk.strip() or contract.kenmerk
    contract.save(update_fields=["geheimhouding", "geheimhouding_op", "kenmerk"])
    _schrijf_op(actor, contract, Handeling.CONTRACT_VASTLEGGEN)
    return contract


@handeling
def bevestig_contract(*, actor: Actor, contract_id: UUID) -> Contract:
    """Say, for the organisation that works for the employer, that this contract is so; now it opens dossiers.

    Raises:
        Geweigerd: no such contract of the actor's organisation, or this role confirms none.
        ValidationError: the actor's organisation or the actor recorded it, secrecy was not recorded yet, it was
            confirmed already, or it is over.
    """
    weigering = _weigering(actor, "geen contract om te bevestigen", Handeling.CONTRACT_BEVESTIGEN)
    if actor.organisatie_id is None or not mag(actor.rol, Handeling.CONTRACT_BEVESTIGEN, Deel.CONTRACTEN):
        raise Geweigerd(weigering, _("In uw rol bevestigt u geen contracten."))
    onze = Q(opdrachtnemer=actor.organisatie_id) | Q(opdrachtgever=actor.organisatie_id)
    contract = Contract.objects.select_for_update().filter(onze, pk=contract_id).first()
    if contract is None:
        raise Geweigerd(weigering, _("Dit contract bestaat niet, of het is niet van uw organisatie."))
    if contract.opdrachtnemer_id != actor.organisatie_id or contract.created_by_id == actor.gebruiker_id:
        raise ValidationError(_("Wie het contract vastlegt, kan het niet bevestigen. Dat doet de andere organisatie."))
    if contract.bevestigd_op is not None or (contract.tot is not None and contract.tot <= vandaag()):
        raise ValidationError(_("Dit contract is al bevestigd of voorbij."))
    if contract.geheimhouding_op is None:
        raise ValidationError(_("De geheimhouding staat nog niet vast. Vraag de werkgever om die vast te leggen."))
    contract.bevestigd_op, contract.bevestigd_door_id = vandaag(), actor.gebruiker_id
    contract.save(update_fields=["bevestigd_op", "bevestigd_door"])
    _schrijf_op(actor, contract, Handeling.CONTRACT_BEVESTIGEN)
    return contract


def eigen_contract(actor: Actor, contract_id: UUID, *, lock: bool = True) -> Contract:
    """Give a contract of the actor's organisation as the employer, locked for a change unless told otherwise.

    Raises Geweigerd for a contract of another, and when this role changes none.
    """
    werkgever_id = _werkgever(actor)
    rijen = Contract.objects.select_for_update() if lock else Contract.objects.all()
    contract = rijen.filter(pk=contract_id, opdrachtgever=werkgever_id).first()
    if contract is None:
        melding = _("Dit contract bestaat niet, of het is niet van uw organisatie.")
        raise Geweigerd(_weigering(actor, "geen eigen contract"), melding)
    return contract


def _werkgever(actor: Actor) -> UUID:
    if actor.organisatie_id is None or not mag(actor.rol, Handeling.CONTRACT_VASTLEGGEN, Deel.CONTRACTEN):
        raise Geweigerd(_weigering(actor, "buiten de rol"), _("In uw rol legt u geen contracten vast."))
    return actor.organisatie_id


def _weigering(actor: Actor, reden: str, handeling_: Handeling = Handeling.CONTRACT_VASTLEGGEN) -> Weigering:
    return Weigering(actor=actor, deel=Deel.CONTRACTEN, handeling=handeling_, reden=reden)


def _controleer(werkgever_id: UUID, gegevens: Contractgegevens) -> None:
    ander = Organisatie.objects.filter(pk=gegevens.opdrachtnemer_id).first()
    if ander is None or ander.soort == Organisatiesoort.WERKGEVER:
        raise ValidationError({"opdrachtnemer_id": _("Kies een arbodienst, bureau of re-integratiebedrijf.")})
    if not gegevens.kenmerk.strip():
        raise ValidationError({"kenmerk": _("Schrijf op waar de overeenkomst te vinden is.")})
    if gegevens.tot is not None and gegevens.tot <= gegevens.vanaf:
        raise ValidationError({"tot": _("De einddag ligt niet na de begindag. Verbeter de dagen.")})
    if (gegevens.geheimhouding is None) != (gegevens.geheimhouding_op is None):
        raise ValidationError({"geheimhouding_op": _("Vul bij de geheimhouding zowel de grond als de dag in.")})
    if gegevens.geheimhouding_op is not None:
        _niet_vooruit(gegevens.geheimhouding_op)
    zelfde = Contract.objects.filter(
        opdrachtgever=werkgever_id, opdrachtnemer=gegevens.opdrachtnemer_id, dienst=gegevens.dienst
    ).filter(Q(tot=None) | Q(tot__gt=gegevens.vanaf))
    if gegevens.tot is not None:
        zelfde = zelfde.filter(vanaf__lt=gegevens.tot)
    if zelfde.exists():
        raise ValidationError({"vanaf": _("Voor deze dienst loopt in deze tijd al een contract met deze organisatie.")})


def _niet_vooruit(op: date) -> None:
    if op > vandaag():
        raise ValidationError({"geheimhouding_op": _("Vul de dag in waarop de geheimhouding is vastgelegd.")})


def _schrijf_op(actor: Actor, contract: Contract, handeling_: Handeling) -> None:
    verantwoord(actor, None, Deel.CONTRACTEN)
    audit.record(
        handeling=handeling_,
        actor=actor,
        dossier_id=None,
        onderdeel=Deel.CONTRACTEN,
        doel=f"{contract.dienst} {contract.pk}",
    )

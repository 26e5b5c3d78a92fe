"""A bedrijfsarts leaves tasks to somebody who works under his responsibility, and takes them back."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from poortwijzer.accounts.queries import wie_heeft_rol_bij
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.models import Delegatie, Dossier
from poortwijzer.dossiers.scheiding import staat_aan_andere_kant
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


@handeling
def delegeer(  # noqa: PLR0913  # to whom, what and how long, all by name
    *,
    dossier: Dossier,
    actor: Actor,
    gedelegeerde_id: UUID,
    taken: Collection[Deeltaak],
    tot: date,
    vanaf: date | None = None,
) -> Delegatie:
    """Leave tasks on this dossier to a person of the own organisation, from a day (today) until a day.

    Raises:
        NietGevonden, GeenToegang: see `access`; also for who works under a delegation himself.
        Invoerfout: no tasks, days that cannot be, or a person who is not of the medical side.
    """
    dossier = open_voor(actor, dossier, deel=Deel.DELEGATIES, handeling=Handeling.DELEGEREN)
    begin = vanaf or vandaag()
    if not taken:
        raise Invoerfout("taken", _("Kies ten minste één taak."))
    if tot <= begin:
        raise Invoerfout("tot", _("De einddag ligt niet na de begindag. Verbeter de dagen."))
    _controleer_persoon(actor, dossier, gedelegeerde_id)
    assert actor.organisatie_id is not None  # noqa: S101  # looked at with the person
    delegatie = Delegatie.objects.create(
        dossier=dossier,
        organisatie_id=actor.organisatie_id,
        bedrijfsarts_id=actor.gebruiker_id,
        gedelegeerde_id=gedelegeerde_id,
        taken=sorted({str(taak) for taak in taken}),
        vanaf=begin,
        tot=tot,
    )
    _sluit(actor, dossier, delegatie)
    return delegatie


@handeling
def trek_delegatie_in(*, dossier: Dossier, actor: Actor, delegatie_id: UUID) -> Delegatie:
    """Take tasks back from today on.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: there is no such delegation that still runs.
    """
    dossier = open_voor(actor, dossier, deel=Deel.DELEGATIES, handeling=Handeling.DELEGEREN)
    delegatie = Delegatie.objects.filter(dossier=dossier, pk=delegatie_id, tot__gt=vandaag()).first()
    if delegatie is None:
        raise Invoerfout("delegatie", _("Deze delegatie loopt niet meer."))
    delegatie.tot = max(vandaag(), delegatie.vanaf)
    delegatie.save(update_fields=["tot"])
    _sluit(actor, dossier, delegatie)
    return delegatie


def _controleer_persoon(actor: Actor, dossier: Dossier, gebruiker_id: UUID) -> None:
    """Only who works at the medical side, and has no part at the employer's: nobody holds both."""
    if actor.organisatie_id is None or gebruiker_id == actor.gebruiker_id:
        raise Invoerfout("wie", _("Kies een collega aan wie u taken geeft."))
    if gebruiker_id == dossier.werknemer.gebruiker_id:
        raise Invoerfout("wie", _("De werknemer zelf kan deze taken niet doen."))
    if gebruiker_id not in set(wie_heeft_rol_bij(actor.organisatie_id, Rol.BEDRIJFSARTS)):
        raise Invoerfout("wie", _("Deze persoon werkt niet bij de bedrijfsarts."))
    if staat_aan_andere_kant(dossier, gebruiker_id, Rol.BEDRIJFSARTS):
        raise Invoerfout("wie", _("Deze persoon werkt voor de werkgever en mag geen medische gegevens zien."))


def _sluit(actor: Actor, dossier: Dossier, delegatie: Delegatie) -> None:
    rond_af(
        actor,
        dossier,
        deel=Deel.DELEGATIES,
        handeling=Handeling.DELEGEREN,
        doel=str(delegatie.pk),
        beoordeel=False,
    )

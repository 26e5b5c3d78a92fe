"""Giving and ending a role on a dossier."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortwijzer import audit
from poortwijzer.accounts.contracten import werkt_voor
from poortwijzer.accounts.gasten import trek_gastlinks_in
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.actions.waarneming import eindig_dekking, geef_dekking
from poortwijzer.dossiers.models import Betrokkene, Dossier
from poortwijzer.dossiers.scheiding import staat_aan_andere_kant
from poortwijzer.dossiers.waarneming import TE_GEVEN, eindig
from poortwijzer.dossiers.zelf import is_zelf
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

_ANDERE_KANT = {
    Rol.BEDRIJFSARTS: gettext_lazy("Deze persoon werkt voor de werkgever en mag geen medische gegevens zien."),
    Rol.PROCESBEGELEIDER: gettext_lazy("Deze persoon werkt voor de werkgever. Een procesbegeleider is neutraal."),
}


@handeling
def voeg_betrokkene_toe(  # noqa: PLR0913  # who, as what, for what and how long, all by name
    *,
    dossier: Dossier,
    actor: Actor,
    gebruiker_id: UUID,
    rol: Rol,
    doel: str,
    organisatie_id: UUID | None = None,
    vanaf: date | None = None,
    tot: date | None = None,
) -> Betrokkene:
    """Give a person a role on this dossier, for a purpose, from a day (today) until a day or without end.

    `organisatie_id` is for whom the person acts; it may be left out for who has the role at one organisation.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: this role is not given on a dossier, the person does not have it at the employer or under a
            running contract with a secrecy ground, or at several and it is not said for which, has it here already, is
            the employee, or would be at both sides of the medical wall; or the days or the purpose cannot be.
    """
    dossier = open_voor(actor, dossier, deel=Deel.BETROKKENEN, handeling=Handeling.BETROKKENE_TOEVOEGEN)
    begin = vanaf or vandaag()
    _controleer(dossier, gebruiker_id, rol, doel=doel, vanaf=begin, tot=tot)
    betrokkene = Betrokkene.objects.create(
        dossier=dossier,
        gebruiker_id=gebruiker_id,
        organisatie_id=_namens(dossier, gebruiker_id, rol, organisatie_id),
        rol=rol,
        doel=doel.strip(),
        vanaf=begin,
        tot=tot,
    )
    geef_dekking(actor, Betrokkene.objects.filter(pk=betrokkene.pk))
    rond_af(
        actor,
        dossier,
        deel=Deel.BETROKKENEN,
        handeling=Handeling.BETROKKENE_TOEVOEGEN,
        doel=rol,
        beoordeel=False,
    )
    return betrokkene


@handeling
def beeindig_betrokkenheid(
    *, dossier: Dossier, actor: Actor, betrokkene_id: UUID, tot: date | None = None
) -> Betrokkene:
    """End a role on this dossier; `tot` (today when absent) is the first day without it.

    Who was given a role by mistake loses it at once: a role may end on the day it began, and then it runs on no day.
    One that has not begun yet never begins.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: no such role on this dossier, or the day lies before it began.
    """
    dossier = open_voor(actor, dossier, deel=Deel.BETROKKENEN, handeling=Handeling.BETROKKENE_BEEINDIGEN)
    betrokkene = Betrokkene.objects.filter(dossier=dossier, pk=betrokkene_id).first()
    if betrokkene is None:
        raise Invoerfout("betrokkene_id", _("Deze rol hoort niet bij dit dossier."))
    einde = max(vandaag(), betrokkene.vanaf) if tot is None else tot
    if einde < betrokkene.vanaf:
        raise Invoerfout("tot", _("De rol kan niet eindigen voor de dag waarop zij begint."))
    betrokkene.tot = einde
    betrokkene.save(update_fields=["tot"])
    eindig_dekking(actor, betrokkene, einde)
    rond_af(
        actor,
        dossier,
        deel=Deel.BETROKKENEN,
        handeling=Handeling.BETROKKENE_BEEINDIGEN,
        doel=betrokkene.rol,
        beoordeel=False,
    )
    return betrokkene


def eindig_rollen_van(*, dossier: Dossier, actor: Actor, rol: Rol, organisatie_id: UUID) -> None:
    """End what people of an organisation are on this dossier in a role, with the links that they gave.

    A part of a larger act, which has looked whether it may be done and has a row of its own in the log.
    """
    if eindig(Betrokkene.objects.filter(dossier=dossier, rol=rol, organisatie=organisatie_id), vandaag()):
        audit.record(
            handeling=Handeling.BETROKKENE_BEEINDIGEN,
            actor=actor,
            dossier_id=dossier.pk,
            onderdeel=Deel.BETROKKENEN,
            doel=rol,
            rol=actor.rol,
        )
    trek_gastlinks_in(organisatie_id=organisatie_id, dossier_ids=[dossier.pk])


def _controleer(  # noqa: PLR0913  # private: what the act was given
    dossier: Dossier, gebruiker_id: UUID, rol: Rol, *, doel: str, vanaf: date, tot: date | None
) -> None:
    if rol not in TE_GEVEN:
        raise Invoerfout("rol", _("Deze rol wordt niet per dossier gegeven."))
    if not doel.strip():
        raise Invoerfout("doel", _("Schrijf op waarvoor deze persoon het dossier nodig heeft."))
    if tot is not None and tot <= vanaf:
        raise Invoerfout("tot", _("De einddag ligt niet na de begindag. Verbeter de dagen."))
    if gebruiker_id == dossier.werknemer.gebruiker_id:
        raise Invoerfout("gebruiker_id", _("De werknemer zelf kan in dit dossier geen andere rol hebben."))
    if staat_aan_andere_kant(dossier, gebruiker_id, rol):
        anders = _("Deze persoon werkt in dit dossier voor de bedrijfsarts of als procesbegeleider. Kies een ander.")
        raise Invoerfout("gebruiker_id", str(_ANDERE_KANT.get(rol, anders)))


def _namens(dossier: Dossier, gebruiker_id: UUID, rol: Rol, organisatie_id: UUID | None) -> UUID:
    """Give the organisation for which this person gets the role. Raises Invoerfout."""
    mogelijk = werkt_voor(dossier.werkgever_id, gebruiker_id=gebruiker_id, rol=rol)
    if not mogelijk or (organisatie_id is not None and organisatie_id not in mogelijk):
        melding = _("Deze persoon heeft deze rol niet bij uw organisatie, of bij een organisatie met een contract.")
        raise Invoerfout("gebruiker_id", melding)
    if organisatie_id is None and len(mogelijk) > 1:
        raise Invoerfout("organisatie_id", _("Deze persoon werkt voor meer organisaties. Kies voor welke."))
    namens = organisatie_id or next(iter(mogelijk))
    lopend = Betrokkene.objects.filter(dossier=dossier, gebruiker_id=gebruiker_id, rol=rol, tot__isnull=True)
    if lopend.filter(organisatie=namens).exists():
        raise Invoerfout("gebruiker_id", _("Deze persoon heeft deze rol al op dit dossier."))
    if is_zelf(dossier.werknemer, gebruiker_id, namens):
        raise Invoerfout("gebruiker_id", _("De werknemer zelf kan in dit dossier geen andere rol hebben."))
    return namens

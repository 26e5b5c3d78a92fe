"""Employees of an organisation: adding one, and which account sees the own dossier."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.afmelden import meld_af, neem_rol_af
from poortwijzer.accounts.models import Afdeling
from poortwijzer.accounts.queries import gebruiker_naam, heeft_rol_bij
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import GeenToegang, NietGevonden
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling
from poortwijzer.dossiers.bevestiging import verwijder_bevestigingen
from poortwijzer.dossiers.models import Betrokkene, Dossier, Werknemer
from poortwijzer.dossiers.models.dossier import UREN_IN_EEN_WEEK
from poortwijzer.lib.klok import vandaag
from poortwijzer.lib.namen import nette_naam
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Werknemergegevens:
    """What is kept of an employee. `leidinggevende_id` is the account of the manager."""

    naam: str
    personeelsnummer: str = ""
    functie: str = ""
    afdeling: str = ""
    uren_per_week: Decimal | None = None
    geboortedatum: date | None = None
    leidinggevende_id: UUID | None = None


@handeling
def voeg_werknemer_toe(*, actor: Actor, gegevens: Werknemergegevens) -> Werknemer:
    """Add an employee to the actor's organisation.

    Raises:
        GeenToegang: this role adds nobody.
        Invoerfout: the name is missing, the number is taken, the hours cannot be, or the manager is none.
    """
    organisatie_id = _organisatie(actor, Handeling.WERKNEMER_TOEVOEGEN)
    _controleer(gegevens, organisatie_id)
    afdeling = None
    if gegevens.afdeling.strip():
        afdeling, _nieuw = Afdeling.objects.get_or_create(organisatie_id=organisatie_id, naam=gegevens.afdeling.strip())
    werknemer = Werknemer.objects.create(
        organisatie_id=organisatie_id,
        afdeling=afdeling,
        leidinggevende_id=gegevens.leidinggevende_id,
        naam=nette_naam(gegevens.naam),
        personeelsnummer=gegevens.personeelsnummer.strip(),
        functie=gegevens.functie.strip(),
        uren_per_week=gegevens.uren_per_week,
        geboortedatum=gegevens.geboortedatum,
    )
    _leg_vast(actor, werknemer, Handeling.WERKNEMER_TOEVOEGEN)
    return werknemer


@handeling
def koppel_account(*, actor: Actor, werknemer_id: UUID, gebruiker_id: UUID) -> Werknemer:
    """Give an employee of the actor's organisation the account that sees the own dossiers.

    Raises:
        GeenToegang: this role does not do that.
        NietGevonden: no such employee in this organisation.
        Invoerfout: it is one's own account, its person is no employee of this organisation, is another employee, has
            another role here too and another name, or works on the dossier of this employee; or the employee has an
            account already.
    """
    organisatie_id = _organisatie(actor, Handeling.ACCOUNT_KOPPELEN)
    werknemer = Werknemer.objects.select_for_update().filter(pk=werknemer_id, organisatie=organisatie_id).first()
    if werknemer is None:
        raise NietGevonden(_weigering(actor, Handeling.ACCOUNT_KOPPELEN, "werknemer bestaat niet"))
    if werknemer.gebruiker_id is not None:
        raise Invoerfout("gebruiker_id", _("Deze werknemer heeft al een account."))
    if not heeft_rol_bij({organisatie_id}, gebruiker_id=gebruiker_id, rol=Rol.WERKNEMER):
        raise Invoerfout("gebruiker_id", _("Dit account heeft de rol werknemer niet in uw organisatie."))
    _weiger_verwisseling(actor, werknemer, gebruiker_id)
    werknemer.gebruiker_id = gebruiker_id
    werknemer.save(update_fields=["gebruiker"])
    _leg_vast(actor, werknemer, Handeling.ACCOUNT_KOPPELEN)
    _leg_vast_in_dossiers(actor, werknemer, Handeling.ACCOUNT_KOPPELEN, gebruiker_id)
    return werknemer


@handeling
def koppel_account_los(*, actor: Actor, werknemer_id: UUID, gebruiker_id: UUID) -> None:
    """Take away the account that is not of this employee: it opens nothing of the employee any more, at once.

    What the medical side said about it goes too, and so does the role werknemer here, unless the account is of another
    employee of this organisation as well. Its sessions end and its mailbox is told, in neutral words. What it recorded
    stays under its name. `gebruiker_id` is the account that the actor saw: in between it may have become another.

    Raises:
        GeenToegang: this role does not do that.
        NietGevonden: no such employee in this organisation.
        Invoerfout: this account is not linked to this employee (any more), or it is one's own.
    """
    organisatie_id = _organisatie(actor, Handeling.ACCOUNT_LOSKOPPELEN)
    werknemer = Werknemer.objects.select_for_update().filter(pk=werknemer_id, organisatie=organisatie_id).first()
    if werknemer is None:
        raise NietGevonden(_weigering(actor, Handeling.ACCOUNT_LOSKOPPELEN, "werknemer bestaat niet"))
    if werknemer.gebruiker_id is None or werknemer.gebruiker_id != gebruiker_id:
        raise Invoerfout(
            "gebruiker_id", _("Dit account hoort niet meer bij deze werknemer. Open de bladzijde opnieuw.")
        )
    if gebruiker_id == actor.gebruiker_id:
        raise Invoerfout("gebruiker_id", _("Dit is uw eigen account. Laat een collega dit doen."))
    verwijder_bevestigingen(werknemer.pk, gebruiker_id)
    werknemer.gebruiker_id = None
    werknemer.save(update_fields=["gebruiker"])
    if not Werknemer.objects.filter(organisatie=organisatie_id, gebruiker=gebruiker_id).exists():
        neem_rol_af(gebruiker_id=gebruiker_id, rol=Rol.WERKNEMER, organisatie_id=organisatie_id)
    meld_af(gebruiker_id)
    _leg_vast(actor, werknemer, Handeling.ACCOUNT_LOSKOPPELEN)
    _leg_vast_in_dossiers(actor, werknemer, Handeling.ACCOUNT_LOSKOPPELEN, gebruiker_id)


def _leg_vast_in_dossiers(actor: Actor, werknemer: Werknemer, handeling_: Handeling, gebruiker_id: UUID) -> None:
    """Write in each dossier from, or until, when this account opens it: the employee and who keeps watch read that."""
    for dossier_id in Dossier.objects.filter(werknemer=werknemer).values_list("pk", flat=True):
        audit.record(
            handeling=handeling_,
            actor=actor,
            dossier_id=dossier_id,
            onderdeel=Deel.MEDEWERKERS,
            doel=f"account {gebruiker_id}",
        )


def _weiger_verwisseling(actor: Actor, werknemer: Werknemer, gebruiker_id: UUID) -> None:
    """Refuse an account that is plainly of somebody else: it would open the dossier, and its medical part too.

    Raises Invoerfout.
    """
    if gebruiker_id == actor.gebruiker_id:
        raise Invoerfout("gebruiker_id", _("Dit is uw eigen account. Laat een collega dit doen."))
    anderen = Werknemer.objects.filter(organisatie=werknemer.organisatie_id, gebruiker=gebruiker_id)
    if anderen.exclude(naam__iexact=werknemer.naam).exists():
        raise Invoerfout("gebruiker_id", _("Dit account is al van een andere werknemer."))
    heeft_meer_rollen = any(
        heeft_rol_bij({werknemer.organisatie_id}, gebruiker_id=gebruiker_id, rol=rol)
        for rol in Rol
        if rol is not Rol.WERKNEMER
    )
    betrokken = Betrokkene.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=vandaag()), gebruiker=gebruiker_id, dossier__werknemer=werknemer
    )
    if werknemer.leidinggevende_id == gebruiker_id or betrokken.exists():
        melding = _("Deze persoon werkt aan het dossier van deze werknemer. Beëindig eerst die rol.")
        raise Invoerfout("gebruiker_id", melding)
    naam = gebruiker_naam([gebruiker_id]).get(gebruiker_id, "")
    if heeft_meer_rollen and nette_naam(naam).casefold() != nette_naam(werknemer.naam).casefold():
        melding = _("Deze persoon heeft in uw organisatie nog een rol, en heet anders dan de werknemer.")
        raise Invoerfout("gebruiker_id", melding)


def _organisatie(actor: Actor, handeling_: Handeling) -> UUID:
    if actor.organisatie_id is None or not mag(actor.rol, handeling_, Deel.MEDEWERKERS):
        raise GeenToegang(_weigering(actor, handeling_, "buiten de rol"))
    return actor.organisatie_id


def _controleer(gegevens: Werknemergegevens, organisatie_id: UUID) -> None:
    if not nette_naam(gegevens.naam):
        raise Invoerfout("naam", _("Vul de naam in."))
    nummer = gegevens.personeelsnummer.strip()
    if nummer and Werknemer.objects.filter(organisatie=organisatie_id, personeelsnummer=nummer).exists():
        raise Invoerfout("personeelsnummer", _("Dit personeelsnummer is al in gebruik."))
    uren = gegevens.uren_per_week
    if uren is not None and not 0 < uren <= UREN_IN_EEN_WEEK:
        raise Invoerfout("uren_per_week", _("Vul een aantal uren per week in tussen 0 en 168."))
    leidinggevende = gegevens.leidinggevende_id
    if leidinggevende is not None and not heeft_rol_bij(
        {organisatie_id}, gebruiker_id=leidinggevende, rol=Rol.LEIDINGGEVENDE
    ):
        raise Invoerfout("leidinggevende_id", _("Deze persoon heeft de rol leidinggevende niet in uw organisatie."))
    naam = "" if leidinggevende is None else gebruiker_naam([leidinggevende]).get(leidinggevende, "")
    if nette_naam(naam).casefold() == nette_naam(gegevens.naam).casefold():
        raise Invoerfout("leidinggevende_id", _("De leidinggevende heet net zo als de werknemer. Kies een ander."))


def _leg_vast(actor: Actor, werknemer: Werknemer, handeling_: Handeling) -> None:
    audit.record(
        handeling=handeling_,
        actor=actor,
        dossier_id=None,
        onderdeel=Deel.MEDEWERKERS,
        doel=str(werknemer.pk),
        rol=actor.rol,
    )


def _weigering(actor: Actor, handeling_: Handeling, reden: str) -> Weigering:
    return Weigering(actor=actor, deel=Deel.MEDEWERKERS, handeling=handeling_, reden=reden)

"""Cover: a colleague in the same role does somebody's work for a time, and ends by itself."""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.queries import heeft_rol_bij
from poortwijzer.accounts.weigeringen import Geweigerd, Weigering
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling
from poortwijzer.dossiers.models import Betrokkene, Waarneming
from poortwijzer.dossiers.waarneming import (
    TE_GEVEN,
    dekking_voor,
    eindig,
    mag_regelen,
    neem_waar,
    regelt_voor_allen,
    stuit_op_muur,
    volg_waarneming,
)
from poortwijzer.lib.klok import vandaag
from poortwijzer.slot.wie import werk
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

# Longer than this is no leave: then the work goes to somebody else, in a role of his own.
HOOGSTENS = timedelta(days=183)


@handeling
def regel_waarneming(  # noqa: PLR0913  # who, for whom, as what and when, all by name
    *, actor: Actor, afwezige_id: UUID, waarnemer_id: UUID, rol: Rol, vanaf: date, tot: date
) -> Waarneming:
    """Let a colleague cover for somebody from a day until a day, on all dossiers on which that person has this role.

    One arranges it for oneself, in the role in which one acts; HR arranges it for everybody of the own organisation.
    Each dossier gets a row in the log, so the employee sees who takes over and why.

    Raises:
        Geweigerd: this actor does not arrange it for this person.
        Invoerfout: the two do not both have this role at the actor's organisation, who covers is at the other side of
            the medical wall on one of these dossiers, or the days cannot be.
    """
    organisatie_id = _organisatie(actor, afwezige_id, rol)
    _controleer(organisatie_id, (afwezige_id, waarnemer_id), rol, (vanaf, tot))
    waarneming = Waarneming.objects.create(
        afwezige_id=afwezige_id,
        waarnemer_id=waarnemer_id,
        organisatie_id=organisatie_id,
        rol=rol,
        vanaf=vanaf,
        tot=tot,
        created_by_id=actor.gebruiker_id,
    )
    eigen = Betrokkene.objects.filter(
        gebruiker=afwezige_id, organisatie=organisatie_id, rol=rol, waarneming__isnull=True
    )
    if stuit_op_muur(waarneming, eigen):
        melding = (
            _("Deze collega werkt bij een of meer van deze dossiers voor de werkgever. Kies een andere collega.")
            if rol is Rol.BEDRIJFSARTS
            else _(
                "Deze collega werkt bij een of meer van deze dossiers voor de bedrijfsarts. Kies een andere collega."
            )
        )
        raise Invoerfout("waarnemer", melding)
    for rij in neem_waar(waarneming, eigen):
        _schrijf_op(actor, Handeling.BETROKKENE_TOEVOEGEN, rij.dossier_id, f"waarneming {rol}")
    _schrijf_op(actor, Handeling.WAARNEMING_REGELEN, None, f"{rol} {waarneming.pk}")
    return waarneming


@handeling
def beeindig_waarneming(*, actor: Actor, waarneming_id: UUID) -> None:
    """End a cover today, on every dossier.

    Raises Geweigerd when there is no such cover, it is over, or this actor does not arrange it for this person.
    """
    lopend = Waarneming.objects.select_for_update(of=("self",)).filter(tot__gt=vandaag())
    waarneming = lopend.filter(pk=waarneming_id, organisatie=actor.organisatie_id).first()
    if waarneming is None:
        raise Geweigerd(_weigering(actor, "waarneming bestaat niet"), _("Deze waarneming bestaat niet, of is voorbij."))
    _organisatie(actor, waarneming.afwezige_id, Rol(waarneming.rol))
    for rij in eindig(Betrokkene.objects.filter(waarneming=waarneming), vandaag()):
        _schrijf_op(actor, Handeling.BETROKKENE_BEEINDIGEN, rij.dossier_id, f"waarneming {rij.rol}")
    if waarneming.vanaf >= vandaag():
        with werk("waarneming"):
            Betrokkene.objects.filter(waarneming=waarneming).update(waarneming=None)
        waarneming.delete()
    else:
        waarneming.tot = vandaag()
        waarneming.save(update_fields=["tot"])
    _schrijf_op(actor, Handeling.WAARNEMING_REGELEN, None, f"einde {waarneming_id}")


def geef_dekking(actor: Actor, rollen: QuerySet[Betrokkene]) -> None:
    """Let who covers for somebody follow in these new roles, each with a row in the log; part of another act."""
    for rij in volg_waarneming(rollen):
        _schrijf_op(actor, Handeling.BETROKKENE_TOEVOEGEN, rij.dossier_id, f"waarneming {rij.rol}")


def eindig_dekking(actor: Actor, rij: Betrokkene, tot: date) -> None:
    """End the roles by which others cover this one, each with a row in the log; part of another act."""
    for dekking in eindig(dekking_voor(rij), tot):
        _schrijf_op(actor, Handeling.BETROKKENE_BEEINDIGEN, dekking.dossier_id, f"waarneming {dekking.rol}")


def _organisatie(actor: Actor, afwezige_id: UUID, rol: Rol) -> UUID:
    is_eigen = afwezige_id == actor.gebruiker_id and rol is actor.rol
    if actor.organisatie_id is None or not (regelt_voor_allen(actor) or (is_eigen and mag_regelen(actor))):
        raise Geweigerd(_weigering(actor, "van een ander"), _("U kunt alleen uw eigen waarneming regelen."))
    return actor.organisatie_id


def _weigering(actor: Actor, reden: str) -> Weigering:
    return Weigering(actor=actor, deel=Deel.BETROKKENEN, handeling=Handeling.WAARNEMING_REGELEN, reden=reden)


def _controleer(organisatie_id: UUID, mensen: tuple[UUID, UUID], rol: Rol, dagen: tuple[date, date]) -> None:
    afwezige_id, waarnemer_id = mensen
    vanaf, tot = dagen
    if rol not in TE_GEVEN:
        raise Invoerfout("afwezige", _("Deze rol wordt niet per dossier gegeven: er valt niets waar te nemen."))
    if vanaf < vandaag():
        raise Invoerfout("vanaf", _("Een waarneming begint vandaag of later."))
    if not vanaf < tot <= vanaf + HOOGSTENS:
        raise Invoerfout("tot", _("Kies een einddag na de begindag, en hoogstens een half jaar later."))
    if afwezige_id == waarnemer_id:
        raise Invoerfout("waarnemer", _("Kies een collega."))
    for veld, gebruiker_id in (("afwezige", afwezige_id), ("waarnemer", waarnemer_id)):
        if not heeft_rol_bij([organisatie_id], gebruiker_id=gebruiker_id, rol=rol):
            raise Invoerfout(veld, _("Deze persoon heeft deze rol niet bij uw organisatie."))


def _schrijf_op(actor: Actor, wat: Handeling, dossier_id: UUID | None, doel: str) -> None:
    audit.record(
        handeling=wat, actor=actor, dossier_id=dossier_id, onderdeel=Deel.BETROKKENEN, doel=doel, rol=actor.rol
    )

"""Open a dossier without a role on it, in an emergency, and judge afterwards whether that was right."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.nood import geef_noodtoegang, leg_beoordeling_vast, te_beoordelen
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import GeenToegang, NietGevonden, bereikbaar, onder_contract
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling
from poortwijzer.dossiers.models import Betrokkene, Dossier
from poortwijzer.dossiers.scheiding import aan_andere_kant
from poortwijzer.dossiers.zelf import eigen_werknemers
from poortwijzer.lib.klok import vandaag
from poortwijzer.slot.wie import werk
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.nood import Noodgrond, Noodoordeel


@handeling
def neem_noodtoegang(*, actor: Actor, kenmerk: str, grond: Noodgrond) -> datetime:
    """Let the actor open this dossier in the own role for a short time, and give the moment on which that ends.

    Only within the own circle: the own employer's dossiers, or those on which the own organisation has this role.
    The row in the log names the ground, and so tells the employee; privacy officers have a list.

    Raises:
        NietGevonden: no such dossier within the own circle, or this role may not; nobody can tell which.
        Invoerfout: the actor can open it already.
    """
    with werk("noodtoegang"):  # it is about a dossier that this actor does not reach
        dossier = _kring(actor).filter(kenmerk=kenmerk).first()
    if dossier is None or actor.organisatie_id is None:
        raise NietGevonden(
            Weigering(
                actor=actor,
                deel=Deel.BETROKKENEN,
                handeling=Handeling.NOODTOEGANG,
                dossier_id=None if dossier is None else dossier.pk,
                reden="buiten de eigen kring",
            )
        )
    if bereikbaar(actor).filter(pk=dossier.pk).exists():
        raise Invoerfout("kenmerk", _("Dit dossier kunt u al openen."))
    tot = geef_noodtoegang(
        actor=actor,
        organisatie_id=actor.organisatie_id,
        dossier_id=dossier.pk,
        werkgever_id=dossier.werkgever_id,
        grond=grond,
    )
    audit.record(
        handeling=Handeling.NOODTOEGANG,
        actor=actor,
        dossier_id=dossier.pk,
        onderdeel=Deel.BETROKKENEN,
        reden=grond,
        rol=actor.rol,
        is_nood=True,
    )
    return tot


@handeling
def beoordeel_noodtoegang(*, actor: Actor, noodtoegang_id: UUID, oordeel: Noodoordeel) -> None:
    """Record what who keeps watch found of an emergency access; the employee sees that it was judged, and how.

    Never by the person who took it, and never about the own dossier.

    Raises:
        GeenToegang: this role does not keep watch.
        NietGevonden: no such emergency access at this organisation, or it is the actor's own.
        Invoerfout: somebody judged it already.
    """
    weigering = Weigering(
        actor=actor, deel=Deel.TOEZICHT, handeling=Handeling.NOODTOEGANG_BEOORDELEN, dossier_id=None, reden=""
    )
    if actor.organisatie_id is None or not mag(actor.rol, Handeling.NOODTOEGANG_BEOORDELEN, Deel.TOEZICHT):
        raise GeenToegang(replace(weigering, reden="buiten de rol"))
    regel = te_beoordelen(actor.organisatie_id, noodtoegang_id)
    if regel is None:
        raise NietGevonden(replace(weigering, reden="bestaat niet"))
    zelf = eigen_werknemers(actor.gebruiker_id, actor.organisatie_id)
    is_eigen = Dossier.objects.filter(pk=regel.dossier_id, werknemer__in=zelf).exists()
    if is_eigen or regel.gebruiker_id == actor.gebruiker_id:
        raise NietGevonden(replace(weigering, dossier_id=regel.dossier_id, reden="van de beoordelaar zelf"))
    if regel.beoordeling is not None:
        raise Invoerfout("oordeel", _("Deze noodtoegang is al beoordeeld."))
    leg_beoordeling_vast(noodtoegang_id=noodtoegang_id, oordeel=oordeel, door=actor.gebruiker_id)
    audit.record(
        handeling=Handeling.NOODTOEGANG_BEOORDELEN,
        actor=actor,
        dossier_id=regel.dossier_id,
        onderdeel=Deel.TOEZICHT,
        reden=oordeel,
        doel=str(noodtoegang_id),
        rol=actor.rol,
    )


def _kring(actor: Actor) -> QuerySet[Dossier]:
    """Give the dossiers that a colleague of the actor may open in the same role.

    Never the actor's own, nor one on which the actor is at the other side of the medical wall.
    """
    if actor.organisatie_id is None or not mag(actor.rol, Handeling.NOODTOEGANG, Deel.BETROKKENEN):
        return Dossier.objects.none()
    op = vandaag()
    lopend = Betrokkene.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=op), organisatie=actor.organisatie_id, rol=actor.rol, vanaf__lte=op
    )
    kring = Dossier.objects.filter(Q(werkgever=actor.organisatie_id) | Q(pk__in=lopend.values("dossier")))
    kring = kring.filter(onder_contract(actor, op), gewist_op__isnull=True)
    kring = kring.exclude(pk__in=aan_andere_kant(actor.gebruiker_id, actor.rol).values("pk"))
    return kring.exclude(werknemer__in=eigen_werknemers(actor.gebruiker_id, actor.organisatie_id))

"""Holds on a dossier, own terms of an organisation, and lists of what has to go: made by one, approved by another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.bewaarschema import bewaarschema, gewone_termijn
from poortnormen.catalogus import catalogus
from poortnormen.tijd import Jaren
from poortnormen.wisverzoek import GEEN, wisuitzonderingen
from poortwijzer import audit
from poortwijzer.accounts.weigeringen import Geweigerd, Weigering
from poortwijzer.dossiers import wisrondes
from poortwijzer.dossiers.access import NietGevonden
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.bewaren import loopt_blokkade
from poortwijzer.dossiers.keuzes import Blokkadegrond, Wisgrond
from poortwijzer.dossiers.models import (
    Bewaarblokkade,
    Bewaartermijn,
    Dossier,
    Wisregel,
    Wisronde,
    Wissing,
)
from poortwijzer.dossiers.tasks import voer_wissen_uit
from poortwijzer.kluis.beheer import eigenaar_van
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.slot.wie import werk
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

MEESTE_TEKENS = 500
# The part that a role answers for, and so may hold; the privacy officer guards all of the dossier.
BLOKKEERT: Mapping[Rol, tuple[str, ...]] = MappingProxyType(
    {
        Rol.WERKGEVER: (Vaksoort.RE_INTEGRATIE,),
        Rol.BEDRIJFSARTS: (Vaksoort.MEDISCH,),
        Rol.PRIVACY_OFFICER: ("", *Vaksoort),
    }
)


@handeling
def blokkeer_wissen(  # noqa: PLR0913  # what a hold is, all by name
    *,
    dossier: Dossier,
    actor: Actor,
    deel: str,
    grond: Blokkadegrond,
    vanaf: date,
    tot: date | None = None,
    toelichting: str = "",
) -> Bewaarblokkade:
    """Keep (a part of) a dossier past its term, for a ground of the list, from a day until a day or until it is ended.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: a part that this role does not answer for, a hold that ends before it begins, or too many words.
    """
    dossier = open_voor(actor, dossier, deel=Deel.BEWAARTERMIJN, handeling=Handeling.BLOKKEREN)
    if deel not in BLOKKEERT.get(actor.rol, ()):
        raise Invoerfout("deel", _("Over dit deel van het dossier gaat uw rol niet."))
    if deel == Vaksoort.MEDISCH and eigenaar_van(dossier.pk, Vaksoort.MEDISCH) is None:
        raise Invoerfout("deel", _("Dit dossier heeft geen medisch deel."))
    if tot is not None and tot <= vanaf:
        raise Invoerfout("tot", _("Het einde ligt na het begin."))
    if len(toelichting) > MEESTE_TEKENS:
        raise Invoerfout("toelichting", _("Gebruik hoogstens %(aantal)s tekens.") % {"aantal": MEESTE_TEKENS})
    blokkade = Bewaarblokkade.objects.create(
        dossier=dossier,
        deel=deel,
        grond=grond,
        toelichting=toelichting.strip(),
        vanaf=vanaf,
        tot=tot,
        created_by_id=actor.gebruiker_id,
        created_at=nu(),
    )
    doel = f"{grond} {blokkade.pk}"
    rond_af(actor, dossier, deel=Deel.BEWAARTERMIJN, handeling=Handeling.BLOKKEREN, doel=doel, beoordeel=False)
    return blokkade


@handeling
def herzie_blokkade(*, dossier: Dossier, actor: Actor, blokkade_id: UUID) -> Bewaarblokkade:
    """Say that a hold is still needed: the next look at it is counted from today.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: there is no such hold that runs now, or this role does not answer for its part.
    """
    dossier, blokkade = _lopende_blokkade(actor, dossier, blokkade_id)
    if blokkade.vanaf > vandaag():
        raise Invoerfout("blokkade", _("Deze blokkade is nog niet begonnen."))
    blokkade.bekeken_op, blokkade.bekeken_door_id = vandaag(), actor.gebruiker_id
    blokkade.save(update_fields=["bekeken_op", "bekeken_door"])
    doel = f"blijft nodig {blokkade_id}"
    rond_af(actor, dossier, deel=Deel.BEWAARTERMIJN, handeling=Handeling.BLOKKEREN, doel=doel, beoordeel=False)
    return blokkade


@handeling
def beeindig_blokkade(*, dossier: Dossier, actor: Actor, blokkade_id: UUID) -> Bewaarblokkade:
    """End a hold today: from now on the term counts again.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: there is no such hold that still runs, or this role does not answer for its part.
    """
    dossier, blokkade = _lopende_blokkade(actor, dossier, blokkade_id)
    vandaag_ = vandaag()
    if blokkade.vanaf >= vandaag_:
        blokkade.delete()  # it never held anything
    else:
        blokkade.tot = vandaag_
        blokkade.save(update_fields=["tot"])
    doel = f"einde {blokkade_id}"
    rond_af(actor, dossier, deel=Deel.BEWAARTERMIJN, handeling=Handeling.BLOKKEREN, doel=doel, beoordeel=False)
    return blokkade


@handeling
def kies_bewaartermijn(*, actor: Actor, deel: str, jaren: int, motivering: str) -> Bewaartermijn:
    """Let the organisation of the actor keep a part shorter or longer than usual, where the law allows it.

    Raises:
        Geweigerd: this role may not.
        Invoerfout: an unknown part, a term that the law does not allow, or no motivation.
    """
    organisatie_id = _organisatie(actor, Handeling.BEWAARTERMIJN_KIEZEN)
    if deel not in bewaarschema():
        raise Invoerfout("deel", _("Kies een deel uit de lijst."))
    regel, gewoon = bewaarschema()[deel], gewone_termijn(catalogus(), deel, vandaag())
    if not regel.mag_worden(Jaren(jaren), gewoon=gewoon):
        melding = (
            _("Van deze termijn mag u niet afwijken: %(grondslag)s")
            if not regel.langer
            else _("Korter dan %(jaren)s jaar mag niet: %(grondslag)s")
        )
        raise Invoerfout("jaren", melding % {"jaren": gewoon.aantal, "grondslag": regel.grondslag})
    if not 0 < len(motivering.strip()) <= MEESTE_TEKENS:
        raise Invoerfout(
            "motivering",
            _("Schrijf op waarom u afwijkt, in hoogstens %(aantal)s tekens.") % {"aantal": MEESTE_TEKENS},
        )
    gekozen = Bewaartermijn.objects.create(
        organisatie_id=organisatie_id,
        deel=deel,
        jaren=jaren,
        motivering=motivering.strip(),
        created_by_id=actor.gebruiker_id,
        created_at=nu(),
    )
    _leg_vast(actor, Handeling.BEWAARTERMIJN_KIEZEN, f"{deel} {jaren}")
    return gekozen


@handeling
def stel_wissen_voor(*, actor: Actor, peildatum: date | None = None) -> Wisronde | None:
    """Make the list of what has to go at the organisation of the actor; None when nothing has to.

    Raises Geweigerd when this role may not.
    """
    organisatie_id = _organisatie(actor, Handeling.WISSEN_VOORSTELLEN)
    return wisrondes.stel_voor(organisatie_id, peildatum or vandaag(), actor=actor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wisverzoek:
    """What was weighed of a request: the day it came, an exception of `wisuitzonderingen` or `GEEN`, the outcome."""

    verzocht_op: date
    uitzondering: str
    uitzondering_geldt: bool


@handeling
def stel_wissen_op_verzoek_voor(*, actor: Actor, kenmerk: str, deel: Vaksoort, verzoek: Wisverzoek) -> Wisronde:
    """Record a request to erase a part of one dossier: proposed, for somebody else to approve, or turned down.

    It is turned down when an exception of the law holds (AVG-17-3): then nothing waits for approval, and what was
    weighed stays. The reference is all that is asked and shown. Nobody does this of the own dossier in another role.

    Raises:
        Geweigerd: this role may not.
        NietGevonden: no such dossier of which the own organisation owns this part.
        Invoerfout: a hold keeps it, it was proposed already, the request is of a day to come, or what was weighed does
            not go together.
    """
    organisatie_id = _organisatie(actor, Handeling.WISSEN_VOORSTELLEN)
    _controleer_verzoek(verzoek)
    with werk("bewaartermijnen"):  # that the own organisation owns a medical part is known in the key store only
        dossier = Dossier.objects.filter(kenmerk=kenmerk).exclude(werknemer__gebruiker=actor.gebruiker_id).first()
    if dossier is None or not _is_van(organisatie_id, dossier, deel):
        raise NietGevonden(
            Weigering(
                actor=actor,
                deel=Deel.BEWAREN,
                handeling=Handeling.WISSEN_VOORSTELLEN,
                dossier_id=None if dossier is None else dossier.pk,
                reden="buiten bereik",
            )
        )
    with werk("bewaartermijnen"):
        grond = loopt_blokkade(dossier.pk, deel, vandaag())
    if grond and not verzoek.uitzondering_geldt:
        raise Invoerfout(
            "kenmerk", _("Dit dossier mag nu niet weg: %(grond)s.") % {"grond": Blokkadegrond(grond).label}
        )
    wacht = Wisregel.objects.filter(dossier_id=dossier.pk, deel=deel, ronde__grond=Wisgrond.VERZOEK)
    if wacht.filter(ronde__stand__in=[Wisronde.Stand.VOORSTEL, Wisronde.Stand.GOEDGEKEURD]).exists():
        raise Invoerfout("kenmerk", _("Dit is al voorgesteld en wacht op goedkeuring."))
    ronde = Wisronde.objects.create(
        organisatie_id=organisatie_id,
        grond=Wisgrond.VERZOEK,
        peildatum=vandaag(),
        stand=Wisronde.Stand.AFGEWEZEN if verzoek.uitzondering_geldt else Wisronde.Stand.VOORSTEL,
        verzocht_op=verzoek.verzocht_op,
        uitzondering=verzoek.uitzondering,
        uitzondering_geldt=verzoek.uitzondering_geldt,
        created_by_id=actor.gebruiker_id,
        created_at=nu(),
    )
    uitkomst = Wisregel.Uitkomst.BLIJFT if verzoek.uitzondering_geldt else Wisregel.Uitkomst.WEG
    Wisregel.objects.create(ronde=ronde, dossier_id=dossier.pk, kenmerk=kenmerk, deel=deel, uitkomst=uitkomst)
    doel = f"{'afgewezen ' if verzoek.uitzondering_geldt else ''}{ronde.pk}"
    _leg_vast(actor, Handeling.WISSEN_VOORSTELLEN, doel, dossier_id=dossier.pk)
    return ronde


def _lopende_blokkade(actor: Actor, dossier: Dossier, blokkade_id: UUID) -> tuple[Dossier, Bewaarblokkade]:
    dossier = open_voor(actor, dossier, deel=Deel.BEWAARTERMIJN, handeling=Handeling.BLOKKEREN)
    blokkade = Bewaarblokkade.objects.filter(dossier=dossier, pk=blokkade_id).first()
    if blokkade is None or (blokkade.tot is not None and blokkade.tot <= vandaag()):
        raise Invoerfout("blokkade", _("Deze blokkade loopt niet meer."))
    if blokkade.deel not in BLOKKEERT.get(actor.rol, ()):
        raise Invoerfout("blokkade", _("Over dit deel van het dossier gaat uw rol niet."))
    return dossier, blokkade


def _controleer_verzoek(verzoek: Wisverzoek) -> None:
    if verzoek.verzocht_op > vandaag():
        raise Invoerfout("verzocht_op", _("Deze dag is nog niet geweest. Vul in wanneer het verzoek binnenkwam."))
    if verzoek.uitzondering not in {GEEN, *wisuitzonderingen()}:
        raise Invoerfout("uitzondering", _("Kies een uitzondering uit de lijst."))
    if verzoek.uitzondering == GEEN and verzoek.uitzondering_geldt:
        raise Invoerfout("uitzondering", _("Blijft het deel? Kies dan welke uitzondering daarvoor geldt."))


@handeling
def keur_wissen_goed(*, actor: Actor, ronde_id: UUID) -> Wisronde:
    """Approve a list that somebody else made: what stands on it is erased for good.

    Raises:
        Geweigerd: this role may not.
        NietGevonden: no such list of the own organisation.
        Invoerfout: it does not wait any more, the actor made it, or the own dossier stands on it.
    """
    ronde = _ronde(actor, ronde_id, Handeling.WISSEN_GOEDKEUREN)
    if ronde.created_by_id == actor.gebruiker_id:
        raise Invoerfout("ronde", _("U heeft deze lijst zelf gemaakt. Een ander keurt haar goed."))
    ids = ronde.regels.values("dossier_id")
    if Dossier.objects.filter(pk__in=ids, werknemer__gebruiker=actor.gebruiker_id).exists():
        raise Invoerfout("ronde", _("Uw eigen dossier staat op deze lijst. Een ander keurt haar goed."))
    ronde.stand = Wisronde.Stand.GOEDGEKEURD
    ronde.goedgekeurd_door_id, ronde.goedgekeurd_op = actor.gebruiker_id, nu()
    ronde.save(update_fields=["stand", "goedgekeurd_door", "goedgekeurd_op"])
    voer_wissen_uit.enqueue()
    _leg_vast(actor, Handeling.WISSEN_GOEDKEUREN, str(ronde.pk))
    return ronde


@handeling
def trek_wissen_in(*, actor: Actor, ronde_id: UUID) -> Wisronde:
    """Withdraw a list that waits: nothing on it is erased.

    Raises:
        Geweigerd: this role may not.
        NietGevonden: no such list of the own organisation.
        Invoerfout: it does not wait any more.
    """
    ronde = _ronde(actor, ronde_id, Handeling.WISSEN_VOORSTELLEN)
    ronde.stand = Wisronde.Stand.INGETROKKEN
    ronde.save(update_fields=["stand"])
    _leg_vast(actor, Handeling.WISSEN_VOORSTELLEN, f"ingetrokken {ronde.pk}")
    return ronde


def _organisatie(actor: Actor, handeling_: Handeling) -> UUID:
    if actor.organisatie_id is None or not mag(actor.rol, handeling_, Deel.BEWAREN):
        raise Geweigerd(Weigering(actor=actor, deel=Deel.BEWAREN, handeling=handeling_, reden="buiten de rol"))
    return actor.organisatie_id


def _ronde(actor: Actor, ronde_id: UUID, handeling_: Handeling) -> Wisronde:
    organisatie_id = _organisatie(actor, handeling_)
    ronde = Wisronde.objects.select_for_update().filter(pk=ronde_id, organisatie=organisatie_id).first()
    if ronde is None:
        raise NietGevonden(
            Weigering(actor=actor, deel=Deel.BEWAREN, handeling=handeling_, dossier_id=None, reden="buiten bereik")
        )
    if ronde.stand != Wisronde.Stand.VOORSTEL:
        raise Invoerfout("ronde", _("Deze lijst wacht niet meer op goedkeuring."))
    return ronde


def _is_van(organisatie_id: UUID, dossier: Dossier, deel: Vaksoort) -> bool:
    gewist = Wissing.objects.filter(dossier_id=dossier.pk, deel=deel).exists()
    if deel is Vaksoort.MEDISCH:
        return not gewist and eigenaar_van(dossier.pk, deel) == organisatie_id
    return not gewist and dossier.werkgever_id == organisatie_id


def _leg_vast(actor: Actor, handeling_: Handeling, doel: str, *, dossier_id: UUID | None = None) -> None:
    audit.record(
        handeling=handeling_, actor=actor, dossier_id=dossier_id, onderdeel=Deel.BEWAREN, doel=doel, rol=actor.rol
    )

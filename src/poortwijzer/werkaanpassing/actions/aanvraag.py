"""Asking for a trajectory, and what speaks against beginning."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.bronnen.werkaanpassing.aanvraag import (
    Aanvraag,
    Contracode,
    ContraIndicatie,
    Indicatie,
    Startbesluit,
)
from poortnormen.bronnen.werkaanpassing.soorten import Aanleiding, Stap, Toepassing, Uitgangspunt
from poortnormen.stukregel import voer_uit
from poortwijzer.dossiers.actions import Invoerfout
from poortwijzer.dossiers.actions.kader import handeling, open_voor, rond_af
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.werkaanpassing.lezen import aanvraag_van, als_json
from poortwijzer.werkaanpassing.models import Ronde, Traject
from poortwijzer.werkaanpassing.poort import open_ronde, weiger
from poortwijzer.werkaanpassing.rolwoorden import aanvraagrol, kernrol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraaggegevens:
    """What somebody who asks fills in. Who asks, and since when there is absence, the dossier knows."""

    op: date
    indicaties: tuple[Indicatie, ...]
    toepassing: Toepassing = Toepassing.INCIDENTEEL
    uitgangspunt: Uitgangspunt = Uitgangspunt.EIGEN_FUNCTIE
    reden_uitgangspunt: str = ""
    advies_bedrijfsarts_op: date | None = None
    besluit_werkgever_op: date | None = None


@handeling
def vraag_traject_aan(*, dossier: "Dossier", actor: Actor, gegevens: Aanvraaggegevens) -> Traject:
    """Ask for a trajectory: at least one indication, and one trajectory at a time. The first round begins in B1.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: the day is to come, there is no indication or it is not said who wants help, the starting point
            lacks its reason, advice or decision, or a trajectory runs already.
    """
    dossier = open_voor(actor, dossier, deel=Deel.WERKAANPASSING, handeling=Handeling.TRAJECT_AANVRAGEN)
    if gegevens.op > vandaag():
        raise Invoerfout("op", _("Deze dag moet nog komen. Kies de dag waarop het was."))
    if Traject.objects.filter(dossier=dossier, stand=Traject.Stand.LOOPT).exists():
        raise Invoerfout("", _("Er loopt al een traject in dit dossier. Ga daarin verder."))
    aanvraag = Aanvraag(
        op=gegevens.op,
        door=aanvraagrol(actor.rol),
        toepassing=gegevens.toepassing,
        aanleiding=Aanleiding.VERZUIM,
        eerste_ziektedag=dossier.eerste_ziektedag,
        indicaties=gegevens.indicaties,
        uitgangspunt=gegevens.uitgangspunt,
        reden_uitgangspunt=gegevens.reden_uitgangspunt.strip(),
        advies_bedrijfsarts_op=gegevens.advies_bedrijfsarts_op,
        besluit_werkgever_op=gegevens.besluit_werkgever_op,
    )
    weiger("indicaties", voer_uit("WAP-4.2-14", aanvraag.op, {"indicaties": aanvraag.indicaties}))
    weiger("", voer_uit("WAP-4.2-09", aanvraag.op, {"door": aanvraag.door}))
    doel = {
        "uitgangspunt": aanvraag.uitgangspunt,
        "reden_uitgangspunt": aanvraag.reden_uitgangspunt,
        "advies_bedrijfsarts_op": aanvraag.advies_bedrijfsarts_op,
        "besluit_werkgever_op": aanvraag.besluit_werkgever_op,
        "vorig_uitgangspunt": None,
    }
    weiger("uitgangspunt", voer_uit("WAP-4.2-03", aanvraag.op, doel))
    traject = Traject.objects.create(
        dossier=dossier,
        aanvraag=als_json(aanvraag),
        aangevraagd_op=aanvraag.op,
        aangevraagd_als=actor.rol,
        created_by_id=actor.gebruiker_id,
    )
    Ronde.objects.create(dossier=dossier, traject=traject, nummer=1, stap=Stap.B1, begonnen_op=aanvraag.op)
    _sluit(actor, dossier, Handeling.TRAJECT_AANVRAGEN)
    return traject


@handeling
def leg_bezwaar_vast(*, dossier: "Dossier", actor: Actor, traject_id: UUID, code: Contracode) -> None:
    """Record one of the three relative contra-indications. It stops nothing by itself: somebody decides about it.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Invoerfout: it is not for this role to say, or it stands there already.
    """
    dossier, ronde = open_ronde(
        actor, dossier, traject_id, deel=Deel.WERKAANPASSING, handeling=Handeling.TRAJECT_BEZWAAR
    )
    aanvraag = aanvraag_van(ronde.traject)
    bezwaar = ContraIndicatie(code=code, gesteld_door=kernrol(actor.rol))
    weiger("code", voer_uit("WAP-4.2-21", vandaag(), {"contra_indicaties": (bezwaar,)}))
    if any(deel.code is code for deel in aanvraag.contra_indicaties):
        raise Invoerfout("code", _("Dit staat er al zo. Er is niets veranderd."))
    _bewaar(ronde.traject, replace(aanvraag, contra_indicaties=(*aanvraag.contra_indicaties, bezwaar)))
    _sluit(actor, dossier, Handeling.TRAJECT_BEZWAAR)


@handeling
def beslis_over_bezwaar(  # noqa: PLR0913  # about what, what, why and until when, all by name
    *,
    dossier: "Dossier",
    actor: Actor,
    traject_id: UUID,
    code: Contracode,
    besluit: Startbesluit,
    motivering: str,
    opnieuw_bekijken_op: date | None = None,
) -> None:
    """Decide, with a reason, whether the trajectory begins in spite of a contra-indication, waits, or does not begin.

    Raises:
        NietGevonden, GeenToegang: see `poort.open_ronde`.
        Invoerfout: there is no such contra-indication, no reason, or no day to look again when it waits.
    """
    dossier, ronde = open_ronde(
        actor, dossier, traject_id, deel=Deel.WERKAANPASSING, handeling=Handeling.TRAJECT_BESLISSEN
    )
    aanvraag = aanvraag_van(ronde.traject)
    bezwaar = next((deel for deel in aanvraag.contra_indicaties if deel.code is code), None)
    if bezwaar is None:
        raise Invoerfout("code", _("Dit bezwaar is niet vastgelegd."))
    if not motivering.strip():
        raise Invoerfout("motivering", _("Schrijf op waarom u dit beslist."))
    if besluit is Startbesluit.OPSCHORTEN and opnieuw_bekijken_op is None:
        raise Invoerfout("opnieuw_bekijken_op", _("Kies de dag waarop u hier weer naar kijkt."))
    besloten = replace(
        bezwaar,
        besluit=besluit,
        motivering=motivering.strip(),
        besloten_door=actor.naam,
        besloten_op=vandaag(),
        opnieuw_bekijken_op=opnieuw_bekijken_op if besluit is Startbesluit.OPSCHORTEN else None,
    )
    andere = tuple(besloten if deel.code is code else deel for deel in aanvraag.contra_indicaties)
    _bewaar(ronde.traject, replace(aanvraag, contra_indicaties=andere))
    _sluit(actor, dossier, Handeling.TRAJECT_BESLISSEN)


def _bewaar(traject: Traject, aanvraag: Aanvraag) -> None:
    traject.aanvraag = als_json(aanvraag)
    traject.versie += 1
    traject.save(update_fields=["aanvraag", "versie"])


def _sluit(actor: Actor, dossier: "Dossier", handeling_: Handeling) -> None:
    rond_af(actor, dossier, deel=Deel.WERKAANPASSING, handeling=handeling_, beoordeel=False)

"""Asking who supplied something to correct it (article 16 of the GDPR), and the answer to that."""

from uuid import UUID

from django.utils.translation import gettext as _

from poortnormen.feiten import FEITEN
from poortwijzer.accounts.gasten import MEESTE_TEKENS
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import NietGevonden
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.keuzes import Correctieantwoord
from poortwijzer.dossiers.models import Correctieverzoek, Dossier, Feit
from poortwijzer.dossiers.partijen import WERKGEVER, antwoordt_namens, is_eigen_gegeven
from poortwijzer.dossiers.stukken import stuk_van
from poortwijzer.lib.datums import gettext
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


@handeling
def vraag_correctie(
    *, dossier: Dossier, actor: Actor, verzoek: str, feit_id: UUID | None = None, stuk_id: UUID | None = None
) -> Correctieverzoek:
    """Ask for a correction of a fact or a frozen document that another party supplied; give exactly one of the two.

    Raises:
        NietGevonden, GeenToegang: see `access`; also a fact or a document of another dossier.
        Invoerfout: it is the employee's own, a draft, or it is not said what is wrong.
    """
    dossier = open_voor(actor, dossier, deel=Deel.CORRECTIES, handeling=Handeling.CORRECTIE_VRAGEN)
    if not 0 < len(verzoek.strip()) <= MEESTE_TEKENS:
        melding = _("Schrijf op wat er niet klopt, in hoogstens %(aantal)s tekens.")
        raise Invoerfout("verzoek", melding % {"aantal": MEESTE_TEKENS})
    gever, wat = _over_feit(actor, dossier, feit_id) if feit_id else _over_stuk(actor, dossier, stuk_id or UUID(int=0))
    gemaakt = Correctieverzoek.objects.create(
        dossier=dossier,
        feit_id=feit_id,
        stuk_id=stuk_id,
        gericht_aan=gever,
        wat=wat,
        verzoek=verzoek.strip(),
        gevraagd_door_id=actor.gebruiker_id,
        gevraagd_op=nu(),
    )
    _sluit(actor, dossier, gemaakt, Handeling.CORRECTIE_VRAGEN)
    return gemaakt


@handeling
def beantwoord_correctie(
    *, dossier: Dossier, actor: Actor, verzoek_id: UUID, antwoord: Correctieantwoord, toelichting: str
) -> None:
    """Answer a request that was sent to the actor's party; the correction itself is a new version.

    Raises:
        NietGevonden, GeenToegang: see `access`; also a request to another party.
        Invoerfout: it was answered already, or the answer does not say why.
    """
    dossier = open_voor(actor, dossier, deel=Deel.CORRECTIES, handeling=Handeling.CORRECTIE_BEANTWOORDEN)
    verzoek = verzoek_voor(actor, dossier, verzoek_id)
    if verzoek.antwoord:
        raise Invoerfout("antwoord", _("Dit verzoek is al beantwoord."))
    if not 0 < len(toelichting.strip()) <= MEESTE_TEKENS:
        melding = _("Leg uw antwoord uit, in hoogstens %(aantal)s tekens.")
        raise Invoerfout("toelichting", melding % {"aantal": MEESTE_TEKENS})
    verzoek.antwoord, verzoek.toelichting = antwoord, toelichting.strip()
    verzoek.beantwoord_door_id, verzoek.beantwoord_op = actor.gebruiker_id, nu()
    verzoek.save(update_fields=["antwoord", "toelichting", "beantwoord_door", "beantwoord_op"])
    _sluit(actor, dossier, verzoek, Handeling.CORRECTIE_BEANTWOORDEN)


def verzoek_voor(actor: Actor, dossier: Dossier, verzoek_id: UUID) -> Correctieverzoek:
    """Give a request that this actor answers; raises NietGevonden when there is none for his party."""
    verzoek = Correctieverzoek.objects.filter(dossier=dossier, pk=verzoek_id).first()
    if verzoek is None or not antwoordt_namens(actor.rol, verzoek.gericht_aan):
        raise NietGevonden(
            Weigering(
                actor=actor,
                deel=Deel.CORRECTIES,
                handeling=Handeling.CORRECTIE_BEANTWOORDEN,
                dossier_id=dossier.pk,
                reden="verzoek bestaat niet",
            )
        )
    return verzoek


def _over_feit(actor: Actor, dossier: Dossier, feit_id: UUID) -> tuple[str, str]:
    """Give who supplied the fact, and its name in words."""
    feit = Feit.objects.filter(dossier=dossier, pk=feit_id).first()
    if feit is None:
        raise Invoerfout("feit_id", _("Dit gegeven hoort niet bij dit dossier."))
    door_werknemer = feit.vastgelegd_door_id == actor.gebruiker_id
    if is_eigen_gegeven(actor.rol, feit.gever, door_werknemer=door_werknemer):
        raise Invoerfout("verzoek", _("Dit gaf u zelf. U kunt het zelf verbeteren, op het blad Gegevens."))
    return feit.gever, gettext(FEITEN[feit.naam].vraag) if feit.naam in FEITEN else feit.naam


def _over_stuk(actor: Actor, dossier: Dossier, stuk_id: UUID) -> tuple[str, str]:
    """Give whose document it is, and its title."""
    stuk = stuk_van(actor, dossier, stuk_id, Handeling.CORRECTIE_VRAGEN)
    if not stuk.is_definitief:
        raise Invoerfout("verzoek", _("Dit stuk is nog een concept. Het kan nog veranderen."))
    rol = Rol(stuk.vastgesteld_als)
    if rol is actor.rol:
        raise Invoerfout("verzoek", _("Dit stuk is van uzelf. Maak er een nieuwe versie van."))
    return rol.partij or WERKGEVER, gettext(stuk.vorm.titel)


def _sluit(actor: Actor, dossier: Dossier, verzoek: Correctieverzoek, handeling_: Handeling) -> None:
    doel = f"{verzoek.pk} {verzoek.antwoord}".strip()
    rond_af(actor, dossier, deel=Deel.CORRECTIES, handeling=handeling_, doel=doel, beoordeel=False)

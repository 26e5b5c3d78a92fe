"""Consent per item: asking for it, and giving, refusing and withdrawing it. Each is one row that stays."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from poortwijzer.accounts.gasten import MEESTE_TEKENS, sluit_links_met
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import GeenToegang, NietGevonden
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.bevestiging import bevestigd_door
from poortwijzer.dossiers.models import Dossier, Toestemming, Toestemmingskeuze
from poortwijzer.dossiers.stukken import stuk_van
from poortwijzer.dossiers.toestemmingen import laatste_keuze
from poortwijzer.dossiers.toestemmingsgevolgen import stop_wat_erop_rust
from poortwijzer.lib.datums import datum, gettext
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.gasten import Gastdoel, mag_gast_uitnodigen
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import TEKSTVERSIE, Keuze, Toestemmingsdoel, Wijze, mag_vragen, tekst_van

LANGSTE_NAAM = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemmingsverzoek:
    """What is asked: for whom, about what. `onderwerp_id` names the document or item; of a document it says it all."""

    doel: Toestemmingsdoel
    aan: str
    onderwerp: str = ""
    onderwerp_id: UUID | None = None

    @property
    def is_medisch(self) -> bool:
        """Whether its words belong to the medical part: what is asked of the treating sector."""
        return self.doel is Toestemmingsdoel.BEHANDELAAR_VRAGEN


@handeling
def vraag_toestemming(*, dossier: Dossier, actor: Actor, verzoek: Toestemmingsverzoek) -> Toestemming:
    """Ask the employee to agree to one thing for one receiver. Nothing may happen before there is an answer.

    Raises:
        NietGevonden, GeenToegang: see `access`; also a purpose that this role may not ask for, or a document that this
            role may not let others read.
        Invoerfout: it is not said for whom, or not what exactly, or the document is a draft.
    """
    dossier = open_voor(actor, dossier, deel=Deel.TOESTEMMINGEN, handeling=Handeling.TOESTEMMING_VRAGEN)
    if actor.organisatie_id is None or not mag_vragen(actor.rol, verzoek.doel):
        raise GeenToegang(_weigering(actor, dossier, Handeling.TOESTEMMING_VRAGEN, "doel buiten het beleid"))
    aan, (deel, onderwerp) = verzoek.aan.strip(), _onderwerp(actor, dossier, verzoek)
    if not 0 < len(aan) <= LANGSTE_NAAM:
        raise Invoerfout("aan", _("Vul in wie het is, in hoogstens %(aantal)s tekens.") % {"aantal": LANGSTE_NAAM})
    is_medisch = verzoek.doel is Toestemmingsdoel.BEHANDELAAR_VRAGEN
    toestemming = Toestemming.objects.create(
        dossier=dossier,
        eigenaar_id=actor.organisatie_id if is_medisch else dossier.werkgever_id,
        doel=verzoek.doel,
        deel=deel,
        onderwerp_id=verzoek.onderwerp_id,
        aan=aan,
        onderwerp=onderwerp,
        tekst=tekst_van(verzoek.doel, rol=actor.rol, aan=aan),
        tekstversie=TEKSTVERSIE,
        rol=actor.rol,
        organisatie_id=actor.organisatie_id,
        gevraagd_door_id=actor.gebruiker_id,
        gevraagd_op=nu(),
    )
    _sluit(actor, dossier, toestemming, Handeling.TOESTEMMING_VRAGEN, verzoek.doel)
    return toestemming


@handeling
def beantwoord_toestemming(*, dossier: Dossier, actor: Actor, toestemming_id: UUID, keuze: Keuze) -> None:
    """Record what the employee says, himself. What rests on a consent stops in this same transaction.

    Raises:
        NietGevonden, GeenToegang: see `access`; also a consent of another dossier.
        Invoerfout: it says already so, or there is nothing to withdraw.
    """
    dossier = open_voor(actor, dossier, deel=Deel.TOESTEMMINGEN, handeling=Handeling.TOESTEMMING_BEANTWOORDEN)
    toestemming = _toestemming(actor, dossier, toestemming_id, Handeling.TOESTEMMING_BEANTWOORDEN)
    _leg_vast(actor, dossier, toestemming, keuze, None, Handeling.TOESTEMMING_BEANTWOORDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Genoteerd:
    """What somebody noted for the employee: what, how it was said, on which day, and where the paper is."""

    keuze: Keuze
    wijze: Wijze
    gezegd_op: date
    vindplaats: str = ""


@handeling
def noteer_toestemming(*, dossier: Dossier, actor: Actor, toestemming_id: UUID, genoteerd: Genoteerd) -> None:
    """Record what an employee without an own account said to who asked; with one the employee answers himself.

    A yes must be on paper; no and "no more" may also be said. The employee is asked whether it is right once there is
    an account. Only the bedrijfsarts asks about the treatment, so what the employer notes opens nothing medical.

    Raises:
        NietGevonden, GeenToegang: see `access`; also a consent that another role or organisation asked for.
        Invoerfout: the employee has a confirmed account, a yes is not on paper, the day is to come, it says already so,
            or there is nothing to withdraw.
    """
    dossier = open_voor(actor, dossier, deel=Deel.TOESTEMMINGEN, handeling=Handeling.TOESTEMMING_VRAGEN)
    toestemming = _toestemming(actor, dossier, toestemming_id, Handeling.TOESTEMMING_VRAGEN)
    gebruiker_id = dossier.werknemer.gebruiker_id
    heeft_account = gebruiker_id is not None and bool(bevestigd_door(dossier.werknemer_id, gebruiker_id))
    if genoteerd.wijze is Wijze.ZELF or heeft_account:
        raise Invoerfout("wijze", _("De werknemer heeft een account en antwoordt zelf."))
    if genoteerd.keuze is Keuze.GEGEVEN and genoteerd.wijze is not Wijze.SCHRIFTELIJK:
        raise Invoerfout("wijze", _("Een ja moet op papier staan. Laat de werknemer tekenen."))
    if genoteerd.wijze is Wijze.SCHRIFTELIJK and not genoteerd.vindplaats.strip():
        raise Invoerfout("vindplaats", _("Schrijf op waar het papier ligt."))
    if genoteerd.gezegd_op > vandaag():
        raise Invoerfout("gezegd_op", _("Deze dag moet nog komen. Kies de dag waarop het was."))
    _leg_vast(actor, dossier, toestemming, genoteerd.keuze, genoteerd, Handeling.TOESTEMMING_VRAGEN)


def is_van(actor: Actor, toestemming: Toestemming) -> bool:
    """Tell whether the actor sees this consent: the employee every one, others what their side asked for."""
    if actor.rol is Rol.WERKNEMER:
        return True
    return (toestemming.rol, toestemming.organisatie_id) == (actor.rol, actor.organisatie_id)


def _onderwerp(actor: Actor, dossier: Dossier, verzoek: Toestemmingsverzoek) -> tuple[str, str]:
    """Give the kind of document and what exactly is asked, in words."""
    if verzoek.doel is not Toestemmingsdoel.STUK_DELEN:
        onderwerp = verzoek.onderwerp.strip()
        if not 0 < len(onderwerp) <= MEESTE_TEKENS:
            melding = _("Schrijf op waar het om gaat, in hoogstens %(aantal)s tekens.")
            raise Invoerfout("onderwerp", melding % {"aantal": MEESTE_TEKENS})
        return "", onderwerp
    if verzoek.onderwerp_id is None:
        raise Invoerfout("wat", _("Kies het document."))
    stuk = stuk_van(actor, dossier, verzoek.onderwerp_id, Handeling.TOESTEMMING_VRAGEN)
    if not mag_gast_uitnodigen(actor.rol, Gastdoel.STUK_INZIEN, Deel(stuk.soort)):
        raise GeenToegang(_weigering(actor, dossier, Handeling.TOESTEMMING_VRAGEN, "stuk buiten het beleid"))
    if not stuk.is_definitief or stuk.opgesteld_op is None:
        raise Invoerfout("wat", _("Alleen een vastgesteld stuk kan een gast lezen."))
    return stuk.soort, f"{gettext(stuk.vorm.titel)} ({datum(stuk.opgesteld_op)})"


def _toestemming(actor: Actor, dossier: Dossier, toestemming_id: UUID, handeling_: Handeling) -> Toestemming:
    gevonden = Toestemming.objects.filter(dossier=dossier, pk=toestemming_id).first()
    if gevonden is None or not is_van(actor, gevonden):
        raise NietGevonden(_weigering(actor, dossier, handeling_, "toestemming bestaat niet"))
    return gevonden


def _leg_vast(  # noqa: PLR0913, PLR0917  # one answer: who, where, what, how
    actor: Actor,
    dossier: Dossier,
    toestemming: Toestemming,
    keuze: Keuze,
    genoteerd: Genoteerd | None,
    handeling_: Handeling,
) -> None:
    laatste = laatste_keuze(toestemming.pk)
    nu_geldt = None if laatste is None else Keuze(laatste.keuze)
    # The employee says it himself now: that is another answer than what somebody noted.
    is_bevestiging = genoteerd is None and laatste is not None and laatste.wijze != Wijze.ZELF
    is_hetzelfde = nu_geldt is keuze and not is_bevestiging
    if is_hetzelfde or (keuze is Keuze.INGETROKKEN and nu_geldt is not Keuze.GEGEVEN):
        raise Invoerfout("keuze", _("Dit staat er al zo. Er is niets veranderd."))
    if keuze is Keuze.GEWEIGERD and nu_geldt is Keuze.GEGEVEN:
        keuze = Keuze.INGETROKKEN
    Toestemmingskeuze.objects.create(
        dossier=dossier,
        toestemming=toestemming,
        keuze=keuze,
        wijze=Wijze.ZELF if genoteerd is None else genoteerd.wijze,
        door_id=actor.gebruiker_id,
        op=nu(),
        gezegd_op=None if genoteerd is None else genoteerd.gezegd_op,
        vindplaats=None if genoteerd is None else genoteerd.vindplaats.strip(),
    )
    if keuze is not Keuze.GEGEVEN:
        sluit_links_met(toestemming.pk)
        stop_wat_erop_rust(toestemming)
    _sluit(actor, dossier, toestemming, handeling_, keuze)


def _sluit(actor: Actor, dossier: Dossier, toestemming: Toestemming, handeling_: Handeling, doel: str) -> None:
    rond_af(
        actor,
        dossier,
        deel=Deel.TOESTEMMINGEN,
        handeling=handeling_,
        doel=doel,
        beoordeel=False,
        toestemming_id=toestemming.pk,
    )


def _weigering(actor: Actor, dossier: Dossier, handeling_: Handeling, reden: str) -> Weigering:
    return Weigering(actor=actor, deel=Deel.TOESTEMMINGEN, handeling=handeling_, dossier_id=dossier.pk, reden=reden)

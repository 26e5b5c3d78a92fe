"""Give a visitor without account a link, and withdraw it."""

from uuid import UUID

from django.utils.translation import gettext as _

from poortwijzer.accounts.gasten import MEESTE_TEKENS, Gastverzoek, maak_gastlink, trek_gastlink_in
from poortwijzer.accounts.weigeringen import Weigering
from poortwijzer.dossiers.access import GeenToegang
from poortwijzer.dossiers.actions.kader import Invoerfout, handeling, open_voor, rond_af
from poortwijzer.dossiers.actions.toestemming import is_van
from poortwijzer.dossiers.models import Dossier
from poortwijzer.dossiers.stukken import stuk_van
from poortwijzer.dossiers.toestemmingen import geldende
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.gasten import GELDIG_HOOGSTENS, Gastdoel, mag_gast_uitnodigen
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Toestemmingsdoel, nodig_voor_gast


@handeling
def geef_gastlink(*, dossier: Dossier, actor: Actor, verzoek: Gastverzoek) -> str:
    """Make a link for one visitor and one purpose, and give its secret, to be shown once.

    Without the employee's own consent to this very thing, in force now, nobody but the employee gives a link. A
    document must be frozen; what the visitor reads of it is what the actor's role reads.

    Raises:
        NietGevonden, GeenToegang: see `access`; also a purpose or a part that this role may not give.
        Invoerfout: no such consent, or one to something else; no name, a question that is missing or too long, or
            a document that is a draft.
    """
    dossier = open_voor(actor, dossier, deel=Deel.GASTEN, handeling=Handeling.GAST_UITNODIGEN)
    if not mag_gast_uitnodigen(actor.rol, verzoek.doel, verzoek.deel):
        raise GeenToegang(
            Weigering(
                actor=actor,
                deel=verzoek.deel,
                handeling=Handeling.GAST_UITNODIGEN,
                dossier_id=dossier.pk,
                reden="doel buiten het beleid",
            )
        )
    _controleer(actor, dossier, verzoek)
    is_vraag = verzoek.doel is Gastdoel.INFORMATIE_AANLEVEREN
    eigenaar_id = actor.organisatie_id if is_vraag and actor.organisatie_id else dossier.werkgever_id
    link_id, token = maak_gastlink(actor=actor, dossier_id=dossier.pk, eigenaar_id=eigenaar_id, verzoek=verzoek)
    doel = f"{verzoek.doel} {link_id}"
    rond_af(
        actor,
        dossier,
        deel=verzoek.deel,
        handeling=Handeling.GAST_UITNODIGEN,
        doel=doel,
        beoordeel=False,
        toestemming_id=verzoek.toestemming_id,
    )
    return token


@handeling
def trek_gasttoegang_in(*, dossier: Dossier, actor: Actor, link_id: UUID) -> None:
    """Close a link at once: the employee any, another only those given in the own role.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: there is no such open link.
    """
    dossier = open_voor(actor, dossier, deel=Deel.GASTEN, handeling=Handeling.GAST_INTREKKEN)
    if not trek_gastlink_in(dossier.pk, link_id, van_rol=zichtbaar_van(actor)):
        raise Invoerfout("link", _("Deze link werkt al niet meer."))
    doel = str(link_id)
    rond_af(actor, dossier, deel=Deel.GASTEN, handeling=Handeling.GAST_INTREKKEN, doel=doel, beoordeel=False)


def zichtbaar_van(actor: Actor) -> Rol | None:
    """Give the role whose links this actor sees; None for the employee, who sees them all."""
    return None if actor.rol is Rol.WERKNEMER else actor.rol


def _controleer(actor: Actor, dossier: Dossier, verzoek: Gastverzoek) -> None:
    nodig = nodig_voor_gast(actor.rol, verzoek.doel)
    if nodig is not None and not _is_toegestaan(actor, dossier, verzoek, nodig):
        raise Invoerfout("toestemming", _("Vraag eerst toestemming aan de werknemer."))
    if not verzoek.gast.strip():
        raise Invoerfout("gast", _("Vul in voor wie de link is."))
    if not verzoek.geldig or verzoek.geldig > GELDIG_HOOGSTENS:
        raise Invoerfout("dagen", _("Kies hoogstens %(dagen)s dagen.") % {"dagen": GELDIG_HOOGSTENS.days})
    if verzoek.stuk_id is None:
        if not 0 < len(verzoek.vraag.strip()) <= MEESTE_TEKENS:
            raise Invoerfout(
                "vraag", _("Schrijf uw vraag op, in hoogstens %(aantal)s tekens.") % {"aantal": MEESTE_TEKENS}
            )
        return
    stuk = stuk_van(actor, dossier, verzoek.stuk_id, Handeling.GAST_UITNODIGEN)
    if not stuk.is_definitief or Deel(stuk.soort) is not verzoek.deel:
        raise Invoerfout("stuk", _("Alleen een vastgesteld stuk kan een gast lezen."))


def _is_toegestaan(actor: Actor, dossier: Dossier, verzoek: Gastverzoek, nodig: Toestemmingsdoel) -> bool:
    """Tell whether the employee agreed to this very thing: this receiver, and this question or this document."""
    if verzoek.toestemming_id is None:
        return False
    toestemming = geldende(dossier.pk, nodig).filter(pk=verzoek.toestemming_id).first()
    if toestemming is None or not is_van(actor, toestemming) or toestemming.aan != verzoek.gast.strip():
        return False
    if verzoek.stuk_id is None:
        return toestemming.onderwerp == verzoek.vraag.strip()
    return toestemming.onderwerp_id == verzoek.stuk_id

"""Sending something to the bedrijfsarts: it goes into the medical record, and the sender cannot read it back."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from poortwijzer.dossiers.actions import Invoerfout
from poortwijzer.dossiers.actions.kader import handeling, open_voor, rond_af
from poortwijzer.dossiers.queries.betrokkenen import organisatie_met_rol
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.eigendom import eigenaar_nu
from poortwijzer.medisch.models import Medischeregel
from poortwijzer.medisch.regel import MEESTE_TEKENS, Regel, Regelsoort
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


@handeling
def stuur_in(*, dossier: "Dossier", actor: Actor, tekst: str) -> None:
    """Put a text in the medical record, as sent by this actor; on the employer's side nothing of it is kept.

    Raises:
        NietGevonden, GeenToegang: see `access`.
        Invoerfout: there is no text or too much, or no bedrijfsarts has a role on this dossier yet.
    """
    dossier = open_voor(actor, dossier, deel=Deel.AAN_BEDRIJFSARTS, handeling=Handeling.INSTUREN)
    if not 0 < len(tekst.strip()) <= MEESTE_TEKENS:
        raise Invoerfout("tekst", _("Schrijf een tekst, van hoogstens %(aantal)s tekens.") % {"aantal": MEESTE_TEKENS})
    regel = Regel(soort=Regelsoort.INGESTUURD, op=vandaag(), tekst=tekst.strip())
    rij = Medischeregel.objects.create(
        dossier=dossier,
        eigenaar_id=_eigenaar(dossier, actor),
        inhoud=regel.als_json(),
        rol=actor.rol,
        created_by_id=actor.gebruiker_id,
        verantwoordelijke_id=dossier.verantwoordelijke_id,
    )
    doel = str(rij.pk)
    rond_af(actor, dossier, deel=Deel.AAN_BEDRIJFSARTS, handeling=Handeling.INSTUREN, doel=doel, beoordeel=False)


def _eigenaar(dossier: "Dossier", actor: Actor) -> UUID:
    """Give who owns the medical record: who did before, else the organisation of the bedrijfsarts on this dossier."""
    eerder = Medischeregel.objects.filter(dossier=dossier).order_by("created_at").first()
    if eerder is not None:
        return eigenaar_nu(dossier.pk, eerder.eigenaar_id)
    if actor.rol is Rol.BEDRIJFSARTS and actor.organisatie_id is not None:
        return actor.organisatie_id
    eigenaar = organisatie_met_rol(dossier, Rol.BEDRIJFSARTS)
    if eigenaar is None:
        melding = _("Er is nog geen bedrijfsarts bij dit dossier. Laat de arbodienst er een toevoegen.")
        raise Invoerfout("tekst", melding)
    return eigenaar

"""End somebody's role at once."""

from uuid import UUID

from poortwijzer import audit
from poortwijzer.accounts.afmelden import neem_rol_af
from poortwijzer.accounts.models import Rolvervulling
from poortwijzer.accounts.sessies import beeindig_sessies
from poortwijzer.accounts.weigeringen import Geweigerd, Weigering, handeling
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import uit_te_nodigen
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


@handeling
def beeindig_rol(*, actor: Actor, rolvervulling_id: UUID) -> None:
    """Let a role at the actor's organisation not run from today on, and end the sessions of that person.

    The open invitations that would give it back stop working too.

    Also a role that an organisation of this kind does not have: it opens nothing, and could come back later.

    Raises Geweigerd when it is no running role there, a role that the actor does not manage, or one's own.
    """
    vervulling = (
        Rolvervulling.objects.te_beeindigen(vandaag())
        .select_for_update(of=("self",))
        .filter(pk=rolvervulling_id, organisatie=actor.organisatie_id)
        .exclude(gebruiker=actor.gebruiker_id)
        .first()
    )
    is_beheerd = vervulling is not None and Rol(vervulling.rol) in uit_te_nodigen(actor.rol)
    if vervulling is None or vervulling.organisatie_id is None or not is_beheerd:
        raise Geweigerd(
            Weigering(actor=actor, deel=Deel.MEDEWERKERS, handeling=Handeling.ROL_BEEINDIGEN, reden="rol niet beheerd")
        )
    neem_rol_af(gebruiker_id=vervulling.gebruiker_id, rol=Rol(vervulling.rol), organisatie_id=vervulling.organisatie_id)
    beeindig_sessies(gebruiker_id=vervulling.gebruiker_id)
    audit.record(
        handeling=Handeling.ROL_BEEINDIGEN,
        actor=actor,
        dossier_id=None,
        onderdeel=Deel.MEDEWERKERS,
        doel=f"{vervulling.rol} van {vervulling.gebruiker_id}",
    )

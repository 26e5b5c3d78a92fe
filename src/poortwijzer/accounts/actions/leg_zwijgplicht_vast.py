"""Record what binds somebody of the own employer to secrecy."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.geheimhouding import te_verplichten
from poortwijzer.accounts.models import Rolvervulling
from poortwijzer.accounts.weigeringen import Geweigerd, Weigering, handeling
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.diensten import Geheimhoudingsgrond


@handeling
def leg_zwijgplicht_vast(
    *, actor: Actor, rolvervulling_id: UUID, grond: Geheimhoudingsgrond, op: date
) -> Rolvervulling:
    """Record since which day and by what (office, profession, law, agreement) this role at the employer is secret.

    It opens and closes nothing. Done again, the last one counts; the log keeps the one of before.

    Raises:
        Geweigerd: no running role at the actor's employer that reads of dossiers, that the actor manages and that is
            not the own.
        ValidationError: the day lies ahead: what is not signed yet binds nobody.
    """
    rij = te_verplichten(actor).select_for_update(of=("self",)).filter(pk=rolvervulling_id).first()
    if rij is None:
        handeling_ = Handeling.ZWIJGPLICHT_VASTLEGGEN
        raise Geweigerd(Weigering(actor=actor, deel=Deel.MEDEWERKERS, handeling=handeling_, reden="rol niet beheerd"))
    if op > vandaag():
        raise ValidationError({"op": _("Vul de dag in waarop de geheimhouding is vastgelegd.")})
    rij.geheimhouding, rij.geheimhouding_op = grond, op
    rij.save(update_fields=["geheimhouding", "geheimhouding_op"])
    audit.record(
        handeling=Handeling.ZWIJGPLICHT_VASTLEGGEN,
        actor=actor,
        dossier_id=None,
        onderdeel=Deel.MEDEWERKERS,
        doel=f"{rij.rol} van {rij.gebruiker_id}: {grond} {op.isoformat()}",
    )
    return rij

"""Record how the organisation that answers for the data can be reached."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.contact import Contact
from poortwijzer.accounts.models import Organisatie
from poortwijzer.accounts.weigeringen import Geweigerd, Weigering, handeling
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling


@handeling
def leg_contact_vast(*, actor: Actor, gegevens: Contact) -> Organisatie:
    """Let the actor's organisation be reached there; the register of processing shows it (AVG, article 30).

    Raises:
        Geweigerd: this role may not.
        ValidationError: no address, or an e-mail address that cannot be one.
    """
    if actor.organisatie_id is None or not mag(actor.rol, Handeling.CONTACT_VASTLEGGEN, Deel.VERWERKINGEN):
        raise Geweigerd(
            Weigering(
                actor=actor, deel=Deel.VERWERKINGEN, handeling=Handeling.CONTACT_VASTLEGGEN, reden="buiten de rol"
            )
        )
    if not gegevens.adres.strip():
        raise ValidationError({"adres": _("Vul het postadres in.")})
    try:
        validate_email(gegevens.email.strip())
    except ValidationError as fout:
        raise ValidationError({"email": _("Dit is geen e-mailadres. Kijk het na.")}) from fout
    organisatie = Organisatie.objects.select_for_update().get(pk=actor.organisatie_id)
    organisatie.adres = " ".join(gegevens.adres.split())
    organisatie.email, organisatie.telefoon = gegevens.email.strip(), gegevens.telefoon.strip()
    organisatie.save(update_fields=["adres", "email", "telefoon"])
    audit.record(
        handeling=Handeling.CONTACT_VASTLEGGEN, actor=actor, dossier_id=None, onderdeel=Deel.VERWERKINGEN, rol=actor.rol
    )
    return organisatie

"""Begin an organisation: it, and the invitation of its first person. From then on its own people invite."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from poortwijzer import audit
from poortwijzer.accounts.actions.nodig_uit import GELDIG, hash_van_token
from poortwijzer.accounts.models import Organisatie, Uitnodiging
from poortwijzer.lib.klok import nu
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.organisaties import Organisatiesoort
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """The organisation, the token of the invitation of its first person, and until when that works."""

    organisatie: Organisatie
    token: str
    geldig_tot: datetime


@transaction.atomic
def begin_organisatie(*, naam: str, soort: str, email: str, naam_beheerder: str) -> Begin:
    """Make an organisation and invite its beheerder. Only whoever runs the installation can: no role does this.

    Of the token only a hash is kept: who calls this hands it over. Run again for an organisation in which nobody has
    a role yet, it makes a new invitation and the earlier one stops working.

    Raises:
        ValidationError: by field (`naam`, `soort`, `email`, `naam_beheerder`): empty, unknown, or an organisation of
            this name has people already.
    """
    naam, email, naam_beheerder = naam.strip(), email.strip().lower(), naam_beheerder.strip()
    _controleer(naam, soort, email, naam_beheerder)
    organisatie = Organisatie.objects.filter(naam__iexact=naam, soort=soort).first()
    if organisatie is None:
        organisatie = Organisatie.objects.create(naam=naam, soort=soort)
    elif organisatie.rolvervullingen.exists():
        raise ValidationError({"naam": _("Deze organisatie heeft al mensen. Haar beheerder nodigt de volgende uit.")})
    nu_ = nu()
    organisatie.uitnodigingen.filter(used_at=None, expires_at__gt=nu_).update(expires_at=nu_)
    token = secrets.token_urlsafe(32)
    Uitnodiging.objects.create(
        token_hash=hash_van_token(token),
        email=email,
        naam=naam_beheerder,
        rol=Rol.BEHEERDER,
        organisatie=organisatie,
        created_by=None,
        created_at=nu_,
        expires_at=nu_ + GELDIG,
    )
    audit.record(
        handeling=Handeling.UITNODIGEN,
        actor=None,
        dossier_id=None,
        onderdeel=Deel.MEDEWERKERS,
        doel=f"organisatie:{organisatie.pk} rol:{Rol.BEHEERDER}",
    )
    return Begin(organisatie=organisatie, token=token, geldig_tot=nu_ + GELDIG)


def _controleer(naam: str, soort: str, email: str, naam_beheerder: str) -> None:
    fouten: dict[str, str] = {}
    if not naam:
        fouten["naam"] = _("Vul de naam van de organisatie in.")
    if soort not in list(Organisatiesoort):
        fouten["soort"] = _("Kies uit %(soorten)s.") % {"soorten": ", ".join(Organisatiesoort)}
    if not naam_beheerder:
        fouten["naam_beheerder"] = _("Vul de naam van de beheerder in.")
    try:
        validate_email(email)
    except ValidationError:
        fouten["email"] = _("Dit is geen e-mailadres.")
    if fouten:
        raise ValidationError(fouten)

"""What happens to an account and matters here.

Without the second step of before, whose it is is proved again. Who works for the bedrijfsarts on a dossier of an
employer does not get a role of that employer's side.
"""

from typing import Any
from uuid import UUID

from django.dispatch import receiver
from django.utils.translation import gettext as _

from poortwijzer.accounts.actions.geef_rol import RolKanNiet, rol_wordt_gegeven
from poortwijzer.accounts.actions.herstel_tweede_stap import tweede_stap_hersteld
from poortwijzer.dossiers.bevestiging import vergeet_bevestigingen
from poortwijzer.dossiers.scheiding import NIET_VOOR_WERKGEVER, aan_andere_kant
from poortwijzer.slot.wie import werk
from poortwijzer.toegang.rollen import Rol


@receiver(tweede_stap_hersteld)
def _begin_opnieuw(gebruiker_id: UUID, **_anders: Any) -> None:
    vergeet_bevestigingen(gebruiker_id)


@receiver(rol_wordt_gegeven)
@werk("rol geven")
def _houd_muur_dicht(gebruiker_id: UUID, rol: Rol, organisatie_id: UUID, **_anders: Any) -> None:
    """At the employer itself only: elsewhere such a role says nothing of these dossiers. Raises RolKanNiet."""
    if rol not in NIET_VOOR_WERKGEVER and aan_andere_kant(gebruiker_id, rol).filter(werkgever=organisatie_id).exists():
        raise RolKanNiet(
            _(
                "U werkt in een dossier van deze werkgever voor de bedrijfsarts of als procesbegeleider, en ziet daar "
                "wat de werkgever niet ziet. Dat gaat niet samen met deze rol. Vraag de werkgever om een ander voor "
                "deze rol, of draag eerst uw dossiers daar over. De uitnodiging blijft zolang geldig."
            )
        )

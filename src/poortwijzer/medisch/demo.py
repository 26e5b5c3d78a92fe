"""Invented medical notes for the demo, written by its bedrijfsarts. Never outside the demo."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from poortwijzer.accounts import demo as accounts_demo
from poortwijzer.dossiers.access import bereikbaar
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.actions import leg_medisch_vast
from poortwijzer.medisch.models import Medischeregel
from poortwijzer.medisch.regel import Regel, Regelsoort, Wijze
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

# How many days ago, and what. All invented.
_NOTITIES = (
    (
        21,
        Regelsoort.CONSULT,
        "Verzonnen voorbeeld. De werknemer vertelt over rugpijn na langer staan. Zitten gaat een uur achter elkaar.",
    ),
    (20, Regelsoort.BEHANDELING, "Verzonnen voorbeeld. Twee keer per week fysiotherapie, nog zes weken."),
    (7, Regelsoort.PROGNOSE, "Verzonnen voorbeeld. Herstel wordt verwacht. Over zes weken opnieuw bekijken."),
)
_DOSSIERS = ("katja-nu", "receptioniste")


def laad() -> int:
    """Write the notes in the dossiers of the demo that have none yet, and give in how many.

    Raises ImproperlyConfigured outside the demo.
    """
    if not settings.POORTWIJZER_DEMO:
        raise ImproperlyConfigured("Demo notes exist only where POORTWIJZER_DEMO is on.")
    persoon = next(persoon for persoon in accounts_demo.PERSONEN if persoon.rol is Rol.BEDRIJFSARTS)
    arts = Actor(gebruiker_id=persoon.id, rol=persoon.rol, organisatie_id=persoon.organisatie.id, naam=persoon.naam)
    leeg = bereikbaar(arts).filter(kenmerk__in=_DOSSIERS).exclude(pk__in=Medischeregel.objects.values("dossier"))
    dossiers = list(leeg)
    for dossier in dossiers:
        for dagen, soort, tekst in _NOTITIES:
            regel = Regel(
                soort=soort,
                op=vandaag() - timedelta(days=dagen),
                tekst=tekst,
                wijze=Wijze.SPREEKUUR if soort is Regelsoort.CONSULT else None,
            )
            leg_medisch_vast(dossier=dossier, actor=arts, regel=regel)
    return len(dossiers)

"""A document of a dossier on paper, as a role may read it."""

from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from poortwijzer.documenten.gegevens import Partij, Stukgegevens
from poortwijzer.dossiers.models import Dossier
from poortwijzer.formulieren.models import Formulier
from poortwijzer.formulieren.stukken import stukgegevens
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


def drukgegevens(actor: Actor, dossier: Dossier, stuk: Formulier, *, tot: datetime | None = None) -> Stukgegevens:
    """Give what a document shows on paper to this role; with `tot` what the parties had said by that moment."""
    return stukgegevens(
        stuk,
        voor=actor.rol,
        kenmerk=dossier.kenmerk,
        partijen=partijen_van(actor, dossier),
        taal=get_language() or "nl",
        tot=tot,
    )


def partijen_van(actor: Actor, dossier: Dossier) -> tuple[Partij, ...]:
    """Give whose dossier it is and the employer, by the names that this role may know."""
    naam = dossier.werknemer.naam if mag(actor.rol, Handeling.INZIEN, Deel.PERSOON) else dossier.kenmerk
    return (
        Partij(rol=str(Rol.WERKNEMER.label), naam=naam),
        Partij(rol=_("werkgever"), naam=dossier.werkgever.naam),
    )

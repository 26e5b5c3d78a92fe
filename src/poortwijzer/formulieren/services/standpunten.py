"""What the parties say about a frozen document: agree, disagree in own words, seen, or not reached."""

from datetime import datetime

from django.db import transaction

from poortwijzer.formulieren.models import Formulier, Standpunt
from poortwijzer.formulieren.services.fouten import Formulierfout, IsConcept, NietDeGever
from poortwijzer.formulieren.soort import LANGSTE_TEKST
from poortwijzer.lib.datums import gettext
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol


class Standpuntfout(Formulierfout):
    """The statement cannot be recorded like this; the text says what to do."""


@transaction.atomic
def leg_standpunt_vast(
    formulier: Formulier, *, partij: Rol, standpunt: Standpunt.Keuze, eigen_woorden: str = "", door: Actor
) -> Standpunt:
    """Add what `partij` says about a frozen document; what it said before stays.

    The employee may say something about every kind, also one that asks nobody. An own view needs words.
    `niet_bereikbaar` is said by somebody else about the party, and needs a reason in `eigen_woorden`.

    Raises:
        IsConcept: when the document can still change.
        NietDeGever: when this document does not ask that party and it is not the employee, or when a party calls
            itself unreachable.
        Standpuntfout: when a reason is missing or the text is too long.
    """
    if not formulier.is_definitief:
        raise IsConcept
    if partij not in _partijen(formulier):
        raise NietDeGever(gettext("Bij dit stuk vragen wij deze partij niet om een standpunt."))
    woorden = eigen_woorden.strip()
    _controleer(partij, standpunt, woorden, door)
    return Standpunt.objects.create(
        formulier=formulier, partij=partij, standpunt=standpunt, eigen_woorden=woorden, door_id=door.gebruiker_id
    )


def _controleer(partij: Rol, standpunt: Standpunt.Keuze, woorden: str, door: Actor) -> None:
    if len(woorden) > LANGSTE_TEKST:
        raise Standpuntfout(
            gettext("Deze tekst is te lang. Gebruik hoogstens %(aantal)s tekens.") % {"aantal": LANGSTE_TEKST}
        )
    if standpunt == Standpunt.Keuze.ZIENSWIJZE and not woorden:
        raise Standpuntfout(gettext("Schrijf uw zienswijze op, in uw eigen woorden."))
    if standpunt != Standpunt.Keuze.NIET_BEREIKBAAR:
        return
    if door.rol == partij:
        raise NietDeGever(gettext("Wie zelf reageert, is bereikbaar. Kies eens, niet eens of gezien."))
    if not woorden:
        raise Standpuntfout(gettext("Schrijf op waarom iemand niet is bereikt, en wanneer dat is geprobeerd."))


def standpunten_tot(formulier: Formulier, tot: datetime | None = None) -> tuple[Standpunt, ...]:
    """Give what was said about a document, the oldest first; with `tot` only what was said by that moment.

    Without a query when the statements were prefetched.
    """
    rijen = sorted(formulier.standpunten.all(), key=lambda standpunt: (standpunt.op, standpunt.pk))
    return tuple(standpunt for standpunt in rijen if tot is None or standpunt.op <= tot)


def laatste_standpunten(formulier: Formulier, tot: datetime | None = None) -> tuple[Standpunt, ...]:
    """Give the last statement of each party (by `tot`), in the order in which the kind asks them."""
    per_partij = {standpunt.partij: standpunt for standpunt in standpunten_tot(formulier, tot)}
    return tuple(per_partij[rol] for rol in _partijen(formulier) if rol in per_partij)


def _partijen(formulier: Formulier) -> tuple[Rol, ...]:
    """Give who may say something: whom the kind asks, and the employee, about whom it is."""
    return tuple(dict.fromkeys((*formulier.vorm.standpunten_van, Rol.WERKNEMER)))

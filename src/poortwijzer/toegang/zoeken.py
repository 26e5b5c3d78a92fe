"""By which fields a role finds somebody on a list: never by one that it does not see, as a hit tells the value."""

from enum import StrEnum

from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


class Zoekveld(StrEnum):
    """A field that a list can be searched by, named as in the table of who sees which field."""

    KENMERK = "dossier.kenmerk"
    NAAM = "werknemer.naam"
    PERSONEELSNUMMER = "werknemer.personeelsnummer"


def vindbare_rollen(rol: Rol) -> frozenset[Rol]:
    """Give the roles in which a person in `rol` finds people by name in the log of the organisation.

    Of an employee the name would lead to the dossier that he opened, so only where the role sees names of employees.
    """
    return frozenset(Rol) if Zoekveld.NAAM in zoekvelden(rol) else frozenset(Rol) - {Rol.WERKNEMER}


def zoekvelden(rol: Rol) -> frozenset[Zoekveld]:
    """Give the fields by which a person in `rol` searches, in what the role reaches.

    The number of an employee is for who keeps the list of employees, which holds it; a manager or case manager has
    enough at the name.
    """
    if not mag(rol, Handeling.INZIEN, Deel.PERSOON):
        return frozenset({Zoekveld.KENMERK})
    if not mag(rol, Handeling.WERKNEMER_TOEVOEGEN, Deel.MEDEWERKERS):
        return frozenset({Zoekveld.KENMERK, Zoekveld.NAAM})
    return frozenset(Zoekveld)

"""Whom this actor can add to a dossier."""

from collections.abc import Iterator

from poortwijzer.accounts.queries import Persoon, mensen_met_rol
from poortwijzer.dossiers.actions.betrokkenen import TE_GEVEN
from poortwijzer.toegang.rollen import Rol


def toe_te_voegen() -> Iterator[Persoon]:
    """Give the people of each role that is given per dossier, in the order of the roles."""
    for rol in Rol:
        if rol in TE_GEVEN:
            yield from mensen_met_rol(rol=rol)

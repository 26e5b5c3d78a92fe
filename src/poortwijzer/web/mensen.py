"""Whom this actor can add to a dossier."""

from collections.abc import Iterator
from uuid import UUID

from poortwijzer.accounts.contracten import mensen_voor
from poortwijzer.accounts.queries import Persoon
from poortwijzer.dossiers.waarneming import TE_GEVEN
from poortwijzer.toegang.rollen import Rol


def toe_te_voegen(werkgever_id: UUID) -> Iterator[Persoon]:
    """Give the people of each role that is given per dossier, of the employer itself and under its contracts."""
    for rol in Rol:
        if rol in TE_GEVEN:
            yield from mensen_voor(werkgever_id, rol)

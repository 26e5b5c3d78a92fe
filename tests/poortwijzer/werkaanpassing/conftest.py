"""The three people of a trajectory, and one in which the guide took it on."""

from collections.abc import Callable

import pytest
from trajectwereld import Trajectwereld

from poortwijzer.dossiers.models import Dossier
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def wereld(dossier: Dossier, actor: Callable[[Rol], Actor]) -> Trajectwereld:
    """A trajectory that was asked for, with a guide."""
    wereld = Trajectwereld(dossier=dossier, actor=actor)
    wereld.begin()
    return wereld

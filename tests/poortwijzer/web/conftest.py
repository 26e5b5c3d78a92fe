"""A re-integratieverslag whose front page is frozen, and the same after both parties were asked."""

import pytest
from verslagproef import vast, vraag_beide

from poortwijzer.toegang.rollen import Rol


@pytest.fixture
def voorblad(dossier, actor):
    return vast(dossier, actor(Rol.CASEMANAGER), "reintegratieverslag", aard_bedrijf="Een meubelzaak.")


@pytest.fixture
def gevraagd(dossier, actor, voorblad):
    """Both parties said something."""
    vraag_beide(dossier, actor, voorblad)

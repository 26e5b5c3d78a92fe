"""Which dossiers a role reaches: each condition fulfilled, and the same with only that condition gone."""

from dataclasses import replace

import pytest

from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import Verhouding, bereikt

VREEMDE = Verhouding(is_eigen_dossier=False, is_eigen_organisatie=False, betrokken_als=frozenset())
BETROKKEN_ROLLEN = [
    Rol.LEIDINGGEVENDE,
    Rol.CASEMANAGER,
    Rol.BEDRIJFSARTS,
    Rol.ARBEIDSDESKUNDIGE,
    Rol.PROCESBEGELEIDER,
    Rol.RE_INTEGRATIEBEDRIJF,
    Rol.ARBODIENST,
]


@pytest.mark.parametrize("rol", Rol)
def test_een_vreemde_bereikt_niets(rol: Rol):
    assert not bereikt(rol, VREEMDE)


def test_een_werknemer_bereikt_alleen_het_eigen_dossier():
    assert bereikt(Rol.WERKNEMER, replace(VREEMDE, is_eigen_dossier=True))
    assert not bereikt(Rol.WERKNEMER, replace(VREEMDE, is_eigen_organisatie=True))


@pytest.mark.parametrize("rol", BETROKKEN_ROLLEN)
def test_een_betrokkene_bereikt_het_dossier_in_die_rol_en_in_geen_andere(rol: Rol):
    betrokken = replace(VREEMDE, betrokken_als=frozenset({rol}))
    assert bereikt(rol, betrokken)
    andere = replace(VREEMDE, betrokken_als=frozenset(BETROKKEN_ROLLEN) - {rol})
    assert not bereikt(rol, andere)


@pytest.mark.parametrize("rol", BETROKKEN_ROLLEN)
def test_in_zo_n_rol_blijft_het_eigen_dossier_dicht(rol: Rol):
    betrokken = replace(VREEMDE, betrokken_als=frozenset({rol}))
    assert bereikt(rol, betrokken)
    assert not bereikt(rol, replace(betrokken, is_eigen_dossier=True))


@pytest.mark.parametrize("rol", [Rol.WERKGEVER, Rol.PRIVACY_OFFICER])
def test_binnen_de_eigen_organisatie_maar_niet_over_jezelf(rol: Rol):
    eigen = replace(VREEMDE, is_eigen_organisatie=True)
    assert bereikt(rol, eigen)
    assert not bereikt(rol, replace(eigen, is_eigen_dossier=True))
    assert not bereikt(rol, replace(eigen, is_eigen_organisatie=False))


def test_de_beheerder_bereikt_geen_dossier_hoe_dan_ook():
    alles = Verhouding(is_eigen_dossier=False, is_eigen_organisatie=True, betrokken_als=frozenset(Rol))
    assert bereikt(Rol.WERKGEVER, alles)
    assert not bereikt(Rol.BEHEERDER, alles)
    assert not bereikt(Rol.BEHEERDER, replace(alles, is_eigen_dossier=True))

"""Which dossiers a role reaches; tests/poortwijzer/dossiers proves that the queries keep to it."""

import pytest

from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde


@pytest.mark.parametrize("rol", Rol)
def test_elke_rol_heeft_een_voorwaarde(rol: Rol):
    assert VOORWAARDEN[rol]


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in {Rol.WERKNEMER, Rol.BEHEERDER}])
def test_buiten_de_rol_van_werknemer_blijft_het_eigen_dossier_dicht(rol: Rol):
    assert Voorwaarde.NIET_EIGEN_DOSSIER in VOORWAARDEN[rol]


def test_een_werknemer_bereikt_alleen_het_eigen_dossier():
    assert VOORWAARDEN[Rol.WERKNEMER] == {Voorwaarde.EIGEN_DOSSIER}


def test_de_beheerder_bereikt_geen_dossier():
    assert Voorwaarde.GEEN_DOSSIER in VOORWAARDEN[Rol.BEHEERDER]


def test_alleen_wie_voor_de_werkgever_kijkt_bereikt_meer_dan_waar_hij_bij_betrokken_is():
    ruim = {rol for rol in Rol if Voorwaarde.EIGEN_ORGANISATIE in VOORWAARDEN[rol]}
    assert ruim == {Rol.WERKGEVER, Rol.PRIVACY_OFFICER}

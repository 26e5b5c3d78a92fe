"""The kinds of documents and the policy say the same about who does what."""

import pytest

from poortwijzer.formulieren.register import soorten
from poortwijzer.formulieren.soort import Soort
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling
from poortwijzer.toegang.rollen import Rol

NAMENS_WERKGEVER = {Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE}


def wie_mag(handeling: Handeling, soort: Soort) -> set[Rol]:
    return {rol for rol in Rol if mag(rol, handeling, Deel(soort.soort))}


@pytest.fixture(params=STUKKEN)
def soort(request: pytest.FixtureRequest) -> Soort:
    """Every kind."""
    return soorten()[request.param]


def test_wie_een_vraag_beantwoordt_mag_dat_stuk_invullen_en_verder_niemand(soort: Soort):
    gevers = {gever for veld in soort.velden() for gever in veld.gevers}
    assert gevers == wie_mag(Handeling.STUK_AANVULLEN, soort)


def test_wie_vaststelt_volgens_de_soort_mag_dat_en_verder_niemand(soort: Soort):
    assert set(soort.vaststellers) == wie_mag(Handeling.STUK_VASTSTELLEN, soort)


def test_wie_naar_zijn_standpunt_wordt_gevraagd_mag_reageren(soort: Soort):
    partijen = set(soort.standpunten_van)
    wie = wie_mag(Handeling.STUK_REAGEREN, soort)
    assert partijen <= wie
    namens = NAMENS_WERKGEVER if Rol.WERKGEVER in partijen else set()
    assert wie <= partijen | namens, "nobody reacts for a party that is not asked"


def test_wie_een_antwoord_mag_zien_mag_het_stuk_lezen(soort: Soort):
    zien = {rol for veld in soort.velden() for rol in (*veld.zichtbaar_voor, *veld.gevers)}
    assert zien <= wie_mag(Handeling.INZIEN, soort)


def test_wie_een_stuk_begint_of_vaststelt_kan_erin_schrijven(soort: Soort):
    beginnen = wie_mag(Handeling.STUK_OPSTELLEN, soort) | wie_mag(Handeling.STUK_VASTSTELLEN, soort)
    assert beginnen <= wie_mag(Handeling.STUK_AANVULLEN, soort)

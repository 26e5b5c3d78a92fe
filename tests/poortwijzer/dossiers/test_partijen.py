"""Roles, parties and parts belong together without gaps."""

import importlib
import pkgutil

import pytest

import poortnormen.feiten
from poortnormen.catalogus import catalogus
from poortnormen.feiten import FEITEN, PARTIJEN
from poortwijzer.dossiers.knoppen import te_beantwoorden, voor_moment
from poortwijzer.dossiers.partijen import (
    _BITS,
    _PER_GROEP,
    DEEL_VAN_FEIT,
    VERTROUWELIJK,
    gever_voor,
    is_leesbaar,
    masker,
    taken_van,
    te_vragen,
)
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import DOSSIERINHOUD, STUKKEN, Deel, Handeling
from poortwijzer.toegang.rollen import Rol


def test_elk_feit_heeft_een_deel_van_het_beleid():
    assert set(DEEL_VAN_FEIT) == set(FEITEN)
    assert set(DEEL_VAN_FEIT.values()) <= DOSSIERINHOUD


def test_elk_onderwerp_met_feiten_is_ingedeeld():
    modules = [
        importlib.import_module(f"poortnormen.feiten.{info.name}")
        for info in pkgutil.iter_modules(poortnormen.feiten.__path__)
    ]
    met_feiten = [module.FEITEN for module in modules if hasattr(module, "FEITEN")]

    assert sorted(map(id, met_feiten)) == sorted(id(groep) for groep, _ in _PER_GROEP)


def test_elke_partij_heeft_een_eigen_bit():
    assert set(_BITS) == set(PARTIJEN)
    assert len({masker([partij]) for partij in PARTIJEN}) == len(PARTIJEN)
    assert masker(["werkgever", "werkgever", "iemand anders"]) == masker(["werkgever"])


def test_elke_rol_met_een_partij_ziet_de_taken_van_die_partij():
    for rol in Rol:
        assert (rol.partij in taken_van(rol)) is (rol.partij is not None)


def test_wie_ziek_meldt_kan_de_ziekmelding_ook_geven():
    for rol in Rol:
        if mag(rol, Handeling.ZIEKMELDEN, Deel.VERZUIM):
            assert gever_voor(rol, "ziekmeldingen") == "werkgever"


@pytest.mark.parametrize("rol", [Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE])
def test_de_werkgever_leest_niet_welk_vangnet_geldt(rol):
    assert {"no_riskgrond", "is_ziekte_door_zwangerschap"} <= VERTROUWELIJK
    for naam in VERTROUWELIJK:
        assert not is_leesbaar(rol, naam, DEEL_VAN_FEIT[naam])
        assert naam not in te_beantwoorden(rol)
    assert is_leesbaar(Rol.WERKNEMER, "no_riskgrond", DEEL_VAN_FEIT["no_riskgrond"])


def test_geen_uitleg_op_de_tijdlijn_verraadt_een_vertrouwelijk_feit():
    for norm in catalogus().normen.values():
        sjablonen = (norm.uitleg, *norm.uitleg_niet.values()) if norm.moment else ()
        for sjabloon in sjablonen:
            assert not [naam for naam in VERTROUWELIJK if f"{{{naam}" in sjabloon], norm.id


def test_naar_een_stuk_wordt_niet_gevraagd_en_naar_een_afgeleide_dag_via_haar_bron():
    assert te_vragen("oordeel_op") is None
    assert te_vragen("stukken") is None
    assert te_vragen("dreiging_bleek_op") == "dreigt_langdurig_verzuim"
    assert te_vragen("is_eigenrisicodrager") == "is_eigenrisicodrager"


def test_elk_los_feit_van_de_werkgever_kan_iemand_vastleggen():
    """What nobody can record would be asked for ever."""
    van_ons = {
        soort.naam
        for soort in FEITEN.values()
        if not soort.is_afgeleid and te_vragen(soort.naam) and "werkgever" in soort.gevers
    }
    te_geven = frozenset().union(*(te_beantwoorden(rol) for rol in Rol))

    assert van_ons - te_geven <= {"afwijkingen"}, "agreements have an act of their own"


def test_elk_moment_dat_iemand_hier_kan_doen_heeft_een_knop():
    """Without a button what happened could not be recorded, and the moment would be late for ever."""
    zonder = [
        norm.id
        for norm in catalogus().normen.values()
        if norm.moment is not None
        and not norm.moment.is_informatief
        and not any(voor_moment(rol, norm, {}) for rol in Rol)
    ]

    assert zonder == []


def test_elk_stuk_dat_een_moment_afrondt_heeft_een_deel_van_het_dossier():
    stukken = {
        norm.moment.gedaan_door
        for norm in catalogus().normen.values()
        if norm.moment is not None and norm.moment.gedaan_door not in {"", *FEITEN}
    }

    assert stukken
    assert stukken <= set(STUKKEN)

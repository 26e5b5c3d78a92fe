"""The policy: what is allowed beside what is refused, and nothing by accident."""

from pathlib import Path

import pytest

from poortnormen.feiten import PARTIJEN
from poortnormen.feiten.stukken import Stuksoort
from poortwijzer.toegang import versie
from poortwijzer.toegang.beleid import (
    BELEID,
    UITNODIGEN_ALS,
    OnbekendeHandeling,
    controleer,
    controleer_uitnodigen,
    handelingen,
    leesbare_delen,
    mag,
)
from poortwijzer.toegang.delen import DOSSIERINHOUD, HANDELINGEN_OP, STUKKEN, VAN_DE_ORGANISATIE, Deel, Handeling
from poortwijzer.toegang.matrix import matrix
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import Voorwaarde

VERWACHT = Path(__file__).with_name("verwacht.tsv")
WERKGEVERSKANT = {Rol.LEIDINGGEVENDE, Rol.WERKGEVER, Rol.CASEMANAGER}
SCHRIJVEN = frozenset(Handeling) - {Handeling.INZIEN, Handeling.WAT_ALS}


def wie_mag(handeling: Handeling, deel: Deel) -> set[Rol]:
    return {rol for rol in Rol if mag(rol, handeling, deel)}


def test_beleid_is_wat_mensen_goedkeurden():
    """A change of the policy is also a change of this table, which a person reviews."""
    geldend = "".join(f"{r.rol}\t{r.deel}\t{' '.join(r.handelingen)}\n" for r in matrix() if r.handelingen)
    assert geldend == VERWACHT.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("handeling", "deel", "wie"),
    [
        (Handeling.ZIEKMELDEN, Deel.VERZUIM, WERKGEVERSKANT),
        (Handeling.HERSTEL_MELDEN, Deel.VERZUIM, {*WERKGEVERSKANT, Rol.WERKNEMER}),
        (Handeling.HERVATTING_VASTLEGGEN, Deel.VERZUIM, WERKGEVERSKANT),
        (Handeling.STUK_VASTSTELLEN, Deel.PROBLEEMANALYSE, {Rol.BEDRIJFSARTS}),
        (Handeling.STUK_VASTSTELLEN, Deel.ACTUEEL_OORDEEL, {Rol.BEDRIJFSARTS}),
        (Handeling.STUK_VASTSTELLEN, Deel.OORDEEL_WERKNEMER, {Rol.WERKNEMER}),
        (Handeling.INZIEN, Deel.OORDEEL_WERKNEMER, {Rol.WERKNEMER}),
        (Handeling.STUK_VASTSTELLEN, Deel.PLAN_VAN_AANPAK, {Rol.WERKGEVER, Rol.CASEMANAGER}),
        (Handeling.STUK_AANVULLEN, Deel.PLAN_VAN_AANPAK, {*WERKGEVERSKANT, Rol.WERKNEMER}),
        (Handeling.INZIEN, Deel.LEESLOG, {Rol.WERKNEMER, Rol.PRIVACY_OFFICER}),
        (Handeling.INZIEN, Deel.OORDEEL, {Rol.WERKNEMER, Rol.WERKGEVER, Rol.CASEMANAGER}),
        (Handeling.INZIEN, Deel.MEDISCH_DOSSIER, {Rol.BEDRIJFSARTS, Rol.WERKNEMER}),
        (Handeling.MEDISCH_VASTLEGGEN, Deel.MEDISCH_DOSSIER, {Rol.BEDRIJFSARTS}),
        (Handeling.INZIEN, Deel.WERKAANTEKENINGEN, {Rol.BEDRIJFSARTS}),
        (Handeling.INSTUREN, Deel.AAN_BEDRIJFSARTS, {*WERKGEVERSKANT, Rol.WERKNEMER, Rol.BEDRIJFSARTS}),
        (Handeling.DELEGEREN, Deel.DELEGATIES, {Rol.BEDRIJFSARTS}),
        (Handeling.INZIEN, Deel.DELEGATIES, {Rol.BEDRIJFSARTS, Rol.WERKNEMER}),
        (Handeling.CONTRACT_VASTLEGGEN, Deel.CONTRACTEN, {Rol.BEHEERDER, Rol.WERKGEVER}),
        (Handeling.INZIEN, Deel.CONTRACTEN, {Rol.BEHEERDER, Rol.WERKGEVER, Rol.ARBODIENST}),
        (Handeling.UITNODIGEN, Deel.MEDEWERKERS, {Rol.BEHEERDER, Rol.WERKGEVER}),
    ],
)
def test_wie_iets_mag_en_verder_niemand(handeling: Handeling, deel: Deel, wie: set[Rol]):
    assert wie_mag(handeling, deel) == wie


def test_wat_niet_in_de_tabel_staat_mag_niet():
    assert (Rol.BEHEERDER, Deel.TIJDLIJN) not in BELEID
    assert handelingen(Rol.BEHEERDER, Deel.TIJDLIJN) == frozenset()
    assert not mag(Rol.BEHEERDER, Handeling.INZIEN, Deel.TIJDLIJN)


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.PRIVACY_OFFICER])
def test_wie_beheert_of_toeziet_ziet_geen_inhoud(rol: Rol):
    assert not leesbare_delen(rol) & DOSSIERINHOUD


def test_de_werknemer_ziet_het_hele_eigen_dossier():
    # The doctor's own memory is no part of it.
    assert leesbare_delen(Rol.WERKNEMER) == frozenset(Deel) - VAN_DE_ORGANISATIE - {Deel.WERKAANTEKENINGEN}


def test_een_casemanager_ziet_niet_meer_dan_de_werkgever():
    for deel in Deel:
        eigen = {Handeling.WAARNEMING_REGELEN}  # HR does that for everybody, under another part
        assert handelingen(Rol.CASEMANAGER, deel) - eigen <= handelingen(Rol.WERKGEVER, deel)


def test_wie_schrijft_kan_ook_lezen():
    for (rol, deel), mogen in BELEID.items():
        if mogen & SCHRIJVEN:
            assert Handeling.INZIEN in mogen, f"{rol} writes {deel} blindly"


def test_buiten_de_partijen_stelt_niemand_een_stuk_vast():
    vaststellers = {rol for stuk in STUKKEN for rol in wie_mag(Handeling.STUK_VASTSTELLEN, stuk)}
    assert vaststellers == {*WERKGEVERSKANT, Rol.WERKNEMER, Rol.BEDRIJFSARTS}


def test_elk_stuk_van_de_regelkern_is_een_deel():
    assert {Deel(soort.value) for soort in Stuksoort} == set(STUKKEN)


def test_elke_rol_die_feiten_geeft_heet_zoals_in_het_uitwisselformaat():
    partijen = {rol.partij for rol in Rol if rol.partij}
    assert partijen == set(PARTIJEN) - {"uwv"}
    assert Rol.BEHEERDER.partij is Rol.PRIVACY_OFFICER.partij is None


def test_matrix_heeft_een_regel_voor_elke_rol_en_elk_deel():
    regels = list(matrix())
    assert {(regel.rol, regel.deel) for regel in regels} == {(rol, deel) for rol in Rol for deel in Deel}
    assert len(regels) == len(Rol) * len(Deel)
    assert all(regel.voorwaarden for regel in regels)


@pytest.mark.parametrize("woord", [*Rol, *Deel, *Handeling, *Voorwaarde])
def test_elk_woord_heeft_een_naam_voor_mensen(woord: Rol | Deel | Handeling | Voorwaarde):
    assert str(woord.label)
    assert "_" not in str(woord.label)


def test_een_regel_met_een_handeling_die_het_deel_niet_kent_start_niet():
    with pytest.raises(OnbekendeHandeling, match="leeslog"):
        controleer({(Rol.WERKNEMER, Deel.LEESLOG): frozenset({Handeling.INZIEN, Handeling.ZIEKMELDEN})})


def test_een_regel_om_iets_te_doen_zonder_te_lezen_start_niet():
    with pytest.raises(OnbekendeHandeling, match="may not read"):
        controleer({(Rol.WERKGEVER, Deel.TAKEN): frozenset({Handeling.TAAK_NEMEN})})


def test_een_regel_over_een_dossier_voor_wie_er_geen_bereikt_start_niet():
    with pytest.raises(OnbekendeHandeling, match="reaches no dossier"):
        controleer({(Rol.BEHEERDER, Deel.PERSOON): frozenset({Handeling.INZIEN})})


def test_van_elk_deel_staat_er_welke_handelingen_het_kent():
    assert set(HANDELINGEN_OP) == set(Deel)
    assert all(Handeling.INZIEN in handelingen for handelingen in HANDELINGEN_OP.values())


@pytest.mark.parametrize(
    ("rol", "deel", "toegestaan"),
    [
        (Rol.CASEMANAGER, Deel.WERKAANTEKENINGEN, {Handeling.INZIEN}),
        (Rol.ARBODIENST, Deel.AAN_BEDRIJFSARTS, {Handeling.INZIEN}),
        (Rol.WERKGEVER, Deel.BETROKKENEN, {Handeling.INZIEN, Handeling.WAARNEMING_REGELEN}),
    ],
)
def test_een_regel_die_niets_betekent_houdt_het_programma_tegen(rol: Rol, deel: Deel, toegestaan: set[Handeling]):
    with pytest.raises(OnbekendeHandeling, match=f"{rol} {deel}"):
        controleer({**BELEID, (rol, deel): frozenset(toegestaan)})


def test_wie_niemand_kan_uitnodigen_of_wie_elkaar_nergens_treft_houdt_het_programma_tegen():
    assert controleer_uitnodigen(UITNODIGEN_ALS) == UITNODIGEN_ALS
    zonder_arts = UITNODIGEN_ALS[Rol.BEHEERDER] - {Rol.BEDRIJFSARTS}
    with pytest.raises(OnbekendeHandeling, match="nobody invites bedrijfsarts"):
        controleer_uitnodigen({**UITNODIGEN_ALS, Rol.BEHEERDER: zonder_arts})
    met_arts = UITNODIGEN_ALS[Rol.WERKGEVER] | {Rol.BEDRIJFSARTS}
    with pytest.raises(OnbekendeHandeling, match="no organisation has both"):
        controleer_uitnodigen({**UITNODIGEN_ALS, Rol.WERKGEVER: met_arts})


@pytest.mark.parametrize(
    ("tabel", "anders"),
    [
        ("BELEID", {}),
        ("VOORWAARDEN", {}),
        ("VRAAGT", {}),
        ("VOOR_GAST", {}),
        ("DELEGEERBAAR", {}),
        ("GASTBELEID", {}),
        ("NA_BEVESTIGING", frozenset()),
        ("VOOR_BEVESTIGING", frozenset(Handeling)),
    ],
)
def test_de_versie_van_het_beleid_verandert_met_elke_tabel(monkeypatch, tabel, anders):
    """The log says under which policy something was done; that says nothing when a table is left out."""
    geldend = versie.beleidsversie.__wrapped__()
    monkeypatch.setattr(versie, tabel, anders)
    assert versie.beleidsversie.__wrapped__() != geldend

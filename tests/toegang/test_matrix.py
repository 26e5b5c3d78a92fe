"""The access matrix: every address, method, role and relation gets the answer that people agreed on, and leaks nothing.

Without `traag` a fixed sample of it; `scripts/toegangstabel.py` prints the count of all.
"""

import zlib

import pytest
from django.db import connection, transaction
from doorloop import Tabellen, Verslag, loop_door, meld, verouderd
from gevallen import CONCEPT, Geval, gevallen, routes
from proefwereld import Proefwereld, Relatie
from tabellen import BEREIK, lees_verwachting, lees_zichtbaar

from poortwijzer.formulieren.models import Klad
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db(databases="__all__")

STEEKPROEF = 60  # one case in so many, and on each database others
DATABASES = ("sqlite", "postgresql")
DELEN = 12
DICHTBIJ = frozenset({"", Relatie.BETROKKEN, Relatie.ZELF})


def nummer(geval: Geval) -> int:
    """Give the same number for a case in every run, whatever is added beside it."""
    return zlib.crc32(repr(geval).encode())


def eis_goed(verslag: Verslag) -> None:
    meld(verslag.slotregel())
    assert verslag.is_goed, "\n".join([*verslag.anders, *verslag.gelekt, *verslag.onverklaard])
    assert verslag.aantal


@pytest.mark.norm("AVG-AP-5", waar="poortwijzer.toegang.beleid.BELEID")
def test_een_vaste_steekproef_van_de_matrix_klopt(wereld: Proefwereld):
    rest = DATABASES.index(connection.vendor) * STEEKPROEF // len(DATABASES)
    keuze = [geval for geval in gevallen() if nummer(geval) % STEEKPROEF == rest]
    eis_goed(loop_door(wereld, keuze, Tabellen()))


@pytest.mark.traag
@pytest.mark.parametrize("deel", range(DELEN))
def test_de_hele_matrix_klopt(deel: int, wereld: Proefwereld):
    keuze = [geval for geval in gevallen() if nummer(geval) % DELEN == deel]
    eis_goed(loop_door(wereld, keuze, Tabellen()))


def test_elk_adres_heeft_een_verwachting_voor_elke_methode_en_elke_relatie():
    verwacht = lees_verwachting()
    onverklaard = sorted(set(gevallen()) - set(verwacht))
    assert not onverklaard, "say in tests/toegang/verwacht what these answer (scripts/toegangstabel.py --aanvullen)"
    assert {geval.route for geval in verwacht} == set(routes())


def test_geen_verwachting_gaat_over_een_adres_dat_er_niet_meer_is():
    assert not verouderd(lees_verwachting())


@pytest.mark.parametrize("relatie", [Relatie.ELDERS, Relatie.COLLEGA, Relatie.ZELF])
def test_wat_iemand_niet_bereikt_bestaat_voor_hem_niet(relatie: Relatie):
    """Another tenant's dossier is never "forbidden": that would tell that it is there."""
    for geval, antwoorden in lees_verwachting().items():
        if geval.relatie != relatie or "werknemer_id" in routes()[geval.route]:
            continue
        for wie in Rol:
            if relatie not in BEREIK[wie]:
                assert antwoorden[wie] in {"404", "405"}, f"{geval} as {wie}"


def test_een_bezoeker_komt_bij_geen_enkel_dossier():
    for geval, antwoorden in lees_verwachting().items():
        if geval.relatie:
            assert antwoorden[None] in {">account_login", "405"}, geval


def test_geen_antwoord_is_een_fout_van_het_programma():
    fout = {
        geval for geval, antwoorden in lees_verwachting().items() if any(code[0] == "5" for code in antwoorden.values())
    }
    assert not fout


@pytest.mark.parametrize("rol", [Rol.PRIVACY_OFFICER, Rol.BEHEERDER])
def test_wie_toeziet_of_beheert_ziet_geen_veld_met_inhoud(rol: Rol):
    gezien = {veld for veld, rollen in lees_zichtbaar().items() if rol in rollen}
    assert gezien <= {"dossier.kenmerk"}


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.WERKNEMER])
def test_het_oordeel_van_de_werknemer_en_wat_alleen_hij_weet_zijn_van_hem(rol: Rol):
    for veld, rollen in lees_zichtbaar().items():
        if "oordeel_werknemer" in veld or veld == "feit.vertrouwelijk":
            assert rol not in rollen, veld


def test_alleen_de_bedrijfsarts_ziet_zijn_concepten():
    for veld, rollen in lees_zichtbaar().items():
        if veld.startswith(f"{CONCEPT}.probleemanalyse."):
            assert rollen <= {Rol.BEDRIJFSARTS}, veld


@pytest.mark.traag
def test_wat_iemand_mag_zien_wordt_ook_gevonden(wereld: Proefwereld):
    """Else finding nothing elsewhere would mean nothing."""
    keuze = [geval for geval in gevallen() if geval.methode == "GET" and geval.relatie in DICHTBIJ]
    gezien = loop_door(wereld, keuze, Tabellen()).gezien
    gemist = {veld: rollen - gezien.get(veld, set()) for veld, rollen in lees_zichtbaar().items()}
    assert not {veld: rollen for veld, rollen in gemist.items() if rollen}


def test_de_zoektocht_heeft_ogen(wereld: Proefwereld):
    """The same for one document, which is quick."""
    gezien = loop_door(wereld, [Geval("web:stuk", "evaluatie.vast", "GET", "betrokken")], Tabellen()).gezien
    verwacht = {veld: set(rollen) - {Rol.WERKNEMER} for veld, rollen in lees_zichtbaar().items()}
    for veld, rollen in gezien.items():
        assert rollen <= verwacht[veld]
    assert {Rol.CASEMANAGER, Rol.BEDRIJFSARTS} <= gezien["stuk.evaluatie.toelichting"]


KLADBLAD = Geval("web:stuk_bewerken", "evaluatie.concept", "GET", "betrokken")


def test_wat_iemand_typte_en_niet_bewaarde_ziet_alleen_hij(wereld: Proefwereld):
    verslag = loop_door(wereld, [KLADBLAD], Tabellen())
    assert verslag.gezien["klad.eigen"] == {Rol.CASEMANAGER}
    assert "klad.evaluatie" not in verslag.gezien
    assert verslag.is_goed, verslag.gelekt


def test_wat_een_ander_typte_en_niet_bewaarde_zou_zijn_gevonden(wereld: Proefwereld):
    """Give what a colleague typed to somebody of the matrix, as a way round would."""
    kladden = Klad.objects.filter(formulier=wereld.dossiers["b"].concepten["evaluatie"])
    with transaction.atomic():
        kladden.exclude(gebruiker=wereld.personen[Rol.CASEMANAGER]).update(gebruiker=wereld.personen[Rol.WERKGEVER])
        verslag = loop_door(wereld, [KLADBLAD], Tabellen())
        transaction.set_rollback(True)
    assert verslag.gelekt == [f"{KLADBLAD} as {Rol.WERKGEVER}: klad.evaluatie of b"]

"""The kinds: those that there are, and what the loader refuses."""

import json
import tomllib
from pathlib import Path

import pytest

from poortnormen.catalogus import catalogus
from poortnormen.feiten.stukken import Stuksoort
from poortwijzer.formulieren import onderhoud
from poortwijzer.formulieren.lader import Soortfout, laad
from poortwijzer.formulieren.onderhoud import TEKSTEN_MAP, als_python, merken, teksten, vastgelegde_merken
from poortwijzer.formulieren.register import SOORTEN_MAP, alle_vormen, geldt, soort_van, soorten
from poortwijzer.formulieren.waarden import dag
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

NORMEN = {"PRG-4-1"}
GOED = """
soort = "proef"
vormversie = 1
titel = "Proef"
inleiding = "Een proef."
onderdeel = "g"
normen = ["PRG-4-1"]
dag = "opgesteld_op"
vaststellers = ["werkgever"]
volgende = "proef"
[stuk]
soort = "evaluatie"
[[secties]]
naam = "een"
titel = "Een"
doel = "re_integratie"
klasse = "functioneel"
[[secties.velden]]
naam = "opgesteld_op"
type = "datum"
label = "Dag"
hulp = "De dag."
gevers = ["werkgever"]
[[secties.velden]]
naam = "keus"
type = "keuze"
label = "Keus"
hulp = "Kies."
gevers = ["werkgever"]
keuzes = [{ waarde = "a", label = "A" }]
[[secties.velden]]
naam = "rijen"
type = "tabel"
label = "Rijen"
hulp = "Vul in."
gevers = ["werkgever"]
rijnaam = "Rij"
kolommen = [{ naam = "wat", type = "tekst", label = "Wat" }]
"""


def laad_tekst(map_: Path, tekst: str, naam: str = "proef.toml"):
    (map_ / naam).write_text(tekst, encoding="utf-8")
    return laad(map_, normen=NORMEN)


def test_een_goed_bestand_wordt_een_soort(tmp_path):
    soort = laad_tekst(tmp_path, GOED)["proef", 1]

    assert [veld.naam for veld in soort.velden()] == ["opgesteld_op", "keus", "rijen"]


TABELEIS = """rijnaam = "Rij"
tabeleisen = [
  { sleutel = "a", soort = "rij_met", kolom = "weg", waarden = ["x"], wat = "x", waarom = "x", doe = "x" },
]"""
EIS = '{ wat = "x", waarom = "x", doe = "x" }'
GROEPSEIS = f"""titel = "Een"
groepseisen = [{EIS.replace("}", ', sleutel = "g", velden = ["keus", "weg"] }')}]"""
EIS_OP_ANTWOORD = """keuzes = [{ waarde = "a", label = "A" }]
eis = { wat = "x", waarom = "x", doe = "x", als = { veld = "keus", waarden = ["z"] } }"""


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ('titel = "Proef"', 'titel = "Proef"\nkleur = "rood"', "kleur: unknown key"),
        ('label = "Dag"', 'lable = "Dag"', "secties.0.velden.0.label: Field required"),
        ('label = "Dag"', 'label = ""', "secties.0.velden.0.label"),
        ('hulp = "De dag."\n', "", "secties.0.velden.0.hulp: Field required"),
        ('type = "datum"', 'type = "dag"', "secties.0.velden.0.type"),
        ('hulp = "De dag."\ngevers = ["werkgever"]', 'hulp = "De dag."', "velden.0.gevers: Field required"),
        ('hulp = "De dag."\ngevers = ["werkgever"]', 'hulp = "De dag."\ngevers = []', "velden.0.gevers"),
        ('hulp = "De dag."\ngevers = ["werkgever"]', 'hulp = "De dag."\ngevers = ["baas"]', "velden.0.gevers.0"),
        ('normen = ["PRG-4-1"]', 'normen = ["PRG-9-9"]', "norm PRG-9-9 does not exist"),
        ('normen = ["PRG-4-1"]', "normen = []", "normen"),
        ('dag = "opgesteld_op"', 'dag = "keus"', "dag = 'keus' is not a field of type datum"),
        ('volgende = "proef"', 'volgende = "vervolg"', "volgende = 'vervolg' is not a kind"),
        ('naam = "keus"', 'naam = "opgesteld_op"', "two fields are called 'opgesteld_op'"),
        ('keuzes = [{ waarde = "a", label = "A" }]', "", "keuzes belong to type keuze, and it needs them"),
        ('rijnaam = "Rij"', "", "rijnaam says what one row"),
        ('kolommen = [{ naam = "wat", type = "tekst", label = "Wat" }]', "", "a tabel has at least one"),
        ('type = "tekst", label = "Wat"', 'type = "tabel", label = "Wat"', "a table cannot hold a tabel"),
        ('soort = "evaluatie"', 'soort = "brief"', "stuk.soort = 'brief' is not a Stuksoort"),
        ('soort = "evaluatie"', 'soort = "evaluatie"\nvisie_werkgever = "x"', "stuk: no field 'x'"),
        ('soort = "evaluatie"', 'soort = "evaluatie"\nevaluatiemomenten = "keus"', "'keus' is not a field of type"),
        ('soort = "evaluatie"', 'soort = "evaluatie"\ndelen.kleur = ["keus"]', "'kleur' is not a Stukdeel"),
        ('soort = "evaluatie"', 'soort = "evaluatie"\ndelen.doelen = ["x"]', "no field and no demand 'x'"),
        ("[stuk]", '[[feiten]]\nnaam = "iq"\nveld = "keus"\nop = "opgesteld_op"\n[stuk]', "no fact 'iq'"),
        (
            "[stuk]",
            '[[feiten]]\nnaam = "heeft_mogelijkheden"\nveld = "keus"\nop = "opgesteld_op"\n[stuk]',
            "needs a field of type ja_nee_onbekend",
        ),
        (
            "[stuk]",
            '[[feiten]]\nnaam = "wia_aanvraag_op"\nveld = "opgesteld_op"\nop = "keus"\n[stuk]',
            "op = 'keus' is not a field of type datum",
        ),
        ('rijnaam = "Rij"', TABELEIS, "no column 'weg'"),
        ('type = "datum"', 'type = "datum"\neenheid = "dag"', "eenheid belongs to type getal"),
        ('type = "datum"', 'type = "getal"', "a getal needs an eenheid"),
        ('type = "datum"', 'type = "datum"\nminstens = 1', "minstens and hoogstens belong to getal and percentage"),
        ('type = "datum"', f'type = "datum"\nwaarschuwing_afdeling = {EIS}', "belongs to type persoon"),
        ('rijnaam = "Rij"', TABELEIS.replace('waarden = ["x"], ', ""), "waarden belong to rij_met, and it needs them"),
        ('rijnaam = "Rij"', TABELEIS.replace("rij_met", "gevuld_bij"), "bij_kolom belongs to gevuld_bij"),
        ('titel = "Een"', GROEPSEIS, "groepseis 'g': no field 'weg'"),
        (
            'titel = "Een"',
            GROEPSEIS.replace("{ wat", '{ als = { veld = "rijen", waarden = ["x"] }, wat'),
            "is not a keuze",
        ),
        (
            'titel = "Een"',
            GROEPSEIS.replace("{ wat", '{ als = { veld = "weg", waarden = ["x"] }, wat'),
            "als: no field",
        ),
        ('doel = "re_integratie"\n', "", "secties.0.doel: Field required"),
        ('klasse = "functioneel"\n', "", "secties.0.klasse: Field required"),
        ('klasse = "functioneel"', 'klasse = "ziekte"', "secties.0.klasse"),
        ('klasse = "functioneel"', 'klasse = "medisch"', "field 'keus' is medical"),
        ('naam = "keus"', 'naam = "keus"\nklasse = "medisch"', "field 'keus' is medical"),
        ('naam = "keus"', 'naam = "keus"\ndoel = "verantwoording"', "data about health are for claims"),
        ("[[secties]]", '[[secties]]\nuit = "anders"\nnaam = "x"\n[[secties]]', "kind 'anders' has no section 'x'"),
        ("[[secties]]", '[[secties]]\nuit = "proef"\n[[secties]]', "has `uit` and `naam`, nothing else"),
        ('soort = "proef"', 'soort = "andersom"', "the file is called proef.toml"),
        ('titel = "Proef"', "titel = Proef", "this is not TOML"),
        ('keuzes = [{ waarde = "a", label = "A" }]', EIS_OP_ANTWOORD, "als: 'keus' has no answer 'z'"),
        (
            'keuzes = [{ waarde = "a", label = "A" }]',
            EIS_OP_ANTWOORD.replace("waarden", "behalve"),
            "als: 'keus' has no answer 'z'",
        ),
        (
            'keuzes = [{ waarde = "a", label = "A" }]',
            EIS_OP_ANTWOORD.replace('waarden = ["z"]', 'waarden = ["a"], behalve = ["a"]'),
            "a condition has waarden or behalve, and not both",
        ),
        ('type = "datum"', f'type = "datum"\nwaarschuwing = {EIS}', "waarschuwing needs a condition"),
    ],
)
def test_een_fout_bestand_wordt_geweigerd_met_plaats_en_reden(tmp_path, oud, nieuw, melding):
    assert oud in GOED

    with pytest.raises(Soortfout) as fout:
        laad_tekst(tmp_path, GOED.replace(oud, nieuw, 1))
    assert melding in str(fout.value)
    assert str(fout.value).startswith("proef.toml: ")


def test_alle_fouten_van_een_bestand_worden_tegelijk_genoemd(tmp_path):
    with pytest.raises(Soortfout) as fout:
        laad_tekst(tmp_path, GOED.replace('label = "Dag"', "").replace('titel = "Een"', ""))

    assert len(fout.value.fouten) == 2


def test_een_oude_vorm_blijft_naast_de_nieuwe_bestaan(tmp_path):
    (tmp_path / "proef.1.toml").write_text(GOED.replace('label = "Keus"', 'label = "Oude keus"'), encoding="utf-8")
    gelezen = laad_tekst(tmp_path, GOED.replace("vormversie = 1", "vormversie = 2"))

    assert gelezen["proef", 1].veld("keus").label == "Oude keus"
    assert gelezen["proef", 2].veld("keus").label == "Keus"


def test_een_oude_vorm_leent_geen_secties(tmp_path):
    (tmp_path / "proef.toml").write_text(GOED.replace("vormversie = 1", "vormversie = 2"), encoding="utf-8")
    oud = GOED.replace("[[secties]]", '[[secties]]\nuit = "proef"\nnaam = "een"\n[[secties]]')

    with pytest.raises(Soortfout, match="has no section"):
        laad_tekst(tmp_path, oud, "proef.1.toml")


# --- the kinds that there are -----------------------------------------------------------------------------


def test_elk_stuk_van_de_procesgang_is_er():
    assert set(soorten()) == set(Stuksoort)


def test_elke_soort_heeft_normen_die_bestaan():
    for soort in alle_vormen().values():
        assert soort.alle_normen() <= set(catalogus().normen)


def test_elk_bestand_heet_naar_zijn_soort():
    for pad in SOORTEN_MAP.glob("*.toml"):
        assert tomllib.loads(pad.read_text(encoding="utf-8"))["soort"] == pad.stem.split(".")[0]


@pytest.mark.parametrize("naam", sorted(soorten()))
def test_wie_iets_invult_of_vaststelt_mag_dat_ook_volgens_het_beleid(naam):
    soort = soort_van(naam)
    deel = Deel(naam)
    for rol in soort.vaststellers:
        assert mag(rol, Handeling.STUK_VASTSTELLEN, deel), rol
    for rol in {rol for veld in soort.velden() for rol in veld.gevers} - {Rol.CASEMANAGER, Rol.WERKGEVER}:
        assert mag(rol, Handeling.STUK_AANVULLEN, deel) or mag(rol, Handeling.STUK_OPSTELLEN, deel), rol


@pytest.mark.parametrize("naam", sorted(soorten()))
def test_geen_veld_vraagt_naar_ziekte_of_behandeling(naam):
    for veld in soort_van(naam).velden():
        assert not {"diagnose", "klacht", "ziektebeeld", "medicatie", "behandeling"} & set(veld.label.lower().split())


def test_een_norm_zonder_bekende_begindag_gold_altijd():
    assert geldt("PRG-4-1", dag("2010-01-01"))
    with pytest.raises(KeyError):
        geldt("PRG-99", dag("2010-01-01"))


def test_een_vorm_verandert_niet_zonder_een_nieuwe_versie():
    """Old documents are read with the form they were made with: it may not change under them."""
    assert merken() == vastgelegde_merken(), "see formulieren/onderhoud.py"


@pytest.mark.parametrize("naam", sorted(soorten()))
def test_de_teksten_voor_de_vertalers_horen_bij_de_soorten(naam):
    soort = soort_van(naam)
    pad = TEKSTEN_MAP / f"{naam}_{soort.vormversie}.py"

    assert pad.read_text(encoding="utf-8") == als_python(soort), "run python -m poortwijzer.formulieren.onderhoud"
    assert soort.titel in teksten(soort)
    assert {veld.label for veld in soort.velden()} <= set(teksten(soort))


@pytest.fixture
def eigen_map(tmp_path, monkeypatch):
    """Somewhere for the maintenance command to write."""
    monkeypatch.setattr(onderhoud, "SLOT", tmp_path / "vormen.json")
    monkeypatch.setattr(onderhoud, "TEKSTEN_MAP", tmp_path)
    return tmp_path


def test_onderhoud_schrijft_teksten_en_merken(eigen_map):
    assert onderhoud.main([]) == 0

    assert (eigen_map / "plan_van_aanpak_2.py").read_text(encoding="utf-8") == als_python(soort_van("plan_van_aanpak"))
    assert onderhoud.main([]) == 0, "again is no change"


def test_onderhoud_verandert_het_merk_van_een_vorm_die_in_gebruik_kan_zijn_niet_vanzelf(eigen_map, capsys):
    (eigen_map / "vormen.json").write_text(json.dumps({"evaluatie 1": "anders"}), encoding="utf-8")

    assert onderhoud.main([]) == 1
    assert "Changed: evaluatie 1. Keep the old file" in capsys.readouterr().err
    assert onderhoud.main(["--nog-niet-uitgegeven"]) == 0
    assert onderhoud.vastgelegde_merken() == merken()

"""Every way in or out of the program stands in the table of exchanges, with its risk class and demands."""

import re
from pathlib import Path

from django.urls import get_resolver

from poortwijzer.toegang.gasten import Gastdoel
from poortwijzer.toegang.werk import OPDRACHTEN, TAKEN, Uitkomst

WORTEL = Path(__file__).resolve().parents[2]
BLAD = WORTEL / "docs" / "uitleg" / "uitwisseling.md"
BEVEILIGING = WORTEL / "docs" / "uitleg" / "normen-beveiliging.md"
BRON = WORTEL / "src" / "poortwijzer"
# What in the source means that something leaves the program, and which exchange that is.
WEGEN = {
    r"\bsubprocess\.run\(|\bsocket\.(?:socket|create_connection)\(": {
        "bijlagen/kooi.py": "bijlage_in",
        "bijlagen/scan.py": "scanner",
    },
    r"\bsend_mail\(|\bEmailM\w+\(": {"accounts/actions/nodig_uit.py": "mail", "accounts/tasks.py": "mail"},
    r"\burlopen\(|\brequests\.|\bhttpx\.|\bsmtplib\b|\bftplib\b|\bparamiko\b": {"accounts/views/mensen.py": "mail"},
}
KLASSEN = {"laag", "midden", "hoog"}


def rijen(blad: Path = BLAD) -> list[list[str]]:
    """Give the rows of the first table, without its head."""
    regels = [regel for regel in blad.read_text(encoding="utf-8").splitlines() if regel.startswith("|")]
    return [[cel.strip() for cel in regel.strip("|").split("|")] for regel in regels[2:]]


def uitwisselingen() -> dict[str, list[str]]:
    return {rij[0].strip("`"): rij[1:] for rij in rijen()}


def test_elke_uitwisseling_heeft_een_klasse_en_eisen():
    assert len(uitwisselingen()) > 8
    for naam, (wat, klasse, *eisen) in uitwisselingen().items():
        assert wat, naam
        assert klasse in KLASSEN, naam
        assert len(eisen) == 5, naam  # source, line, receiver, proof, log
        assert all(eisen), naam


def test_een_hoge_klasse_gaat_nooit_per_mail():
    assert uitwisselingen()["mail"][1] != "hoog"


def test_elke_uitwisseling_van_de_code_staat_in_de_tabel():
    for patroon, waar in WEGEN.items():
        modules = {str(pad.relative_to(BRON)): pad.read_text(encoding="utf-8") for pad in BRON.rglob("*.py")}
        gevonden = {naam for naam, tekst in modules.items() if re.search(patroon, tekst)}
        assert gevonden == set(waar), f"{patroon}: say in docs/uitleg/uitwisseling.md what goes over"
        assert set(waar.values()) <= set(uitwisselingen())


def test_elk_adres_dat_een_bestand_geeft_of_neemt_staat_erin():
    namen = {patroon.name for deel in get_resolver().url_patterns for patroon in getattr(deel, "url_patterns", [])}
    assert {"pdf", "bijlage", "bijlage_nieuw", "gast", "downloaden"} <= namen
    assert {"pdf", "bijlage_uit", "bijlage_in", "gastlink", "uitvoer"} <= set(uitwisselingen())


def test_een_gast_heeft_alleen_de_doelen_van_de_tabel():
    wat = uitwisselingen()["gastlink"][0]
    assert len(Gastdoel) == 2, "say in docs/uitleg/uitwisseling.md what the new purpose lets go over"
    assert "to read" in wat
    assert "question" in wat


def test_een_taak_of_opdracht_laat_niets_anders_naar_buiten():
    uitkomsten = {regel.uitkomst for regel in (*TAKEN.values(), *OPDRACHTEN.values())}
    assert uitkomsten <= set(Uitkomst)
    assert len(Uitkomst) == 5, "say in docs/uitleg/uitwisseling.md to whom the new outcome goes"


def test_elke_maatregel_wijst_naar_wat_er_is():
    assert len(rijen(BEVEILIGING)) > 9
    for onderwerp, maatregel, waar, hoe in rijen(BEVEILIGING):
        assert maatregel, onderwerp
        assert hoe, onderwerp
        assert (WORTEL / waar.strip("`")).exists(), waar


def test_niemand_beweert_een_certificaat():
    for pad in [*WORTEL.glob("*.md"), *(WORTEL / "docs").rglob("*.md"), *(BRON / "web" / "templates").rglob("*.html")]:
        assert not re.search(r"gecertificeerd|is certified|NEN 7510-certificaat", pad.read_text(encoding="utf-8")), pad

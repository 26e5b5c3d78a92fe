"""The self-assessment: every number of the list is there, and what it names exists."""

import ast
import re
import subprocess
import sys
import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
NUMMERS = dict(regel.split() for regel in (Path(__file__).with_name("asvs_nummers.txt")).read_text().splitlines())
RIJEN = tomllib.loads((WORTEL / "docs" / "uitleg" / "asvs.toml").read_text(encoding="utf-8"))
MET_TOETS = 150  # as many at least are shown by an automatic test


def test_elk_nummer_van_niveau_1_en_2_staat_er_eenmaal():
    assert len(NUMMERS) == 253
    assert set(NUMMERS.values()) == {"1", "2"}
    assert set(RIJEN) == set(NUMMERS)


@pytest.mark.parametrize("nummer", RIJEN)
def test_elke_rij_zegt_hoe_en_wat_zij_noemt_bestaat(nummer: str):
    rij = RIJEN[nummer]
    assert set(rij) <= {"stand", "hoe", "bewijs"}
    assert rij["hoe"].endswith(".")
    assert rij["stand"] in {"voldaan", "niet_van_toepassing", "open"}
    if rij["stand"] == "voldaan":
        assert rij["bewijs"], "met without evidence"
    for bewijs in rij.get("bewijs", []):
        bestaat(bewijs)


def bestaat(bewijs: str) -> None:
    """Fail when a test, file or heading that is named is not there."""
    pad, _, toets = bewijs.partition("::")
    pad, _, anker = pad.partition("#")
    assert (WORTEL / pad).exists(), bewijs
    if toets:
        assert toets in toetsen_van(pad), bewijs
    if anker:
        assert anker in ankers_van(pad), bewijs


@lru_cache
def toetsen_van(pad: str) -> frozenset[str]:
    boom = ast.parse((WORTEL / pad).read_text(encoding="utf-8"))
    return frozenset(deel.name for deel in boom.body if isinstance(deel, ast.FunctionDef))


@lru_cache
def ankers_van(pad: str) -> frozenset[str]:
    koppen = re.findall(r"^#+ (.+)$", (WORTEL / pad).read_text(encoding="utf-8"), re.MULTILINE)
    return frozenset(re.sub(r"[^\w -]", "", kop.casefold()).replace(" ", "-") for kop in koppen)


def test_de_meeste_worden_door_een_toets_getoond():
    met = [nummer for nummer, rij in RIJEN.items() if any("::" in bewijs for bewijs in rij.get("bewijs", []))]
    assert len(met) >= MET_TOETS


def test_de_bladzijde_is_bij():
    klaar = subprocess.run(
        [sys.executable, str(WORTEL / "scripts" / "asvspagina.py"), "--controleer"], check=False, capture_output=True
    )
    assert klaar.returncode == 0, "run scripts/asvspagina.py"

"""Every norm is kept by something and proved by a test, or stands with a reason among the open ones."""

import importlib
import importlib.util
import pkgutil
from pathlib import Path
from types import ModuleType

import pytest

from poortnormen.catalogus import catalogus
from poortnormen.dekking import dekking

WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """The script that makes the file, as a module."""
    plan = importlib.util.spec_from_file_location("dekking_maker", WORTEL / "scripts" / "dekking.py")
    assert plan is not None
    assert plan.loader is not None
    module = importlib.util.module_from_spec(plan)
    plan.loader.exec_module(module)
    return module


def test_dekking_is_bij(maker):
    gelijk = maker.BESTAND.read_text(encoding="utf-8") == maker.tekst()
    assert gelijk, "src/poortnormen/dekking.toml is out of date: .venv/bin/python scripts/dekking.py"


def test_elke_norm_werkt_of_staat_met_een_reden_open():
    zonder = [norm_id for norm_id in catalogus().normen if not (d := dekking(norm_id)).is_gedekt and not d.open_omdat]
    assert not zonder, f"{len(zonder)} norms have no test and no reason in docs/uitleg/grenzen.md: {zonder}"


def test_geen_reden_voor_wat_al_werkt(maker):
    for patroon in maker.open_normen():
        past = [
            norm_id
            for norm_id in catalogus().normen
            if norm_id == patroon or (patroon.endswith("*") and norm_id.startswith(patroon[:-1]))
        ]
        assert past, f"{patroon} in docs/uitleg/grenzen.md is no norm"
        assert not all(dekking(norm_id).is_gedekt for norm_id in past), f"{patroon} works: remove it from grenzen.md"


def test_elke_plaats_bestaat(maker):
    """What a test names with waar= can be found in the program."""
    for norm_id, plaats, toets in maker.merken():
        assert norm_id in catalogus().normen, f"{toets} names {norm_id}, which is no norm"
        assert pkgutil.resolve_name(_met_dubbele_punt(plaats)) is not None, f"{toets}: {plaats} does not exist"


def _met_dubbele_punt(plaats: str) -> str:
    """Put a colon after the longest part that is a module, as `resolve_name` wants it."""
    delen = plaats.split(".")
    for einde in range(len(delen), 0, -1):
        try:
            importlib.import_module(".".join(delen[:einde]))
        except ImportError:
            continue
        return f"{'.'.join(delen[:einde])}:{'.'.join(delen[einde:])}" if einde < len(delen) else plaats
    return plaats

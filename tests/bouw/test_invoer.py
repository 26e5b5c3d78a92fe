"""What may import what: the contracts, and the purity of the rule core."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
KERN = WORTEL / "src" / "poortnormen"
# What reaches outside the core or makes the same facts give another outcome.
BUITENWERELD = {"os", "random", "secrets", "socket", "sqlite3", "subprocess", "tempfile", "time", "urllib"}


def test_contracten_worden_nageleefd():
    klaar = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr


def ingevoerd(pad: Path) -> set[str]:
    """The top-level packages that a module imports, wherever in the module."""
    namen = set()
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            namen |= {alias.name.partition(".")[0] for alias in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            assert knoop.level == 0, f"{pad}: relative import"
            namen.add((knoop.module or "").partition(".")[0])
    return namen


@pytest.mark.parametrize("pad", sorted(KERN.rglob("*.py")), ids=lambda pad: str(pad.relative_to(KERN)))
def test_kern_gebruikt_alleen_de_standaardbibliotheek(pad: Path):
    vreemd = ingevoerd(pad) - sys.stdlib_module_names - {"poortnormen"}
    assert not vreemd
    assert not ingevoerd(pad) & BUITENWERELD


def test_kern_laadt_zonder_de_platformbibliotheken():
    """In a Python that sees the standard library and the core only."""
    code = f"import sys; sys.path.insert(0, {str(KERN.parent)!r}); import poortnormen.norm, poortnormen.tijd"
    subprocess.run([sys.executable, "-I", "-S", "-c", code], check=True)


def test_bronnen_kennen_elkaar_niet():
    bronnen = {pad.name for pad in (KERN / "bronnen").iterdir() if pad.is_dir() and pad.name != "__pycache__"}
    assert bronnen
    for bron in bronnen:
        for pad in (KERN / "bronnen" / bron).rglob("*.py"):
            tekst = pad.read_text(encoding="utf-8")
            andere = [b for b in bronnen - {bron} if f"poortnormen.bronnen.{b}" in tekst]
            assert not andere, f"{pad}: imports from {andere}"

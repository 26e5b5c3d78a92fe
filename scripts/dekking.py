"""Write `src/poortnormen/dekking.toml`: where each norm is kept and which test proves it.

A norm is kept by the function that works it out, or by what a test names with `@pytest.mark.norm("ID", waar="...")`.
It is proved by that test, and by the golden cases and example timelines that expect an outcome of it. A norm that gives
something to weigh or to know at a question is kept by the data of those, and proved by the table that they are held to.
"""

import ast
import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from poortnormen.catalogus import catalogus
from poortnormen.norm import REGELS
from poortnormen.weegpunten import toelichtingen, weegpunten

WORTEL = Path(__file__).resolve().parents[1]
TESTS = WORTEL / "tests"
GRENZEN = WORTEL / "docs" / "uitleg" / "grenzen.md"
BESTAND = WORTEL / "src" / "poortnormen" / "dekking.toml"
OPEN = re.compile(r"^\| `([A-Z0-9]+-[^`]*|[A-Z]+-\*)` \| (.+) \|$", re.MULTILINE)
KOP = "# Made by scripts/dekking.py from the rules, the golden cases and the tests; do not edit.\n"


def main() -> int:
    """Write the file, or with --controleer only say whether it is up to date."""
    nieuw = tekst()
    if "--controleer" in sys.argv[1:]:
        gelijk = BESTAND.exists() and BESTAND.read_text(encoding="utf-8") == nieuw
        print("dekking.toml is up to date" if gelijk else "dekking.toml is out of date: run scripts/dekking.py")
        return 0 if gelijk else 1
    BESTAND.write_text(nieuw, encoding="utf-8")
    return 0


def tekst() -> str:
    """Give what the file should hold."""
    waar: dict[str, set[str]] = defaultdict(set)
    toetsen: dict[str, set[str]] = defaultdict(set)
    for norm_id, uitwerking in catalogus().uitwerkingen.items():
        waar[norm_id].add(f"{uitwerking.functie.__module__}.{uitwerking.functie.__qualname__}")
    for norm_id, functie in REGELS.items():
        waar[norm_id].add(f"{functie.__module__}.{functie.__qualname__}")
    for norm_id, plaats in gevallen():
        toetsen[norm_id].add(plaats)
    for norm_id, plaats, toets in merken():
        waar[norm_id].add(plaats)
        toetsen[norm_id].add(toets)
    for norm_id, plaats, tabel in gewogen():
        waar[norm_id].add(plaats)
        toetsen[norm_id].add(tabel)
    for norm in catalogus().normen.values():
        if norm.gelijk_aan:
            waar[norm.id] |= waar[norm.gelijk_aan]
    delen = [KOP, "[open]"]
    delen += [f"{json.dumps(patroon)} = {_tekst(reden)}" for patroon, reden in open_normen().items()]
    for norm_id in catalogus().normen:
        if waar[norm_id] and toetsen[norm_id]:
            delen.append(f"\n[norm.{json.dumps(norm_id)}]")
            delen.append(f"waar = {json.dumps(sorted(waar[norm_id]))}")
            delen.append(f"toetsen = {_lijst(toetsen[norm_id])}")
    return "\n".join(delen) + "\n"


def open_normen() -> dict[str, str]:
    """Give the reason per pattern from the table that people read."""
    return dict(OPEN.findall(GRENZEN.read_text(encoding="utf-8")))


def gevallen() -> Iterator[tuple[str, str]]:
    """Give each norm of which a golden case or an example expects something, with the file."""
    for pad in sorted((TESTS / "poortnormen" / "gevallen").rglob("*.toml")):
        for geval in tomllib.loads(pad.read_text(encoding="utf-8")).get("geval", []):
            for norm_id in geval.get("verwacht", {}):
                yield norm_id, _naam(pad)
    for pad in sorted((TESTS / "poortnormen" / "trajecten").glob("*.toml")):
        for norm_id in tomllib.loads(pad.read_text(encoding="utf-8")):
            yield norm_id, _naam(pad)
    for pad in sorted((TESTS / "voorbeelden").glob("*.toml")):
        for norm_id in tomllib.loads(pad.read_text(encoding="utf-8"))["momenten"]:
            yield norm_id, _naam(pad)


def gewogen() -> Iterator[tuple[str, str, str]]:
    """Give each norm that is a point to weigh or something to know at a question, and that the checked table expects.

    The tests hold each row of those tables against the tree of the verdict; a row without a point covers nothing.
    """
    for bekend, plaats, naam in (
        (weegpunten(), "poortnormen.weegpunten.weegpunten", "weegpunten.toml"),
        (toelichtingen(), "poortnormen.weegpunten.toelichtingen", "toelichtingen.toml"),
    ):
        pad = TESTS / "poortnormen" / "gegevens" / naam
        for norm_id in tomllib.loads(pad.read_text(encoding="utf-8")):
            if norm_id in bekend:
                yield norm_id, plaats, _naam(pad)


def merken() -> Iterator[tuple[str, str, str]]:
    """Give each norm that a test names, with what keeps it and the test."""
    for pad in sorted(TESTS.rglob("*.py")):
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        namen = dict(_constanten(boom))
        for merk in _normmerken(_merken_van_module(boom)):
            yield *_inhoud(merk, namen, pad), _naam(pad)
        for ding in ast.walk(boom):
            if isinstance(ding, ast.FunctionDef | ast.ClassDef):
                for merk in _normmerken(ding.decorator_list):
                    yield *_inhoud(merk, namen, pad), f"{_naam(pad)}::{ding.name}"


def _merken_van_module(boom: ast.Module) -> Iterator[ast.expr]:
    """Give what stands in `pytestmark`: marks of every test in the file."""
    for regel in boom.body:
        if isinstance(regel, ast.Assign) and any(ast.unparse(doel) == "pytestmark" for doel in regel.targets):
            yield from regel.value.elts if isinstance(regel.value, ast.List | ast.Tuple) else [regel.value]


def _normmerken(merken_: Iterable[ast.expr]) -> Iterator[ast.Call]:
    return (merk for merk in merken_ if isinstance(merk, ast.Call) and ast.unparse(merk.func) == "pytest.mark.norm")


def _constanten(boom: ast.Module) -> Iterator[tuple[str, str]]:
    for regel in boom.body:
        if isinstance(regel, ast.Assign) and isinstance(regel.value, ast.Constant):
            for doel in regel.targets:
                if isinstance(doel, ast.Name) and isinstance(regel.value.value, str):
                    yield doel.id, regel.value.value


def _inhoud(merk: ast.Call, namen: dict[str, str], pad: Path) -> tuple[str, str]:
    delen = [*merk.args, *(sleutel.value for sleutel in merk.keywords if sleutel.arg == "waar")]
    woorden = [namen.get(deel.id) if isinstance(deel, ast.Name) else _vaste_tekst(deel) for deel in delen]
    match woorden:
        case [str(norm_id), str(plaats)]:
            return norm_id, plaats
        case _:
            zin = 'write pytest.mark.norm("ID", waar="dotted.path") with texts, or names of texts in this module'
            sys.exit(f"{_naam(pad)}:{merk.lineno}: {zin}")


def _vaste_tekst(deel: ast.expr) -> str | None:
    return deel.value if isinstance(deel, ast.Constant) and isinstance(deel.value, str) else None


def _naam(pad: Path) -> str:
    return str(pad.relative_to(WORTEL))


def _tekst(tekst_: str) -> str:
    return json.dumps(tekst_, ensure_ascii=False)


def _lijst(toetsen: set[str]) -> str:
    rij = sorted(toetsen)
    return (
        "[" + ", ".join(map(_tekst, rij)) + "]" if len(rij) == 1 else "[\n  " + ",\n  ".join(map(_tekst, rij)) + ",\n]"
    )


if __name__ == "__main__":
    sys.exit(main())

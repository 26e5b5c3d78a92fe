"""Modules stay small enough to read in one sitting."""

from collections.abc import Iterator
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
HOOGSTENS_REGELS = 400
SOORTEN = {".py", ".html", ".css", ".js", ".txt"}

# path: (lines it may have, why it is longer)
UITZONDERINGEN: dict[str, tuple[int, str]] = {
    "tests/poortnormen/norm_ids.txt": (2000, "data: every norm id ever issued, one on each line"),
}


def modules() -> Iterator[Path]:
    for map_ in ("src", "tests", "scripts", "benchmarks"):
        for pad in sorted((WORTEL / map_).rglob("*")):
            if pad.suffix in SOORTEN and pad.is_file() and not {"migrations", "__pycache__"} & set(pad.parts):
                yield pad


def test_er_zijn_modules():
    assert sum(1 for _ in modules()) > 20


@pytest.mark.parametrize("pad", list(modules()), ids=lambda pad: str(pad.relative_to(WORTEL)))
def test_module_is_niet_te_lang(pad: Path):
    naam = str(pad.relative_to(WORTEL))
    hoogstens, _ = UITZONDERINGEN.get(naam, (HOOGSTENS_REGELS, ""))
    regels = len(pad.read_text(encoding="utf-8").splitlines())
    assert regels <= hoogstens, f"{naam} has {regels} lines and may have {hoogstens}: split it by subject"


def test_uitzonderingen_zijn_nog_nodig_en_hebben_een_reden():
    for naam, (hoogstens, reden) in UITZONDERINGEN.items():
        pad = WORTEL / naam
        assert pad.exists(), f"{naam} is gone: remove its exception"
        assert len(reden) > 20, f"{naam}: say why it is longer"
        regels = len(pad.read_text(encoding="utf-8").splitlines())
        assert HOOGSTENS_REGELS < regels <= hoogstens, f"{naam} has {regels} lines: remove or lower its exception"

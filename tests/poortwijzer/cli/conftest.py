"""Running the command line inside the test's own process, and reading what it says."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from poortwijzer.cli.hoofd import draai

VOORBEELDEN = Path(__file__).resolve().parents[3] / "voorbeelden"
PEILDATUM = "2026-11-24"


@dataclass(frozen=True)
class Antwoord:
    """What a command gave: its exit code, what it printed, and what it complained about."""

    code: int
    uit: str
    fout: str

    @property
    def json(self) -> Any:
        """The printed answer as JSON."""
        return json.loads(self.uit)


Opdracht = Callable[..., Antwoord]


@pytest.fixture
def opdracht(capsys: pytest.CaptureFixture[str]) -> Opdracht:
    """Give a function that runs a command and gives its answer."""

    def voer_uit(*woorden: object) -> Antwoord:
        code = draai([str(woord) for woord in woorden])
        gezegd = capsys.readouterr()
        return Antwoord(code, gezegd.out, gezegd.err)

    return voer_uit


@pytest.fixture
def dossierbestand(tmp_path: Path) -> Callable[[object], Path]:
    """Give a function that writes a dossier file and gives its path."""

    def schrijf(inhoud: object) -> Path:
        pad = tmp_path / "dossier.json"
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode())
        return pad

    return schrijf


@pytest.fixture
def voorbeelden() -> Path:
    """Give the folder with the example dossiers."""
    return VOORBEELDEN

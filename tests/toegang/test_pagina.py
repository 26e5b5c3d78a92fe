"""The page that shows the policy to people says what the policy says."""

import subprocess
import sys
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]


def test_de_bladzijde_over_toegang_is_bij():
    opdracht = [sys.executable, WORTEL / "scripts" / "toegangspagina.py", "--controleer"]
    klaar = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr

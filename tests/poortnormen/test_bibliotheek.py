"""De kern als bibliotheek: het voorbeeld in de uitleg klopt, en heeft niets nodig dan Python zelf."""

import re
import subprocess
import sys
from pathlib import Path

import poortnormen

WORTEL = Path(__file__).parents[2]
UITLEG = WORTEL / "docs" / "uitleg" / "bibliotheek.md"


def _blok(taal: str) -> str:
    gevonden = re.search(rf"```{taal}\n(.*?)```", UITLEG.read_text(encoding="utf-8"), re.DOTALL)
    assert gevonden is not None, f"{UITLEG.name} heeft geen blok {taal}"
    return gevonden[1]


def test_het_voorbeeld_geeft_wat_de_uitleg_zegt_zonder_een_enkele_bibliotheek() -> None:
    zonder_bibliotheken = f"import sys; sys.path.insert(0, {str(WORTEL / 'src')!r})\n"

    gedaan = subprocess.run(
        [sys.executable, "-I", "-S", "-c", zonder_bibliotheken + _blok("python")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert gedaan.stderr == ""
    assert gedaan.stdout == _blok("text")


def test_wat_de_kern_belooft_is_er_en_heeft_een_beschrijving() -> None:
    for naam in poortnormen.__all__:
        ding = getattr(poortnormen, naam)
        assert ding.__doc__ or naam == "Uitkomst", naam

"""What may not stand in any file of the repository."""

import re
import subprocess
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]

# Written apart, so that this file does not find itself.
REGISTERS = [
    "".join(delen)
    for delen in (
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("npm", "js.org"),
        ("npm", "js.com"),
        ("yarn", "pkg.com"),
        ("deb", ".debian.org"),
        ("crates", ".io"),
        ("ghcr", ".io"),
        ("docker", ".io"),
        ("jsde", "livr.net"),
        ("unp", "kg.com"),
        ("cdnj", "s.cloudflare.com"),
    )
]
VERBODEN = re.compile("|".join(map(re.escape, REGISTERS)), re.IGNORECASE)


def bestanden() -> list[Path]:
    """Every file that is or would be committed."""
    lijst = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607  # git of the PATH
        cwd=WORTEL, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    return [WORTEL / naam for naam in lijst.split("\0") if naam and (WORTEL / naam).is_file()]


def test_geen_naam_van_een_pakketregister():
    gelezen = 0
    gevonden = []
    for pad in bestanden():
        inhoud = pad.read_bytes().decode("utf-8", errors="ignore")
        gelezen += 1
        gevonden += [f"{pad.relative_to(WORTEL)}: {treffer.group()}" for treffer in VERBODEN.finditer(inhoud)]
    assert gelezen > 50
    assert not gevonden


@pytest.mark.parametrize("naam", REGISTERS)
def test_de_controle_ziet_een_adres(naam: str):
    assert VERBODEN.search(f"resolved: https://{naam.upper()}/simple")


@pytest.mark.parametrize("slot", sorted((WORTEL / "requirements").glob("*.txt")), ids=lambda pad: pad.name)
def test_slot_heeft_controlegetallen_en_geen_adressen(slot: Path):
    inhoud = slot.read_text(encoding="ascii")
    blokken = re.split(r"\n(?=\S)", inhoud.strip())
    assert blokken
    for blok in blokken:
        assert "==" in blok.splitlines()[0], blok
        assert "--hash=sha256:" in blok, blok
    assert "://" not in inhoud
    assert "--index-url" not in inhoud


def test_elke_uitzondering_op_een_controle_heeft_een_reden():
    """A suppressed warning says why, behind a second `#`."""
    kaal = re.compile(r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[^]]*\])?|pragma:\s*no cover)\s*$")
    gevonden = [
        f"{pad.relative_to(WORTEL)}:{nummer}"
        for pad in bestanden()
        if pad.suffix == ".py" and "migrations" not in pad.parts
        for nummer, regel in enumerate(pad.read_text(encoding="utf-8").splitlines(), start=1)
        if kaal.search(regel)
    ]
    assert not gevonden

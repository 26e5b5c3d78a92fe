"""The form of the changelog and of the decisions."""

import re
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
ADRS = sorted((WORTEL / "docs" / "adr").glob("*.md"))
STATUS = {"voorgesteld", "aanvaard", "vervangen"}
UITVOERING = {"niet", "deels", "geheel"}
KOPPEN = ["Context", "Besluit", "Gevolgen", "Verworpen"]
RUBRIEKEN = {"Normen", "Toegevoegd", "Gewijzigd", "Vervallen", "Verwijderd", "Opgelost", "Beveiliging"}


@pytest.mark.parametrize("adr", ADRS, ids=lambda pad: pad.stem)
def test_adr_heeft_de_afgesproken_vorm(adr: Path):
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+", adr.stem)
    tekst = adr.read_text(encoding="utf-8")
    kop = re.match(r"---\n(.*?)\n---\n\n# (.+)\n", tekst, re.DOTALL)
    assert kop, "front matter and a title"
    velden = dict(regel.split(": ", 1) for regel in kop[1].splitlines())
    assert set(velden) == {"status", "uitvoering"}
    assert velden["status"] in STATUS
    assert velden["uitvoering"] in UITVOERING
    assert re.findall(r"^## (.+)$", tekst, re.MULTILINE) == KOPPEN
    for deel in re.split(r"^## .+$", tekst, flags=re.MULTILINE)[1:]:
        assert deel.strip(), f"{adr.name}: an empty section"


def test_adrs_zijn_doorlopend_genummerd():
    assert [int(adr.stem[:4]) for adr in ADRS] == list(range(1, len(ADRS) + 1))


def test_wijzigingen_noemen_normen_eerst():
    tekst = (WORTEL / "CHANGELOG.md").read_text(encoding="utf-8")
    uitgaven = re.split(r"^## ", tekst, flags=re.MULTILINE)[1:]
    assert uitgaven
    assert uitgaven[0].startswith("[Unreleased]")
    for uitgave in uitgaven:
        titel, _, inhoud = uitgave.partition("\n")
        assert re.fullmatch(r"\[Unreleased\]|\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", titel), titel
        rubrieken = re.findall(r"^### (.+)$", inhoud, re.MULTILINE)
        assert set(rubrieken) <= RUBRIEKEN, rubrieken
        assert "Normen" not in rubrieken[1:], f"{titel}: changes of norms come first"


@pytest.mark.parametrize(
    "pad",
    [*WORTEL.glob("*.md"), *(WORTEL / "docs").rglob("*.md")],
    ids=lambda pad: str(pad.relative_to(WORTEL)),
)
def test_verwijzingen_wijzen_ergens_heen(pad: Path):
    """Relative links and pictures exist."""
    for doel in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", pad.read_text(encoding="utf-8")):
        assert (pad.parent / doel).exists(), f"{pad.name} refers to {doel}, which is not there"

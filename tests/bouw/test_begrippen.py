"""The glossary: every name that it gives stands in the code, and words that it rejects do not become names."""

import re
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
RIJ = re.compile(
    r"^\| (?P<begrip>[^|]+) \| (?P<betekenis>[^|]+) \| (?P<bron>[^|]+) \| `(?P<naam>[^`|]+)` \| (?P<niet>[^|]*)\|$"
)
CODE = "\n".join(
    pad.read_text(encoding="utf-8")
    for pad in (WORTEL / "src").rglob("*")
    if pad.suffix in {".py", ".toml"} and pad.is_file()
)
RIJEN = [
    gevonden.groupdict()
    for regel in (WORTEL / "docs" / "begrippen.md").read_text(encoding="utf-8").splitlines()
    if (gevonden := RIJ.match(regel))
]


def test_er_zijn_begrippen_op_alfabet():
    begrippen = [rij["begrip"].strip() for rij in RIJEN]
    assert len(begrippen) > 30
    assert begrippen == sorted(begrippen)
    tabelregels = (WORTEL / "docs" / "begrippen.md").read_text(encoding="utf-8").count("\n| ")
    assert tabelregels - 1 == len(RIJEN), "a row of the table has another form"


@pytest.mark.parametrize("rij", RIJEN, ids=lambda rij: rij["begrip"].strip())
def test_naam_bestaat_en_het_verworpen_woord_niet(rij: dict[str, str]):
    assert re.search(rf"(?<!\w){re.escape(rij['naam'])}(?!\w)", CODE), f"{rij['naam']} is nowhere in the code"
    for woord in filter(None, (deel.strip() for deel in rij["niet"].split(","))):
        klasse = "".join(deel.capitalize() for deel in re.split(r"[ -]", woord))
        assert not re.search(rf"class {re.escape(klasse)}\b", CODE), f"{woord} became a name"

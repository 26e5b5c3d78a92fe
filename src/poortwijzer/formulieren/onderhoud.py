"""For who changes a kind: `python -m poortwijzer.formulieren.onderhoud`.

Writes the texts of the kinds as Python, where the translators' tools find them, and the marks of the forms, by which a
test sees that a form changed without a new version. It refuses to change the mark of an existing version; with
`--nog-niet-uitgegeven` it does, for a version that nobody used yet.
"""

import json
import sys
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel

from poortwijzer.formulieren.afdruk import afdruk
from poortwijzer.formulieren.register import SOORTEN_MAP, alle_vormen
from poortwijzer.formulieren.soort import Kolom, Soort

TEKSTEN_MAP = Path(__file__).parent / "teksten"
SLOT = SOORTEN_MAP / "vormen.json"
TEKSTVELDEN = frozenset(
    {"titel", "inleiding", "toelichting", "label", "hulp", "rijnaam", "eenheid", "wat", "waarom", "doe", "bij_oneens"}
)
REGELBREEDTE = 120
STUKBREEDTE = 100


def teksten(soort: Soort) -> tuple[str, ...]:
    """Give every text of a kind that people read, each once, in the order of the form."""
    return tuple(dict.fromkeys(_teksten(soort)))


def _teksten(deel: object) -> Iterator[str]:
    if isinstance(deel, tuple):
        for onderdeel in deel:
            yield from _teksten(onderdeel)
    elif isinstance(deel, BaseModel):
        for naam in type(deel).model_fields:
            waarde = getattr(deel, naam)
            if naam in TEKSTVELDEN and isinstance(waarde, str):
                yield waarde
            else:
                yield from _teksten(waarde)


def als_python(soort: Soort) -> str:
    """Give the source of the module that holds the texts of a kind."""
    regels = "".join(f"    {_als_aanroep(tekst)},\n" for tekst in teksten(soort))
    return (
        f'"""The texts of {soort.soort}.toml, for the translators. Made by formulieren.onderhoud."""\n\n'
        "from django.utils.translation import gettext_noop as _\n\n"
        f"TEKSTEN = (\n{regels})\n"
    )


def _als_aanroep(tekst: str) -> str:
    kort = f"_({_als_tekst(tekst)})"
    if len(kort) + len("    ,") <= REGELBREEDTE:
        return kort
    stukken = textwrap.wrap(tekst, STUKBREEDTE, drop_whitespace=False, replace_whitespace=False, break_on_hyphens=False)
    return "_(\n" + "".join(f"        {_als_tekst(stuk)}\n" for stuk in stukken) + "    )"


def _als_tekst(tekst: str) -> str:
    return json.dumps(tekst, ensure_ascii=False)


def merk(soort: Soort) -> str:
    """Give the mark of a form: of what is needed to read a document, not of help or order of words around it."""
    velden = [_vorm_van(veld) | {"kolommen": [_vorm_van(kolom) for kolom in veld.kolommen]} for veld in soort.velden()]
    return afdruk({"soort": soort.soort, "vormversie": soort.vormversie, "velden": velden})


def _vorm_van(kolom: Kolom) -> dict[str, object]:
    keuzes = [[keuze.waarde, keuze.label] for keuze in kolom.keuzes]
    return {
        "naam": kolom.naam,
        "type": str(kolom.type),
        "label": kolom.label,
        "eenheid": kolom.eenheid,
        "keuzes": keuzes,
    }


def merken() -> dict[str, str]:
    """Give the mark of every form in every version."""
    return {f"{naam} {versie}": merk(soort) for (naam, versie), soort in sorted(alle_vormen().items())}


def vastgelegde_merken() -> Mapping[str, str]:
    """Give the marks as they were written down."""
    gelezen = json.loads(SLOT.read_text(encoding="utf-8"))
    assert isinstance(gelezen, dict)  # noqa: S101  # this module wrote it
    return gelezen


def main(argumenten: list[str]) -> int:
    """Write the texts and the marks; 1 when a form changed that may be in use."""
    nieuw = merken()
    oud = vastgelegde_merken() if SLOT.exists() else {}
    gewijzigd = [naam for naam, waarde in nieuw.items() if oud.get(naam, waarde) != waarde]
    if gewijzigd and "--nog-niet-uitgegeven" not in argumenten:
        sys.stderr.write(
            f"Changed: {', '.join(gewijzigd)}. Keep the old file as <soort>.<versie>.toml and raise vormversie.\n"
        )
        return 1
    SLOT.write_text(json.dumps(nieuw, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for naam, versie in alle_vormen():
        soort = alle_vormen()[naam, versie]
        (TEKSTEN_MAP / f"{naam}_{versie}.py").write_text(als_python(soort), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

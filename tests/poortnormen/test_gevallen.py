"""De gouden gevallen: wat er bij feiten uit de normen moet komen. Elk geval is één toets."""

from pathlib import Path

import pytest
from geval import Geval, Gevalfout, gevalbestanden, lees_gevallen, verschillen


def _alle() -> list[object]:
    """Geef elk geval; een bestand dat niet te lezen is, wordt één toets die zegt waarom."""
    alle: list[object] = []
    for pad in gevalbestanden():
        try:
            alle += [pytest.param(geval, id=geval.id) for geval in lees_gevallen(pad)]
        except Gevalfout as fout:
            alle.append(pytest.param(fout, id=f"{pad.parent.name}/{pad.name}::niet te lezen"))
    return alle


@pytest.mark.parametrize("geval", _alle())
def test_geval(geval: Geval | Gevalfout) -> None:
    if isinstance(geval, Gevalfout):
        pytest.fail(str(geval), pytrace=False)

    gevonden = verschillen(geval)

    if gevonden:
        feiten = "\n".join(f"    {feit.naam}: {feit.waarde}" for feit in geval.dossier.feiten)
        regels = "\n".join(f"  - {regel}" for regel in gevonden)
        pytest.fail(
            f"{geval.naam} (peildatum {geval.peildatum}; herkomst: {geval.herkomst})\n{regels}\n  feiten:\n{feiten}",
            pytrace=False,
        )


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("[[geval]\n", "Expected"),
        ("vreemd = 1\n", "onbekende sleutel vreemd"),
        ("[basis]\nzomaar = 1\n", "onbekende sleutel zomaar"),
        ("[basis]\npeildatum = 2025-01-01\n", "er staat geen"),
        ('[[geval]]\nnaam = "a"\n', "herkomst, peildatum, verwacht ontbreekt"),
        ('{geval}verwacht."PRG-0" = {{}}\n', "PRG-0 is geen norm"),
        ('{geval}verwacht."PRG-4-1" = {{ uitkomt = 1 }}\n', "onbekende sleutel uitkomt"),
        ("{geval}verwacht = {{}}\ngegeven.oordel_op = 2025-01-01\n", "het feit 'oordel_op' kennen wij niet"),
        ("{geval}verwacht = {{}}\ngegeven.stukken = 2025-01-01\n", "is meervoudig; geef een lijst"),
        ("{geval}verwacht = {{}}\ngegeven.aow_datum = 1\n", "Schrijf de dag als"),
        ('{geval}verwacht = {{}}\nzonder = ["aow_datum"]\n', "dat stond niet in de basis"),
        ("{geval}verwacht = {{}}\n{geval}verwacht = {{}}\n", "twee gevallen heten 'a'"),
    ],
)
def test_een_verkeerd_opgeschreven_geval_wordt_geweigerd(
    tekst: str, melding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geval.MAP", tmp_path)
    geval = '[[geval]]\nnaam = "a"\nherkomst = "eigen geval"\npeildatum = 2025-01-01\n'
    pad = tmp_path / "fout.toml"
    pad.write_text(tekst.format(geval=geval) if "{geval}" in tekst else tekst, encoding="utf-8")

    with pytest.raises(Gevalfout, match=melding):
        lees_gevallen(pad)


def test_een_geval_dat_niet_klopt_geeft_per_verschil_een_regel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geval.MAP", tmp_path)
    pad = tmp_path / "fout.toml"
    pad.write_text(
        """
        [[geval]]
        naam = "a"
        herkomst = "eigen geval"
        peildatum = 2025-01-01
        gegeven.ziekmeldingen = [{ eerste_ziektedag = 2024-11-05 }]
        verwacht."WIA-23-2" = { uitkomst = 2024-11-06, soort = "vastgesteld", houdbaar_tot = "altijd" }
        verwacht."PRG-4-1" = { status = "te_laat" }
        """,
        encoding="utf-8",
    )
    (geval,) = lees_gevallen(pad)

    datum, status = verschillen(geval)

    assert datum.startswith("WIA-23-2, uitkomst: verwacht 2024-11-06, gevonden 2024-11-05")
    assert status.startswith("PRG-4-1, status: verwacht te_laat, gevonden onbekend")

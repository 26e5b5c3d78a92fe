"""The example dossiers: their timeline on one day, worked out by hand in a TOML file per example."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from poortnormen.catalogus import catalogus
from poortnormen.dossier import lees_dossier, schrijf_dossier
from poortnormen.stand import stand, standnormen
from poortnormen.standdelen import Oordeel
from poortnormen.tijdlijn import tijdlijn

WORTEL = Path(__file__).resolve().parents[2]
VOORBEELDEN = sorted((WORTEL / "voorbeelden").glob("*.json"))
VERWACHT = sorted(Path(__file__).parent.glob("*.toml"))
# What an employer may not know about illness; a first net, the guard of the platform knows more.
MEDISCH = re.compile(
    r"diagnos|medicijn|medicat|operati|depress|burn-?out|kanker|klacht|pijn|behandel|psych|hernia|ziekenhuis",
    re.IGNORECASE,
)


def beoordeel(pad, peildatum):
    regels = catalogus()
    dossier = lees_dossier(pad.read_bytes())
    beoordeling = regels.beoordeel(dossier, peildatum, alleen=standnormen(regels))
    momenten = tijdlijn(regels, beoordeling)
    return momenten, stand(beoordeling, momenten)


def test_er_zijn_minstens_twaalf_voorbeelden_elk_met_een_verwachte_tijdlijn():
    assert len(VOORBEELDEN) >= 12
    assert [pad.stem for pad in VOORBEELDEN] == [pad.stem for pad in VERWACHT]


@pytest.mark.parametrize("pad", VERWACHT, ids=lambda pad: pad.stem)
def test_tijdlijn_en_oordeel_zijn_wat_met_de_hand_is_uitgerekend(pad):
    verwacht = tomllib.loads(pad.read_text(encoding="utf-8"))
    momenten, gegeven = beoordeel(WORTEL / "voorbeelden" / f"{pad.stem}.json", verwacht["peildatum"])
    per_norm = {moment.norm: moment for moment in momenten}
    gevonden = {
        norm: {naam: getattr(per_norm[norm], naam) for naam in velden} if norm in per_norm else {}
        for norm, velden in verwacht["momenten"].items()
    }
    gevonden = {n: {v: list(w) if isinstance(w, tuple) else w for v, w in d.items()} for n, d in gevonden.items()}
    assert gevonden == verwacht["momenten"]
    assert gegeven.oordeel == verwacht["oordeel"]
    antwoorden = {reden.norm: reden.uitkomst.value for reden in alle_redenen(gegeven.redenen)}
    assert {norm: antwoorden.get(norm) for norm in verwacht.get("redenen", {})} == verwacht.get("redenen", {})
    if "maatregel_werknemer" in verwacht:
        assert gegeven.maatregel_werknemer is verwacht["maatregel_werknemer"]
    if "omslag" in verwacht:
        wegen = [(weg.oordeel.value, [stap.feit for stap in weg.stappen]) for weg in gegeven.omslag]
        assert wegen == [(weg["oordeel"], weg["feiten"]) for weg in verwacht["omslag"]]


def alle_redenen(redenen):
    for reden in redenen:
        yield reden
        yield from alle_redenen(reden.onderliggend)


def test_elk_oordeel_heeft_minstens_twee_voorbeelden():
    aantal = Counter(tomllib.loads(pad.read_text(encoding="utf-8"))["oordeel"] for pad in VERWACHT)
    assert {oordeel.value: aantal[oordeel.value] >= 2 for oordeel in Oordeel} == dict.fromkeys(Oordeel, True)


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_voorbeeld_is_te_lezen_en_te_schrijven_zonder_verlies(pad):
    dossier = lees_dossier(pad.read_bytes())
    assert lees_dossier(schrijf_dossier(dossier)) == dossier
    assert dossier.kenmerk == pad.stem
    assert dossier.omschrijving


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=lambda pad: pad.stem)
def test_voorbeeld_bevat_niets_medisch(pad):
    assert not MEDISCH.search(pad.read_text(encoding="utf-8"))


def test_lijst_van_voorbeelden_noemt_ze_allemaal():
    tekst = (WORTEL / "voorbeelden" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"\]\(([a-z0-9-]+)\.json\)", tekst) == sorted(pad.stem for pad in VOORBEELDEN)

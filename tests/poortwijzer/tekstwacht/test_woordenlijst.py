"""Medical words are found in any form, and ordinary words of work are not."""

import json
import tomllib
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from importlib import resources
from pathlib import Path
from typing import get_args

import pytest
from django import forms
from django.urls import get_resolver
from hypothesis import given
from hypothesis import strategies as st

from poortnormen.feiten import FEITEN
from poortwijzer.formulieren.register import soorten
from poortwijzer.lib.zinnen import woord
from poortwijzer.tekstwacht.woordenlijst import Vondst, Woordsoort, vind
from poortwijzer.web.forms import dossier, feit, gast, stuk, taak, velden, verzuim, werknemer

VOORBEELDEN = Path(__file__).resolve().parents[3] / "voorbeelden"


@pytest.mark.norm("AVG-AP-2", waar="poortwijzer.tekstwacht.woordenlijst.vind")
@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("belt om de week voor fysiotherapie na hernia", {"fysiotherapie", "hernia"}),
        ("heeft een Burn-out", {"Burn-out"}),
        ("is burn out geraakt", {"burn out"}),
        ("knieoperatie gepland, knie-operatie", {"knieoperatie", "knie-operatie"}),
        ("slikt antidepressiva, 20 mg per dag", {"antidepressiva", "20 mg"}),
        ("hernia's en migraines", {"hernia's", "migraines"}),
        ("code F32.1, ICD-10", {"F32.1", "ICD-10"}),
        ("CAS-code L694", {"CAS-code", "L694"}),
        ("borstkanker", {"borstkanker"}),
        ("heeft MS", {"MS"}),
        ("DEPRESSIE", {"DEPRESSIE"}),
        ("zij is zwanger", {"zwanger"}),
    ],
)
def test_medische_woorden_worden_gevonden(tekst, woorden):
    assert {vondst.woord for vondst in vind(tekst)} == woorden


@pytest.mark.norm("AVG-AP-2", waar="poortwijzer.tekstwacht.woordenlijst.vind")
@pytest.mark.parametrize(
    "tekst",
    [
        "kan 4 uur per dag zittend werken",
        "als hij komt, spreken wij af",
        "de coöperatie is operationeel",
        "arbeidstherapie en therapeutisch werken zijn afgesproken",
        "werkt op kamer B204, mevrouw Ms. Jansen",
        "zwangerschapsverlof van 1 maart tot 1 juni",
        "tillen tot 10 kg, geen deadlines, verwacht 8 weken",
        "gesprek met de bedrijfsarts en de huisarts",
        "werkt bij de huisartsenpost, verdieping 3, telefoon 06 12345678",
    ],
)
def test_gewone_woorden_van_het_werk_niet(tekst):
    assert vind(tekst) == ()


def _rijtjes():
    gelezen = tomllib.loads(
        resources.files("poortwijzer.tekstwacht").joinpath("woorden.toml").read_text(encoding="utf-8")
    )
    for soort in Woordsoort:
        for lijst in ("woorden", "zinsdelen"):
            yield from ((woord_, soort) for woord_ in gelezen[soort].get(lijst, ()))


@pytest.mark.parametrize(("woord_", "soort"), list(_rijtjes()))
def test_elk_woord_van_de_lijst_wordt_gevonden_in_een_zin_en_in_hoofdletters(woord_, soort):
    for vorm in (woord_, woord_.upper(), f"“{woord_}”,", f"x {woord_}. y"):
        assert soort in {vondst.soort for vondst in vind(vorm)}, vorm


@given(voor=st.text(alphabet=" .,;\n", max_size=5), na=st.text(alphabet=" .,;!?\n", max_size=5))
def test_waar_het_woord_ook_staat(voor, na):
    assert vind(f"{voor}hernia{na}") == (Vondst("hernia", Woordsoort.DIAGNOSE),)


@given(st.text())
def test_elke_tekst_kan_worden_nagekeken_en_wat_gevonden_is_staat_erin(tekst):
    assert all(vondst.woord in tekst for vondst in vind(tekst))


def test_de_voorbeelden_zijn_schoon():
    """Texts of people who know how to write: a warning on these would be noise."""
    teksten = [pad.read_text(encoding="utf-8") for pad in VOORBEELDEN.glob("*.json")]
    assert teksten
    for tekst in teksten:
        feiten = json.loads(tekst)["feiten"]
        schoon = [feit_.get("motivering", "") for feit_ in feiten]
        assert [vind(t) for t in schoon if vind(t)] == []


def _keuzelijsten():
    """Give every answer to choose from on the employer's side: of forms, of documents, and of facts."""
    for module in (dossier, feit, gast, stuk, taak, velden, verzuim, werknemer):
        for klasse in vars(module).values():
            if isinstance(klasse, type) and issubclass(klasse, forms.Form):
                for veld in getattr(klasse, "base_fields", {}).values():
                    yield from (str(label) for _waarde, label in getattr(veld, "choices", ()))
    for soort in soorten().values():
        for veld in soort.velden():
            yield from (keuze.label for kolom in (veld, *veld.kolommen) for keuze in kolom.keuzes)
    for soort_ in FEITEN.values():
        for deel in (soort_.type, *get_args(soort_.type)):
            if isinstance(deel, type) and issubclass(deel, StrEnum):
                yield from (woord(str(keuze)) for keuze in deel)


@pytest.mark.norm("AVG-AP-4", waar="poortwijzer.web.forms.velden.Tekstvak")
def test_elk_vrij_tekstveld_zegt_dat_er_geen_ziekte_in_hoort():
    get_resolver().url_patterns  # noqa: B018  # loads every page, and with it every form
    velden_ = [
        (klasse.__name__, naam, veld)
        for klasse in _formulieren(forms.BaseForm)
        for naam, veld in getattr(klasse, "base_fields", {}).items()
        if isinstance(veld.widget, forms.Textarea)
    ]
    assert len(velden_) > 5
    zonder = {(vorm, naam) for vorm, naam, veld in velden_ if str(velden.GEEN_ZIEKTE) not in str(veld.help_text)}
    # What goes to the medical part may be about an illness; a question to a doctor says in its own words what may not.
    assert zonder == {
        ("GastantwoordForm", "antwoord"),
        ("InstuurForm", "tekst"),
        ("RegelForm", "tekst"),
        ("ToestemmingVragenForm", "onderwerp"),
        ("VerbeterForm", "tekst"),
    }


def _formulieren(klasse: type) -> Iterator[type]:
    for deel in klasse.__subclasses__():
        if deel.__module__.startswith("poortwijzer."):
            yield deel
        yield from _formulieren(deel)


@pytest.mark.norm("AVG-AP-4", waar="poortwijzer.tekstwacht.woordenlijst.vind")
def test_in_geen_keuzelijst_staat_een_medisch_woord():
    keuzes = list(_keuzelijsten())
    assert len(keuzes) > 50
    assert {keuze: vind(keuze) for keuze in keuzes if vind(keuze)} == {}


@pytest.mark.parametrize("teken", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u034f", "\ufe0f"])
def test_een_onzichtbaar_teken_in_een_woord_verbergt_het_niet(teken: str):
    """A soft hyphen comes along with a text that was pasted."""
    assert [vondst.soort for vondst in vind(f"heeft border{teken}line")] == [Woordsoort.DIAGNOSE]


@pytest.mark.parametrize("woord", ["sarcoïdose", "suïcide", "Sarcoïdose"])
def test_een_los_accent_breekt_een_woord_niet(woord: str):
    """Text that was copied on a Mac has letter and accent as two signs."""
    los = unicodedata.normalize("NFD", woord)
    assert los != woord
    assert [vondst.woord for vondst in vind(los)] == [woord]


@pytest.mark.parametrize("afgebroken", ["depres-\nsie", "depres-\r\nsie", "depres- \n  sie", "depres‐\nsie"])
def test_een_woord_dat_aan_het_eind_van_een_regel_is_afgebroken_telt(afgebroken: str):
    assert [vondst.woord for vondst in vind(f"heeft een {afgebroken} gehad")] == ["depressie"]


def test_een_streepje_aan_het_eind_van_een_regel_maakt_van_gewone_woorden_geen_medisch_woord():
    assert vind("werkt op:\n- maandag\n- dinsdag 4 uur -\nook thuis") == ()

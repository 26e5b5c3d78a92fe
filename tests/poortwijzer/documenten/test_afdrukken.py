"""The printed document: accessible, fit for an archive, complete, and safe with whatever people type."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pikepdf
import pytest
from drukproef import STUK, met_antwoord
from hypothesis import given, settings
from hypothesis import strategies as st

from poortwijzer.documenten import afdrukken
from poortwijzer.documenten.afdrukken import maak_html, maak_pdf
from poortwijzer.documenten.gegevens import (
    Partij,
    Sectie,
    Stukgegevens,
    Tabel,
)
from poortwijzer.documenten.tekens import BREEKPLEK, _tekens, drukbaar


def bladzijden(stuk: Stukgegevens) -> list[bytes]:
    """Give what is drawn on each page."""
    with pikepdf.open(BytesIO(maak_pdf(stuk))) as pdf:
        return [blad.Contents.read_bytes() for blad in pdf.pages]


@pytest.mark.parametrize("is_concept", [True, False])
def test_pdf_voldoet_aan_ua_1_en_a_2a(keur, is_concept):
    keur(maak_pdf(replace(STUK, is_concept=is_concept)))


def test_dezelfde_gegevens_geven_dezelfde_pdf():
    assert maak_pdf(STUK) == maak_pdf(STUK)
    assert maak_pdf(STUK) != maak_pdf(replace(STUK, dag="wo 25 maart 2026"))


@pytest.mark.norm("PRG-6-1-2", waar="poortwijzer.documenten.gegevens.Stukgegevens")
def test_elk_stuk_draagt_titel_onderdeel_partijen_en_dag():
    pdf = maak_pdf(STUK).decode("latin-1")
    html = maak_html(STUK)

    for tekst in ("Plan van aanpak", "onderdeel g", "Katja Voorbeeld", "Detailhandel Zuid", "di 24 maart 2026"):
        assert tekst in pdf, "in the metadata, which PDF/A keeps readable"
    for tekst in ("Plan van aanpak", "onderdeel g", "Katja Voorbeeld", "di 24 maart 2026"):
        assert tekst in html


@pytest.mark.norm("PRG-6-1-2", waar="poortwijzer.documenten.gegevens.Stukgegevens")
@pytest.mark.parametrize("veld", ["titel", "onderdeel", "partijen", "dag", "afdruk"])
def test_een_stuk_dat_niet_te_herkennen_is_wordt_niet_gemaakt(veld):
    leeg = () if veld == "partijen" else ""
    with pytest.raises(ValueError, match=veld):
        replace(STUK, **{veld: leeg})


def test_een_concept_mag_nog_zonder_dag_en_zegt_dat_het_een_concept_is(keur):
    concept = replace(STUK, dag="", afdruk="", is_concept=True)

    assert "Concept." in maak_html(concept)
    assert "Concept." not in maak_html(STUK)
    keur(maak_pdf(concept))
    assert bladzijden(replace(STUK, is_concept=True))[0] != bladzijden(STUK)[0]


def test_html_toont_alles_wat_het_stuk_heeft():
    html = maak_html(STUK)

    for tekst in (
        "Wie doet wat?", "Bellen", "Goed zo.<br>Maar rustig.", "zelf ingevuld", "Niet ingevuld.",
        "De visie van de werkgever ontbreekt.", "Met verlof.", "PRG-4-2-2", "Werknemer: niet eens", "Te snel.",
        "versie 1, formulier 1", "01234567 89abcdef",
    ):  # fmt: skip
        assert tekst in html
    assert html.count("Niet ingevuld.") == 3


def test_html_laat_geen_opmaak_van_mensen_door():
    html = maak_html(met_antwoord("<script>alert(1)</script>"))

    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "tekst",
    [
        '#read("/etc/passwd") *vet* _schuin_ $x$ @bron <label> // wis',
        "Zażółć gęślą jaźń, € 1.507,80 “ja” – nee … ½ ≤ 3",
        "Emoji 👍🏽 en Arabisch مرحبا en Chinees 你好 en een vlag 🇳🇱",
        "a" * 400,
        "https://voorbeeld.test/" + "pad/" * 80,
        "regel\n" * 120,
        "\u202eomgekeerd\u200b\ufeff\u00ad",
        " ",
    ],
)
def test_wat_mensen_typen_breekt_het_stuk_niet(keur, tekst):
    keur(maak_pdf(met_antwoord(tekst)))


def test_lange_tabellen_en_namen_blijven_goed(keur):
    rijen = tuple(
        (f"Activiteit {nummer} " + "woord " * (nummer % 40), "werkgever en werknemer") for nummer in range(60)
    )
    stuk = replace(
        STUK,
        secties=(Sectie(titel="Lang", blokken=(Tabel(label="Lang", koppen=("Wat?", "Wie?"), rijen=rijen),)),),
        partijen=(Partij(rol="werknemer", naam="Johanna " * 12),),
    )

    keur(maak_pdf(stuk))
    assert len(bladzijden(stuk)) > 3


def test_wat_de_zetter_meldt_houdt_het_stuk_tegen(tmp_path, monkeypatch):
    """An unknown font is only a warning to the typesetter; what comes out is then not what was meant."""
    for sjabloon in afdrukken.SJABLONEN.glob("*.typ"):
        tekst = sjabloon.read_text(encoding="utf-8")
        anders = tekst.replace('"Source Sans Pro"', '("Bestaat Niet", "Source Sans Pro")')
        (tmp_path / sjabloon.name).write_text(anders, encoding="utf-8")
    monkeypatch.setattr(afdrukken, "SJABLONEN", tmp_path)
    with pytest.raises(afdrukken.AfdrukError, match="unknown font family"):
        maak_pdf(STUK)

    (tmp_path / "stuk.typ").write_text("#image(bytes(()))", encoding="utf-8")
    with pytest.raises(afdrukken.AfdrukError, match="format"):
        maak_pdf(STUK)


def test_een_rij_met_te_weinig_cellen_wordt_geweigerd():
    with pytest.raises(ValueError, match="2 cells"):
        Tabel(label="x", koppen=("a", "b"), rijen=(("a",),))


def test_tijd_zonder_zone_wordt_geweigerd():
    with pytest.raises(ValueError, match="time zone"):
        replace(STUK, gemaakt_op=datetime(2026, 3, 24, 12))  # noqa: DTZ001  # that is what is refused


def test_wat_het_lettertype_niet_heeft_wordt_met_naam_genoemd():
    assert drukbaar("Goed 👍") == "Goed [thumbs up sign]"
    assert drukbaar("gewoon, met ë en ł") == "gewoon, met ë en ł"
    assert drukbaar("e\u0301\u00a0x\u200by") == "\u00e9 xy"


def test_lange_woorden_krijgen_een_plek_om_te_breken():
    assert drukbaar("a" * 30) == "a" * 28 + BREEKPLEK + "aa"
    assert BREEKPLEK not in drukbaar("gewone woorden " * 20)


def test_alle_tekens_van_het_lettertype_zijn_te_drukken(keur):
    tekens = "".join(map(chr, sorted(_tekens())))

    assert {"é", "€", "Ł", "ğ", "ș", "“"} <= set(tekens)
    keur(maak_pdf(met_antwoord(drukbaar(tekens))))


@settings(max_examples=25)
@given(st.text(max_size=200))
def test_elke_tekst_is_te_drukken(tekst):
    assert maak_pdf(met_antwoord(tekst)).startswith(b"%PDF-1.7")

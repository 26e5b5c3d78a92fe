"""The document for a word processor holds what was typed as text, whatever that is, and is the same every time."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
import time_machine
from defusedxml.ElementTree import fromstring
from docx import Document
from drukproef import STUK, met_antwoord
from hypothesis import example, given, settings
from hypothesis import strategies as st

from poortwijzer.documenten.docx import maak_docx
from poortwijzer.documenten.gegevens import Partij

VIJANDIG = (
    "</w:t></w:r><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r>",
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "]]> &amp; &#0; \x00\x01\x08\x0b\x0c\x1f\x7f",
    "\ud800 \ufffe \uffff \U0001f44d",
    "\u202eomgekeerd\u202c \u200b",
    "=1+1|' /C calc'!A0",
    "{{ 7 * 7 }} {% include 'x' %}",
    "regel een\r\nregel twee\rregel drie",
)


def delen(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(inhoud)) as map_:
        assert map_.testzip() is None
        return {naam: map_.read(naam) for naam in map_.namelist()}


def tekst_van(inhoud: bytes) -> str:
    document = Document(BytesIO(inhoud))
    cellen = [cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells]
    return "\n".join([*(alinea.text for alinea in document.paragraphs), *cellen])


@settings(max_examples=40)
@given(tekst=st.text(max_size=200))
@example(tekst=VIJANDIG[0])
@example(tekst=VIJANDIG[3])
def test_wat_iemand_ook_typt_elk_deel_is_xml_zonder_velden_van_hem(tekst: str):
    bestanden = delen(maak_docx(met_antwoord(tekst)))

    for naam, inhoud in bestanden.items():
        if naam.endswith((".xml", ".rels")):
            fromstring(inhoud)
    velden = fromstring(bestanden["word/document.xml"]).iter(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instrText"
    )
    assert not list(velden), "only the footer has fields, and they are ours"
    assert set(bestanden) == set(delen(maak_docx(STUK))), "no part that a text brought along"


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_vijandige_tekst_staat_er_als_tekst(tekst: str):
    zichtbaar = "".join(teken for teken in tekst if teken.isprintable() and teken not in "\ufffe\uffff").strip()
    gelezen = tekst_van(maak_docx(met_antwoord(tekst)))
    assert zichtbaar in "".join(teken for teken in gelezen if teken.isprintable())


def test_dezelfde_gegevens_geven_op_elk_moment_dezelfde_bytes():
    with time_machine.travel("2026-03-24 12:00Z"):
        een = maak_docx(STUK)
    with time_machine.travel("2027-09-01 08:00Z"):
        assert maak_docx(STUK) == een
    assert maak_docx(replace(STUK, titel="Bijstelling")) != een


def test_een_naam_die_te_lang_is_voor_de_eigenschappen_staat_geheel_in_de_tekst():
    naam = "Handelsonderneming " * 20
    stuk = replace(STUK, titel=naam, partijen=(*STUK.partijen[:1], Partij(rol="werkgever", naam=naam)))
    assert naam in tekst_van(maak_docx(stuk))

"""The same document for a word processor, built up from paragraphs: there is no template that a text could get into."""

from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from poortwijzer.documenten.afdrukken import bovenschrift, slot
from poortwijzer.documenten.gegevens import Antwoord, Blok, Lijst, Regel, Stukgegevens, Tabel
from poortwijzer.documenten.tekens import in_xml
from poortwijzer.lib.datums import gettext as _
from poortwijzer.lib.zipstroom import met_vaste_tijd

MERK, ZACHT = RGBColor(0x0B, 0x5D, 0x66), RGBColor(0x4A, 0x58, 0x66)
LANGSTE_EIGENSCHAP = 255  # the library refuses a longer one
MEDIATYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def maak_docx(stuk: Stukgegevens) -> bytes:
    """Give the document as DOCX: headings, tables with a head, and who and which dossier on every page.

    It is for who wants to work on with the text; what counts is the frozen document and its PDF. The same data give the
    same bytes.
    """
    document = Document()
    _opmaak(document, stuk)
    _alinea(document, bovenschrift(stuk), is_klein=True)
    document.add_heading(in_xml(stuk.titel), level=1)
    if stuk.is_concept:
        _alinea(document, _("Concept. Dit stuk staat nog niet vast en kan nog veranderen."))
    _regels(document, stuk.regels)
    for sectie in stuk.secties:
        document.add_heading(in_xml(sectie.titel), level=2)
        for blok in sectie.blokken:
            _blok(document, blok)
    if stuk.leemten:
        met_reden = any(leemte.reden for leemte in stuk.leemten)
        document.add_heading(_("Wat ontbreekt, en waarom") if met_reden else _("Wat ontbreekt"), level=2)
        for leemte in stuk.leemten:
            _alinea(document, " ".join(filter(None, (leemte.wat, leemte.reden))))
    if stuk.reacties:
        document.add_heading(_("Wat de partijen van dit stuk vinden"), level=2)
        for reactie in stuk.reacties:
            document.add_heading(in_xml(f"{reactie.partij}: {reactie.standpunt}"), level=3)
            _alinea(document, reactie.woorden)
            _alinea(document, " · ".join(filter(None, (reactie.naam, reactie.op))), is_klein=True)
    document.add_heading(_("Vastgelegd"), level=2)
    _regels(document, slot(stuk))
    _alinea(document, stuk.noot, is_klein=True)
    uit = BytesIO()
    document.save(uit)
    return met_vaste_tijd(uit.getvalue(), stuk.gemaakt_op)


def _opmaak(document: Docx, stuk: Stukgegevens) -> None:
    eigenschappen = document.core_properties
    eigenschappen.title = in_xml(stuk.titel)[:LANGSTE_EIGENSCHAP]
    eigenschappen.author = in_xml(stuk.partijen[-1].naam)[:LANGSTE_EIGENSCHAP]
    eigenschappen.created = eigenschappen.modified = stuk.gemaakt_op.replace(tzinfo=None)
    eigenschappen.language, eigenschappen.comments = stuk.taal, ""
    gewoon = document.styles["Normal"]
    gewoon.font.name, gewoon.font.size = "Source Sans Pro", Pt(10.5)
    for niveau in (1, 2, 3):
        kop = document.styles[f"Heading {niveau}"]
        kop.font.name, kop.font.color.rgb = "Source Sans Pro", MERK
    vel = document.sections[0]
    vel.page_width, vel.page_height = Cm(21), Cm(29.7)
    vel.left_margin = vel.right_margin = Cm(2.3)
    vel.header.paragraphs[0].text = in_xml(f"{stuk.titel} · {stuk.partijen[0].naam} · {stuk.kenmerk}")
    _bladzijden(vel.footer.paragraphs[0])


def _bladzijden(alinea: Paragraph) -> None:
    """Write "page x of y" as fields, which the word processor fills in."""
    for woord, veld in ((_("bladzijde"), "PAGE"), (_("van"), "NUMPAGES")):
        alinea.add_run(f"{woord} ")
        for soort, tekst in (("begin", ""), ("", veld), ("end", "")):
            deel = OxmlElement("w:fldChar" if soort else "w:instrText")
            if soort:
                deel.set(qn("w:fldCharType"), soort)
            else:
                deel.text = tekst
            alinea.add_run().element.append(deel)
        alinea.add_run(" ")


def _blok(document: Docx, blok: Blok) -> None:
    document.add_heading(in_xml(blok.label), level=3)
    match blok:
        case Antwoord(alineas=alineas):
            for tekst in alineas or (_("Niet ingevuld."),):
                _alinea(document, tekst)
        case Lijst(punten=punten):
            for punt in punten or (_("Niet ingevuld."),):
                document.add_paragraph(in_xml(punt), style="List Bullet")
        case Tabel():
            _tabel(document, blok)
    if blok.van:
        van = _("Ingevuld door: %(wie)s") % {"wie": blok.van}
        _alinea(document, " · ".join(filter(None, (van, blok.noot))), is_klein=True)


def _tabel(document: Docx, blok: Tabel) -> None:
    if not blok.rijen:
        _alinea(document, _("Niet ingevuld."))
        return
    tabel = document.add_table(rows=1, cols=len(blok.koppen), style="Table Grid")
    _vul(list(tabel.rows[0].cells), blok.koppen, is_kop=True)
    kenmerk = OxmlElement("w:tblHeader")  # the head comes back on every page, and a screen reader knows it as one
    kenmerk.set(qn("w:val"), "true")
    tabel.rows[0]._tr.get_or_add_trPr().append(kenmerk)  # noqa: SLF001  # the library has no public way to it
    for rij in blok.rijen:
        _vul(list(tabel.add_row().cells), rij)


def _vul(cellen: list[_Cell], teksten: tuple[str, ...], *, is_kop: bool = False) -> None:
    for cel, tekst in zip(cellen, teksten, strict=True):
        cel.paragraphs[0].add_run(in_xml(tekst)).bold = is_kop


def _regels(document: Docx, regels: tuple[Regel, ...]) -> None:
    for regel in regels:
        alinea = document.add_paragraph()
        alinea.add_run(in_xml(f"{regel.label}: ")).font.color.rgb = ZACHT
        alinea.add_run(in_xml(regel.tekst))


def _alinea(document: Docx, tekst: str, *, is_klein: bool = False) -> None:
    if not tekst:
        return
    stuk = document.add_paragraph().add_run(in_xml(tekst))
    if is_klein:
        stuk.font.size, stuk.font.color.rgb = Pt(9), ZACHT

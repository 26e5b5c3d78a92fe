"""The table of files: a name, what the browser says, the content, and what must happen."""

from dataclasses import dataclass, field

import bouwsels as b
import pikepdf

from poortwijzer.bijlagen.afgekeurd import Reden
from poortwijzer.bijlagen.typen import MEESTE_BYTES

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
# The test file that every scanner knows, in two halves: a scanner on a developer's machine leaves this file alone then.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + b"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
XXE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
LACHEN = (
    b'<!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]><l>&j;</l>"
)


@dataclass(frozen=True, kw_only=True)
class Geval:
    """One file. `reden` is why it is refused; `via_web` says otherwise where Django mends the name on the way in."""

    wat: str
    naam: str
    mediatype: str
    inhoud: bytes = field(repr=False)
    reden: Reden
    via_web: Reden | str | None = "gelijk"


def _g(wat: str, naam: str, mediatype: str, inhoud: bytes, reden: Reden, **opties: object) -> Geval:
    return Geval(wat=wat, naam=naam, mediatype=mediatype, inhoud=inhoud, reden=reden, **opties)


R = Reden
VIJANDIG = [
    # --- size ---
    _g("empty", "brief.pdf", PDF, b"", R.LEEG),
    _g("one byte", "brief.pdf", PDF, b"\n", R.ANDERE_INHOUD),
    _g("over the limit", "brief.pdf", PDF, b.pdf() + bytes(MEESTE_BYTES), R.TE_GROOT),
    # --- names ---
    _g("turns the reading direction", "brief\u202efdp.pdf", PDF, b.pdf(), R.NAAM, via_web=None),
    _g("a sign without width", "bri\u200bef.pdf", PDF, b.pdf(), R.NAAM, via_web=None),
    _g("a zero byte", "brief.pdf\x00.exe", PDF, b.pdf(), R.NAAM, via_web=R.EXTENSIE),
    _g("a new line and a header", "brief\r\nSet-Cookie: a=b.pdf", PDF, b.pdf(), R.NAAM),
    _g("up the folders", "../../etc/brief.pdf", PDF, b.pdf(), R.NAAM, via_web=None),
    _g("from the root", "/etc/brief.pdf", PDF, b.pdf(), R.NAAM, via_web=None),
    _g("up the folders of Windows", "..\\..\\brief.pdf", PDF, b.pdf(), R.NAAM, via_web=None),
    _g("a stream of Windows", "brief.pdf:geheim.exe", PDF, b.pdf(), R.NAAM),
    _g("a device of Windows", "CON.pdf", PDF, b.pdf(), R.NAAM),
    _g("another device", "com1.x.pdf", PDF, b.pdf(), R.NAAM),
    _g("hidden", ".brief.pdf", PDF, b.pdf(), R.NAAM),
    _g("ends in a dot", "brief.pdf.", PDF, b.pdf(), R.NAAM),
    _g("longer than 255 bytes", "é" * 140 + ".pdf", PDF, b.pdf(), R.NAAM),
    _g("two extensions", "brief.exe.pdf", PDF, b.pdf(), R.DUBBELE_EXTENSIE),
    _g("two extensions, a web page", "brief.html.png", PNG, b.png(), R.DUBBELE_EXTENSIE),
    _g("no extension", "brief", PDF, b.pdf(), R.EXTENSIE),
    _g("a program", "brief.exe", "application/octet-stream", b"MZ", R.EXTENSIE),
    _g("an extension after ours", "brief.pdf.exe", PDF, b.pdf(), R.EXTENSIE),
    # --- kinds that are not on the list ---
    _g("a drawing with a script", "plaatje.svg", "image/svg+xml", SVG, R.EXTENSIE),
    _g("a web page", "brief.html", "text/html", HTML, R.EXTENSIE),
    _g("a table for a spreadsheet", "uren.csv", "text/csv", b'=HYPERLINK("http://x")', R.EXTENSIE),
    _g(
        "a spreadsheet with DDE",
        "uren.xlsx",
        "application/octet-stream",
        b.zip_van({"xl/workbook.xml": "=cmd|'/C'!A0"}),
        R.EXTENSIE,
    ),
    _g("a document with macros by name", "brief.docm", DOCX, b.docx(), R.EXTENSIE),
    _g("an archive", "alles.zip", "application/zip", b.zip_van({"a.txt": "a"}), R.EXTENSIE),
    _g("a moving picture", "plaatje.gif", "image/gif", b"GIF89a", R.EXTENSIE),
    # --- another kind than the name says ---
    _g("a web page as PDF", "brief.pdf", PDF, HTML, R.ANDERE_INHOUD),
    _g("a drawing as PNG", "plaatje.png", PNG, SVG, R.ANDERE_INHOUD),
    _g("a program as JPEG", "foto.jpg", JPEG, b"MZ" + bytes(500), R.ANDERE_INHOUD),
    _g("a JPEG as PNG", "foto.png", PNG, b.jpeg(), R.ANDERE_INHOUD),
    _g("an archive as DOCX", "brief.docx", DOCX, b.zip_van({"a.txt": "a"}), R.ANDERE_INHOUD),
    _g(
        "a spreadsheet as DOCX",
        "brief.docx",
        DOCX,
        b.zip_van({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}),
        R.ANDERE_INHOUD,
    ),
    _g("the browser says web page", "brief.pdf", "text/html", b.pdf(), R.ANDER_TYPE),
    _g("the browser says PNG of a PDF", "brief.pdf", PNG, b.pdf(), R.ANDER_TYPE),
    _g("the test virus as PDF", "brief.pdf", PDF, EICAR, R.ANDERE_INHOUD),
    # --- pictures ---
    _g("a flood of points", "foto.png", PNG, b.png_kop(50_000, 50_000), R.TE_ZWAAR),
    _g("a long strip", "foto.png", PNG, b.png_kop(30_000, 10), R.TE_ZWAAR),
    _g("half a PNG", "foto.png", PNG, b.png(200)[:-40], R.BESCHADIGD),
    _g("half a JPEG", "foto.jpg", JPEG, b.jpeg()[:-60], R.BESCHADIGD),
    _g("only the beginning of a JPEG", "foto.jpg", JPEG, b"\xff\xd8\xff\xe0", R.BESCHADIGD),
    _g("a PNG that moves", "foto.png", PNG, b.apng(), R.ACTIEF),
    # --- PDF ---
    _g("a script that starts", "brief.pdf", PDF, b.met_actie(S=pikepdf.Name.JavaScript, JS="app.alert(1)"), R.ACTIEF),
    _g("a script with a hidden name", "brief.pdf", PDF, b.verstopte_naam(), R.ACTIEF),
    _g(
        "a script in a pressed part",
        "brief.pdf",
        PDF,
        b.pdf(
            lambda p: p.Root.__setattr__(
                "AA", pikepdf.Dictionary(WC=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="x"))
            ),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        ),
        R.ACTIEF,
    ),
    _g("starts a program", "brief.pdf", PDF, b.met_actie(S=pikepdf.Name.Launch, F="cmd.exe"), R.ACTIEF),
    _g("sends a form", "brief.pdf", PDF, b.met_actie(S=pikepdf.Name.SubmitForm, F="https://x.example"), R.ACTIEF),
    _g("opens another file", "brief.pdf", PDF, b.met_actie(S=pikepdf.Name.GoToR, F="\\\\x\\y.pdf"), R.ACTIEF),
    _g(
        "a form of XFA",
        "brief.pdf",
        PDF,
        b.met_wortel("/AcroForm", pikepdf.Dictionary(XFA=pikepdf.Array([]))),
        R.ACTIEF,
    ),
    _g("a file inside", "brief.pdf", PDF, b.met_bijlage(), R.INGESLOTEN),
    _g("a portfolio", "brief.pdf", PDF, b.met_wortel("/Collection", pikepdf.Dictionary()), R.INGESLOTEN),
    _g("a stream from elsewhere", "brief.pdf", PDF, b.met_verwijzing_in_stroom(), R.VERWIJST),
    _g("a password", "brief.pdf", PDF, b.pdf(encryption=pikepdf.Encryption(user="u", owner="o")), R.BEVEILIGD),
    _g(
        "a lock without password",
        "brief.pdf",
        PDF,
        b.pdf(encryption=pikepdf.Encryption(user="", owner="o")),
        R.BEVEILIGD,
    ),
    _g("half a PDF", "brief.pdf", PDF, b.pdf()[:-200], R.BESCHADIGD),
    _g("a PDF with an end and no middle", "brief.pdf", PDF, b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n", R.BESCHADIGD),
    _g("a script before the PDF", "brief.pdf", PDF, b"/*" + b.pdf() + b"*/alert(1)", R.ANDERE_INHOUD),
    _g(
        "a web page in the first remark",
        "brief.pdf",
        PDF,
        b"%PDF-1.7\n%<script>alert(1)</script>\n" + b.pdf()[9:],
        R.AANGEPLAKT,
    ),
    _g("an archive after the PDF", "brief.pdf", PDF, b.pdf() + b.zip_van({"a.js": "x"}), R.AANGEPLAKT),
    _g("nested very deep", "brief.pdf", PDF, b.diep(400), R.TE_ZWAAR),
    # --- DOCX ---
    _g("a flat bomb", "brief.docx", DOCX, b.docx({"word/a.xml": b" " * 70_000_000}), R.TE_ZWAAR),
    _g("very many parts", "brief.docx", DOCX, b.docx({f"word/{n}.xml": b"<a/>" for n in range(1500)}), R.TE_ZWAAR),
    _g(
        "an archive in the document",
        "brief.docx",
        DOCX,
        b.docx({"word/media/a.png": b.zip_van({"a": "a"})}),
        R.INGESLOTEN,
    ),
    _g("parts that overlap", "brief.docx", DOCX, b.overlappend(), R.TE_ZWAAR),
    _g("a part that lies about its size", "brief.docx", DOCX, b.leugen_over_grootte(), R.BESCHADIGD),
    _g("the same part twice", "brief.docx", DOCX, b.dubbel_deel(), R.AANGEPLAKT),
    _g("a link to a file of the server", "brief.docx", DOCX, b.met_symlink(), R.VERWIJST),
    _g("a part that leaves its folder", "brief.docx", DOCX, b.docx({"../../x.xml": b"<a/>"}), R.NAAM),
    _g("an entity from elsewhere", "brief.docx", DOCX, b.docx({"word/styles.xml": XXE}), R.ACTIEF),
    _g("a billion laughs", "brief.docx", DOCX, b.docx({"word/styles.xml": LACHEN}), R.ACTIEF),
    _g("a macro", "brief.docx", DOCX, b.docx({"word/vbaProject.bin": b"x"}), R.ACTIEF),
    _g(
        "says itself that it has macros",
        "brief.docx",
        DOCX,
        b.docx(soort="application/vnd.ms-word.document.macroEnabled.main+xml"),
        R.ACTIEF,
    ),
    _g(
        "a template from elsewhere",
        "brief.docx",
        DOCX,
        b.docx(relaties=b.relatie("attachedTemplate", "https://x.example/t")),
        R.VERWIJST,
    ),
    _g(
        "a picture from elsewhere",
        "brief.docx",
        DOCX,
        b.docx(relaties=b.relatie("image", "https://x.example/1.png")),
        R.VERWIJST,
    ),
    _g("a link to a file", "brief.docx", DOCX, b.docx(relaties=b.relatie("hyperlink", "file:///c:/x")), R.VERWIJST),
    _g("an object inside", "brief.docx", DOCX, b.docx({"word/embeddings/o.bin": b"x"}), R.INGESLOTEN),
    _g(
        "a web page inside",
        "brief.docx",
        DOCX,
        b.docx(relaties=b.relatie("aFChunk", "x.xml", is_elders=False)),
        R.INGESLOTEN,
    ),
    _g("a drawing inside", "brief.docx", DOCX, b.docx({"word/media/a.svg": SVG}), R.INGESLOTEN),
    _g("a field that starts something", "brief.docx", DOCX, b.docx(tekst=b.veld("DDEAUTO c:\\\\x")), R.VERWIJST),
    _g("the same in pieces", "brief.docx", DOCX, b.docx(tekst=b.veld("DD", "EAU", "TO c:\\\\x")), R.VERWIJST),
    _g("a locked part", "brief.docx", DOCX, b.met_slot(b.docx()), R.BEVEILIGD),
    _g("a locked document", "brief.docx", DOCX, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), R.BEVEILIGD),
    _g("half a document", "brief.docx", DOCX, b.docx()[:-80], R.BESCHADIGD),
    _g("a program after the document", "brief.docx", DOCX, b.docx() + b"MZ", R.AANGEPLAKT),
    _g("a program before the document", "brief.docx", DOCX, b"MZ" + b.docx(), R.ANDERE_INHOUD),
    _g("a program as a picture", "brief.docx", DOCX, b.docx({"word/media/a.png": b"MZ"}), R.ACTIEF),
    # --- ODT ---
    _g("a macro of LibreOffice", "brief.odt", ODT, b.odt({"Basic/Standard/Module1.xml": b"<a/>"}), R.ACTIEF),
    _g("a script that listens", "brief.odt", ODT, b.odt(inhoud="<script:event-listener/>"), R.ACTIEF),
    _g("an entity in ODT", "brief.odt", ODT, b.odt({"styles.xml": XXE}), R.ACTIEF),
    _g(
        "a picture from elsewhere in ODT",
        "brief.odt",
        ODT,
        b.odt(inhoud='<draw:image xlink:href="https://x.example/1.png"/>'),
        R.VERWIJST,
    ),
    _g("a section from elsewhere", "brief.odt", ODT, b.odt(inhoud="<text:section-source/>"), R.VERWIJST),
    _g("an object in ODT", "brief.odt", ODT, b.odt(inhoud="<draw:object/>"), R.INGESLOTEN),
    _g(
        "a password in ODT",
        "brief.odt",
        ODT,
        b.odt({"META-INF/manifest.xml": "<m><encryption-data/></m>"}),
        R.BEVEILIGD,
    ),
]

GOED = [
    ("een brief.pdf", PDF, b.pdf()),
    ("probleemanalyse 12-3-2026.PDF", PDF, b.pdf(object_stream_mode=pikepdf.ObjectStreamMode.generate)),
    ("met link.pdf", "application/octet-stream", b.met_actie(S=pikepdf.Name.URI, URI="https://www.uwv.nl")),
    (
        "brief.docx",
        DOCX,
        b.docx(tekst="<w:r><w:t>Dag</w:t></w:r>", relaties=b.relatie("hyperlink", "https://www.uwv.nl")),
    ),
    ("paginanummer.docx", DOCX, b.docx({"word/media/a.png": b.png()}, tekst=b.veld("PAGE"))),
    ("brief.odt", ODT, b.odt({"Pictures/a.png": b.png()}, inhoud='<draw:image xlink:href="Pictures/a.png"/>')),
    ("v1.2 brief – definitief.pdf", "", b.pdf()),
]

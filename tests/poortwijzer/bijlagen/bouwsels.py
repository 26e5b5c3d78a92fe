"""Files made on the spot, good and hostile: nothing of them lies in the repository."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

import pikepdf
from PIL import Image

DOCX_HOOFD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def png(kant: int = 8) -> bytes:
    uit = BytesIO()
    Image.new("RGB", (kant, kant), (10, 120, 200)).save(uit, "PNG")
    return uit.getvalue()


def jpeg(*, met_plaats: bool = False) -> bytes:
    uit, exif = BytesIO(), Image.Exif()
    if met_plaats:
        exif[0x010F] = "KANARIE-camera"
        exif.get_ifd(0x8825)[2] = (52.0, 5.0, 17.0)
    Image.new("RGB", (16, 8), (200, 30, 30)).save(uit, "JPEG", exif=exif, comment=b"KANARIE-notitie")
    return uit.getvalue()


def png_kop(breed: int, hoog: int) -> bytes:
    """A PNG that says to be this large, in a few bytes."""
    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    delen = [(b"IHDR", kop), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(inhoud)) + naam + inhoud + struct.pack(">I", zlib.crc32(naam + inhoud))
        for naam, inhoud in delen
    )


def png_bom() -> bytes:
    """A PNG of 5,000 by 5,000 in one colour: small outside, 100 MB inside; within the limit, so it comes in."""
    uit = BytesIO()
    Image.new("1", (5000, 5000)).save(uit, "PNG", optimize=True)
    return uit.getvalue()


def apng() -> bytes:
    uit = BytesIO()
    beelden = [Image.new("RGB", (4, 4), kleur) for kleur in ("red", "blue")]
    beelden[0].save(uit, "PNG", save_all=True, append_images=beelden[1:])
    return uit.getvalue()


def pdf(pas_aan: Callable[[pikepdf.Pdf], None] = lambda _: None, **opties: object) -> bytes:
    uit = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(200, 200))
        pas_aan(document)
        document.save(uit, deterministic_id="encryption" not in opties, **opties)
    return uit.getvalue()


def met_actie(**actie: object) -> bytes:
    """A PDF whose first opening starts something."""

    def zet(document: pikepdf.Pdf) -> None:
        delen = {f"/{naam}": waarde for naam, waarde in actie.items()}
        document.Root.OpenAction = document.make_indirect(pikepdf.Dictionary(delen))

    return pdf(zet)


def met_wortel(naam: str, waarde: object) -> bytes:
    def zet(document: pikepdf.Pdf) -> None:
        document.Root[naam] = waarde

    return pdf(zet)


def met_bijlage() -> bytes:
    def zet(document: pikepdf.Pdf) -> None:
        document.attachments["in.exe"] = pikepdf.AttachedFileSpec(document, b"MZ", filename="in.exe")

    return pdf(zet)


def met_verwijzing_in_stroom() -> bytes:
    def zet(document: pikepdf.Pdf) -> None:
        stroom = document.make_stream(b"x")
        stroom.F = pikepdf.String("\\\\elders\\bestand")
        document.Root.Iets = stroom

    return pdf(zet)


def verstopte_naam() -> bytes:
    """The name of an action written with a code for one of its letters."""
    # As long as it was, so that every place in the file stays right.
    return met_actie(S=pikepdf.Name("/JavaScriptXX"), J=pikepdf.String("x")).replace(b"/JavaScriptXX", b"/Java#53cript")


def diep(aantal: int) -> bytes:
    def zet(document: pikepdf.Pdf) -> None:
        binnen = pikepdf.Array([])
        for _ in range(aantal):
            binnen = pikepdf.Array([binnen])
        document.Root.Diep = binnen

    return pdf(zet)


def zip_van(delen: Mapping[str, bytes | str], manier: int = zipfile.ZIP_DEFLATED) -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", manier) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def docx(
    extra: Mapping[str, bytes | str] | None = None, *, tekst: str = "", relaties: str = "", soort: str = DOCX_HOOFD
) -> bytes:
    soorten = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{soort}"/></Types>'
    )
    return zip_van(
        {
            "[Content_Types].xml": soorten,
            "_rels/.rels": f'{_R}<Relationship Id="r1" Type="{_RELATIE}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
            "word/document.xml": f"<w:document {_W}><w:body><w:p>{tekst}</w:p></w:body></w:document>",
            "word/_rels/document.xml.rels": f"{_R}{relaties}</Relationships>",
            **(extra or {}),
        }
    )


def relatie(soort: str, doel: str, *, is_elders: bool = True) -> str:
    waar = ' TargetMode="External"' if is_elders else ""
    return f'<Relationship Id="x" Type="{_RELATIE}/{soort}" Target="{doel}"{waar}/>'


def veld(*stukken: str) -> str:
    return "".join(f"<w:r><w:instrText>{stuk}</w:instrText></w:r>" for stuk in stukken)


def odt(extra: Mapping[str, bytes | str] | None = None, *, inhoud: str = "") -> bytes:
    ruimten = " ".join(
        f'xmlns:{kort}="urn:oasis:names:tc:opendocument:xmlns:{kort}:1.0"'
        for kort in ("office", "text", "draw", "script")
    )
    return zip_van(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content {ruimten} xmlns:xlink="http://www.w3.org/1999/xlink">{inhoud}'
            "</office:document-content>",
            "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            **(extra or {}),
        }
    )


def met_slot(inhoud: bytes) -> bytes:
    """Say of the first part that it is locked, in both places where a ZIP file says so."""
    ruw = bytearray(inhoud)
    ruw[6] |= 1
    ruw[inhoud.index(b"PK\x01\x02") + 8] |= 1
    return bytes(ruw)


def met_symlink() -> bytes:
    uit = BytesIO(docx())
    with zipfile.ZipFile(uit, "a") as archief:
        verwijzing = zipfile.ZipInfo("word/media/a.png")
        verwijzing.external_attr = 0o120777 << 16
        archief.writestr(verwijzing, "/etc/passwd")
    return uit.getvalue()


def overlappend() -> bytes:
    """Two entries of the list point at one part."""
    goed = docx({"word/aa.xml": b"<a/>" * 400, "word/ab.xml": b"<a/>" * 400})
    lijst = goed.index(b"PK\x01\x02")
    ruw, plekken, plek = bytearray(goed), {}, lijst
    while ruw[plek : plek + 4] == b"PK\x01\x02":
        n, m, k = struct.unpack_from("<HHH", ruw, plek + 28)
        plekken[bytes(ruw[plek + 46 : plek + 46 + n])] = plek
        plek += 46 + n + m + k
    eerste, tweede = plekken[b"word/aa.xml"], plekken[b"word/ab.xml"]
    ruw[tweede + 42 : tweede + 46] = ruw[eerste + 42 : eerste + 46]
    return bytes(ruw)


def leugen_over_grootte() -> bytes:
    """A part that says to be small and is large."""
    goed = docx({"word/groot.xml": b"<a>" + b" " * 70_000_000 + b"</a>"})
    plek = goed.rindex(b"PK\x01\x02", 0, goed.rindex(b"word/groot.xml"))
    ruw = bytearray(goed)
    ruw[plek + 24 : plek + 28] = struct.pack("<L", 10)
    return bytes(ruw)


def dubbel_deel() -> bytes:
    uit = BytesIO(docx())
    with zipfile.ZipFile(uit, "a") as archief:
        archief.writestr("WORD/document.xml", "<anders/>")
    return uit.getvalue()

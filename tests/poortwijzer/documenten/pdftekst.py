"""The text of a PDF page by page, as one copies it: by the tables with which each font says what its signs mean."""

import re
from io import BytesIO

import pikepdf

_DEEL = re.compile(rb"begin(bfchar|bfrange)(.*?)end", re.DOTALL)
_CODE = re.compile(rb"<([0-9a-fA-F]*)>")


def bladteksten(inhoud: bytes) -> list[str]:
    """Give the text of every page, without the spaces that only move the pen."""
    with pikepdf.open(BytesIO(inhoud)) as pdf:
        return [_tekst_van(blad) for blad in pdf.pages]


def _tekst_van(blad: pikepdf.Page) -> str:
    lettertypen = {naam: _tekens(letter) for naam, letter in blad.Resources.get("/Font", {}).items()}
    tekens: dict[bytes, str] = {}
    uit: list[str] = []
    for opdracht in pikepdf.parse_content_stream(blad):
        match str(opdracht.operator):
            case "Tf":
                tekens = lettertypen[str(opdracht.operands[0])]
            case "Tj" | "TJ":
                delen = opdracht.operands[0]
                for deel in delen if isinstance(delen, pikepdf.Array) else [delen]:
                    if isinstance(deel, pikepdf.String):
                        ruw = bytes(deel)
                        uit += [tekens.get(ruw[plek : plek + 2], "") for plek in range(0, len(ruw), 2)]
            case "ET":
                uit.append("\n")
    return "".join(uit)


def _tekens(letter: pikepdf.Object) -> dict[bytes, str]:
    gevonden: dict[bytes, str] = {}
    for soort, inhoud in _DEEL.findall(letter.ToUnicode.read_bytes()):
        codes = [bytes.fromhex(code.decode()) for code in _CODE.findall(inhoud)]
        stap = 2 if soort == b"bfchar" else 3
        for begin in range(0, len(codes), stap):
            van, tot, teken = codes[begin], codes[begin + stap - 2], codes[begin + stap - 1].decode("utf-16-be")
            for nummer in range(int.from_bytes(tot) - int.from_bytes(van) + 1):
                code = (int.from_bytes(van) + nummer).to_bytes(len(van))
                gevonden[code] = teken[:-1] + chr(ord(teken[-1]) + nummer)
    return gevonden

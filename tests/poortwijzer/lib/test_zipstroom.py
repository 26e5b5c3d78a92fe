"""A ZIP in pieces, and CSV that no spreadsheet works out."""

import csv
import hashlib
import io
import json
import zipfile
from datetime import UTC, datetime

import pytest

from poortwijzer.lib.csvtekst import csv_tekst, veilige_cel
from poortwijzer.lib.zipstroom import MANIFEST, Zipdeel, zip_stroom

OP = datetime(2026, 3, 24, 9, 30, tzinfo=UTC)


def bestand(pad: str, inhoud: bytes, gemaakt: list[str]) -> Zipdeel:
    def maak() -> bytes:
        gemaakt.append(pad)
        return inhoud

    return Zipdeel(pad=pad, wat="een bestand", maak=maak)


def test_elk_bestand_wordt_pas_gemaakt_als_het_aan_de_beurt_is_en_het_manifest_klopt():
    gemaakt: list[str] = []
    inhouden = {"a.txt": b"een", "map/b.bin": bytes(range(256)) * 500, "leeg": b""}
    stroom = zip_stroom(
        [bestand(pad, inhoud, gemaakt) for pad, inhoud in inhouden.items()], gemaakt_op=OP, over={"versie": 1}
    )

    stukken = [next(stroom)]
    assert gemaakt == ["a.txt"]
    stukken += stroom

    with zipfile.ZipFile(io.BytesIO(b"".join(stukken))) as zip_:
        assert zip_.testzip() is None
        assert zip_.namelist() == [*inhouden, MANIFEST]
        assert {pad: zip_.read(pad) for pad in inhouden} == inhouden
        manifest = json.loads(zip_.read(MANIFEST))
    assert (manifest["versie"], manifest["gemaakt_op"]) == (1, OP.isoformat())
    assert [(regel["pad"], regel["bytes"], regel["sha256"]) for regel in manifest["bestanden"]] == [
        (pad, len(inhoud), hashlib.sha256(inhoud).hexdigest()) for pad, inhoud in inhouden.items()
    ]


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"])
def test_een_formule_wordt_tekst(begin):
    assert veilige_cel(f"{begin}1+1") == f"'{begin}1+1"


@pytest.mark.parametrize("gewoon", ["Jansen", "1 mei", "a=b", "", "2026-03-24"])
def test_gewone_tekst_blijft_zoals_hij_is(gewoon):
    assert veilige_cel(gewoon) == gewoon


def test_csv_houdt_aanhalingstekens_puntkommas_en_regels_heel():
    rijen = [('zei "ja"; toen\nnee', "=HYPERLINK()"), ("é", 3)]
    tekst = csv_tekst(("a", "b"), rijen).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(tekst), delimiter=";")) == [
        ["a", "b"],
        ['zei "ja"; toen\nnee', "'=HYPERLINK()"],
        ["é", "3"],
    ]

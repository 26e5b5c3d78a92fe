"""What comes in and what does not: every file of the table; starting the cage for each would take minutes."""

import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import bouwsels
import pytest
from bestanden import EICAR, GOED, JPEG, PDF, PNG, VIJANDIG, Geval
from PIL import Image

from poortwijzer.bijlagen.afgekeurd import Afgekeurd, Reden
from poortwijzer.bijlagen.inhoud import keur_inhoud
from poortwijzer.bijlagen.keuring import keur
from poortwijzer.bijlagen.kooi import keur_in_kooi
from poortwijzer.bijlagen.typen import Bestandstype
from poortwijzer.bijlagen.woorden import WEIGERING


@pytest.mark.parametrize("geval", VIJANDIG, ids=lambda geval: geval.wat)
def test_een_vijandig_bestand_komt_niet_binnen(geval: Geval):
    with pytest.raises(Afgekeurd) as fout:
        keur(naam=geval.naam, mediatype=geval.mediatype, inhoud=geval.inhoud, lees=keur_inhoud)
    assert fout.value.reden is geval.reden, fout.value


def test_de_tabel_is_lang_genoeg_en_raakt_elke_reden():
    assert len({geval.wat for geval in VIJANDIG}) == len(VIJANDIG) >= 40
    assert {geval.reden for geval in VIJANDIG} >= set(Reden) - {Reden.VIRUS, Reden.NIET_GESCAND}


@pytest.mark.parametrize(("naam", "mediatype", "inhoud"), GOED, ids=[naam for naam, _, _ in GOED])
def test_een_goed_document_komt_binnen_zoals_het_is(naam: str, mediatype: str, inhoud: bytes):
    goed = keur(naam=naam, mediatype=mediatype, inhoud=inhoud, lees=keur_inhoud)
    assert (goed.naam, goed.inhoud) == (naam, inhoud)


def test_een_foto_verliest_waar_en_waarmee_hij_is_gemaakt():
    voor = bouwsels.jpeg(met_plaats=True)
    assert b"KANARIE-camera" in voor
    assert Image.open(BytesIO(voor)).getexif().get_ifd(0x8825)

    na = keur(naam="foto.jpg", mediatype=JPEG, inhoud=voor).inhoud

    assert b"KANARIE" not in na
    assert not Image.open(BytesIO(na)).getexif()
    assert Image.open(BytesIO(na)).size == (16, 8)


def test_een_png_houdt_elk_punt_en_verliest_wat_eraan_geplakt_is():
    voor = bouwsels.png() + b"<script>alert(1)</script>"
    na = keur(naam="foto.png", mediatype=PNG, inhoud=voor).inhoud
    assert b"script" not in na
    assert Image.open(BytesIO(na)).tobytes() == Image.open(BytesIO(voor)).tobytes()


def test_een_grote_witte_bladzijde_mag():
    assert keur(naam="scan.png", mediatype=PNG, inhoud=bouwsels.png_bom()).soort is Bestandstype.PNG


def test_elke_reden_zegt_wat_u_kunt_doen():
    assert set(WEIGERING) == set(Reden)
    for reden, zin in WEIGERING.items():
        assert str(zin).count(".") >= 2, reden


def test_wie_de_lezer_laat_vastlopen_wordt_geweigerd(monkeypatch: pytest.MonkeyPatch):
    """The cage ends; the server goes on."""
    monkeypatch.setattr("poortwijzer.bijlagen.kooi.SECONDEN_WACHTEN", 0.001)
    with pytest.raises(Afgekeurd) as fout:
        keur_in_kooi(bouwsels.pdf(), Bestandstype.PDF)
    assert fout.value.reden is Reden.TE_ZWAAR


@pytest.mark.parametrize(
    "wat", ["a flood of points", "a password", "a flat bomb", "half a PNG", "a script that starts"]
)
def test_de_kooi_zegt_hetzelfde(wat: str):
    geval = next(geval for geval in VIJANDIG if geval.wat == wat)
    with pytest.raises(Afgekeurd) as fout:
        keur(naam=geval.naam, mediatype=geval.mediatype, inhoud=geval.inhoud)
    assert fout.value.reden is geval.reden


def test_de_kooi_weet_niets_van_de_server_en_schrijft_niets(tmp_path: Path):
    """The same limits as the check itself, around code that tries."""
    code = (
        "import os, sys; from poortwijzer.bijlagen.kooi import _sluit_op; _sluit_op()\n"
        "print(sorted(set(os.environ) - {'LC_CTYPE'}))\n"
        "try:\n open(sys.argv[1], 'w').write('x' * 10_000)\nexcept OSError:\n print('geen bestand')\n"
        "try:\n bytearray(2 * 1024**3)\nexcept MemoryError:\n print('geen geheugen')\n"
    )
    opdracht = [sys.executable, "-I", "-c", code, str(tmp_path / "x")]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=True, env={}, cwd="/")
    assert klaar.stdout.splitlines() == ["[]", "geen bestand", "geen geheugen"]


# --- the scanner ------------------------------------------------------------------------------------------


@contextmanager
def clamd(pad: Path, antwoord: bytes | None = None) -> Iterator[None]:
    """Speak as clamd does: read an INSTREAM to its end, and know the test virus."""
    luisteraar = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    luisteraar.bind(str(pad))
    luisteraar.listen(1)

    def bedien() -> None:
        lijn, _ = luisteraar.accept()
        with lijn, lijn.makefile("rb") as bron:
            assert bron.read(10) == b"zINSTREAM\0"
            inhoud = b""
            while lengte := int.from_bytes(bron.read(4), "big"):
                inhoud += bron.read(lengte)
            uitslag = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in inhoud else b"stream: OK\0"
            lijn.sendall(antwoord or uitslag)

    draad = threading.Thread(target=bedien)
    draad.start()
    try:
        yield
    finally:
        draad.join(10)
        luisteraar.close()


# In a remark of a PDF, so that only a scanner would know.
MET_VIRUS = bouwsels.pdf().replace(b"%%EOF", b"%" + EICAR + b"\n%%EOF")


def reden_van(inhoud: bytes) -> Reden | None:
    try:
        keur(naam="brief.pdf", mediatype=PDF, inhoud=inhoud, lees=keur_inhoud)
    except Afgekeurd as fout:
        return fout.reden
    return None


def test_een_scanner_op_een_socket_ziet_het_virus(settings, tmp_path: Path):
    settings.BIJLAGEN_SCAN = f"clamd:{tmp_path / 's'}"
    with clamd(tmp_path / "s"):
        assert reden_van(MET_VIRUS) is Reden.VIRUS
    (tmp_path / "s").unlink()
    with clamd(tmp_path / "s"):
        assert reden_van(bouwsels.pdf()) is None


@pytest.mark.parametrize(("code", "verwacht"), [(0, None), (1, Reden.VIRUS), (2, Reden.NIET_GESCAND)])
def test_een_opdracht_als_scanner(settings, code: int, verwacht: Reden | None):
    settings.BIJLAGEN_SCAN = f'opdracht:{sys.executable} -c "import sys; sys.stdin.buffer.read(); sys.exit({code})"'
    assert reden_van(bouwsels.pdf()) is verwacht


def test_een_opdracht_krijgt_de_inhoud(settings):
    code = "import sys; sys.exit(b'EICAR' in sys.stdin.buffer.read())"
    settings.BIJLAGEN_SCAN = f'opdracht:{sys.executable} -c "{code}"'
    assert reden_van(MET_VIRUS) is Reden.VIRUS
    assert reden_van(bouwsels.pdf()) is None


@pytest.mark.parametrize(
    "scan", ["clamd:/er/is/niets", "clamd:127.0.0.1:1", "clamd:zonder-poort", "opdracht:/er/is/niets"]
)
def test_een_scanner_die_zwijgt_laat_niets_binnen(settings, scan: str):
    settings.BIJLAGEN_SCAN = scan
    assert reden_van(bouwsels.pdf()) is Reden.NIET_GESCAND


def test_een_scanner_die_iets_anders_zegt_laat_niets_binnen(settings, tmp_path: Path):
    settings.BIJLAGEN_SCAN = f"clamd:{tmp_path / 's'}"
    with clamd(tmp_path / "s", b"INSTREAM size limit exceeded. ERROR\0"):
        assert reden_van(bouwsels.pdf()) is Reden.NIET_GESCAND

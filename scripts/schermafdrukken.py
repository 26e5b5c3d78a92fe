"""Make the pictures of the README: start a demo of its own in a temporary folder, sign in, and look.

`python scripts/schermafdrukken.py` writes docs/beelden/*.png. The demo dossiers run along with today's date, so the
pictures differ a little from day to day.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from programmas import OntbreektError, krijg

WORTEL = Path(__file__).resolve().parents[1]
BEELDEN = WORTEL / "docs" / "beelden"
WACHT = 90.0  # seconds until the demo must answer


@dataclass(frozen=True, kw_only=True)
class Opname:
    """One picture: its name, as whom, of which page, and how large."""

    naam: str
    rol: str
    pad: str
    breed: int = 1180
    hoog: int = 820


OPNAMEN = (
    Opname(naam="dossier", rol="casemanager", pad="/dossiers/katja-nu/", hoog=1010),
    Opname(naam="werk", rol="casemanager", pad="/werk/"),
    Opname(naam="stand", rol="casemanager", pad="/dossiers/spoor-2-vergeten/stand/", hoog=1010),
    Opname(naam="portefeuille", rol="casemanager", pad="/portefeuille/"),
    Opname(naam="telefoon", rol="werknemer", pad="/dossiers/katja-nu/", breed=390, hoog=844),
)


@contextmanager
def demo() -> Iterator[str]:
    """Run a demo with an own database on a free port, and give its address; nothing is left of it."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort = proef.getsockname()[1]
    map_ = Path(tempfile.mkdtemp(prefix="poortwijzer-beelden-"))
    omgeving = {**os.environ, "POORTWIJZER_VAR": str(map_), "PORT": str(poort), "WORKERS": "1"}
    proces = subprocess.Popen([sys.executable, WORTEL / "scripts" / "start.py"], env=omgeving, cwd=WORTEL)
    try:
        wacht_op(f"http://localhost:{poort}/account/login/", proces)
        yield f"http://localhost:{poort}"
    finally:
        proces.send_signal(signal.SIGTERM)
        proces.wait(timeout=20)
        shutil.rmtree(map_, ignore_errors=True)


def wacht_op(adres: str, proces: "subprocess.Popen[bytes]") -> None:
    """Return when the page is there; stop when the demo ends first or takes too long."""
    tot = time.monotonic() + WACHT
    while proces.poll() is None and time.monotonic() < tot:
        try:
            urllib.request.urlopen(adres, timeout=2).close()  # noqa: S310  # our own address
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
        else:
            return
    sys.exit("The demo did not start; its message stands above.")


def neem_op(browser: Browser, adres: str, opname: Opname) -> Path:
    """Sign in, open the page and save what fits in the window."""
    maat = {"width": opname.breed, "height": opname.hoog}
    context = browser.new_context(viewport=maat, locale="nl-NL", reduced_motion="reduce")  # type: ignore[arg-type]  # a plain size
    page = context.new_page()
    page.goto(f"{adres}/account/login/")
    page.get_by_role("button", name=re.compile(f"^{opname.rol} ", re.IGNORECASE)).click()
    page.goto(f"{adres}{opname.pad}")
    pad = BEELDEN / f"{opname.naam}.png"
    page.screenshot(path=pad)
    context.close()
    return pad


def main() -> None:
    """Make every picture."""
    BEELDEN.mkdir(parents=True, exist_ok=True)
    with demo() as adres, sync_playwright() as speler:
        browser = speler.chromium.launch(executable_path=krijg("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for opname in OPNAMEN:
            pad = neem_op(browser, adres, opname)
            print(f"{pad.relative_to(WORTEL)}: {pad.stat().st_size // 1024} KiB")
        browser.close()


if __name__ == "__main__":
    try:
        main()
    except OntbreektError as fout:
        sys.exit(str(fout))

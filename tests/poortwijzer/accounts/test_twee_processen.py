"""With a real server of two processes: what is counted counts for both, and a restart does not empty it."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from poortwijzer.accounts import demo
from poortwijzer.accounts.models import Gebruiker, Leessignaal
from poortwijzer.dossiers.proefdata import Proefopzet, maak_proefdossiers
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "sleutels"])
WACHTWOORD = "een stevige zin van vijf woorden"


@pytest.fixture
def server(adressen_van_databases: dict[str, str]) -> Callable[[], object]:
    """Give a context manager that runs the server with two processes, and gives its address."""

    @contextmanager
    def draai() -> Iterator[str]:
        with socket.socket() as proef:
            proef.bind(("127.0.0.1", 0))
            poort = proef.getsockname()[1]
        opdracht = [
            str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--host", "127.0.0.1",
            "--port", str(poort), "--workers", "2", "--blocking-threads", "1", "--no-ws", "--log-level", "critical",
            "--workers-kill-timeout", "5", "poortwijzer.config.wsgi:application",
        ]  # fmt: skip
        omgeving = {
            **os.environ,
            **adressen_van_databases,
            "DJANGO_SETTINGS_MODULE": os.environ["DJANGO_SETTINGS_MODULE"],
        }
        with subprocess.Popen(opdracht, env=omgeving, start_new_session=True) as proces:
            try:
                _wacht_op(poort, proces)
                yield f"http://127.0.0.1:{poort}"
            finally:
                proces.terminate()

    return draai


def _wacht_op(poort: int, proces: "subprocess.Popen[bytes]") -> None:
    tot = time.monotonic() + 60
    while proces.poll() is None and time.monotonic() < tot:
        try:
            socket.create_connection(("127.0.0.1", poort), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the server did not start")


def verstuur(browser: requests.Session, adres: str, pad: str, **velden: str) -> requests.Response:
    """Send a form as a browser does, with the token of the page."""
    blad = browser.get(f"{adres}/account/login/", timeout=20)
    teken = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', blad.text)
    assert teken
    gegevens = {"csrfmiddlewaretoken": teken[1], **velden}
    return browser.post(f"{adres}{pad}", gegevens, timeout=20, allow_redirects=False)


def test_vijf_foute_wachtwoorden_tellen_over_twee_processen_en_na_een_herstart(server, maak_gebruiker):
    noor: Gebruiker = maak_gebruiker("Noor", Rol.CASEMANAGER)

    def probeer(adres: str, wachtwoord: str) -> int:
        velden = {"login": noor.email, "password": wachtwoord}
        return verstuur(requests.Session(), adres, "/account/login/", **velden).status_code

    with server() as adres:
        assert [probeer(adres, "fout") for _ in range(5)] == [200] * 5
        assert [probeer(adres, WACHTWOORD) for _ in range(4)] == [429] * 4, "whichever process answers"
    with server() as adres:
        assert probeer(adres, WACHTWOORD) == 429


def test_eenenzestig_dossiers_over_twee_processen_is_er_een_te_veel(server):
    demo.laad()
    hr = demo.demo_gebruiker_id(Rol.WERKGEVER)
    opzet = Proefopzet(werkgever_id=demo.WERKGEVER.id, betrokkenen={})
    from poortwijzer.dossiers.models import Dossier  # noqa: PLC0415  # only this test needs a table of dossiers

    ids = maak_proefdossiers(62, zaad=1, opzet=opzet, vandaag=vandaag())
    kenmerken = list(Dossier.objects.filter(pk__in=ids).order_by("kenmerk").values_list("kenmerk", flat=True))
    browser = requests.Session()

    def open_(adres: str, kenmerk: str) -> int:
        return browser.get(f"{adres}/dossiers/{kenmerk}/betrokkenen/", timeout=20, allow_redirects=False).status_code

    with server() as adres:
        verstuur(browser, adres, f"/account/demo/{hr}/")
        assert [open_(adres, kenmerk) for kenmerk in kenmerken[:40]] == [200] * 40
    with server() as adres:
        assert [open_(adres, kenmerk) for kenmerk in kenmerken[40:60]] == [200] * 20
        assert open_(adres, kenmerken[60]) == 302
        assert open_(adres, kenmerken[0]) == 302, "every session of this person ended"
    assert Leessignaal.objects.get().aantal_dossiers == 61

"""After an error no value of a dossier and no number of a person stands in the technical log or in a mail."""

import io
import json
import logging
import re
from collections.abc import Iterator

import pytest
from django.http import HttpRequest
from django.test import RequestFactory, override_settings
from django.test.client import Client
from django.urls import path

from poortwijzer.config.discretie import zonder_nummers
from poortwijzer.config.logboek import logging_instellingen
from poortwijzer.lib.bsn import lijkt_bsn

KANARIE = "KANARIE-depressie-Katja"
BSN = "111222333"


class Waarde:
    """Says what it holds to whoever prints it."""

    def __repr__(self) -> str:
        return KANARIE


def valt_om(request: HttpRequest) -> None:
    vrije_tekst, waarde, nummer = KANARIE, Waarde(), BSN
    try:
        int(f"{vrije_tekst} {nummer}")
    except ValueError as fout:
        raise RuntimeError(f"{waarde} van {request.POST.get('naam', nummer)}") from fout


urlpatterns = [path("om/", valt_om)]


@pytest.fixture(params=[True, False], ids=["json", "terminal"])
def log(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """Collect what an installation would write."""
    uitvoer = io.StringIO()
    opties = dict(logging_instellingen(als_json=request.param, niveau="DEBUG")["formatters"]["regel"])
    handler = logging.StreamHandler(uitvoer)
    handler.setFormatter(opties.pop("()")(**opties))
    logging.getLogger().addHandler(handler)
    yield uitvoer
    logging.getLogger().removeHandler(handler)


@override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[])
def test_een_fout_in_een_bladzijde_zegt_waar_en_geen_waarde(log: io.StringIO):
    antwoord = Client(raise_request_exception=False).post("/om/", {"naam": KANARIE})
    assert antwoord.status_code == 500
    assert "RuntimeError" in log.getvalue()
    assert "ValueError" in log.getvalue()
    assert "test_logboek.py" in log.getvalue()
    for geheim in (KANARIE, BSN):
        assert geheim not in log.getvalue()
        assert geheim not in antwoord.content.decode()


def test_een_fout_die_het_programma_zelf_meldt_ook(log: io.StringIO):
    try:
        valt_om(RequestFactory().get("/"))
    except RuntimeError as fout:
        logging.getLogger("poortwijzer").exception("something failed")
        logging.getLogger("poortwijzer").warning("again", exc_info=fout)
    assert log.getvalue().count("RuntimeError") == 2
    assert KANARIE not in log.getvalue()
    assert BSN not in log.getvalue()


def test_geen_fout_gaat_per_mail():
    """Django's own handler mails the whole page with all values to the administrators; ours takes its place."""
    assert logging_instellingen(als_json=True, niveau="INFO")["loggers"]["django"]["handlers"] == []


@pytest.mark.parametrize("geschreven", ["111222333", "111.222.333", "111 222 333", "1112.22.333", "BSN:111222333."])
def test_een_nummer_dat_een_bsn_kan_zijn_verdwijnt(log: io.StringIO, geschreven: str):
    logging.getLogger("poortwijzer").warning("over %s", geschreven)
    # The time of the line is no part of the message, and its microseconds can hold any three digits.
    regel = re.sub(r"\d{2}:\d{2}:\d{2}\.\d+", "", log.getvalue())
    assert "[nummer]" in regel
    assert "333" not in regel


@pytest.mark.parametrize(
    "tekst",
    [
        "111222334",
        "2026-11-24T20:11:15.111222333Z",
        "/dossiers/111222333444/",
        "00000000-0000-0000-0000-111222333000",
        "000000000",
    ],
)
def test_een_ander_nummer_blijft(tekst: str):
    assert zonder_nummers(None, "", tekst) == tekst


def test_de_elfproef():
    assert lijkt_bsn("123456782")
    assert lijkt_bsn("10000008") == lijkt_bsn("010000008")
    assert not lijkt_bsn("123456789")


def test_een_regel_blijft_json():
    opties = dict(logging_instellingen(als_json=True, niveau="INFO")["formatters"]["regel"])
    vorm = opties.pop("()")(**opties)
    regel = logging.LogRecord("poortwijzer", logging.INFO, "", 1, "nummer %s", (BSN,), None)
    assert json.loads(vorm.format(regel))["event"] == "nummer [nummer]"

"""Whatever page falls over, nothing of a dossier stands in the technical log, on the page or in a mail."""

import io
import logging
from collections.abc import Callable, Iterator

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from poortwijzer.config.logboek import logging_instellingen
from poortwijzer.dossiers.actions import leg_feit_vast
from poortwijzer.lib.bsn import lijkt_bsn, zoek_bsn
from poortwijzer.toegang.rollen import Rol

pytestmark = pytest.mark.django_db
KANARIE = "KANARIE-depressie"
BSN = "111222333"
# What is broken, and the page on which that shows.
KAPOT = {
    "poortwijzer.web.views.dossiers.dossierbeeld": "dossier",
    "poortwijzer.web.views.feiten.dossierbeeld": "gegevens",
    "poortwijzer.web.views.stukken.bijlagelijst": "documenten",
    "poortwijzer.web.views.oordeel.oordeelbeeld": "stand",
    "poortwijzer.web.views.dossiers.leesblad": "inzage",
    "poortwijzer.web.views.gasten.gastenlijst": "gasten",
}


class Geheim(Exception):
    """An error of a library that quotes what it stumbled over."""


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Collect what an installation would write, at its most talkative."""
    uitvoer = io.StringIO()
    opties = dict(logging_instellingen(als_json=True, niveau="DEBUG")["formatters"]["regel"])
    handler = logging.StreamHandler(uitvoer)
    handler.setFormatter(opties.pop("()")(**opties))
    logging.getLogger().addHandler(handler)
    yield uitvoer
    logging.getLogger().removeHandler(handler)


def schoon(*teksten: str) -> None:
    """Fail when a text has a canary, or a number that may be a burgerservicenummer."""
    for tekst in teksten:
        assert KANARIE not in tekst
        assert BSN not in tekst


@pytest.mark.parametrize(("plek", "bladzij"), KAPOT.items(), ids=KAPOT.values())
def test_geforceerde_fouten_laten_geen_kanarie_achter(  # noqa: PLR0913, PLR0917  # fixtures
    plek: str, bladzij: str, dossier, als: Callable[[Rol], Client], actor, log: io.StringIO, monkeypatch
):
    motivering = f"{KANARIE} {BSN}"
    leg_feit_vast(
        dossier=dossier, actor=actor(Rol.CASEMANAGER), naam="is_eigenrisicodrager", waarde=False, motivering=motivering
    )

    def valt_om(*waarden: object, **_namen: object) -> None:
        raise Geheim(f"{motivering} {waarden!r}")

    monkeypatch.setattr(plek, valt_om)
    rol = Rol.WERKNEMER if bladzij == "inzage" else Rol.CASEMANAGER
    client = als(rol)
    client.raise_request_exception = False
    # Also what a browser sends along: an address, a header and a form.
    antwoord = client.get(
        f"{reverse(f'web:{bladzij}', args=[dossier.kenmerk])}?q={KANARIE}", headers={"User-Agent": f"{KANARIE} {BSN}"}
    )
    assert antwoord.status_code == 500
    assert "Geheim" in log.getvalue()
    schoon(log.getvalue(), antwoord.content.decode(), *(bericht.body for bericht in mail.outbox))


@pytest.mark.parametrize("tekst", [f"BSN {BSN}", f"nummer {BSN[:3]}.{BSN[3:6]}.{BSN[6:]}.", "(123456782)"])
def test_een_bsn_wordt_gezien(tekst: str):
    assert len(zoek_bsn(tekst)) == 1


@pytest.mark.parametrize("tekst", ["06-12345678", "0612345678", "111222334", "IBAN NL91ABNA0417164300", "2026-11-24"])
def test_een_ander_getal_is_geen_bsn(tekst: str):
    assert zoek_bsn(tekst) == ()
    assert lijkt_bsn(BSN)

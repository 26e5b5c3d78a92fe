"""A new key of the installation, and wrapping with it."""

import json
from uuid import uuid4

import pytest

from poortwijzer.accounts.models import Organisatie
from poortwijzer.dossiers.proefdata import Proefopzet, maak_proefdossiers
from poortwijzer.kluis.envelop import Plaats
from poortwijzer.kluis.installatiesleutel import lees_sleutels, nieuwe_regel
from poortwijzer.kluis.sleutelring import Sleutelring, sleutelring
from poortwijzer.kluis.vak import Vak
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.organisaties import Organisatiesoort

PLAATS = Plaats("t", "k", "r", "d")


@pytest.fixture
def vak(db) -> Vak:
    """A part with a sealed value, of an organisation."""
    vak = Vak(uuid4())
    Sleutelring().verzegel(b"geheim", vak=vak, plaats=PLAATS, eigenaar=uuid4)
    return vak


@pytest.fixture
def dossier_om_bij_te_werken(db) -> None:
    werkgever = Organisatie.objects.create(naam="Oosterhoek Wonen", soort=Organisatiesoort.WERKGEVER)
    maak_proefdossiers(1, zaad=1, opzet=Proefopzet(werkgever_id=werkgever.pk, betrokkenen={}), vandaag=vandaag())
    sleutelring().vergeet()


def test_nieuwe_sleutel_geeft_een_regel_voor_de_instelling(opdracht):
    eerste, tweede = opdracht("kluis", "nieuwe-sleutel"), opdracht("kluis", "nieuwe-sleutel")

    assert eerste.code == 0
    assert len(lees_sleutels(eerste.uit + tweede.uit)) == 2


def test_roteer_zegt_hoeveel_en_doet_het_een_keer(opdracht, vak, settings):
    settings.KLUIS_SLEUTELS = f"{nieuwe_regel()}\n{settings.KLUIS_SLEUTELS}"

    eerste = opdracht("kluis", "roteer", "--json")

    assert (eerste.code, json.loads(eerste.uit)) == (0, {"opnieuw_ingepakt": 1, "opnieuw_verzegeld": 0})
    assert opdracht("kluis", "roteer").uit.startswith("0 sleutels van organisaties opnieuw ingepakt.")


@pytest.mark.parametrize("woorden", [("kluis", "roteer"), ("bijwerken",)])
def test_zonder_de_sleutel_komt_er_een_duidelijke_fout(opdracht, vak, settings, dossier_om_bij_te_werken, woorden):
    settings.KLUIS_SLEUTELS = nieuwe_regel()

    antwoord = opdracht(*woorden, "--json")

    assert antwoord.code == 2
    assert antwoord.json["fout"] == "De kluis gaat niet open."
    assert antwoord.json["meldingen"][0]["pad"] == "KLUIS_SLEUTELS"

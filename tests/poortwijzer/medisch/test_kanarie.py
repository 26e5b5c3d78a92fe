"""A diagnosis that the medical side wrote down stands nowhere else: no page, file, mail, log, command or byte.

The access matrix (`tests/toegang`) looks for each medical field on every page as every role. Here everything that can
hold a diagnosis is written through the acts, everything that can run is run, and then all that came out and all that
lies on the disk is searched, in every form.
"""

import io
import logging
import zipfile
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connections
from django.test import Client
from django.urls import reverse
from gevallen import routes
from kanariezoeker import gedaanten, kanaries, mappen_van_de_database, uitgepakt, vindplaatsen

from poortwijzer.audit.models import Auditregel
from poortwijzer.cli.hoofd import draai
from poortwijzer.dossiers.actions import (
    begin_stuk,
    bewaar_stuk,
    delegeer,
)
from poortwijzer.dossiers.models import Dossier
from poortwijzer.kluis.router import ALIAS
from poortwijzer.lib.klok import vandaag
from poortwijzer.lib.rooster import dagelijkse_taken
from poortwijzer.medisch.actions import leg_medisch_vast, stuur_in
from poortwijzer.medisch.queries import medisch_dossier
from poortwijzer.medisch.regel import Regel, Regelsoort, Wijze
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.rollen import Rol

# Who works for the employer, and who manages, guards or keeps the process going; the matrix has the others.
BUITEN = (
    Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE, Rol.ARBODIENST, Rol.PRIVACY_OFFICER, Rol.BEHEERDER
)  # fmt: skip
WAAR_GESCHREVEN = (
    "tekst", "van_wie", "cas", "oude_versie", "werkaantekening", "belastbaarheid", "gedelegeerd", "ingestuurd_hr",
    "ingestuurd_werknemer", "gast", "vraag", "antwoord", "concept",
)  # fmt: skip
# Everything that whoever runs the installation can ask of the platform.
OPDRACHTEN = (
    ("bijwerken", "--json"),
    ("bewaartermijnen", "--json"),
    ("audit", "controleer", "--json"),
    ("kluis", "roteer", "--json"),
    ("controleer-instellingen", "--json"),
)


@pytest.fixture
def gezegd(caplog, capfd):
    """Give a function that gives all that was logged and printed since."""
    caplog.set_level(logging.DEBUG)

    def lees() -> str:
        return "\n".join((caplog.text, *capfd.readouterr()))

    return lees


@pytest.fixture
def geplant(dossier, arts, ondersteuner, actor, vraag_behandelaar) -> dict[str, str]:
    """A canary in every place of the medical side that somebody writes in."""
    namen = dict(zip(WAAR_GESCHREVEN, kanaries(len(WAAR_GESCHREVEN), "m"), strict=True))

    def schrijf(tekst: str, wie=arts, soort=Regelsoort.KLACHTEN, **anders):
        velden = {"soort": soort, "op": vandaag(), "tekst": tekst, "wijze": Wijze.VIDEO}
        regel = Regel(**velden, **{naam: anders.pop(naam) for naam in ("van_wie", "cas") if naam in anders})
        return leg_medisch_vast(dossier=dossier, actor=wie, regel=regel, **anders)

    oud = schrijf(namen["oude_versie"], van_wie=namen["van_wie"], cas=namen["cas"][:20])
    schrijf(namen["tekst"], vervangt=oud.pk)
    schrijf(namen["werkaantekening"], is_werkaantekening=True)
    lijst = f"Functionele mogelijkhedenlijst: {namen['belastbaarheid']}; tillen beperkt"
    schrijf(lijst, soort=Regelsoort.CORRESPONDENTIE)
    delegeer(
        dossier=dossier,
        actor=arts,
        gedelegeerde_id=ondersteuner.gebruiker_id,
        taken=tuple(Deeltaak),
        tot=vandaag() + timedelta(days=9),
    )
    schrijf(namen["gedelegeerd"], wie=ondersteuner)
    stuur_in(dossier=dossier, actor=actor(Rol.CASEMANAGER), tekst=namen["ingestuurd_hr"])
    stuur_in(dossier=dossier, actor=actor(Rol.WERKNEMER), tekst=namen["ingestuurd_werknemer"])
    vraag_behandelaar(dossier=dossier, gast=namen["gast"], vraag=namen["vraag"], antwoord=namen["antwoord"])
    concept = begin_stuk(dossier=dossier, actor=arts, soort="terugkoppeling")
    bewaar_stuk(
        dossier=dossier,
        actor=arts,
        stuk_id=concept.pk,
        wijzigingen={"kan_niet": namen["concept"]},
        verwachte_versie=concept.versie,
    )
    return namen


def _adressen(dossier: Dossier) -> list[str]:
    """Give every address that needs no more than this dossier; the matrix asks for those of its objects."""
    kan = {"kenmerk": dossier.kenmerk, "soort": "evaluatie", "rol": "leidinggevende", "wat": "vragen"}
    kan |= {"naam": "heeft_mogelijkheden", "norm_id": "PRG-4-1", "werknemer_id": dossier.werknemer_id}
    return [
        reverse(route, kwargs={deel: kan[deel] for deel in delen})
        for route, delen in routes().items()
        if set(delen) <= set(kan) and not route.startswith("account_")
    ]


def _antwoord(browser: Client, adres: str) -> bytes:
    antwoord = browser.get(adres)
    inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    return "\n".join(f"{kop}: {waarde}" for kop, waarde in antwoord.items()).encode() + inhoud


def _gevonden(namen: dict[str, str], inhoud: bytes) -> set[str]:
    """Give which of the canaries stand in this, packed or not."""
    stukken = (inhoud, *uitgepakt(inhoud))
    return {waar for waar, naam in namen.items() for vorm in gedaanten(naam) if any(vorm in stuk for stuk in stukken)}


@pytest.mark.django_db(transaction=True)
def test_een_diagnose_staat_alleen_waar_zij_hoort(gezegd, geplant, dossier, arts, als):
    assert {"tekst", "gedelegeerd", "antwoord"} <= _gevonden(geplant, repr(medisch_dossier(arts, dossier)).encode())

    adressen = _adressen(dossier)
    assert len(adressen) > 60
    for rol in BUITEN:
        browser = als(rol)
        for adres in adressen:
            assert _gevonden(geplant, _antwoord(browser, adres)) == set(), f"{rol} {adres}"
    for taak in dagelijkse_taken():
        taak.call()
    for woorden in OPDRACHTEN:
        assert draai(list(woorden)) in {0, 1}, woorden

    assert "Not Found" in (uitvoer := gezegd()), "what was logged is seen here"
    assert _gevonden(geplant, uitvoer.encode()) == set()
    for bericht in mail.outbox:
        assert _gevonden(geplant, bericht.message().as_bytes()) == set()
    rijen = "\n".join(map(str, Auditregel.objects.values_list()))
    assert dossier.pk.hex in rijen.replace("-", "")
    assert _gevonden(geplant, rijen.encode()) == set()
    for alias in ("default", ALIAS):
        connections[alias].close()
    mappen = mappen_van_de_database()
    assert vindplaatsen([dossier.kenmerk], mappen), "the files that are searched hold the data"
    assert vindplaatsen(geplant.values(), mappen) == {}


@pytest.mark.django_db(transaction=True)
def test_de_zoeker_ziet_wat_wel_onverzegeld_is(geplant, dossier):
    """Finding nothing means something: a canary that lies open on the disk or in a file is found by the same search."""
    Dossier.objects.filter(pk=dossier.pk).update(kenmerk=geplant["tekst"][:20])
    for alias in ("default", ALIAS):
        connections[alias].close()
    assert vindplaatsen([geplant["tekst"][:20]], mappen_van_de_database())

    emmer = io.BytesIO()
    with zipfile.ZipFile(emmer, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("stuk.json", geplant["antwoord"] * 3)
    assert _gevonden(geplant, emmer.getvalue()) == {"antwoord"}

"""Every answer has the headers that hold a browser back: each address, each method, each fault and each file."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings as instellingen
from django.db import OperationalError
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from poortwijzer.accounts import demo
from poortwijzer.bijlagen.keuring import Goedgekeurd
from poortwijzer.bijlagen.typen import Bestandstype
from poortwijzer.dossiers.actions import Ontvangst, voeg_bijlage_toe
from poortwijzer.dossiers.keuzes import Afzender
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol

pytestmark = [pytest.mark.django_db, pytest.mark.een_database("postgresql")]
METHODEN = ("get", "head", "post", "put", "patch", "delete", "options")
WAARDEN = {
    "uuid": str(UUID(int=7)),
    "int": "7",
    "str": "ABCD-EFGH",
    "slug": "abcd",
    "uidb36": "abc",
    "key": "abc-def",
}


def adressen(patronen: list[URLPattern | URLResolver] | None = None, voor: str = "") -> Iterator[str]:
    """Give an address for every pattern of the URL configuration, with something in the place of each argument."""
    for patroon in patronen or get_resolver().url_patterns:
        deel = voor + str(patroon.pattern).removeprefix("^").removesuffix("$")
        if isinstance(patroon, URLResolver):
            yield from adressen(patroon.url_patterns, deel)
            continue
        deel = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", lambda m: WAARDEN[m[1]], deel)
        yield "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda m: WAARDEN[m[1] or "str"], deel)


ADRESSEN = sorted(set(adressen()))


def keur(antwoord) -> None:
    """Fail when a header is missing, or says less than it must."""
    koppen = antwoord.headers
    beleid = koppen["Content-Security-Policy"]
    assert "unsafe" not in beleid
    for regel in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "object-src 'none'"):
        assert regel in beleid
    assert koppen["X-Content-Type-Options"] == "nosniff"
    assert koppen["X-Frame-Options"] == "DENY"
    assert koppen["Referrer-Policy"] == "same-origin"
    assert koppen["Cross-Origin-Opener-Policy"] == koppen["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in koppen["Permissions-Policy"]
    assert koppen["Strict-Transport-Security"] == f"max-age={instellingen.SECURE_HSTS_SECONDS}; includeSubDomains"
    assert "no-store" in koppen["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in koppen


@pytest.fixture(autouse=True)
def _met_tls(settings) -> None:
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True


def meld_aan(rol: Rol) -> Client:
    client = Client(raise_request_exception=False)
    client.post(reverse("account_demo", args=[demo.demo_gebruiker_id(rol)]), secure=True)
    return client


def test_de_adressen_komen_uit_de_configuratie():
    assert len(ADRESSEN) > 80
    assert "/dossiers/ABCD-EFGH/inzage/" in ADRESSEN
    assert "/gast/ABCD-EFGH/" in ADRESSEN


@pytest.mark.parametrize("methode", METHODEN)
def test_elk_adres_en_elke_methode_voor_wie_niet_is_aangemeld(methode: str, db):
    client = Client(raise_request_exception=False)
    for adres in ADRESSEN:
        antwoord = getattr(client, methode)(adres, secure=True)
        assert antwoord.status_code < 500, adres
        keur(antwoord)


@pytest.mark.parametrize("rol", [Rol.CASEMANAGER, Rol.WERKNEMER, Rol.PRIVACY_OFFICER, Rol.BEHEERDER])
def test_elk_blad_dat_opengaat(rol: Rol, dossier):
    client, open_ = meld_aan(rol), 0
    for adres in ADRESSEN:
        antwoord = client.get(adres.replace("ABCD-EFGH", dossier.kenmerk), secure=True)
        assert antwoord.status_code < 500, adres
        keur(antwoord)
        open_ += antwoord.status_code == 200
    assert open_ > 5


def test_wat_fout_gaat(dossier, monkeypatch, settings):
    client = meld_aan(Rol.CASEMANAGER)
    keur(client.get("/er-is-niets/", secure=True))
    keur(client.post("/normen/", secure=True))
    keur(client.get("/", secure=True, headers={"Host": "kwaad.example"}))
    streng = Client(enforce_csrf_checks=True)
    assert streng.post("/account/login/", secure=True).status_code == 403
    keur(streng.post("/account/login/", secure=True))
    monkeypatch.setattr("poortwijzer.web.views.dossiers.dossierbeeld", None)
    fout = client.get(reverse("web:dossier", args=[dossier.kenmerk]), secure=True)
    assert fout.status_code == 500
    keur(fout)


def test_een_bestand_van_ons_heeft_ze_ook_en_mag_bewaard_worden(db):
    (Path(instellingen.STATIC_ROOT) / "toets.css").write_text("p{}", encoding="ascii")
    antwoord = Client().get("/static/toets.css", secure=True)
    assert b"".join(antwoord.streaming_content) == b"p{}"
    antwoord.close()
    assert "public" in antwoord.headers["Cache-Control"]
    antwoord.headers["Cache-Control"] = "no-store"
    keur(antwoord)


def test_zonder_tls_geen_belofte_over_tls(client: Client):
    assert "Strict-Transport-Security" not in client.get("/normen/").headers


def test_ook_de_zeldzame_antwoorden(dossier, monkeypatch):
    """Too large, too often, a database that is away, and a file to keep."""
    client = meld_aan(Rol.CASEMANAGER)
    te_groot = client.generic("POST", "/normen/", b"", CONTENT_LENGTH=str(30 * 1024 * 1024), secure=True)
    assert te_groot.status_code == 413
    keur(te_groot)

    bezoeker = Client(raise_request_exception=False)
    velden = {"login": "noor@example.nl", "password": "niet het goede wachtwoord"}
    antwoorden = [bezoeker.post("/account/login/", velden, secure=True) for _ in range(6)]
    assert antwoorden[-1].status_code == 429
    keur(antwoorden[-1])

    persoon = demo.demo_gebruiker_id(Rol.CASEMANAGER)
    actor = Actor(gebruiker_id=persoon, rol=Rol.CASEMANAGER, organisatie_id=demo.WERKGEVER.id, naam="Youssef")
    ontvangst = Ontvangst(
        deel=Deel.UWV, van_op=vandaag(), ontvangen_op=vandaag(), ontvangen_van=Afzender.UWV, toelichting="brief"
    )
    bestand = Goedgekeurd(naam="brief.pdf", soort=Bestandstype.PDF, inhoud=b"%PDF-")
    bijlage = voeg_bijlage_toe(dossier=dossier, actor=actor, bestand=bestand, ontvangst=ontvangst)
    bewaard = client.get(reverse("web:bijlage", args=[dossier.kenmerk, bijlage.pk]), secure=True)
    assert bewaard.status_code == 200
    keur(bewaard)

    def weg(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr("poortwijzer.web.views.dossiers.dossierbeeld", weg)
    even_niet = client.get(reverse("web:dossier", args=[dossier.kenmerk]), secure=True)
    assert even_niet.status_code == 503
    keur(even_niet)

"""S5: nothing of the medical record reaches the employer's side, by no page, count, order, mail, log or column."""

import logging
import os
import re
from contextlib import suppress
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection, connections, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from poortwijzer.accounts import demo
from poortwijzer.accounts.models import Contract, Rolvervulling
from poortwijzer.dossiers.actions import (
    Invoerfout,
    beantwoord_toestemming,
)
from poortwijzer.dossiers.models import Dossier, Taak, Toestemming
from poortwijzer.kluis.router import ALIAS
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.actions import leg_medisch_vast, stuur_in
from poortwijzer.medisch.regel import Regel, Regelsoort, Wijze
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Keuze

KANARIE = "kwikstaartkoorts"
BREED = "zilverplevierziekte"
WERKGEVERSKANT = (Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE)
LANG = os.environ.get("HYPOTHESIS_PROFILE") == "lang"
# What differs from one answer to the next by itself.
_WISSELEND = re.compile(r'(csrfmiddlewaretoken" value|name="van_wie" value|nonce)="[^"]*"')


def beschrijf(dossier: Dossier, arts) -> None:
    """Write the canary in every kind of row, and in a note of the doctor's own."""
    for soort in Regelsoort:
        regel = Regel(soort=soort, op=vandaag(), tekst=KANARIE, van_wie=BREED, cas=KANARIE[:20], wijze=Wijze.VIDEO)
        leg_medisch_vast(dossier=dossier, actor=arts, regel=regel)
    leg_medisch_vast(
        dossier=dossier,
        actor=arts,
        regel=Regel(soort=Regelsoort.PROGNOSE, op=vandaag(), tekst=KANARIE),
        is_werkaantekening=True,
    )
    stuur_in(dossier=dossier, actor=arts, tekst=KANARIE)


def bladen(dossier: Dossier) -> list[str]:
    """Give every page on which the employer's side sees something of dossiers."""
    namen = "dossier documenten gegevens stand watals betrokkenen gasten inzage medisch delegaties aan_bedrijfsarts"
    return [
        reverse("web:begin"),
        reverse("web:werk"),
        reverse("web:dossiers"),
        f"{reverse('web:dossiers')}?zoek={KANARIE}",
        f"{reverse('web:werk')}?stand=uitgesteld",
        *(reverse(f"web:{naam}", args=[dossier.kenmerk]) for naam in namen.split()),
    ]


def antwoord_van(browser: Client, adres: str) -> str:
    antwoord = browser.get(adres)
    koppen = "\n".join(f"{kop}: {waarde}" for kop, waarde in antwoord.items() if kop != "Content-Security-Policy")
    return _WISSELEND.sub("", f"{antwoord.status_code}\n{koppen}\n{antwoord.content.decode()}")


def test_elk_blad_van_de_werkgever_is_hetzelfde_met_en_zonder_medisch_dossier(als, actor, dossier, arts):
    """Not only the words: also counts, order and what is there to press are no different."""
    browsers = {rol: als(rol) for rol in WERKGEVERSKANT}
    adressen = bladen(dossier)
    voor = {(rol, adres): antwoord_van(browser, adres) for rol, browser in browsers.items() for adres in adressen}

    beschrijf(dossier, arts)

    for (rol, adres), was in voor.items():
        assert antwoord_van(browsers[rol], adres) == was, f"{rol} {adres}"
    gelezen = als(Rol.BEDRIJFSARTS).get(reverse("web:medisch", args=[dossier.kenmerk])).content.decode()
    assert KANARIE in gelezen, "else finding nothing would mean nothing"


def test_in_geen_kolom_logregel_of_bericht_staat_wat_de_bedrijfsarts_schreef(als, dossier, arts, caplog):
    caplog.set_level(logging.DEBUG)
    beschrijf(dossier, arts)
    for rol in WERKGEVERSKANT:
        als(rol).get(reverse("web:dossier", args=[dossier.kenmerk]))

    gelezen = 0
    for alias in ("default", ALIAS):
        verbinding = connections[alias]
        for tabel in verbinding.introspection.table_names():
            with verbinding.cursor() as cursor:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(tabel)}")  # noqa: S608  # our own tables
                for rij in cursor.fetchall():
                    gelezen += 1
                    cellen = [bytes(cel) if isinstance(cel, bytes | memoryview) else str(cel).encode() for cel in rij]
                    assert not any(woord.encode() in cel for cel in cellen for woord in (KANARIE, BREED)), tabel
    assert gelezen > 50
    assert KANARIE not in caplog.text
    assert not [bericht for bericht in mail.outbox if KANARIE in f"{bericht.subject}{bericht.body}"]


def _noteer(browser: Client, dossier: Dossier) -> str:
    taak = Taak.objects.filter(dossier=dossier).first()
    velden = {"reden": "belt morgen terug", "tot": ""}
    return browser.post(reverse("web:taak", args=[taak.pk]), velden).content.decode() if taak else ""


def _hervat(browser: Client, dossier: Dossier) -> str:
    velden = {"vanaf": vandaag().isoformat(), "uren_per_week": "8", "werk": "eigen"}
    return browser.post(reverse("web:hervatting", args=[dossier.kenmerk]), velden).content.decode()


def _stuur_in(browser: Client, dossier: Dossier) -> str:
    velden = {"tekst": "werkt sinds maandag halve dagen"}
    return browser.post(reverse("web:aan_bedrijfsarts", args=[dossier.kenmerk]), velden).content.decode()


def _begin_stuk(browser: Client, dossier: Dossier) -> str:
    antwoord = browser.post(reverse("web:stuk_nieuw", args=[dossier.kenmerk, "evaluatie"]), follow=True)
    return antwoord.content.decode()


def _kijk_medisch(browser: Client, dossier: Dossier) -> str:
    antwoord = browser.get(reverse("web:medisch", args=[dossier.kenmerk]))
    assert antwoord.status_code in {403, 404}
    return antwoord.content.decode()


def _eindig_rol(browser: Client, dossier: Dossier) -> str:
    dossier.betrokkenen.filter(rol=Rol.LEIDINGGEVENDE).update(vanaf=vandaag() - timedelta(days=9), tot=vandaag())
    return browser.get(reverse("web:dossiers")).content.decode()


def _ander_werk(browser: Client, dossier: Dossier) -> str:
    """Whoever is casemanager becomes HR as well, and the manager of this employee changes: roles come and go."""
    wie = demo.demo_gebruiker_id(Rol.CASEMANAGER)
    gevuld = {"gebruiker_id": wie, "rol": Rol.WERKGEVER, "organisatie_id": demo.WERKGEVER.id}
    Rolvervulling.objects.get_or_create(**gevuld, defaults={"vanaf": vandaag()})
    type(dossier.werknemer).objects.filter(pk=dossier.werknemer_id).update(leidinggevende_id=wie)
    return browser.get(reverse("web:werk")).content.decode() + browser.get(reverse("web:dossiers")).content.decode()


def _toestemming(browser: Client, dossier: Dossier) -> str:
    """The employee takes back what was agreed; the question to the doctor is closed, and says no more than before."""
    werknemer = Actor(
        gebruiker_id=demo.demo_gebruiker_id(Rol.WERKNEMER),
        rol=Rol.WERKNEMER,
        organisatie_id=demo.WERKGEVER.id,
        naam="Katja de Wit",
    )
    gegeven = Toestemming.objects.filter(dossier=dossier).first()
    if gegeven is not None:
        with suppress(Invoerfout):
            beantwoord_toestemming(dossier=dossier, actor=werknemer, toestemming_id=gegeven.pk, keuze=Keuze.INGETROKKEN)
    adressen = (reverse(f"web:{naam}", args=[dossier.kenmerk]) for naam in ("toestemmingen", "gasten"))
    return "".join(antwoord_van(browser, adres) for adres in adressen)


def _vraag_verbetering(browser: Client, dossier: Dossier) -> str:
    return antwoord_van(browser, reverse("web:correcties", args=[dossier.kenmerk]))


def _kijk_als_arts(browser: Client, dossier: Dossier) -> str:
    return antwoord_van(browser, reverse("web:kijk_als", args=[dossier.kenmerk, "bedrijfsarts"]))


def _download(browser: Client, dossier: Dossier) -> str:
    antwoord = browser.post(reverse("web:downloaden", args=[dossier.kenmerk]))
    assert antwoord.status_code in {403, 404}
    return antwoord.content.decode()


def _register(browser: Client, dossier: Dossier) -> str:
    return antwoord_van(browser, reverse("web:verwerkingen_bestand", args=["vragen"]))


def _eindig_contract(browser: Client, dossier: Dossier) -> str:
    Contract.objects.filter(opdrachtnemer=demo.ARBODIENST.id).update(tot=vandaag())
    return browser.get(reverse("web:contracten")).content.decode()


def _verhuis(browser: Client, dossier: Dossier) -> str:
    """The dossier goes to another employer."""
    Dossier.objects.filter(pk=dossier.pk).update(werkgever_id=demo.BUREAU.id)
    return browser.get(reverse("web:dossiers")).content.decode()


def _blader(browser: Client, dossier: Dossier) -> str:
    # Not the search for the canary itself: the page repeats what was typed.
    return "".join(antwoord_van(browser, adres) for adres in bladen(dossier)[:3])


ACTIES = (
    _noteer, _hervat, _stuur_in, _begin_stuk, _kijk_medisch, _eindig_rol, _verhuis, _blader, _ander_werk, _toestemming,
    _vraag_verbetering, _kijk_als_arts, _download, _register, _eindig_contract,
)  # fmt: skip


@settings(
    max_examples=10_000 if LANG else 2,
    phases=[Phase.generate],  # a sequence is a story: a shorter one tells no more, and takes long to find
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(reeks=st.lists(st.tuples(st.sampled_from(WERKGEVERSKANT), st.sampled_from(ACTIES)), min_size=20, max_size=20))
def test_geen_reeks_handelingen_van_de_werkgever_levert_iets_medisch_op(kant, reeks):
    """S5: sequences of twenty acts, in which roles change and end, consent is withdrawn and the dossier moves."""
    dossier, browsers = kant
    with transaction.atomic(), transaction.atomic(using=ALIAS):
        for rol, actie in reeks:
            gezien = actie(browsers[rol], dossier)
            assert KANARIE not in gezien, f"{rol} {actie.__name__}"
            assert BREED not in gezien, f"{rol} {actie.__name__}"
        transaction.set_rollback(True)
        transaction.set_rollback(True, using=ALIAS)


@pytest.fixture
def kant(als, dossier, arts, vraag_behandelaar):
    beschrijf(dossier, arts)
    vraag_behandelaar(gast=BREED, vraag=KANARIE, antwoord=f"{KANARIE} {BREED}")
    return dossier, {rol: als(rol) for rol in WERKGEVERSKANT}

"""Pages over the dossiers that the upkeep made: processor time beside a bare list, queries, and the first load."""

import re
import statistics
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from urllib.parse import urljoin

from benchmarks import kaal
from benchmarks.meten import Meting, Telling, meet
from django.db import connections
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from poortwijzer.accounts import demo
from poortwijzer.dossiers.models import Dossier
from poortwijzer.toegang.rollen import Rol

RONDEN = 30
GEVONDEN = 200
HOOGSTENS_KAAL = 2.5  # times the bare list
HOOGSTENS_LIJST, HOOGSTENS_DOSSIER = 12, 20  # queries
HOOGSTENS_KIB, HOOGSTENS_VERZOEKEN = 150, 10
TRANSACTIE = re.compile(r"\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)", re.IGNORECASE)
# What a browser asks for by itself when it shows a page.
VERWIJZING = re.compile(r"""<(?:link[^>]+?href|script[^>]+?src|img[^>]+?src)=["']([^"']+)["']""")
IN_STIJL = re.compile(r"""url\(["']?([^"')]+)["']?\)""")


def metingen() -> Iterator[Meting | Telling]:
    """Measure the work list and a dossier page of the casemanager."""
    klant = _aangemeld(Rol.CASEMANAGER)
    dossier = f"/dossiers/{Dossier.objects.order_by('kenmerk').values_list('kenmerk', flat=True)[0]}/"
    kaal_voor = _meet_kaal(klant)
    werk = meet("work list", [partial(_haal, klant, "/werk/")], keer=RONDEN)
    blad = meet("dossier page", [partial(_haal, klant, dossier)], keer=RONDEN)
    kaal_na = _meet_kaal(klant)
    grond = replace(kaal_voor, seconden=kaal_voor.seconden + kaal_na.seconden)
    yield grond
    for meting, pad, hoogstens in ((werk, "/werk/", HOOGSTENS_LIJST), (blad, dossier, HOOGSTENS_DOSSIER)):
        maal = statistics.median(meting.seconden) / grond.mediaan
        yield replace(meting, doel=f"{maal:.2f} <= {HOOGSTENS_KAAL} x bare", haalt=maal <= HOOGSTENS_KAAL)
        vragen = _tel_vragen(klant, pad)
        yield Telling("  queries", str(vragen), f"<= {hoogstens}", haalt=vragen <= hoogstens)
    yield from _eerste_keer(klant, dossier)


def _aangemeld(rol: Rol) -> Client:
    klant = Client(headers={"host": "localhost"})
    klant.post(reverse("account_demo", args=[demo.demo_gebruiker_id(rol)]))
    return klant


def _meet_kaal(klant: Client) -> Meting:
    with override_settings(ROOT_URLCONF="benchmarks.kaal", MIDDLEWARE=kaal.MIDDLEWARE):
        kale_klant = Client(headers={"host": "localhost"})
        kale_klant.cookies = klant.cookies
        return meet("bare Django list, 50 rows", [partial(_haal, kale_klant, "/kaal/")], keer=RONDEN)


def _haal(klant: Client, pad: str) -> bytes:
    antwoord = klant.get(pad, headers={"accept-encoding": "br, gzip"})
    if antwoord.status_code != GEVONDEN:
        raise SystemExit(f"{pad} answered {antwoord.status_code}: this page cannot be measured.")
    return antwoord.getvalue()


def _tel_vragen(klant: Client, pad: str) -> int:
    with ExitStack() as stapel:
        gevangen = [stapel.enter_context(CaptureQueriesContext(connections[alias])) for alias in connections]
        _haal(klant, pad)
    return sum(not TRANSACTIE.match(vraag["sql"]) for een in gevangen for vraag in een.captured_queries)


def _eerste_keer(klant: Client, pad: str) -> Iterator[Telling]:
    """Give what a browser without a cache loads: the page, and what it and its styles refer to."""
    bladzij = _haal(klant, pad)
    te_halen = {urljoin(pad, adres) for adres in VERWIJZING.findall(bladzij.decode())}
    gehaald = {pad: len(bladzij)}
    elders = []
    while te_halen:
        adres = te_halen.pop()
        if "://" in adres:
            elders.append(adres)
            continue
        inhoud = _haal(klant, adres)
        gehaald[adres] = len(inhoud)
        if adres.endswith(".css"):
            leesbaar = klant.get(adres).getvalue().decode()
            nieuw = {urljoin(adres, deel) for deel in IN_STIJL.findall(leesbaar) if not deel.startswith("data:")}
            te_halen |= nieuw - set(gehaald)
    kib = sum(gehaald.values()) / 1024
    yield Telling("dossier page, first load", f"{kib:.0f} KiB", f"<= {HOOGSTENS_KIB}", haalt=kib <= HOOGSTENS_KIB)
    verzoeken = len(gehaald)
    yield Telling("  requests", str(verzoeken), f"<= {HOOGSTENS_VERZOEKEN}", haalt=verzoeken <= HOOGSTENS_VERZOEKEN)
    yield Telling("  to another host", str(len(elders)), "0", haalt=not elders)

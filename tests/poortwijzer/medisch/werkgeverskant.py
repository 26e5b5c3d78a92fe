"""What the employer's side can do and open on a dossier, each as a function that gives all that came back."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta

from django.db import connections
from django.test import Client
from django.urls import reverse

from poortwijzer.accounts import demo
from poortwijzer.accounts.models import Contract, Rolvervulling
from poortwijzer.dossiers.actions import Invoerfout, beantwoord_toestemming
from poortwijzer.dossiers.models import Dossier, Taak, Toestemming
from poortwijzer.kluis.router import ALIAS
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import Keuze

WERKGEVERSKANT = (Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE)
Actie = Callable[[Client, Dossier], str]
BLADEN_VAN_DOSSIER = (
    "dossier", "documenten", "gegevens", "stand", "watals", "betrokkenen", "gasten", "inzage", "medisch", "delegaties",
    "aan_bedrijfsarts",
)  # fmt: skip
# What differs from one answer to the next by itself.
_WISSELEND = re.compile(r'(csrfmiddlewaretoken" value|name="blad_van" value|nonce)="[^"]*"')


def bladen(dossier: Dossier, zoek: str) -> list[str]:
    """Give every page on which the employer's side sees something of dossiers."""
    return [
        reverse("web:begin"),
        reverse("web:werk"),
        reverse("web:dossiers"),
        f"{reverse('web:dossiers')}?zoek={zoek}",
        f"{reverse('web:werk')}?stand=uitgesteld",
        *(reverse(f"web:{naam}", args=[dossier.kenmerk]) for naam in BLADEN_VAN_DOSSIER),
    ]


def antwoord_van(browser: Client, adres: str, gegevens: dict[str, str] | None = None) -> str:
    """Give the status, headers and content, without what differs by itself; post when there is something to post."""
    antwoord = browser.get(adres) if gegevens is None else browser.post(adres, gegevens, follow=True)
    koppen = "\n".join(f"{kop}: {waarde}" for kop, waarde in antwoord.items() if kop != "Content-Security-Policy")
    inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    return _WISSELEND.sub("", f"{antwoord.status_code}\n{koppen}\n{inhoud.decode(errors='replace')}")


def kolommen() -> Iterator[tuple[str, bytes]]:
    """Give every row of every table, as it is stored, with the name of the table."""
    for alias in ("default", ALIAS):
        verbinding = connections[alias]
        for tabel in verbinding.introspection.table_names():
            with verbinding.cursor() as cursor:
                cursor.execute(f"SELECT * FROM {verbinding.ops.quote_name(tabel)}")  # noqa: S608  # our own tables
                for rij in cursor.fetchall():
                    cellen = (bytes(cel) if isinstance(cel, bytes | memoryview) else str(cel).encode() for cel in rij)
                    yield tabel, b"\x00".join(cellen)


def _op(dossier: Dossier, naam: str, *meer: object) -> str:
    return reverse(f"web:{naam}", args=[dossier.kenmerk, *meer])


def noteer(browser: Client, dossier: Dossier) -> str:
    taak = Taak.objects.filter(dossier=dossier).first()
    if taak is None:
        return ""
    adres = reverse("web:taak", args=[taak.pk])
    return antwoord_van(browser, adres, {"reden": "belt morgen terug", "tot": ""}) + antwoord_van(browser, adres)


def hervat(browser: Client, dossier: Dossier) -> str:
    velden = {"vanaf": vandaag().isoformat(), "uren_per_week": "8", "werk": "eigen"}
    return antwoord_van(browser, _op(dossier, "hervatting"), velden)


def stuur_in(browser: Client, dossier: Dossier) -> str:
    return antwoord_van(browser, _op(dossier, "aan_bedrijfsarts"), {"tekst": "werkt sinds maandag halve dagen"})


def begin_stuk(browser: Client, dossier: Dossier) -> str:
    return antwoord_van(browser, _op(dossier, "stuk_nieuw", "evaluatie"), {})


def kijk_medisch(browser: Client, dossier: Dossier) -> str:
    gezien = antwoord_van(browser, _op(dossier, "medisch"))
    assert gezien[:3] in {"403", "404"}
    return gezien


def eindig_rol(browser: Client, dossier: Dossier) -> str:
    dossier.betrokkenen.filter(rol=Rol.LEIDINGGEVENDE).update(vanaf=vandaag() - timedelta(days=9), tot=vandaag())
    return antwoord_van(browser, reverse("web:dossiers"))


def ander_werk(browser: Client, dossier: Dossier) -> str:
    """Whoever is casemanager becomes HR as well, and the manager of this employee changes: roles come and go."""
    wie = demo.demo_gebruiker_id(Rol.CASEMANAGER)
    gevuld = {"gebruiker_id": wie, "rol": Rol.WERKGEVER, "organisatie_id": demo.WERKGEVER.id}
    Rolvervulling.objects.get_or_create(**gevuld, defaults={"vanaf": vandaag()})
    type(dossier.werknemer).objects.filter(pk=dossier.werknemer_id).update(leidinggevende_id=wie)
    return antwoord_van(browser, reverse("web:werk")) + antwoord_van(browser, reverse("web:dossiers"))


def trek_toestemming_in(browser: Client, dossier: Dossier) -> str:
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
    return "".join(antwoord_van(browser, _op(dossier, naam)) for naam in ("toestemmingen", "gasten"))


def vraag_verbetering(browser: Client, dossier: Dossier) -> str:
    return antwoord_van(browser, _op(dossier, "correcties"))


def kijk_als_arts(browser: Client, dossier: Dossier) -> str:
    return antwoord_van(browser, _op(dossier, "kijk_als", "bedrijfsarts"))


def download(browser: Client, dossier: Dossier) -> str:
    gezien = antwoord_van(browser, _op(dossier, "downloaden"), {})
    assert gezien[:3] in {"403", "404"}
    return gezien


def haal_register(browser: Client, dossier: Dossier) -> str:
    return antwoord_van(browser, reverse("web:verwerkingen_bestand", args=["vragen"]))


def eindig_contract(browser: Client, dossier: Dossier) -> str:
    Contract.objects.filter(opdrachtnemer=demo.ARBODIENST.id).update(tot=vandaag())
    return antwoord_van(browser, reverse("web:contracten"))


def verhuis(browser: Client, dossier: Dossier) -> str:
    """The dossier goes to another employer."""
    Dossier.objects.filter(pk=dossier.pk).update(werkgever_id=demo.BUREAU.id)
    return antwoord_van(browser, reverse("web:dossiers"))


def _opent(naam: str) -> Actie:
    """Give the act that opens one page; not the search for a canary: the page repeats what was typed."""

    def blad(browser: Client, dossier: Dossier) -> str:
        return antwoord_van(browser, _op(dossier, naam))

    blad.__name__ = f"open_{naam}"
    return blad


def open_begin(browser: Client, dossier: Dossier) -> str:
    return antwoord_van(browser, reverse("web:begin"))


def open_werk(browser: Client, dossier: Dossier) -> str:
    werk = reverse("web:werk")
    return antwoord_van(browser, werk) + antwoord_van(browser, f"{werk}?stand=uitgesteld")


def open_dossiers(browser: Client, dossier: Dossier) -> str:
    return antwoord_van(browser, reverse("web:dossiers"))


DOEN: tuple[Actie, ...] = (
    noteer, hervat, stuur_in, begin_stuk, eindig_rol, ander_werk, trek_toestemming_in, eindig_contract, verhuis,
)  # fmt: skip
KIJKEN: tuple[Actie, ...] = (
    kijk_medisch, vraag_verbetering, kijk_als_arts, download, haal_register, open_begin, open_werk, open_dossiers,
    *(_opent(naam) for naam in BLADEN_VAN_DOSSIER if naam != "medisch"),
)  # fmt: skip
ACTIES = DOEN + KIJKEN

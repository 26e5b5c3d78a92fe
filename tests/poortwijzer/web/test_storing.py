"""A database that is away or a full disk: a clear page, nothing half done, and what was typed is still there."""

import errno
import html
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import bouwsels
import psycopg
import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InterfaceError, OperationalError, connection, connections
from django.test import Client
from django.urls import reverse

from poortwijzer.audit.models import Auditregel
from poortwijzer.dossiers.actions import afwijkbare_normen
from poortwijzer.dossiers.models import Dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.storing import is_storing

pytestmark = pytest.mark.django_db(transaction=True)


@contextmanager
def storing() -> Iterator[None]:
    """SQLite: the disk takes no page more. PostgreSQL: the server ends our connection."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            (pid,) = cursor.execute("SELECT pg_backend_pid()").fetchone()
        gegevens = connection.settings_dict
        with psycopg.connect(host=gegevens["HOST"], user=gegevens["USER"], dbname="postgres", autocommit=True) as ander:
            ander.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        yield
        connection.close()
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode = DELETE")
        cursor.execute("PRAGMA page_size = 512")  # whatever is written needs a page, and does not fit in half a one
        cursor.execute("VACUUM")  # no free page is left
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA max_page_count = 1")  # as many as there are now
    yield
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823")


def volgens_de_bladzijde(tekst: str) -> dict[str, str]:
    """Give the fields of the form on the page, as a browser would send them."""
    return {
        html.unescape(naam): html.unescape(waarde)
        for naam, waarde in re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', tekst)
    }


@pytest.fixture
def melder(als: Callable[[Rol], Client]) -> Client:
    client = als(Rol.LEIDINGGEVENDE)
    client.raise_request_exception = False
    return client


def test_wat_getypt_is_blijft_staan_en_gaat_daarna_gewoon(melder, werknemer):
    adres = reverse("web:ziekmelden_wie", args=[werknemer.pk])
    getypt = {"eerste_ziektedag": vandaag().isoformat(), "verwachte_duur": "weken"}
    regels = Auditregel.objects.count()
    with storing():
        antwoord = melder.post(adres, {**getypt, "opmerking": 'Belde zelf, "morgen" <weer>'})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 503
    assert antwoord["Retry-After"]
    assert "kan nu even niets bewaren" in tekst
    velden = volgens_de_bladzijde(tekst)
    assert {**getypt, "opmerking": 'Belde zelf, "morgen" <weer>'}.items() <= velden.items()
    assert Dossier.objects.count() == 0
    assert Auditregel.objects.count() == regels
    opnieuw = melder.post(adres, velden)
    assert opnieuw.status_code == 302
    assert Dossier.objects.count() == 1


def test_lezen_zegt_het_ook(melder, dossier):
    with storing():
        # A reader is a row in the log; the first few may still fit where there was room.
        antwoorden = (melder.get(reverse("web:dossier", args=[dossier.kenmerk])) for _ in range(100))
        antwoord = next(antwoord for antwoord in antwoorden if antwoord.status_code != 200)
    assert antwoord.status_code == 503
    assert "Opnieuw proberen" in antwoord.content.decode()
    assert melder.get(reverse("web:dossiers")).status_code == 200


def test_bewaren_tijdens_het_typen_zegt_het_op_zijn_plek(melder, werknemer):
    with storing():
        antwoord = melder.post(
            reverse("web:ziekmelden_wie", args=[werknemer.pk]),
            {"eerste_ziektedag": vandaag().isoformat(), "verwachte_duur": "weken"},
            headers={"HX-Request": "true"},
        )
    assert antwoord.status_code == 503
    assert antwoord.content.decode().startswith('<span class="saved error" id="bewaard"')


def test_een_wachtwoord_komt_niet_terug(client):
    client.raise_request_exception = False
    with storing():
        antwoord = client.post(reverse("account_login"), {"login": "a@b.example", "password": "geheim-en-lang-genoeg"})
    assert "geheim-en-lang" not in antwoord.content.decode()


@pytest.mark.parametrize(
    ("fout", "is_het"),
    [
        (OperationalError(), True),
        (InterfaceError(), True),
        (OSError(errno.ENOSPC, "vol"), True),
        (OSError(errno.EACCES, "mag niet"), False),
        (ValueError(), False),
        (None, False),
    ],
)
def test_wat_een_storing_is(fout: BaseException | None, is_het: bool):  # noqa: FBT001  # given by the table
    assert is_storing(fout) is is_het


def test_een_storing_achter_een_andere_fout_is_er_ook_een():
    fout = ValueError()
    fout.__cause__ = OperationalError()
    assert is_storing(fout)


# --- the same for every kind of act, and for the key store -------------------------------------------------------

VANDAAG = vandaag().isoformat()
NORM = min(afwijkbare_normen())
ACTEN: dict[str, tuple[str, tuple[str, ...], dict[str, object]]] = {
    "hervatting": ("web:hervatting", (), {"vanaf": VANDAAG, "uren_per_week": "8", "werk": "eigen"}),
    "herstel": ("web:herstel", (), {"hersteld_op": VANDAAG}),
    "feit": ("web:feit", ("is_eigenrisicodrager",), {"waarde": "nee"}),
    "afwijking": (
        "web:afwijking", (NORM,),
        {"nieuwe_dag": (vandaag() + timedelta(days=200)).isoformat(), "reden": "Wij wachten op een afspraak"},
    ),
    "bijlage": (
        "web:bijlage_nieuw", (),
        {
            "deel": "probleemanalyse", "van_op": VANDAAG, "ontvangen_op": VANDAAG, "ontvangen_van": "bedrijfsarts",
            "telt_mee": "on", "toelichting": "Op papier gekregen van de arbodienst",
        },
    ),
}  # fmt: skip


@contextmanager
def zonder_bewaarplaats() -> Iterator[None]:
    """The key store is not where it was."""
    sleutels = connections["sleutels"]
    gegevens = dict(sleutels.settings_dict)
    sleutels.close()
    weg = {"NAME": "/er/is/niets.sqlite3"} if sleutels.vendor == "sqlite" else {"HOST": "/er/is/niets"}
    sleutels.settings_dict.update(weg)
    try:
        yield
    finally:
        sleutels.close()
        sleutels.settings_dict.update(gegevens)


def rijen() -> dict[str, int]:
    """Count the rows of every table of our own; that somebody opened the page first is true, and stays in the log."""
    modellen = [model for model in apps.get_models() if model.__module__.startswith("poortwijzer.")]
    gedaan = Auditregel.objects.exclude(handeling="inzien").count()
    return {model._meta.label: model.objects.count() for model in modellen} | {"audit.Auditregel": gedaan}


def gestuurd(naam: str) -> dict[str, object]:
    """Give what is sent, with a file that is read anew."""
    velden = ACTEN[naam][2]
    bestand = SimpleUploadedFile("analyse.pdf", bouwsels.pdf(), content_type="application/pdf")
    return {**velden, "bestand": bestand} if naam == "bijlage" else dict(velden)


@pytest.mark.parametrize("fout", [storing, zonder_bewaarplaats], ids=["vol_of_weg", "zonder_bewaarplaats"])
@pytest.mark.parametrize("naam", ACTEN)
def test_een_handeling_die_misgaat_laat_niets_half_achter_en_houdt_het_getypte(naam: str, fout, als, dossier):
    client = als(Rol.CASEMANAGER)
    client.raise_request_exception = False
    route, delen, velden = ACTEN[naam]
    adres = reverse(route, args=[dossier.kenmerk, *delen])
    voor = rijen()
    with fout():
        antwoord = client.post(adres, gestuurd(naam))
    assert antwoord.status_code == 503
    tekst = antwoord.content.decode()
    assert velden.items() <= volgens_de_bladzijde(tekst).items()
    assert ("Kies het bestand daarna opnieuw" in tekst) is (naam == "bijlage")
    assert rijen() == voor
    assert client.post(adres, gestuurd(naam)).status_code == 302
    assert rijen() != voor


def test_lezen_zonder_bewaarplaats_zegt_het_ook(als, dossier):
    client = als(Rol.CASEMANAGER)
    client.raise_request_exception = False
    with zonder_bewaarplaats():
        antwoord = client.get(reverse("web:gegevens", args=[dossier.kenmerk]))
        assert antwoord.status_code == 503
        assert client.get(reverse("web:normen")).status_code == 200
    assert client.get(reverse("web:gegevens", args=[dossier.kenmerk])).status_code == 200

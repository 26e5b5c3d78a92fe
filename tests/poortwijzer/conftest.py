"""What a PDF must keep to, and a dossier of the demo with the people around it, each with a browser."""

import re
from collections.abc import Callable
from datetime import timedelta

import page
import pytest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from poortwijzer.accounts import demo
from poortwijzer.dossiers.actions import Ziekmeldinggegevens, meld_ziek
from poortwijzer.dossiers.models import Accountbevestiging, Betrokkene, Dossier, Werknemer
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

OP_HET_DOSSIER = (Rol.BEDRIJFSARTS, Rol.ARBEIDSDESKUNDIGE, Rol.PROCESBEGELEIDER, Rol.RE_INTEGRATIEBEDRIJF)
_STROOM = re.compile(rb"\d+ 0 obj\s*<<(?:(?!endobj).)*?/Length (\d+)(?:(?!endobj).)*?>>\s*stream\n", re.DOTALL)
# The checker mistakes a stream whose last byte looks like a line end for one of another length; see `lengten_kloppen`.
_VERGISSING = "a stream /Length does not match its raw content length"


def lengten_kloppen(pdf: bytes) -> bool:
    """Tell whether every stream is exactly as long as it says; at least one is there."""
    stromen = list(_STROOM.finditer(pdf))
    einden = [pdf[stroom.end() + int(stroom[1]) :].startswith(b"\nendstream") for stroom in stromen]
    return bool(einden) and all(einden)


@pytest.fixture(scope="session")
def keur():
    """Give a function that fails when a PDF is not PDF/UA-1 and PDF/A-2a."""

    def controleer(pdf: bytes) -> None:
        assert lengten_kloppen(pdf)
        for profiel in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
            verslag = page.validate_pdf_bytes(pdf, profile=profiel)
            fouten = [fout.message for fout in verslag.failures if fout.message != _VERGISSING]
            assert verslag.is_compliant or not fouten, fouten

    return controleer


@pytest.fixture
def actor(db: None) -> Callable[[Rol], Actor]:
    """Give a function that gives the demo person of a role, as who acts."""
    personen = {persoon.rol: persoon for persoon in demo.laad()}

    def geef(rol: Rol) -> Actor:
        persoon = personen[rol]
        return Actor(gebruiker_id=persoon.id, rol=rol, organisatie_id=persoon.organisatie.id, naam=persoon.naam)

    return geef


@pytest.fixture
def werknemer(actor: Callable[[Rol], Actor]) -> Werknemer:
    werknemer = Werknemer.objects.create(
        organisatie_id=demo.WERKGEVER.id,
        gebruiker_id=actor(Rol.WERKNEMER).gebruiker_id,
        leidinggevende_id=actor(Rol.LEIDINGGEVENDE).gebruiker_id,
        naam="Katja de Wit",
        functie="winkelmedewerker",
        personeelsnummer="7",
        uren_per_week=36,
    )
    Accountbevestiging.objects.create(
        werknemer=werknemer,
        gebruiker=werknemer.gebruiker,
        organisatie_id=demo.ARBODIENST.id,
        expires_at=nu(),
        bevestigd_op=nu(),
    )
    return werknemer


@pytest.fixture
def nieuw_dossier(werknemer: Werknemer, actor: Callable[[Rol], Actor]) -> Callable[[int], Dossier]:
    """Give a function that makes a dossier in some week, with everybody who gets a role on it.

    The roles are written straight into the table: four acts would be half of what every test here costs.
    """

    def maak(weken: int) -> Dossier:
        gegevens = Ziekmeldinggegevens(eerste_ziektedag=vandaag() - timedelta(weeks=weken))
        dossier = meld_ziek(werknemer_id=werknemer.pk, actor=actor(Rol.CASEMANAGER), gegevens=gegevens)
        for rol in OP_HET_DOSSIER:
            persoon = actor(rol)
            Betrokkene.objects.create(
                dossier=dossier,
                gebruiker_id=persoon.gebruiker_id,
                organisatie_id=persoon.organisatie_id,
                rol=rol,
                doel="begeleiding",
                vanaf=vandaag(),
            )
        return dossier

    return maak


@pytest.fixture
def dossier(nieuw_dossier: Callable[[int], Dossier]) -> Dossier:
    """A dossier in the tenth week."""
    return nieuw_dossier(10)


@pytest.fixture
def als(actor: Callable[[Rol], Actor]) -> Callable[[Rol], Client]:
    """Give a function that signs the person of a role in, as the demo does, and gives a browser without JavaScript."""

    def meld_aan(rol: Rol) -> Client:
        client = Client()
        client.post(reverse("account_demo", args=[actor(rol).gebruiker_id]))
        return client

    return meld_aan


@pytest.fixture
def werk_af(db) -> Callable[[], None]:
    """Give a function that does what waits in the queue, as a worker would."""

    def werk_af() -> None:
        for klus in DBTaskResult.objects.ready():
            klus.task.func(*klus.args_kwargs["args"], **klus.args_kwargs["kwargs"])
            klus.delete()

    return werk_af

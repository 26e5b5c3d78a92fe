"""A dossier with the people who write its documents, and drafts that are complete."""

from copy import deepcopy
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
import time_machine

from poortwijzer.accounts.models import Gebruiker, Organisatie
from poortwijzer.dossiers.models import Dossier, Werknemer
from poortwijzer.formulieren.services import begin_concept, bewaar_concept, maak_definitief
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol

VANDAAG = datetime(2024, 12, 24, 9, tzinfo=UTC)

PLAN = {
    "opgesteld_op": "2024-12-24",
    "einddoel": "Weer volledig werken in het eigen werk.",
    "ingaat_op": "2025-01-06",
    "activiteiten": [
        {"activiteit": "Rooster aanpassen", "wie": "werkgever", "doel": "Opbouw in uren", "verwacht_op": "2025-01-06"},
        {"activiteit": "Twee halve dagen werken", "wie": "werknemer", "doel": "Wennen", "verwacht_op": "2025-01-20"},
    ],
    "evaluatiemomenten": ["2025-02-04", "2025-03-18"],
    "casemanager": "P. de Boer",
    "overeenstemming": "ja",
}
VISIES = {
    Rol.WERKGEVER: {"visie_werkgever": "Wij denken dat dit gaat lukken."},
    Rol.WERKNEMER: {"visie_werknemer": "Ik wil graag terug, maar rustig aan."},
}
ANALYSE = {
    "oordeel_op": "2024-12-10",
    "dreigt_langdurig_verzuim": "ja",
    "heeft_mogelijkheden": "ja",
    "invloed_werk": "Vaste dagen helpen.",
    "werktijden": "Vier uur per dag kan.",
    "totaalbeeld": "Rustig werk kan, vier uur per dag.",
    "advies": "Bouw op in uren.",
}


@pytest.fixture
def antwoorden() -> SimpleNamespace:
    """Answers that leave nothing missing; a test may change them."""
    return SimpleNamespace(plan=deepcopy(PLAN), visies=deepcopy(VISIES), analyse=deepcopy(ANALYSE))


@pytest.fixture(autouse=True)
def _klok():
    with time_machine.travel(VANDAAG, tick=True):
        yield


@pytest.fixture
def actoren(db) -> dict[Rol, Actor]:
    """One person per role."""
    gevonden = {}
    for rol in (Rol.WERKNEMER, Rol.WERKGEVER, Rol.LEIDINGGEVENDE, Rol.CASEMANAGER, Rol.BEDRIJFSARTS):
        persoon = Gebruiker.objects.maak(email=f"{rol}@voorbeeld.test", naam=f"{rol.value.capitalize()} Voorbeeld")
        gevonden[rol] = Actor(gebruiker_id=persoon.pk, rol=rol, organisatie_id=None, naam=persoon.naam)
    return gevonden


@pytest.fixture
def dossier(db) -> Dossier:
    werkgever = Organisatie.objects.create(naam="Detailhandel Zuid", soort="werkgever")
    werknemer = Werknemer.objects.create(organisatie=werkgever, naam="Katja Voorbeeld")
    return Dossier.objects.create(werknemer=werknemer, werkgever=werkgever, created_at=VANDAAG)


@pytest.fixture
def ander_dossier(dossier) -> Dossier:
    """Somebody else's, of the same employer."""
    werknemer = Werknemer.objects.create(organisatie=dossier.werkgever, naam="Johan Voorbeeld")
    return Dossier.objects.create(werknemer=werknemer, werkgever=dossier.werkgever, created_at=VANDAAG)


@pytest.fixture
def vul(dossier, actoren):
    """Give a function that makes a draft with these answers, each saved by the role that supplies them."""

    def maak(soort: str, per_rol: dict):
        formulier = begin_concept(dossier_id=dossier.pk, soort=soort, door=actoren[next(iter(per_rol))])
        for rol, antwoorden in per_rol.items():
            bewaring = bewaar_concept(formulier, antwoorden, door=actoren[rol], verwachte_versie=formulier.versie)
            assert not bewaring.geweigerd
            formulier = bewaring.formulier
        return formulier

    return maak


@pytest.fixture
def plan(vul):
    """A plan van aanpak in which nothing is missing, not yet frozen."""
    return vul("plan_van_aanpak", {Rol.CASEMANAGER: PLAN, **VISIES})


@pytest.fixture
def vastgesteld_plan(plan, actoren):
    return maak_definitief(plan, door=actoren[Rol.CASEMANAGER], verwachte_versie=plan.versie, redenen={})

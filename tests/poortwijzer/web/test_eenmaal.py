"""A form that is sent twice is done once; who means two things gets two."""

import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django import forms
from django.db import connection, connections
from django.test import Client, RequestFactory
from django.urls import reverse

from poortwijzer.accounts.models import Gebruiker
from poortwijzer.dossiers.actions import Invoerfout
from poortwijzer.dossiers.models import Feit
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.models import Medischeregel
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web import eenmaal
from poortwijzer.web.eenmaal import AlVerstuurd, doe_eenmaal
from poortwijzer.web.onthouden import VELD, merkteken

KOSTEN = {
    "gemaakt_op": vandaag().isoformat(),
    "soort": "scholing",
    "bedrag_centen": "123,45",
    "betaald_door": "werkgever",
}


def nummer(client: Client, adres: str) -> str:
    """The number of the form as it stands on the page."""
    gevonden = re.search(rf'name="{VELD}" value="([^"]+)"', client.get(adres).content.decode())
    assert gevonden
    return gevonden[1]


@pytest.fixture
def kosten(dossier) -> str:
    return reverse("web:feit", args=[dossier.kenmerk, "kostenposten"])


def aantal(naam: str = "kostenposten") -> int:
    return Feit.objects.filter(naam=naam).count()


def test_hetzelfde_formulier_telt_een_keer_en_wie_het_nog_eens_stuurt_leest_dat(als, kosten, dossier):
    hr = als(Rol.WERKGEVER)
    velden = {**KOSTEN, VELD: nummer(hr, kosten)}

    eerst, nog_eens = (hr.post(kosten, velden) for _ in range(2))

    assert (eerst.status_code, nog_eens.status_code) == (302, 302)
    assert aantal() == 1
    assert "al verstuurd" in hr.get(nog_eens["Location"]).content.decode()


def test_twee_gelijke_kosten_kunnen_waar_zijn(als, kosten):
    hr = als(Rol.WERKGEVER)
    for _ in range(2):
        hr.post(kosten, {**KOSTEN, VELD: nummer(hr, kosten)})
    assert aantal() == 2


def test_een_ander_antwoord_op_hetzelfde_blad_is_een_ander_formulier(als, kosten):
    """A browser that goes back shows the page as it was, with the same number; what is typed then may not get lost."""
    hr = als(Rol.WERKGEVER)
    velden = {**KOSTEN, VELD: nummer(hr, kosten)}
    for bedrag in ("123,45", "67,89", "123,45"):
        hr.post(kosten, {**velden, "bedrag_centen": bedrag})
    assert aantal() == 2


def test_wat_geweigerd_werd_kan_opnieuw_ook_na_de_vraag_over_medische_woorden(als, dossier):
    cm = als(Rol.CASEMANAGER)
    adres = reverse("web:afwijking", args=[dossier.kenmerk, "PRG-4-1"])
    velden = {"nieuwe_dag": "2027-03-01", "reden": "wacht op fysiotherapie", VELD: nummer(cm, adres)}

    assert [cm.post(adres, velden).status_code for _ in range(2)] == [422, 422]
    gelukt = [cm.post(adres, {**velden, "bewaargrond": "naam"}) for _ in range(2)]

    assert [antwoord.status_code for antwoord in gelukt] == [302, 302]
    assert aantal("afwijkingen") == 1


@pytest.mark.parametrize(
    ("rol", "pad", "velden"),
    [
        (Rol.CASEMANAGER, "web:aan_bedrijfsarts", {"tekst": "Kan de bedrijfsarts bellen?"}),
        (Rol.BEDRIJFSARTS, "web:medisch_nieuw", {"op": "2026-01-05", "soort": "klachten", "tekst": "Belde op."}),
    ],
)
def test_ook_aan_de_medische_kant(als, dossier, rol, pad, velden):
    wie, adres = als(rol), reverse(pad, args=[dossier.kenmerk])
    velden = {**velden, VELD: nummer(wie, adres)}
    assert [wie.post(adres, velden).status_code for _ in range(3)] == [302, 302, 302]
    assert Medischeregel.objects.count() == 1


def test_geen_formulier_heeft_een_vraag_met_de_naam_van_dit_veld():
    """The last field of a name is what is read: such a question would take the place of the number."""
    bekend = _formulieren(forms.BaseForm)
    assert len(bekend) > 30
    assert [f.__name__ for f in bekend if VELD in getattr(f, "base_fields", {})] == []


def _formulieren(klasse: type) -> set[type]:
    return {klasse}.union(*(_formulieren(onder) for onder in klasse.__subclasses__()))


def test_wat_in_het_medisch_dossier_werd_getypt_overleeft_een_verlopen_sessie(als, dossier, actor):
    """That form asks from whom a text is, under a name that was ours."""
    arts, adres = als(Rol.BEDRIJFSARTS), reverse("web:medisch_nieuw", args=[dossier.kenmerk])
    velden = {VELD: nummer(arts, adres), "tekst": "Kanarie 12,5", "van_wie": "huisarts Jansen"}
    arts.cookies.pop("poortwijzer_sessie")
    assert arts.post(adres, velden).status_code == 302
    arts.post(reverse("account_demo", args=[actor(Rol.BEDRIJFSARTS).gebruiker_id]))
    assert "Kanarie 12,5" in arts.get(adres).content.decode()


# --- two at the same time ------------------------------------------------------------------------------------


@pytest.fixture
def verzoek(transactional_db):
    """Give a function that makes the request of one and the same form."""
    fabriek, wie = RequestFactory(), Gebruiker.objects.maak(email="wie@houtwerf.example", naam="Wie")
    blad = fabriek.get("/")
    blad.user = wie
    teken = merkteken(blad)

    def maak():
        gemaakt = fabriek.post("/ergens/", {VELD: teken, "antwoord": "ja"})
        gemaakt.user = wie
        return gemaakt

    return maak


def samen(verzoek, doe, hoe_vaak: int) -> list[object]:
    """Send the form from several threads at once, and give what each came to."""

    def stuur(_nummer: int) -> object:
        try:
            return doe_eenmaal(verzoek(), doe)
        except (AlVerstuurd, Invoerfout) as fout:
            return type(fout)
        finally:
            connections.close_all()

    if connection.vendor == "sqlite":  # the database in memory is of one thread
        return [stuur_zonder_sluiten(verzoek, doe) for _ in range(hoe_vaak)]
    with ThreadPoolExecutor(hoe_vaak) as draden:
        return list(draden.map(stuur, range(hoe_vaak)))


def stuur_zonder_sluiten(verzoek, doe) -> object:
    try:
        return doe_eenmaal(verzoek(), doe)
    except (AlVerstuurd, Invoerfout) as fout:
        return type(fout)


def test_van_wie_tegelijk_komt_doet_een_het(verzoek):
    gedaan = []

    def doe() -> str:
        time.sleep(0.2)
        gedaan.append(1)
        return "/klaar/"

    uitkomsten = samen(verzoek, doe, 4)
    assert sorted(map(str, uitkomsten)) == sorted(map(str, ["/klaar/", AlVerstuurd, AlVerstuurd, AlVerstuurd]))
    assert len(gedaan) == 1


def test_wie_wachtte_op_een_weigering_doet_het_zelf(verzoek):
    eerst = threading.Lock()

    def doe() -> str:
        if eerst.acquire(blocking=False):
            time.sleep(0.2)
            raise Invoerfout("antwoord", "nee")
        return "/klaar/"

    assert set(map(str, samen(verzoek, doe, 2))) == {str(Invoerfout), "/klaar/"}


def test_wie_te_lang_wacht_hoort_dat_het_al_verstuurd_is(verzoek, monkeypatch):
    monkeypatch.setattr(eenmaal, "SECONDEN_WACHTEN", 0.1)

    def doe() -> str:
        with pytest.raises(AlVerstuurd):  # the same form again, while this one is at work
            doe_eenmaal(verzoek(), lambda: "/dubbel/")
        return "/klaar/"

    assert doe_eenmaal(verzoek(), doe) == "/klaar/"


def test_een_formulier_zonder_ons_nummer_wordt_gedaan_zo_vaak_als_het_komt(verzoek):
    ander = Gebruiker.objects.maak(email="ander@houtwerf.example", naam="Ander")
    vreemd = verzoek()
    vreemd.user = ander
    assert [doe_eenmaal(vreemd, lambda: "/klaar/") for _ in range(2)] == ["/klaar/", "/klaar/"]

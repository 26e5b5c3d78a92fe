"""Every form that the employer's side can fill in asks about medical words: the pages are walked, not listed.

What is free text on a page is filled with a medical word, the rest by its kind. A form may refuse something else first;
which ones those are stands here, for people to review, with why. None may store the word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from html import unescape

import bouwsels
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from poortnormen.feiten import FEITEN
from poortwijzer.dossiers.models import Taak
from poortwijzer.dossiers.partijen import mag_beantwoorden
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.rollen import Rol

WERKGEVERSKANT = (Rol.WERKGEVER, Rol.CASEMANAGER, Rol.LEIDINGGEVENDE)
WOORD = "depressie"
DAG = "een dag"  # what stands in the place of a day, until it is known whether the form wants one that was or will be
ANTWOORD = {"date": DAG, "number": "8", "text": "8", "email": "iemand@houtwerf.example"}  # by the kind of question
# Text that the employer does not keep, or that only finds something: the guard has nothing to ask there.
ZONDER_WACHT = {
    "aan-bedrijfsarts/": "goes to the bedrijfsarts, and the employer keeps nothing of it",
    "/noodtoegang/": "the reference of a dossier",
    "/bewaren/verzoek/": "the reference of a dossier",
}
# Forms of which the answers depend on each other; that they ask is tested where it says.
VRAAGT_EERST = {
    "/contracten/nieuw/": "the first service does not fit the first organisation: tekstwacht/test_handelingen",
    "/dossiers/D/betrokkenen/nieuw/": "the first person has this role already: the walk of the acts there",
    "/dossiers/D/bewaren/tegenhouden/": "the first ground asks for other days: the walk of the acts there",
    "/ziekmelden/N/": "this employee is ill already: test_woordenwacht",
}
_FORMULIER = re.compile(r'<form[^>]*method="post"[^>]*>.*?</form>', re.DOTALL)
_NUMMER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
_VELD = re.compile(r'<(input|textarea)([^>]*name="([^"]+)"[^>]*)>')
_KEUZE = re.compile(r'<select name="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
_ADRESSEN = (
    "/account/uitnodigen/",
    "/contracten/nieuw/",
    "/bewaren/verzoek/",
    "/bewaren/termijn/",
    "/noodtoegang/",
    "/verwerkingen/contact/",
    "/werknemers/nieuw/",
    "/ziekmelden/",
    "/waarneming/nieuw/",
)
_VAN_DOSSIER = (
    "gegevens",
    "sluiten",
    "hervatting",
    "herstel",
    "uwv",
    "na-een-jaar",
    "overleg",
    "kosten",
    "betrokkenen",
    "betrokkenen/nieuw",
    "gasten/nieuw",
    "toestemming",
    "toestemming/vragen",
    "verbeteringen",
    "aan-bedrijfsarts",
    "bewaren",
    "bewaren/tegenhouden",
    "bijlagen/nieuw",
    "documenten",
    "afwijking/PRG-4-1",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A form on a page: where it goes, its free text and what else stands in it."""

    pagina: str
    adres: str
    tekst: tuple[str, ...]
    velden: dict[str, object]


def bladen(client: Client, pagina: str) -> Iterator[Blad]:
    antwoord = client.get(pagina)
    if antwoord.status_code != 200:
        return
    html = antwoord.content.decode().partition("<main")[2]
    for formulier in _FORMULIER.findall(html):
        gaat_naar = re.search(r'action="([^"]+)"', formulier.partition(">")[0])
        tekst, velden = lees(formulier)
        if tekst:
            yield Blad(pagina=pagina, adres=gaat_naar[1] if gaat_naar else pagina, tekst=tekst, velden=velden)


def lees(formulier: str) -> tuple[tuple[str, ...], dict[str, object]]:
    """Give the names of the free text of a form, and an answer to the rest."""
    tekst, velden = [], {}
    for soort, kenmerken, naam in _VELD.findall(formulier):
        aard = re.search(r'type="(\w+)"', kenmerken)
        gegeven = re.search(r'value="([^"]*)"', kenmerken)
        wat = "textarea" if soort == "textarea" else aard[1] if aard else "text"
        waarde = unescape(gegeven[1]) if gegeven else ""
        if wat == "textarea" or (wat == "text" and "inputmode" not in kenmerken):
            tekst.append(naam)
        elif wat in ANTWOORD:
            velden[naam] = ANTWOORD[wat]
        elif naam != "blad_van" and (wat == "hidden" or (wat == "radio" and waarde)):
            velden.setdefault(naam, waarde)
    if bestand := re.search(r'type="file"[^>]*name="([^"]+)"', formulier):
        velden[bestand[1]] = SimpleUploadedFile("brief.pdf", bouwsels.pdf(), "application/pdf")
    for naam, binnen in _KEUZE.findall(formulier):
        velden[naam] = next((unescape(keuze) for keuze in re.findall(r'<option value="([^"]+)"', binnen)), "")
    return tuple(tekst), velden


def paginas(client: Client, kenmerk: str, rol: Rol) -> Iterator[str]:
    """Give every page with a form of this role: those named here, each fact, each task, and what they link to."""
    vast = [*_ADRESSEN, *(f"/dossiers/{kenmerk}/{deel}/" for deel in _VAN_DOSSIER)]
    vast += [f"/dossiers/{kenmerk}/gegevens/{naam}/" for naam in FEITEN if mag_beantwoorden(rol, naam)]
    vast += [reverse("web:taak", args=[Taak.objects.filter(dossier__kenmerk=kenmerk).order_by("norm").first().pk])]
    vast += [f"/dossiers/{kenmerk}/documenten/nieuw/{soort}/" for soort in ("plan_van_aanpak", "evaluatie")]
    gezien = set(vast)
    yield from vast
    for pagina in vast:
        if pagina.startswith(f"/dossiers/{kenmerk}/gegevens/"):
            continue
        html = client.get(pagina).content.decode().partition("<main")[2]
        for link in re.findall(r'href="(/(?:dossiers|ziekmelden|werknemers|mensen|contracten|bewaren)/[^"#?]*)"', html):
            if _NUMMER.sub("N", link) not in gezien:
                gezien.add(_NUMMER.sub("N", link))
                yield link


@pytest.fixture
def gevuld(dossier, als):
    """A dossier with a draft, a frozen document to react to and a request to correct."""
    hr = als(Rol.WERKGEVER)
    for soort in ("plan_van_aanpak", "evaluatie"):
        hr.post(reverse("web:stuk_nieuw", args=[dossier.kenmerk, soort]))
    return dossier


def stuur(client: Client, blad: Blad) -> str:
    """Fill the form in with the word, and tell what came of it: asked, stored, or refused for something else."""
    for dagen in (-1, 30):
        dag = (vandaag() + timedelta(days=dagen)).isoformat()
        velden = {naam: dag if waarde == DAG else waarde for naam, waarde in blad.velden.items()}
        antwoord = client.post(blad.adres, {**velden, **dict.fromkeys(blad.tekst, f"Zij heeft een {WOORD}.")})
        if antwoord.status_code < 400:
            return "bewaard"
        if 'name="bewaargrond"' in antwoord.content.decode():
            return "gevraagd"
    return "geweigerd"


@pytest.mark.een_database("sqlite")
@pytest.mark.norm("AVG-AP-2", waar="poortwijzer.tekstwacht.wacht.verantwoord")
@pytest.mark.parametrize(
    ("rol", "minstens"),
    [(Rol.WERKGEVER, 58), pytest.param(Rol.CASEMANAGER, 54, marks=pytest.mark.traag), (Rol.LEIDINGGEVENDE, 1)],
)
def test_geen_formulier_van_de_werkgeverskant_bewaart_een_medisch_woord_zonder_te_vragen(gevuld, als, rol, minstens):
    client, gezien = als(rol), {}
    for pagina in paginas(client, gevuld.kenmerk, rol):
        for blad in bladen(client, pagina):
            naam = _NUMMER.sub("N", blad.adres.replace(gevuld.kenmerk, "D"))
            if not naam.endswith(tuple(ZONDER_WACHT)):
                gezien[naam] = stuur(client, blad)
    assert [naam for naam, wat in gezien.items() if wat == "bewaard"] == []
    assert [naam for naam, wat in gezien.items() if wat == "geweigerd" and naam not in VRAAGT_EERST] == []
    assert len([naam for naam, wat in gezien.items() if wat == "gevraagd"]) >= minstens

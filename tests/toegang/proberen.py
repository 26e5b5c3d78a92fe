"""Trying one case of the access matrix, and all that can be seen of it afterwards.

That is more than the status: which canaries the answer holds, what the page offers to do (`wegen`), and which rows
stand in the log (`log`). A mistake in the policy that a second lock hides from the status still shows in one of those.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from django.db import transaction
from django.test import Client
from django.urls import resolve
from django.urls.exceptions import Resolver404
from gevallen import Geval, adres_van, gestuurd_met, stuk_id_van
from proefwereld import Proefdossier, Proefwereld, Relatie

from poortwijzer.audit.models import Auditregel
from poortwijzer.documenten.afdrukken import maak_html
from poortwijzer.documenten.docx import MEDIATYPE as DOCX
from poortwijzer.documenten.gegevens import Stukgegevens
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.drukwerk import drukgegevens
from poortwijzer.dossiers.models import Accountbevestiging
from poortwijzer.dossiers.verslagbundel import verslagpapier
from poortwijzer.dossiers.verslaginhoud import verslaginhoud
from poortwijzer.formulieren.models import Formulier
from poortwijzer.medisch.uitvoer import medisch_deel
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.papier import PDF

# The own dossier, with an account that nobody of the medical side confirmed: a relation of the employee alone.
ONBEVESTIGD = "onbevestigd"
_WEG = re.compile(r'\b(href|action|formaction|hx-post|hx-get)="([^"]+)"')
_KNOP = re.compile(r'<button\b[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"')
_NAV = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
# The menu and the tabs are the same on every page: they are looked at on these only.
MET_MENU = frozenset({"web:mijn_account", "web:dossier", "web:inzage"})


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What came back.

    `code` is the status, with the name of the route that a redirect leads to. `kanaries` are (mark, field). `wegen`:
    names of the routes that the page links or posts to. `log`: a row is `act:part`, with `!` before it when refused.
    """

    code: str
    kanaries: frozenset[tuple[str, str]]
    wegen: frozenset[str] = frozenset()
    log: tuple[str, ...] = ()
    logfouten: tuple[str, ...] = ()


def probeer(wereld: Proefwereld, geval: Geval, wie: Rol | None) -> Antwoord:
    """Try one case as one person, and put everything back as it was."""
    relatie = Relatie.ZELF if geval.relatie == ONBEVESTIGD else geval.relatie
    proef = wereld.bij(wie, Relatie(relatie)) if relatie else None
    browser = wereld.browsers[wie]
    koekjes = SimpleCookie(browser.cookies.output(header="", sep=";"))
    with transaction.atomic(), transaction.atomic(using="sleutels"):
        if geval.relatie == ONBEVESTIGD:
            Accountbevestiging.objects.all().delete()
        antwoord = _vraag(browser, geval.methode, adres_van(geval, proef), gestuurd_met(geval))
        inhoud = _inhoud(antwoord)
        tekst = "\n".join([*(f"{kop}: {waarde}" for kop, waarde in antwoord.items()), inhoud])
        rijen = list(Auditregel.objects.filter(tijdstip__gte=wereld.begin).order_by("tijdstip", "volgnummer"))
        if geval.route in _PAPIER and antwoord.get("Content-Type") == PDF:
            tekst += _op_papier(geval, antwoord.wsgi_request.actor, proef)
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="sleutels")
    browser.cookies = koekjes
    kanaries = wereld.gevonden_in(tekst)
    if proef is not None:  # whoever typed the reference knows it
        kanaries -= {(proef.merk, "dossier.kenmerk")}
    return Antwoord(
        code=_code(antwoord),
        kanaries=frozenset(kanaries),
        wegen=frozenset(_wegen(geval.route, inhoud))
        if "text/html" in antwoord.get("Content-Type", "")
        else frozenset(),
        log=tuple(f"{'' if rij.uitkomst == 'gelukt' else '!'}{rij.handeling}:{rij.onderdeel}" for rij in rijen),
        logfouten=tuple(fout for rij in rijen for fout in _logfouten(rij, wereld, wie, proef)),
    )


def _vraag(browser: Client, methode: str, adres: str, gestuurd: Mapping[str, str]):
    if methode == "POST":
        return browser.post(adres, gestuurd)
    return browser.generic(methode, adres)


def _inhoud(antwoord) -> str:
    inhoud = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    if inhoud and antwoord.get("Content-Type") in {"application/zip", DOCX}:
        return _uitgepakt(inhoud)
    return inhoud.decode("utf-8", errors="replace")


def _uitgepakt(inhoud: bytes) -> str:
    """Give what is in a ZIP or a DOCX; what is printed there stands beside it as JSON or as DOCX."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        delen = {pad: zip_.read(pad) for pad in zip_.namelist() if not pad.endswith("pdf")}
    return "\n".join(
        _uitgepakt(deel) if pad.endswith("docx") else deel.decode(errors="replace") for pad, deel in delen.items()
    )


def _op_papier(geval: Geval, actor: Actor, proef: Proefdossier | None) -> str:
    """Give in plain text what the same data prints, as letters in a PDF are numbers of shapes."""
    assert proef is not None
    return "\n".join(map(maak_html, _PAPIER[geval.route](geval, actor, proef)))


def _een_stuk(geval: Geval, actor: Actor, proef: Proefdossier) -> Iterable[Stukgegevens]:
    voorwerp = geval.variant.partition("/")[0]
    return [drukgegevens(actor, proef.dossier, Formulier.objects.get(pk=stuk_id_van(proef, voorwerp)))]


def _verslag(_geval: Geval, actor: Actor, proef: Proefdossier) -> Iterable[Stukgegevens]:
    dossier = access_dossier(actor, proef.dossier.kenmerk, deel=Deel.REINTEGRATIEVERSLAG)
    return verslagpapier(actor, dossier, verslaginhoud(actor, dossier)).values()


def _medisch(_geval: Geval, actor: Actor, proef: Proefdossier) -> Iterable[Stukgegevens]:
    dossier = access_dossier(actor, proef.dossier.kenmerk, deel=Deel.MEDISCH_DOSSIER)
    return [medisch_deel(actor, dossier)]


_PAPIER: Mapping[str, Callable[[Geval, Actor, Proefdossier], Iterable[Stukgegevens]]] = {
    "web:pdf": _een_stuk,
    "web:verslag_pdf": _verslag,
    "web:medisch_verslag": _medisch,
}


def _code(antwoord) -> str:
    if antwoord.status_code not in {301, 302, 303, 307, 308}:
        return str(antwoord.status_code)
    pad = antwoord["Location"].partition("?")[0]
    naam = _routenaam(pad)
    return f">{naam or (pad.split('/')[2] if '://' in pad else pad)}"


def _routenaam(adres: str) -> str:
    try:
        return resolve(urlsplit(adres).path).view_name
    except Resolver404:
        return ""


def _wegen(route: str, html: str) -> Iterator[str]:
    """Give what a page offers: where it leads (`naar`), where it posts to (`doet`), and buttons with a value."""
    tekst = html if route in MET_MENU else _NAV.sub("", html.partition("<main")[2])
    for soort, adres in _WEG.findall(tekst):
        naam = _routenaam(adres) if adres.startswith("/") else ""
        if naam:
            yield f"{'naar' if soort in {'href', 'hx-get'} else 'doet'} {naam}"
    yield from (f"knop {naam}={waarde}" for naam, waarde in _KNOP.findall(tekst) if len(waarde) < _LANGSTE_WAARDE)


_LANGSTE_WAARDE = 20  # a longer one is an identifier, and another in every world


def _logfouten(rij: Auditregel, wereld: Proefwereld, wie: Rol | None, proef: Proefdossier | None) -> Iterator[str]:
    """Give what of NEN 7513 is missing in a row, or wrong."""
    moet = {"tijdstip": rij.tijdstip, "handeling": rij.handeling, "onderdeel": rij.onderdeel, "profiel": rij.profiel}
    yield from (f"{rij.handeling}: no {naam}" for naam, waarde in moet.items() if not waarde)
    if wie is not None and (rij.actor_id, rij.rol) != (wereld.personen[wie], str(wie)):
        yield f"{rij.handeling}: not who acted in which role"
    if wie is not None and rij.verantwoordelijke_id is None:
        yield f"{rij.handeling}: nobody responsible"
    if proef is not None and rij.dossier_id not in {None, proef.dossier.pk}:
        yield f"{rij.handeling}: another dossier"
    if rij.uitkomst == "geweigerd" and not rij.reden:
        yield f"{rij.handeling}: refused without reason"

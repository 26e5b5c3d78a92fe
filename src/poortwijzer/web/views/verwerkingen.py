"""The register of processing of an organisation: on a page, and as a file for a spreadsheet."""

from collections.abc import Callable, Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from poortwijzer.dossiers.queries.verwerkingen import Verwerkingsregister, verwerkingsregister
from poortwijzer.lib.csvtekst import csv_tekst
from poortwijzer.toegang.actor import Actor
from poortwijzer.web.aangemeld import met_actor


@met_actor
def verwerkingen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what the organisation keeps about people, why, for how long and who receives it."""
    return render(request, "web/verwerkingen.html", {"register": verwerkingsregister(actor)})


@met_actor
def bestand(request: HttpRequest, actor: Actor, wat: str) -> HttpResponse:
    """Give the same as CSV: the register, or every question by itself."""
    del request
    if wat not in _BESTANDEN:
        raise Http404
    register = verwerkingsregister(actor)
    naam = f"{wat}-{register.op.isoformat()}.csv"
    koppen = {"Content-Disposition": f'attachment; filename="{naam}"', "Cache-Control": "private, no-store"}
    return HttpResponse(_BESTANDEN[wat](register), content_type="text/csv; charset=utf-8", headers=koppen)


def _register(register: Verwerkingsregister) -> bytes:
    koppen = (
        _("verantwoordelijke"), _("functionaris gegevensbescherming"), _("verwerking"), _("doel"), _("grond"),
        _("waarom nodig"), _("over wie"), _("welke gegevens"), _("soort gegevens"), _("wie het leest"),
        _("andere ontvangers"), _("buiten de Europese Unie"), _("hoe lang"), _("beveiliging"),
    )  # fmt: skip
    wie = _reeks(f"{fg.naam} ({fg.email})" for fg in register.functionarissen)
    maatregelen = " ".join(map(str, register.maatregelen))
    rijen = [
        (register.organisatie, wie, rij.verwerking.titel, _reeks(sorted(doel.label for doel in rij.verwerking.doelen)),
         rij.verwerking.grond, rij.verwerking.nodig, rij.verwerking.betrokkenen, rij.verwerking.gegevens,
         rij.verwerking.klasse.label, _reeks(rol.label for rol in rij.rollen), _reeks(rij.anderen),
         _("nee, niet door dit programma"), rij.bewaren, maatregelen)
        for rij in register.regels
    ]  # fmt: skip
    return csv_tekst(koppen, rijen)


def _vragen(register: Verwerkingsregister) -> bytes:
    koppen = (_("vraag"), _("document"), _("onderdeel"), _("doel"), _("soort gegevens"), _("wie het leest"))
    rijen = [
        (rij.vraag, rij.bron, rij.deel.label, _reeks(sorted(doel.label for doel in rij.doelen)), rij.klasse.label,
         _reeks(rol.label for rol in rij.lezers))
        for rij in register.gegevens
    ]  # fmt: skip
    return csv_tekst(koppen, rijen)


def _reeks(delen: Iterable[object]) -> str:
    return "; ".join(map(str, delen))


_BESTANDEN: dict[str, Callable[[Verwerkingsregister], bytes]] = {"verwerkingen": _register, "vragen": _vragen}

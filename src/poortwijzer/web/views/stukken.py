"""The documents of a dossier: the list, one to read, what changed since the version before, and on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from poortwijzer.documenten.afdrukken import maak_pdf
from poortwijzer.documenten.docx import MEDIATYPE as DOCX
from poortwijzer.documenten.docx import maak_docx
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import begin_nieuwe_versie
from poortwijzer.dossiers.bijlagen import delen_voor_bijlagen
from poortwijzer.dossiers.drukwerk import drukgegevens
from poortwijzer.dossiers.queries import dossierbeeld
from poortwijzer.dossiers.queries.bijlagen import bijlagelijst
from poortwijzer.dossiers.stukken import access_stuk
from poortwijzer.formulieren.services import Formulierfout, vergelijk
from poortwijzer.lib.datums import gettext
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.web import stukblad
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels
from poortwijzer.web.papier import papier


@met_actor
def documenten(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show the documents this role may see, and the kinds it may begin."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.TIJDLIJN)
    stukken = dossierbeeld(actor, dossier).stukken
    context = {
        "kop": dossierkop(actor, dossier, "documenten"),
        "kruimels": kruimels(actor, dossier, _("Documenten")),
        "stukken": stukken,
        "nieuw": tuple(stukblad.te_beginnen(actor, kenmerk, stukken)),
        "bijlagen": bijlagelijst(actor, dossier),
        "mag_toevoegen": bool(delen_voor_bijlagen(actor.rol)),
    }
    return render(request, "web/documenten.html", context)


@met_actor
def stuk(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Show a document to read, with what each party says of it."""
    dossier, gevonden = access_stuk(actor, kenmerk, stuk_id)
    return render(request, "web/stuk.html", stukblad.leescontext(actor, dossier, gevonden))


@require_POST
@met_actor
def nieuwe_versie(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Begin the version that follows a frozen document."""
    dossier, _gevonden = access_stuk(actor, kenmerk, stuk_id)
    try:
        nieuw = begin_nieuwe_versie(dossier=dossier, actor=actor, stuk_id=stuk_id)
    except Formulierfout as fout:  # another draft of this kind is open, or this one is not frozen (yet)
        messages.error(request, str(fout))
        return redirect("web:documenten", kenmerk)
    return redirect("web:stuk_bewerken", kenmerk, nieuw.pk)


@met_actor
def vergelijken(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Show what differs from the version before."""
    dossier, nieuw = access_stuk(actor, kenmerk, stuk_id)
    if nieuw.vorige is None:
        raise Http404
    context = {
        "titel": gettext(nieuw.vorm.titel),
        "oud": nieuw.vorige,
        "nieuw": nieuw,
        "verschillen": stukblad.zichtbare_verschillen(actor, nieuw, vergelijk(nieuw.vorige, nieuw)),
        "kruimels": stukblad.kruimels_naar(actor, dossier, nieuw, _("Wat is er veranderd?")),
    }
    return render(request, "web/vergelijken.html", context)


@met_actor
def pdf(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Give a document on paper."""
    del request
    dossier, gevonden = access_stuk(actor, kenmerk, stuk_id)
    return papier(
        maak_pdf(drukgegevens(actor, dossier, gevonden)), f"{_naam(gevonden.soort, kenmerk, gevonden.versienummer)}.pdf"
    )


@met_actor
def docx(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Give a document for a word processor."""
    del request
    dossier, gevonden = access_stuk(actor, kenmerk, stuk_id)
    naam = _naam(gevonden.soort, kenmerk, gevonden.versienummer)
    return papier(maak_docx(drukgegevens(actor, dossier, gevonden)), f"{naam}.docx", soort=DOCX)


def _naam(soort: str, kenmerk: str, versienummer: int) -> str:
    return f"{soort}-{kenmerk}-versie-{versienummer}"

"""Visitors: giving them a link, seeing what came back, and the two pages that a visitor has."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from poortwijzer.accounts.gasten import gast_met_link, gast_met_token
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import Invoerfout, geef_gastlink, trek_gasttoegang_in
from poortwijzer.dossiers.gasten import beantwoord_als_gast, stuk_voor_gast, vraag_voor_gast
from poortwijzer.dossiers.queries.gasten import antwoord_van_gast, gastenlijst
from poortwijzer.lib.datums import gettext
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.gasten import Gast, Gastdoel
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels, naam_van
from poortwijzer.web.forms.bsn import weiger_bsn
from poortwijzer.web.forms.gast import GastantwoordForm
from poortwijzer.web.formulierblad import ONVERWERKBAAR, meld_fouten
from poortwijzer.web.gastblad import linkform, niets_te_kiezen
from poortwijzer.web.stuklezen import leessecties
from poortwijzer.web.toegangspoort import dossier_voor

SESSIE = "gast"  # in the session of a visitor: the id of the link


@met_actor
def gasten(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show who has a link to a part of this dossier, as far as this role gave it."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.GASTEN)
    context = {
        "kop": dossierkop(actor, dossier, "gasten"),
        "kruimels": kruimels(actor, dossier, _("Gasten")),
        "links": gastenlijst(actor, dossier),
        "mag_antwoord_lezen": mag(actor.rol, Handeling.INZIEN, Deel.GASTANTWOORDEN),
    }
    return render(request, "web/gasten.html", context)


@require_http_methods(["GET", "POST"])
@met_actor
def gast_nieuw(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Give a visitor a link; it is shown once, and whoever gives it sends it."""
    dossier = dossier_voor(actor, kenmerk, Deel.GASTEN, Handeling.GAST_UITNODIGEN)
    form = linkform(actor, dossier, request.POST if request.method == "POST" else None)
    context = {
        "kop": _("Een gast een link geven"),
        "onder_kop": naam_van(actor, dossier),
        "knop": _("Maak de link"),
        "terug": reverse("web:gasten", args=[kenmerk]),
        "kruimels": kruimels(actor, dossier, _("Gasten")),
        "form": form,
        "leeg": niets_te_kiezen(actor, dossier, form),
    }
    if request.method == "POST" and form.is_valid() and not weiger_bsn(form):
        try:
            verzoek = form.verzoek()
            token = geef_gastlink(dossier=dossier, actor=actor, verzoek=verzoek)
        except Invoerfout as fout:
            meld_fouten(form, fout)
        else:
            adres = request.build_absolute_uri(reverse("web:gast_binnen", args=[token]))
            return render(request, "web/gast_link.html", {**context, "adres": adres, "gast": verzoek.gast})
    status = ONVERWERKBAAR if request.method == "POST" else 200
    return render(request, "web/formulierblad.html", context, status=status)


@require_POST
@met_actor
def gast_intrekken(request: HttpRequest, actor: Actor, kenmerk: str, link_id: UUID) -> HttpResponse:
    """Close a link at once."""
    dossier = dossier_voor(actor, kenmerk, Deel.GASTEN, Handeling.GAST_INTREKKEN)
    try:
        trek_gasttoegang_in(dossier=dossier, actor=actor, link_id=link_id)
    except Invoerfout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("De link werkt niet meer."))
    return redirect("web:gasten", kenmerk)


@met_actor
def gast_antwoord(request: HttpRequest, actor: Actor, kenmerk: str, link_id: UUID) -> HttpResponse:
    """Show what a visitor answered."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.GASTANTWOORDEN, doel=str(link_id))
    vraag, antwoord, op = antwoord_van_gast(actor, dossier, link_id)
    context = {
        "kop": dossierkop(actor, dossier, "gasten"),
        "kruimels": kruimels(actor, dossier, _("Antwoord van een gast")),
        "vraag": vraag,
        "antwoord": antwoord,
        "op": op,
    }
    return render(request, "web/gast_antwoord.html", context)


@login_not_required
@require_safe
def gast_binnen(request: HttpRequest, token: str) -> HttpResponse:
    """Let a visitor in, and go on at an address without the secret."""
    gast = gast_met_token(token)
    if gast is None:
        return _werkt_niet(request)
    request.session[SESSIE] = str(gast.link_id)
    return redirect("web:gast")


@login_not_required
@require_http_methods(["GET", "POST"])
def gast(request: HttpRequest) -> HttpResponse:
    """Show a visitor the one thing that the link is for; whether it still works is asked every time."""
    bezoeker = _bezoeker(request)
    try:
        match bezoeker.doel if bezoeker else None:
            case Gastdoel.STUK_INZIEN if bezoeker:
                return _lezen(request, bezoeker)
            case Gastdoel.INFORMATIE_AANLEVEREN if bezoeker:
                return _antwoorden(request, bezoeker)
    except Http404:
        return _werkt_niet(request)
    return _werkt_niet(request)


def _bezoeker(request: HttpRequest) -> Gast | None:
    link_id = request.session.get(SESSIE)
    return gast_met_link(UUID(link_id)) if isinstance(link_id, str) else None


def _lezen(request: HttpRequest, gast: Gast) -> HttpResponse:
    stuk, rol = stuk_voor_gast(gast)
    context = {"titel": gettext(stuk.vorm.titel), "stuk": stuk, "secties": leessecties(stuk, rol)}
    return render(request, "web/gast_stuk.html", context)


def _antwoorden(request: HttpRequest, gast: Gast) -> HttpResponse:
    form: forms.Form = GastantwoordForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and not weiger_bsn(form):
        try:
            beantwoord_als_gast(gast, form.cleaned_data["antwoord"])
        except Invoerfout as fout:
            meld_fouten(form, fout)
        else:
            del request.session[SESSIE]
            return render(request, "web/gast_klaar.html")
    status = ONVERWERKBAAR if request.method == "POST" else 200
    return render(request, "web/gast_vraag.html", {"form": form, "vraag": vraag_voor_gast(gast)}, status=status)


def _werkt_niet(request: HttpRequest) -> HttpResponse:
    request.session.pop(SESSIE, None)
    return render(request, "web/gast_voorbij.html", status=410)

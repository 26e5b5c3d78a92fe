"""Filling in a document: begin it, show the draft, save it by button or by itself, and freeze it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from poortwijzer.dossiers.actions import (
    Invoerfout,
    begin_stuk,
    bevestig_dictaat,
    bewaar_klad,
    bewaar_stuk,
    stel_stuk_vast,
)
from poortwijzer.dossiers.stukken import access_stuk
from poortwijzer.formulieren.register import soort_van, soorten
from poortwijzer.formulieren.services import Bewaring, Formulierfout
from poortwijzer.tekstwacht.wacht import teksten_in
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web import invulblad
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dictaat import namens
from poortwijzer.web.formulierblad import ONVERWERKBAAR
from poortwijzer.web.invulblad import Ingezonden
from poortwijzer.web.onthouden import teruggave
from poortwijzer.web.toegangspoort import dossier_voor, stuk_voor, weiger_als_het_hier_niet_mag

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier
    from poortwijzer.formulieren.models import Formulier, Klad

BOTSING = 409


@met_actor
def nieuw(request: HttpRequest, actor: Actor, kenmerk: str, soort: str) -> HttpResponse:
    """Tell what a kind of document is for, and begin one."""
    if soort not in soorten():
        raise Http404
    dossier = dossier_voor(actor, kenmerk, Deel(soort), Handeling.STUK_OPSTELLEN)
    if request.method == "POST":
        stuk = begin_stuk(dossier=dossier, actor=actor, soort=soort)
        return redirect("web:stuk_bewerken", kenmerk, stuk.pk)
    return render(request, "web/stuk_nieuw.html", invulblad.begincontext(actor, dossier, soort_van(soort)))


@met_actor
def bewerken(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Show the draft, and save what is sent with a button; without JavaScript this is all there is."""
    dossier, stuk = _concept(actor, kenmerk, stuk_id)
    if stuk.is_definitief and request.method != "POST":
        return redirect("web:stuk", kenmerk, stuk_id)
    if request.method != "POST":
        return render(
            request, "web/stuk_bewerken.html", invulblad.context(actor, dossier, stuk, _eerder(request, actor, stuk))
        )
    if invulblad.wil_rijen(request.POST):
        _houd_vast(request, actor, dossier, stuk)
        context = invulblad.context(actor, dossier, stuk, Ingezonden(velden=request.POST, is_klad=True))
        return render(request, "web/stuk_bewerken.html", context)
    try:
        bewaring = bewaar_stuk(
            dossier=dossier, actor=actor, stuk_id=stuk_id, **invulblad.ingevuld(actor, stuk, request.POST)
        )
    except Formulierfout as fout:
        context = invulblad.context(actor, dossier, stuk, Ingezonden(velden=request.POST, fout=fout))
        return render(request, "web/stuk_bewerken.html", context, status=BOTSING)
    return _verder(request, kenmerk, bewaring)


@require_POST
@met_actor
def bewaren(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Keep what somebody types, for that person alone; the answer is only the line that says so."""
    dossier, stuk = _concept(actor, kenmerk, stuk_id)
    try:
        klad = _houd_vast(request, actor, dossier, stuk)
    except (Formulierfout, Invoerfout) as fout:
        return render(request, "web/delen/bewaard.html", {"fout": fout})
    teksten = tuple(teksten_in(invulblad.ingevuld(actor, stuk, request.POST)["wijzigingen"]))
    context = {
        "klad": klad,
        "woorden": invulblad.medische_woorden(teksten, actor),
        "heeft_bsn": invulblad.heeft_bsn(teksten),
    }
    return render(request, "web/delen/bewaard.html", context)


@require_POST
@met_actor
def bevestigen(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Confirm words that somebody else wrote down: one's own, or say how the party confirmed them."""
    dossier, stuk = _concept(actor, kenmerk, stuk_id)
    voor = namens(actor, stuk, request.POST.get("namens", "")) or actor.rol
    try:
        wijze = request.POST.get("wijze", "")
        bevestig_dictaat(dossier=dossier, actor=actor, stuk_id=stuk_id, namens=voor, wijze=wijze)
    except Formulierfout as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, _("De tekst is bevestigd."))
    return redirect("web:stuk_bewerken", kenmerk, stuk_id)


@met_actor
def vaststellen(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Show what is still missing, take a reason for each, and freeze the document."""
    dossier, stuk = stuk_voor(actor, kenmerk, stuk_id, Handeling.STUK_VASTSTELLEN)
    redenen = invulblad.redenen(request.POST)
    fout: Formulierfout | None = None
    if request.method == "POST":
        try:
            stel_stuk_vast(
                dossier=dossier,
                actor=actor,
                stuk_id=stuk_id,
                verwachte_versie=invulblad.versie(request.POST),
                redenen=redenen,
            )
        except Formulierfout as geweigerd:
            fout = geweigerd
        else:
            messages.success(request, _("Vastgesteld. Dit document kan niet meer veranderen."))
            return redirect("web:stuk", kenmerk, stuk_id)
    status = ONVERWERKBAAR if fout else 200
    return render(
        request, "web/vaststellen.html", invulblad.vaststelcontext(actor, dossier, stuk, redenen, fout), status=status
    )


def _eerder(request: HttpRequest, actor: Actor, stuk: "Formulier") -> Ingezonden:
    """Give what this person typed before: while the session ran out, or without saving it."""
    voor = request.GET.get("namens", "")
    teruggegeven = teruggave(request)
    klad = None if teruggegeven is not None else invulblad.klad_voor(actor, stuk, voor)
    return Ingezonden(velden=teruggegeven if klad is None else klad, is_klad=klad is not None, namens=voor)


def _houd_vast(request: HttpRequest, actor: Actor, dossier: "Dossier", stuk: "Formulier") -> "Klad":
    return bewaar_klad(
        dossier=dossier,
        actor=actor,
        stuk_id=stuk.pk,
        klad=invulblad.klad_uit(request.POST),
        namens=namens(actor, stuk, request.POST.get("namens", "")),
    )


def _verder(request: HttpRequest, kenmerk: str, bewaring: Bewaring) -> HttpResponse:
    stuk = bewaring.formulier
    for weigering in bewaring.geweigerd:
        messages.warning(request, weigering.zin)
    if request.POST.get("naar") == "vaststellen":
        return redirect("web:stuk_vaststellen", kenmerk, stuk.pk)
    messages.success(request, _("Bewaard als concept."))  # the page itself names medical words
    voor = request.POST.get("namens", "")
    return redirect(
        reverse("web:stuk_bewerken", args=[kenmerk, stuk.pk]) + (f"?{urlencode({'namens': voor})}" if voor else "")
    )


def _concept(actor: Actor, kenmerk: str, stuk_id: UUID) -> "tuple[Dossier, Formulier]":
    """Give a document to fill in; nothing is typed in vain by who may not do that here."""
    dossier, stuk = access_stuk(actor, kenmerk, stuk_id)
    if not stuk.is_definitief:
        weiger_als_het_hier_niet_mag(actor, dossier, Deel(stuk.soort), Handeling.STUK_AANVULLEN)
    return dossier, stuk

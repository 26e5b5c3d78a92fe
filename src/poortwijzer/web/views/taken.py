"""The work list, and what a person adds to a task."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from poortnormen.uitkomst import Stand
from poortwijzer.dossiers.actions import hervat_taak, laat_taak_los, neem_taak, noteer_bij_taak, stel_taak_uit
from poortwijzer.dossiers.queries import taak_voor, werklijst
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.bladeren import bladadressen, paginanummer
from poortwijzer.web.forms.taak import UitstelForm
from poortwijzer.web.formulierblad import Blad, formulierblad
from poortwijzer.web.werkfilters import gekozen_stand, leeg, werkfilters
from poortwijzer.web.werkregels import werkregels

DIRECT = {"neem": neem_taak, "laat_los": laat_taak_los, "hervat": hervat_taak}


@met_actor
def werk(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what waits for this role, heaviest first."""
    keuze = gekozen_stand(request)
    lijst = werklijst(
        actor,
        status=Stand(keuze) if keuze in set(Stand) else None,
        alleen_van_mij=keuze == "mij",
        met_uitgesteld=keuze == "uitgesteld",
        pagina=paginanummer(request),
    )
    context = {
        "lijst": lijst,
        "rijen": werkregels(lijst.regels, lijst.peildatum),
        "filters": werkfilters(lijst, keuze),
        "mag_ziekmelden": mag(actor.rol, Handeling.ZIEKMELDEN, Deel.VERZUIM),
        **leeg(keuze),
        **bladadressen(request, lijst.pagina, lijst.aantal_paginas),
    }
    return render(request, "web/werk.html", context)


@met_actor
def taak(request: HttpRequest, actor: Actor, taak_id: UUID) -> HttpResponse:
    """Take a task, put it off with a reason, or write a note with it."""
    regel = taak_voor(actor, taak_id)
    direct = DIRECT.get(request.POST.get("doe", ""))
    if direct is not None:
        direct(taak_id=taak_id, actor=actor)
        messages.success(request, _("Bewaard."))
        return redirect("web:taak", taak_id)
    blad = Blad(
        kop=regel.wat,
        knop=_("Bewaar"),
        klaar=_("Bewaard."),
        terug=reverse("web:werk"),
        kruimels=((_("Mijn werk"), reverse("web:werk")), (regel.wat, "")),
        onder_kop=regel.werknemer,
        sjabloon="web/taak.html",
        extra={"regel": regel},
    )

    def doe(form: UitstelForm) -> str:
        tot, reden = form.cleaned_data["tot"], form.cleaned_data["reden"]
        if tot:
            stel_taak_uit(taak_id=taak_id, actor=actor, tot=tot, reden=reden)
        # Also of a postponement: the list shows the last note, and why a task waits belongs there.
        noteer_bij_taak(taak_id=taak_id, actor=actor, tekst=reden)
        return blad.terug

    return formulierblad(request, blad, UitstelForm, doe)

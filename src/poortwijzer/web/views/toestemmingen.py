"""Consent: the list with its history, asking for it, and what the employee says."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import Invoerfout, beantwoord_toestemming, noteer_toestemming, vraag_toestemming
from poortwijzer.dossiers.queries.gasten import te_delen_stukken
from poortwijzer.dossiers.queries.toestemmingen import toestemmingen
from poortwijzer.lib.datums import datum
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.toestemmingen import Keuze, Toestemmingsdoel, mag_vragen
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels, naam_van
from poortwijzer.web.forms.toestemming import ToestemmingNoterenForm, ToestemmingVragenForm
from poortwijzer.web.formulierblad import Blad, formulierblad
from poortwijzer.web.gastblad import GEEN_STUK
from poortwijzer.web.toegangspoort import dossier_voor

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


@met_actor
def lijst(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show what was asked and what the employee said, with the words that were shown and every answer."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.TOESTEMMINGEN)
    heeft_account = dossier.werknemer.gebruiker_id is not None
    mag_vragen_ = mag(actor.rol, Handeling.TOESTEMMING_VRAGEN, Deel.TOESTEMMINGEN)
    context = {
        "kop": dossierkop(actor, dossier, "toestemmingen"),
        "kruimels": kruimels(actor, dossier, _("Toestemming")),
        "toestemmingen": toestemmingen(actor, dossier),
        "mag_vragen": mag_vragen_,
        "mag_beantwoorden": mag(actor.rol, Handeling.TOESTEMMING_BEANTWOORDEN, Deel.TOESTEMMINGEN),
        "mag_noteren": mag_vragen_ and not heeft_account,
    }
    return render(request, "web/toestemmingen.html", context)


@met_actor
def vragen(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Ask the employee to agree to one thing."""
    dossier = dossier_voor(actor, kenmerk, Deel.TOESTEMMINGEN, Handeling.TOESTEMMING_VRAGEN)
    keuzes = tuple(_keuzes(actor, dossier))
    blad = Blad(
        kop=_("Toestemming vragen"),
        knop=_("Vraag het"),
        klaar=_("De werknemer ziet uw vraag bij het eigen dossier."),
        terug=reverse("web:toestemmingen", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, _("Toestemming")),
        onder_kop=naam_van(actor, dossier),
        uitleg=_("Vraag één ding voor één persoon. De werknemer mag nee zeggen en mag een ja altijd intrekken."),
        leeg=None if keuzes else GEEN_STUK,
    )

    def maak(velden: QueryDict | None) -> ToestemmingVragenForm:
        return ToestemmingVragenForm(velden, keuzes=keuzes)

    def doe(form: ToestemmingVragenForm) -> str:
        vraag_toestemming(dossier=dossier, actor=actor, verzoek=form.verzoek())
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@require_POST
@met_actor
def antwoord(request: HttpRequest, actor: Actor, kenmerk: str, toestemming_id: UUID) -> HttpResponse:
    """Record what the employee says, with one button."""
    dossier = dossier_voor(actor, kenmerk, Deel.TOESTEMMINGEN, Handeling.TOESTEMMING_BEANTWOORDEN)
    keuze = request.POST.get("keuze", "")
    if keuze not in list(Keuze):
        messages.error(request, _("Kies wat u ervan vindt."))
        return redirect("web:toestemmingen", kenmerk)
    try:
        beantwoord_toestemming(dossier=dossier, actor=actor, toestemming_id=toestemming_id, keuze=Keuze(keuze))
    except Invoerfout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("Wat u koos, staat vast: %(keuze)s.") % {"keuze": Keuze(keuze).label})
    return redirect("web:toestemmingen", kenmerk)


@met_actor
def noteren(request: HttpRequest, actor: Actor, kenmerk: str, toestemming_id: UUID) -> HttpResponse:
    """Record what an employee without an account said."""
    dossier = dossier_voor(actor, kenmerk, Deel.TOESTEMMINGEN, Handeling.TOESTEMMING_VRAGEN)
    blad = Blad(
        kop=_("Antwoord van de werknemer noteren"),
        knop=_("Leg vast"),
        klaar=_("Het antwoord is vastgelegd."),
        terug=reverse("web:toestemmingen", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, _("Toestemming")),
        onder_kop=naam_van(actor, dossier),
        uitleg=_(
            "Dit kan alleen zolang de werknemer geen eigen account gebruikt. Uw naam staat bij het antwoord. Zodra de "
            "werknemer zelf binnen is, vragen wij of het klopt."
        ),
    )

    def doe(form: ToestemmingNoterenForm) -> str:
        noteer_toestemming(dossier=dossier, actor=actor, toestemming_id=toestemming_id, genoteerd=form.genoteerd())
        return blad.terug

    return formulierblad(request, blad, ToestemmingNoterenForm, doe)


def _keuzes(actor: Actor, dossier: "Dossier") -> Iterator[tuple[str, str]]:
    for doel in Toestemmingsdoel:
        if not mag_vragen(actor.rol, doel):
            continue
        if doel is not Toestemmingsdoel.STUK_DELEN:
            yield str(doel), str(doel.label)[:1].upper() + str(doel.label)[1:]
            continue
        for stuk_id, _deel, titel, op in te_delen_stukken(actor, dossier):
            dag = f" ({datum(op)})" if op else ""
            yield f"{doel}:{stuk_id}", _("Laten lezen: %(titel)s") % {"titel": f"{titel}{dag}"}

"""Asking to correct what another supplied, and answering that."""

from typing import ClassVar
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortwijzer.accounts.gasten import MEESTE_TEKENS
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import beantwoord_correctie, vraag_correctie
from poortwijzer.dossiers.actions.correctie import verzoek_voor
from poortwijzer.dossiers.keuzes import Correctieantwoord
from poortwijzer.dossiers.queries.correcties import correcties
from poortwijzer.lib.formulier import Formulier
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels, naam_van
from poortwijzer.web.forms.velden import Tekstvak
from poortwijzer.web.formulierblad import Blad, formulierblad
from poortwijzer.web.toegangspoort import dossier_voor


class VerzoekForm(Formulier):
    """What is wrong, and how it should be."""

    ontbreekt: ClassVar = {
        "verzoek": gettext_lazy("Schrijf op wat er niet klopt en hoe het moet zijn."),
    }

    verzoek = Tekstvak(gettext_lazy("Wat klopt er niet, en hoe moet het zijn?"), hoogstens=MEESTE_TEKENS)


class AntwoordForm(Formulier):
    """What becomes of it, and why."""

    ontbreekt: ClassVar = {
        "antwoord": gettext_lazy("Kies wat u ermee doet."),
        "toelichting": gettext_lazy("Schrijf op waarom."),
    }

    antwoord = forms.ChoiceField(
        label=gettext_lazy("Wat doet u ermee?"), choices=Correctieantwoord.choices, widget=forms.RadioSelect
    )
    toelichting = Tekstvak(gettext_lazy("Leg uit waarom"), hoogstens=MEESTE_TEKENS)


@met_actor
def lijst(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show what was asked to be corrected, and what was answered."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.CORRECTIES)
    context = {
        "kop": dossierkop(actor, dossier, "correcties"),
        "kruimels": kruimels(actor, dossier, _("Verbeteringen")),
        "correcties": correcties(actor, dossier),
        "mag_vragen": mag(actor.rol, Handeling.CORRECTIE_VRAGEN, Deel.CORRECTIES),
    }
    return render(request, "web/correcties.html", context)


@met_actor
def over_feit(request: HttpRequest, actor: Actor, kenmerk: str, feit_id: UUID) -> HttpResponse:
    """Ask to correct a fact."""
    return _vraag(request, actor, kenmerk, feit_id=feit_id)


@met_actor
def over_stuk(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Ask to correct something in a document."""
    return _vraag(request, actor, kenmerk, stuk_id=stuk_id)


@met_actor
def antwoord(request: HttpRequest, actor: Actor, kenmerk: str, verzoek_id: UUID) -> HttpResponse:
    """Answer a request that was sent to the own party."""
    dossier = dossier_voor(actor, kenmerk, Deel.CORRECTIES, Handeling.CORRECTIE_BEANTWOORDEN)
    verzoek = verzoek_voor(actor, dossier, verzoek_id)
    blad = Blad(
        kop=_("Antwoord op een verzoek"),
        knop=_("Verstuur"),
        klaar=_("De werknemer ziet uw antwoord."),
        terug=reverse("web:correcties", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, _("Verbeteringen")),
        onder_kop=naam_van(actor, dossier),
        uitleg=f"{verzoek.wat}: {verzoek.verzoek}",
    )

    def doe(form: AntwoordForm) -> str:
        gegeven = form.cleaned_data
        beantwoord_correctie(
            dossier=dossier,
            actor=actor,
            verzoek_id=verzoek_id,
            antwoord=Correctieantwoord(gegeven["antwoord"]),
            toelichting=gegeven["toelichting"],
        )
        return blad.terug

    return formulierblad(request, blad, AntwoordForm, doe)


def _vraag(
    request: HttpRequest, actor: Actor, kenmerk: str, *, feit_id: UUID | None = None, stuk_id: UUID | None = None
) -> HttpResponse:
    dossier = dossier_voor(actor, kenmerk, Deel.CORRECTIES, Handeling.CORRECTIE_VRAGEN)
    blad = Blad(
        kop=_("Vragen om verbetering"),
        knop=_("Verstuur"),
        klaar=_("Uw verzoek is verstuurd aan wie dit vastlegde."),
        terug=reverse("web:correcties", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, _("Verbeteringen")),
        onder_kop=naam_van(actor, dossier),
        uitleg=_("Wie dit vastlegde, leest uw verzoek en antwoordt. Wat er staat, blijft leesbaar."),
    )

    def doe(form: VerzoekForm) -> str:
        verzoek = form.cleaned_data["verzoek"]
        vraag_correctie(dossier=dossier, actor=actor, verzoek=verzoek, feit_id=feit_id, stuk_id=stuk_id)
        return blad.terug

    return formulierblad(request, blad, VerzoekForm, doe)

"""Reporting sick, resumption and recovery."""

from fractions import Fraction
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from poortwijzer.dossiers.actions import leg_hervatting_vast, meld_herstel, meld_ziek
from poortwijzer.dossiers.queries import werknemer_voor_melding, werknemerslijst
from poortwijzer.lib.zinnen import getal
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.zoeken import Zoekveld, zoekvelden
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.bladeren import bladadressen, paginanummer
from poortwijzer.web.dossierkop import kruimels, naam_van
from poortwijzer.web.forms.velden import breuk
from poortwijzer.web.forms.verzuim import HerstelForm, HervattingForm, ZiekmeldingForm
from poortwijzer.web.formulierblad import Blad, formulierblad
from poortwijzer.web.toegangspoort import dossier_voor

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


@met_actor
def kies_werknemer(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Find the employee to report sick."""
    zoekterm = request.GET.get("zoek", "").strip()[:100]
    lijst = werknemerslijst(actor, zoekterm=zoekterm, pagina=paginanummer(request))
    adressen = bladadressen(request, lijst.pagina, lijst.aantal_paginas)
    mag_toevoegen = mag(actor.rol, Handeling.UITNODIGEN, Deel.MEDEWERKERS)
    context = {
        "lijst": lijst,
        "blad": lijst,
        "mag_toevoegen": mag_toevoegen,
        "zoekt_op_nummer": Zoekveld.PERSONEELSNUMMER in zoekvelden(actor.rol),
        **adressen,
    }
    return render(request, "web/kies_werknemer.html", context)


@met_actor
def ziekmelden(request: HttpRequest, actor: Actor, werknemer_id: UUID) -> HttpResponse:
    """Report an employee sick."""
    werknemer = werknemer_voor_melding(actor, werknemer_id)
    blad = Blad(
        kop=_("%(naam)s ziek melden") % {"naam": werknemer.naam},
        knop=_("Ziek melden"),
        klaar=_("De ziekmelding is vastgelegd."),
        terug=reverse("web:ziekmelden"),
        kruimels=((_("Dossiers"), reverse("web:dossiers")), (_("Ziek melden"), reverse("web:ziekmelden"))),
        uitleg=_(
            "Vraag niet wat iemand heeft of hoe het komt. U mag dat als werkgever niet vragen en niet opschrijven."
        ),
    )

    def doe(form: ZiekmeldingForm) -> str:
        dossier = meld_ziek(werknemer_id=werknemer_id, actor=actor, gegevens=form.gegevens())
        return reverse("web:dossier", args=[dossier.kenmerk])

    return formulierblad(request, blad, ZiekmeldingForm, doe)


@met_actor
def hervatting(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Record that somebody works again for some hours."""
    dossier = dossier_voor(actor, kenmerk, Deel.VERZUIM, Handeling.HERVATTING_VASTLEGGEN)
    blad = Blad(
        kop=_("Hervatting vastleggen"),
        knop=_("Leg vast"),
        klaar=_("De hervatting is vastgelegd. De termijnen zijn opnieuw berekend."),
        terug=reverse("web:dossier", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, _("Hervatting")),
        onder_kop=naam_van(actor, dossier),
        uitleg=_afspraak(dossier),
    )

    def doe(form: HervattingForm) -> str:
        velden = {**form.cleaned_data, "uren_per_week": breuk(form.cleaned_data["uren_per_week"])}
        velden["loonwaarde_pct"] = breuk(form.cleaned_data["loonwaarde_pct"])
        leg_hervatting_vast(dossier=dossier, actor=actor, **velden)
        return blad.terug

    return formulierblad(request, blad, HervattingForm, doe)


def _afspraak(dossier: "Dossier") -> str:
    """Say how many hours the contract has, when that is known."""
    uren = dossier.werknemer.uren_per_week
    if uren is None:
        return ""
    return _("Volgens de afspraak werkt de werknemer %(uren)s uur per week.") % {"uren": getal(Fraction(uren))}


@met_actor
def herstel(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Record that somebody is fully recovered for the own work."""
    dossier = dossier_voor(actor, kenmerk, Deel.VERZUIM, Handeling.HERSTEL_MELDEN)
    blad = Blad(
        kop=_("Volledig herstel melden"),
        knop=_("Meld herstel"),
        klaar=_("Het herstel is vastgelegd."),
        terug=reverse("web:dossier", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, _("Herstel")),
        onder_kop=naam_van(actor, dossier),
        uitleg=_("Werkt de werknemer nog niet alle uren of niet in het eigen werk? Leg dan een hervatting vast."),
    )

    def doe(form: HerstelForm) -> str:
        meld_herstel(dossier=dossier, actor=actor, hersteld_op=form.cleaned_data["hersteld_op"])
        return blad.terug

    return formulierblad(request, blad, HerstelForm, doe)

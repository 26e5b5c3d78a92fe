"""The list of dossiers, the dossier page, who belongs to it and who read it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import (
    Invoerfout,
    beeindig_betrokkenheid,
    heropen_dossier,
    sluit_dossier,
    voeg_betrokkene_toe,
)
from poortwijzer.dossiers.beelden import Verzuimstand
from poortwijzer.dossiers.queries import dossierbeeld, dossierlijst
from poortwijzer.dossiers.toestemmingen import zijn_er_genoteerd
from poortwijzer.dossiers.waarneming import mag_regelen
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.voorwaarden import VOORWAARDEN, Voorwaarde
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.bladeren import bladadressen, paginanummer
from poortwijzer.web.dossierkop import dossierkop, kruimels, naam_van
from poortwijzer.web.forms.dossier import BetrokkeneForm
from poortwijzer.web.formulierblad import Blad, formulierblad
from poortwijzer.web.gevolgen import GEVOLGEN
from poortwijzer.web.leeslog import leesblad
from poortwijzer.web.lijnbeeld import lijnbeeld
from poortwijzer.web.mensen import toe_te_voegen
from poortwijzer.web.standen import MET_GESLOTEN, dossierkeuzes
from poortwijzer.web.toegangspoort import dossier_voor
from poortwijzer.web.waarom import laatste_spreekuur, nu_te_doen, termijnen

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


@met_actor
def dossiers(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the dossiers that this actor reaches; somebody with one own dossier goes straight to it."""
    stand = request.GET.get("stand", "")
    lijst = dossierlijst(
        actor,
        zoekterm=request.GET.get("zoek", "")[:100],
        verzuimstand=Verzuimstand(stand) if stand in set(Verzuimstand) else None,
        met_gesloten=stand == MET_GESLOTEN or actor.rol is Rol.WERKNEMER,
        pagina=paginanummer(request),
    )
    if actor.rol is Rol.WERKNEMER and lijst.totaal == 1 and not request.GET:
        return redirect("web:dossier", lijst.regels[0].kenmerk)
    context = {
        "lijst": lijst,
        "opent": "web:dossier" if mag(actor.rol, Handeling.INZIEN, Deel.TIJDLIJN) else "web:inzage",
        "standen": dossierkeuzes(),
        "gekozen_stand": stand,
        "alles": reverse("web:dossiers"),
        "toon_werkgever": actor.organisatie_id is None or len({regel.werkgever for regel in lijst.regels}) > 1,
        "toon_verzuim": mag(actor.rol, Handeling.INZIEN, Deel.VERZUIM),
        "mag_nood": mag(actor.rol, Handeling.NOODTOEGANG, Deel.BETROKKENEN)
        and Voorwaarde.BETROKKEN_IN_ROL in VOORWAARDEN[actor.rol],
        "mag_waarnemen": mag_regelen(actor),
        "mag_ziekmelden": mag(actor.rol, Handeling.ZIEKMELDEN, Deel.VERZUIM),
        **bladadressen(request, lijst.pagina, lijst.aantal_paginas),
    }
    return render(request, "web/dossiers.html", context)


@met_actor
def dossier(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show a dossier: who, which day it is, what to do now, the line, the terms and the documents."""
    geopend = access_dossier(actor, kenmerk, deel=Deel.TIJDLIJN)
    beeld = dossierbeeld(actor, geopend)
    rijen = termijnen(beeld.momenten, beeld.feiten)
    nu = nu_te_doen(beeld)
    context = {
        "kop": dossierkop(actor, geopend, "dossier"),
        "kruimels": kruimels(actor, geopend),
        "kenmerk": kenmerk,
        "beeld": beeld,
        "lijn": lijnbeeld(beeld),
        "nu": nu,
        "overig": [taak for taak in beeld.taken if taak is not nu],
        "termijnen": [rij for rij in rijen if rij.geldt],
        "geldt_niet": [rij for rij in rijen if not rij.geldt],
        "gevolgen": GEVOLGEN,
        "spreekuur": laatste_spreekuur(beeld),
        "mag_sluiten": mag(actor.rol, Handeling.FEIT_VASTLEGGEN, Deel.VERZUIM),
        "is_genoteerd": _is_genoteerd(actor, geopend),
        "is_onbevestigd": bool(geopend.gesloten_delen),
    }
    return render(request, "web/dossier.html", context)


def _is_genoteerd(actor: Actor, geopend: "Dossier") -> bool:
    """Tell whether the employee still has to say whether a consent that somebody noted is right."""
    beantwoordt = mag(actor.rol, Handeling.TOESTEMMING_BEANTWOORDEN, Deel.TOESTEMMINGEN)
    return beantwoordt and Deel.TOESTEMMINGEN not in geopend.gesloten_delen and zijn_er_genoteerd(geopend.pk)


@require_POST
@met_actor
def sluiten(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Close a dossier, or open it again."""
    geopend = dossier_voor(actor, kenmerk, Deel.VERZUIM, Handeling.FEIT_VASTLEGGEN)
    if request.POST.get("doe") == "heropen":
        heropen_dossier(dossier=geopend, actor=actor)
        messages.success(request, _("Het dossier is weer open."))
    else:
        sluit_dossier(dossier=geopend, actor=actor)
        messages.success(request, _("Het dossier is gesloten. U kunt het altijd heropenen."))
    return redirect("web:dossier", kenmerk)


@met_actor
def betrokkenen(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show who has a role on this dossier."""
    geopend = access_dossier(actor, kenmerk, deel=Deel.BETROKKENEN)
    context = {
        "kop": dossierkop(actor, geopend, "betrokkenen"),
        "kruimels": kruimels(actor, geopend, _("Betrokkenen")),
        "betrokkenen": dossierbeeld(actor, geopend).betrokkenen,
        "mag_beeindigen": mag(actor.rol, Handeling.BETROKKENE_BEEINDIGEN, Deel.BETROKKENEN),
        "mag_toevoegen": mag(actor.rol, Handeling.BETROKKENE_TOEVOEGEN, Deel.BETROKKENEN),
    }
    return render(request, "web/betrokkenen.html", context)


@met_actor
def betrokkene_toevoegen(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Give somebody a role on this dossier."""
    geopend = dossier_voor(actor, kenmerk, Deel.BETROKKENEN, Handeling.BETROKKENE_TOEVOEGEN)
    blad = Blad(
        kop=_("Iemand toevoegen"),
        knop=_("Voeg toe"),
        klaar=_("Deze persoon kan het dossier nu openen."),
        terug=reverse("web:betrokkenen", args=[kenmerk]),
        kruimels=kruimels(actor, geopend, _("Iemand toevoegen")),
        onder_kop=naam_van(actor, geopend),
    )

    def maak(velden: QueryDict | None) -> BetrokkeneForm:
        return BetrokkeneForm(velden, mensen=toe_te_voegen(geopend.werkgever_id))

    def doe(form: BetrokkeneForm) -> str:
        rol, gebruiker_id, organisatie_id = form.keuze()
        voeg_betrokkene_toe(
            dossier=geopend,
            actor=actor,
            gebruiker_id=gebruiker_id,
            organisatie_id=organisatie_id,
            rol=rol,
            doel=form.cleaned_data["doel"],
            tot=form.cleaned_data["tot"],
        )
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@require_POST
@met_actor
def betrokkene_beeindigen(request: HttpRequest, actor: Actor, kenmerk: str, betrokkene_id: UUID) -> HttpResponse:
    """End a role on this dossier from today on."""
    handeling = Handeling.BETROKKENE_BEEINDIGEN
    geopend = dossier_voor(actor, kenmerk, Deel.BETROKKENEN, handeling)
    try:
        beeindig_betrokkenheid(dossier=geopend, actor=actor, betrokkene_id=betrokkene_id)
    except Invoerfout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("Deze persoon kan het dossier niet meer openen."))
    return redirect("web:betrokkenen", kenmerk)


@met_actor
def inzage(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show who read or changed this dossier, in plain words."""
    geopend = access_dossier(actor, kenmerk, deel=Deel.LEESLOG)
    context = {
        "kop": dossierkop(actor, geopend, "inzage"),
        "kruimels": kruimels(actor, geopend, _("Wie las mee")),
        **leesblad(request, geopend),
    }
    return render(request, "web/inzage.html", context)

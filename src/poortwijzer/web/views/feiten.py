"""What is recorded about a case: read it, answer a question, correct it, and agree on another last day."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from poortnormen.catalogus import catalogus
from poortnormen.feiten import FEITEN
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import (
    afwijkbare_normen,
    leg_feit_vast,
    reageer_op_afwijking,
    stel_afwijking_voor,
    trek_feit_in,
)
from poortwijzer.dossiers.partijen import deel_van_vraag, gever_voor, mag_beantwoorden
from poortwijzer.dossiers.queries import dossierbeeld, te_wegen_punten
from poortwijzer.dossiers.queries.vragenblad import vragen_aan
from poortwijzer.lib.zinnen import met_hoofdletter, woord
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.adressen import BIJ, TERUG_VELD, VERVANGT, terug_naar
from poortwijzer.web.dossierkop import DELEN_MET_FEITEN, dossierkop, kruimels, naam_van
from poortwijzer.web.feitkeuzes import gekozen, keuzes_uit
from poortwijzer.web.forms.dossier import AfwijkingAntwoordForm, AfwijkingForm, RedenForm
from poortwijzer.web.forms.feit import FeitForm, beginwaarden
from poortwijzer.web.forms.weging import begin_van_weging
from poortwijzer.web.formulierblad import Blad, formulierblad
from poortwijzer.web.gegevens import gegevens_van, in_woorden, te_verbeteren
from poortwijzer.web.toegangspoort import dossier_voor, weiger_als_het_hier_niet_mag
from poortwijzer.web.uwvstand import vraagregel
from poortwijzer.web.views.reacties import afschrift_elders


@met_actor
def gegevens(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show every recorded fact with who gave it; what was replaced stays readable."""
    # Who may read one kind of facts sees those, and no others.
    leesbaar = (deel for deel in DELEN_MET_FEITEN if mag(actor.rol, Handeling.INZIEN, deel))
    dossier = access_dossier(actor, kenmerk, deel=next(leesbaar, Deel.VERZUIM))
    beeld = dossierbeeld(actor, dossier)
    context = {
        "kop": dossierkop(actor, dossier, "gegevens"),
        "kruimels": kruimels(actor, dossier, _("Gegevens")),
        "gegevens": tuple(gegevens_van(actor, kenmerk, beeld.feiten)),
        "vragen": [vraagregel(vraag) for vraag in vragen_aan(actor, dossier)],
        "terugblad": "gegevens",
    }
    return render(request, "web/gegevens.html", context)


@met_actor
def feit(request: HttpRequest, actor: Actor, kenmerk: str, naam: str) -> HttpResponse:
    """Answer one question of the core, or correct an answer."""
    if naam not in FEITEN:
        raise Http404
    if naam == "afschriften":
        return afschrift_elders(request, actor, kenmerk)
    dossier = dossier_voor(actor, kenmerk, deel_van_vraag(naam), Handeling.FEIT_VASTLEGGEN)
    if not mag_beantwoorden(actor.rol, naam):
        raise Http404  # the part is open, this question is for another party
    feiten = dossierbeeld(actor, dossier).feiten
    oud = te_verbeteren(feiten, naam, request.GET.get(VERVANGT, ""))
    if oud and not oud.is_eigen:
        raise Http404  # what another party gave is corrected by that party
    keuzes = keuzes_uit(naam, feiten)
    blad = Blad(
        kop=_("Verbeteren: %(naam)s") % {"naam": woord(naam)} if oud else met_hoofdletter(woord(naam)),
        knop=_("Leg vast"),
        klaar=_("Vastgelegd. De termijnen zijn opnieuw berekend."),
        terug=terug_naar(request.GET.get(TERUG_VELD, ""), kenmerk),
        kruimels=kruimels(actor, dossier, woord(naam)),
        onder_kop=naam_van(actor, dossier),
        uitleg=FEITEN[naam].vraag,
        sjabloon="web/feitblad.html",
    )
    punten = te_wegen_punten(actor, dossier, naam)

    def maak(velden: QueryDict | None) -> FeitForm:
        begin = (
            beginwaarden(naam, oud.waarde) | begin_van_weging(oud.weging)
            if oud
            else gekozen(keuzes, request.GET.get(BIJ, ""))
        )
        gever, is_verbetering = gever_voor(actor.rol, naam) or "", oud is not None
        return FeitForm(
            naam, velden, initial=begin, is_verbetering=is_verbetering, gever=gever, keuzes=keuzes, punten=punten
        )

    def doe(form: FeitForm) -> str:
        vervangt = oud.id if oud else None
        leg_feit_vast(
            dossier=dossier, actor=actor, naam=naam, waarde=form.waarde(), vervangt=vervangt, **form.omstandigheden()
        )
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@met_actor
def intrekken(request: HttpRequest, actor: Actor, kenmerk: str, feit_id: UUID) -> HttpResponse:
    """Withdraw a fact that should not have been recorded, and say why."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.VERZUIM)
    gegeven = next((f for f in dossierbeeld(actor, dossier).feiten if f.id == feit_id and not f.vervangen_door), None)
    if gegeven is None or not gegeven.is_eigen or not mag_beantwoorden(actor.rol, gegeven.naam):
        raise Http404  # what another party gave is corrected by that party
    weiger_als_het_hier_niet_mag(actor, dossier, Deel(gegeven.deel), Handeling.FEIT_VASTLEGGEN)
    blad = Blad(
        kop=_("Een gegeven intrekken"),
        knop=_("Trek in"),
        klaar=_("Ingetrokken. De termijnen zijn opnieuw berekend."),
        terug=reverse("web:gegevens", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, _("Intrekken")),
        onder_kop=f"{gegeven.vraag} {in_woorden(gegeven.naam, gegeven.waarde)}",
        uitleg=_("Doe dit alleen als het nooit had moeten worden vastgelegd. Het blijft leesbaar, met uw reden erbij."),
    )

    def doe(form: RedenForm) -> str:
        trek_feit_in(dossier=dossier, actor=actor, feit_id=feit_id, motivering=form.cleaned_data["motivering"])
        return blad.terug

    return formulierblad(request, blad, RedenForm, doe)


@met_actor
def afwijking(request: HttpRequest, actor: Actor, kenmerk: str, norm_id: str) -> HttpResponse:
    """Propose another last day for a term."""
    norm = catalogus().normen.get(norm_id)
    if norm is None or norm.moment is None or norm_id not in afwijkbare_normen():
        raise Http404
    dossier = dossier_voor(actor, kenmerk, Deel.AFWIJKINGEN, Handeling.AFWIJKING_VOORSTELLEN)
    blad = Blad(
        kop=_("Een andere dag voorstellen"),
        knop=_("Stel voor"),
        klaar=_("Het voorstel staat in het dossier. De ander kan nu reageren."),
        terug=reverse("web:dossier", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, norm.moment.naam),
        onder_kop=f"{norm.moment.naam} · {naam_van(actor, dossier)}",
        uitleg=_("Een andere dag geldt pas als werkgever en werknemer allebei akkoord gaan."),
    )

    def doe(form: AfwijkingForm) -> str:
        stel_afwijking_voor(dossier=dossier, actor=actor, norm=norm_id, **form.cleaned_data)
        return blad.terug

    return formulierblad(request, blad, AfwijkingForm, doe)


@met_actor
def afwijking_antwoord(request: HttpRequest, actor: Actor, kenmerk: str, feit_id: UUID) -> HttpResponse:
    """Agree with a proposal for another last day, or turn it down in own words."""
    dossier = dossier_voor(actor, kenmerk, Deel.AFWIJKINGEN, Handeling.AFWIJKING_REAGEREN)
    voorstel = next((v for v in dossierbeeld(actor, dossier).afwijkingen if v.feit_id == feit_id), None)
    if voorstel is None:
        raise Http404
    blad = Blad(
        kop=_("Reageren op een andere dag"),
        knop=_("Verstuur"),
        klaar=_("Uw antwoord is vastgelegd."),
        terug=reverse("web:dossier", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, voorstel.naam),
        onder_kop=naam_van(actor, dossier),
        sjabloon="web/afwijking_antwoord.html",
        extra={"voorstel": voorstel},
    )

    def doe(form: AfwijkingAntwoordForm) -> str:
        akkoord, woorden = form.cleaned_data["antwoord"] == "ja", form.cleaned_data["eigen_woorden"]
        reageer_op_afwijking(dossier=dossier, actor=actor, feit_id=feit_id, is_akkoord=akkoord, eigen_woorden=woorden)
        return blad.terug

    return formulierblad(request, blad, AfwijkingAntwoordForm, doe)

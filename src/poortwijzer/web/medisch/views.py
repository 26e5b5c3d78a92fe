"""The medical record on screen: read it, write in it, correct it, and send something to the bedrijfsarts."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from poortwijzer.documenten.afdrukken import maak_pdf
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.lib.klok import vandaag
from poortwijzer.medisch.actions import draag_medisch_dossier_over, leg_medisch_vast, stuur_in
from poortwijzer.medisch.queries import medisch_dossier, ontvangers, regel_van
from poortwijzer.medisch.regel import Overdrachtsgrond, Regelsoort
from poortwijzer.medisch.uitvoer import medisch_deel
from poortwijzer.tekstwacht.woordenlijst import vind
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels, naam_van
from poortwijzer.web.formulierblad import Blad, formulierblad
from poortwijzer.web.medisch.forms import WERKAANTEKENING, InstuurForm, OverdraagForm, RegelForm, VerbeterForm
from poortwijzer.web.papier import papier
from poortwijzer.web.toegangspoort import dossier_voor

TEKST = "tekst"


@met_actor
def dossier(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show the medical record to who may read it: the bedrijfsarts, who does tasks for him, and the employee."""
    geopend = access_dossier(actor, kenmerk, deel=Deel.MEDISCH_DOSSIER)
    context = {
        "kop": dossierkop(actor, geopend, "medisch"),
        "kruimels": kruimels(actor, geopend, _("Medisch dossier")),
        "beeld": medisch_dossier(actor, geopend),
        "mag_schrijven": mag(actor.rol, Handeling.MEDISCH_VASTLEGGEN, Deel.MEDISCH_DOSSIER),
        "mag_insturen": mag(actor.rol, Handeling.INSTUREN, Deel.AAN_BEDRIJFSARTS),
        "mag_delegaties": mag(actor.rol, Handeling.INZIEN, Deel.DELEGATIES),
        "mag_overdragen": mag(actor.rol, Handeling.MEDISCH_OVERDRAGEN, Deel.MEDISCH_DOSSIER)
        and geopend.verantwoordelijke_id is None,
        "ingestuurd": Regelsoort.INGESTUURD,
    }
    return render(request, "web/medisch/dossier.html", context)


@met_actor
def verslagdeel(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Give the medical part of the re-integratieverslag on paper; it is in no other file of the report."""
    del request
    geopend = access_dossier(actor, kenmerk, deel=Deel.MEDISCH_DOSSIER, doel="medisch deel van het verslag")
    return papier(maak_pdf(medisch_deel(actor, geopend)), f"medisch-deel-{kenmerk}-{vandaag().isoformat()}.pdf")


@met_actor
def nieuw(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Write in the medical record."""
    geopend = dossier_voor(actor, kenmerk, Deel.MEDISCH_DOSSIER, Handeling.MEDISCH_VASTLEGGEN)
    blad = Blad(
        kop=_("Schrijven in het medisch dossier"),
        knop=_("Bewaar"),
        klaar=_("Bewaard in het medisch dossier."),
        terug=reverse("web:medisch", args=[kenmerk]),
        kruimels=kruimels(actor, geopend, _("Medisch dossier")),
        onder_kop=naam_van(actor, geopend),
        uitleg=_("De werkgever kan dit niet lezen. De werknemer wel, behalve uw eigen werkaantekeningen."),
    )

    def maak(velden: QueryDict | None) -> RegelForm:
        return RegelForm(velden, initial={"op": vandaag()})

    def doe(form: RegelForm) -> str:
        eigen = bool(form.cleaned_data[WERKAANTEKENING])
        leg_medisch_vast(dossier=geopend, actor=actor, regel=form.regel(), is_werkaantekening=eigen)
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@met_actor
def verbeteren(request: HttpRequest, actor: Actor, kenmerk: str, regel_id: UUID) -> HttpResponse:
    """Write another version of a row; the earlier one stays readable."""
    geopend = dossier_voor(actor, kenmerk, Deel.MEDISCH_DOSSIER, Handeling.MEDISCH_VASTLEGGEN)
    oud = regel_van(actor, geopend, regel_id)
    if oud is None or oud.regel.soort is Regelsoort.INGESTUURD:
        raise Http404
    blad = Blad(
        kop=_("Een tekst verbeteren"),
        knop=_("Bewaar als nieuwe versie"),
        klaar=_("Bewaard. De eerdere versie blijft leesbaar."),
        terug=reverse("web:medisch", args=[kenmerk]),
        kruimels=kruimels(actor, geopend, _("Medisch dossier")),
        onder_kop=naam_van(actor, geopend),
    )

    def maak(velden: QueryDict | None) -> VerbeterForm:
        return VerbeterForm(velden, initial={**oud.regel.als_json(), "op": oud.regel.op})

    def doe(form: VerbeterForm) -> str:
        leg_medisch_vast(
            dossier=geopend,
            actor=actor,
            regel=form.regel(),
            is_werkaantekening=oud.is_werkaantekening,
            vervangt=oud.id,
        )
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@met_actor
def overdragen(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Hand the record over to the bedrijfsarts of another organisation."""
    geopend = dossier_voor(actor, kenmerk, Deel.MEDISCH_DOSSIER, Handeling.MEDISCH_OVERDRAGEN)
    aan = ontvangers(actor, geopend)
    if not aan:
        niet = _("Er is bij dit dossier nog geen bedrijfsarts van een andere organisatie. Laat HR die eerst toevoegen.")
        messages.warning(request, niet)
        return redirect("web:medisch", kenmerk)
    blad = Blad(
        kop=_("Het medisch dossier overdragen"),
        knop=_("Draag over"),
        klaar=_("Overgedragen. De andere bedrijfsarts kan nu verder."),
        terug=reverse("web:medisch", args=[kenmerk]),
        kruimels=kruimels(actor, geopend, _("Medisch dossier")),
        onder_kop=naam_van(actor, geopend),
        uitleg=_(
            "Het hele medisch dossier gaat over, met de sleutel. Uw rol bij dit dossier eindigt: u kunt er niet meer "
            "bij. Uw eigen werkaantekeningen gaan niet mee."
        ),
    )

    def maak(velden: QueryDict | None) -> OverdraagForm:
        return OverdraagForm(velden, organisaties=aan)

    def doe(form: OverdraagForm) -> str:
        gegeven = form.cleaned_data
        draag_medisch_dossier_over(
            dossier=geopend,
            actor=actor,
            naar=UUID(gegeven["naar"]),
            grond=Overdrachtsgrond(gegeven["grond"]),
            verteld_op=gegeven["verteld_op"],
        )
        return reverse("web:dossiers")  # this dossier is closed for him from now on

    return formulierblad(request, blad, maak, doe)


@met_actor
def insturen(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Send a text to the bedrijfsarts; also where a form with medical words comes when its sender chooses so."""
    geopend = dossier_voor(actor, kenmerk, Deel.AAN_BEDRIJFSARTS, Handeling.INSTUREN)
    blad = Blad(
        kop=_("Aan de bedrijfsarts sturen"),
        knop=_("Stuur aan de bedrijfsarts"),
        klaar=_("De tekst staat in het medisch dossier. Bij de werkgever is er niets van bewaard."),
        terug=reverse("web:dossier", args=[kenmerk]),
        kruimels=kruimels(actor, geopend, _("Aan de bedrijfsarts")),
        onder_kop=naam_van(actor, geopend),
    )

    def maak(velden: QueryDict | None) -> forms.Form:
        if velden is not None and TEKST not in velden:
            velden = velden.copy()
            velden[TEKST] = _uit_ander_formulier(velden)
        return InstuurForm(velden)

    def doe(form: forms.Form) -> str:
        stuur_in(dossier=geopend, actor=actor, tekst=form.cleaned_data[TEKST])
        return blad.terug

    return formulierblad(request, blad, maak, doe)


def _uit_ander_formulier(velden: QueryDict) -> str:
    """Give what another form held that has medical words in it."""
    return "\n\n".join(str(waarde) for _naam, waarden in velden.lists() for waarde in waarden if vind(str(waarde)))

"""Files from outside: add one, fetch one, take one away, and say as bedrijfsarts that it is right."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from poortwijzer.bijlagen.scan import is_ingesteld
from poortwijzer.bijlagen.typen import KENMERKEN, Bestandstype
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import Conflict, Invoerfout, bevestig_bijlage, trek_bijlage_in, voeg_bijlage_toe
from poortwijzer.dossiers.bijlagen import access_bijlage, delen_voor_bijlagen, inhoud_van
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import STUKKEN, Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import kruimels, naam_van
from poortwijzer.web.forms.bijlage import BijlageForm
from poortwijzer.web.forms.dossier import RedenForm
from poortwijzer.web.formulierblad import Blad, formulierblad
from poortwijzer.web.toegangspoort import bijlage_voor, weiger_als_het_hier_niet_mag

# For a file that somebody opens in a browser all the same: it runs nothing, loads nothing and is in no other page.
ALLEEN_BEWAREN = (
    "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'none'"
)


@met_actor
def nieuw(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Add a file that came in."""
    delen = delen_voor_bijlagen(actor.rol)
    # Who may add nothing is refused, and that is recorded as what it was.
    wat = Handeling.INZIEN if delen else Handeling.BIJLAGE_TOEVOEGEN
    dossier = access_dossier(actor, kenmerk, deel=Deel.TIJDLIJN, handeling=wat)
    for deel in delen:  # for an account that is not confirmed all of them wait
        weiger_als_het_hier_niet_mag(actor, dossier, deel, Handeling.BIJLAGE_TOEVOEGEN)
    uitleg = _("Kreeg u een brief of een document dat buiten Poortwijzer is gemaakt? Voeg het hier toe.")
    if not is_ingesteld():
        uitleg += " " + _("Bestanden worden hier niet op virussen gecontroleerd.")
    blad = Blad(
        kop=_("Een bestand toevoegen"),
        knop=_("Voeg toe"),
        klaar=_("Het bestand staat in het dossier."),
        terug=reverse("web:documenten", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, _("Bestand toevoegen")),
        onder_kop=naam_van(actor, dossier),
        uitleg=uitleg,
    )

    def maak(velden: QueryDict | None) -> BijlageForm:
        gevraagd = request.GET.get("deel", "")
        begin = {"deel": gevraagd, "telt_mee": True} if gevraagd in delen and gevraagd in STUKKEN else {}
        return BijlageForm(velden, request.FILES or None, delen=delen, initial=begin)

    def doe(form: BijlageForm) -> str:
        voeg_bijlage_toe(dossier=dossier, actor=actor, bestand=form.cleaned_data["bestand"], ontvangst=form.ontvangst())
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@require_safe
@met_actor
def bijlage(request: HttpRequest, actor: Actor, kenmerk: str, bijlage_id: UUID) -> HttpResponse:
    """Give a file to keep; a browser does not show it, and what is in it cannot reach our pages."""
    del request
    _dossier, gevonden = access_bijlage(actor, kenmerk, bijlage_id)
    inhoud = inhoud_van(gevonden)
    if inhoud is None:
        raise Http404
    koppen = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=gevonden.naam) or "attachment",
        "Content-Security-Policy": ALLEEN_BEWAREN,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
        "X-Download-Options": "noopen",
    }
    return HttpResponse(inhoud, content_type=KENMERKEN[Bestandstype(gevonden.bestandstype)].mediatype, headers=koppen)


@met_actor
def intrekken(request: HttpRequest, actor: Actor, kenmerk: str, bijlage_id: UUID) -> HttpResponse:
    """Take a file away that should not be here, and say why."""
    dossier, gevonden = bijlage_voor(actor, kenmerk, bijlage_id, Handeling.BIJLAGE_INTREKKEN)
    blad = Blad(
        kop=_("Een bestand weghalen"),
        knop=_("Haal weg"),
        klaar=_("Het bestand is weg. Dat het er was en waarom het weg is, blijft staan."),
        terug=reverse("web:documenten", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, _("Bestand weghalen")),
        onder_kop=str(Deel(gevonden.deel).label),
        uitleg=_("De inhoud wordt gewist. Telde het stuk mee in de tijdlijn? Dan telt het niet meer mee."),
    )

    def doe(form: RedenForm) -> str:
        motivering = form.cleaned_data["motivering"]
        trek_bijlage_in(dossier=dossier, actor=actor, bijlage_id=bijlage_id, motivering=motivering)
        return blad.terug

    return formulierblad(request, blad, RedenForm, doe)


@require_POST
@met_actor
def bevestigen(request: HttpRequest, actor: Actor, kenmerk: str, bijlage_id: UUID) -> HttpResponse:
    """Say that this is the document that the bedrijfsarts made."""
    dossier, _gevonden = bijlage_voor(actor, kenmerk, bijlage_id, Handeling.BIJLAGE_BEVESTIGEN)
    try:
        bevestig_bijlage(dossier=dossier, actor=actor, bijlage_id=bijlage_id)
    except (Invoerfout, Conflict) as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, _("U hebt bevestigd dat dit uw stuk is."))
    return redirect("web:documenten", kenmerk)

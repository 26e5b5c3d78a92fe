"""Keeping and erasing: the schedule, lists that somebody else approves, proofs, and holds on a dossier."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from poortwijzer.documenten.afdrukken import maak_pdf
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import (
    Invoerfout,
    beeindig_blokkade,
    blokkeer_wissen,
    herzie_blokkade,
    keur_wissen_goed,
    kies_bewaartermijn,
    stel_wissen_op_verzoek_voor,
    stel_wissen_voor,
    trek_wissen_in,
)
from poortwijzer.dossiers.actions.bewaren import BLOKKEERT
from poortwijzer.dossiers.keuzes import Blokkadegrond
from poortwijzer.dossiers.queries import bewaren as queries
from poortwijzer.kluis.vak import Vaksoort
from poortwijzer.lib.datums import datum
from poortwijzer.lib.ids import lees_kenmerk
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels, naam_van
from poortwijzer.web.forms.bewaren import BlokkadeForm, EigenTermijnForm, WisverzoekForm
from poortwijzer.web.formulierblad import Blad, formulierblad
from poortwijzer.web.toegangspoort import dossier_voor
from poortwijzer.web.wisbewijs import als_json, als_stuk, verzoek_in_woorden

_NIET_BEWAREN = {"Cache-Control": "private, no-store"}


@met_actor
def bewaren(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show how long what stays, the lists of what has to go, and what was erased."""
    context = {
        "overzicht": queries.bewaaroverzicht(actor),
        "mag_voorstellen": mag(actor.rol, Handeling.WISSEN_VOORSTELLEN, Deel.BEWAREN),
        "mag_kiezen": mag(actor.rol, Handeling.BEWAARTERMIJN_KIEZEN, Deel.BEWAREN),
        "delen": queries.DELEN,
    }
    return render(request, "web/bewaren.html", context)


@require_POST
@met_actor
def wislijst_maken(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Make the list of what has to go now."""
    ronde = stel_wissen_voor(actor=actor)
    if ronde is None:
        messages.success(request, _("Er is nu niets voorbij zijn bewaartermijn."))
        return redirect("web:bewaren")
    messages.success(request, _("De lijst is gemaakt. Een ander keurt haar goed."))
    return redirect("web:wislijst", ronde.pk)


@met_actor
def wislijst(request: HttpRequest, actor: Actor, ronde_id: UUID) -> HttpResponse:
    """Show what stands on a list: references, parts and reasons."""
    beeld = queries.rondebeeld(actor, ronde_id)
    wacht = beeld.ronde.stand == "voorstel"
    mag_keuren = mag(actor.rol, Handeling.WISSEN_GOEDKEUREN, Deel.BEWAREN)
    context = {
        "beeld": beeld,
        "delen": queries.DELEN,
        "gronden": dict(Blokkadegrond.choices),
        "is_zelf_gemaakt": beeld.ronde.created_by_id == actor.gebruiker_id,
        "mag_keuren": wacht and mag_keuren,
        "mag_intrekken": wacht and mag(actor.rol, Handeling.WISSEN_VOORSTELLEN, Deel.BEWAREN),
        "verzoek": verzoek_in_woorden(beeld.ronde),
        "kruimels": _kruimels(_("Lijst")),
    }
    return render(request, "web/wislijst.html", context)


@require_POST
@met_actor
def wislijst_goedkeuren(request: HttpRequest, actor: Actor, ronde_id: UUID) -> HttpResponse:
    """Approve a list: what stands on it is erased for good."""
    try:
        keur_wissen_goed(actor=actor, ronde_id=ronde_id)
    except Invoerfout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("De lijst is goedgekeurd. Het wissen begint vanzelf, binnen een paar minuten."))
    return redirect("web:wislijst", ronde_id)


@require_POST
@met_actor
def wislijst_intrekken(request: HttpRequest, actor: Actor, ronde_id: UUID) -> HttpResponse:
    """Withdraw a list: nothing on it is erased."""
    try:
        trek_wissen_in(actor=actor, ronde_id=ronde_id)
    except Invoerfout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("De lijst is ingetrokken. Er wordt niets van gewist."))
    return redirect("web:wislijst", ronde_id)


@require_http_methods(["GET", "POST"])
@met_actor
def wisverzoek(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Propose to erase a part of one dossier because the employee asks it."""
    _weiger_zonder(actor, Handeling.WISSEN_VOORSTELLEN)

    def doe(form: WisverzoekForm) -> str:
        gegeven = form.cleaned_data
        kenmerk, deel = lees_kenmerk(gegeven["kenmerk"]), Vaksoort(gegeven["deel"])
        ronde = stel_wissen_op_verzoek_voor(actor=actor, kenmerk=kenmerk, deel=deel, verzoek=form.verzoek())
        return reverse("web:wislijst", args=[ronde.pk])

    blad = Blad(
        kop=_("Wissen op verzoek van de werknemer"),
        knop=_("Leg het verzoek vast"),
        klaar=_("Het verzoek is vastgelegd. Gaat het deel weg? Dan keurt een ander dat eerst goed."),
        terug=reverse("web:bewaren"),
        kruimels=_kruimels(_("Wissen op verzoek")),
        uitleg=_(
            "Een werknemer mag vragen om zijn gegevens te wissen. De wet noemt vijf redenen om dat niet te doen "
            "(AVG-17-3). Weeg dat eerst: wat u koos blijft bij het voorstel en op het bewijs staan. Wissen kan niet "
            "ongedaan worden gemaakt."
        ),
    )
    return formulierblad(request, blad, WisverzoekForm, doe)


@require_http_methods(["GET", "POST"])
@met_actor
def eigen_termijn(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Choose another term than usual for a part, with the reason."""
    _weiger_zonder(actor, Handeling.BEWAARTERMIJN_KIEZEN)

    def doe(form: EigenTermijnForm) -> str:
        kies_bewaartermijn(actor=actor, **form.cleaned_data)
        return reverse("web:bewaren")

    blad = Blad(
        kop=_("Een eigen bewaartermijn kiezen"),
        knop=_("Bewaar deze termijn"),
        klaar=_("De termijn is gewijzigd."),
        terug=reverse("web:bewaren"),
        kruimels=_kruimels(_("Eigen termijn")),
        uitleg=_("Korter of langer kan alleen waar de wet het toelaat, en met een reden."),
    )
    return formulierblad(request, blad, EigenTermijnForm, doe)


@met_actor
def wisbewijs_pdf(request: HttpRequest, actor: Actor, wissing_id: UUID) -> HttpResponse:
    """Give the proof of an erasure on paper."""
    del request
    wissing = queries.wissing_voor(actor, wissing_id)
    koppen = {"Content-Disposition": f'attachment; filename="wissen-{wissing.kenmerk}.pdf"', **_NIET_BEWAREN}
    return HttpResponse(maak_pdf(als_stuk(wissing)), content_type="application/pdf", headers=koppen)


@met_actor
def wisbewijs_json(request: HttpRequest, actor: Actor, wissing_id: UUID) -> HttpResponse:
    """Give the proof of an erasure for a computer."""
    del request
    wissing = queries.wissing_voor(actor, wissing_id)
    koppen = {"Content-Disposition": f'attachment; filename="wissen-{wissing.kenmerk}.json"', **_NIET_BEWAREN}
    return JsonResponse(als_json(wissing), headers=koppen)


@met_actor
def dossier_bewaren(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show until when this dossier stays, and what holds it."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.BEWAARTERMIJN)
    context = {
        "kop": dossierkop(actor, dossier, "dossier_bewaren"),
        "kruimels": kruimels(actor, dossier, _("Bewaren")),
        "delen": queries.delen_van(actor, dossier),
        "blokkades": queries.blokkades_van(actor, dossier),
        "mag_blokkeren": mag(actor.rol, Handeling.BLOKKEREN, Deel.BEWAARTERMIJN),
    }
    return render(request, "web/dossier_bewaren.html", context)


@require_http_methods(["GET", "POST"])
@met_actor
def blokkade_nieuw(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Hold a dossier past its term."""
    dossier = dossier_voor(actor, kenmerk, Deel.BEWAARTERMIJN, Handeling.BLOKKEREN)
    terug = reverse("web:dossier_bewaren", args=[kenmerk])

    def doe(form: BlokkadeForm) -> str:
        gegeven = {**form.cleaned_data, "grond": Blokkadegrond(form.cleaned_data["grond"])}
        blokkeer_wissen(dossier=dossier, actor=actor, **gegeven)
        return terug

    blad = Blad(
        kop=_("Wissen tegenhouden"),
        knop=_("Houd dit dossier vast"),
        klaar=_("Zolang dit loopt, wordt dit niet gewist."),
        terug=terug,
        kruimels=kruimels(actor, dossier, _("Bewaren")),
        onder_kop=naam_van(actor, dossier),
    )
    delen = BLOKKEERT[actor.rol]
    begin = {"vanaf": vandaag()}
    return formulierblad(request, blad, lambda gegevens: BlokkadeForm(gegevens, delen=delen, initial=begin), doe)


@require_POST
@met_actor
def blokkade_herzien(request: HttpRequest, actor: Actor, kenmerk: str, blokkade_id: UUID) -> HttpResponse:
    """Say that a hold is still needed."""
    dossier = dossier_voor(actor, kenmerk, Deel.BEWAARTERMIJN, Handeling.BLOKKEREN)
    try:
        blokkade = herzie_blokkade(dossier=dossier, actor=actor, blokkade_id=blokkade_id)
    except Invoerfout as fout:
        messages.error(request, fout.melding)
    else:
        weer = datum(queries.bekijken_op(blokkade))
        messages.success(
            request, _("Dit dossier blijft vast. Kijk op %(dag)s opnieuw of dat nog nodig is.") % {"dag": weer}
        )
    return redirect("web:dossier_bewaren", kenmerk)


@require_POST
@met_actor
def blokkade_beeindigen(request: HttpRequest, actor: Actor, kenmerk: str, blokkade_id: UUID) -> HttpResponse:
    """End a hold."""
    dossier = dossier_voor(actor, kenmerk, Deel.BEWAARTERMIJN, Handeling.BLOKKEREN)
    try:
        beeindig_blokkade(dossier=dossier, actor=actor, blokkade_id=blokkade_id)
    except Invoerfout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("De blokkade is beëindigd. De bewaartermijn telt weer."))
    return redirect("web:dossier_bewaren", kenmerk)


def _weiger_zonder(actor: Actor, handeling: Handeling) -> None:
    if actor.organisatie_id is None or not mag(actor.rol, handeling, Deel.BEWAREN):
        raise PermissionDenied


def _kruimels(hier: str) -> tuple[tuple[str, str], ...]:
    return ((_("Bewaren en wissen"), reverse("web:bewaren")), (hier, ""))

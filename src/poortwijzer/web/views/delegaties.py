"""The tasks that a bedrijfsarts leaves to somebody: who may do what, from when until when."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from poortwijzer.accounts.queries import mensen_met_rol
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.actions import Invoerfout, delegeer, trek_delegatie_in
from poortwijzer.dossiers.queries.betrokkenen import delegaties as delegaties_van
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delegatie import Deeltaak
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels, naam_van
from poortwijzer.web.forms.delegatie import DelegatieForm
from poortwijzer.web.formulierblad import Blad, formulierblad
from poortwijzer.web.toegangspoort import dossier_voor


@met_actor
def delegaties(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show who does tasks of the bedrijfsarts on this dossier, and did."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.DELEGATIES)
    context = {
        "kop": dossierkop(actor, dossier, "medisch"),
        "kruimels": kruimels(actor, dossier, _("Taken van de bedrijfsarts")),
        "delegaties": delegaties_van(dossier),
        "mag_delegeren": mag(actor.rol, Handeling.DELEGEREN, Deel.DELEGATIES),
    }
    return render(request, "web/delegaties.html", context)


@met_actor
def delegeren(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Leave tasks to a colleague, until a day."""
    dossier = dossier_voor(actor, kenmerk, Deel.DELEGATIES, Handeling.DELEGEREN)
    blad = Blad(
        kop=_("Taken uitbesteden"),
        knop=_("Besteed uit"),
        klaar=_("Deze persoon kan de gekozen taken nu doen, onder uw verantwoordelijkheid."),
        terug=reverse("web:delegaties", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, _("Taken uitbesteden")),
        onder_kop=naam_van(actor, dossier),
        uitleg=_("Het oordeel blijft van u: vaststellen, advies geven en taken uitbesteden kan deze persoon niet."),
    )

    def maak(velden: QueryDict | None) -> DelegatieForm:
        collegas = mensen_met_rol(rol=actor.rol, organisatie_ids=[actor.organisatie_id])
        return DelegatieForm(velden, mensen=[p for p in collegas if p.gebruiker_id != actor.gebruiker_id])

    def doe(form: DelegatieForm) -> str:
        gegeven = form.cleaned_data
        delegeer(
            dossier=dossier,
            actor=actor,
            gedelegeerde_id=UUID(gegeven["wie"]),
            taken=[Deeltaak(taak) for taak in gegeven["taken"]],
            tot=gegeven["tot"],
        )
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@require_POST
@met_actor
def intrekken(request: HttpRequest, actor: Actor, kenmerk: str, delegatie_id: UUID) -> HttpResponse:
    """Take tasks back from today on."""
    dossier = dossier_voor(actor, kenmerk, Deel.DELEGATIES, Handeling.DELEGEREN)
    try:
        trek_delegatie_in(dossier=dossier, actor=actor, delegatie_id=delegatie_id)
    except Invoerfout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("Deze persoon kan de taken niet meer doen."))
    return redirect("web:delegaties", kenmerk)

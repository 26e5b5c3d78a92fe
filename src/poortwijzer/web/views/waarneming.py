"""Cover during leave: which runs, arranging it, and ending it early."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from poortwijzer.accounts.queries import Persoon, mensen_met_rol
from poortwijzer.dossiers.actions import beeindig_waarneming, regel_waarneming
from poortwijzer.dossiers.queries.waarneming import waarnemingen as lopende
from poortwijzer.dossiers.waarneming import TE_GEVEN, mag_regelen, regelt_voor_allen
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.forms.waarneming import WaarnemingForm
from poortwijzer.web.formulierblad import Blad, formulierblad


@met_actor
def waarnemingen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show who covers for whom, as far as this person has to do with it."""
    _alleen_wie_regelt(actor)
    return render(request, "web/waarneming.html", {"waarnemingen": lopende(actor)})


@met_actor
def regelen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Arrange cover."""
    _alleen_wie_regelt(actor)
    terug = reverse("web:waarneming")
    blad = Blad(
        kop=_("Waarneming regelen"),
        knop=_("Leg vast"),
        klaar=_("De waarneming staat vast. Zij eindigt vanzelf."),
        terug=terug,
        kruimels=((_("Waarneming"), terug), (_("Waarneming regelen"), "")),
        uitleg=_("De werknemers zien in hun dossier wie waarneemt, voor wie en tot wanneer."),
    )

    def maak(velden: QueryDict | None) -> WaarnemingForm:
        rollen = sorted(TE_GEVEN) if regelt_voor_allen(actor) else [actor.rol]
        mensen = [p for rol in rollen for p in mensen_met_rol(rol=Rol(rol), organisatie_ids=[actor.organisatie_id])]
        zelf = None if regelt_voor_allen(actor) else _zelf(actor)
        return WaarnemingForm(velden, mensen=mensen, zelf=zelf)

    def doe(form: WaarnemingForm) -> str:
        regel_waarneming(actor=actor, **form.keuze())
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@require_POST
@met_actor
def beeindigen(request: HttpRequest, actor: Actor, waarneming_id: UUID) -> HttpResponse:
    """End a cover today."""
    beeindig_waarneming(actor=actor, waarneming_id=waarneming_id)
    messages.success(request, _("De waarneming is beëindigd."))
    return redirect("web:waarneming")


def _zelf(actor: Actor) -> Persoon:
    return Persoon(gebruiker_id=actor.gebruiker_id, naam=actor.naam, rol=actor.rol)


def _alleen_wie_regelt(actor: Actor) -> None:
    if not mag_regelen(actor):
        raise PermissionDenied(_("In uw rol regelt u geen waarneming."))

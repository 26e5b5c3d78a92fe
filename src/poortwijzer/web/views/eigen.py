"""What the employee takes along: all that is kept about him on one page, and everything as files."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from poortwijzer import audit
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.queries.eigen import eigen_gegevens
from poortwijzer.dossiers.queries.uitvoer import uitvoer
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.lib.zipstroom import zip_stroom
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels

# Making a file of everything is work, and nobody needs it more often.
MEESTE_KEREN, IN = 5, timedelta(hours=1)


@met_actor
def gegevens(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show what is kept about the employee besides what the other pages show."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.EIGEN_GEGEVENS)
    context = {
        "kop": dossierkop(actor, dossier, "eigen_gegevens"),
        "kruimels": kruimels(actor, dossier, _("Mijn gegevens")),
        "eigen": eigen_gegevens(actor, dossier),
        "mag_downloaden": mag(actor.rol, Handeling.DOWNLOADEN, Deel.EIGEN_GEGEVENS),
    }
    return render(request, "web/eigen_gegevens.html", context)


@require_POST
@met_actor
def downloaden(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponseBase:
    """Give everything of this dossier as one ZIP, made while it is sent; its name tells nothing about anybody."""
    if audit.aantal_keer(actor.gebruiker_id, Handeling.DOWNLOADEN, sinds=nu() - IN) >= MEESTE_KEREN:
        access_dossier(actor, kenmerk, deel=Deel.EIGEN_GEGEVENS)
        messages.error(request, _("U heeft dit al een paar keer gedownload. Probeer het over een uur weer."))
        return redirect("web:eigen_gegevens", kenmerk)
    dossier = access_dossier(actor, kenmerk, deel=Deel.EIGEN_GEGEVENS, handeling=Handeling.DOWNLOADEN)
    over: dict[str, object] = {
        "wat": _("Alles van dit dossier dat u mag zien. Bij elk bestand staat hoe u nagaat dat het heel is."),
        "kenmerk": dossier.kenmerk,
        "rol": str(actor.rol),
        "versie": 1,
    }
    stroom = zip_stroom(uitvoer(actor, dossier), gemaakt_op=nu(), over=over)
    naam = f"poortwijzer-{vandaag().isoformat()}.zip"
    koppen = {"Content-Disposition": f'attachment; filename="{naam}"', "Cache-Control": "private, no-store"}
    return StreamingHttpResponse(stroom, content_type="application/zip", headers=koppen)

"""The re-integratieverslag: what is there, who must still say or supply what, and everything in one move."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from poortwijzer.documenten.bundel import maak_bundel
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.queries.verslagblad import verslagbeeld, verslagstukken
from poortwijzer.dossiers.verslagbundel import concept_reden, standen, titel_van, verslagbundel
from poortwijzer.dossiers.verslagmap import verslagmap
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.lib.zipstroom import zip_stroom
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels
from poortwijzer.web.papier import papier


@met_actor
def verslag(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show the parts a to l with how each stands, and what both parties said."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.REINTEGRATIEVERSLAG)
    beeld = verslagbeeld(actor, dossier)
    context = {
        "kop": dossierkop(actor, dossier, "verslag"),
        "kruimels": kruimels(actor, dossier, _("Re-integratieverslag")),
        "beeld": beeld,
        "groepen": [(titel_van(groep), groep) for groep in beeld.groepen],
        "standen": standen(beeld),
        "concept_reden": concept_reden(beeld),
        "vandaag": vandaag(),
        "leest_medisch": mag(actor.rol, Handeling.INZIEN, Deel.MEDISCH_DOSSIER)
        and Deel.MEDISCH_DOSSIER not in dossier.gesloten_delen,
    }
    return render(request, "web/verslag.html", context)


@met_actor
def pdf(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Give the report as one PDF; as long as not both parties were asked, every page of it says that it is a draft."""
    del request
    dossier = access_dossier(actor, kenmerk, deel=Deel.REINTEGRATIEVERSLAG, doel="verslag als pdf")
    bundel = verslagbundel(actor, dossier, verslagbeeld(actor, dossier), verslagstukken(actor, dossier))
    return papier(maak_bundel(bundel), f"re-integratieverslag-{kenmerk}-{vandaag().isoformat()}.pdf")


@met_actor
def map_(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponseBase:
    """Give the report as a ZIP: the PDF, each document as PDF and DOCX, and the files from outside, in order."""
    del request
    dossier = access_dossier(actor, kenmerk, deel=Deel.REINTEGRATIEVERSLAG, doel="verslag als zip")
    beeld, stukken = verslagbeeld(actor, dossier), verslagstukken(actor, dossier)
    bestanden = verslagmap(actor, dossier, verslagbundel(actor, dossier, beeld, stukken), stukken)
    over: dict[str, object] = {
        "wat": _("Het re-integratieverslag, zoals u het mag lezen, op volgorde van de onderdelen."),
        "kenmerk": kenmerk,
        "rol": str(actor.rol),
        "is_concept": not beeld.is_definitief,
        "versie": 1,
    }
    stroom = zip_stroom(bestanden, gemaakt_op=nu(), over=over)
    koppen = {
        "Content-Disposition": f'attachment; filename="re-integratieverslag-{kenmerk}-{vandaag().isoformat()}.zip"',
        "Cache-Control": "private, no-store",
    }
    return StreamingHttpResponse(stroom, content_type="application/zip", headers=koppen)

"""The re-integratieverslag: what is there, who must still say or supply what, and everything in one move."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from poortwijzer.documenten.bundel import Bundel, maak_bundel
from poortwijzer.documenten.gegevens import Stukgegevens
from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.beelden.verslag import Verslagbeeld
from poortwijzer.dossiers.queries.verslagblad import verslagbeeld
from poortwijzer.dossiers.verslagbundel import (
    concept_reden,
    kwijt_in_woorden,
    nieuwer_in_woorden,
    standen,
    titel_van,
    verslagbundel,
    verslagpapier,
)
from poortwijzer.dossiers.verslaginhoud import Verslaginhoud, verslaginhoud
from poortwijzer.dossiers.verslagmap import lijst_van, verslagmap
from poortwijzer.lib.klok import nu, vandaag
from poortwijzer.lib.zipstroom import zip_stroom
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels
from poortwijzer.web.papier import papier

VOORBLAD = "voorblad"  # in the address of a report that was frozen before


@met_actor
def verslag(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Show the parts a to l with how each stands, and what both parties said."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.REINTEGRATIEVERSLAG)
    beeld = verslagbeeld(actor, dossier, verslaginhoud(actor, dossier))
    context = {
        "kop": dossierkop(actor, dossier, "verslag"),
        "kruimels": kruimels(actor, dossier, _("Re-integratieverslag")),
        "beeld": beeld,
        "groepen": [(titel_van(groep), groep) for groep in beeld.groepen],
        "standen": standen(beeld),
        "concept_reden": concept_reden(beeld),
        "nieuwer": list(nieuwer_in_woorden(beeld)),
        "kwijt": list(map(kwijt_in_woorden, beeld.kwijt)),
        "vandaag": vandaag(),
        "leest_medisch": mag(actor.rol, Handeling.INZIEN, Deel.MEDISCH_DOSSIER)
        and Deel.MEDISCH_DOSSIER not in dossier.gesloten_delen,
    }
    return render(request, "web/verslag.html", context)


@met_actor
def pdf(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Give the report as one PDF; as long as not both parties were asked, every page of it says that it is a draft."""
    bundel, *_rest = _gevraagd_verslag(request, actor, kenmerk, doel="verslag als pdf")
    return papier(maak_bundel(bundel), f"re-integratieverslag-{kenmerk}-{vandaag().isoformat()}.pdf")


@met_actor
def map_(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponseBase:
    """Give the report as a ZIP: the PDF, each document as PDF and DOCX, and the files from outside, in order.

    Of a frozen report the same files every time, byte for byte, as long as nothing newer is there to warn of.
    """
    bundel, beeld, inhoud, bladen = _gevraagd_verslag(request, actor, kenmerk, doel="verslag als zip")
    over: dict[str, object] = {
        "wat": _("Het re-integratieverslag, zoals u het mag lezen, op volgorde van de onderdelen."),
        "kenmerk": kenmerk,
        "rol": str(actor.rol),
        "is_concept": not beeld.is_definitief,
        "ligt_vast_sinds": _tijd(beeld.vast_op),
        "documenten": lijst_van(inhoud),
        "nieuwer": list(nieuwer_in_woorden(beeld)),
        "versie": 2,
    }
    stroom = zip_stroom(verslagmap(bundel, inhoud, bladen), gemaakt_op=beeld.vast_op or nu(), over=over)
    koppen = {
        "Content-Disposition": f'attachment; filename="re-integratieverslag-{kenmerk}-{vandaag().isoformat()}.zip"',
        "Cache-Control": "private, no-store",
    }
    return StreamingHttpResponse(stroom, content_type="application/zip", headers=koppen)


def _gevraagd_verslag(
    request: HttpRequest, actor: Actor, kenmerk: str, *, doel: str
) -> tuple[Bundel, Verslagbeeld, Verslaginhoud, Mapping[UUID, Stukgegevens]]:
    """Open the report that the address asks for: the one of now, or the frozen one with this front page."""
    dossier = access_dossier(actor, kenmerk, deel=Deel.REINTEGRATIEVERSLAG, doel=doel)
    inhoud = verslaginhoud(actor, dossier, _voorblad(request))
    beeld = verslagbeeld(actor, dossier, inhoud)
    bladen = verslagpapier(actor, dossier, inhoud)
    return verslagbundel(actor, dossier, beeld, bladen), beeld, inhoud, bladen


def _voorblad(request: HttpRequest) -> UUID | None:
    gevraagd = request.GET.get(VOORBLAD)
    try:
        return UUID(gevraagd) if gevraagd else None
    except ValueError as fout:
        raise Http404 from fout


def _tijd(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()

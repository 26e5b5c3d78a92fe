"""The page for what is not allowed; who can do something about it is told what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import ResolverMatch, reverse
from django.views.defaults import permission_denied

from poortwijzer.dossiers.access import GeenToegang, NietBevestigd
from poortwijzer.dossiers.queries.betrokkenen import kenmerk_van
from poortwijzer.dossiers.queries.vragenblad import krijgt_vragen
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol

# What the two parties look at together; the others hear it from them.
_VAN_DE_PARTIJEN = frozenset({"stand", "portefeuille", "portefeuille_bestand", "verslag", "verslag_pdf", "verslag_zip"})


def geen_toegang(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Give the page: Django's `handler403`."""
    if isinstance(exception, NietBevestigd) and exception.weigering.dossier_id is not None:
        # Not every address names the dossier: a task is an address of its own.
        context = {"exception": str(exception), "kenmerk": kenmerk_van(exception.weigering.dossier_id)}
        return render(request, "403_bevestigen.html", context, status=403)
    gevonden = request.resolver_match
    if isinstance(exception, GeenToegang) and gevonden is not None and gevonden.url_name in _VAN_DE_PARTIJEN:
        verder = _verder(gevonden, exception.weigering.actor.rol)
        return render(request, "403.html", {"exception": str(exception), **verder}, status=403)
    return permission_denied(request, exception)


def _verder(gevonden: ResolverMatch, rol: Rol) -> dict[str, str | bool]:
    """Give where this role can go on in the dossier of the address; who does not know it gets another page."""
    kenmerk = gevonden.kwargs.get("kenmerk")
    opent = kenmerk is not None and mag(rol, Handeling.INZIEN, Deel.TIJDLIJN)
    return {
        "is_van_partijen": True,
        "dossier_adres": reverse("web:dossier", args=[kenmerk]) if opent else "",
        "vragen_adres": reverse("web:gegevens", args=[kenmerk]) if opent and krijgt_vragen(rol) else "",
    }

"""Before something is shared: what another role sees of a dossier, or of one document. It is one's own reading.

Nothing here widens anything: the page is made of what the viewer may read himself, and the policy of the other role
only takes away from that.
"""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from poortwijzer.dossiers.access import access_dossier
from poortwijzer.dossiers.meekijken import als_rol, ziet_stuk
from poortwijzer.dossiers.queries import dossierbeeld
from poortwijzer.dossiers.stukken import access_stuk
from poortwijzer.formulieren.scherm import Sectiebeeld
from poortwijzer.lib.datums import gettext
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import leesbare_delen
from poortwijzer.toegang.delen import DOSSIERINHOUD, Deel
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import dossierkop, kruimels
from poortwijzer.web.stukblad import kruimels_naar
from poortwijzer.web.stuklezen import leessecties


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolkeuze:
    """A role to look as."""

    label: str
    adres: str
    is_hier: bool


@met_actor
def dossier(request: HttpRequest, actor: Actor, kenmerk: str, rol: str) -> HttpResponse:
    """Show which parts, facts and documents of those that this actor reads another role reads too."""
    ander = _rol(actor, rol)
    geopend = access_dossier(actor, kenmerk, deel=Deel.TIJDLIJN, doel=f"als {ander}")
    beeld = als_rol(dossierbeeld(actor, geopend), ander)
    eigen = leesbare_delen(actor.rol) & DOSSIERINHOUD
    context = {
        "kop": dossierkop(actor, geopend, "dossier"),
        "kruimels": kruimels(actor, geopend, _("Meekijken")),
        "rol": ander,
        "rollen": _rolkeuzes(actor, ander, "web:kijk_als", kenmerk),
        "wel": [deel.label for deel in Deel if deel in eigen & leesbare_delen(ander)],
        "niet": [deel.label for deel in Deel if deel in eigen - leesbare_delen(ander)],
        "beeld": beeld,
    }
    return render(request, "web/kijk_als.html", context)


@met_actor
def stuk(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID, rol: str) -> HttpResponse:
    """Show what another role reads of a document that this actor reads; of a draft, once it is frozen."""
    ander = _rol(actor, rol)
    geopend, gevonden = access_stuk(actor, kenmerk, stuk_id, als=str(ander))
    secties: tuple[Sectiebeeld, ...] = ()
    if ziet_stuk(ander, gevonden.soort):
        secties = leessecties(gevonden, actor.rol, ook=ander)
    context = {
        "dossier": geopend,
        "stuk": gevonden,
        "titel": gettext(gevonden.vorm.titel),
        "kruimels": kruimels_naar(actor, geopend, gevonden, _("Meekijken")),
        "rol": ander,
        "rollen": _rolkeuzes(actor, ander, "web:kijk_als_stuk", kenmerk, stuk_id),
        "secties": secties,
        "ziet": ziet_stuk(ander, gevonden.soort),
    }
    return render(request, "web/kijk_als_stuk.html", context)


def _keuzes(actor: Actor) -> tuple[Rol, ...]:
    """Give the roles to look as: every other that reads anything of a dossier."""
    return tuple(rol for rol in Rol if rol is not actor.rol and leesbare_delen(rol) & DOSSIERINHOUD)


def _rol(actor: Actor, rol: str) -> Rol:
    if rol not in _keuzes(actor):
        raise Http404
    return Rol(rol)


def _rolkeuzes(actor: Actor, hier: Rol, naam: str, *waar: object) -> tuple[Rolkeuze, ...]:
    return tuple(
        Rolkeuze(label=str(rol.label), adres=reverse(naam, args=[*waar, rol]), is_hier=rol is hier)
        for rol in _keuzes(actor)
    )

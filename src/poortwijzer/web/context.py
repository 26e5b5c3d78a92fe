"""What every page needs to draw its frame: who is looking, in which role, and where they can go."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from poortwijzer.accounts.demo import demopersonen
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Menupunt:
    """One entry of the main menu."""

    naam: Promise
    adres: str
    is_hier: bool


def scherm(request: HttpRequest) -> dict[str, object]:
    """Give the frame of a page: main menu, the other roles of this person and today's date.

    For a visitor: the people of the demo to sign in as, where this is one.
    """
    actor = getattr(request, "actor", None)
    if actor is None:
        return {"hoofdmenu": (), "andere_rollen": (), "vandaag": vandaag(), "demopersonen": demopersonen()}
    hier = (actor.rol, actor.organisatie_id)
    keuzes = getattr(request, "rolkeuzes", ())
    return {
        "hoofdmenu": tuple(_menu(actor, request.path)),
        "andere_rollen": [keuze for keuze in keuzes if (keuze.rol, keuze.organisatie_id) != hier],
        "vandaag": vandaag(),
    }


def _menu(actor: Actor, pad: str) -> Iterator[Menupunt]:
    def punt(naam: Promise, adres: str) -> Menupunt:
        return Menupunt(naam=naam, adres=adres, is_hier=pad.startswith(adres))

    if mag(actor.rol, Handeling.INZIEN, Deel.TAKEN):
        yield punt(_("Mijn werk"), reverse("web:werk"))
    if any(mag(actor.rol, Handeling.INZIEN, deel) for deel in (Deel.TIJDLIJN, Deel.LEESLOG)):
        eigen = actor.rol is Rol.WERKNEMER
        yield punt(_("Mijn dossier") if eigen else _("Dossiers"), reverse("web:dossiers"))
    if actor.rol is not Rol.WERKNEMER and mag(actor.rol, Handeling.INZIEN, Deel.OORDEEL):
        yield punt(_("Portefeuille"), reverse("web:portefeuille"))
    if mag(actor.rol, Handeling.INZIEN, Deel.TOEZICHT):
        yield punt(_("Toezicht"), reverse("web:toezicht"))
    if mag(actor.rol, Handeling.INZIEN, Deel.BEWAREN):
        yield punt(_("Bewaren"), reverse("web:bewaren"))
    if mag(actor.rol, Handeling.INZIEN, Deel.VERWERKINGEN):
        yield punt(_("Register"), reverse("web:verwerkingen"))
    if mag(actor.rol, Handeling.INZIEN, Deel.MEDEWERKERS):
        yield punt(_("Mensen"), reverse("account_uitnodigen"))
    if mag(actor.rol, Handeling.INZIEN, Deel.CONTRACTEN):
        yield punt(_("Contracten"), reverse("web:contracten"))
    yield punt(_("Normen"), reverse("web:normen"))

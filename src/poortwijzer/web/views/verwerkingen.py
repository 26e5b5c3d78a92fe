"""The register of processing of an organisation: on a page, and as a file for a spreadsheet."""

from collections.abc import Callable, Iterable
from dataclasses import asdict

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from poortwijzer.accounts.actions.leg_contact_vast import leg_contact_vast
from poortwijzer.accounts.contact import Contact, contactgegevens, organisatie_voor_contact
from poortwijzer.dossiers.queries.verwerkingen import Verwerkingsregister, verwerkingsregister
from poortwijzer.lib.csvtekst import csv_tekst
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.forms.contact import ContactForm
from poortwijzer.web.formulierblad import Blad, formulierblad


@met_actor
def verwerkingen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show what the organisation keeps about people, why, for how long and who receives it."""
    return render(
        request,
        "web/verwerkingen.html",
        {
            "register": verwerkingsregister(actor),
            "mag_contact": mag(actor.rol, Handeling.CONTACT_VASTLEGGEN, Deel.VERWERKINGEN),
        },
    )


@require_http_methods(["GET", "POST"])
@met_actor
def contact(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Say how to reach the organisation that answers for the data."""
    organisatie_id = organisatie_voor_contact(actor)

    def maak(velden: QueryDict | None) -> ContactForm:
        return ContactForm(velden, initial=asdict(contactgegevens(organisatie_id)))

    def doe(form: ContactForm) -> str:
        leg_contact_vast(actor=actor, gegevens=Contact(**form.cleaned_data))
        return reverse("web:verwerkingen")

    blad = Blad(
        kop=_("Hoe is uw organisatie te bereiken?"),
        knop=_("Bewaar"),
        klaar=_("De contactgegevens staan in het register."),
        terug=reverse("web:verwerkingen"),
        kruimels=((_("Register van verwerkingen"), reverse("web:verwerkingen")), (_("Contactgegevens"), "")),
        uitleg=_("Dit staat in het register van verwerkingen. De wet vraagt erom."),
    )
    return formulierblad(request, blad, maak, doe)


@met_actor
def bestand(request: HttpRequest, actor: Actor, wat: str) -> HttpResponse:
    """Give the same as CSV: the register, or every question by itself."""
    del request
    if wat not in _BESTANDEN:
        raise Http404
    register = verwerkingsregister(actor)
    naam = f"{wat}-{register.op.isoformat()}.csv"
    koppen = {"Content-Disposition": f'attachment; filename="{naam}"', "Cache-Control": "private, no-store"}
    return HttpResponse(_BESTANDEN[wat](register), content_type="text/csv; charset=utf-8", headers=koppen)


def _register(register: Verwerkingsregister) -> bytes:
    koppen = (
        _("verantwoordelijke"), _("contactgegevens"), _("functionaris gegevensbescherming"), _("verwerking"), _("doel"),
        _("grondslag"), _("waarom gezondheidsgegevens mogen"), _("wetten"), _("waarom nodig"), _("over wie"),
        _("welke gegevens"), _("soort gegevens"), _("wie het leest"), _("andere ontvangers"),
        _("buiten de Europese Unie"), _("hoe lang"), _("beveiliging"),
    )  # fmt: skip
    wie = _reeks(f"{fg.naam} ({fg.email})" for fg in register.functionarissen)
    waar = _reeks(register.contact) or _("nog niet ingevuld")
    maatregelen = " ".join(map(str, register.maatregelen))
    rijen = [
        (register.organisatie, waar, wie, rij.verwerking.titel,
         _reeks(sorted(doel.label for doel in rij.verwerking.doelen)),
         _reeks(grond.label for grond in rij.verwerking.grondslagen),
         _reeks(uitzondering.label for uitzondering in rij.verwerking.uitzonderingen) or _("geen gezondheidsgegevens"),
         rij.verwerking.grond, rij.verwerking.nodig, rij.verwerking.betrokkenen, rij.verwerking.gegevens,
         rij.verwerking.klasse.label, _reeks(rol.label for rol in rij.rollen), _reeks(rij.anderen),
         _("nee, niet door dit programma"), rij.bewaren, maatregelen)
        for rij in register.regels
    ]  # fmt: skip
    return csv_tekst(koppen, rijen)


def _vragen(register: Verwerkingsregister) -> bytes:
    koppen = (_("vraag"), _("document"), _("onderdeel"), _("doel"), _("soort gegevens"), _("wie het leest"))
    rijen = [
        (rij.vraag, rij.bron, rij.deel.label, _reeks(sorted(doel.label for doel in rij.doelen)), rij.klasse.label,
         _reeks(rol.label for rol in rij.lezers))
        for rij in register.gegevens
    ]  # fmt: skip
    return csv_tekst(koppen, rijen)


def _reeks(delen: Iterable[object]) -> str:
    return "; ".join(map(str, delen))


_BESTANDEN: dict[str, Callable[[Verwerkingsregister], bytes]] = {"verwerkingen": _register, "vragen": _vragen}

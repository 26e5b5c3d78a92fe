"""What parties say about a frozen document, and who received a copy."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from poortwijzer.dossiers.actions import leg_afschrift_vast, leg_feit_vast, reageer_op_stuk
from poortwijzer.dossiers.partijen import met_afschrift
from poortwijzer.dossiers.stukken import access_stuk
from poortwijzer.lib.datums import gettext
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.dossierkop import kruimels, naam_van
from poortwijzer.web.forms.stuk import AfschriftEldersForm, AfschriftForm, ReactieForm
from poortwijzer.web.formulierblad import Blad, formulierblad
from poortwijzer.web.toegangspoort import dossier_voor, stuk_voor


@met_actor
def reageren(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Agree, disagree in own words, or record that somebody cannot be reached."""
    dossier, stuk = access_stuk(actor, kenmerk, stuk_id)
    deel, titel = Deel(stuk.soort), gettext(stuk.vorm.titel)
    mag_eigen = mag(actor.rol, Handeling.STUK_REAGEREN, deel)
    mag_melden = mag(actor.rol, Handeling.STUK_VASTSTELLEN, deel)
    if not mag_melden:
        stuk_voor(actor, kenmerk, stuk_id, Handeling.STUK_REAGEREN)
    anderen = tuple(rol for rol in stuk.vorm.standpunten_van if mag_melden and rol is not actor.rol)
    blad = Blad(
        kop=_("Reageren op: %(titel)s") % {"titel": titel},
        knop=_("Verstuur"),
        klaar=_("Uw reactie staat bij het document."),
        terug=reverse("web:stuk", args=[kenmerk, stuk_id]),
        kruimels=kruimels(actor, dossier, titel),
        onder_kop=naam_van(actor, dossier),
    )

    def maak(velden: object) -> ReactieForm:
        is_werknemer = actor.rol is Rol.WERKNEMER
        return ReactieForm(velden, mag_eigen=mag_eigen, anderen=anderen, is_werknemer=is_werknemer)

    def doe(form: ReactieForm) -> str:
        gegeven = form.cleaned_data
        partij = Rol(gegeven["partij"]) if gegeven.get("partij") else None
        reageer_op_stuk(
            dossier=dossier,
            actor=actor,
            stuk_id=stuk_id,
            standpunt=gegeven["standpunt"],
            eigen_woorden=gegeven["eigen_woorden"],
            partij=partij,
        )
        return blad.terug

    return formulierblad(request, blad, maak, doe)


def afschrift_elders(request: HttpRequest, actor: Actor, kenmerk: str) -> HttpResponse:
    """Record that somebody received a copy of a document that has no page here: it was made elsewhere."""
    delen = met_afschrift(actor.rol)
    dossier = dossier_voor(actor, kenmerk, next(iter(delen), Deel.PLAN_VAN_AANPAK), Handeling.STUK_VASTSTELLEN)
    blad = Blad(
        kop=_("Afschrift van een document"),
        knop=_("Leg vast"),
        klaar=_("Het afschrift is vastgelegd."),
        terug=reverse("web:dossier", args=[kenmerk]),
        kruimels=kruimels(actor, dossier, _("Afschrift")),
        onder_kop=naam_van(actor, dossier),
        uitleg=_("Staat het document in Poortwijzer? Dan kan dit ook op het blad van dat document."),
    )

    def maak(velden: QueryDict | None) -> AfschriftEldersForm:
        return AfschriftEldersForm(velden, delen=delen, initial={"soort": Deel.PLAN_VAN_AANPAK})

    def doe(form: AfschriftEldersForm) -> str:
        gegeven = form.cleaned_data
        waarde = {**gegeven, "verstrekt_op": gegeven["verstrekt_op"].isoformat()}
        leg_feit_vast(dossier=dossier, actor=actor, naam="afschriften", waarde=waarde)
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@met_actor
def afschrift(request: HttpRequest, actor: Actor, kenmerk: str, stuk_id: UUID) -> HttpResponse:
    """Record that somebody received a copy of a document."""
    dossier, stuk = stuk_voor(actor, kenmerk, stuk_id, Handeling.STUK_VASTSTELLEN)
    titel = gettext(stuk.vorm.titel)
    blad = Blad(
        kop=_("Afschrift van: %(titel)s") % {"titel": titel},
        knop=_("Leg vast"),
        klaar=_("Het afschrift is vastgelegd."),
        terug=reverse("web:stuk", args=[kenmerk, stuk_id]),
        kruimels=kruimels(actor, dossier, titel),
        onder_kop=naam_van(actor, dossier),
    )

    def doe(form: AfschriftForm) -> str:
        leg_afschrift_vast(dossier=dossier, actor=actor, stuk_id=stuk_id, **form.cleaned_data)
        return blad.terug

    begin = {"verstrekt_op": vandaag()}
    return formulierblad(request, blad, lambda velden: AfschriftForm(velden, initial=begin), doe)

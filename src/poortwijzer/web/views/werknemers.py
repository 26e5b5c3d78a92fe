"""Employees of the own organisation: adding one, and which account sees the own dossiers."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from poortwijzer.accounts.queries import gebruiker_naam, mensen_met_rol
from poortwijzer.dossiers.actions import koppel_account, koppel_account_los, voeg_werknemer_toe
from poortwijzer.dossiers.queries import werknemer_voor_melding
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.forms.werknemer import AccountForm, LoskoppelForm, WerknemerForm
from poortwijzer.web.formulierblad import Blad, Leeg, formulierblad


@met_actor
def toevoegen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Add an employee."""
    _alleen_wie_mag(actor, Handeling.WERKNEMER_TOEVOEGEN)
    blad = Blad(
        kop=_("Werknemer toevoegen"),
        knop=_("Voeg toe"),
        klaar=_("De werknemer is toegevoegd."),
        terug=reverse("web:ziekmelden"),
        kruimels=((_("Ziek melden"), reverse("web:ziekmelden")), (_("Werknemer toevoegen"), "")),
    )

    def maak(velden: QueryDict | None) -> WerknemerForm:
        mensen = mensen_met_rol(rol=Rol.LEIDINGGEVENDE, organisatie_ids=[actor.organisatie_id])
        return WerknemerForm(velden, leidinggevenden=mensen)

    def doe(form: WerknemerForm) -> str:
        voeg_werknemer_toe(actor=actor, gegevens=form.gegevens())
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@met_actor
def account(request: HttpRequest, actor: Actor, werknemer_id: UUID) -> HttpResponse:
    """Give an employee the account that sees the own dossiers."""
    _alleen_wie_mag(actor, Handeling.ACCOUNT_KOPPELEN)
    werknemer = werknemer_voor_melding(actor, werknemer_id)
    if werknemer.gebruiker_id is not None and request.method != "POST":
        return redirect("web:werknemer_account_los", werknemer_id)
    blad = Blad(
        kop=_("Account koppelen"),
        knop=_("Koppel"),
        klaar=_("De werknemer ziet nu het eigen dossier. De medische delen openen met een code van de bedrijfsarts."),
        terug=reverse("web:ziekmelden"),
        kruimels=((_("Ziek melden"), reverse("web:ziekmelden")), (_("Account koppelen"), "")),
        onder_kop=werknemer.naam,
    )

    def maak(velden: QueryDict | None) -> AccountForm:
        return AccountForm(velden, mensen=mensen_met_rol(rol=Rol.WERKNEMER, organisatie_ids=[actor.organisatie_id]))

    def doe(form: AccountForm) -> str:
        gebruiker_id = UUID(form.cleaned_data["gebruiker_id"])
        koppel_account(actor=actor, werknemer_id=werknemer_id, gebruiker_id=gebruiker_id)
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@met_actor
def account_los(request: HttpRequest, actor: Actor, werknemer_id: UUID) -> HttpResponse:
    """Show which account is linked, and take it away when it is not of this employee."""
    _alleen_wie_mag(actor, Handeling.ACCOUNT_LOSKOPPELEN)
    werknemer = werknemer_voor_melding(actor, werknemer_id)
    gekoppeld = werknemer.gebruiker_id
    namen = gebruiker_naam([gekoppeld] if gekoppeld else [])
    blad = Blad(
        kop=_("Account van deze werknemer"),
        knop=_("Koppel dit account los"),
        klaar=_("Het account is losgekoppeld. Het opent geen dossier van deze werknemer meer."),
        terug=reverse("web:ziekmelden"),
        kruimels=((_("Ziek melden"), reverse("web:ziekmelden")), (_("Account"), "")),
        onder_kop=werknemer.naam,
        uitleg=_(
            "Aan deze werknemer is het account van %(naam)s gekoppeld. Is dat iemand anders? Koppel het account dan "
            "los. De persoon wordt overal afgemeld en krijgt een e-mail. Wat met dit account is vastgelegd, blijft "
            "staan met de naam erbij: kijk na of het klopt. Een ander account begint met een nieuwe code van de "
            "bedrijfsarts."
        )
        % {"naam": namen.get(gekoppeld, _("iemand")) if gekoppeld else ""},
        leeg=None
        if gekoppeld
        else Leeg(
            kop=_("Geen account"),
            tekst=_("Aan deze werknemer is nog geen account gekoppeld."),
            adres=reverse("web:werknemer_account", args=[werknemer_id]),
            knop=_("Account koppelen"),
        ),
    )

    def maak(velden: QueryDict | None) -> LoskoppelForm:
        return LoskoppelForm(velden, initial={"gebruiker_id": gekoppeld})

    def doe(form: LoskoppelForm) -> str:
        koppel_account_los(actor=actor, werknemer_id=werknemer_id, gebruiker_id=form.cleaned_data["gebruiker_id"])
        return blad.terug

    return formulierblad(request, blad, maak, doe)


def _alleen_wie_mag(actor: Actor, handeling: Handeling) -> None:
    if not mag(actor.rol, handeling, Deel.MEDEWERKERS):
        raise PermissionDenied(_("In uw rol voegt u geen mensen toe."))

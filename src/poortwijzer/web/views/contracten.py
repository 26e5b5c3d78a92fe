"""Contracts with other organisations: which there are, a new one, secrecy, and the end with what that ends."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from poortwijzer.accounts.actions.contracten import (
    bevestig_contract,
    eigen_contract,
    leg_contract_vast,
    leg_geheimhouding_vast,
)
from poortwijzer.accounts.contracten import contracten as contracten_van
from poortwijzer.accounts.contracten import opdrachtnemers
from poortwijzer.dossiers.actions import beeindig_contract, gevolgen_van_einde
from poortwijzer.lib.klok import vandaag
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.beleid import mag
from poortwijzer.toegang.delen import Deel, Handeling
from poortwijzer.toegang.diensten import Geheimhoudingsgrond
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.forms.contract import ContractForm, EindeForm, GeheimhoudingForm
from poortwijzer.web.formulierblad import Blad, formulierblad


@met_actor
def contracten(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the contracts of the organisation, on either side."""
    if not mag(actor.rol, Handeling.INZIEN, Deel.CONTRACTEN):
        raise PermissionDenied(_("In uw rol ziet u geen contracten."))
    context = {
        "contracten": contracten_van(actor),
        "mag_vastleggen": mag(actor.rol, Handeling.CONTRACT_VASTLEGGEN, Deel.CONTRACTEN),
        "mag_bevestigen": mag(actor.rol, Handeling.CONTRACT_BEVESTIGEN, Deel.CONTRACTEN),
    }
    return render(request, "web/contracten.html", context)


@met_actor
def contract_nieuw(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Record a contract."""
    if not mag(actor.rol, Handeling.CONTRACT_VASTLEGGEN, Deel.CONTRACTEN):
        raise PermissionDenied(_("In uw rol legt u geen contracten vast."))
    blad = _blad(
        _("Contract vastleggen"),
        _("Leg vast"),
        _("Het contract is vastgelegd. De andere organisatie moet het nog bevestigen."),
    )

    def maak(velden: QueryDict | None) -> ContractForm:
        return ContractForm(velden, organisaties=opdrachtnemers(), initial={"vanaf": vandaag()})

    def doe(form: ContractForm) -> str:
        leg_contract_vast(actor=actor, gegevens=form.gegevens())
        return blad.terug

    return formulierblad(request, blad, maak, doe)


@met_actor
def contract_geheimhouding(request: HttpRequest, actor: Actor, contract_id: UUID) -> HttpResponse:
    """Record what binds the other organisation to secrecy."""
    eigen_contract(actor, contract_id, lock=False)
    blad = _blad(_("Geheimhouding vastleggen"), _("Leg vast"), _("De geheimhouding is vastgelegd."))

    def doe(form: GeheimhoudingForm) -> str:
        gegeven = form.cleaned_data
        leg_geheimhouding_vast(
            actor=actor,
            contract_id=contract_id,
            grond=Geheimhoudingsgrond(gegeven["grond"]),
            op=gegeven["op"],
            kenmerk=gegeven["kenmerk"],
        )
        return blad.terug

    return formulierblad(request, blad, GeheimhoudingForm, doe)


@require_POST
@met_actor
def contract_bevestigen(request: HttpRequest, actor: Actor, contract_id: UUID) -> HttpResponse:
    """Confirm a contract for the organisation that works under it."""
    try:
        bevestig_contract(actor=actor, contract_id=contract_id)
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    else:
        messages.success(request, _("U hebt het contract bevestigd. Het opent nu dossiers."))
    return redirect("web:contracten")


@met_actor
def contract_beeindigen(request: HttpRequest, actor: Actor, contract_id: UUID) -> HttpResponse:
    """Show what the end of a contract ends, and end it."""
    gevolgen = gevolgen_van_einde(actor=actor, contract_id=contract_id, tot=vandaag())
    blad = _blad(
        _("Contract beëindigen"),
        _("Beëindig het contract"),
        _("Het contract is beëindigd. Vanaf die dag opent het geen dossiers meer."),
        sjabloon="web/contract_einde.html",
        extra={"gevolgen": gevolgen, "per_rol": [(rol.label, aantal) for rol, aantal in gevolgen.per_rol.items()]},
    )

    def maak(velden: QueryDict | None) -> EindeForm:
        return EindeForm(velden, initial={"tot": vandaag()})

    def doe(form: EindeForm) -> str:
        beeindig_contract(actor=actor, contract_id=contract_id, tot=form.cleaned_data["tot"])
        return blad.terug

    return formulierblad(request, blad, maak, doe)


def _blad(kop: str, knop: str, klaar: str, **rest: object) -> Blad:
    terug = reverse("web:contracten")
    kruimels = ((_("Contracten"), terug), (kop, ""))
    return Blad(kop=kop, knop=knop, klaar=klaar, terug=terug, kruimels=kruimels, **rest)  # type: ignore[arg-type]  # words and template of one page

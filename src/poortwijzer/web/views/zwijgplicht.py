"""Recording what binds the employer's own people to secrecy."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from poortwijzer.accounts.actions.leg_zwijgplicht_vast import leg_zwijgplicht_vast
from poortwijzer.accounts.geheimhouding import zwijgplicht_voor
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.diensten import Geheimhoudingsgrond
from poortwijzer.web.aangemeld import met_actor
from poortwijzer.web.forms.mensen import ZwijgplichtForm
from poortwijzer.web.formulierblad import Blad, formulierblad


@met_actor
def zwijgplicht(request: HttpRequest, actor: Actor, rolvervulling_id: UUID) -> HttpResponse:
    """Record by what, and since which day, somebody of the own employer is bound to secrecy."""
    van = zwijgplicht_voor(actor, rolvervulling_id)
    if van is None:
        raise PermissionDenied(_("Van deze rol legt u geen geheimhouding vast."))
    blad = Blad(
        kop=_("Geheimhouding"),
        knop=_("Leg vast"),
        klaar=_("De geheimhouding is vastgelegd."),
        terug=reverse("account_uitnodigen"),
        kruimels=((_("Mensen"), reverse("account_uitnodigen")), (_("Geheimhouding"), "")),
        onder_kop=f"{van.naam} · {van.rol.label}",
        uitleg=_(
            "Wie gegevens over zieke werknemers leest, moet daarover zwijgen (AVG-30-4). Leg hier vast waar die plicht "
            "uit komt. Het opent of sluit niets."
        ),
    )

    def doe(form: ZwijgplichtForm) -> str:
        grond = Geheimhoudingsgrond(form.cleaned_data["grond"])
        leg_zwijgplicht_vast(actor=actor, rolvervulling_id=rolvervulling_id, grond=grond, op=form.cleaned_data["op"])
        return blad.terug

    begin = {"grond": van.grond, "op": van.op}
    return formulierblad(request, blad, lambda velden: ZwijgplichtForm(velden, initial=begin), doe)

"""What this role can let a visitor do, as the choices of a form."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from poortwijzer.dossiers.queries.gasten import te_delen_stukken
from poortwijzer.dossiers.queries.toestemmingen import toestemmingen
from poortwijzer.lib.datums import datum
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import VOOR_GAST
from poortwijzer.web.forms.gast import GastlinkForm, GastlinkMetToestemmingForm
from poortwijzer.web.formulierblad import Leeg

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier

GEEN_STUK = Leeg(
    kop=gettext_lazy("Er is nog niets om te laten lezen"),
    tekst=gettext_lazy("Een gast leest alleen een document dat is vastgesteld. Zodra dat er is, kiest u het hier."),
    beeld="file-text",
)


def niets_te_kiezen(actor: Actor, dossier: "Dossier", form: GastlinkForm | GastlinkMetToestemmingForm) -> Leeg | None:
    """Give why there is nothing to make a link of, and what to do about it; None when there is something to choose."""
    if isinstance(form, GastlinkForm):
        return None if form.heeft_keuze else GEEN_STUK
    if form.toestemmingen:
        return None
    vragen = Leeg(
        kop=_("De werknemer heeft nog niets goedgevonden"),
        tekst=_("Een link kan alleen voor wat de werknemer goed vindt. Vraag dat eerst. Daarna maakt u hier de link."),
        adres=reverse("web:toestemming_vragen", args=[dossier.kenmerk]),
        knop=_("Vraag toestemming"),
    )
    gevraagd = [wat for wat in toestemmingen(actor, dossier) if wat.doel in VOOR_GAST.values()]
    if all(wat.stand for wat in gevraagd):
        return vragen
    return Leeg(
        kop=_("De werknemer heeft nog niet geantwoord"),
        tekst=_("U vroeg al toestemming. Zegt de werknemer ja, dan maakt u hier de link."),
        adres=reverse("web:toestemmingen", args=[dossier.kenmerk]),
        knop=_("Bekijk wat u vroeg"),
        beeld="clock",
    )


def linkform(actor: Actor, dossier: "Dossier", velden: QueryDict | None) -> GastlinkForm | GastlinkMetToestemmingForm:
    """Give the form for a link: the employee chooses what to share, others from what the employee agreed to."""
    if actor.rol is Rol.WERKNEMER:
        return GastlinkForm(velden, keuzes=_keuzes(actor, dossier))
    doelen = frozenset(VOOR_GAST.values())
    gegeven = [wat for wat in toestemmingen(actor, dossier) if wat.geldt and wat.doel in doelen]
    return GastlinkMetToestemmingForm(velden, toestemmingen=gegeven)


def _keuzes(actor: Actor, dossier: "Dossier") -> Iterator[tuple[str, str]]:
    for stuk_id, deel, titel, op in te_delen_stukken(actor, dossier):
        dag = f" ({datum(op)})" if op else ""
        yield f"{deel}:{stuk_id}", _("Lezen: %(titel)s") % {"titel": f"{titel}{dag}"}

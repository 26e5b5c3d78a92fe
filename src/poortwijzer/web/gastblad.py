"""What this role can let a visitor do, as the choices of a form."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.translation import gettext as _

from poortwijzer.dossiers.queries.gasten import te_delen_stukken
from poortwijzer.dossiers.queries.toestemmingen import toestemmingen
from poortwijzer.lib.datums import datum
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.rollen import Rol
from poortwijzer.toegang.toestemmingen import VOOR_GAST
from poortwijzer.web.forms.gast import GastlinkForm, GastlinkMetToestemmingForm

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


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

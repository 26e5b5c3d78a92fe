"""What this role can let a visitor do, as the choices of a form."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.translation import gettext as _

from poortwijzer.dossiers.queries.gasten import te_delen_stukken
from poortwijzer.lib.datums import datum
from poortwijzer.toegang.actor import Actor
from poortwijzer.toegang.delen import Deel
from poortwijzer.toegang.gasten import Gastdoel, mag_gast_uitnodigen
from poortwijzer.toegang.rollen import Rol
from poortwijzer.web.forms.gast import VRAAG, GastlinkForm

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier


def linkform(actor: Actor, dossier: "Dossier", velden: QueryDict | None) -> GastlinkForm:
    """Give the form for a link, with what this role may give."""
    return GastlinkForm(velden, keuzes=_keuzes(actor, dossier), is_werknemer=actor.rol is Rol.WERKNEMER)


def _keuzes(actor: Actor, dossier: "Dossier") -> Iterator[tuple[str, str]]:
    if mag_gast_uitnodigen(actor.rol, Gastdoel.INFORMATIE_AANLEVEREN, Deel.GASTANTWOORDEN):
        yield VRAAG, _("Een vraag van u beantwoorden")
    for stuk_id, deel, titel, op in te_delen_stukken(actor, dossier):
        dag = f" ({datum(op)})" if op else ""
        yield f"{deel}:{stuk_id}", _("Lezen: %(titel)s") % {"titel": f"{titel}{dag}"}

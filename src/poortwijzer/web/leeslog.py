"""The read log of a dossier, in plain words and in pages."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.translation import gettext as _

from poortwijzer.dossiers.beelden import Leeslogregel
from poortwijzer.dossiers.queries import leeslog
from poortwijzer.dossiers.queries.toezicht import noodlijst_van
from poortwijzer.toegang.delen import Handeling
from poortwijzer.web.bladeren import paginanummer

if TYPE_CHECKING:
    from poortwijzer.dossiers.models import Dossier

PER_PAGINA = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Leesregel:
    """One line: who, for whom, as what, when, what and on what ground, in words."""

    op: datetime
    naam: str
    rol_label: str
    woorden: str
    reden: str
    is_gelukt: bool
    organisatie: str
    grond: str
    is_nood: bool


def leesblad(request: HttpRequest, dossier: "Dossier") -> dict[str, object]:
    """Give one page of the log with the addresses of the pages beside it.

    How many pages there are is not counted: the log is long and a page tells by itself whether there may be more.
    """
    pagina = paginanummer(request)
    regels = leeslog(dossier, pagina=pagina)
    return {
        "nood": noodlijst_van(dossier) if pagina == 1 else (),
        "regels": [_regel(regel) for regel in regels],
        "vorige": f"?pagina={pagina - 1}" if pagina > 1 else "",
        "volgende": f"?pagina={pagina + 1}" if len(regels) == PER_PAGINA else "",
    }


def _regel(regel: Leeslogregel) -> Leesregel:
    return Leesregel(
        op=regel.op,
        naam=regel.naam or _("het programma zelf"),
        rol_label=regel.rol_label,
        woorden=woorden_van(regel.handeling, regel.onderdeel),
        reden=regel.reden,
        is_gelukt=regel.is_gelukt,
        organisatie=regel.organisatie,
        grond=regel.grond,
        is_nood=regel.is_nood,
    )


def woorden_van(handeling: str, onderdeel: str) -> str:
    """Say what was done with what, in the words of the log."""
    if not onderdeel:
        return handeling
    if handeling == str(Handeling.INZIEN.label):
        return _("keek naar: %(onderdeel)s") % {"onderdeel": onderdeel}
    return _("%(handeling)s (%(onderdeel)s)") % {"handeling": handeling, "onderdeel": onderdeel}

"""The page of the privacy officer: everything by reference, nothing that tells what is in a dossier."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest

from poortwijzer.dossiers.queries.toezicht import Toezichtregel, logboek, noodlijst, signaallijst, woordenlijst
from poortwijzer.toegang.actor import Actor
from poortwijzer.web.bladeren import paginanummer
from poortwijzer.web.leeslog import woorden_van

GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One line of the log."""

    op: datetime
    naam: str
    rol_label: str
    kenmerk: str
    woorden: str
    reden: str
    is_gelukt: bool


def toezichtblad(request: HttpRequest, actor: Actor, organisatie_id: UUID) -> dict[str, object]:
    """Give the page: signals, emergency access, and one page of the log, all of it or the refusals only."""
    pagina, soort = paginanummer(request), request.GET.get("toon", "")
    regels = logboek(actor, organisatie_id, pagina=pagina, alleen_geweigerd=soort == GEWEIGERD)
    basis = f"?toon={GEWEIGERD}&" if soort == GEWEIGERD else "?"
    return {
        "signalen": signaallijst(organisatie_id),
        "nood": noodlijst(actor, organisatie_id),
        "woorden": woordenlijst(actor, organisatie_id),
        "regels": [_regel(regel) for regel in regels.regels],
        "alleen_geweigerd": soort == GEWEIGERD,
        "vorige": f"{basis}pagina={pagina - 1}" if pagina > 1 else "",
        "volgende": f"{basis}pagina={pagina + 1}" if regels.is_er_meer else "",
    }


def _regel(regel: Toezichtregel) -> Regel:
    return Regel(
        op=regel.op,
        naam=regel.naam,
        rol_label=regel.rol_label,
        kenmerk=regel.kenmerk,
        woorden=woorden_van(regel.handeling, regel.onderdeel),
        reden=regel.reden,
        is_gelukt=regel.is_gelukt,
    )

"""The page of the privacy officer: everything by reference, nothing that tells what is in a dossier."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from poortwijzer.accounts.geheimhouding import zonder_geheimhouding
from poortwijzer.dossiers.queries.toezicht import (
    Logboekblad,
    Logfilter,
    Toezichtregel,
    logboek,
    noodlijst,
    signaallijst,
    woordenlijst,
)
from poortwijzer.lib.klok import NEDERLAND
from poortwijzer.toegang.actor import Actor
from poortwijzer.web.bladeren import bladadressen, paginanummer
from poortwijzer.web.forms.toezicht import LogfilterForm
from poortwijzer.web.leeslog import woorden_van

NIETS = Logboekblad(regels=(), is_er_meer=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One line of the log; the day and the time are those of the Netherlands."""

    dag: date
    tijd: str
    naam: str
    rol_label: str
    kenmerk: str
    woorden: str
    reden: str
    is_gelukt: bool


def toezichtblad(request: HttpRequest, actor: Actor, organisatie_id: UUID) -> dict[str, object]:
    """Give the page: signals, emergency access, and one page of the log; no line of it while the search is not right.

    `form` is the search as it was sent, so that a mistake costs nothing of it.
    """
    pagina, form = paginanummer(request), LogfilterForm(request.GET)
    zoek = form.zoek() if form.is_valid() else None
    blad = NIETS if zoek is None else logboek(actor, organisatie_id, zoek, pagina=pagina)
    return {
        "signalen": signaallijst(organisatie_id),
        "zonder_geheimhouding": zonder_geheimhouding(organisatie_id),
        "nood": noodlijst(actor, organisatie_id),
        "woorden": woordenlijst(actor, organisatie_id),
        "form": form,
        "is_gezocht": zoek != Logfilter(),
        "alles": reverse("web:toezicht"),
        "regels": [_regel(regel) for regel in blad.regels],
        **bladadressen(request, pagina, pagina + blad.is_er_meer),
    }


def _regel(regel: Toezichtregel) -> Regel:
    moment = regel.op.astimezone(NEDERLAND)
    return Regel(
        dag=moment.date(),
        tijd=f"{moment:%H:%M}",
        naam=regel.naam,
        rol_label=regel.rol_label,
        kenmerk=regel.kenmerk,
        woorden=woorden_van(regel.handeling, regel.onderdeel),
        reden=regel.reden,
        is_gelukt=regel.is_gelukt,
    )
